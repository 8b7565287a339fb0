"""What happened to a person's objectives that waits for nothing."""

from __future__ import annotations

from datetime import datetime

from objectives.models import Objective
from objectives.queries.check_ins import led_by
from objectives.queries.parts import shortened
from people.addresses import address
from people.policy import Standing


def agreed_since(standing: Standing, *, since: datetime) -> list[tuple[str, str]]:
    """Objectives they lead that both sides agreed in this time: words and where to read them."""
    rows = led_by(standing).filter(agreed_at__gte=since).order_by("agreed_at", "pk")
    return [
        (f"Agreed by both sides: {_title(row)}", address("objectives:objective", row.pk))
        for row in rows
    ]


def _title(row: Objective) -> str:
    return shortened(row.current.title if row.current else row.ref)
