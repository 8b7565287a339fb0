"""What else waits: links, drafts, what was asked for, reasons to stand alone, withdrawals."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from objectives.figures import OWNER, PARENT
from objectives.models import AskedObjective, ContributionLink, Objective, Withdrawal
from objectives.queries.parts import main_links, shortened
from objectives.queries.sides import owner_side, unit_above
from objectives.queries.waiting.reader import Reader, Waiting
from objectives.queries.waiting.talks import sides_between
from people.addresses import address


def link_lines(reader: Reader, *, answered_with_words: Collection[int]) -> list[Waiting]:
    """Links that wait for the side they serve. The main link of an objective still talked about
    is answered with its words."""
    if not reader.near["link"]:
        return []
    links = (
        ContributionLink.objects.filter(pk__in=reader.near["link"])
        .exclude(child__state=Objective.State.DRAFT)
        .exclude(is_primary=True, child_id__in=answered_with_words)
        .select_related("child__current", "child__unit", "parent_objective__current")
    )
    return [_link(link, reader) for link in links if _is_asked(link, reader)]


def _is_asked(link: ContributionLink, reader: Reader) -> bool:
    parent = link.parent_objective
    side = reader.side_served(
        unit_id=parent.unit_id if parent else None, priority_id=link.parent_priority_id
    )
    return reader.me in side.asked()


def _link(link: ContributionLink, reader: Reader) -> Waiting:
    child, parent = link.child, link.parent_objective
    name = reader.priorities.get(link.parent_priority_id or 0)
    above = (parent.current.title if parent and parent.current else "") or (
        name.title if name else "that priority"
    )
    words = shortened(child.current.title if child.current else child.ref, 50)
    is_stale = link.state == ContributionLink.State.STALE
    return Waiting(
        title=f"Does “{words}” {'still ' if is_stale else ''}serve “{shortened(above, 50)}”?",
        hint="The words have changed since you accepted it."
        if is_stale
        else f"{child.unit.name} proposes it.",
        href=address("objectives:answer_link", link.pk),
        since=link.stale_since or link.proposed_at or link.created_at,
    )


def draft_lines(reader: Reader) -> list[Waiting]:
    """Drafts to finish: of a unit they lead, or that they wrote or are answerable for."""
    if not reader.near["draft"]:
        return []
    own = (
        Q(unit_id__in=reader.standing.directly_led_unit_ids)
        | Q(current__answerable_id=reader.me)
        | Q(current__written_by_id=reader.me)
    )
    rows = (
        Objective.objects.visible_to(reader.standing)
        .filter(own, pk__in=reader.near["draft"])
        .select_related("current", "unit")
    )
    return [
        Waiting(
            title=f"Finish your draft “{shortened(row.current.title)}”",
            hint=f"{row.unit.name}. Nobody else is asked until you propose it.",
            href=address("objectives:objective", row.pk),
            since=row.current.written_at,
        )
        for row in rows
        if row.current
    ]


def asked_lines(reader: Reader) -> list[Waiting]:
    if not reader.near["asked"]:
        return []
    rows = AskedObjective.objects.filter(pk__in=reader.near["asked"]).select_related(
        "unit", "asked_by"
    )
    return [
        Waiting(
            title=f"Start an objective for “{shortened(name.title)}”",
            hint=f"{row.asked_by.name} asks {row.unit.name}.",
            href=address("objectives:asked", row.pk),
            since=row.asked_at,
        )
        for row in rows
        if (name := reader.priorities.get(row.priority_id)) is not None
        and reader.me in owner_side(row.unit_id, None, known=reader.leaders).leads_asked()
    ]


def alone_lines(reader: Reader) -> list[Waiting]:
    """Agreed objectives whose reason to stand alone the unit above has not accepted."""
    if not reader.near["alone"]:
        return []
    links = ContributionLink.objects.standing().filter(child=OuterRef("pk")).values("pk")[:1]
    rows = (
        Objective.objects.filter(pk__in=reader.near["alone"])
        .annotate(linked=Subquery(links), asked_at=Coalesce(F("agreed_at"), F("updated_at")))
        .filter(linked=None)
        .select_related("current", "unit")
    )
    return [
        Waiting(
            title=f"May “{shortened(row.current.title)}” stand alone?",
            hint=f"{row.unit.name} says why it serves no priority.",
            href=address("objectives:accept_local_reason", row.pk),
            since=vars(row)["asked_at"],
        )
        for row in rows
        if row.current and reader.me in unit_above(row.unit_id, known=reader.leaders).asked()
    ]


def withdrawal_lines(reader: Reader) -> list[Waiting]:
    """Agreed objectives that the other side wishes to withdraw."""
    if not reader.near["withdrawal"]:
        return []
    wishes = list(
        Withdrawal.objects.filter(pk__in=reader.near["withdrawal"]).select_related(
            "objective__current", "objective__unit", "person"
        )
    )
    links = main_links([wish.objective_id for wish in wishes])
    found = []
    for wish in wishes:
        link = links.get(wish.objective_id)
        parent = link.parent_objective if link else None
        sides = sides_between(
            wish.objective,
            reader,
            unit_id=parent.unit_id if parent else None,
            priority_id=link.parent_priority_id if link else None,
        )
        side = sides[PARENT if wish.party == OWNER else OWNER]
        if side is not None and reader.me in side.asked():
            found.append(_withdrawal(wish))
    return found


def _withdrawal(wish: Withdrawal) -> Waiting:
    current = wish.objective.current
    title = shortened(current.title if current else wish.objective.ref)
    return Waiting(
        title=f"Withdraw “{title}”?",
        hint=f"{wish.person.name} wishes to withdraw what both sides agreed.",
        href=address("objectives:withdraw", wish.objective_id),
        since=wish.asked_at,
    )
