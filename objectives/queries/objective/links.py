"""What an objective serves and what serves it, with what this viewer may do about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from objectives.models import ContributionLink, Objective
from objectives.queries.leaders import Leaders
from objectives.queries.parts import (
    PriorityName,
    Served,
    Tag,
    link_tag_of,
    served,
    tag_of,
)
from objectives.queries.seen import is_seen
from objectives.queries.sides import may_answer, side_served, side_served_by
from people.policy import Action, Standing

TALKING = (Objective.State.PROPOSED, Objective.State.IN_CATCHBALL)
OPEN = (ContributionLink.State.PROPOSED, ContributionLink.State.STALE)


@dataclass(frozen=True, kw_only=True)
class LinkLine:
    """A link seen from one of its ends; `served` is the other end."""

    link_id: int
    served: Served
    unit: str
    state: Tag
    other_state: Tag | None
    strength: str
    rationale: str
    reason: str
    is_primary: bool
    may_answer: bool
    may_end: bool
    may_mark: bool


@dataclass(frozen=True, kw_only=True)
class MayLink:
    """What this viewer may do about one link."""

    answer: bool
    end: bool
    mark: bool


def may_on_link(link: ContributionLink, *, standing: Standing) -> MayLink:
    child = link.child
    writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=child.unit_id)
    answers = may_answer(standing, side_served_by(link))
    return MayLink(
        answer=answers and is_open(link, child),
        end=stands(link) and (writes or answers),
        mark=stands(link) and writes,
    )


def rows_up(objective: Objective) -> list[ContributionLink]:
    """What it serves, the main one first, then those that were declined or ended."""
    links = ContributionLink.objects.filter(child=objective).select_related(
        "parent_objective__current", "parent_objective__unit", "parent_priority"
    )
    return sorted(links, key=lambda one: (not stands(one), not one.is_primary, one.pk))


def main_of(rows: Sequence[ContributionLink]) -> ContributionLink | None:
    """`sides.main_link` of rows in that order."""
    first = next(iter(rows), None)
    return first if first is not None and stands(first) else None


def units_served(rows: Sequence[ContributionLink]) -> list[int]:
    return [row.parent_objective.unit_id for row in rows if row.parent_objective is not None]


def links_up(
    objective: Objective,
    rows: Sequence[ContributionLink],
    *,
    standing: Standing,
    known: Leaders,
    priorities: dict[int, PriorityName],
) -> list[LinkLine]:
    """What it serves, as far as this person may see."""
    writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=objective.unit_id)
    lines = []
    for link in rows:
        other = served(link, standing=standing, priorities=priorities)
        if other is not None:
            answers = _answers_for_parent(link, standing=standing, known=known, names=priorities)
            lines.append(_line(link, other, child=objective, writes=writes, answers=answers))
    return lines


def links_down(objective: Objective, *, standing: Standing, known: Leaders) -> list[LinkLine]:
    """What serves it, as far as this person may see."""
    links = (
        ContributionLink.objects.standing()
        .filter(parent_objective=objective)
        .select_related("child__current", "child__unit", "parent_objective__unit")
        .order_by("child__unit__name", "pk")
    )
    lines = []
    for link in links:
        child = link.child
        if not is_seen(standing, state=child.state, unit_id=child.unit_id):
            continue
        answers = _answers_for_parent(link, standing=standing, known=known, names={})
        writes = standing.may(Action.WRITE_OBJECTIVE, unit_id=child.unit_id)
        title = child.current.title if child.current else child.ref
        other = Served(title=title, objective_id=child.pk, priority_ref="")
        lines.append(_line(link, other, child=child, writes=writes, answers=answers))
    return lines


def _line(
    link: ContributionLink, other: Served, *, child: Objective, writes: bool, answers: bool
) -> LinkLine:
    is_down = other.objective_id == child.pk
    unit = child.unit if is_down else link.parent_objective.unit if link.parent_objective else None
    # the main link of an objective still talked about is answered with its words
    is_asked = is_open(link, child) and not (link.is_primary and child.state in TALKING)
    return LinkLine(
        link_id=link.pk,
        served=other,
        unit=unit.name if unit else "",
        state=link_tag_of(link.state),
        other_state=tag_of(child.state) if is_down else None,
        strength=str(ContributionLink.Strength(link.strength).label),
        rationale=link.rationale,
        reason=link.reason,
        is_primary=link.is_primary,
        may_answer=answers and is_asked,
        may_end=stands(link) and (writes or answers),
        may_mark=stands(link) and writes and not link.is_primary and not is_down,
    )


def is_open(link: ContributionLink, child: Objective) -> bool:
    """It waits for an answer of the side it serves."""
    return link.state in OPEN and child.state != Objective.State.DRAFT


def stands(link: ContributionLink) -> bool:
    return link.state not in (ContributionLink.State.DECLINED, ContributionLink.State.ENDED)


def _answers_for_parent(
    link: ContributionLink,
    *,
    standing: Standing,
    known: Leaders,
    names: dict[int, PriorityName],
) -> bool:
    name = names.get(link.parent_priority_id or 0)
    parent = link.parent_objective
    side = side_served(
        unit_id=parent.unit_id if parent else None,
        sponsor_id=name.sponsor_id if name else None,
        known=known,
    )
    return may_answer(standing, side)
