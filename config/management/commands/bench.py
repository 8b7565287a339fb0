import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

LINES = """{size}: {objectives:,} objectives, {links:,} links
  load {load:.2f} s, compute {compute:.2f} s, store {store:.2f} s, in all {total:.2f} s
  {peak_mb:.0f} MB more than an idle worker at the peak
  {networkx:.1f} times faster than networkx, {sql:.1f} times faster than recursive SQL
  {floor:.2f} times as long as reading the columns and writing the result once"""


class Command(BaseCommand):
    help = "Times the reports against plain ways to the same figures, on a made-up organisation."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", choices=("trust", "system", "nation"), default="trust")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *, size: str, **options: Any) -> None:
        try:
            from benchmarks.measuring import bench
        except ModuleNotFoundError as missing:
            raise CommandError(
                f"{missing.name} is missing: the benchmark runs where `make setup` was run",
                returncode=1,
            ) from missing
        figures = bench(size, now=timezone.now(), say=self._say)
        if options["json"]:
            json.dump(figures, sys.stdout)
            sys.stdout.write("\n")
        else:
            self.stdout.write(LINES.format_map(figures | figures["seconds"] | figures["ratios"]))

    def _say(self, words: str) -> None:
        self.stderr.write(words)
        self.stderr.flush()
