"""Long lists come 25 at a time, and can be taken away."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

from pytest_django.asserts import assertContains, assertNotContains

from objectives.figures import CONCERN
from objectives.models import Cycle, Promise
from people.addresses import address
from tests.factories import (
    AgreementFactory,
    ObjectiveFactory,
    PromiseFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, words


def test_stalled_talk_and_concerns_each_turn_their_own_pages(world: World, cycle: Cycle) -> None:
    for number in range(26):
        ObjectiveFactory.create(
            unit=world.ward,
            cycle=cycle,
            state="proposed",
            proposed_at=NOON - timedelta(days=40),
            title=f"Stalled {number}",
        )
        agreed = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="agreed")
        AgreementFactory.create(
            version=words(agreed), response=CONCERN, note=f"Nights are thin {number}"
        )
    page = address("objectives:agreement")
    nurse = client_of(world.nurse)

    first, second = nurse.get(page), nurse.get(page + "?stalled=2")

    assertContains(first, "1 to 25 of 26 stalled talks")
    assertContains(first, "1 to 25 of 26 concerns")
    assertContains(second, "26 to 26 of 26 stalled talks")
    assertContains(second, "1 to 25 of 26 concerns")


def test_other_peoples_promises_come_a_page_at_a_time(world: World, cycle: Cycle) -> None:
    objective = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live")
    for _ in range(26):
        PromiseFactory.create(objective=objective, promiser=world.medicine)

    page = client_of(world.nurse).get(address("objectives:promises") + "?others=2")

    assertContains(page, "26 to 26 of 26 other promises")
    assertContains(page, address("objectives:promises_file", "xlsx"))


def test_promises_can_be_taken_away_by_whoever_sees_them(world: World, cycle: Cycle) -> None:
    seen = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", title="Fewer falls")
    draft = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="draft")
    PromiseFactory.create(objective=seen, promiser=world.medicine, words="Two hours a week")
    PromiseFactory.create(objective=draft, promiser=world.medicine, words="A secret need")
    file = address("objectives:promises_file", "csv")

    response = client_of(world.stranger).get(file)

    header, *rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    assert [dict(zip(header, row, strict=True))["Objective"] for row in rows] == ["Fewer falls"]
    assert rows[0][0] == "Two hours a week"
    assert (
        client_of(world.nurse).get(address("objectives:promises_file", "xlsx")).status_code == 200
    )
    assert client_of(world.nurse).get(address("objectives:promises_file", "pdf")).status_code == 404


def test_nothing_is_offered_to_take_away_where_there_is_nothing(world: World) -> None:
    assert not Promise.objects.exists()

    assertNotContains(client_of(world.nurse).get(address("objectives:promises")), "xlsx")
