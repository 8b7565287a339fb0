from __future__ import annotations

import pytest

from objectives import services
from objectives.models import ContributionLink, Objective, Withdrawal
from objectives.services import NotTheirs, Refused
from people.models import Person
from tests.objectives.test_services_writing import letters_to
from tests.objectives.world import NOON, World, agreed, fresh, link_of, standing, written


def withdraw(objective: Objective, by: Person, reason: str = "The ward closes") -> Objective:
    services.withdraw(objective=objective, reason=reason, by=by, standing=standing(by), now=NOON)
    return fresh(objective)


def test_what_is_not_agreed_its_own_side_takes_back(world: World) -> None:
    objective = withdraw(written(world.sister, world.ward, world.safe), world.nurse)

    assert objective.state == "withdrawn"
    assert link_of(objective).state == "ended"
    assert Withdrawal.objects.get().reason == "The ward closes"


def test_the_other_side_declines_what_is_not_agreed_but_does_not_withdraw_it(
    world: World,
) -> None:
    with pytest.raises(NotTheirs):
        withdraw(written(world.sister, world.ward, world.safe), world.director)


def test_what_both_agreed_is_withdrawn_when_both_wish_it(world: World) -> None:
    objective = agreed(world)

    assert withdraw(objective, world.sister).state == "agreed"
    assert withdraw(objective, world.director).state == "withdrawn"
    assert len(letters_to("dana@example.org")) == 2


def test_the_side_it_serves_may_wish_it_first(world: World) -> None:
    objective = agreed(world)

    assert withdraw(objective, world.director).state == "agreed"
    assert withdraw(objective, world.sister).state == "withdrawn"


def test_one_side_asks_once(world: World) -> None:
    objective = agreed(world)
    withdraw(objective, world.sister)

    with pytest.raises(Refused, match="waits for the other side"):
        withdraw(objective, world.nurse)


def test_where_nobody_else_can_answer_one_wish_is_enough(world: World) -> None:
    objective = agreed(world)
    services.end_link(
        link=link_of(objective),
        reason="Moved",
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )

    assert withdraw(objective, world.sister).state == "withdrawn"


def test_a_withdrawal_says_why_and_happens_once(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    with pytest.raises(Refused, match="Say why"):
        withdraw(objective, world.sister, reason=" ")
    withdraw(objective, world.sister)

    with pytest.raises(Refused, match="finished"):
        withdraw(objective, world.sister)


def test_a_stranger_withdraws_nothing(world: World) -> None:
    with pytest.raises(NotTheirs):
        withdraw(written(world.sister, world.ward, world.safe), world.stranger)


def test_what_served_it_turns_to_its_next_parent(world: World) -> None:
    parent = written(world.manager, world.medicine, world.safe)
    child = written(world.sister, world.ward, parent)
    other = services.serve(
        child=child, parent=world.fair, by=world.sister, standing=standing(world.sister), now=NOON
    )

    withdraw(parent, world.manager)

    assert ContributionLink.objects.get(child=child, parent_objective=parent).state == "ended"
    assert ContributionLink.objects.get(child=child, is_primary=True).pk == other.pk
