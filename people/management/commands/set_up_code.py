from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from people.accounts import queries, tokens


class Command(BaseCommand):
    help = "Prints the one-time code of the set-up page, while there is nobody who can sign in."

    def handle(self, *args: Any, **options: Any) -> None:
        if queries.has_accounts():
            raise CommandError("Throughline is set up already: there is no code any more.")
        page = f"{settings.SITE_URL}{reverse('entrance:set_up')}"
        self.stdout.write(f"Open {page} with this code: {tokens.set_up_code()}")
