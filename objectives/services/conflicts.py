"""Two objectives pull against each other: raised, talked about, settled or left as it is."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from objectives import letters
from objectives.figures.conflicts import OPEN, Turn, state_after, turns_open
from objectives.models import Conflict, ConflictMessage, Objective
from objectives.queries.conflicts import is_side
from objectives.queries.leaders import leaders
from objectives.queries.seen import is_seen
from objectives.queries.sides import owner_side
from objectives.services.common import letter_readers, locked, words_of
from objectives.services.links import FINISHED
from objectives.services.refusals import NotTheirs, Refused
from people.addresses import full_address
from people.errands import leave_errand
from people.models import Person
from people.policy import Action, Standing
from people.tenancy import organisation_in_force


@transaction.atomic
def raise_conflict(
    *,
    objective: Objective,
    other: Objective,
    words: str,
    by: Person,
    standing: Standing,
    now: datetime,
) -> Conflict:
    """Anybody who sees both may say that they pull against each other; both owners are told."""
    objective = locked(objective, other)
    both = (objective, other)
    if not standing.may(Action.ASK_FOR_OBJECTIVE) or not all(
        is_seen(standing, state=one.state, unit_id=one.unit_id) for one in both
    ):
        raise NotTheirs
    if objective.pk == other.pk:
        raise Refused("Choose another objective: this is the same one", field="ref")
    if any(one.state == Objective.State.DRAFT for one in both):
        raise Refused("Others cannot read a draft yet. Wait until it is proposed", field="ref")
    if any(one.state in FINISHED for one in both):
        raise Refused("One of the two is finished, so nothing pulls any more", field="ref")
    if not words.strip():
        raise Refused("Say how they pull against each other", field="words")
    between = Q(objective=objective, other=other) | Q(objective=other, other=objective)
    if Conflict.objects.filter(between, state__in=OPEN).exists():
        raise Refused("That is raised already. Talk about it where it is", field="ref")
    conflict = Conflict.objects.create(
        organisation=organisation_in_force(),
        objective=objective,
        other=other,
        words=words.strip(),
        raised_by=by,
        raised_at=now,
    )
    _tell(conflict, by=by, what="Two objectives pull against each other", now=now)
    return conflict


@transaction.atomic
def take_conflict_turn(
    *, conflict: Conflict, turn: Turn, words: str, by: Person, standing: Standing, now: datetime
) -> Conflict:
    """Talked about, settled with how, or accepted as it is with why.

    Raises NotTheirs for anybody else than the two sides, Refused when words are missing.
    """
    conflict = (
        Conflict.objects.select_for_update(of=("self",), no_key=True)
        .select_related("objective__current", "other__current")
        .get(pk=conflict.pk)
    )
    state = state_after(conflict.state, turn)
    if state is None:
        raise Refused("Somebody has already settled it. Look at it as it is now")
    allowed = turns_open(
        conflict.state,
        is_side=is_side(conflict, standing),
        raised_it=conflict.raised_by_id == by.pk,
    )
    if turn not in allowed:
        raise NotTheirs
    if not words.strip():
        missing = "Write something first" if turn == Turn.TALK else "Say how it is settled"
        raise Refused(missing, field="words")
    if turn == Turn.TALK:
        ConflictMessage.objects.create(
            organisation=organisation_in_force(),
            conflict=conflict,
            person=by,
            words=words.strip(),
            sent_at=now,
        )
    else:
        conflict.outcome, conflict.settled_by, conflict.settled_at = words.strip(), by, now
    conflict.state = state
    conflict.save()
    if turn == Turn.TALK:
        _tell(conflict, by=by, what="Somebody replied about two objectives", now=now)
    return conflict


def _tell(conflict: Conflict, *, by: Person, what: str, now: datetime) -> None:
    known = leaders(of=[conflict.objective.unit_id, conflict.other.unit_id])
    people: set[int] = set()
    for one in (conflict.objective, conflict.other):
        people |= owner_side(one.unit_id, words_of(one).answerable_id, known=known).asked()
    letter = letters.someone_is_waiting(
        what=what,
        title=words_of(conflict.objective).title,
        link=full_address("objectives:conflict", conflict.pk),
    )
    for person in letter_readers(frozenset(people - {by.pk})):
        leave_errand(
            key=f"conflict:{conflict.pk}:{now:%Y%m%d%H%M%S}:{person.pk}",
            task="people.tasks.send_letter",
            due_at=now,
            arguments={"to": person.email, "subject": letter.subject, "body": letter.body},
        )
