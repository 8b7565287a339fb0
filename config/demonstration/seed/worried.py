"""What the fictional trust took up from a team, and what a ward worried about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from config.demonstration.seed.rows import add
from objectives.figures.worries import shown
from objectives.models import (
    ContributionLink,
    Cycle,
    Objective,
    Worry,
    WorryReply,
    WorryRound,
)
from objectives.queries.leaders import leaders
from objectives.queries.sides import sides_of
from objectives.queries.worries import members_of
from objectives.services.common import words_of
from people.tenancy import organisation_in_force

LIVE = (Objective.State.AGREED, Objective.State.LIVE)
# what each of fourteen people of one ward named
NAMED = (
    ("time", "staff"),
    ("time",),
    ("staff", "backing"),
    ("time", "staff"),
    ("none",),
    ("time", "backing"),
    ("staff",),
    ("time", "staff", "backing"),
    ("time",),
    ("staff", "backing"),
    ("time", "harm"),
    ("none",),
    ("time", "staff", "backing"),
    ("staff", "skills"),
)
REPLIES = {
    "staff": "The two posts are out to advert. Until they are filled you may stop the second "
    "weekly audit, and I will tell the others that I said so.",
    "time": "An hour a week is yours for this, away from the rota. If a shift eats it, ring me.",
    "backing": "If it goes wrong it went wrong for all of us. I will stand beside you when it is "
    "asked about.",
}


def credit_and_worry(*, cycle: Cycle, now: datetime) -> None:
    """Credit for a team, and worries that were answered. Its divisions and some of its people
    carry more than the usual limits by themselves."""
    _credit_a_team(cycle)
    _let_them_worry(cycle, now=now)


def _credit_a_team(cycle: Cycle) -> None:
    """A division's objective began with what one of its wards was doing already."""
    links = (
        ContributionLink.objects.filter(
            child__cycle=cycle,
            child__state__in=LIVE,
            child__unit__code__startswith="OPM-",
            parent_objective__state__in=LIVE,
            state=ContributionLink.State.ACCEPTED,
        )
        .select_related("parent_objective", "child")
        .order_by("child__ref", "pk")
    )
    for link in links[:1]:
        if link.parent_objective is not None:
            link.parent_objective.adopted_from = link.child
            link.parent_objective.save(update_fields=["adopted_from", "updated_at"])


def _let_them_worry(cycle: Cycle, *, now: datetime) -> None:
    """One ward was asked before it began, and its director answered."""
    known = leaders()
    rows = Objective.objects.filter(cycle=cycle, state__in=LIVE, unit__code="EM-AMU")
    for objective in rows.select_related("current", "unit").order_by("ref")[:1]:
        sides = sides_of(objective, known=known)
        members, leads = sorted(members_of(objective.unit_id)), sorted(sides.owner.asked())
        above = sorted(sides.parent.asked()) if sides.parent else []
        if len(members) < len(NAMED) or not leads or not above:
            continue
        asked = _round(objective, leads[0], now=now)
        add(Worry, _worries(asked, members))
        add(WorryReply, _replies(asked, above[0], now=now))


def _round(objective: Objective, lead_id: int, *, now: datetime) -> WorryRound:
    floor = organisation_in_force().small_group_floor
    themes = [theme for named in NAMED for theme in named]
    counts = {theme: themes.count(theme) for theme in themes}
    return WorryRound.objects.create(
        organisation=organisation_in_force(),
        version=words_of(objective),
        unit=objective.unit,
        opened_by_id=lead_id,
        opened_at=now - timedelta(days=20),
        floor=floor,
        ended_at=now - timedelta(days=12),
        shown=shown(answered=len(NAMED), floor=floor, named=counts),
        is_answered=True,
    )


def _worries(asked: WorryRound, members: list[int]) -> Iterator[Worry]:
    for person_id, named in zip(members, NAMED, strict=False):
        for theme in named:
            yield Worry(
                organisation=organisation_in_force(),
                version=asked.version,
                person_id=person_id,
                theme=theme,
                said_at=asked.opened_at + timedelta(days=2),
            )


def _replies(asked: WorryRound, person_id: int, *, now: datetime) -> Iterator[WorryReply]:
    for theme in asked.shown:
        if theme in REPLIES:
            yield WorryReply(
                organisation=organisation_in_force(),
                version=asked.version,
                theme=theme,
                words=REPLIES[theme],
                person_id=person_id,
                replied_at=now - timedelta(days=9),
            )
