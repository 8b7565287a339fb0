"""Pages that no story comes by keep the same promises, wide and narrow."""

from __future__ import annotations

import pytest

from people.models import RoleGrant
from people.tenancy import acting_in
from tests.browser.visitor import NewVisitor, Visitor
from tests.browser.world import World, draft_with_a_priority, lead, small_world
from tests.factories import (
    ContributionLinkFactory,
    MeasureFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    RoleGrantFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def _world_with_work() -> tuple[World, list[str]]:
    """One person who may see everything, a ward with a lead, its objective, a draft strategy."""
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        RoleGrantFactory.create(person=world.administrator, role=RoleGrant.Role.OD_STAFF)
        ward = OrgUnitFactory.create(code="W7", name="Ward 7 for older people, Willowbrook House")
        leader = lead("Leo Lead", ward)
        draft_with_a_priority()
        objective = ObjectiveFactory.create(unit=ward, answerable=leader, state="live")
        MeasureFactory.create(version=objective.current)
        ContributionLinkFactory.create(child=objective)
    return world, [
        f"units/{ward.pk}/",
        f"units/{ward.pk}/edit/",
        f"units/{ward.pk}/move/",
        f"people/{leader.pk}/",
        f"people/{leader.pk}/edit/",
        f"teams/{ward.pk}/",
        f"objectives/{objective.pk}/",
        f"objectives/{objective.pk}/serve/",
        f"objectives/{objective.pk}/words/",
    ]


PLACES = (
    "units/",
    "people/",
    "people/add/",
    "board/",
    "board/add/",
    "roles/",
    "roles/grant/",
    "record/",
    "imports/choose/units/",
    "exports/",
    "organisation/",
    "organisation/name/",
    "teams/",
    "strategy/draft/",
    "set-up/",
)
ELSEWHERE = ("/accounts/", "/accounts/2fa/", "/help/accessibility/", "/help/privacy/")


def test_every_other_page_keeps_its_promises(new_visitor: NewVisitor, width: int) -> None:
    world, of_things = _world_with_work()
    visitor = new_visitor(width=width)
    visitor.sign_in(world.account(world.administrator))
    inside = [f"/willowbrook/{path}" for path in (*PLACES, *of_things)]

    broken = [said for path in (*inside, *ELSEWHERE) if (said := _broken_promises(visitor, path))]

    assert not broken, "\n".join(broken)


def _broken_promises(visitor: Visitor, path: str) -> str:
    visitor.go(path)
    try:
        visitor.look()
    except AssertionError as trouble:
        visitor.trouble.clear()
        return f"{path}: {trouble}"
    return ""
