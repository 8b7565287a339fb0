"""What a service answers when it will not do what was asked, in words for the person who asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, transaction


class Refused(Exception):
    """The message is fit to show to the person who tried; `field` names what to put right."""

    def __init__(self, sentence: str, *, field: str | None = None) -> None:
        super().__init__(sentence)
        self.field = field


class SavedMeanwhile(Exception):
    """Somebody saved the same thing after this person opened it; nothing was overwritten."""


@contextmanager
def refusing(sentences: Mapping[str, Refused]) -> Iterator[None]:
    """Turns the constraints named here into their sentences; what was written inside is undone."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        known = sentences.get(constraint_behind(error))
        if known is None:
            raise
        raise known from error


def constraint_behind(error: IntegrityError) -> str:
    """The name of the constraint or trigger that refused."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""
