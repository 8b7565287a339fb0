"""The outbox: what must happen once is written beside the change that calls for it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from people.models import Errand, Organisation
from people.tenancy import acting_in, organisation_in_force


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
    """One transaction around an errand's effect, which marks it done; None when it was done."""
    organisation = Organisation.objects.get(pk=organisation_id)
    with acting_in(organisation, cause="errand"):
        errand = Errand.objects.select_for_update().filter(pk=errand_id).first()
        if errand is None or errand.state == Errand.State.DONE:
            yield None
            return
        yield errand
        errand.state = Errand.State.DONE
        errand.done_at = timezone.now()
        errand.save(update_fields=["state", "done_at", "updated_at"])
