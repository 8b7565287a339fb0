import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from people.imports.problems import FileRefused
from people.imports.reading import read_file
from people.intake import registry, services
from people.intake.orders import ImportRefused, Order
from people.intake.running import CHANGES_NOTHING, HAS_BAD_ROWS, Result
from people.models import Organisation
from ui.wording import counted

REFUSED, WORDS_OFF = 1, 2


class Command(BaseCommand):
    help = "Imports a spreadsheet, or the two files of an organogram: all of it or nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=[each.kind for each in registry.importers()])
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--organisation", required=True, metavar="SLUG")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done")
        parser.add_argument("--skip-bad-rows", action="store_true", help="save the other rows")
        parser.add_argument("--confirm-deactivations", type=int, metavar="N")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        places = [sheet.place for sheet in registry.importer(options["kind"]).sheets]
        if len(options["files"]) != len(places):
            raise CommandError(
                f"Name {counted(len(places), 'file')}: {', '.join(places)}", returncode=WORDS_OFF
            )
        for path in options["files"]:
            if not path.is_file():
                raise CommandError(f"There is no file {path}", returncode=WORDS_OFF)
        files = dict(zip(places, options["files"], strict=True))
        try:
            result = self._import(files, options)
        except (FileRefused, ImportRefused) as refusal:
            self._refuse(str(refusal), options)
            raise SystemExit(REFUSED) from refusal
        self._say(result, as_json=options["json"])
        if result.outcome.has_errors and not options["skip_bad_rows"]:
            raise SystemExit(REFUSED)

    def _import(self, files: dict[str, Path], options: dict[str, Any]) -> Result:
        organisation = Organisation.objects.filter(slug=options["organisation"]).first()
        if organisation is None:
            raise ImportRefused(f"There is no organisation called {options['organisation']}")
        order = Order(
            kind=options["kind"],
            tables={place: read_file(path) for place, path in files.items()},
            skip_bad_rows=options["skip_bad_rows"],
            confirmed_deactivations=options["confirm_deactivations"],
            imported_by="the import command",
            now=timezone.now(),
        )
        return services.import_now(
            organisation=organisation,
            order=order,
            file_names={place: path.name for place, path in files.items()},
            dry_run=options["dry_run"],
        )

    def _refuse(self, sentence: str, options: dict[str, Any]) -> None:
        if not options["json"]:
            self.stderr.write(sentence)
            return
        document = {
            "kind": options["kind"],
            "organisation": options["organisation"],
            "dry_run": options["dry_run"],
            "saved": False,
            "refused": sentence,
            "problems": [],
        }
        self._print(document)

    def _say(self, result: Result, *, as_json: bool) -> None:
        if as_json:
            self._print(result.document)
            return
        for problem in result.outcome.problems:
            where = f"{problem.file}, row {problem.row}, {problem.column}"
            self.stdout.write(f"{problem.severity}: {where}: {problem.message}")
        for name in ("added", "changed", "unchanged", "deactivated"):
            for what, count in result.document[name].items():
                self.stdout.write(f"{name} {what}: {count}")
        if result.outcome.has_errors and not result.saved:
            errors = sum(problem.is_error for problem in result.outcome.problems)
            self.stdout.write(HAS_BAD_ROWS.format(counted(errors, "row")))
        elif result.outcome.changes_nothing:
            self.stdout.write(CHANGES_NOTHING)

    def _print(self, document: dict[str, Any]) -> None:
        json.dump(document, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
