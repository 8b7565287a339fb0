from typing import Any

from django.core.management.base import BaseCommand
from django.urls import reverse

from people.accounts import queries
from people.accounts.demo import DEMO_PASSWORD, ROLES


class Command(BaseCommand):
    help = "Prints a sign-in for each role of the demonstration."

    def handle(self, *args: Any, **options: Any) -> None:
        organisation = queries.demonstration()
        if organisation is None:
            return
        page = reverse("entrance:demonstration")
        self.stdout.write(f"Choose whom to be at {page}, or sign in to {organisation.name} as")
        for role in ROLES:
            account = queries.demonstration_account(organisation=organisation, role=role.value)
            if account is not None:
                self.stdout.write(f"  {role.label:<28}{account.email:<36}{DEMO_PASSWORD}")
