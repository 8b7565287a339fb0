"""What people do to the tree of units: add, edit, move, close, reopen. History stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from people.errands import reports_are_due
from people.models import Assignment, OrgUnit
from people.queries import unit_ids_below
from people.refusals import Refused, SavedMeanwhile, refusing
from people.structure.keeping_open import keeps_unit_open, what_keeps_open
from people.tenancy import organisation_in_force
from ui.wording import counted

CODE_IS_TAKEN = "unit_code_is_unique"
LOOP = "unit_tree_has_no_loop"


@dataclass(frozen=True, kw_only=True)
class UnitFacts:
    """What is written about a unit, apart from where it hangs."""

    name: str
    code: str
    kind: str
    site: str = ""
    headcount: int | None = None
    fte: Decimal | None = None


@transaction.atomic
def add_unit(*, parent: OrgUnit, facts: UnitFacts, opened_on: date, now: datetime) -> OrgUnit:
    """A new unit below an open one, under a code that no other unit has."""
    above = require_open_unit(unit_id=parent.pk)
    with refusing({CODE_IS_TAKEN: _code_is_taken(facts)}):
        added = OrgUnit.objects.create(
            organisation=organisation_in_force(),
            parent=above,
            opened_on=opened_on,
            **vars(facts),
        )
    reports_are_due(now=now)
    return added


@transaction.atomic
def edit_unit(*, unit: OrgUnit, edition: int, facts: UnitFacts, now: datetime) -> OrgUnit:
    """What is written about a unit; raises SavedMeanwhile when somebody saved it first."""
    locked = _locked(unit.pk, edition=edition)
    for name, value in vars(facts).items():
        setattr(locked, name, value)
    with refusing({CODE_IS_TAKEN: _code_is_taken(facts)}):
        locked.save()
    reports_are_due(now=now)
    return locked


@transaction.atomic
def move_unit(*, unit: OrgUnit, edition: int, parent: OrgUnit, now: datetime) -> OrgUnit:
    """The unit, with all below it, under another open unit: never below itself."""
    _lock_all(unit.pk, parent.pk)
    locked = _locked(unit.pk, edition=edition)
    above = require_open_unit(unit_id=parent.pk)
    if locked.parent_id is None:
        raise Refused("The top of the organisation has nowhere to move to")
    below = unit_ids_below(unit_ids={locked.pk}, organisation_id=locked.organisation_id)
    if above.pk in below:
        raise Refused(f"{above} is part of {locked}, so {locked} cannot move below it")
    locked.parent = above
    closes_a_loop = Refused(
        f"Somebody moved another unit just now, and {locked} would end up below itself. "
        "Look at the units again, then choose where it goes"
    )
    with refusing({LOOP: closes_a_loop}):
        locked.save()
    reports_are_due(now=now)
    return locked


@transaction.atomic
def close_unit(*, unit: OrgUnit, closed_on: date, now: datetime) -> OrgUnit:
    """Closes a unit that holds nothing any more; closing it twice is closing it once."""
    [locked] = _lock_all(unit.pk)
    if locked.closed_on is not None:
        return locked
    if locked.parent_id is None:
        raise Refused("The top of the organisation stays open")
    if in_the_way := what_keeps_open(locked):
        raise Refused(f"{locked} cannot be closed yet. {' '.join(in_the_way)}")
    if locked.opened_on is not None and closed_on < locked.opened_on:
        raise Refused("The unit cannot close before it opened")
    locked.closed_on = closed_on
    locked.edition += 1
    locked.save()
    reports_are_due(now=now)
    return locked


@transaction.atomic
def reopen_unit(*, unit: OrgUnit, now: datetime) -> OrgUnit:
    """Opens a closed unit again, below a unit that is open itself."""
    _lock_all(unit.pk, *([unit.parent_id] if unit.parent_id else []))
    [locked] = _lock_all(unit.pk)
    if locked.closed_on is None:
        return locked
    if locked.parent is not None and locked.parent.closed_on is not None:
        raise Refused(f"{locked.parent} is closed too. Open that first, then {locked}")
    locked.closed_on = None
    locked.edition += 1
    locked.save()
    reports_are_due(now=now)
    return locked


def require_open_unit(*, unit_id: int) -> OrgUnit:
    """The unit, kept as it is until this transaction ends; refused when it is closed.

    Whatever puts something into a unit calls this first, so that nothing lands in one that
    is being closed at the same moment.
    """
    unit = OrgUnit.objects.select_for_update().get(pk=unit_id)
    if unit.closed_on is not None:
        raise Refused(f"{unit} is closed. Choose an open unit")
    return unit


@keeps_unit_open
def _people_and_units_keep_it_open(unit: OrgUnit) -> list[str]:
    units = OrgUnit.objects.open().filter(parent=unit).count()
    people = Assignment.objects.current().filter(unit=unit, person__is_active=True).count()
    sentences = []
    if units:
        sentences.append(f"Move or close the {counted(units, 'unit')} within it.")
    if people:
        sentences.append(f"Move its {counted(people, 'person', 'people')} elsewhere.")
    return sentences


def _code_is_taken(facts: UnitFacts) -> Refused:
    return Refused(f"Another unit has the code {facts.code}. Enter a different one", field="code")


def _locked(unit_id: int, *, edition: int) -> OrgUnit:
    """The unit for this edit alone, one edition further."""
    [unit] = _lock_all(unit_id)
    if unit.edition != edition:
        raise SavedMeanwhile
    unit.edition += 1
    return unit


def _lock_all(*unit_ids: int) -> list[OrgUnit]:
    """Always in the same order, so that two people never wait for each other."""
    units = OrgUnit.objects.filter(pk__in=unit_ids).order_by("pk")
    return list(units.select_for_update(of=("self",)))
