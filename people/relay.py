"""Publishes due errands to the queue, and again when a worker has not done one in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from people.models import Errand

BATCH = 100
DELIVERIES_AT_MOST = 4
GIVEN_TO_A_WORKER = timedelta(minutes=2)

Publish = Callable[[Errand], None]


def publish_due_errands(*, publish: Publish, now: datetime) -> int:
    """Publishes up to a batch of due errands, oldest first; returns how many it took up.

    Several relays may run: each takes rows no other holds. An errand given to a worker too
    often without being done is given up, with what was wrong, for people to look at.
    """
    with transaction.atomic(using="relay"):
        due = list(
            Errand._base_manager.using("relay")
            .filter(
                Q(state=Errand.State.WAITING, due_at__lte=now)
                | Q(state=Errand.State.PUBLISHED, published_at__lte=now - GIVEN_TO_A_WORKER)
            )
            .order_by("due_at")
            .select_for_update(skip_locked=True)[:BATCH]
        )
        for errand in due:
            _take_up(errand, publish=publish, now=now)
    return len(due)


def _take_up(errand: Errand, *, publish: Publish, now: datetime) -> None:
    if errand.deliveries >= DELIVERIES_AT_MOST:
        errand.state = Errand.State.DEAD
        errand.trouble = errand.trouble or f"Not done after {errand.deliveries} deliveries"
    else:
        publish(errand)
        errand.state, errand.published_at = Errand.State.PUBLISHED, now
        errand.deliveries += 1
    errand.save(
        using="relay",
        update_fields=["state", "trouble", "published_at", "deliveries", "updated_at"],
    )
