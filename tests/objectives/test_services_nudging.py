"""Reminders and escalation: who is written to, when, why, and never twice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.models import Objective, Promise
from objectives.services.nudging import leave_nudges, send_nudge
from people.errands import doing
from people.models import Account, Errand, Organisation, Person
from people.tenancy import acting_in
from tests.factories import (
    CycleFactory,
    LetterChoicesFactory,
    OrganisationFactory,
    OrgUnitFactory,
    PromiseFactory,
)
from tests.objectives.world import (
    FALLS,
    NOON,
    World,
    accepted,
    make_world,
    standing,
    written,
)
from tests.parallel import at_once


def left(inside: Organisation, *, days: float) -> list[tuple[str, int]]:
    """What the clock leaves so many days after NOON: which letter, for whom."""
    before = set(Errand.objects.values_list("pk", flat=True))
    leave_nudges(organisation=inside, now=NOON + timedelta(days=days))
    made = Errand.objects.exclude(pk__in=before).order_by("key")
    return [(one.key.split(":")[0], one.arguments["person"]) for one in made]


def sent(inside: Organisation, *, days: float) -> list[tuple[str, str]]:
    """What leaves then: to whom, and the subject."""
    mail.outbox.clear()
    for errand in Errand.objects.filter(task="objectives.tasks.send_nudge"):
        with doing(errand_id=errand.pk, organisation_id=inside.pk) as held:
            if held is not None:
                send_nudge(held, now=NOON + timedelta(days=days))
    return [(letter.to[0], str(letter.subject)) for letter in mail.outbox]


def test_whoever_it_waits_on_is_reminded_after_seven_and_after_fourteen_days(
    inside: Organisation, world: World
) -> None:
    written(world.sister, world.ward, world.safe)
    director = world.director.pk

    assert left(inside, days=6.9) == []
    assert left(inside, days=7) == [("nudge-7", director)]
    assert left(inside, days=8) == []
    assert left(inside, days=14) == [("nudge-14", director)]
    assert left(inside, days=29) == []


def test_a_clock_that_was_stopped_leaves_only_the_newest(
    inside: Organisation, world: World
) -> None:
    written(world.sister, world.ward, world.safe)

    assert left(inside, days=20) == [("nudge-14", world.director.pk)]


def test_the_letter_says_what_why_and_where(inside: Organisation, world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    left(inside, days=7)

    assert sent(inside, days=7) == [("dana@example.org", "Still waiting for you: 7 days")]
    body = str(mail.outbox[0].body)
    assert f"For you to answer: {FALLS}" in body
    assert f"/objectives/{objective.pk}/answer/" in body
    assert "because it has waited for you for 7 days" in body


def test_after_a_no_it_waits_on_the_other_side_from_that_day(
    inside: Organisation, world: World
) -> None:
    objective = written(world.sister, world.ward, world.safe)
    services.decline(
        objective=objective,
        party="parent_owner",
        number=1,
        note="Too soon",
        by=world.director,
        standing=standing(world.director),
        now=NOON + timedelta(days=5),
    )

    assert left(inside, days=11) == []
    assert left(inside, days=12) == [("nudge-7", world.sister.pk)]
    assert sent(inside, days=12) == [("sam@example.org", "Still waiting for you: 7 days")]
    assert "For you to re-word" in str(mail.outbox[0].body)


def test_after_thirty_days_both_sides_and_the_level_above_hear_of_it_once(
    inside: Organisation, world: World
) -> None:
    parent = written(world.manager, world.medicine, world.safe)
    accepted(parent, "parent_owner", world.director)
    written(world.sister, world.ward, parent)

    people = {world.sister.pk, world.manager.pk, world.director.pk}
    assert left(inside, days=30) == [("stalled", pk) for pk in sorted(people)]
    assert left(inside, days=31) == []
    letters = sent(inside, days=30)
    assert {subject for _, subject in letters} == {"30 days without agreement"}
    above = next(letter for letter in mail.outbox if letter.to == ["dana@example.org"])
    assert "you lead the level above the two sides" in str(above.body)


def test_new_words_begin_a_new_round(inside: Organisation, world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    left(inside, days=7)
    services.word_anew(
        objective=objective,
        words=services.Words(title="Falls down by half"),
        number=1,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON + timedelta(days=10),
    )

    assert left(inside, days=14) == []
    assert left(inside, days=17) == [("nudge-7", world.director.pk)]


def test_a_reminder_that_no_longer_holds_does_not_leave(inside: Organisation, world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    left(inside, days=7)
    accepted(objective, "parent_owner", world.director)

    assert sent(inside, days=7) == []
    assert Errand.objects.get(key__startswith="nudge").state == "done"


def test_what_goes_ahead_without_agreement_is_no_longer_waited_for(
    inside: Organisation, world: World
) -> None:
    objective = written(world.sister, world.ward, world.safe)
    services.go_ahead(
        objective=objective,
        reason="The inspection is in June",
        by=world.director,
        standing=standing(world.director),
        now=NOON + timedelta(days=30),
    )

    assert left(inside, days=31) == []


def test_people_who_cannot_be_written_to_stop_nothing(inside: Organisation, world: World) -> None:
    parent = written(world.manager, world.medicine, world.safe)
    written(world.sister, world.ward, parent)
    Person.objects.filter(pk=world.director.pk).update(account=None)
    Account.objects.filter(persons=world.manager).update(is_active=False)

    assert left(inside, days=30) == [("stalled", world.sister.pk)]


def promised(world: World, *, due_on: date | None, state: str) -> Promise:
    objective = written(world.sister, world.ward, None, local_reason="Ours")
    return PromiseFactory.create(
        objective=objective,
        promiser=world.medicine,
        asked_by=world.sister,
        asked_at=NOON,
        state=state,
        due_on=due_on,
    )


def promise_keys(inside: Organisation, *, days: float) -> list[str]:
    return [key for key, _ in left(inside, days=days) if key.startswith("promise")]


def test_a_promise_is_remembered_before_its_day_and_after_it(
    inside: Organisation, world: World
) -> None:
    promised(world, due_on=(NOON + timedelta(days=20)).date(), state="made")

    assert promise_keys(inside, days=12) == []
    assert promise_keys(inside, days=13) == ["promise-soon-2026-11-23"]
    assert promise_keys(inside, days=14) == []
    assert promise_keys(inside, days=21) == ["promise-late-2026-11-23"]
    assert promise_keys(inside, days=25) == []
    subjects = {subject for to, subject in sent(inside, days=21) if to == "mo@example.org"}
    assert "A promise was due on 23 November 2026" in subjects


def test_an_unanswered_promise_is_asked_about_again(inside: Organisation, world: World) -> None:
    promised(world, due_on=None, state="asked")

    assert promise_keys(inside, days=7) == ["promise-asked-7"]
    assert promise_keys(inside, days=15) == ["promise-asked-14"]


def test_many_talks_cost_as_many_queries_as_few(inside: Organisation, world: World) -> None:
    def cost(how_many: int) -> int:
        for _ in range(how_many):
            written(world.sister, world.ward, world.safe)
        with CaptureQueriesContext(connection) as captured:
            left(inside, days=7)
        return len(captured)

    few = cost(2)

    assert cost(20) == few


def test_quiet_hours_hold_for_reminders_too(inside: Organisation, world: World) -> None:
    written(world.sister, world.ward, world.safe)
    LetterChoicesFactory.create(person=world.director, quiet_from=time(9), quiet_until=time(16))
    left(inside, days=7)

    assert sent(inside, days=7) == []
    assert len(sent(inside, days=7.2)) == 1


@pytest.mark.django_db(transaction=True)
def test_two_clocks_at_once_leave_each_reminder_once() -> None:
    northvale = OrganisationFactory.create(name="Northvale Care", slug="northvale")
    with acting_in(northvale, cause="test"):
        root = OrgUnitFactory.create(code="BOARD", name="The Board", parent=None)
        CycleFactory.create(state="agreeing")
        world = make_world(root)
        objectives: list[Objective] = [
            written(world.sister, world.ward, world.safe) for _ in range(8)
        ]

    def clock() -> Callable[[], int]:
        return lambda: leave_nudges(organisation=northvale, now=NOON + timedelta(days=7))

    at_once(*[clock() for _ in range(4)])

    with acting_in(northvale, cause="test"):
        left_now = Errand.objects.filter(task="objectives.tasks.send_nudge")
        assert left_now.count() == len(objectives)
