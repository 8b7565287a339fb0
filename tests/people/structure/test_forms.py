from __future__ import annotations

from decimal import Decimal
from uuid import uuid4

import pytest

from people.structure.forms import NewUnitForm, UnitForm

GOOD = {
    "idempotency_key": str(uuid4()),
    "name": "Ward 7",
    "code": "W7",
    "kind": "team",
    "site": "",
    "headcount": "30",
    "fte": "27.5",
}


@pytest.mark.parametrize(
    ("bad", "field", "sentence"),
    [
        ({"name": ""}, "name", "Enter the unit's name"),
        ({"name": "x" * 201}, "name", "The name must be 200 characters or fewer"),
        ({"code": ""}, "code", "Enter the unit's code"),
        ({"kind": ""}, "kind", "Select what kind of unit it is"),
        ({"kind": "organisation"}, "kind", "Select what kind of unit it is from the list"),
        ({"headcount": "many"}, "headcount", "Headcount must be a whole number, like 42"),
        ({"headcount": "-1"}, "headcount", "Headcount must be a whole number, like 42"),
        ({"fte": "a few"}, "fte", "Whole-time equivalents must be a number, like 37.5"),
        ({"fte": "-2"}, "fte", "Whole-time equivalents must be a number, like 37.5"),
        (
            {"fte": "1.234"},
            "fte",
            "Whole-time equivalents must have at most 2 decimal places",
        ),
    ],
)
def test_bad_input_says_what_to_fix(bad: dict[str, str], field: str, sentence: str) -> None:
    assert NewUnitForm(GOOD | bad).errors == {field: [sentence]}


def test_good_input_becomes_facts() -> None:
    form = NewUnitForm(GOOD)

    assert form.is_valid()
    assert (form.facts().headcount, form.facts().fte) == (30, Decimal("27.5"))


def test_the_top_is_not_asked_for_its_kind() -> None:
    form = UnitForm(GOOD | {"version": "1", "kind": "team"}, is_root=True)

    assert form.is_valid()
    assert form.facts().kind == "organisation"
