"""A year that is being closed, or is over and should be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils.timezone import localtime

from objectives.models import Cycle
from objectives.queries.closing import how_far_closed, to_say_for, waiting_to_confirm
from objectives.queries.closing.years import MAY_BEGIN
from objectives.queries.waiting.reader import Reader, Waiting
from people.addresses import address
from people.policy import Action
from ui.wording import counted


def closing_lines(reader: Reader, *, now: datetime) -> list[Waiting]:
    """One query while no year is being closed and none is over."""
    years = list(Cycle.objects.filter(state__in=(*MAY_BEGIN, Cycle.State.CLOSING)))
    closing = [year for year in years if year.state == Cycle.State.CLOSING]
    lines = [*_over(years, reader, now=now)]
    for year in closing[:1]:
        lines += [*_to_say(year, reader), *_to_confirm(reader), *_to_close(year, reader)]
    return lines


def _over(years: Sequence[Cycle], reader: Reader, *, now: datetime) -> Iterator[Waiting]:
    """Whoever looks after the year is reminded once it is over."""
    if not reader.standing.may(Action.CLOSE_YEAR):
        return
    today = localtime(now).date()
    for year in years:
        if year.state in MAY_BEGIN and year.ends_on < today:
            yield Waiting(
                title=f"Close the work of {year.name}",
                hint="The year is over. Ask everybody how their objectives ended.",
                href=address("objectives:year", year.pk),
                since=year.updated_at,
            )


def _to_say(year: Cycle, reader: Reader) -> Iterator[Waiting]:
    rows = to_say_for(reader.standing).values_list(
        "closing__pk", "closing__sent_back_at", "closing__sent_back_reason"
    )
    unsaid = [row for row in rows if row[0] is None or row[1] is not None]
    if unsaid:
        back = [row[2] for row in unsaid if row[1] is not None]
        hint = f"Sent back: {back[0]}" if back else f"{year.name} is being closed."
        yield Waiting(
            title=f"Say how {counted(len(unsaid), 'objective')} ended",
            hint=f"{hint[:160]} About a minute for each.",
            href=address("objectives:close"),
            since=min((row[1] for row in unsaid if row[1]), default=year.updated_at),
        )


def _to_confirm(reader: Reader) -> Iterator[Waiting]:
    found = waiting_to_confirm(reader)
    if found:
        names = sorted({row.objective.unit.name for row in found})
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        yield Waiting(
            title=f"Confirm how {counted(len(found), 'objective')} ended",
            hint=f"{names[0]}{more}. They serve something you answer for.",
            href=address("objectives:confirm_endings"),
            since=found[0].said_at,
        )


def _to_close(year: Cycle, reader: Reader) -> Iterator[Waiting]:
    if reader.standing.may(Action.CLOSE_YEAR):
        far = how_far_closed(year)
        if far.of and not far.left:
            yield Waiting(
                title=f"Close the year {year.name}",
                hint="Both sides have said how everything ended.",
                href=address("objectives:close_year", year.pk),
                since=year.updated_at,
            )
