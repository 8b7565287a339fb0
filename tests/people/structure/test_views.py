from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains, assertTemplateUsed

from people.addresses import address
from people.models import Account, Organisation, OrgUnit, Person
from people.tenancy import acting_in
from tests.conftest import HTMX
from tests.factories import (
    AssignmentFactory,
    OrganisationFactory,
    OrgUnitFactory,
    RoleGrantFactory,
)

FACTS = {"name": "Ward 8", "code": "W8", "kind": "team", "site": "", "headcount": "", "fte": ""}
BOTH = pytest.mark.parametrize("headers", [{}, HTMX])


def new() -> dict[str, str]:
    return FACTS | {"idempotency_key": str(uuid4())}


@pytest.fixture
def medicine(root: OrgUnit) -> OrgUnit:
    return OrgUnitFactory.create(name="Medicine", code="MED", parent=root, kind="division")


@pytest.fixture
def ward(medicine: OrgUnit) -> OrgUnit:
    return OrgUnitFactory.create(name="Ward 7", code="MED-7", parent=medicine)


@pytest.fixture
def foreign_unit(root: OrgUnit) -> OrgUnit:
    with acting_in(OrganisationFactory.create()):
        return OrgUnitFactory.create(name="Theirs")


def test_everybody_sees_the_tree_and_members_no_way_to_change_it(
    signed_in: Client, ward: OrgUnit
) -> None:
    response = signed_in.get(address("people:units"))

    assertTemplateUsed(response, "people/structure/units.html")
    assertContains(response, "Ward 7")
    assertNotContains(response, "Add a unit")


def test_a_search_answers_htmx_with_the_list_alone(signed_in: Client, ward: OrgUnit) -> None:
    response = signed_in.get(address("people:units"), {"q": "med-7"}, headers=HTMX)

    assertContains(response, "MED-7, team, 0 people. In Medicine")
    assert "<html" not in response.text


def test_a_search_that_finds_nothing_says_so(signed_in: Client, ward: OrgUnit) -> None:
    response = signed_in.get(address("people:units"), {"q": "<b>"})

    assertContains(response, "No unit has “&lt;b&gt;” in its name or code.")


def test_units_are_downloaded_by_those_who_may_export(
    client: Client, person: Person, ward: OrgUnit
) -> None:
    units, file = address("people:units"), address("people:export", "units", "csv")
    client.force_login(Account.objects.get(persons=person))
    assertNotContains(client.get(units), file)

    RoleGrantFactory.create(person=person, role="od_staff")

    assertContains(client.get(units), f'href="{file}"')


def test_closed_units_are_shown_when_asked_for(signed_in: Client, ward: OrgUnit) -> None:
    OrgUnit.objects.filter(pk=ward.pk).update(closed_on=date(2026, 1, 1))

    assertNotContains(signed_in.get(address("people:units")), "Ward 7")
    assertContains(signed_in.get(address("people:units"), {"closed": "yes"}), "Ward 7")


def test_a_units_page_says_who_works_there_and_who_leads(signed_in: Client, ward: OrgUnit) -> None:
    AssignmentFactory.create(unit=ward, person__name="Ben Tate", is_lead=True, role_title="Matron")

    response = signed_in.get(address("people:unit", ward.pk))

    assertContains(response, "<h1>Ward 7</h1>", html=True)
    assertContains(response, "Matron")
    assertContains(response, "Ben Tate", count=2)
    assertNotContains(response, "Move this unit")


def test_a_unit_is_added(at_desk: Client, medicine: OrgUnit) -> None:
    response = at_desk.post(address("people:add_unit", medicine.pk), new())

    added = OrgUnit.objects.get(code="W8")
    assert response.headers["Location"] == address("people:unit", added.pk)
    assert added.parent == medicine


def test_a_good_post_from_htmx_moves_the_window(at_desk: Client, medicine: OrgUnit) -> None:
    response = at_desk.post(address("people:add_unit", medicine.pk), new(), headers=HTMX)

    added = OrgUnit.objects.get(code="W8")
    assert response.headers["HX-Redirect"] == address("people:unit", added.pk)


@BOTH
def test_a_bad_unit_comes_back_with_words_and_input(
    at_desk: Client, medicine: OrgUnit, headers: dict[str, str]
) -> None:
    bad = new() | {"name": "", "site": "North wing"}

    response = at_desk.post(address("people:add_unit", medicine.pk), bad, headers=headers)

    assertContains(response, "Enter the unit&#39;s name", status_code=422)
    assertContains(response, "North wing", status_code=422)
    assert OrgUnit.objects.count() == 2


@BOTH
def test_a_refusal_stands_at_its_field(
    at_desk: Client, medicine: OrgUnit, headers: dict[str, str]
) -> None:
    taken = new() | {"code": "MED"}

    response = at_desk.post(address("people:add_unit", medicine.pk), taken, headers=headers)

    assertContains(response, "Another unit has the code MED", status_code=422)
    assertContains(response, 'id="id_code-error"', status_code=422)


def test_the_same_form_twice_makes_one_unit(at_desk: Client, medicine: OrgUnit) -> None:
    form = new()

    answers = [at_desk.post(address("people:add_unit", medicine.pk), form) for _ in range(2)]

    assert answers[0].headers["Location"] == answers[1].headers["Location"]
    assert OrgUnit.objects.filter(code="W8").count() == 1


def test_a_form_without_its_key_makes_nothing(at_desk: Client, medicine: OrgUnit) -> None:
    response = at_desk.post(address("people:add_unit", medicine.pk), FACTS)

    assert response.status_code == 422
    assert OrgUnit.objects.count() == 2


def test_an_edit_is_saved(at_desk: Client, ward: OrgUnit) -> None:
    response = at_desk.post(address("people:edit_unit", ward.pk), FACTS | {"version": "1"})

    ward.refresh_from_db()
    assert response.headers["Location"] == address("people:unit", ward.pk)
    assert (ward.name, ward.edition) == ("Ward 8", 2)


@BOTH
def test_a_stale_edit_shows_both_texts_and_overwrites_nothing(
    at_desk: Client, ward: OrgUnit, headers: dict[str, str]
) -> None:
    edit = address("people:edit_unit", ward.pk)
    at_desk.post(edit, FACTS | {"version": "1", "name": "What she wrote"})

    mine = FACTS | {"version": "1", "name": "What I wrote", "kind": "service"}
    response = at_desk.post(edit, mine, headers=headers)

    assertContains(response, "Amina Okafor saved this unit while you were writing", status_code=409)
    for words in ("What she wrote", "What I wrote", "Team", "Service"):
        assertContains(response, words, status_code=409)
    assertContains(response, '<input type="hidden" name="version" value="2"', status_code=409)
    ward.refresh_from_db()
    assert ward.name == "What she wrote"


def test_after_a_stale_edit_the_same_words_save(at_desk: Client, ward: OrgUnit) -> None:
    edit = address("people:edit_unit", ward.pk)
    at_desk.post(edit, FACTS | {"version": "1"})

    response = at_desk.post(edit, FACTS | {"version": "2", "name": "Mine"})

    ward.refresh_from_db()
    assert (response.status_code, ward.name) == (302, "Mine")


def test_a_move_is_searched_for_then_made(at_desk: Client, ward: OrgUnit, root: OrgUnit) -> None:
    surgery = OrgUnitFactory.create(name="Surgery", parent=root)
    move = address("people:move_unit", ward.pk)

    found = at_desk.get(move, {"q": "surg"})
    chosen = at_desk.get(move, {"to": surgery.pk})
    moved = at_desk.post(move, {"parent": surgery.pk, "version": "1"})

    assertContains(found, f'href="{move}?to={surgery.pk}"')
    assertContains(chosen, "From Medicine to Surgery")
    ward.refresh_from_db()
    assert (moved.status_code, ward.parent) == (302, surgery)


@BOTH
def test_a_move_below_itself_is_refused_in_place(
    at_desk: Client, medicine: OrgUnit, ward: OrgUnit, headers: dict[str, str]
) -> None:
    response = at_desk.post(
        address("people:move_unit", medicine.pk),
        {"parent": ward.pk, "version": "1"},
        headers=headers,
    )

    assertContains(response, "Ward 7 is part of Medicine", status_code=422)


def test_a_stale_move_says_where_the_unit_is_now(
    at_desk: Client, ward: OrgUnit, root: OrgUnit
) -> None:
    surgery, clinics = (OrgUnitFactory.create(name=n, parent=root) for n in ("Surgery", "Clinics"))
    move = address("people:move_unit", ward.pk)
    at_desk.post(move, {"parent": surgery.pk, "version": "1"})

    response = at_desk.post(move, {"parent": clinics.pk, "version": "1"})

    assertContains(response, "It is in", status_code=409)
    for name in ("Surgery", "Clinics"):
        assertContains(response, name, status_code=409)


def test_a_unit_closes_with_an_undo_and_opens_again(at_desk: Client, ward: OrgUnit) -> None:
    closed = at_desk.post(address("people:close_unit", ward.pk), follow=True)

    assertContains(closed, "Ward 7 is closed. Its history stays.")
    assertContains(closed, address("people:reopen_unit", ward.pk))

    at_desk.post(address("people:reopen_unit", ward.pk))

    ward.refresh_from_db()
    assert ward.closed_on is None


@BOTH
def test_what_keeps_a_unit_open_is_said(
    at_desk: Client, medicine: OrgUnit, ward: OrgUnit, headers: dict[str, str]
) -> None:
    close = address("people:close_unit", medicine.pk)

    assertContains(at_desk.get(close), "Move or close the 1 unit within it.")
    response = at_desk.post(close, headers=headers)

    assertContains(response, "Medicine cannot be closed yet", status_code=422)


def test_a_closed_unit_below_a_closed_one_says_why_it_stays_closed(
    at_desk: Client, medicine: OrgUnit, ward: OrgUnit
) -> None:
    for unit in (ward, medicine):
        at_desk.post(address("people:close_unit", unit.pk))

    response = at_desk.post(address("people:reopen_unit", ward.pk), follow=True)

    assertContains(response, "Medicine is closed too")


CHANGES = ("add_unit", "edit_unit", "move_unit", "close_unit")


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_members_see_units_and_change_none(
    signed_in: Client, ward: OrgUnit, name: str, method: str
) -> None:
    response = getattr(signed_in, method)(address(f"people:{name}", ward.pk))

    assert response.status_code == 403


@pytest.mark.parametrize("name", ["unit", *CHANGES])
def test_units_of_another_organisation_do_not_exist(
    at_desk: Client, foreign_unit: OrgUnit, name: str
) -> None:
    assert at_desk.get(address(f"people:{name}", foreign_unit.pk)).status_code == 404


def test_a_unit_cannot_move_into_another_organisation(
    at_desk: Client, ward: OrgUnit, foreign_unit: OrgUnit, medicine: OrgUnit
) -> None:
    move = address("people:move_unit", ward.pk)

    for parent in (foreign_unit.pk, "x", "9" * 30):
        response = at_desk.post(move, {"parent": parent, "version": "1"})
        assert response.status_code == 404

    ward.refresh_from_db()
    assert ward.parent == medicine


def test_fields_that_a_form_does_not_have_change_nothing(
    at_desk: Client, ward: OrgUnit, organisation: Organisation
) -> None:
    other = OrganisationFactory.create()
    more: dict[str, object] = {
        "organisation": other.pk,
        "organisation_id": other.pk,
        "parent": ward.pk,
    }
    more |= {"edition": "7", "closed_on": "2026-01-01", "id": "1", "created_at": "2020-01-01"}

    at_desk.post(address("people:edit_unit", ward.pk), FACTS | more | {"version": "1"})

    changed = OrgUnit.objects.get(pk=ward.pk)
    assert (changed.organisation, changed.parent, changed.edition) == (
        organisation,
        ward.parent,
        2,
    )
    assert (changed.closed_on, changed.created_at) == (None, ward.created_at)


def test_signed_out_people_are_asked_to_sign_in(client: Client, person: Person) -> None:
    units = address("people:units")

    whole, piece = client.get(units), client.get(units, headers=HTMX)

    assert (whole.status_code, piece.status_code) == (302, 401)
    assert "/accounts/" in piece.headers["HX-Redirect"]
