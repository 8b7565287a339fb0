from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from config.demonstration.seed import SeedingFailed, seed


class Command(BaseCommand):
    help = "Puts the fictional trust of the demonstration into the database, once."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.HTTPS and not settings.DEMO:
            raise CommandError(
                "The demonstration's password is known to everybody, so it has no place on a site "
                "that people reach. Set DEMO to 'true' if this site is there to show it"
            )
        try:
            made = seed(now=timezone.now(), say=self._say)
        except SeedingFailed as refusal:
            raise CommandError(str(refusal)) from refusal
        if made is None:
            self._say("The demonstration is there already")
        else:
            _count_rows()

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def _count_rows() -> None:
    """The first pages need not wait until the database has counted its new rows by itself."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")
