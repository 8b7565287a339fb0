"""How objectives stand, on the pages that show it; and that check-ins due wait at home."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from objectives.models import CheckIn
from objectives.queries.waiting import all_waiting, reader_of
from people.addresses import address
from people.models import Person
from tests.factories import CheckInFactory, ObjectiveFactory
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, agreed, standing


def waits(person: Person, now: datetime) -> list[tuple[str, str]]:
    found = all_waiting(reader=reader_of(standing(person)), now=now)
    return [(one.title, one.hint) for one in found]


def test_check_ins_that_are_due_wait_as_one_thing(world: World) -> None:
    for title in ("First of ours", "Second of ours"):
        ObjectiveFactory.create(
            unit=world.ward, state="live", title=title, agreed_at=NOON - timedelta(days=25)
        )

    [(title, hint)] = waits(world.sister, NOON)
    assert title == "Check in on 2 objectives"
    assert hint == "“First of ours” and 1 more. About a minute."
    for other in (world.nurse, world.manager, world.director):
        assert waits(other, NOON) == []


def test_a_fresh_word_leaves_nothing_waiting(world: World) -> None:
    objective = agreed(world)
    later = NOON + timedelta(days=40)
    assert waits(world.sister, later)

    made = CheckInFactory.create(objective=objective, checked_in_at=later)

    assert waits(world.sister, later) == []
    CheckIn.objects.filter(pk=made.pk).update(undone_at=later)
    assert waits(world.sister, later)


def test_the_longest_silence_says_since_when_it_waits(world: World) -> None:
    agreed(world)

    [item] = all_waiting(reader=reader_of(standing(world.sister)), now=NOON + timedelta(days=40))

    assert item.since == NOON + timedelta(days=23)
    assert item.href == address("objectives:check_in")


@pytest.mark.parametrize("page", ["home", "objectives", "team"])
def test_a_stale_word_is_silence_on_every_page(world: World, page: str) -> None:
    now = timezone.now()
    for days, title in ((43.5, "The one gone quiet"), (3, "The fresh one")):
        objective = ObjectiveFactory.create(unit=world.ward, state="live", title=title)
        CheckInFactory.create(
            objective=objective,
            confidence=CheckIn.Confidence.VERY_CONFIDENT,
            checked_in_at=now - timedelta(days=days),
        )
    args = [world.ward.pk] if page == "team" else []

    text = client_of(world.sister).get(address(f"objectives:{page}", *args)).text

    assert "No word for 43 days" in text
    assert text.count("Very confident") == 1
