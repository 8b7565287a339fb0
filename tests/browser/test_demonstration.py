from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from people.accounts.demo import ROLES
from people.models import BoardMembership, OrgUnit, RoleGrant
from people.tenancy import acting_in
from tests.browser import processes
from tests.browser.processes import Site
from tests.browser.visitor import NewVisitor
from tests.browser.world import lead, small_world, someone, with_role
from tests.factories import AssignmentFactory, BoardMembershipFactory, OrgUnitFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def demonstration(site: Site) -> Iterator[Site]:
    with processes.web(site.folder, name="demonstration", DEMO="true") as shown:
        yield shown


def _somebody_for_each_role() -> None:
    world = small_world(is_demonstration=True)
    with acting_in(world.organisation, cause="test"):
        nursing = OrgUnitFactory.create(name="Nursing", kind=OrgUnit.Kind.DIRECTORATE)
        team = OrgUnitFactory.create(name="Ward 7", kind=OrgUnit.Kind.TEAM, parent=nursing)
        BoardMembershipFactory.create(
            person=someone("Chloe Chair"), seat=BoardMembership.Seat.CHAIR
        )
        lead("Dilys Directs", nursing)
        lead("Leo Lead", team)
        AssignmentFactory.create(person=someone("Nia Nurse"), unit=team)
        with_role("Olu Organiser", RoleGrant.Role.OD_STAFF)
        with_role("Aud Auditor", RoleGrant.Role.AUDITOR)


def test_each_role_of_the_demonstration_signs_in_with_one_button_and_comes_home(
    new_visitor: NewVisitor, demonstration: Site, width: int
) -> None:
    _somebody_for_each_role()
    visitor = new_visitor(width=width, url=demonstration.url)
    visitor.go("/demo/")
    visitor.sees("Sign in to the demonstration")

    names = {}
    for role in ROLES:
        bar = visitor.page.get_by_role("complementary", name="Demonstration")
        bar.get_by_role("button", name=role.label, exact=True).click()
        expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("For you")
        assert visitor.page.url == f"{demonstration.url}/willowbrook/"
        names[role.value] = visitor.page.locator("h1 .nhsuk-caption-l").inner_text()

    visitor.look()
    assert names == {
        "chair": "Chloe Chair",
        "board_member": "Dana Director",
        "board_secretary": "Sefa Secretary",
        "od_staff": "Olu Organiser",
        "directorate_lead": "Dilys Directs",
        "team_lead": "Leo Lead",
        "member": "Nia Nurse",
        "org_admin": "Ada Admin",
        "auditor": "Aud Auditor",
    }
