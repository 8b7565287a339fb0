from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import holdings, services
from objectives.figures.dependencies import Turn
from objectives.models import Dependency, Objective
from objectives.queries.beside import beside_objective, beside_team
from objectives.queries.dependencies import Wanted, dependency_lines
from objectives.queries.waiting import reader_of, waiting_for
from objectives.services import depending
from people.addresses import address
from people.models import Errand, Person
from tests.factories import DependencyFactory, ObjectiveFactory
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import NOON, World, someone, standing, written

TODAY = NOON.date()
SOON = TODAY + timedelta(days=30)
WORDS = "A pharmacist on the Monday round"


@pytest.fixture
def objective(world: World) -> Objective:
    return written(world.sister, world.ward, world.safe)


@pytest.fixture
def surgeon(world: World) -> Person:
    return someone("Sue Surgeon", world.surgery, is_lead=True)


def ask(objective: Objective, world: World, by: Person, **more: Any) -> Dependency:
    more = {"words": WORDS, "asked_unit": world.surgery, **more}
    return depending.ask_other_team(
        objective=objective, by=by, standing=standing(by), now=NOON, **more
    )


def turn(found: Dependency, which: Turn, by: Person, *, days: int = 0, **more: Any) -> Dependency:
    return depending.answer_dependency(
        dependency=found,
        turn=which,
        by=by,
        standing=standing(by),
        now=NOON + timedelta(days=days),
        **more,
    )


def titles(person: Person) -> list[str]:
    return [one.title for one in waiting_for(reader_of(standing(person)))]


def test_a_question_waits_with_the_lead_of_the_other_team(
    world: World, objective: Objective, surgeon: Person
) -> None:
    found = ask(objective, world, world.sister)

    assert f"Can you help with “{WORDS}”?" in titles(surgeon)
    assert f"Can you help with “{WORDS}”?" not in titles(world.sister) + titles(world.manager)
    letters = Errand.objects.filter(key__startswith=f"dependency:{found.pk}")
    assert [one.arguments["to"] for one in letters] == ["sue@example.org"]


def test_a_yes_has_its_day_and_ends_with_done(
    world: World, objective: Objective, surgeon: Person
) -> None:
    found = turn(ask(objective, world, world.sister), Turn.YES, surgeon, days=4, due_on=SOON)
    assert (found.state, found.due_on) == ("yes", SOON)
    assert titles(surgeon) == []

    found = turn(found, Turn.DONE, world.sister, days=10)

    assert (found.state, found.finished_at) == ("done", NOON + timedelta(days=10))
    assert found.answered_at == NOON + timedelta(days=4)


def test_a_no_says_why_and_what_instead(
    world: World, objective: Objective, surgeon: Person
) -> None:
    found = ask(objective, world, world.sister)
    with pytest.raises(services.Refused, match="Say why not"):
        turn(found, Turn.NO, surgeon, instead="Tuesdays")

    found = turn(found, Turn.NO, surgeon, reason="Mondays are theatre days", instead="Tuesdays")

    assert (found.state, found.instead) == ("no", "Tuesdays")


@pytest.mark.parametrize(
    ("more", "said"), [({}, "Enter the date"), ({"due_on": date(2026, 1, 1)}, "still to come")]
)
def test_a_yes_without_a_day_to_come_is_refused(
    world: World, objective: Objective, surgeon: Person, more: dict[str, Any], said: str
) -> None:
    found = ask(objective, world, world.sister)

    with pytest.raises(services.Refused, match=said):
        turn(found, Turn.YES, surgeon, **more)

    found.refresh_from_db()
    assert found.state == "asked"


def test_nobody_speaks_for_the_other_team(
    world: World, objective: Objective, surgeon: Person
) -> None:
    found = ask(objective, world, world.sister)

    for person in (world.sister, world.nurse, world.stranger):
        with pytest.raises(services.NotTheirs):
            turn(found, Turn.YES, person, due_on=SOON)
    with pytest.raises(services.NotTheirs):
        turn(found, Turn.DROP, surgeon)
    with pytest.raises(services.NotTheirs):
        ask(objective, world, world.stranger)


def test_a_team_asks_another_one_and_only_for_what_others_can_read(
    world: World, objective: Objective
) -> None:
    with pytest.raises(services.Refused, match="another team"):
        ask(objective, world, world.sister, asked_unit=world.ward)
    draft = written(world.sister, world.ward, None, is_proposed=False)
    with pytest.raises(services.Refused, match="Propose this objective first"):
        ask(draft, world, world.sister)


def test_what_is_over_is_over(world: World, objective: Objective, surgeon: Person) -> None:
    found = turn(ask(objective, world, world.sister), Turn.DROP, world.sister)

    with pytest.raises(services.Refused, match="already answered"):
        turn(found, Turn.YES, surgeon, due_on=SOON)


def test_both_teams_see_it_on_their_pages(world: World, objective: Objective) -> None:
    ask(objective, world, world.sister)
    now = NOON + timedelta(days=6)

    here = beside_objective(objective.pk, standing=standing(world.nurse), now=now, today=TODAY)
    ours = beside_team(world.ward.pk, standing=standing(world.nurse), now=now, today=TODAY)
    theirs = beside_team(world.surgery.pk, standing=standing(world.nurse), now=now, today=TODAY)

    assert [(one.words, one.team, one.days_waited) for one in here.needs] == [(WORDS, "Surgery", 6)]
    assert [one.words for one in ours.of_others] == [WORDS]
    assert ours.of_us == []
    assert [(one.words, one.team) for one in theirs.of_us] == [(WORDS, "Ward 7")]


def test_a_need_of_a_draft_is_not_told_to_others(world: World) -> None:
    draft = ObjectiveFactory.create(unit=world.ward, state="draft")
    DependencyFactory.create(objective=draft, asked_unit=world.surgery)

    def seen(person: Person) -> tuple[int, int]:
        found = dependency_lines(standing=standing(person), wanted=Wanted(), now=NOON, today=TODAY)
        team = beside_team(world.surgery.pk, standing=standing(person), now=NOON, today=TODAY)
        return len(found), len(team.of_us)

    assert seen(world.stranger) == (0, 0)
    assert seen(world.sister) == (1, 1)


def test_the_list_is_narrowed_and_sorted(
    world: World, objective: Objective, surgeon: Person
) -> None:
    first = ask(objective, world, world.sister, words="Beds", needed_by=SOON)
    turn(first, Turn.YES, surgeon, due_on=SOON)
    ask(objective, world, world.sister, words="Porters")
    over = ask(objective, world, world.sister, words="Airway trolley")
    turn(over, Turn.DROP, world.sister)

    def found(**wanted: Any) -> list[str]:
        lines = dependency_lines(
            standing=standing(world.nurse), wanted=Wanted(**wanted), now=NOON, today=TODAY
        )
        return [one.words for one in lines[:10]]

    assert found() == ["Beds", "Porters"]
    assert found(sort="-words") == ["Porters", "Beds"]
    assert found(words="port") == ["Porters"]
    assert found(state="yes") == ["Beds"]
    assert found(state="all") == ["Beds", "Porters", "Airway trolley"]
    assert found(unit="SUR", side="of") == ["Beds", "Porters"]
    assert found(unit="SUR", side="by") == []


@pytest.mark.parametrize("where", ["dependencies", "team"])
def test_the_pages_cost_the_same_for_more(world: World, objective: Objective, where: str) -> None:
    args = [world.surgery.pk] if where == "team" else []
    client, counts = client_of(world.sister), []
    for _ in range(2):
        ask(objective, world, world.sister)
        client.get(address(f"objectives:{where}", *args))
        with CaptureQueriesContext(connection) as queries:
            page = client.get(address(f"objectives:{where}", *args))
        assert address("objectives:dependency", 1)[:-2] in page.text
        counts.append(len(queries))
        for number in range(8):
            DependencyFactory.create(
                objective=objective, asked_unit=world.surgery, words=f"More {number}"
            )

    assert counts[0] == counts[1]


def test_a_lead_asks_and_the_other_answers_on_the_page(
    world: World, objective: Objective, surgeon: Person
) -> None:
    sister, other = client_of(world.sister), client_of(surgeon)
    where = address("objectives:ask_other_team", objective.pk)

    empty = sister.post(where, sent(unit="W7", words=""))
    assert empty.status_code == 422
    assert "Say what you need" in empty.text
    assert sister.post(where, sent(unit="SUR", words=WORDS)).status_code == 302
    found = Dependency.objects.get()
    page = address("objectives:dependency", found.pk)
    assert WORDS in sister.get(address("objectives:objective", objective.pk)).text

    bad = other.post(page, sent(turn="no", reason="", instead="Tuesdays"))
    assert bad.status_code == 422
    assert "Tuesdays" in bad.text
    assert (
        other.post(page, sent(turn="no", reason="Too few", instead="Tuesdays")).status_code == 302
    )
    assert "Tuesdays" in sister.get(page).text
    assert sister.post(page, sent(turn="yes", due_on_0="1")).status_code in (403, 422)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_list_can_be_taken_away(world: World, objective: Objective, form: str) -> None:
    ask(objective, world, world.sister)

    response = client_of(world.nurse).get(address("objectives:dependencies_file", form))

    assert response.status_code == 200
    assert f'.{form}"' in response["Content-Disposition"]
    if form == "csv":
        assert WORDS in response.content.decode("utf-8-sig")
    assert (
        client_of(world.nurse).get(address("objectives:dependencies_file", "pdf")).status_code
        == 404
    )


def test_a_unit_stays_open_while_another_team_waits_for_it(
    world: World, objective: Objective, surgeon: Person
) -> None:
    found = ask(objective, world, world.sister)
    assert holdings.needs_of_unit(world.surgery) == ["Answer the 1 need that others asked of it."]

    turn(found, Turn.YES, surgeon, due_on=SOON)

    assert holdings.needs_of_unit(world.surgery) == []
