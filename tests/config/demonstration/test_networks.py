from __future__ import annotations

import pytest

from config.demonstration.seed.between_teams import NEEDS
from config.demonstration.seed.networks import NETWORKS
from objectives.models import Conflict, Dependency, Network, NetworkMember
from objectives.queries.networks.lists import Wanted, network_lines
from objectives.queries.networks.targets import target_lines
from tests.config.demonstration.conftest import NOW

pytestmark = pytest.mark.usefixtures("northvale_inside")


def test_one_network_is_healthy_and_one_rests_on_one_unit() -> None:
    healthy, alone = network_lines(wanted=Wanted(sort="findings"), today=NOW.date())

    assert (healthy.name, healthy.findings, healthy.state_code) == (
        "Four hours together",
        [],
        "active",
    )
    said = " ".join(one.words for one in alone.findings)
    assert "It rests on one unit: Surgical Booking Office." in said
    assert "does not meet as it meant to" in said


def test_everybody_told_of_is_there_with_what_their_unit_adds() -> None:
    parts = [part for told in NETWORKS for part in told.parts]
    members = NetworkMember.objects.select_related("unit")

    assert sorted((one.unit.code, one.adds) for one in members) == sorted(
        (part.unit, part.adds) for part in parts
    )
    assert set(members.values_list("state", flat=True)) == {"in", "invited", "offered"}
    assert Network.objects.get(name="Four hours together").carries.count() >= 3


def test_a_target_has_nobody_who_carries_it() -> None:
    assert len(target_lines(state="nobody")) == 1


def test_needs_are_there_in_every_state_and_one_is_past_its_day() -> None:
    found = Dependency.objects.all()

    assert found.count() == len(NEEDS)
    assert set(found.values_list("state", flat=True)) == set(Dependency.State.values)
    assert found.filter(state="yes", due_on__lt=NOW.date()).exists()
    assert not found.filter(asked_at__gt=NOW).exists()


def test_one_conflict_is_settled_and_one_is_open() -> None:
    states = sorted(Conflict.objects.values_list("state", flat=True))

    assert states == ["discussed", "resolved"]
