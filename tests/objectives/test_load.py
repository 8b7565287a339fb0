from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.figures.load import Carried, Limits
from objectives.models import LoadLimits, Network, Objective
from objectives.queries.load import before_adding, limits_in_force, load_page, loads_of
from objectives.services.limiting import set_limits
from people.addresses import address
from people.models import BoardMembership, Person, RoleGrant
from tests.factories import (
    CheckInFactory,
    ContributionLinkFactory,
    ImposedTargetFactory,
    LoadLimitsFactory,
    NetworkFactory,
    NetworkMemberFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    PromiseFactory,
    RoleGrantFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, someone, standing, written


def some(world: World, number: int, **more: object) -> list[Objective]:
    more = {"unit": world.ward, "state": "live", "answerable": world.sister, **more}
    return [ObjectiveFactory.create(**more) for _ in range(number)]


def admin(world: World) -> Person:
    person = someone("Ada Admin", world.surgery)
    RoleGrantFactory.create(person=person, role=RoleGrant.Role.ORG_ADMIN)
    return person


def test_what_is_open_due_promised_and_led_is_carried(world: World) -> None:
    first, *_ = some(world, 3, agreed_at=NOON - timedelta(days=90))
    some(world, 1, state="withdrawn")
    CheckInFactory.create(objective=first, checked_in_at=NOON - timedelta(days=1))
    PromiseFactory.create(
        objective=first,
        promiser=world.medicine,
        state="made",
        due_on=NOON.date(),
        answered_by=world.manager,
    )
    network = NetworkFactory.create(
        lead=world.manager,
        sponsor=world.director,
        state=Network.State.ACTIVE,
        protected_hours=4,
        first_meets_on=NOON.date(),
    )
    NetworkMemberFactory.create(network=network, person=world.manager, unit=world.medicine)

    loads = loads_of(
        {world.ward.pk, world.medicine.pk}, {world.sister.pk, world.manager.pk}, now=NOON
    )

    assert loads.teams[world.ward.pk] == Carried(objectives=3, check_ins=2)
    assert loads.people[world.sister.pk] == Carried(objectives=3, check_ins=2, roles=1)
    assert loads.teams[world.medicine.pk] == Carried(promises=1)
    assert loads.people[world.manager.pk] == Carried(promises=1, roles=2)


def test_names_are_for_their_own_leaders_and_executives(world: World) -> None:
    some(world, 6)
    od = someone("Ola Olsen", world.surgery)
    RoleGrantFactory.create(person=od, role=RoleGrant.Role.OD_STAFF)

    def page(person: Person) -> str:
        return client_of(person).get(address("objectives:load_of", world.ward.pk)).text

    assert "Sam Sister" in page(world.manager) and "Sam Sister" in page(world.sister)
    assert "Sam Sister" in page(world.director)
    assert "Sam Sister" not in page(od)
    assert "1 person carries" in page(od)
    BoardMembership.objects.update(seat=BoardMembership.Seat.NON_EXECUTIVE)
    assert "Sam Sister" not in page(world.director)


def test_teams_and_people_come_by_name_and_never_by_load(world: World) -> None:
    busy = OrgUnitFactory.create(name="Zebra ward", parent=world.medicine)
    some(world, 8, unit=busy, answerable=world.nurse)
    some(world, 1)

    page = load_page(world.medicine, standing=standing(world.manager), now=NOON)

    assert [one.name for one in page.below] == ["Ward 7", "Zebra ward"]
    assert page.below[1].over == ["8 open objectives, where 7 are meant to be the most"]
    assert [one.name for one in page.people] == ["Mo Manager", "Nia Nurse"]


def test_a_priority_that_one_unit_or_person_carries_is_found(world: World) -> None:
    for objective in some(world, 2):
        ContributionLinkFactory.create(
            child=objective, parent_priority=world.safe, state="accepted"
        )
    found = load_page(world.ward, standing=standing(world.sister), now=NOON).rests
    assert [(one.what, one.words) for one in found] == [
        ("Safe, kind care", "rests on Ward 7 and Sam Sister")
    ]

    other = some(world, 1, unit=world.surgery, answerable=world.stranger)[0]
    ContributionLinkFactory.create(child=other, parent_priority=world.safe, state="accepted")
    assert load_page(world.ward, standing=standing(world.sister), now=NOON).rests == []


def test_a_target_whose_network_has_one_unit_only_is_found(world: World) -> None:
    network = NetworkFactory.create(
        target=ImposedTargetFactory.create(title="Four hours"),
        lead=world.manager,
        sponsor=world.director,
        state=Network.State.ACTIVE,
        protected_hours=4,
        first_meets_on=NOON.date(),
    )
    NetworkMemberFactory.create(network=network, person=world.sister, unit=world.ward)

    found = load_page(world.medicine, standing=standing(world.manager), now=NOON).rests

    assert [one.what for one in found] == ["Four hours"]
    NetworkMemberFactory.create(network=network, person=world.stranger, unit=world.surgery)
    assert load_page(world.medicine, standing=standing(world.manager), now=NOON).rests == []


def test_a_sole_post_holder_who_answers_for_something_is_found(world: World) -> None:
    place = world.sister.assignments.get()
    place.role_title = "Ward manager"
    place.save()
    page = load_page(world.ward, standing=standing(world.sister), now=NOON)
    assert page.alone == []

    some(world, 1)
    found = load_page(world.ward, standing=standing(world.sister), now=NOON).alone
    assert [one.words for one in found] == [
        "is the only one here with this post (Ward manager), and answers for 1 open objective"
    ]


def test_people_are_told_before_they_write_one_more(world: World) -> None:
    some(world, 6)
    assert before_adding(world.ward) == []
    some(world, 1)

    there = f"{address('objectives:write')}?unit={world.ward.code}"
    page = client_of(world.sister).get(there)

    assert "Ward 7 has 7 other open objectives" in page.text
    assert written(world.sister, world.ward, world.safe).pk  # and are not stopped


def test_people_are_told_before_they_say_yes(world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe)
    some(world, 7)

    page = client_of(world.sister).get(address("objectives:answer", objective.pk))

    assert "Ward 7 has 7 other open objectives" in page.text


def test_people_are_told_before_they_own_something_together(world: World) -> None:
    some(world, 7, unit=world.surgery, answerable=None)
    objective = written(world.nurse, world.ward, world.safe)

    page = client_of(world.sister).get(address("objectives:share_with", objective.pk))

    assert "Surgery (7 open objectives already)" in page.text
    assert ">Medicine</option>" in page.text


def test_the_organisation_sets_its_own_limits(world: World) -> None:
    assert limits_in_force() == Limits()
    client, there = client_of(admin(world)), address("objectives:limits")
    fields = {
        "team_objectives": "3",
        "team_promises": "5",
        "person_objectives": "5",
        "person_check_ins": "5",
        "person_roles": "3",
    }
    assert client.post(there, {**fields, "version": "0", "person_roles": "no"}).status_code == 422

    client.post(there, {**fields, "version": "0"})
    assert limits_in_force().team_objectives == 3
    stale = client.post(there, {**fields, "team_objectives": "9", "version": "0"})

    assert stale.status_code == 409
    assert limits_in_force().team_objectives == 3
    client.post(there, {**fields, "team_objectives": "9", "version": "1"})
    assert LoadLimits.objects.get().team_objectives == 9


def test_only_who_looks_after_the_organisation_sets_limits(world: World) -> None:
    LoadLimitsFactory.create()
    with pytest.raises(services.NotTheirs):
        set_limits(limits={"team_objectives": 1}, edition=1, standing=standing(world.director))


def test_a_page_of_load_asks_as_often_whatever_there_is(world: World) -> None:
    client, counts = client_of(world.director), []
    where = address("objectives:load_of", world.board.pk)
    client.get(where)
    for number in range(8):
        unit = OrgUnitFactory.create(parent=world.medicine)
        lead = someone(f"Lee {number}", unit, is_lead=True)
        for objective in some(world, 6, unit=unit, answerable=lead):
            ContributionLinkFactory.create(
                child=objective, parent_priority=world.safe, state="accepted"
            )
        if number in (1, 7):
            with CaptureQueriesContext(connection) as captured:
                page = client.get(where)
            counts.append(len(captured))

    assert counts[0] == counts[1]
    assert page.context["page"].people_over == 8
