from __future__ import annotations

from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.models import ContributionLink, Objective
from objectives.queries import drift
from objectives.queries.seen import current_cycle
from objectives.queries.standing import concerns, goings_ahead, how_far, stalled
from objectives.services import Words
from people.addresses import address
from people.models import Person
from strategy.models import PriorityWording, StrategyVersion
from strategy.services.deciding import put_in_force
from tests.factories import PriorityWordingFactory, StrategyVersionFactory
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, accepted, standing, words, written

LATER = NOON + timedelta(days=10)


def agreed_pair(world: World) -> tuple[Objective, Objective]:
    """Medicine's objective serves the Board, and Ward 7's serves Medicine's: all agreed."""
    above = written(world.manager, world.medicine, world.safe, title="Halve harm from falls")
    accepted(above, "parent_owner", world.director)
    below = written(world.sister, world.ward, above)
    accepted(below, "parent_owner", world.manager)
    return above, below


def reworded(
    objective: Objective, by: Person, other: Person, title: str, *, days: int = 10
) -> None:
    number = words(objective).number
    now = NOON + timedelta(days=days)
    services.word_anew(
        objective=objective,
        words=Words(title=title),
        number=number,
        by=by,
        standing=standing(by),
        now=now,
    )
    services.accept(
        objective=objective,
        party="parent_owner",
        number=number + 1,
        by=other,
        standing=standing(other),
        now=now,
    )


def link_of(objective: Objective) -> ContributionLink:
    return ContributionLink.objects.get(child=objective)


def test_when_the_words_above_change_the_link_below_is_to_be_looked_at_again(world: World) -> None:
    above, below = agreed_pair(world)
    assert link_of(below).state == "accepted"

    reworded(above, world.manager, world.director, "Harm from falls is down by a third")

    me = standing(world.manager)
    [line] = drift.drift_lines(list(drift.stale_links(me)), standing=me, now=LATER)
    assert (line.objective_id, line.days, line.may_answer) == (below.pk, 0, True)
    [end] = line.changed
    words = end.changes[0]
    assert "".join(p.words for p in words.pieces if p.kind != "new") == "Halve harm from falls"


def test_still_right_takes_one_click_and_clears_the_debt(world: World) -> None:
    above, below = agreed_pair(world)
    reworded(above, world.manager, world.director, "Harm from falls is down by a third")
    there, client = address("objectives:agreement"), client_of(world.manager)
    [(line, form)] = client.get(there).context["lines"]

    answered = client.post(
        address("objectives:answer_link", line.link_id),
        {
            "response": "accept",
            "from": "agreement",
            "idempotency_key": str(form["idempotency_key"].value()),
        },
    )

    assert answered["Location"] == there + "#drift"
    assert link_of(below).state == "accepted"
    assert "Every agreement stands on the words it was given to" in client.get(there).text


def test_debt_is_counted_in_links_and_days(world: World) -> None:
    above, _ = agreed_pair(world)
    second = written(world.sister, world.ward, above, title="Nobody falls unseen at night")
    accepted(second, "parent_owner", world.manager)
    reworded(above, world.manager, world.director, "Harm from falls is down by a third")

    me, now = standing(world.nurse), LATER + timedelta(days=5)

    [debt] = drift.debt_by_unit(me, now=now)
    assert (debt.name, debt.links, debt.days) == ("Ward 7", 2, 10)
    [debt] = drift.debt_by_priority(me, now=now)
    assert (debt.name, debt.links, debt.days) == ("Safe, kind care", 2, 10)


def test_a_priority_that_says_something_else_makes_its_links_stale(world: World) -> None:
    above, below = agreed_pair(world)
    before = StrategyVersion.objects.in_force().get()
    after = StrategyVersionFactory.create(strategy=before.strategy, number=before.number + 1)
    for wording in PriorityWording.objects.filter(version=before):
        is_safe = wording.priority_id == world.safe.pk
        PriorityWordingFactory.create(
            version=after,
            priority=wording.priority,
            title="Safe care, always" if is_safe else wording.title,
            statement=wording.statement,
        )

    put_in_force(version=after, words_hash="1" * 64, on=date(2026, 11, 13), now=LATER)

    assert (link_of(above).state, link_of(above).stale_since) == ("stale", LATER)
    assert link_of(below).state == "accepted"


def test_the_same_words_in_a_new_strategy_change_nothing(world: World) -> None:
    above, _ = agreed_pair(world)
    before = StrategyVersion.objects.in_force().get()
    after = StrategyVersionFactory.create(strategy=before.strategy, number=before.number + 1)
    for wording in PriorityWording.objects.filter(version=before):
        PriorityWordingFactory.create(
            version=after,
            priority=wording.priority,
            title=wording.title,
            statement=wording.statement,
        )

    put_in_force(version=after, words_hash="1" * 64, on=date(2026, 11, 13), now=LATER)

    assert link_of(above).state == "accepted"


def test_how_far_we_agree_is_counted_with_concerns_and_what_went_ahead(world: World) -> None:
    above, _ = agreed_pair(world)
    unsettled = written(world.sister, world.ward, above, title="Nobody waits for the toilet")
    worried = written(world.sister, world.ward, above, title="Every handover is at the bedside")
    services.accept(
        objective=worried,
        party="parent_owner",
        number=1,
        by=world.manager,
        standing=standing(world.manager),
        now=NOON,
        concern="Nights are thin",
    )
    now = NOON + timedelta(days=31)
    services.go_ahead(
        objective=unsettled,
        reason="The inspector asks",
        by=world.manager,
        standing=standing(world.manager),
        now=now,
    )
    me, cycle = standing(world.nurse), current_cycle()

    found = how_far(me, cycle=cycle)
    assert (found.agreed, found.of) == (3, 4)
    assert [one.words for one in concerns(me, cycle=cycle)[:25]] == ["Nights are thin"]
    assert [one.words for one in goings_ahead(me, cycle=cycle)] == ["The inspector asks"]
    assert [one.days for one in stalled(me, cycle=cycle, now=now)[:25]] == [31]
    assert stalled(me, cycle=cycle, now=now - timedelta(days=2))[:25] == []


def test_the_page_asks_as_often_whatever_the_debt(world: World) -> None:
    above, _ = agreed_pair(world)
    client, counts = client_of(world.manager), []
    client.get(address("objectives:agreement"))
    for number in range(8):
        title = f"Fewer falls at night, part {number}"
        more = written(world.sister, world.ward, above, title=title)
        accepted(more, "parent_owner", world.manager)
        if number in (1, 7):
            title = f"Harm from falls is down by {number + 2} in ten"
            reworded(above, world.manager, world.director, title, days=10 + number)
            with CaptureQueriesContext(connection) as captured:
                client.get(address("objectives:agreement"))
            counts.append(len(captured))

    assert counts[0] == counts[1]
