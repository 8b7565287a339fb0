from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives.models import Closing, Cycle, Objective
from people.addresses import address
from people.models import Person, RoleGrant
from tests.conftest import HTMX
from tests.factories import (
    ClosingFactory,
    ContributionLinkFactory,
    ObjectiveFactory,
    RoleGrantFactory,
)
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import World, fresh, someone


@pytest.fixture
def year(world: World, cycle: Cycle) -> Cycle:
    cycle.state = Cycle.State.CLOSING
    cycle.save()
    return cycle


def live(world: World, cycle: Cycle, title: str) -> Objective:
    """Ward 7's, live, for the Board's priority."""
    objective = ObjectiveFactory.create(
        cycle=cycle, unit=world.ward, state="live", title=title, answerable=world.sister
    )
    ContributionLinkFactory.create(
        child=objective, parent_priority=world.safe, state="accepted", is_primary=True
    )
    return objective


def row(objective: Objective, *, edition: int = 0, **more: str) -> dict[str, str]:
    said = {"result": "achieved", "learnt": "Ask the night staff", "next": "stop", **more}
    known = {"number": "1", "edition": str(edition)}
    return {f"o{objective.pk}-{name}": value for name, value in {**known, **said}.items()}


def keeper(world: World) -> Person:
    person = someone("Kit Keeper", world.surgery)
    RoleGrantFactory.create(person=person, role=RoleGrant.Role.BOARD_SECRETARY)
    return person


def test_everything_a_leader_leads_is_on_one_page(world: World, year: Cycle) -> None:
    for number in range(3):
        live(world, year, f"Aim {number}")

    page = client_of(world.sister).get(address("objectives:close"))

    assert len(page.context["form"].rows) == 3
    assert "nobody is scored" in page.text
    assert not client_of(world.nurse).get(address("objectives:close")).context["form"].rows


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_faulty_row_loses_nothing_of_the_others(
    world: World, year: Cycle, headers: dict[str, str]
) -> None:
    good, faulty, left = (live(world, year, title) for title in ("Good", "Faulty", "Left"))
    client = client_of(world.sister)

    there = address("objectives:close")
    fields = sent(**row(good), **row(faulty, learnt="", next="keep"), **{f"o{left.pk}-number": "1"})
    page = client.post(there, fields, headers=headers)

    assert page.status_code == 422
    assert Closing.objects.get().objective == good
    assert "1 objective is saved" in page.text
    assert "Faulty: say what you learnt" in page.text
    first = page.context["form"].rows[0]
    assert (first.card.title, first["next"].value()) == ("Faulty", "keep")
    assert {one.card.title for one in page.context["form"].rows} == {"Good", "Faulty", "Left"}

    mended = client.post(there, sent(**row(faulty)))
    assert mended.status_code == 302
    assert Closing.objects.count() == 2


def test_what_was_said_in_one_go_is_taken_back_in_one(world: World, year: Cycle) -> None:
    rows = row(live(world, year, "One")) | row(live(world, year, "Two"))
    client = client_of(world.sister)
    page = client.post(address("objectives:close"), sent(**rows), follow=True)
    assert "Saved: 2 objectives." in page.text

    undo = address("objectives:take_back_ending", Closing.objects.order_by("pk")[0].pk)
    assert undo in page.text
    assert client_of(world.manager).post(undo).status_code == 403
    client.post(undo)

    assert not Closing.objects.exists()


def test_two_leads_who_say_it_at_once_see_each_others_words(world: World, year: Cycle) -> None:
    objective = live(world, year, "Calm nights")
    ClosingFactory.create(objective=objective, said_by=world.nurse, learnt="We counted wrongly")

    page = client_of(world.sister).post(address("objectives:close"), sent(**row(objective)))

    assert page.status_code == 422
    assert "this changed while you wrote" in page.text
    assert "We counted wrongly" in page.text
    assert "Ask the night staff" in page.text
    assert Closing.objects.get().learnt == "We counted wrongly"
    assert page.context["form"].rows[0]["edition"].value() == "1"


def test_nobody_closes_what_they_do_not_lead(world: World, year: Cycle) -> None:
    objective = live(world, year, "Calm nights")

    page = client_of(world.nurse).post(address("objectives:close"), sent(**row(objective)))

    assert page.status_code == 403
    assert not Closing.objects.exists()


def test_an_empty_page_says_what_to_do(world: World, year: Cycle) -> None:
    live(world, year, "Calm nights")

    page = client_of(world.sister).post(address("objectives:close"), sent())

    assert page.status_code == 422
    assert "Say something about at least one objective" in page.text


def test_the_side_above_confirms_and_sends_back_on_one_page(world: World, year: Cycle) -> None:
    kept, back = (
        ClosingFactory.create(objective=live(world, year, title), said_by=world.sister)
        for title in ("Kept", "Back")
    )
    client = client_of(world.director)
    there = address("objectives:confirm_endings")
    assert len(client.get(there).context["form"].rows) == 2
    answers = {
        f"c{kept.pk}-edition": "1",
        f"c{kept.pk}-answer": "confirm",
        f"c{back.pk}-edition": "1",
        f"c{back.pk}-answer": "send_back",
    }

    page = client.post(there, sent(**answers))

    assert page.status_code == 422
    assert "Back: say why you send it back" in page.text
    assert fresh(kept.objective).state == "partly"

    client.post(there, sent(**answers | {f"c{back.pk}-reason": "The figures say otherwise"}))
    back.refresh_from_db()
    assert back.sent_back_reason == "The figures say otherwise"
    assert not client.get(there).context["form"].rows


def test_closing_a_year_in_clicks(world: World, cycle: Cycle) -> None:
    live(world, cycle, "Calm nights")
    client = client_of(keeper(world))
    there = address("objectives:year", cycle.pk)
    assert "Close this year’s work" in client.get(there).text

    client.post(address("objectives:begin_closing", cycle.pk), sent())
    assert "Nobody has said yet how it ended" in client.get(there).text
    stale = client.post(address("objectives:close_year", cycle.pk), sent(leaving="0"))
    assert stale["Location"] == there
    assert Cycle.objects.get(pk=cycle.pk).state == "closing"
    client.post(address("objectives:close_year", cycle.pk), sent(leaving="1"))

    assert Cycle.objects.get(pk=cycle.pk).state == "closed"
    assert "Left when the year was closed" in client.get(there).text


def test_what_was_learnt_is_for_everybody_and_the_file_names_no_person(
    world: World, year: Cycle, noon: object
) -> None:
    ClosingFactory.create(
        objective=live(world, year, "Calm nights"),
        said_by=world.sister,
        learnt="=Lights off at ten",
        confirmed_at=noon,
        confirmed_by=world.director,
    )
    assert (
        "Lights off at ten"
        in client_of(world.stranger).get(address("objectives:year", year.pk)).text
    )

    file = client_of(keeper(world)).get(address("objectives:year_file", year.pk, "csv"))

    text = file.content.decode("utf-8-sig")
    assert "Calm nights,Partly achieved,'=Lights off at ten,Keep it next year" in text
    assert not any(person.name in text for person in (world.sister, world.director))
    assert (
        client_of(keeper(world))
        .get(address("objectives:year_file", year.pk, "xlsx"))
        .content.startswith(b"PK")
    )


@pytest.mark.parametrize("name", ["close", "confirm_endings", "year"])
def test_the_pages_ask_as_often_whatever_their_number(
    world: World, year: Cycle, name: str, noon: object
) -> None:
    counts = []
    client = client_of(world.director if name == "confirm_endings" else world.sister)
    where = address(f"objectives:{name}", *([year.pk] if name == "year" else []))
    client.get(where)
    for number in range(12):
        objective = live(world, year, f"Aim {number}")
        if name != "close":
            ClosingFactory.create(
                objective=objective,
                said_by=world.sister,
                confirmed_at=noon if name == "year" else None,
            )
        if number in (1, 11):
            with CaptureQueriesContext(connection) as captured:
                client.get(where)
            counts.append(len(captured))

    assert counts[0] == counts[1]
