"""How far an import is, told while its own transaction is still open."""

from __future__ import annotations

import logging
from types import TracebackType

from django.db import Error, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from people.models import ImportRun

logger = logging.getLogger(__name__)

_IN_FORCE = "SELECT set_config('app.organisation', %s, true)"
_HOW_FAR = (
    "UPDATE people_importrun SET rows_done = %s, rows_total = %s "
    "WHERE organisation_id = %s AND id = %s"
)


class Watched:
    """Progress of one run, each time in a short transaction of a second connection.

    Nobody's import fails because its progress could not be told.
    """

    def __init__(self, run: ImportRun) -> None:
        self.run = run
        self.connection: BaseDatabaseWrapper | None = None
        self.is_silent = False

    def __enter__(self) -> Watched:
        return self

    def __call__(self, done: int, total: int) -> None:
        if self.is_silent:
            return
        try:
            self._tell(done, total)
        except Error:
            logger.warning("Progress of %s could not be told", self.run, exc_info=True)
            self.is_silent = True

    def _tell(self, done: int, total: int) -> None:
        if self.connection is None:
            self.connection = connections["default"].copy()
            self.connection.set_autocommit(False)
        organisation = self.run.organisation_id
        with self.connection.cursor() as cursor:
            cursor.execute(_IN_FORCE, [str(organisation)])
            cursor.execute(_HOW_FAR, [done, total, organisation, self.run.pk])
        self.connection.commit()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.connection is not None:
            self.connection.close()
