"""A leader names who answers in their place for a while; either of the two ends it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from objectives import letters
from objectives.figures.delegating import trouble_with_days
from objectives.models import Delegation
from objectives.queries.leaders import leaders
from objectives.services.common import letter_readers, write_to
from objectives.services.refusals import NotTheirs, Refused
from people.addresses import full_address
from people.models import OrgUnit, Person
from people.policy import Standing
from people.structure.services import require_open_unit
from people.tenancy import organisation_in_force


@transaction.atomic
def name_delegate(
    *,
    unit: OrgUnit,
    delegate: Person,
    starts_on: date,
    ends_on: date,
    by: Person,
    standing: Standing,
    now: datetime,
) -> Delegation:
    """From a day until a day somebody else answers agreements and promises for a unit in its
    leader's place. A leader gives only what they hold themselves: who stands in for another, or
    leads only the unit above, cannot."""
    if unit.pk not in standing.directly_led_unit_ids:
        raise NotTheirs
    require_open_unit(unit_id=unit.pk)
    if trouble := trouble_with_days(starts_on=starts_on, ends_on=ends_on, today=localdate(now)):
        field, sentence = trouble
        raise Refused(sentence, field=field)
    _must_be_able(delegate, unit=unit, by=by)
    _must_be_the_only_one(unit, starts_on=starts_on, ends_on=ends_on, by=by, now=now)
    delegation = Delegation.objects.create(
        organisation=organisation_in_force(),
        unit=unit,
        leader=by,
        delegate=delegate,
        starts_on=starts_on,
        ends_on=ends_on,
        named_at=now,
    )
    words = letters.you_are_a_delegate(
        leader=by.name,
        unit=unit.name,
        starts_on=starts_on,
        ends_on=ends_on,
        link=full_address("objectives:delegates"),
    )
    readers = letter_readers(frozenset({delegate.pk}))
    write_to(readers, key=f"delegate:{delegation.pk}", words=words, now=now)
    return delegation


def _must_be_able(delegate: Person, *, unit: OrgUnit, by: Person) -> None:
    if delegate.pk == by.pk:
        raise Refused("Name somebody other than yourself", field="delegate")
    if not delegate.is_active or delegate.account_id is None:
        raise Refused(
            f"{delegate.name} cannot sign in yet, so they could not answer. Ask an administrator "
            "to invite them, or name somebody else",
            field="delegate",
        )
    able = (people for _, people in leaders(of=[unit.pk]).leading(unit.pk))
    if any(delegate.pk in people for people in able):
        raise Refused(f"{delegate.name} answers for {unit.name} already", field="delegate")


def _must_be_the_only_one(
    unit: OrgUnit, *, starts_on: date, ends_on: date, by: Person, now: datetime
) -> None:
    """One delegate at a time for each leader and unit. The leader's row is held, so that two
    names given at the same moment are one after the other."""
    Person.objects.select_for_update(no_key=True).get(pk=by.pk)
    others = Delegation.objects.not_over(today=localdate(now)).filter(
        unit=unit, leader=by, starts_on__lte=ends_on, ends_on__gte=starts_on
    )
    other = others.select_related("delegate").first()
    if other is not None:
        raise Refused(
            f"{other.delegate.name} already answers for {unit.name} in some of these days. End "
            "that first",
            field="delegate",
        )


@transaction.atomic
def end_delegation(*, delegation: Delegation, by: Person, now: datetime) -> Delegation:
    """It ends at once, by the leader or by the delegate; the other is told. What was answered
    stays."""
    held = Delegation.objects.select_for_update(no_key=True).get(pk=delegation.pk)
    if by.pk not in (held.leader_id, held.delegate_id):
        raise NotTheirs
    if held.ended_at is not None or held.ends_on < localdate(now):
        raise Refused("This has already ended")
    held.ended_at, held.ended_by = now, by
    held.save(update_fields=["ended_at", "ended_by", "updated_at"])
    words = letters.a_delegation_ended(
        by=by.name, unit=held.unit.name, link=full_address("objectives:delegates")
    )
    readers = letter_readers(frozenset({held.leader_id, held.delegate_id}) - {by.pk})
    write_to(readers, key=f"delegate-ended:{held.pk}", words=words, now=now)
    return held
