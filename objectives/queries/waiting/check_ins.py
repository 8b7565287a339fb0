"""Check-ins that are due, as one thing that waits."""

from __future__ import annotations

from datetime import datetime

from objectives.queries.check_ins import due_for
from objectives.queries.parts import shortened
from objectives.queries.waiting.reader import Waiting
from people.addresses import address
from people.policy import Standing
from ui.wording import counted


def check_in_lines(standing: Standing, *, now: datetime) -> list[Waiting]:
    """However many objectives wait for a word, it is one page and one thing to do."""
    due = due_for(standing, now=now)
    if not due:
        return []
    first = shortened(due[0].title)
    more = f" and {len(due) - 1} more" if len(due) > 1 else ""
    return [
        Waiting(
            title=f"Check in on {counted(len(due), 'objective')}",
            hint=f"“{first}”{more}. About a minute.",
            href=address("objectives:check_in"),
            since=due[0].since,
        )
    ]
