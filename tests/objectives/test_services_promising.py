from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.figures.promises import Turn
from objectives.models import Objective, Promise
from objectives.queries.promises import promise_lines, promises_visible_to, waiting_on_leadership
from objectives.queries.waiting import reader_of, waiting_for
from people.addresses import address
from people.models import Errand, Person
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, accepted, standing, written

TODAY = NOON.date()
SOON = TODAY + timedelta(days=30)


@pytest.fixture
def objective(world: World) -> Objective:
    above = accepted(
        written(world.manager, world.medicine, world.safe), "parent_owner", world.director
    )
    return written(world.sister, world.ward, above)


def need(objective: Objective, by: Person, **more: Any) -> Promise:
    more = {"words": "Two hours a week", "kind": "time", **more}
    return services.ask_for_promise(
        objective=objective, by=by, standing=standing(by), now=NOON, **more
    )


def turn(promise: Promise, which: Turn, by: Person, *, days: int = 0, **more: Any) -> Promise:
    return services.take_turn(
        promise=promise,
        turn=which,
        by=by,
        standing=standing(by),
        now=NOON + timedelta(days=days),
        **more,
    )


def titles(person: Person) -> list[str]:
    return [one.title for one in waiting_for(reader_of(standing(person)))]


def test_a_need_goes_to_the_side_it_serves(world: World, objective: Objective) -> None:
    promise = need(objective, world.sister)

    assert promise.promiser == world.medicine
    assert "Can you promise “Two hours a week”?" in titles(world.manager)
    assert "Can you promise “Two hours a week”?" not in titles(world.sister)
    letters = Errand.objects.filter(key__startswith=f"promise:{promise.pk}")
    assert [one.arguments["to"] for one in letters] == ["mo@example.org"]


def test_a_promise_is_made_with_a_date_and_kept(world: World, objective: Objective) -> None:
    promise = turn(need(objective, world.sister), Turn.PROMISE, world.manager, due_on=SOON)
    assert (promise.state, promise.due_on) == ("made", SOON)

    promise = turn(promise, Turn.KEEP, world.sister, days=10)

    assert (promise.state, promise.finished_at) == ("kept", NOON + timedelta(days=10))


def test_another_date_stands_only_when_both_want_it(world: World, objective: Objective) -> None:
    later = SOON + timedelta(days=10)
    promise = turn(need(objective, world.sister), Turn.PROMISE, world.manager, due_on=SOON)
    promise = turn(promise, Turn.OFFER, world.manager, due_on=later, reason="Recruitment is slow")
    assert (promise.state, promise.due_on) == ("moving", SOON)
    assert "Will another date do for “Two hours a week”?" in titles(world.sister)

    held = turn(promise, Turn.HOLD, world.sister)
    assert (held.state, held.due_on, held.was_renegotiated) == ("made", SOON, False)

    promise = turn(held, Turn.OFFER, world.manager, due_on=later, reason="Still slow")
    taken = turn(promise, Turn.TAKE, world.sister)
    assert (taken.state, taken.due_on, taken.was_renegotiated) == ("made", later, True)


@pytest.mark.parametrize(
    ("which", "more", "said"),
    [
        (Turn.PROMISE, {}, "Enter the date"),
        (Turn.PROMISE, {"due_on": date(2026, 1, 1)}, "still to come"),
        (Turn.DECLINE, {"reason": " "}, "Say why"),
    ],
)
def test_an_answer_says_when_or_why(
    world: World, objective: Objective, which: Turn, more: dict[str, Any], said: str
) -> None:
    promise = need(objective, world.sister)

    with pytest.raises(services.Refused, match=said):
        turn(promise, which, world.manager, **more)

    promise.refresh_from_db()
    assert promise.state == "asked"


def test_nobody_answers_for_the_other_side(world: World, objective: Objective) -> None:
    promise = need(objective, world.sister)

    for person in (world.nurse, world.stranger):
        with pytest.raises(services.NotTheirs):
            turn(promise, Turn.PROMISE, person, due_on=SOON)
    with pytest.raises(services.NotTheirs):
        turn(promise, Turn.LAPSE, world.stranger)
    with pytest.raises(services.NotTheirs):
        need(objective, world.stranger)


def test_a_promise_stays_with_the_unit_that_was_asked(world: World, objective: Objective) -> None:
    promise = turn(need(objective, world.sister), Turn.PROMISE, world.manager, due_on=SOON)
    link = objective.links_up.get()
    services.end_link(
        link=link, reason="Moves", by=world.sister, standing=standing(world.sister), now=NOON
    )

    promise.refresh_from_db()
    assert promise.promiser == world.medicine
    assert turn(promise, Turn.BREAK, world.manager, reason="No money").state == "broken"


def test_a_team_that_waits_for_a_promise_waits_on_leadership(
    world: World, objective: Objective
) -> None:
    promise = need(objective, world.sister)
    assert waiting_on_leadership([objective.pk], today=TODAY) == {objective.pk}

    turn(promise, Turn.PROMISE, world.manager, due_on=SOON)
    assert waiting_on_leadership([objective.pk], today=TODAY) == set()
    assert waiting_on_leadership([objective.pk], today=SOON + timedelta(days=1)) == {objective.pk}


def test_broken_promises_come_first(world: World, objective: Objective) -> None:
    need(objective, world.sister, words="Waits")
    broken = need(objective, world.sister, words="Broken")
    turn(broken, Turn.PROMISE, world.manager, due_on=TODAY)

    seen = promises_visible_to(standing(world.nurse))
    lines = promise_lines(seen, today=TODAY + timedelta(days=2))

    assert [(one.words, one.state.words) for one in lines] == [
        ("Broken", "Not kept yet"),
        ("Waits", "Waiting for an answer"),
    ]


def test_the_page_of_a_promise_offers_each_side_its_turns(
    world: World, objective: Objective
) -> None:
    promise = need(objective, world.sister)
    there = address("objectives:promise", promise.pk)

    giver, asker = client_of(world.manager).get(there), client_of(world.sister).get(there)

    assert set(giver.context["turns"]) == {"promise", "decline"}
    assert set(asker.context["turns"]) == {"lapse"}
    assert client_of(world.stranger).get(there).context["turns"] == frozenset()


def test_a_promise_is_made_on_its_page(world: World, objective: Objective) -> None:
    promise = need(objective, world.sister)
    there = address("objectives:promise", promise.pk)
    day = {"due_on_0": "1", "due_on_1": "12", "due_on_2": "2099"}

    missing = client_of(world.manager).post(there, {"turn": "promise", "idempotency_key": "0" * 32})
    assert missing.status_code == 422
    assert "Enter the date" in missing.text

    client_of(world.manager).post(there, {"turn": "promise", "idempotency_key": "1" * 32, **day})
    promise.refresh_from_db()
    assert (promise.state, promise.due_on) == ("made", date(2099, 12, 1))


def test_the_list_of_promises_asks_as_often_whatever_their_number(
    world: World, objective: Objective
) -> None:
    client, counts = client_of(world.manager), []
    client.get(address("objectives:promises"))
    for number in range(12):
        need(objective, world.sister, words=f"Hour {number}")
        if number in (1, 11):
            with CaptureQueriesContext(connection) as captured:
                page = client.get(address("objectives:promises"))
            counts.append(len(captured))

    assert len(page.context["mine"]) == 12
    assert counts[0] == counts[1]
