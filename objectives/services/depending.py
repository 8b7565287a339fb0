"""What one team needs of another for its objective, and what the other answers."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from objectives import letters
from objectives.figures.dependencies import Turn, state_after, turns_open
from objectives.models import Dependency, Objective
from objectives.queries.dependencies import parties_of
from objectives.queries.leaders import leaders
from objectives.queries.sides import owner_side
from objectives.services.common import letter_readers, locked, must_write, words_of
from objectives.services.links import FINISHED
from objectives.services.refusals import NotTheirs, Refused
from people.addresses import full_address
from people.errands import leave_errand
from people.models import OrgUnit, Person
from people.policy import Standing
from people.structure.services import require_open_unit
from people.tenancy import organisation_in_force

OVER = (Dependency.State.DONE, Dependency.State.DROPPED)


@transaction.atomic
def ask_other_team(
    *,
    objective: Objective,
    asked_unit: OrgUnit,
    words: str,
    by: Person,
    standing: Standing,
    now: datetime,
    needed_by: date | None = None,
) -> Dependency:
    """An objective's owner asks another team for something; the other team's lead answers."""
    objective = locked(objective)
    must_write(standing, unit_id=objective.unit_id)
    if objective.state == Objective.State.DRAFT:
        raise Refused("Propose this objective first, so that the other team can read it")
    if objective.state in FINISHED:
        raise Refused("This objective is finished, so it needs nothing more")
    if asked_unit.pk == objective.unit_id:
        raise Refused("Choose another team: this one owns the objective", field="unit")
    if not words.strip():
        raise Refused("Say what you need", field="words")
    require_open_unit(unit_id=asked_unit.pk)
    dependency = Dependency.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        asked_unit=asked_unit,
        words=words.strip(),
        needed_by=needed_by,
        asked_by=by,
        asked_at=now,
    )
    asked = owner_side(asked_unit.pk, None, known=leaders()).asked()
    _tell(dependency, asked - {by.pk}, what="Another team asks for something", now=now, turn="ask")
    return dependency


@transaction.atomic
def answer_dependency(
    *,
    dependency: Dependency,
    turn: Turn,
    by: Person,
    standing: Standing,
    now: datetime,
    due_on: date | None = None,
    reason: str = "",
    instead: str = "",
) -> Dependency:
    """One side's next word about it; who may say what is in figures.dependencies.

    Raises NotTheirs for the wrong side, Refused when a date or a reason is missing.
    """
    objective = locked(dependency.objective)
    dependency = Dependency.objects.select_for_update(no_key=True).get(pk=dependency.pk)
    state = state_after(dependency.state, turn)
    if state is None:
        raise Refused("Somebody has already answered. Look at it as it is now")
    if turn not in turns_open(
        dependency.state, parties=parties_of(dependency, objective, standing=standing)
    ):
        raise NotTheirs
    if turn == Turn.YES:
        dependency.due_on = _day_to_come(due_on, today=localtime(now).date())
        dependency.reason = dependency.instead = ""
    if turn == Turn.NO:
        if not reason.strip():
            raise Refused("Say why not", field="reason")
        dependency.reason, dependency.instead = reason.strip(), instead.strip()
    if turn in (Turn.YES, Turn.NO):
        dependency.answered_by = by
        dependency.answered_at = dependency.answered_at or now
    dependency.state = state
    dependency.finished_at = now if state in OVER else None
    dependency.save()
    _tell_other_side(dependency, objective, turn, by=by, now=now)
    return dependency


def _day_to_come(due_on: date | None, *, today: date) -> date:
    if due_on is None:
        raise Refused("Enter the date by which it will be done", field="due_on")
    if due_on < today:
        raise Refused("Enter a date that is still to come", field="due_on")
    return due_on


def _tell_other_side(
    dependency: Dependency, objective: Objective, turn: Turn, *, by: Person, now: datetime
) -> None:
    """Only an answer calls for the other side: what is over waits for nobody."""
    if turn in (Turn.YES, Turn.NO):
        answerable = words_of(objective).answerable_id
        readers = owner_side(objective.unit_id, answerable, known=leaders()).asked()
        stamp = f"{turn}-{now:%Y%m%d%H%M%S}"
        _tell(
            dependency, readers - {by.pk}, what="An answer to what you asked", now=now, turn=stamp
        )


def _tell(
    dependency: Dependency, people: frozenset[int], *, what: str, now: datetime, turn: str
) -> None:
    words = letters.someone_is_waiting(
        what=what,
        title=words_of(dependency.objective).title,
        link=full_address("objectives:dependency", dependency.pk),
    )
    for person in letter_readers(people):
        leave_errand(
            key=f"dependency:{dependency.pk}:{turn}:{person.pk}",
            task="people.tasks.send_letter",
            due_at=now,
            arguments={"to": person.email, "subject": words.subject, "body": words.body},
        )
