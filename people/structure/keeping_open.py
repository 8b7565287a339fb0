"""What keeps a unit open, and what a person would leave behind: higher apps add theirs here."""

from __future__ import annotations

from collections.abc import Callable

from people.models import OrgUnit, Person

# A sentence about each thing that is in the way, such as "It holds 3 open objectives"; none, none.
UnitCheck = Callable[[OrgUnit], list[str]]
PersonCheck = Callable[[Person], list[str]]

_unit_checks: list[UnitCheck] = []
_person_checks: list[PersonCheck] = []


def keeps_unit_open(check: UnitCheck) -> UnitCheck:
    """An app says, when it starts, what of its own must be moved or ended before a unit closes."""
    if check not in _unit_checks:
        _unit_checks.append(check)
    return check


def is_led_by_person(check: PersonCheck) -> PersonCheck:
    """An app says, when it starts, what of its own somebody must take over from a leaver."""
    if check not in _person_checks:
        _person_checks.append(check)
    return check


def what_keeps_open(unit: OrgUnit) -> list[str]:
    return [sentence for check in _unit_checks for sentence in check(unit)]


def what_a_person_leads(person: Person) -> list[str]:
    return [sentence for check in _person_checks for sentence in check(person)]
