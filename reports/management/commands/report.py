import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from people.models import Organisation
from people.tenancy import acting_in
from reports import queries, services
from reports.models import ReportRun
from reports.wording import document_in_words


class Command(BaseCommand):
    help = "Computes a report in the foreground, stores the run and prints it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("kind", choices=ReportRun.Kind.values)
        parser.add_argument("--organisation", required=True, metavar="SLUG")
        parser.add_argument("--cycle", metavar="NAME", help="the current one unless named")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *, kind: str, organisation: str, cycle: str | None, **options: Any) -> None:
        found = Organisation.objects.filter(slug=organisation).first()
        if found is None:
            raise CommandError(f"There is no organisation called {organisation}", returncode=1)
        try:
            run = services.report_now(
                kind=kind, organisation=found, cycle_name=cycle, now=timezone.now()
            )
        except services.NothingToReport as refusal:
            raise CommandError(str(refusal), returncode=1) from refusal
        if run.state != ReportRun.State.SUCCEEDED:
            raise CommandError(run.trouble or "The report could not be computed", returncode=1)
        with acting_in(found, cause="command"):
            document = queries.document(run)
        if options["json"]:
            json.dump(document, sys.stdout, ensure_ascii=False)
            sys.stdout.write("\n")
        else:
            self.stdout.write(document_in_words(document))
