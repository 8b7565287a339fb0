"""The sentences from whom the work helps up to the Board, made of agreed words."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from objectives.figures.sentences import Note, Says, in_sentence
from objectives.figures.sight import Way
from objectives.models import Objective
from objectives.queries.my_part.ties import Above, Tie
from people.addresses import address
from ui.wording import in_words, waited


@dataclass(frozen=True, kw_only=True)
class Step:
    """One sentence: our words, what was agreed, and what there is to add."""

    lead: str
    quote: str = ""
    href: str = ""
    notes: list[str] = field(default_factory=list)
    is_ours: bool = False

    @property
    def stop(self) -> str:
        """What ends the sentence, so that it is read aloud with a pause."""
        return "" if not self.quote or self.quote[-1] in ".!?" else "."


def steps_of(start: Objective, way: Way[Tie], above: Above, *, me: int) -> list[Step]:
    """Whom it helps, the team's promise, then each promise above it, and the Board's priority."""
    steps = [*_whom(start), _promise(start, me=me)]
    below = start
    for tie in way.links:
        parent = above.objectives.get(tie.above_id or 0)
        if parent is None:
            steps += _priority(tie, above)
        else:
            steps.append(_serves(below, parent, tie, above))
            below = parent
    return steps


def alone_step(last: Objective) -> Step:
    """It stands alone, as the unit above it has accepted."""
    upper = last.unit.parent.name if last.unit.parent else last.unit.name
    return Step(lead=in_sentence(Says.ALONE, unit=upper), quote=last.local_reason)


def _whom(start: Objective) -> list[Step]:
    why = start.current.why if start.current else ""
    if not why:
        return [Step(lead=in_sentence(Says.HELPS_UNSAID))]
    return [Step(lead=in_sentence(Says.HELPS), quote=why)]


def _promise(start: Objective, *, me: int) -> Step:
    current = start.current
    answerable = current.answerable if current else None
    notes = []
    if current and current.target_date:
        notes.append(in_sentence(Note.BY, day=in_words(current.target_date)))
    if answerable is not None:
        notes.append(
            in_sentence(Note.YOURS)
            if answerable.pk == me
            else in_sentence(Note.THEIRS, person=answerable.name)
        )
    return Step(
        lead=in_sentence(Says.PROMISE, unit=start.unit.name),
        quote=title_of(start),
        href=address("objectives:objective", start.pk),
        notes=notes,
        is_ours=True,
    )


def _serves(below: Objective, parent: Objective, tie: Tie, above: Above) -> Step:
    says = Says.SERVES_OWN if below.unit_id == parent.unit_id else Says.SERVES
    return Step(
        lead=in_sentence(says, unit=parent.unit.name),
        quote=title_of(parent),
        href=address("objectives:objective", parent.pk),
        notes=_notes(tie, above),
    )


def _priority(tie: Tie, above: Above) -> list[Step]:
    wording = above.wordings[tie.priority_id or 0]
    step = Step(
        lead=in_sentence(Says.PRIORITY),
        quote=wording.title,
        href=f"{address('objectives:objectives')}?priority={quote(wording.priority.ref, safe='')}",
        notes=_notes(tie, above),
    )
    why_now = [Step(lead=in_sentence(Says.WHY_NOW), quote=wording.statement)]
    return [step, *(why_now if wording.statement else [])]


def _notes(tie: Tie, above: Above) -> list[str]:
    notes = [f"{in_sentence(Note.HOW)} “{tie.rationale.rstrip('.')}”."] if tie.rationale else []
    if tie.stale_since is not None:
        notes.append(in_sentence(Note.CHANGED, time=waited(tie.stale_since, above.now)))
    return notes


def title_of(objective: Objective) -> str:
    return objective.current.title if objective.current else objective.ref
