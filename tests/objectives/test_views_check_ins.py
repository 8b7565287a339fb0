from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from objectives.models import CheckIn, MeasuredValue, Objective
from objectives.queries.check_ins import last_words
from people.addresses import address
from tests.conftest import HTMX
from tests.factories import CheckInFactory, MeasuredValueFactory, MeasureFactory, ObjectiveFactory
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import World, words


@pytest.fixture
def client(world: World) -> Client:
    return client_of(world.sister)


def live(world: World, how_many: int = 1, **more: Any) -> list[Objective]:
    return [
        ObjectiveFactory.create(
            unit=world.ward, state="live", title=f"Our objective number {number}", **more
        )
        for number in range(how_many)
    ]


def filled(objective: Objective, **fields: Any) -> dict[str, Any]:
    number = words(objective).number
    return {
        f"o{objective.pk}-{name}": value for name, value in {"number": number, **fields}.items()
    }


def post(client: Client, *parts: dict[str, Any], **more: Any) -> Any:
    fields = sent(**{name: value for part in parts for name, value in part.items()})
    return client.post(address("objectives:check_in"), fields, **more)


def test_the_page_shows_everything_they_lead(client: Client, world: World) -> None:
    [mine] = live(world)
    other = ObjectiveFactory.create(unit=world.surgery, state="live", title="Theirs alone")
    MeasureFactory.create(version=mine.current, name="Falls a month")
    CheckInFactory.create(objective=mine, checked_in_at=timezone.now() - timedelta(days=3))

    page = client.get(address("objectives:check_in")).text

    assert "Check in on 1 objective" in page
    assert "Our objective number 0" in page
    assert "Last time: confident" in page
    assert "No change: confident" in page
    assert "Falls a month, now" in page
    assert words(other).title not in page


def test_only_what_was_filled_in_is_saved(client: Client, world: World) -> None:
    first, second, _ = live(world, 3)
    CheckInFactory.create(objective=second, checked_in_at=timezone.now() - timedelta(days=3))

    answer = post(client, filled(first, confidence="4"), filled(second, confidence="same"))

    assert answer.status_code == 302
    assert answer["Location"] == address("objectives:home")
    made = CheckIn.objects.filter(person=world.sister).order_by("objective_id")
    assert [(one.objective_id, one.is_no_change) for one in made] == [
        (first.pk, False),
        (second.pk, True),
    ]


def test_a_value_is_kept_with_the_check_in(client: Client, world: World) -> None:
    [objective] = live(world)
    measure = MeasureFactory.create(version=objective.current)

    post(client, filled(objective, confidence="5", value1="12.5"))

    kept = MeasuredValue.objects.get()
    assert (kept.measure_id, str(kept.value)) == (measure.pk, "12.5000")


def test_one_mistake_saves_nothing_and_keeps_all_that_was_typed(
    client: Client, world: World
) -> None:
    first, second = live(world, 2)
    MeasureFactory.create(version=second.current, name="Falls a month")

    answer = post(
        client,
        filled(first, confidence="4", helped="A second hoist"),
        filled(second, confidence="2", value1="about ten"),
    )

    assert answer.status_code == 422
    page = answer.text
    assert "There is a problem" in page
    assert "Falls a month must be a number" in page
    assert "A second hoist" in page
    assert "about ten" in page
    assert [page.count(f'value="{value}" checked') for value in (2, 4)] == [1, 1]
    assert not CheckIn.objects.exists()


def test_words_without_a_confidence_ask_for_one(client: Client, world: World) -> None:
    [objective] = live(world)

    page = post(client, filled(objective, hindered="Two vacancies")).text

    assert "Our objective number 0: choose how confident you are" in page
    assert "Two vacancies" in page


def test_an_empty_form_says_what_is_wanted(client: Client, world: World) -> None:
    live(world)

    assert "at least one objective" in post(client).text


def test_htmx_gets_the_form_alone(client: Client, world: World) -> None:
    live(world)

    answer = post(client, headers=HTMX)

    assert answer.status_code == 422
    assert "<html" not in answer.text
    assert answer.text.lstrip().startswith('<div id="check-in"')


def test_words_that_changed_meanwhile_are_shown_again(client: Client, world: World) -> None:
    [objective] = live(world)

    answer = post(client, filled(objective, confidence="4", helped="A hoist", number=9))

    assert answer.status_code == 422
    assert "its words changed while you wrote" in answer.text
    assert "A hoist" in answer.text
    assert f'name="o{objective.pk}-number" value="1"' in answer.text


def test_what_is_no_longer_under_way_keeps_the_rest_unsaved(client: Client, world: World) -> None:
    first, second = live(world, 2)
    Objective.objects.filter(pk=second.pk).update(state="proposed")

    answer = post(client, filled(first, confidence="4"), filled(second, confidence="4"))

    assert answer.status_code == 422
    assert "no longer under way" in answer.text
    assert not CheckIn.objects.exists()


def test_what_they_see_but_do_not_lead_is_forbidden(client: Client, world: World) -> None:
    other = ObjectiveFactory.create(unit=world.surgery, state="live")

    assert post(client, filled(other, confidence="4")).status_code == 403


def test_what_they_do_not_see_is_not_there(client: Client, world: World) -> None:
    draft = ObjectiveFactory.create(unit=world.surgery, state="draft")

    assert post(client, filled(draft, confidence="4")).status_code == 404
    assert post(client, {"o999999999-confidence": "4"}).status_code == 404


@pytest.mark.parametrize("name", ["o²-confidence", "o-confidence", f"o{9**30}-confidence", "o1"])
def test_a_name_that_is_no_objectives_is_passed_over(
    client: Client, world: World, name: str
) -> None:
    live(world)

    assert post(client, {name: "4"}).status_code == 422


def test_the_same_form_twice_is_one_check_in(client: Client, world: World) -> None:
    [objective] = live(world)
    fields = sent(**filled(objective, confidence="4"))

    first = client.post(address("objectives:check_in"), fields)
    second = client.post(address("objectives:check_in"), fields)

    assert first["Location"] == second["Location"]
    assert CheckIn.objects.count() == 1


def test_two_who_check_in_at_once_both_stand(client: Client, world: World) -> None:
    [objective] = live(world, answerable=world.manager)

    post(client, filled(objective, confidence="4"))
    post(client_of(world.manager), filled(objective, confidence="4"))

    assert CheckIn.objects.filter(undone_at=None).count() == 2


def test_the_banner_takes_the_whole_go_back(client: Client, world: World) -> None:
    first, second = live(world, 2)
    post(client, filled(first, confidence="4"), filled(second, confidence="4"))
    made = CheckIn.objects.first()
    assert made is not None
    undo = address("objectives:undo_check_in", made.pk)
    home = client.get(address("objectives:home")).text

    assert "Saved: 2 check-ins." in home
    assert f'action="{undo}"' in home
    assert client.post(undo).status_code == 302
    assert last_words([first.pk, second.pk]) == {}


def test_taking_back_too_late_says_so(client: Client, world: World) -> None:
    [objective] = live(world)
    made = CheckInFactory.create(
        objective=objective,
        person=world.sister,
        checked_in_at=timezone.now() - timedelta(minutes=11),
    )

    answer = client.post(address("objectives:undo_check_in", made.pk), follow=True)

    assert "for 10 minutes" in answer.text
    assert last_words([objective.pk])


def test_nobody_reaches_anothers_check_in(client: Client, world: World) -> None:
    [objective] = live(world)
    made = CheckInFactory.create(objective=objective, person=world.manager)

    assert client.post(address("objectives:undo_check_in", made.pk)).status_code == 404
    assert client.get(address("objectives:check_in_why", made.pk)).status_code == 404


def test_a_fall_asks_why_and_who_can_help(client: Client, world: World) -> None:
    [objective] = live(world)
    CheckInFactory.create(objective=objective, checked_in_at=timezone.now() - timedelta(days=3))

    answer = post(client, filled(objective, confidence="2"))
    made = CheckIn.objects.get(person=world.sister)
    why = address("objectives:check_in_why", made.pk)

    assert answer["Location"] == why
    page = client.get(why).text
    assert "It was confident, and is worried now" in page
    assert "Undo" in page
    fields = {f"c{made.pk}-hindered": "Two vacancies", f"c{made.pk}-who_can_help": "HR"}
    assert client.post(why, sent(**fields))["Location"] == address("objectives:home")
    made.refresh_from_db()
    assert (made.hindered, made.who_can_help) == ("Two vacancies", "HR")


def test_a_reason_that_is_too_long_comes_back_as_typed(client: Client, world: World) -> None:
    [objective] = live(world)
    CheckInFactory.create(objective=objective, checked_in_at=timezone.now() - timedelta(days=3))
    post(client, filled(objective, confidence="2"))
    made = CheckIn.objects.get(person=world.sister)

    answer = client.post(
        address("objectives:check_in_why", made.pk),
        sent(**{f"c{made.pk}-hindered": "Ha" * 301}),
    )

    assert answer.status_code == 422
    assert "Ha" * 301 in answer.text
    assert "600 characters or fewer" in answer.text


def test_where_nothing_fell_there_is_nothing_to_ask(client: Client, world: World) -> None:
    [objective] = live(world)
    made = CheckInFactory.create(objective=objective, person=world.sister)

    answer = client.get(address("objectives:check_in_why", made.pk))

    assert answer["Location"] == address("objectives:check_in")


def test_who_leads_nothing_reads_so(world: World) -> None:
    page = client_of(world.nurse).get(address("objectives:check_in")).text

    assert "You lead no objective that is agreed and under way" in page


def full(world: World, how_many: int) -> None:
    for objective in live(world, how_many):
        measure = MeasureFactory.create(version=objective.current)
        check_in = CheckInFactory.create(objective=objective)
        MeasuredValueFactory.create(check_in=check_in, measure=measure)


def counted(client: Client, what: str = "check_in") -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address(f"objectives:{what}")).status_code == 200
    return len(captured)


@pytest.mark.parametrize("page", ["check_in", "home"])
def test_fifty_objectives_cost_as_many_queries_as_five(
    client: Client, world: World, page: str
) -> None:
    full(world, 5)
    few = counted(client, page)
    full(world, 45)

    assert counted(client, page) == few


def test_saving_more_costs_one_write_more_for_each(client: Client, world: World) -> None:
    parts = [filled(one, confidence="4") for one in live(world, 50)]

    def cost(of: list[dict[str, Any]]) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert post(client, *of).status_code == 302
        return len(captured)

    assert cost(parts[5:]) - cost(parts[:5]) == 40


def test_a_page_holds_fifty_and_says_how_many_more(client: Client, world: World) -> None:
    live(world, 52)

    page = client.get(address("objectives:check_in")).text

    assert "Check in on 50 objectives" in page
    assert "2 more objectives are not on this page" in page
