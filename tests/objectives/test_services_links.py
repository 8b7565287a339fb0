from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from objectives import services
from objectives.models import ContributionLink, Objective
from objectives.services import NotTheirs, Refused
from people.models import Person
from people.refusals import constraint_behind
from strategy.models import Priority
from tests.factories import CycleFactory, PriorityFactory
from tests.objectives.test_services_writing import letters_to
from tests.objectives.world import NOON, World, accepted, agreed, fresh, link_of, standing, written


def serve(child: Objective, parent: Objective | Priority, by: Person) -> ContributionLink:
    return services.serve(child=fresh(child), parent=parent, by=by, standing=standing(by), now=NOON)


def answer(
    link: ContributionLink, by: Person, *, is_accepted: bool = True, reason: str = ""
) -> ContributionLink:
    return services.answer_link(
        link=link, is_accepted=is_accepted, reason=reason, by=by, standing=standing(by), now=NOON
    )


def end(link: ContributionLink, by: Person, reason: str = "It moved") -> ContributionLink:
    return services.end_link(link=link, reason=reason, by=by, standing=standing(by), now=NOON)


@pytest.fixture
def parent(world: World) -> Objective:
    return written(world.manager, world.medicine, world.safe, title="Halve harm from falls")


@pytest.fixture
def child(world: World, parent: Objective) -> Objective:
    return written(world.sister, world.ward, parent)


def test_an_objective_serves_several_parents_and_one_is_primary(
    world: World, child: Objective
) -> None:
    link = serve(child, world.fair, world.sister)

    assert (link.state, link.is_primary) == ("proposed", False)
    assert ContributionLink.objects.filter(child=child, is_primary=True).count() == 1
    assert any("answer" in body for body in letters_to("dana@example.org"))


def test_a_draft_asks_nobody_to_answer_its_links(world: World, parent: Objective) -> None:
    draft = written(world.sister, world.ward, parent, is_proposed=False)

    serve(draft, world.fair, world.sister)

    assert len(letters_to("dana@example.org")) == 1  # about the parent
    assert letters_to("mo@example.org") == []


def test_a_loop_is_refused_in_words(world: World, parent: Objective, child: Objective) -> None:
    with pytest.raises(Refused, match="already serves this objective"):
        serve(parent, child, world.manager)


@pytest.mark.parametrize(
    ("ends", "state", "is_refused"),
    [
        (("ab", "bc", "ca"), "proposed", True),
        (("ca",), "stale", True),  # b serves c and a serves b already
        (("cd", "da"), "accepted", True),
        (("ac", "ad", "bd", "cd"), "proposed", False),  # several ways up, none back
        (("ca",), "declined", False),
        (("ca",), "ended", False),
    ],
)
def test_many_links_at_once_may_close_no_loop(
    world: World, ends: tuple[str, ...], state: str, is_refused: bool
) -> None:
    made = {letter: written(world.sister, world.ward, world.safe) for letter in "abcd"}

    def bring(ends: tuple[str, ...], state: str) -> None:
        links = [
            ContributionLink(
                organisation=world.ward.organisation,
                child=made[pair[0]],
                parent_objective=made[pair[1]],
                state=state,
                stale_since=NOON if state == "stale" else None,
            )
            for pair in ends
        ]
        ContributionLink.objects.bulk_create(links)

    if "ab" not in ends:
        bring(("ab", "bc"), "accepted")
    if not is_refused:
        bring(ends, state)
        return
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        bring(ends, state)
    assert constraint_behind(refusal.value) == "links_have_no_loop"


def test_a_longer_loop_is_refused(world: World, parent: Objective, child: Objective) -> None:
    grandchild = written(world.sister, world.ward, child)

    with pytest.raises(Refused, match="directly or through others"):
        serve(parent, grandchild, world.manager)


def test_an_objective_does_not_serve_itself(world: World, child: Objective) -> None:
    with pytest.raises(Refused, match="cannot serve itself"):
        serve(child, child, world.sister)


@pytest.mark.parametrize("again", ["parent", "priority"])
def test_the_same_thing_is_served_once(
    world: World, parent: Objective, child: Objective, again: str
) -> None:
    serve(child, world.fair, world.sister)

    with pytest.raises(Refused, match="already serves that p|already serves that o"):
        serve(child, parent if again == "parent" else world.fair, world.sister)


def test_what_was_declined_may_be_offered_again(
    world: World, parent: Objective, child: Objective
) -> None:
    answer(link_of(child), world.manager, is_accepted=False, reason="Not yet")

    assert serve(child, parent, world.sister).is_primary


def test_only_priorities_in_force_are_served(world: World, child: Objective) -> None:
    with pytest.raises(Refused, match="strategy in force"):
        serve(child, PriorityFactory.create(), world.sister)


def test_nothing_serves_a_finished_objective(
    world: World, parent: Objective, child: Objective
) -> None:
    other = written(world.sister, world.ward, world.safe)
    Objective.objects.filter(pk=parent.pk).update(state="withdrawn")

    with pytest.raises(Refused, match="finished"):
        serve(other, parent, world.sister)


def test_a_finished_objective_serves_nothing_more(world: World, child: Objective) -> None:
    Objective.objects.filter(pk=child.pk).update(state="withdrawn")

    with pytest.raises(Refused, match="finished"):
        serve(child, world.fair, world.sister)


def test_nothing_serves_an_objective_of_another_year(
    world: World, parent: Objective, child: Objective
) -> None:
    last_year = CycleFactory.create(name="2025/26", state="closed")
    Objective.objects.filter(pk=parent.pk).update(cycle=last_year)
    other = written(world.sister, world.ward, world.safe)

    with pytest.raises(Refused, match="another year"):
        serve(other, parent, world.sister)


def test_only_the_objectives_own_side_proposes_a_link(world: World, child: Objective) -> None:
    with pytest.raises(NotTheirs):
        serve(child, world.fair, world.stranger)


def test_the_side_served_accepts(world: World, child: Objective) -> None:
    link = answer(link_of(child), world.manager)

    assert (link.state, link.answered_by, link.answered_at) == ("accepted", world.manager, NOON)


@pytest.mark.parametrize("who", ["sister", "nurse", "stranger", "director"])
def test_only_the_side_served_answers(world: World, child: Objective, who: str) -> None:
    with pytest.raises(NotTheirs):
        answer(link_of(child), getattr(world, who))


def test_an_answer_is_given_once(world: World, child: Objective) -> None:
    answer(link_of(child), world.manager)

    with pytest.raises(Refused, match="not waiting"):
        answer(link_of(child), world.manager)


def test_a_no_says_why_and_tells_the_owner(world: World, child: Objective) -> None:
    with pytest.raises(Refused, match="Say why"):
        answer(link_of(child), world.manager, is_accepted=False)

    link = answer(link_of(child), world.manager, is_accepted=False, reason="Not our aim")

    assert (link.state, link.reason, link.is_primary) == ("declined", "Not our aim", False)
    assert len(letters_to("sam@example.org")) == 1


def test_a_stale_link_is_taken_up_again_or_ended(world: World, child: Objective) -> None:
    for is_accepted, state in ((True, "accepted"), (False, "ended")):
        ContributionLink.objects.filter(child=child).update(state="stale", stale_since=NOON)

        link = answer(link_of(child), world.manager, is_accepted=is_accepted, reason="No longer")

        assert (link.state, link.stale_since) == (state, None)


def test_when_the_main_link_ends_the_next_ones_side_answers(
    world: World, parent: Objective, child: Objective
) -> None:
    other = serve(child, world.fair, world.sister)
    end(link_of_parent(child, parent), world.sister)

    assert accepted(child, "parent_owner", world.director).state == "agreed"
    assert ContributionLink.objects.get(pk=other.pk).is_primary


def link_of_parent(child: Objective, parent: Objective) -> ContributionLink:
    return ContributionLink.objects.get(child=child, parent_objective=parent)


def test_words_accepted_for_a_link_that_ended_are_not_agreed_until_the_new_one_is_accepted(
    world: World, parent: Objective
) -> None:
    child = written(world.nurse, world.ward, parent)
    accepted(child, "parent_owner", world.manager)
    other = serve(child, world.fair, world.sister)
    end(link_of_parent(child, parent), world.sister)
    assert accepted(child, "owner", world.sister).state == "proposed"

    answer(other, world.director)

    assert fresh(child).state == "agreed"


def test_another_link_becomes_primary_when_marked(world: World, child: Objective) -> None:
    other = serve(child, world.fair, world.sister)

    services.set_primary(link=other, by=world.sister, standing=standing(world.sister), now=NOON)

    marked = ContributionLink.objects.filter(child=child, is_primary=True)
    assert [link.pk for link in marked] == [other.pk]


def test_an_ended_link_is_not_marked_primary(world: World, child: Objective) -> None:
    link = end(link_of(child), world.sister)

    with pytest.raises(Refused, match="no longer serves"):
        services.set_primary(link=link, by=world.sister, standing=standing(world.sister), now=NOON)


def test_an_accepted_link_inherits_the_primary_mark_first(world: World, child: Objective) -> None:
    serve(child, world.fair, world.sister)
    accepted_link = serve(child, world.safe, world.sister)
    answer(accepted_link, world.director)

    end(ContributionLink.objects.get(child=child, is_primary=True), world.sister)

    assert ContributionLink.objects.get(child=child, is_primary=True).pk == accepted_link.pk


@pytest.mark.parametrize("who", ["sister", "nurse", "manager"])
def test_either_side_ends_a_link(world: World, child: Objective, who: str) -> None:
    assert end(link_of(child), getattr(world, who)).state == "ended"


def test_a_stranger_ends_no_link(world: World, child: Objective) -> None:
    with pytest.raises(NotTheirs):
        end(link_of(child), world.stranger)


def test_ending_says_why_and_happens_once(world: World, child: Objective) -> None:
    link = link_of(child)
    with pytest.raises(Refused, match="Say why"):
        end(link, world.sister, reason="")
    end(link, world.sister)

    with pytest.raises(Refused, match="already ended"):
        end(link, world.sister)


def test_an_agreed_objective_stays_agreed_when_its_link_ends(world: World) -> None:
    objective = agreed(world)

    end(link_of(objective), world.sister)

    assert fresh(objective).state == "agreed"


def test_a_reason_to_stand_alone_is_accepted_by_the_unit_above(world: World) -> None:
    objective = agreed(world)
    end(link_of(objective), world.sister)
    services.give_local_reason(
        objective=objective,
        reason="Our patients asked",
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )
    with pytest.raises(NotTheirs):
        accept_reason(objective, world.sister)

    objective = accept_reason(objective, world.manager)

    assert (objective.is_local_reason_accepted, objective.state) == (True, "agreed")
    assert any("answer" in body for body in letters_to("mo@example.org"))


def accept_reason(objective: Objective, by: Person) -> Objective:
    return services.accept_local_reason(objective=objective, by=by, standing=standing(by), now=NOON)


def test_no_reason_is_accepted_where_a_priority_is_served(world: World) -> None:
    objective = agreed(world)

    with pytest.raises(Refused, match="No reason"):
        accept_reason(objective, world.manager)


def test_a_new_reason_must_be_accepted_anew(world: World) -> None:
    objective = written(world.sister, world.ward, None, local_reason="Our patients asked")
    accepted(objective, "parent_owner", world.manager)

    objective = services.give_local_reason(
        objective=objective,
        reason="Our staff asked",
        by=world.nurse,
        standing=standing(world.nurse),
        now=NOON,
    )

    assert objective.is_local_reason_accepted is False


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_given_in_words(world: World, child: Objective, reason: str) -> None:
    with pytest.raises(Refused, match="Say why it matters"):
        services.give_local_reason(
            objective=child,
            reason=reason,
            by=world.sister,
            standing=standing(world.sister),
            now=NOON,
        )
