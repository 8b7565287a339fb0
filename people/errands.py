"""The outbox: what must happen once is written beside the change that calls for it."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from people.models import Errand, Organisation
from people.tenancy import acting_in, organisation_in_force

DOES = ("state", "done_at", "due_at", "deliveries", "trouble", "arguments")


@dataclass(frozen=True, kw_only=True)
class NewErrand:
    """An errand to leave, as one of many."""

    key: str
    task: str
    due_at: datetime
    arguments: dict[str, Any] = field(default_factory=dict)


def leave_errand(
    *, key: str, task: str, due_at: datetime, arguments: dict[str, Any] | None = None
) -> None:
    """Has `task` run once, some time after this transaction commits; a known key adds nothing."""
    Errand.objects.get_or_create(
        organisation=organisation_in_force(),
        key=key,
        defaults={"task": task, "due_at": due_at, "arguments": arguments or {}},
    )


def leave_errand_when_quiet(
    *, about: str, task: str, now: datetime, quiet: timedelta, arguments: dict[str, Any]
) -> None:
    """Has `task` run once, `quiet` after the last of several changes about the same thing."""
    waiting = Errand.objects.filter(state=Errand.State.WAITING, key__startswith=f"{about}:")
    if not waiting.update(due_at=now + quiet):
        leave_errand(
            key=f"{about}:{uuid.uuid4()}", task=task, due_at=now + quiet, arguments=arguments
        )


def reports_are_due(*, now: datetime) -> None:
    """Has the reports computed afresh once nothing has changed for a minute."""
    leave_errand_when_quiet(
        about="reports",
        task="reports.tasks.compute_after_changes",
        now=now,
        quiet=timedelta(seconds=60),
        arguments={},
    )


@contextmanager
def doing(*, errand_id: int, organisation_id: int) -> Iterator[Errand | None]:
    """One transaction around an errand's effect, which marks it done, unless the effect put it
    off or gave it up; None when it was done."""
    organisation = Organisation.objects.get(pk=organisation_id)
    with acting_in(organisation, cause="errand"):
        errand = Errand.objects.select_for_update().filter(pk=errand_id).first()
        if errand is None or errand.state == Errand.State.DONE:
            yield None
            return
        taken_up = (errand.due_at, errand.state)
        yield errand
        if (errand.due_at, errand.state) == taken_up:
            errand.state, errand.done_at = Errand.State.DONE, timezone.now()
        errand.save(update_fields=[*DOES, "updated_at"])


def put_off(errand: Errand, *, until: datetime, trouble: str = "") -> None:
    """Has an errand in hand done later, as often as it takes: that was no fault of a worker."""
    errand.state, errand.due_at, errand.deliveries = Errand.State.WAITING, until, 0
    errand.trouble = trouble


def give_up(errand: Errand, *, trouble: str) -> None:
    """Has an errand in hand done no more, for people to look at."""
    errand.state, errand.trouble = Errand.State.DEAD, trouble


def leave_errands(errands: Iterable[NewErrand]) -> int:
    """Leaves many at once: two queries, however many are known already. Says how many were
    not; two jobs that leave the same leave it once."""
    wanted = {errand.key: errand for errand in errands}
    known = Errand.objects.filter(key__in=wanted).values_list("key", flat=True)
    fresh = [errand for key, errand in wanted.items() if key not in set(known)]
    organisation = organisation_in_force()
    Errand.objects.bulk_create(
        [Errand(organisation=organisation, **asdict(errand)) for errand in fresh],
        ignore_conflicts=True,
        batch_size=500,
    )
    return len(fresh)
