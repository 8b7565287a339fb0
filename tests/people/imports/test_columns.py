from __future__ import annotations

from typing import Any

import pytest

from people.imports.columns import (
    Column,
    guess_columns,
    match_columns,
    missing_columns,
    plain,
    refuse_matching,
    remembered_names,
)
from people.imports.kinds import JUNIOR_POSTS, KINDS, LINKS, PEOPLE, SENIOR_POSTS, UNITS, Kind
from people.imports.problems import FileRefused


def test_columns_are_found_in_any_order_whatever_their_case_and_spacing() -> None:
    header = ("Colour", "PARENT CODE", " Name", "co de", "Head_Count")

    assert match_columns(UNITS.columns, header=header) == {
        "parent_code": 1, "name": 2, "code": 3, "headcount": 4,
    }  # fmt: skip


def test_both_dialects_of_grade_and_a_garbled_pound_sign_are_found() -> None:
    first = ("Post Unique Reference", "Grade (or equivalent)", "Actual Pay Floor (£)")
    second = ("", "Post Unique Reference", "Grade", "Actual Pay Floor (Â£)", "")

    assert match_columns(SENIOR_POSTS.columns, header=first) == {
        "reference": 0, "grade": 1, "pay_floor": 2,
    }  # fmt: skip
    assert match_columns(SENIOR_POSTS.columns, header=second) == {
        "reference": 1, "grade": 2, "pay_floor": 3,
    }  # fmt: skip


def test_near_names_are_guessed_but_not_taken_without_asking() -> None:
    header = ("Employee Number", "Full Name", "Work Email", "Org Unit", "Staff Groups", "Shoe Size")

    assert match_columns(PEOPLE.columns, header=header) == {}
    assert guess_columns(PEOPLE.columns, header=header) == {
        "staff_id": 0, "name": 1, "email": 2, "unit_code": 3, "staff_group": 4,
    }  # fmt: skip


def test_a_column_of_the_right_name_goes_before_a_near_one() -> None:
    header = ("Team", "Unit Name", "name", "code")

    guesses = guess_columns(UNITS.columns, header=header)

    assert guesses == {"code": 3, "name": 2}


def test_what_was_chosen_before_goes_before_everything() -> None:
    header = ("ref", "Our number", "unit_code", "title")
    before = remembered_names(("Our number",), matching={"ref": 0})

    guesses = guess_columns(KINDS["objectives"].columns, header=header, remembered=before)

    assert guesses["ref"] == 1


def test_one_column_is_guessed_for_one_purpose_only() -> None:
    columns = (Column("floor", "low", like=("Pay",)), Column("ceiling", "high", like=("Pay",)))

    assert guess_columns(columns, header=("Pay",)) == {"low": 0}
    assert guess_columns(columns, header=("Pay", "pay")) == {"low": 0, "high": 1}


def test_a_minimum_is_not_taken_for_a_maximum() -> None:
    guesses = guess_columns(JUNIOR_POSTS.columns, header=("Payscale Maximum", "Unit", "FTE"))

    assert guesses == {"pay_maximum": 0, "unit": 1, "fte": 2}


def test_a_missing_column_is_asked_for_by_name() -> None:
    matching = match_columns(LINKS.columns, header=("child_ref", "state"))

    assert missing_columns(LINKS.columns, matching=matching) == ["parent_ref"]
    with pytest.raises(FileRefused, match="no column called parent_ref"):
        refuse_matching(LINKS.columns, header=("child_ref", "state"), matching=matching)


def test_two_columns_of_one_needed_name_are_refused_and_others_passed_over() -> None:
    assert match_columns(UNITS.columns, header=("code", "name", "Notes", "Notes")) == {
        "code": 0, "name": 1,
    }  # fmt: skip
    with pytest.raises(FileRefused, match="two columns called Code"):
        match_columns(UNITS.columns, header=("Code", "name", "CODE"))


@pytest.mark.parametrize(
    ("matching", "sentence"),
    [
        ({"child_ref": 0, "parent_ref": 0}, "chosen twice"),
        ({"child_ref": 0, "parent_ref": 7}, "not in the file"),
        ({"child_ref": 0, "parent_ref": -1}, "not in the file"),
        ({"child_ref": 0, "parent_ref": 1, "shoe_size": 2}, "not in the file"),
    ],
)
def test_a_matching_that_cannot_be_is_refused(matching: dict[str, int], sentence: str) -> None:
    with pytest.raises(FileRefused, match=sentence):
        refuse_matching(LINKS.columns, header=("a", "b", "c"), matching=matching)


def test_the_columns_are_those_of_the_interchange_contract() -> None:
    assert {name: kind.header for name, kind in KINDS.items()} == {
        "units": ("code", "name", "kind", "parent_code", "site", "headcount", "fte"),
        "people": (
            "staff_id", "name", "email", "unit_code", "role_title", "staff_group", "pay_band",
            "fte", "is_lead",
        ),
        "priorities": ("ref", "title", "statement", "sponsor_staff_id"),
        "objectives": (
            "ref", "unit_code", "title", "why", "origin", "goal_type", "measure", "measure_unit",
            "baseline", "target", "target_date", "answerable_staff_id", "state", "local_reason",
        ),
        "links": ("child_ref", "parent_ref", "strength", "state", "rationale"),
        "expectations": ("priority_ref", "unit_code", "expectation"),
    }  # fmt: skip


@pytest.mark.parametrize("kind", [*KINDS.values(), SENIOR_POSTS, JUNIOR_POSTS])
def test_every_column_is_a_field_and_no_near_name_means_two(kind: Kind[Any]) -> None:
    fields = [column.field for column in kind.columns]
    exact = [plain(name) for column in kind.columns for name in (column.name, *column.also)]
    near = [plain(name) for column in kind.columns for name in column.like]

    assert {*fields, "row_number"} == set(kind.row.model_fields)
    assert len(set(exact)) == len(exact)
    assert len(set(near)) == len(near)
