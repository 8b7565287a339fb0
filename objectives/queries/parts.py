"""Small lines that many pages share."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from objectives.models import ContributionLink, Objective
from objectives.queries.seen import is_seen
from people.policy import Standing
from strategy.models import PriorityWording

COLOURS = {
    Objective.State.DRAFT: "grey",
    Objective.State.PROPOSED: "blue",
    Objective.State.IN_CATCHBALL: "yellow",
    Objective.State.AGREED: "green",
    Objective.State.LIVE: "green",
    Objective.State.ACHIEVED: "aqua-green",
    Objective.State.PARTLY: "aqua-green",
    Objective.State.NOT_ACHIEVED: "orange",
    Objective.State.WITHDRAWN: "white",
}
LINK_COLOURS = {
    ContributionLink.State.PROPOSED: "blue",
    ContributionLink.State.ACCEPTED: "green",
    ContributionLink.State.STALE: "yellow",
    ContributionLink.State.DECLINED: "orange",
    ContributionLink.State.ENDED: "white",
}


@dataclass(frozen=True, kw_only=True)
class Tag:
    """A state in a word; the colour only repeats it."""

    words: str
    colour: str


def tag_of(state: str) -> Tag:
    known = Objective.State(state)
    return Tag(words=str(known.label), colour=COLOURS[known])


def link_tag_of(state: str) -> Tag:
    known = ContributionLink.State(state)
    return Tag(words=str(known.label), colour=LINK_COLOURS[known])


@dataclass(frozen=True, kw_only=True)
class PriorityName:
    """A priority as the strategy in force words it."""

    priority_id: int
    ref: str
    title: str
    sponsor_id: int | None


def priorities_in_force() -> dict[int, PriorityName]:
    """By their key, in the strategy's order; empty where no strategy is in force."""
    wordings = (
        PriorityWording.objects.in_force()
        .select_related("priority", "sponsor")
        .order_by("position")
    )
    return {
        wording.priority_id: PriorityName(
            priority_id=wording.priority_id,
            ref=wording.priority.ref,
            title=wording.title,
            sponsor_id=wording.sponsor_id
            if wording.sponsor and wording.sponsor.is_active
            else None,
        )
        for wording in wordings.order_by("position", "pk")
    }


@dataclass(frozen=True, kw_only=True)
class Served:
    """What an objective serves, in its words. A priority has no `objective_id`."""

    title: str
    objective_id: int | None
    priority_ref: str


def served(
    link: ContributionLink, *, standing: Standing, priorities: dict[int, PriorityName]
) -> Served | None:
    """The other end of a link; nothing where this person may not see it."""
    parent = link.parent_objective
    if parent is None:
        name = priorities.get(link.parent_priority_id or 0)
        ref = link.parent_priority.ref if link.parent_priority else ""
        return Served(title=name.title if name else ref, objective_id=None, priority_ref=ref)
    if not is_seen(standing, state=parent.state, unit_id=parent.unit_id):
        return None
    title = parent.current.title if parent.current else parent.ref
    return Served(title=title, objective_id=parent.pk, priority_ref="")


def main_links(objective_ids: Collection[int]) -> dict[int, ContributionLink]:
    """The main link of each objective that has one."""
    links = (
        ContributionLink.objects.standing()
        .filter(child_id__in=objective_ids)
        .select_related("parent_objective__current", "parent_priority")
        .order_by("is_primary", "-pk")
    )
    return {link.child_id: link for link in links}


def shortened(words: str, most: int = 60) -> str:
    """A title inside a sentence."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
