import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.imports.writing import csv_bytes, xlsx_bytes
from people.intake import registry
from people.models import Organisation
from people.tenancy import acting_in


class Command(BaseCommand):
    help = "Writes what the import of the same kind reads; importing it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        kinds = [each.kind for each in registry.importers() if each.export]
        parser.add_argument("kind", choices=kinds)
        parser.add_argument("--organisation", required=True, metavar="SLUG")
        parser.add_argument("--output", type=Path, metavar="FILE", help=".csv or .xlsx")

    def handle(self, *args: Any, **options: Any) -> None:
        organisation = Organisation.objects.filter(slug=options["organisation"]).first()
        if organisation is None:
            raise CommandError(
                f"There is no organisation called {options['organisation']}", returncode=1
            )
        output: Path | None = options["output"]
        write = xlsx_bytes if output and output.suffix.lower() == ".xlsx" else csv_bytes
        importer = registry.importer(options["kind"])
        assert importer.export is not None  # noqa: S101  # the choices above
        with acting_in(organisation, cause="command"):
            content = write(header=importer.header, rows=importer.export())
        if output:
            output.write_bytes(content)
        else:
            sys.stdout.buffer.write(content)
