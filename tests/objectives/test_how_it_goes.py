"""An objective's page about its check-ins: what was said, the values, what people did for it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from objectives import services
from objectives.models import CheckIn, ContributionNote, Objective
from objectives.services.notes import note_contribution, take_back_note
from people.addresses import address
from tests.factories import (
    CheckInFactory,
    ContributionNoteFactory,
    MeasuredValueFactory,
    MeasureFactory,
    ObjectiveFactory,
    ObjectiveVersionFactory,
)
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import NOON, World, standing, words


@pytest.fixture
def objective(world: World) -> Objective:
    return ObjectiveFactory.create(unit=world.ward, state="live")


@pytest.fixture
def client(world: World) -> Client:
    return client_of(world.sister)


def page(client: Client, objective: Objective, query: str = "") -> str:
    return client.get(address("objectives:objective", objective.pk) + query).text


def valued(objective: Objective, *values: int, **measure: object) -> None:
    """One check-in a month with one value each, the last today."""
    made = MeasureFactory.create(version=words(objective), **measure)
    for place, value in enumerate(reversed(values)):
        check_in = CheckInFactory.create(
            objective=objective, checked_in_at=timezone.now() - timedelta(days=30 * place)
        )
        MeasuredValueFactory.create(check_in=check_in, measure=made, value=value)


def test_the_last_check_ins_are_read_newest_first(client: Client, objective: Objective) -> None:
    for days in range(7):
        CheckInFactory.create(
            objective=objective,
            helped=f"Help number {days}",
            checked_in_at=timezone.now() - timedelta(days=days),
        )

    text = page(client, objective)

    assert text.index("Help number 0") < text.index("Help number 4")
    assert "Help number 5" not in text
    assert "All 7 check-ins" in text
    assert "Help number 6" in page(client, objective, "?all=check-ins")


def test_a_check_in_taken_back_is_not_shown(client: Client, objective: Objective) -> None:
    CheckInFactory.create(objective=objective, helped="Nothing at all", undone_at=NOON)

    assert "Nothing at all" not in page(client, objective)


def test_the_lead_checks_in_in_two_clicks_or_one(
    client: Client, world: World, objective: Objective
) -> None:
    CheckInFactory.create(objective=objective, checked_in_at=timezone.now() - timedelta(days=3))
    text = page(client, objective)
    assert "No change: confident" in text
    assert "Save this check-in" in text

    name = f"o{objective.pk}"
    fields = sent(**{f"{name}-number": 1, f"{name}-confidence": "same", "on_page": 1})
    answer = client.post(address("objectives:check_in"), fields)

    assert answer["Location"] == address("objectives:objective", objective.pk)
    assert CheckIn.objects.get(person=world.sister).is_no_change


def test_others_read_but_are_not_asked(world: World, objective: Objective) -> None:
    text = page(client_of(world.nurse), objective)

    assert "Nobody has checked in yet" in text
    assert "Save this check-in" not in text


def test_one_value_is_words_and_two_are_a_picture(client: Client, objective: Objective) -> None:
    valued(objective, 12, name="Falls a month", direction="down", baseline=14, target=10)
    one = page(client, objective)
    assert "Now 12, " in one
    assert "Nearer than at the start." in one
    assert 'class="app-run"' not in one


def test_a_run_is_a_picture_with_words_and_a_table(client: Client, objective: Objective) -> None:
    values = (14, 14, 14, 14, 14, 14, 9, 9, 9, 9, 9, 9)
    valued(objective, *values, name="Falls a month", direction="down", baseline=14, target=10)

    text = page(client, objective)

    assert 'class="app-run"' in text
    assert "all below the median of 11.5: something has changed." in text
    assert "Reached." in text
    assert "Show as a table" in text
    for meaning in ("Where it began", "Where it should be", "Median"):
        assert meaning in text


def test_what_must_not_get_worse_stands_apart(client: Client, objective: Objective) -> None:
    valued(
        objective, 12, 15, name="Time to call bell", direction="down", baseline=12, kind="balancing"
    )

    text = page(client, objective)

    assert "Must not get worse" in text
    assert "It has got worse." in text


def test_a_measure_keeps_its_values_in_new_words(client: Client, objective: Objective) -> None:
    valued(objective, 14, 12, name="Falls a month")
    newer = ObjectiveVersionFactory.create(objective=objective)
    MeasureFactory.create(version=newer, name="Falls a month")
    MeasureFactory.create(version=newer, name="Something else", position=2)
    Objective.objects.filter(pk=objective.pk).update(current=newer)

    text = page(client, objective)

    assert "Now 12, " in text
    assert "Falls a month, 2 values" in text
    assert "Something else, " in text  # asked for, with no value yet
    assert "Something else, 2 values" not in text


def test_values_leave_as_a_file_in_which_nothing_is_a_formula(
    client: Client, objective: Objective
) -> None:
    valued(objective, 14, 12, name="=1+1")
    taken_back = CheckInFactory.create(objective=objective, undone_at=NOON)
    MeasuredValueFactory.create(check_in=taken_back, measure=words(objective).measures.get())

    file = client.get(address("objectives:values_file", objective.pk))

    assert file["Content-Type"] == "text/csv; charset=utf-8"
    header, *rows = file.content.decode("utf-8-sig").splitlines()
    assert header == "Measure,Unit,Day,Value,Said by"
    assert len(rows) == 2
    assert rows[0].startswith("'=1+1,,")
    assert ",14," in rows[0]


def test_anyone_who_sees_it_says_what_they_did(world: World, objective: Objective) -> None:
    client = client_of(world.stranger)

    answer = client.post(
        address("objectives:note", objective.pk), sent(words="Lent them our hoist")
    )

    assert answer["Location"] == address("objectives:objective", objective.pk)
    assert "Lent them our hoist" in page(client_of(world.nurse), objective)


def test_a_note_that_is_too_long_comes_back_as_typed(client: Client, objective: Objective) -> None:
    answer = client.post(address("objectives:note", objective.pk), sent(words="Ha" * 141))

    assert answer.status_code == 422
    assert "Ha" * 141 in answer.text
    assert "280 characters or fewer" in answer.text


def test_an_empty_note_is_refused(world: World, objective: Objective) -> None:
    with pytest.raises(services.Refused, match="in a sentence"):
        note_contribution(
            objective=objective,
            words=" ",
            by=world.nurse,
            standing=standing(world.nurse),
            now=NOON,
        )


def test_nobody_notes_on_what_they_do_not_see(world: World) -> None:
    draft = ObjectiveFactory.create(unit=world.ward, state="draft")

    with pytest.raises(services.NotTheirs):
        note_contribution(
            objective=draft,
            words="Ours",
            by=world.stranger,
            standing=standing(world.stranger),
            now=NOON,
        )
    client = client_of(world.stranger)
    assert client.get(address("objectives:note", draft.pk)).status_code == 404


def test_ones_own_note_is_taken_back(client: Client, world: World, objective: Objective) -> None:
    note = ContributionNoteFactory.create(objective=objective, person=world.sister)

    answer = client.post(address("objectives:take_back_note", note.pk), follow=True)

    assert "Your sentence is taken back." in answer.text
    assert note.words not in page(client, objective)


def test_anothers_note_stays(client: Client, world: World, objective: Objective) -> None:
    note = ContributionNoteFactory.create(objective=objective, person=world.nurse)

    assert client.post(address("objectives:take_back_note", note.pk)).status_code == 403
    assert ContributionNote.objects.get().removed_at is None
    with pytest.raises(services.NotTheirs):
        take_back_note(note=note, by=world.sister, now=NOON)


def test_ten_notes_are_shown_and_then_all(client: Client, objective: Objective) -> None:
    for number in range(12):
        ContributionNoteFactory.create(
            objective=objective,
            words=f"Deed number {number}.",
            written_at=NOON + timedelta(hours=number),
        )

    text = page(client, objective)

    assert text.index("Deed number 11.") < text.index("Deed number 2.")
    assert "Deed number 1." not in text
    assert "All 12 notes" in text
    assert "Deed number 1." in page(client, objective, "?all=notes")


def test_more_said_costs_no_more_queries(client: Client, objective: Objective) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(client, objective)
        return len(captured)

    valued(objective, 1, 2, 3, name="Falls a month")
    ContributionNoteFactory.create_batch(2, objective=objective)
    few = counted()
    for number in range(2, 5):
        valued(objective, *range(12), name=f"Measure {number}", position=number)
    ContributionNoteFactory.create_batch(8, objective=objective)

    assert counted() == few
