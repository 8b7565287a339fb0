"""Writing an objective, putting it forward, and wording it anew."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.figures import OWNER, PARENT, Event, next_ref, state_after
from objectives.models import AskedObjective, Cycle, Objective, ObjectiveVersion
from objectives.queries.sides import main_link, sides_of
from objectives.services.common import locked, must_write, note_change, words_of
from objectives.services.cycles import open_cycle
from objectives.services.links import propose_link
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from objectives.services.settling import side_spoken_for, speak_for_own_side
from objectives.services.talking import keep_message
from objectives.services.words import COSMETIC, Words, differs, is_material, write_version
from people.models import OrgUnit, Person
from people.policy import Action, Standing
from people.structure.services import require_open_unit
from people.tenancy import organisation_in_force
from strategy.models import Priority

SERVES_NOTHING = "Say what this serves, or why it serves no priority, before you propose it"


@transaction.atomic
def write_objective(
    *,
    unit: OrgUnit,
    words: Words,
    by: Person,
    standing: Standing,
    now: datetime,
    serves: Objective | Priority | None = None,
    strength: str = "direct",
    rationale: str = "",
    local_reason: str = "",
    is_proposed: bool = False,
) -> Objective:
    """A new objective with its first version: a draft or, at once, a proposal."""
    must_write(standing, unit_id=unit.pk)
    require_open_unit(unit_id=unit.pk)
    cycle = Cycle.objects.select_for_update(no_key=True).get(pk=open_cycle(now=now).pk)
    taken = Objective.objects.filter(cycle=cycle, ref__startswith=f"{unit.code[:50]}-")
    objective = Objective.objects.create(
        organisation=organisation_in_force(),
        cycle=cycle,
        ref=next_ref(unit.code, taken.values_list("ref", flat=True)),
        unit=unit,
        local_reason=local_reason,
    )
    write_version(objective=objective, words=words, by=by, now=now)
    if serves is not None:
        propose_link(
            objective,
            parent=serves,
            by=by,
            now=now,
            strength=strength,
            rationale=rationale,
            first=True,
        )
    _answer_who_asked(objective, serves=serves, now=now)
    if is_proposed:
        _put_forward(objective, by=by, now=now)
    note_change(now=now)
    return objective


def _answer_who_asked(
    objective: Objective, *, serves: Objective | Priority | None, now: datetime
) -> None:
    if isinstance(serves, Priority):
        AskedObjective.objects.filter(
            unit=objective.unit, priority=serves, answered_at=None
        ).update(objective=objective, answered_at=now, updated_at=now)


@transaction.atomic
def propose(*, objective: Objective, by: Person, standing: Standing, now: datetime) -> Objective:
    """Puts a draft forward: whoever must answer for either side is asked."""
    objective = locked(objective)
    must_write(standing, unit_id=objective.unit_id)
    _put_forward(objective, by=by, now=now)
    note_change(now=now)
    return objective


def _put_forward(objective: Objective, *, by: Person, now: datetime) -> None:
    state = state_after(objective.state, Event.PROPOSED)
    if state is None:
        raise Refused("This objective has already been proposed")
    if main_link(objective) is None and not objective.local_reason:
        raise Refused(SERVES_NOTHING)
    objective.state, objective.proposed_at = state, now
    objective.save(update_fields=["state", "proposed_at", "updated_at"])
    speak_for_own_side(objective, sides=sides_of(objective), party=OWNER, by=by, now=now)


@transaction.atomic
def word_anew(
    *,
    objective: Objective,
    words: Words,
    number: int,
    by: Person,
    standing: Standing,
    now: datetime,
    note: str = "",
) -> ObjectiveVersion:
    """A new version, with what its writer says to it. Where it changes what was agreed, both
    sides answer again."""
    objective = locked(objective)
    party = side_spoken_for(sides_of(objective), standing=standing)
    current = words_of(objective)
    if current.number != number:
        raise WordsChanged
    material = is_material(current, words=words)
    is_same_goal = words.goal_type in ("", objective.goal_type)
    if not material and is_same_goal and not differs(current, words=words, fields=COSMETIC):
        raise Refused("Nothing has changed. Change the words, then save")
    is_owner = party != PARENT
    event = Event.REWORDED_BY_OWNER if is_owner else Event.REWORDED_BY_PARENT
    state = state_after(objective.state, event)
    _may_reword(objective, state=state, is_owner=is_owner, standing=standing)
    version = write_version(objective=objective, words=words, by=by, now=now, is_material=material)
    if material and state is not None and objective.state != Objective.State.DRAFT:
        objective.state, objective.agreed_at = state, None
        objective.proposed_at = objective.proposed_at or now
        objective.save(update_fields=["state", "agreed_at", "proposed_at", "updated_at"])
        sides = sides_of(objective)  # the new words may name another answerable person
        speak_for_own_side(objective, sides=sides, party=party, by=by, now=now)
    if note.strip() and objective.state != Objective.State.DRAFT:
        keep_message(objective, words=note, party=party, by=by, now=now)
    note_change(now=now)
    return version


def _may_reword(
    objective: Objective, *, state: str | None, is_owner: bool, standing: Standing
) -> None:
    if objective.state == Objective.State.DRAFT and not standing.may(
        Action.WRITE_OBJECTIVE, unit_id=objective.unit_id
    ):
        raise NotTheirs
    if state is None and not is_owner:
        raise Refused(f"Both sides agreed these words. Ask {objective.unit.name} to change them")
    if state is None:
        raise Refused("This objective is finished, so its words stay as they are")
