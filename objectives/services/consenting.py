"""A whole team decides: its members are asked whether they stand behind the words."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives import letters
from objectives.models import ConsentRound, Objective, TeamAnswer
from objectives.queries.consent import newest_round
from objectives.services.common import (
    letter_readers,
    locked,
    must_write,
    note_change,
    words_of,
    write_to,
)
from objectives.services.refusals import NotTheirs, Refused
from objectives.services.settling import material_version, settle
from people.addresses import full_address
from people.models import Assignment, Person
from people.policy import Standing
from people.tenancy import organisation_in_force

BEFORE_AGREED = (
    Objective.State.DRAFT,
    Objective.State.PROPOSED,
    Objective.State.IN_CATCHBALL,
)


@transaction.atomic
def ask_team(*, objective: Objective, by: Person, standing: Standing, now: datetime) -> Objective:
    """From now on the whole team decides for its side: every member is asked about the newest
    words. It is agreed only when half have answered and three quarters of them are in favour."""
    objective = locked(objective)
    must_write(standing, unit_id=objective.unit_id)
    if objective.state not in BEFORE_AGREED or objective.state == Objective.State.DRAFT:
        raise Refused("Ask the team once this is proposed and before it is agreed")
    if newest_round(objective.pk, floor=material_version(objective).number) is not None:
        raise Refused("The team has already been asked about these words")
    members = _members(objective)
    if not members:
        raise Refused(f"Nobody works in {objective.unit.name} yet, so nobody can be asked")
    objective.decides = Objective.Decides.TEAM
    objective.save(update_fields=["decides", "updated_at"])
    _open_round(objective, members, by=by, now=now)
    note_change(now=now)
    return objective


def _members(objective: Objective) -> list[int]:
    places = Assignment.objects.current().filter(unit=objective.unit, person__is_active=True)
    return sorted(set(places.values_list("person_id", flat=True)))


def _open_round(objective: Objective, members: list[int], *, by: Person, now: datetime) -> None:
    organisation, version = organisation_in_force(), words_of(objective)
    consent = ConsentRound.objects.create(
        organisation=organisation, version=version, unit=objective.unit, asked_by=by, asked_at=now
    )
    TeamAnswer.objects.bulk_create(
        TeamAnswer(organisation=organisation, consent=consent, person_id=pk) for pk in members
    )
    words = letters.someone_is_waiting(
        what="Can you stand behind this?",
        title=version.title,
        link=full_address("objectives:stand_behind", objective.pk),
    )
    readers = letter_readers(frozenset(members) - {by.pk})
    write_to(readers, key=f"consent:{consent.pk}", words=words, now=now)


@transaction.atomic
def let_lead_decide(
    *, objective: Objective, by: Person, standing: Standing, now: datetime
) -> Objective:
    """The team's lead decides again; what members answered stays unread by anybody."""
    objective = locked(objective)
    must_write(standing, unit_id=objective.unit_id)
    if objective.state not in BEFORE_AGREED:
        raise Refused("Who decides can change only before it is agreed")
    objective.decides = Objective.Decides.LEAD
    objective.save(update_fields=["decides", "updated_at"])
    settle(objective, now=now)
    note_change(now=now)
    return objective


@transaction.atomic
def answer_for_oneself(
    *, objective: Objective, response: str, by: Person, now: datetime
) -> Objective:
    """One member's own answer to the words that count; the newest replaces the one before."""
    objective = locked(objective)
    consent = newest_round(objective.pk, floor=material_version(objective).number)
    mine = TeamAnswer.objects.select_for_update().filter(consent=consent, person=by).first()
    if consent is None or mine is None:
        raise NotTheirs
    if objective.state not in BEFORE_AGREED:
        raise Refused("This is decided, so answers no longer change it")
    mine.response, mine.answered_at = response, now
    mine.save(update_fields=["response", "answered_at", "updated_at"])
    settle(objective, now=now)
    note_change(now=now)
    return objective
