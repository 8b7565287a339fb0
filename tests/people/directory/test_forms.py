from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from people.directory.forms import (
    BoardNameForm,
    EndSeatForm,
    GrantForm,
    InactiveForm,
    NewPersonForm,
    NewPlaceForm,
    NewSeatForm,
    PlaceForm,
)

TODAY = date(2026, 11, 3)
KEY = {"idempotency_key": str(uuid4())}
PERSON = KEY | {"name": "Ann", "kind": "employee", "email": "", "staff_id": ""}
PLACE = KEY | {
    "unit": "1",
    "fte": "0.8",
    "staff_group": "03",
    "started_on_0": "1",
    "started_on_1": "4",
    "started_on_2": "2026",
}
SEAT = KEY | {
    "person": "1",
    "seat": "chair",
    "is_voting": "on",
    "started_on_0": "3",
    "started_on_1": "nov",
    "started_on_2": "2026",
}
EMAIL = "Enter an email address in the correct format, like name@example.nhs.uk"
FTE = "Whole-time equivalent must be a number from 0 to 1.5, like 0.8"


@pytest.mark.parametrize(
    ("bad", "field", "sentence"),
    [
        ({"name": ""}, "name", "Enter the person's name"),
        ({"kind": ""}, "kind", "Select who they are to the organisation"),
        ({"kind": "boss"}, "kind", "Select who they are from the list"),
        ({"email": "ann"}, "email", EMAIL),
        ({"staff_id": "x" * 61}, "staff_id", "The staff number must be 60 characters or fewer"),
    ],
)
def test_bad_people_say_what_to_fix(bad: dict[str, str], field: str, sentence: str) -> None:
    assert NewPersonForm(PERSON | bad).errors == {field: [sentence]}


@pytest.mark.parametrize(
    ("bad", "field", "sentence"),
    [
        ({"fte": "2"}, "fte", FTE),
        ({"fte": "-1"}, "fte", FTE),
        ({"fte": "half"}, "fte", FTE),
        ({"fte": "0.123"}, "fte", FTE),
        ({"staff_group": "99"}, "staff_group", "Select a staff group from the list"),
        ({"started_on_0": ""}, "started_on", "The first day must include a day"),
        ({"started_on_1": "12"}, "started_on", "The first day must be today or in the past"),
    ],
)
def test_bad_places_say_what_to_fix(bad: dict[str, str], field: str, sentence: str) -> None:
    assert NewPlaceForm(PLACE | bad, today=TODAY).errors == {field: [sentence]}


@pytest.mark.parametrize(
    ("bad", "field", "sentence"),
    [
        ({"seat": ""}, "seat", "Select the seat"),
        ({"seat": "throne"}, "seat", "Select a seat from the list"),
        (
            {"seat": "non_voting_director"},
            "is_voting",
            "A non-voting director does not vote: clear this box",
        ),
        (
            {"started_on_0": "4"},
            "started_on",
            "The first day on the board must be today or in the past",
        ),
    ],
)
def test_bad_seats_say_what_to_fix(bad: dict[str, str], field: str, sentence: str) -> None:
    assert NewSeatForm(SEAT | bad, today=TODAY).errors == {field: [sentence]}


def test_today_is_a_day_that_has_come() -> None:
    assert NewSeatForm(SEAT, today=TODAY).is_valid()


def test_a_role_is_chosen_from_those_that_are_handed_out() -> None:
    form = GrantForm(KEY | {"person": "1", "role": "board_member"}, units=[])

    assert form.errors == {"role": ["Select a role from the list"]}


def test_a_unit_is_chosen_from_the_open_ones() -> None:
    form = GrantForm(KEY | {"person": "1", "role": "team_lead", "unit": "5"}, units=[(4, "Ward")])

    assert form.errors == {"unit": ["Select an open unit from the list"]}


@pytest.mark.parametrize("answer", ["", "perhaps"])
def test_what_happens_to_a_leavers_places_is_never_assumed(answer: str) -> None:
    sentence = "Select what happens to their places, roles and seat"

    assert InactiveForm({"ends_all": answer}).errors == {"ends_all": [sentence]}


def test_a_staff_group_in_other_words_may_stay() -> None:
    form = PlaceForm({"version": "1", "staff_group": "Nursing"})
    form.keep_staff_group("Nursing")

    assert form.is_valid()


def test_the_board_needs_a_name_and_a_seat_a_last_day() -> None:
    assert BoardNameForm({"version": "1"}).errors == {"name": ["Enter what the board is called"]}
    assert EndSeatForm({}, today=TODAY).errors == {"ended_on": ["Enter the last day on the board"]}
