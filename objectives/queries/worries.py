"""A round of worries as each may see it: one's own answer, and what went up once it ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q

from objectives.figures import PARENT
from objectives.figures.worries import to_answer
from objectives.models import Objective, Worry, WorryReply, WorryRound, WorryTheme
from objectives.queries.sides import Sides, may_answer, sides_of
from people.models import Assignment
from people.policy import Action, Standing

A_WEEK = timedelta(days=7)
AROUND_AGREEMENT = (
    Objective.State.PROPOSED,
    Objective.State.IN_CATCHBALL,
    Objective.State.AGREED,
    Objective.State.LIVE,
)


@dataclass(frozen=True, kw_only=True)
class WorryLine:
    """One worry that went up, and what the side it serves says to it."""

    theme: str
    words: str
    how_many: str
    reply: str
    replied_by: str


@dataclass(frozen=True, kw_only=True)
class WorryPage:
    unit: str
    asked: WorryRound | None
    title: str
    lines: list[WorryLine]
    mine: list[str]
    is_asked: bool  # this person, of the team
    may_open: bool
    may_end: bool
    may_reply: bool


def members_of(unit_id: int) -> frozenset[int]:
    """Whom a team's round asks: everybody who works there today."""
    places = Assignment.objects.current().filter(unit_id=unit_id, person__is_active=True)
    return frozenset(places.values_list("person_id", flat=True))


def newest_round_of(objective: Objective) -> WorryRound | None:
    rounds = WorryRound.objects.filter(version__objective=objective)
    return rounds.select_related("version", "unit").order_by("-version__number").first()


def may_read(objective: Objective, *, standing: Standing) -> bool:
    """It stays between the team and the two sides."""
    return objective.unit_id in standing.own_unit_ids or _speaks(
        sides_of(objective), standing=standing
    )


def _speaks(sides: Sides, *, standing: Standing) -> bool:
    writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=sides.owner.unit_id)
    leads = standing.may(Action.ANSWER_FOR_OWNER, unit_id=sides.owner.unit_id)
    return (writes and leads) or any(may_answer(standing, side) for side in sides.all())


def worry_page(objective: Objective, *, standing: Standing) -> WorryPage:
    """Nothing of what was said, not even how many spoke, before the round ends."""
    asked, sides = newest_round_of(objective), sides_of(objective)
    speaks = _speaks(sides, standing=standing)
    is_open = asked is not None and asked.ended_at is None
    is_new = asked is None or asked.version_id != objective.current_id
    mine = Worry.objects.filter(
        version=asked.version if asked else None, person_id=standing.person_id
    )
    return WorryPage(
        unit=objective.unit.name,
        asked=asked,
        title=asked.version.title if asked else "",
        lines=_lines(asked) if asked and not is_open else [],
        mine=[str(WorryTheme(theme).label) for theme in mine.values_list("theme", flat=True)],
        is_asked=is_open and standing.person_id in members_of(objective.unit_id),
        may_open=speaks and is_new and not is_open,
        may_end=speaks and is_open,
        may_reply=asked is not None
        and not is_open
        and not asked.is_answered
        and may_answer(standing, sides.of(PARENT)),
    )


def _lines(asked: WorryRound) -> list[WorryLine]:
    replies = {
        row.theme: row
        for row in WorryReply.objects.filter(version=asked.version).select_related("person")
    }
    return [
        WorryLine(
            theme=theme,
            words=str(WorryTheme(theme).label),
            how_many=how_many,
            reply=replies[theme].words if theme in replies else "",
            replied_by=replies[theme].person.name if theme in replies else "",
        )
        for theme, how_many in asked.shown.items()
    ]


def unanswered(asked: WorryRound) -> list[tuple[str, str]]:
    """The worries that went up and have no answer yet, as a form names them."""
    given = WorryReply.objects.filter(version=asked.version).values_list("theme", flat=True)
    wanted = [theme for theme in to_answer(asked.shown) if theme not in set(given)]
    return [(theme, str(WorryTheme(theme).label)) for theme in wanted]


def rounds_near(standing: Standing, *, now: datetime) -> list[WorryRound]:
    """Rounds that could wait for this person: to answer, to end after a week, or to reply to."""
    said = Worry.objects.filter(version=OuterRef("version"), person_id=standing.person_id)
    is_open = Q(ended_at=None)
    rows = WorryRound.objects.filter(
        Q(is_open, ~Exists(said), unit_id__in=standing.own_unit_ids)
        | Q(is_open, opened_by_id=standing.person_id, opened_at__lt=now - A_WEEK)
        | Q(ended_at__isnull=False, is_answered=False),
        version__objective__state__in=AROUND_AGREEMENT,
    )
    return list(rows.select_related("version__objective__unit", "unit").order_by("pk"))
