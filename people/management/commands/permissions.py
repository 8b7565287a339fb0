import csv
import sys
from typing import Any

from django.core.management.base import BaseCommand

from people.policy import TABLE, Action, Role


class Command(BaseCommand):
    help = "Writes who may do what as CSV, from the one table in code (docs/permissions.csv)."

    def handle(self, *args: Any, **options: Any) -> None:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(["action", *(role.value for role in Role)])
        for action in Action:
            reaches = TABLE[action]
            writer.writerow(
                [action.value, *(reaches[r].value if r in reaches else "no" for r in Role)]
            )
