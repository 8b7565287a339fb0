from json import dumps
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from people.accounts import queries, services


class Command(BaseCommand):
    help = "Makes an empty organisation with its board and the board's own unit."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", help="what the organisation is called")
        parser.add_argument("--slug", required=True, help="what its addresses begin with")
        parser.add_argument("--ods-code", default="", help="1 to 9 capital letters and digits")
        parser.add_argument("--json", action="store_true", help="answer in JSON")

    def handle(self, *, name: str, slug: str, ods_code: str, json: bool, **options: Any) -> None:
        answer = {"organisation": slug, "name": name, "ods_code": ods_code}
        try:
            services.create_organisation(name=name, slug=slug, ods_code=ods_code)
        except services.OrganisationRefused as refusal:
            if json:
                self._write(answer | {"created": False, "problem": str(refusal)})
            raise CommandError(str(refusal)) from refusal
        if json:
            self._write(answer | {"created": True})
            return
        self.stdout.write(f"{name} is made, at /{slug}/.")
        if not queries.has_accounts():
            self.stdout.write(f"Nobody can sign in yet: open /set-up/ and name {slug} there.")

    def _write(self, answer: dict[str, object]) -> None:
        self.stdout.write(dumps(answer))
