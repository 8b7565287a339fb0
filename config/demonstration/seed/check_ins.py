"""What the leads of the fictional trust said, month by month, about how their objectives go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from zlib import crc32

from django.utils.timezone import localtime

from config.demonstration.seed.moments import Hour, Moments
from config.demonstration.seed.rows import add
from objectives.models import CheckIn, ContributionNote, Measure, MeasuredValue, Objective
from people.models import Organisation

A_MONTH = timedelta(days=28)
MONTHS = 9
# from the oldest to the newest; the newest is the last of each
MOODS = (
    (3, 3, 3, 4, 4, 4, 4, 4, 5),
    (4, 4, 4, 4, 3, 3, 3, 3, 2),
    (3, 3, 4, 4, 4, 4, 4, 4, 4),
    (3, 2, 2, 2, 3, 3, 3, 4, 4),
    (4, 4, 3, 3, 3, 3, 3, 3, 3),
)
HELPED = (
    "The whole team looks at the figures on Mondays now",
    "One person holds it together, with an hour kept free for it",
    "We tried it on one shift first, and mended what did not work",
)
HINDERED = (
    "Two vacancies, and the bank shifts went unfilled",
    "The report came late, so we worked from last month's figures",
    "Winter pressures took the hours we had kept for it",
)
WHO_CAN_HELP = (
    "The division, with someone to look at the rota with us",
    "Digital, to send the report before the tenth",
    "Our director, to say what may wait",
)
NOTES = (
    "Went through the figures with the night staff before handover",
    "Showed the new starters how we do it and why",
    "Rang two other teams to ask how they went about it",
)


@dataclass(frozen=True)
class Talk:
    """One objective's check-ins: how often, and how long ago the last was."""

    objective: Objective
    begun: date
    lead_id: int
    number: int  # the same for an objective every time, different between them

    def days(self, today: date) -> list[date]:
        """Most spoke this month, some have gone quiet, a few have yet to speak; oldest first."""
        if self.number % 13 == 0:
            return []
        silence = 41 + self.number % 30 if self.number % 7 == 0 else self.number % 22
        last = today - timedelta(days=silence)
        found = [last - month * A_MONTH for month in range(MONTHS)]
        return [day for day in reversed(found) if day > self.begun]

    def moods(self, how_many: int) -> tuple[int, ...]:
        return MOODS[self.number % len(MOODS)][MONTHS - how_many :]


def say_how_it_goes(*, organisation: Organisation, moments: Moments) -> None:
    """Check-ins, values and a few notes on everything that is agreed and has somebody to answer."""
    talks = list(_talks())
    said = add(CheckIn, [row for talk in talks for row in _check_ins(talk, organisation, moments)])
    by_objective: dict[int, list[CheckIn]] = {}
    for row in said:
        by_objective.setdefault(row.objective_id, []).append(row)
    versions = {talk.objective.current_id: talk for talk in talks}
    measures = Measure.objects.filter(version_id__in=versions, position=1)
    add(
        MeasuredValue,
        [
            row
            for one in measures
            for row in _values(one, by_objective.get(versions[one.version_id].objective.pk, []))
        ],
    )
    add(ContributionNote, _notes(said))


def _talks() -> Iterator[Talk]:
    agreed = Objective.objects.filter(state__in=(Objective.State.AGREED, Objective.State.LIVE))
    for objective in agreed.select_related("current").order_by("pk"):
        begun = objective.agreed_at or objective.imported_at or objective.created_at
        lead_id = objective.current.answerable_id if objective.current else None
        if lead_id is not None:
            number = crc32(objective.ref.encode())
            yield Talk(objective, localtime(begun).date(), lead_id, number)


def _check_ins(talk: Talk, organisation: Organisation, moments: Moments) -> Iterator[CheckIn]:
    days = talk.days(localtime(moments.now).date())
    before = 0
    for day, mood in zip(days, talk.moods(len(days)), strict=True):
        pick = (talk.number + day.month) % 3
        is_worse, is_better = 0 < mood < before, 0 < before < mood
        yield CheckIn(
            organisation=organisation,
            objective=talk.objective,
            person_id=talk.lead_id,
            confidence=mood,
            is_no_change=mood == before,
            helped=HELPED[pick] if is_better else "",
            hindered=HINDERED[pick] if is_worse else "",
            who_can_help=WHO_CAN_HELP[pick] if is_worse else "",
            checked_in_at=moments.at(day, Hour.REWORDED, of=talk.objective.ref),
        )
        before = mood


def _values(measure: Measure, said: list[CheckIn]) -> Iterator[MeasuredValue]:
    """From where it began towards where it should be, not in a straight line."""
    if measure.baseline is None or measure.target is None:
        return
    gap = measure.target - measure.baseline
    is_whole = measure.baseline % 1 == 0 and measure.target % 1 == 0
    for place, check_in in enumerate(said, start=1):
        sway = Decimal(crc32(f"{measure.pk} {place}".encode()) % 21 - 10) / 100
        value = measure.baseline + gap * (Decimal(place) / (MONTHS + 3) + sway)
        yield MeasuredValue(
            organisation=measure.organisation,
            check_in=check_in,
            measure=measure,
            value=max(round(value, 0 if is_whole else 1), Decimal(0)),
        )


def _notes(said: Iterable[CheckIn]) -> list[ContributionNote]:
    return [
        ContributionNote(
            organisation=row.organisation,
            objective=row.objective,
            person=row.person,
            words=NOTES[row.confidence % 3],
            written_at=row.checked_in_at - timedelta(days=1),
        )
        for row in said
        if row.helped
    ]
