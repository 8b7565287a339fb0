"""The page on which leaders and delegates see each other, and the form that names one."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from objectives.models import Delegation
from people.addresses import address
from people.models import Person
from tests.conftest import HTMX
from tests.factories import DelegationFactory
from tests.objectives.world import World, accepted, written

TODAY = timezone.localdate()


def signed_in_as(client: Client, person: Person) -> Client:
    assert person.account is not None
    client.force_login(person.account)
    return client


def days(first: int, last: int) -> dict[str, Any]:
    fields: dict[str, Any] = {"idempotency_key": str(uuid.uuid4())}
    for name, day in (("starts_on", first), ("ends_on", last)):
        at = TODAY + timedelta(days=day)
        fields |= {f"{name}_0": at.day, f"{name}_1": at.month, f"{name}_2": at.year}
    return fields


def in_force(world: World) -> Delegation:
    return DelegationFactory.create(
        unit=world.ward,
        leader=world.sister,
        delegate=world.nurse,
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=7),
    )


def test_a_leader_names_somebody_and_both_see_it(client: Client, world: World) -> None:
    signed_in_as(client, world.sister)
    form = client.get(address("objectives:name_delegate", world.ward.pk)).text
    assert "Nia Nurse" in form

    answer = client.post(
        address("objectives:name_delegate", world.ward.pk),
        {"delegate": "Nia Nurse"} | days(0, 10),
        follow=True,
    )

    assert Delegation.objects.get().delegate == world.nurse
    assert "Others answer for you" in answer.text
    assert "In force" in answer.text
    theirs = signed_in_as(client, world.nurse).get(address("objectives:delegates")).text
    assert "You answer for others" in theirs
    assert "End it" in theirs


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_mistake_is_named_and_nothing_typed_is_lost(
    client: Client, world: World, headers: dict[str, str]
) -> None:
    signed_in_as(client, world.sister)

    answer = client.post(
        address("objectives:name_delegate", world.ward.pk),
        {"delegate": "Nia Nurse"} | days(0, 91),
        headers=headers,
    )

    assert answer.status_code == 422
    assert "Enter a last day within 90 days of the first" in answer.text
    assert 'value="Nia Nurse"' in answer.text
    assert not Delegation.objects.exists()


def test_only_the_units_own_leader_names_one(client: Client, world: World) -> None:
    where = address("objectives:name_delegate", world.ward.pk)
    for person in (world.nurse, world.manager, world.director):
        assert signed_in_as(client, person).get(where).status_code == 403


def test_either_ends_it_by_a_button_and_others_do_not_find_it(client: Client, world: World) -> None:
    where = address("objectives:end_delegation", in_force(world).pk)
    assert signed_in_as(client, world.manager).post(where).status_code == 404

    said = signed_in_as(client, world.nurse).post(where, follow=True).text

    assert "It has ended" in said
    assert Delegation.objects.get().ended_by == world.nurse
    assert "already ended" in client.post(where, follow=True).text


def test_the_objective_says_who_answered_for_whom(client: Client, world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe)
    in_force(world)
    page = address("objectives:objective", objective.pk)
    signed_in_as(client, world.nurse)
    assert "It waits for your answer in the place of Sam Sister" in client.get(page).text

    accepted(objective, "owner", world.nurse)

    read = signed_in_as(client, world.director).get(page).text
    assert "Nia Nurse for Sam Sister" in read
    assert "in the place of Sam Sister, accepted version 1" in " ".join(
        read.replace("</strong>", "").split()
    )


def test_the_teams_page_says_who_answers_for_its_lead(client: Client, world: World) -> None:
    in_force(world)

    page = signed_in_as(client, world.stranger).get(address("objectives:team", world.ward.pk))

    assert "Nia Nurse answers for Sam Sister until" in page.text


def test_the_page_costs_the_same_for_many(client: Client, world: World) -> None:
    signed_in_as(client, world.sister)

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address("objectives:delegates")).status_code == 200
        return len(captured)

    in_force(world)
    cost()
    few = cost()
    for ago in range(1, 9):
        DelegationFactory.create(
            unit=world.ward,
            leader=world.sister,
            starts_on=TODAY - timedelta(days=20 * ago),
            ends_on=TODAY - timedelta(days=20 * ago - 5),
        )

    assert cost() == few
