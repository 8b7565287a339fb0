"""Objectives whose two sides still talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest

from objectives.figures import ACCEPT, DECLINE, OWNER, PARENT
from objectives.models import Agreement, ContributionLink, Objective, ObjectiveVersion
from objectives.queries.parts import shortened
from objectives.queries.sides import Side, owner_side, unit_above
from objectives.queries.waiting.reader import Reader, Waiting
from people.addresses import address

TALKING = (Objective.State.PROPOSED, Objective.State.IN_CATCHBALL)


def _newest(party: str, field: str) -> Subquery:
    """A side's newest answer to the words that count."""
    answers = Agreement.objects.filter(
        version__objective=OuterRef("pk"), version__number__gte=OuterRef("floor"), party=party
    )
    return Subquery(answers.order_by("-made_at", "-pk").values(field)[:1])


def with_answers(rows: QuerySet[Objective]) -> QuerySet[Objective]:
    """Each objective with what its sides said to the words that count, and whom it serves."""
    versions = ObjectiveVersion.objects.filter(objective=OuterRef("pk"), is_material=True)
    links = ContributionLink.objects.standing().filter(child=OuterRef("pk"))
    material, main = versions.order_by("-number"), links.order_by("-is_primary", "pk")
    return rows.annotate(
        floor=Subquery(material.values("number")[:1]),
        worded_at=Subquery(material.values("written_at")[:1]),
        parent_unit=Subquery(main.values("parent_objective__unit_id")[:1]),
        parent_priority=Subquery(main.values("parent_priority_id")[:1]),
    ).annotate(
        owner_said=_newest(OWNER, "response"),
        owner_note=_newest(OWNER, "note"),
        owner_at=_newest(OWNER, "made_at"),
        owner_person=_newest(OWNER, "person_id"),
        parent_said=_newest(PARENT, "response"),
        parent_note=_newest(PARENT, "note"),
        parent_at=_newest(PARENT, "made_at"),
        parent_person=_newest(PARENT, "person_id"),
        since=Greatest("worded_at", Coalesce("proposed_at", "worded_at")),
    )


@dataclass(frozen=True, kw_only=True)
class Talk:
    """An objective the two sides talk about, as one row of `with_answers`."""

    objective_id: int
    title: str
    unit: str
    since: datetime
    local_reason: str
    said: dict[str, str | None]
    notes: dict[str, str | None]
    said_at: dict[str, datetime | None]
    by: dict[str, int | None]
    sides: dict[str, Side | None]

    @property
    def waits_for_parent(self) -> bool:
        """The side it serves has yet to accept the words, and its main link with them."""
        return self.said[PARENT] != ACCEPT

    def is_asked(self, reader: Reader, party: str) -> bool:
        side, other = self.sides[party], PARENT if party == OWNER else OWNER
        if side is None:
            return False
        spoke = self.by[other] if self.said[other] == ACCEPT else None
        return reader.me in side.asked(but_not=frozenset({spoke} if spoke else ()))


def talks_with(reader: Reader) -> list[Talk]:
    """Those that could wait for this person."""
    mine = (
        Q(unit_id__in=reader.units)
        | Q(current__answerable_id=reader.me)
        | Q(parent_unit__in=reader.units)
        | Q(parent_priority__in=reader.served_priorities)
        | Q(unit__parent_id__in=reader.units) & ~Q(local_reason="")
    )
    rows = with_answers(Objective.objects.filter(state__in=TALKING)).filter(mine)
    return [talk_of(row, reader) for row in rows.select_related("current", "unit")]


def talk_of(row: Objective, reader: Reader) -> Talk:
    facts = vars(row)
    answerable_id = row.current.answerable_id if row.current else None
    is_linked = facts["parent_unit"] is not None or facts["parent_priority"] is not None
    parent: Side | None = None
    if is_linked:
        parent = reader.side_served(
            unit_id=facts["parent_unit"], priority_id=facts["parent_priority"]
        )
    elif row.local_reason:
        parent = unit_above(row.unit_id, known=reader.leaders)
    return Talk(
        objective_id=row.pk,
        title=shortened(row.current.title if row.current else row.ref),
        unit=row.unit.name,
        since=facts["since"],
        local_reason=row.local_reason,
        said={OWNER: facts["owner_said"], PARENT: facts["parent_said"]},
        notes={OWNER: facts["owner_note"], PARENT: facts["parent_note"]},
        said_at={OWNER: facts["owner_at"], PARENT: facts["parent_at"]},
        by={OWNER: facts["owner_person"], PARENT: facts["parent_person"]},
        sides={
            OWNER: owner_side(row.unit_id, answerable_id, known=reader.leaders),
            PARENT: parent,
        },
    )


def next_step(talk: Talk, reader: Reader) -> Waiting | None:
    """The one thing to do next: find new words, say what it serves, or answer."""
    for party, other in ((OWNER, PARENT), (PARENT, OWNER)):
        if not talk.is_asked(reader, party):
            continue
        if talk.said[other] == DECLINE:
            return _reword(talk, other)
        if party == OWNER and talk.sides[PARENT] is None:
            return Waiting(
                title=f"Say what “{talk.title}” serves",
                hint=f"{talk.unit}. It serves nothing now.",
                href=address("objectives:serve", talk.objective_id),
                since=talk.since,
            )
        if talk.said[party] is None:
            return _answer(talk, party)
    return None


def _reword(talk: Talk, other: str) -> Waiting:
    side = talk.sides[other]
    name = side.name if side else "The other side"
    return Waiting(
        title=f"Find new words for “{talk.title}”",
        hint=f"{name} said no: {shortened(talk.notes[other] or '', 120)}",
        href=address("objectives:reword", talk.objective_id),
        since=talk.said_at[other] or talk.since,
    )


def _answer(talk: Talk, party: str) -> Waiting:
    side = talk.sides[party]
    whom = f" You answer for {side.name}." if side else ""
    return Waiting(
        title=f"Answer “{talk.title}”",
        hint=f"{talk.unit} has proposed this objective.{whom}",
        href=address("objectives:answer", talk.objective_id),
        since=talk.since,
    )
