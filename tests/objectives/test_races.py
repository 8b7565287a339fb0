"""What two people do at the same moment, each in a transaction of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from django.db import IntegrityError, transaction

from objectives import services
from objectives.models import Agreement, ContributionLink, Objective, ObjectiveVersion
from objectives.services import Refused, Words, WordsChanged
from people.models import Errand, Organisation, Person
from people.refusals import constraint_behind
from people.tenancy import acting_in
from tests.factories import CycleFactory, OrganisationFactory, OrgUnitFactory
from tests.objectives.world import NOON, World, fresh, make_world, standing, words, written
from tests.parallel import at_once

pytestmark = pytest.mark.django_db(transaction=True)
T = TypeVar("T")


@pytest.fixture
def northvale() -> Organisation:
    return OrganisationFactory.create(name="Northvale Care", slug="northvale")


@pytest.fixture
def world(northvale: Organisation) -> World:
    with acting_in(northvale, cause="test"):
        root = OrgUnitFactory.create(code="BOARD", name="The Board", parent=None)
        CycleFactory.create(state="agreeing")
        return make_world(root)


def inside(northvale: Organisation, doing: Callable[[], T]) -> Callable[[], T | Exception]:
    """One request's worth of doing: its own transaction; a refusal is its result."""

    def act() -> T | Exception:
        try:
            with acting_in(northvale, cause="test"):
                return doing()
        except (Refused, WordsChanged) as refusal:
            return refusal

    return act


def accepting(objective: Objective, party: str, by: Person) -> Callable[[], Objective]:
    return lambda: services.accept(
        objective=objective, party=party, number=1, by=by, standing=standing(by), now=NOON
    )


def test_two_acceptances_at_the_same_moment_agree_once(
    northvale: Organisation, world: World
) -> None:
    with acting_in(northvale, cause="test"):
        objective = written(world.nurse, world.ward, world.safe)

    at_once(
        inside(northvale, accepting(objective, "owner", world.sister)),
        inside(northvale, accepting(objective, "parent_owner", world.director)),
    )

    with acting_in(northvale, cause="test"):
        objective.refresh_from_db()
        assert objective.state == "agreed"
        assert Agreement.objects.count() == 2


def test_the_same_acceptance_many_times_is_kept_once(northvale: Organisation, world: World) -> None:
    with acting_in(northvale, cause="test"):
        objective = written(world.nurse, world.ward, world.safe)
    accept = inside(northvale, accepting(objective, "owner", world.sister))

    outcomes = at_once(*[accept] * 5)

    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 4
    with acting_in(northvale, cause="test"):
        assert Agreement.objects.count() == 1


def test_words_accepted_while_they_change_are_never_agreed(
    northvale: Organisation, world: World
) -> None:
    """Either the acceptance came first and lapsed, or it came second and was refused."""
    with acting_in(northvale, cause="test"):
        objective = written(world.sister, world.ward, world.safe)

    at_once(
        inside(northvale, accepting(objective, "parent_owner", world.director)),
        inside(
            northvale,
            lambda: services.word_anew(
                objective=objective,
                words=Words(title="Falls down by half"),
                number=1,
                by=world.sister,
                standing=standing(world.sister),
                now=NOON,
            ),
        ),
    )

    with acting_in(northvale, cause="test"):
        assert (fresh(objective).state, words(objective).number) == ("proposed", 2)


def test_two_rewordings_from_the_same_words_keep_one(northvale: Organisation, world: World) -> None:
    with acting_in(northvale, cause="test"):
        objective = written(world.sister, world.ward, world.safe)

    def rewording(title: str) -> Callable[[], ObjectiveVersion]:
        return lambda: services.word_anew(
            objective=objective,
            words=Words(title=title),
            number=1,
            by=world.sister,
            standing=standing(world.sister),
            now=NOON,
        )

    shares = ("Falls down by half", "Falls down by a third", "Falls down by a tenth")
    outcomes = at_once(*[inside(northvale, rewording(title)) for title in shares])

    assert sum(isinstance(outcome, WordsChanged) for outcome in outcomes) == 2


def test_a_loop_closed_from_both_ends_is_refused_at_one(
    northvale: Organisation, world: World
) -> None:
    with acting_in(northvale, cause="test"):
        above = written(world.manager, world.medicine, world.safe)
        below = written(world.sister, world.ward, world.safe)

    def serving(child: Objective, parent: Objective, by: Person) -> Callable[[], ContributionLink]:
        return lambda: services.serve(
            child=child, parent=parent, by=by, standing=standing(by), now=NOON
        )

    outcomes = at_once(
        inside(northvale, serving(below, above, world.sister)),
        inside(northvale, serving(above, below, world.manager)),
    )

    assert sum(isinstance(outcome, Refused) for outcome in outcomes) == 1
    with acting_in(northvale, cause="test"):
        assert ContributionLink.objects.filter(parent_objective__isnull=False).count() == 1


def test_a_loop_closed_by_two_imports_at_once_is_refused_at_one(
    northvale: Organisation, world: World
) -> None:
    with acting_in(northvale, cause="test"):
        above = written(world.manager, world.medicine, world.safe)
        below = written(world.sister, world.ward, world.safe)
        beside = written(world.sister, world.ward, world.safe)

    def bringing(*ends: tuple[Objective, Objective]) -> Callable[[], object]:
        def bring() -> object:
            links = [
                ContributionLink(organisation=northvale, child=child, parent_objective=parent)
                for child, parent in ends
            ]
            try:
                with transaction.atomic():
                    return ContributionLink.objects.bulk_create(links)
            except IntegrityError as error:
                return constraint_behind(error)

        return bring

    outcomes = at_once(
        inside(northvale, bringing((below, above), (beside, above))),
        inside(northvale, bringing((above, beside))),
        inside(northvale, bringing((above, below))),
    )

    with acting_in(northvale, cause="test"):
        between = ContributionLink.objects.filter(parent_objective__isnull=False)
        served = set(between.values_list("child_id", "parent_objective_id"))
    assert "links_have_no_loop" in outcomes
    assert not {(parent, child) for child, parent in served} & served


def test_objectives_written_at_the_same_moment_have_refs_of_their_own(
    northvale: Organisation, world: World
) -> None:
    write = inside(northvale, lambda: written(world.sister, world.ward, world.safe).ref)

    refs = at_once(*[write] * 4)

    assert sorted(map(str, refs)) == ["W7-1", "W7-2", "W7-3", "W7-4"]


def test_two_people_who_ask_at_the_same_moment_ask_once(
    northvale: Organisation, world: World
) -> None:
    def asking(by: Person) -> Callable[[], int]:
        return lambda: (
            services.ask_for_objective(
                unit=world.ward, priority=world.fair, by=by, standing=standing(by), now=NOON
            ).pk
        )

    first, second = at_once(
        inside(northvale, asking(world.director)), inside(northvale, asking(world.stranger))
    )

    assert first == second
    with acting_in(northvale, cause="test"):
        assert Errand.objects.filter(task="people.tasks.send_letter").count() == 1


def test_many_acts_at_once_wait_for_each_other_in_one_order(
    northvale: Organisation, world: World
) -> None:
    """Two linked objectives, answered and re-worded from both ends: no deadlock."""
    with acting_in(northvale, cause="test"):
        above = written(world.manager, world.medicine, world.safe)
        below = written(world.nurse, world.ward, above)
        [link] = ContributionLink.objects.filter(child=below)

    outcomes = at_once(
        inside(northvale, accepting(above, "parent_owner", world.director)),
        inside(northvale, accepting(below, "owner", world.sister)),
        inside(northvale, accepting(below, "parent_owner", world.manager)),
        inside(
            northvale,
            lambda: services.answer_link(
                link=link,
                is_accepted=True,
                by=world.manager,
                standing=standing(world.manager),
                now=NOON,
            ),
        ),
    )

    assert [type(o) for o in outcomes if isinstance(o, Exception)] in ([], [Refused])
    with acting_in(northvale, cause="test"):
        assert set(Objective.objects.values_list("state", flat=True)) == {"agreed"}


ROUNDS = 120


def test_accepting_countering_and_amending_at_once_always_ends_consistently(
    northvale: Organisation, world: World
) -> None:
    """Round after round two sides answer, counter and amend the same words at the same moment:
    it is agreed only when both accepted the words that count, and no version is lost."""
    with acting_in(northvale, cause="test"):
        objective = written(world.sister, world.ward, world.safe)

    def counter(by: Person, title: str, number: int) -> Callable[[], ObjectiveVersion]:
        return lambda: services.word_anew(
            objective=objective,
            words=Words(title=title),
            number=number,
            by=by,
            standing=standing(by),
            now=NOON,
        )

    def accept(party: str, by: Person, number: int) -> Callable[[], Objective]:
        return lambda: services.accept(
            objective=objective,
            party=party,
            number=number,
            by=by,
            standing=standing(by),
            now=NOON,
        )

    agreed = 0
    for turn in range(ROUNDS):
        with acting_in(northvale, cause="test"):
            number = words(objective).number
        doings: list[Callable[[], object]] = [
            inside(northvale, accept("parent_owner", world.director, number)),
            inside(northvale, accept("owner", world.sister, number)),
        ]
        if turn % 3:
            doings.append(inside(northvale, counter(world.sister, f"By {turn} in ten", number)))
        if turn % 3 == 1:
            doings.append(inside(northvale, counter(world.director, f"Or {turn} in ten", number)))
        at_once(*doings)
        with acting_in(northvale, cause="test"):
            agreed += _is_consistent(fresh(objective))

    assert 0 < agreed < ROUNDS


def _is_consistent(objective: Objective) -> bool:
    """Whether it is agreed; every version has its number, and agreed means both accepted."""
    numbers = list(
        ObjectiveVersion.objects.filter(objective=objective)
        .order_by("number")
        .values_list("number", flat=True)
    )
    assert numbers == list(range(1, len(numbers) + 1))
    newest = Agreement.objects.filter(version=objective.current).order_by("made_at", "pk")
    said = {answer.party: answer.response for answer in newest}
    is_agreed = objective.state in ("agreed", "live")
    assert is_agreed == (said == {"owner": "accept", "parent_owner": "accept"})
    return is_agreed
