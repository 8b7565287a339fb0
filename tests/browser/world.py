"""An organisation with somebody for each part of a story, all committed and able to sign in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from people.models import Account, Organisation, OrgUnit, Person, RoleGrant
from people.tenancy import acting_in
from strategy.models import StrategyVersion
from tests.factories import (
    AccountFactory,
    AssignmentFactory,
    BoardMembershipFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PersonFactory,
    PriorityWordingFactory,
    RoleGrantFactory,
    StrategyVersionFactory,
)

SLUG = "willowbrook"


@dataclass(frozen=True, kw_only=True)
class World:
    organisation: Organisation
    root: OrgUnit
    administrator: Person
    secretary: Person
    director: Person

    def account(self, person: Person) -> Account:
        assert person.account is not None
        return person.account


def someone(name: str) -> Person:
    first = name.split()[0].lower()
    account = AccountFactory.create(email=f"{first}@example.org")
    return PersonFactory.create(name=name, email=account.email, account=account)


def with_role(name: str, role: str) -> Person:
    person = someone(name)
    RoleGrantFactory.create(person=person, role=role)
    return person


def small_world(*, is_demonstration: bool = False) -> World:
    """The board's own unit, who looks after the organisation, the secretary, one director."""
    organisation = OrganisationFactory.create(
        name="Willowbrook Community Health", slug=SLUG, is_demonstration=is_demonstration
    )
    with acting_in(organisation, cause="test"):
        root = OrgUnitFactory.create(
            code="BOARD", name="The Board", kind=OrgUnit.Kind.ORGANISATION, parent=None
        )
        director = someone("Dana Director")
        BoardMembershipFactory.create(person=director)
        return World(
            organisation=organisation,
            root=root,
            administrator=with_role("Ada Admin", RoleGrant.Role.ORG_ADMIN),
            secretary=with_role("Sefa Secretary", RoleGrant.Role.BOARD_SECRETARY),
            director=director,
        )


def lead(name: str, unit: OrgUnit) -> Person:
    person = someone(name)
    AssignmentFactory.create(person=person, unit=unit, is_lead=True)
    return person


def draft_with_a_priority() -> StrategyVersion:
    version = StrategyVersionFactory.create(
        title="Leading together", starts_on=date(2026, 4, 1), ends_on=date(2031, 3, 31)
    )
    PriorityWordingFactory.create(version=version, title="Safe, kind care every time")
    return version
