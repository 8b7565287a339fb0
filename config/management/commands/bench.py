import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from config.supervisor.address import AddressRefused
from config.supervisor.preparing import PreparationFailed

LINES = """{size}: {objectives:,} objectives, {links:,} links
  load {load:.2f} s, compute {compute:.2f} s, store {store:.2f} s, in all {total:.2f} s
  {peak_mb:.0f} MB more than an idle worker at the peak
  {networkx:.1f} times faster than networkx, {sql:.1f} times faster than recursive SQL
  {floor:.2f} times as long as reading the columns and writing the result once
  one change {one_change:.4f} s until its team's page shows it, {of_full_run:.3f} of a full run"""
PAGE = "  {name:<20} {ms:>9.2f} ms {ratio:>8.1f} times hello"


class Command(BaseCommand):
    help = (
        "Times the reports against plain ways to the same figures, or the pages against one that "
        "asks nothing, on a made-up organisation."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", choices=("trust", "system", "nation"), default="trust")
        parser.add_argument("--pages", action="store_true", help="time the pages, not the reports")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *, size: str, pages: bool, **options: Any) -> None:
        try:
            from benchmarks.measuring import bench
            from benchmarks.pages.measuring import bench_pages
            from benchmarks.pages.serving import DoesNotAnswer
        except ModuleNotFoundError as missing:
            raise CommandError(
                f"{missing.name} is missing: the benchmark runs where `make setup` was run",
                returncode=1,
            ) from missing
        try:
            figures = (bench_pages if pages else bench)(size, now=timezone.now(), say=self._say)
        except (AddressRefused, DoesNotAnswer, PreparationFailed) as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            json.dump(figures, sys.stdout)
            sys.stdout.write("\n")
        else:
            self.stdout.write(_pages(figures) if pages else _reports(figures))

    def _say(self, words: str) -> None:
        self.stderr.write(words)
        self.stderr.flush()


def _reports(figures: dict[str, Any]) -> str:
    change = figures["change"]
    named = {"one_change": change["seconds"], "of_full_run": change["ratio"]}
    return LINES.format_map(figures | figures["seconds"] | figures["ratios"] | named)


def _pages(figures: dict[str, Any]) -> str:
    lines = [PAGE.format(name=name, **each) for name, each in figures["pages"].items()]
    return "\n".join(["{size}: {objectives:,} objectives".format_map(figures), *lines])
