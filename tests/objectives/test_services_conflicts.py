from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.figures.conflicts import Turn
from objectives.models import Conflict, Objective
from objectives.queries.beside import beside_objective
from objectives.queries.conflicts import Wanted, conflict_lines
from objectives.queries.waiting import reader_of, waiting_for
from objectives.services import conflicts
from people.addresses import address
from people.models import Errand, Person
from tests.conftest import HTMX
from tests.factories import ConflictFactory, ObjectiveFactory
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import NOON, World, someone, standing, written

ROOMS = "Both need the same two rooms on Mondays"


@pytest.fixture
def surgeon(world: World) -> Person:
    return someone("Sue Surgeon", world.surgery, is_lead=True)


@pytest.fixture
def ours(world: World) -> Objective:
    return written(world.sister, world.ward, world.safe, title="Home before lunch")


@pytest.fixture
def theirs(world: World, surgeon: Person) -> Objective:
    return written(surgeon, world.surgery, world.safe, title="Lists start on time")


def pull(ours: Objective, theirs: Objective, by: Person, **more: Any) -> Conflict:
    return conflicts.raise_conflict(
        objective=ours,
        other=theirs,
        by=by,
        standing=standing(by),
        now=NOON,
        **{"words": ROOMS, **more},
    )


def turn(found: Conflict, which: Turn, by: Person, words: str, *, days: int = 1) -> Conflict:
    return conflicts.take_conflict_turn(
        conflict=found,
        turn=which,
        words=words,
        by=by,
        standing=standing(by),
        now=NOON + timedelta(days=days),
    )


def waits(person: Person) -> bool:
    return any(
        "pull against each other" in one.title for one in waiting_for(reader_of(standing(person)))
    )


def test_both_owners_are_told_by_whoever_sees_both(
    world: World, ours: Objective, theirs: Objective, surgeon: Person
) -> None:
    found = pull(ours, theirs, world.nurse)

    assert waits(world.sister) is waits(surgeon) is True
    assert waits(world.nurse) is waits(world.manager) is False
    letters = Errand.objects.filter(key__startswith=f"conflict:{found.pk}:")
    assert {one.arguments["to"] for one in letters} == {"sam@example.org", "sue@example.org"}


def test_it_waits_for_the_side_that_did_not_speak_last(
    world: World, ours: Objective, theirs: Objective, surgeon: Person
) -> None:
    found = pull(ours, theirs, world.sister)
    assert (waits(world.sister), waits(surgeon)) == (False, True)

    found = turn(found, Turn.TALK, surgeon, "We could take Tuesdays")

    assert found.state == "discussed"
    assert (waits(world.sister), waits(surgeon)) == (True, False)


@pytest.mark.parametrize(("which", "state"), [(Turn.SETTLE, "resolved"), (Turn.ACCEPT, "accepted")])
def test_it_ends_with_words_and_waits_for_nobody(
    world: World, ours: Objective, theirs: Objective, surgeon: Person, which: Turn, state: str
) -> None:
    found = pull(ours, theirs, world.sister)
    with pytest.raises(services.Refused, match="Say how it is settled"):
        turn(found, which, surgeon, " ")

    found = turn(found, which, surgeon, "Tuesdays for theatres")

    assert (found.state, found.outcome, found.settled_by) == (
        state,
        "Tuesdays for theatres",
        surgeon,
    )
    assert waits(world.sister) is waits(surgeon) is False
    with pytest.raises(services.Refused, match="already settled"):
        turn(found, Turn.TALK, surgeon, "More")


def test_only_the_two_sides_end_it(
    world: World, ours: Objective, theirs: Objective, surgeon: Person
) -> None:
    found = pull(ours, theirs, world.nurse)
    turn(found, Turn.TALK, world.nurse, "I meant the day room")
    for person, which in ((world.nurse, Turn.SETTLE), (world.stranger, Turn.TALK)):
        with pytest.raises(services.NotTheirs):
            turn(found, which, person, "Done")


@pytest.mark.parametrize("says_first", ["ours", "theirs"])
def test_the_same_two_are_raised_once_while_it_is_open(
    world: World, ours: Objective, theirs: Objective, says_first: str
) -> None:
    found = pull(ours, theirs, world.sister)
    pair = (ours, theirs) if says_first == "ours" else (theirs, ours)
    with pytest.raises(services.Refused, match="raised already"):
        pull(*pair, world.nurse)
    turn(found, Turn.SETTLE, world.sister, "Tuesdays")

    assert pull(*pair, world.nurse).state == "raised"


def test_nothing_pulls_against_itself_or_what_is_not_there_to_read(
    world: World, ours: Objective, theirs: Objective
) -> None:
    draft = ObjectiveFactory.create(unit=world.ward, state="draft")
    with pytest.raises(services.Refused, match="the same one"):
        pull(ours, ours, world.sister)
    with pytest.raises(services.Refused, match="cannot read a draft"):
        pull(ours, draft, world.sister)
    with pytest.raises(services.NotTheirs):
        pull(theirs, draft, world.stranger)
    with pytest.raises(services.Refused, match="how they pull"):
        pull(ours, theirs, world.sister, words="")


def test_both_objectives_show_it_and_nobody_learns_of_a_draft(
    world: World, ours: Objective, theirs: Objective
) -> None:
    pull(ours, theirs, world.sister)
    draft = ObjectiveFactory.create(unit=world.ward, state="draft")
    ConflictFactory.create(objective=draft, other=theirs)

    def shown(objective: Objective, person: Person) -> list[str]:
        beside = beside_objective(
            objective.pk, standing=standing(person), now=NOON, today=NOON.date()
        )
        return sorted(one.other for one in beside.conflicts)

    assert shown(ours, world.stranger) == ["Lists start on time"]
    assert shown(theirs, world.stranger) == ["Home before lunch"]
    assert len(shown(theirs, world.sister)) == 2
    listed = conflict_lines(standing=standing(world.stranger), wanted=Wanted())
    assert len(listed) == 1


def test_the_list_is_narrowed(
    world: World, ours: Objective, theirs: Objective, surgeon: Person
) -> None:
    found = pull(ours, theirs, world.sister)

    def listed(**wanted: Any) -> int:
        return len(conflict_lines(standing=standing(world.nurse), wanted=Wanted(**wanted)))

    assert [listed(), listed(words="rooms"), listed(words="zebra")] == [1, 1, 0]
    assert [listed(unit="SUR"), listed(unit="MED")] == [1, 0]
    turn(found, Turn.SETTLE, surgeon, "Tuesdays")
    assert [listed(), listed(state="resolved"), listed(state="all")] == [0, 1, 1]


def test_it_is_raised_talked_about_and_settled_on_pages(
    world: World, ours: Objective, theirs: Objective, surgeon: Person
) -> None:
    sister, other = client_of(world.sister), client_of(surgeon)
    where = address("objectives:raise_conflict", ours.pk)
    bad = sister.post(where, sent(ref="NONE-1", words=ROOMS), headers=HTMX)
    assert bad.status_code == 422
    assert ROOMS in bad.text
    assert sister.post(where, sent(ref=theirs.ref, words=ROOMS)).status_code == 302
    page = address("objectives:conflict", Conflict.objects.get().pk)
    assert page in sister.get(address("objectives:objective", theirs.pk)).text
    assert other.post(page, sent(turn="talk", words="")).status_code == 422

    assert other.post(page, sent(turn="talk", words="Tuesdays?")).status_code == 302
    assert "Tuesdays?" in sister.get(page).text
    assert sister.post(page, sent(turn="settle", words="Tuesdays")).status_code == 302
    nurse = client_of(world.nurse)
    assert nurse.post(page, sent(turn="talk", words="No")).status_code == 422
    assert "This is how it is settled" not in nurse.get(page).text


@pytest.mark.parametrize("where", ["conflicts", "home"])
def test_the_pages_cost_the_same_for_more(
    world: World, ours: Objective, theirs: Objective, where: str
) -> None:
    client, counts = client_of(world.sister), []
    for _ in range(2):
        ConflictFactory.create_batch(3, objective=ours, other=theirs, raised_by=world.nurse)
        client.get(address(f"objectives:{where}"))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address(f"objectives:{where}")).status_code == 200
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_the_list_can_be_taken_away(world: World, ours: Objective, theirs: Objective) -> None:
    pull(ours, theirs, world.sister)
    client = client_of(world.nurse)

    taken = client.get(address("objectives:conflicts_file", "csv"))
    assert ROOMS in taken.content.decode("utf-8-sig")
    assert client.get(address("objectives:conflicts_file", "xlsx")).status_code == 200
