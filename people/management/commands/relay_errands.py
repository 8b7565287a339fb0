import logging
import signal
import threading
from typing import Any

from celery import current_app
from django.core.management.base import BaseCommand, CommandParser
from django.db import OperationalError, connections
from django.utils import timezone
from kombu.exceptions import OperationalError as QueueDown

from people.models import Errand
from people.relay import BATCH, publish_due_errands

logger = logging.getLogger(__name__)
REST_SECONDS = 0.5
TROUBLE_REST_SECONDS = 2.0


def publish(errand: Errand) -> None:
    current_app.send_task(
        errand.task,
        kwargs={"errand_id": errand.pk, "organisation_id": errand.organisation_id},
        retry=False,
    )


class Command(BaseCommand):
    help = "Publishes what the application has left to be done; runs until it is stopped."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="publish what is due, then stop")

    def handle(self, *, once: bool, **options: Any) -> None:
        self.stop = threading.Event()
        if not once:
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: self.stop.set())
        while not self.stop.is_set():
            rest = self._round()
            if once:
                return
            self.stop.wait(rest)

    def _round(self) -> float:
        try:
            taken = publish_due_errands(publish=publish, now=timezone.now())
        except (OperationalError, QueueDown, OSError):
            logger.exception("The relay could not reach the database or the queue")
            connections["relay"].close()
            return TROUBLE_REST_SECONDS
        return 0.0 if taken == BATCH else REST_SECONDS
