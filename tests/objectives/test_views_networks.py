from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from objectives.models import ImposedTarget, Network, NetworkMember
from people.addresses import address
from tests.conftest import HTMX
from tests.factories import (
    ImposedTargetFactory,
    NetworkFactory,
    NetworkMeetingFactory,
    NetworkMemberFactory,
    NetworkObjectiveFactory,
    ObjectiveFactory,
)
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import World, someone, written

TARGET = {
    "title": "Four hours",
    "code": "A&E 4h",
    "authority": "NHS England",
    "threshold": "78% within four hours",
}


def at(name: str, *args: Any) -> str:
    return address(f"objectives:{name}", *args)


@pytest.fixture
def network(world: World) -> Network:
    return NetworkFactory.create(name="Flow", lead=world.sister)


@pytest.fixture
def sister(world: World) -> Client:
    return client_of(world.sister)


def parts_of(name: str, day: date) -> dict[str, int]:
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}


def test_a_target_is_added_changed_retired_and_put_back(world: World) -> None:
    board = client_of(world.director)
    bad = board.post(at("add_target"), sent(**TARGET | {"title": ""}))
    assert bad.status_code == 422
    assert "Enter what is asked" in bad.text
    assert board.post(at("add_target"), sent(**TARGET)).status_code == 302
    target = ImposedTarget.objects.get()

    edit = at("edit_target", target.pk)
    assert board.post(edit, TARGET | {"title": "Five", "version": 1}).status_code == 302
    stale = board.post(edit, TARGET | {"title": "Six", "version": 1})
    assert stale.status_code == 409
    assert "Six" in stale.text
    assert "Five" in stale.text

    assert "Nobody carries it" in board.get(at("targets")).text
    undo = board.post(at("retire_target", target.pk), follow=True)
    assert at("put_back_target", target.pk) in undo.text
    assert "Five" in board.get(at("targets") + "?state=retired").text


def test_a_network_is_proposed_for_a_target(world: World, sister: Client) -> None:
    target = ImposedTargetFactory.create()
    where = f"{at('propose_network')}?carries=target:{target.pk}"
    assert f'value="target:{target.pk}" selected' in sister.get(where).text
    fields = {"name": "Flow", "purpose": "No corridor", "meets_every_days": "30"}
    bad = sister.post(where, sent(**fields))
    assert bad.status_code == 422
    assert "No corridor" in bad.text

    made = sister.post(
        where, sent(**fields, carries=f"target:{target.pk}", sponsor=world.director.pk)
    )

    network = Network.objects.get()
    assert made["Location"] == at("network", network.pk)
    assert (network.lead, network.sponsor) == (world.sister, world.director)


def test_what_it_means_for_the_unit_is_shown_before_somebody_is_asked(
    world: World, network: Network, sister: Client
) -> None:
    where = at("invite", network.pk)
    assert "Nobody is called that" in sister.get(where, {"who": "Nobody", "hours": "4"}).text
    address_of_second = f"{where}?who=Sol+Stranger&hours=4"
    second = sister.get(address_of_second)
    assert "With this it would give 4 hours a month." in second.text
    assert not NetworkMember.objects.exists()

    assert sister.post(address_of_second, sent(adds="Theatre lists")).status_code == 302

    member = NetworkMember.objects.get()
    assert (member.person, member.hours_a_month, member.state) == (
        world.stranger,
        Decimal(4),
        "invited",
    )
    assert "Sol Stranger" in sister.get(at("team", world.surgery.pk)).text


def test_an_answer_on_the_members_page(world: World, network: Network, sister: Client) -> None:
    stranger = client_of(world.stranger)
    offered = stranger.post(f"{at('offer', network.pk)}?hours=2", sent(adds="I know theatres"))
    assert offered.status_code == 302
    page = at("network_member", NetworkMember.objects.get().pk)
    assert "Welcome them" in sister.get(page).text
    assert "Welcome them" not in stranger.get(page).text
    no_words = sister.post(page, sent(turn="no"), headers=HTMX)
    assert no_words.status_code == 422
    assert "<html" not in no_words.text
    assert stranger.post(page, sent(turn="join")).status_code == 403

    assert sister.post(page, sent(turn="join")).status_code == 302
    assert NetworkMember.objects.get().state == "in"


def test_a_network_is_sponsored_met_worded_and_closed(
    world: World, network: Network, sister: Client
) -> None:
    board, day = client_of(world.director), timezone.localdate() + timedelta(days=3)
    parts = {
        "first_meets_on_0": day.day,
        "first_meets_on_1": day.month,
        "first_meets_on_2": day.year,
    }
    assert board.post(at("sponsor_network", network.pk), sent(hours="")).status_code == 422
    assert (
        board.post(at("sponsor_network", network.pk), sent(hours="12", **parts)).status_code == 302
    )
    today = timezone.localdate()
    met = {"held_on_0": today.day, "held_on_1": today.month, "held_on_2": today.year}
    assert (
        sister.post(at("note_meeting", network.pk), sent(words="Began", **met)).status_code == 302
    )
    assert "Began" in sister.get(at("network", network.pk)).text

    words = {
        "name": "Flow 2",
        "purpose": "More",
        "meets_every_days": "14",
        "lead_id": world.sister.pk,
    }
    network.refresh_from_db()
    edit = at("edit_network", network.pk)
    assert sister.post(edit, words | {"version": network.edition}).status_code == 302
    assert sister.post(edit, words | {"version": network.edition}).status_code == 409
    assert sister.post(at("close_network", network.pk), sent(learnt="")).status_code == 422
    assert sister.post(at("close_network", network.pk), sent(learnt="Nights")).status_code == 302
    assert "Nights" in sister.get(at("network", network.pk)).text


def test_an_objective_is_carried_and_shows_its_network(
    world: World, network: Network, sister: Client
) -> None:
    objective = written(world.sister, world.ward, world.safe)
    where = at("carry_objective", network.pk)
    assert sister.post(where, sent(ref="NONE-1")).status_code == 422
    assert sister.post(where, sent(ref=objective.ref)).status_code == 302

    assert "Flow" in client_of(world.nurse).get(at("objective", objective.pk)).text
    assert sister.post(at("stop_carrying", network.pk, objective.pk), sent()).status_code == 302


def test_thanks_are_on_the_network_page(world: World, network: Network, sister: Client) -> None:
    member = NetworkMemberFactory.create(network=network, person=world.nurse, unit=world.ward)
    where = at("recognise", member.pk)
    assert sister.post(where, sent(words="")).status_code == 422
    assert sister.post(where, sent(words="The bed map")).status_code == 302

    assert "The bed map" in client_of(world.stranger).get(at("network", network.pk)).text


@pytest.mark.parametrize("where", ["networks", "network", "targets"])
def test_pages_cost_the_same_for_more(world: World, network: Network, where: str) -> None:
    args = [network.pk] if where == "network" else []
    client, counts = client_of(world.nurse), []
    for number in range(2):
        more = NetworkFactory.create(target=network.target)
        for found in (network, more) * (1 + 3 * number):
            person = someone(f"A{found.pk} B", world.surgery)
            NetworkMemberFactory.create(network=found, person=person, unit=world.surgery)
            NetworkObjectiveFactory.create(network=found, objective=ObjectiveFactory.create())
            NetworkMeetingFactory.create(
                network=found, held_on=timezone.localdate() - timedelta(days=person.pk)
            )
        client.get(at(where, *args))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(at(where, *args)).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


@pytest.mark.parametrize("where", ["networks_file", "targets_file"])
def test_lists_can_be_taken_away(world: World, network: Network, where: str) -> None:
    client = client_of(world.nurse)

    assert network.target is not None
    assert network.target.title in client.get(at(where, "csv")).content.decode("utf-8-sig")
    assert client.get(at(where, "xlsx")).status_code == 200
    assert client.get(at(where, "pdf")).status_code == 404


@pytest.mark.parametrize("where", ["networks", "targets"])
def test_empty_lists_say_what_will_be_there(world: World, where: str) -> None:
    client = client_of(world.nurse)

    assert "will be here" in client.get(at(where)).text
    assert "like that" in client.get(at(where) + "?q=zebra").text
