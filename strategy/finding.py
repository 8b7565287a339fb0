"""What of the strategy can be found: the Board's priorities in force, and what it decided."""

from __future__ import annotations

from collections.abc import Collection

from people.addresses import address
from people.policy import Action, Standing
from people.searching.registry import Candidates, Chosen, Found, Kind, can_find
from strategy.models import BoardDecision, PriorityWording, StrategyVersion
from ui.wording import in_words

TITLE_AT_MOST = 140


def enrol() -> None:
    can_find(
        Kind(
            code="priorities",
            name="Board priorities",
            one="Board priority",
            narrowed_by=frozenset(),
            candidates=_priorities,
            lines=_priority_lines,
        ),
        position=40,
    )
    can_find(
        Kind(
            code="decisions",
            name="Board decisions",
            one="Board decision",
            narrowed_by=frozenset(),
            candidates=_decisions,
            lines=_decision_lines,
        ),
        position=50,
    )


def _priorities(_standing: Standing, _chosen: Chosen) -> Candidates:
    """What is in force is for everyone."""
    return Candidates(
        rows=PriorityWording.objects.in_force(),
        title="title",
        reference="priority__ref",
        elsewhere=("statement", "sponsor__name"),
    )


def _priority_lines(keys: Collection[int]) -> list[Found]:
    rows = PriorityWording.objects.filter(pk__in=keys).select_related("priority", "sponsor")
    return [
        Found(
            key=row.pk,
            title=row.title,
            facts=row.priority.ref + (f", sponsored by {row.sponsor.name}" if row.sponsor else ""),
            href=address("reports:reach", row.priority.ref),
        )
        for row in rows
    ]


def _decisions(standing: Standing, _chosen: Chosen) -> Candidates:
    """A decision is seen with the words it was about: on a draft, by those who draft."""
    rows = BoardDecision.objects.all()
    if not standing.may(Action.SEE_STRATEGY_DRAFT):
        rows = rows.exclude(version__state=StrategyVersion.State.DESIGN)
    return Candidates(rows=rows, title="text", elsewhere=("meeting__title", "version__title"))


def _decision_lines(keys: Collection[int]) -> list[Found]:
    rows = BoardDecision.objects.filter(pk__in=keys).select_related("meeting", "version")
    return [
        Found(
            key=row.pk,
            title=_shortened(row.text),
            facts=f"{row.meeting.title}, {in_words(row.meeting.held_on)}, on {row.version.title}",
            href=address("strategy:version", row.version.number),
            tag="Carried" if row.is_carried else "Not carried",
            colour="green" if row.is_carried else "grey",
        )
        for row in rows
    ]


def _shortened(words: str) -> str:
    return words if len(words) <= TITLE_AT_MOST else f"{words[: TITLE_AT_MOST - 1].rstrip()}…"
