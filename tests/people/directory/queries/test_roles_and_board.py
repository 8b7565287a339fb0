from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from people.directory.queries import board, roles
from people.models import OrgUnit
from tests.factories import (
    BoardMembershipFactory,
    OrgUnitFactory,
    PersonFactory,
    RoleGrantFactory,
)

TODAY = date(2026, 11, 3)


@pytest.mark.parametrize("how_many", [2, 30])
def test_the_roles_cost_two_queries_however_many_are_held(
    root: OrgUnit, how_many: int, django_assert_num_queries: Any
) -> None:
    for _ in range(how_many):
        RoleGrantFactory.create(role="auditor", granted_by=PersonFactory.create())
        RoleGrantFactory.create(role="auditor", ended_on=TODAY)

    with django_assert_num_queries(2):
        held, ended = roles.roles_held(), roles.roles_ended()

    assert sum(len(role.grants) for role in held) == how_many
    assert len(ended) == min(25, how_many)


def test_each_role_names_who_holds_it_by_name(root: OrgUnit) -> None:
    for name in ("Zoe", "Ann"):
        RoleGrantFactory.create(role="auditor", person__name=name)

    [auditors] = [role for role in roles.roles_held() if role.grants]

    assert (auditors.words, [grant.name for grant in auditors.grants]) == (
        "Auditor (reads only)",
        ["Ann", "Zoe"],
    )


def test_units_to_lead_are_set_in_by_their_level(root: OrgUnit) -> None:
    ward = OrgUnitFactory.create(name="Ward 7", code="W7")
    OrgUnitFactory.create(closed_on=TODAY)

    assert [words.replace("\u00a0", "_") for _pk, words in roles.units_to_lead()] == [
        "The Board (BOARD)",
        "___Ward 7 (W7)",
    ]
    assert roles.units_to_lead()[1][0] == ward.pk


@pytest.mark.parametrize("how_many", [2, 20])
def test_the_boards_page_costs_three_queries(
    root: OrgUnit, how_many: int, django_assert_num_queries: Any
) -> None:
    for _ in range(how_many):
        BoardMembershipFactory.create()

    with django_assert_num_queries(3):
        page = board.board_page(today=TODAY)

    assert len(page.members) == how_many


def test_the_chair_comes_first_and_who_left_comes_apart(root: OrgUnit) -> None:
    BoardMembershipFactory.create(person__name="Executive")
    BoardMembershipFactory.create(person__name="Chair", seat="chair", started_on=date(2020, 1, 1))
    BoardMembershipFactory.create(person__name="Gone", ended_on=TODAY)

    page = board.board_page(today=TODAY)

    assert [(line.name, line.years) for line in page.members] == [("Chair", 6), ("Executive", 0)]
    assert [line.name for line in page.former] == ["Gone"]
    assert page.warnings[-1].startswith("Chair has sat on the board for 6 years")


def test_a_board_that_nobody_spoke_of_has_the_usual_name(root: OrgUnit) -> None:
    page = board.board_page(today=TODAY)

    assert (page.board.name, page.warnings) == ("The Board", [])
