import os
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.home import Home
from config.supervisor import Supervisor
from config.supervisor.address import AddressRefused, reserve_address
from config.supervisor.preparing import PreparationFailed


class Command(BaseCommand):
    help = "Serves the demonstration, with a worker and the clock beside it, until Ctrl-C."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        home = Home.from_environment()
        home.prepare()
        try:
            address = reserve_address(asked=os.environ.get("PORT") or None)
            Supervisor(home=home, address=address, say=self._say).run()
        except (AddressRefused, PreparationFailed) as refusal:
            raise CommandError(str(refusal)) from refusal

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()
