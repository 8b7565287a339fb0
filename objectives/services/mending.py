"""Asking whoever must answer to mend a broken way to the Board."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from objectives import letters
from objectives.queries.my_part import Break
from objectives.services.common import letter_readers, write_to
from objectives.services.refusals import NotTheirs, Refused
from people.addresses import full_address
from people.models import Person
from people.policy import Action, Standing


@transaction.atomic
def ask_to_mend(*, broken: Break, by: Person, standing: Standing, now: datetime) -> None:
    """One letter a day about one break to each person it waits for, whoever asks."""
    if not standing.may(Action.ASK_FOR_OBJECTIVE):
        raise NotTheirs
    if not broken.is_askable or broken.mend is None:
        raise Refused("There is nobody to ask about this now")
    words = letters.someone_is_waiting(
        what=f"{by.name} asks you to answer, so that their part is clear",
        title=broken.title,
        link=full_address(broken.mend.name, *broken.mend.args),
    )
    readers = letter_readers(broken.asked - {by.pk})
    key = f"mend-{broken.key}:{localdate(now).isoformat()}"
    write_to(readers, key=key, words=words, now=now)
