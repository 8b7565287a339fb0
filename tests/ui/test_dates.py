from datetime import date

import pytest
from django import forms

from ui.forms import DatePartsField


class Due(forms.Form):
    due = DatePartsField(what="target date")
    seen = DatePartsField(what="visit date", required=False)


def typed(day: str, month: str, year: str) -> Due:
    return Due({"due_0": day, "due_1": month, "due_2": year})


@pytest.mark.parametrize("month", ["3", "03", "mar", "March", " march "])
def test_a_month_may_be_a_number_or_a_name(month: str) -> None:
    form = typed("31", month, "2027")

    assert form.is_valid()
    assert form.cleaned_data == {"due": date(2027, 3, 31), "seen": None}


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (("", "", ""), "Enter the target date"),
        (("31", "", "2027"), "The target date must include a month"),
        (("31", "", ""), "The target date must include a month and a year"),
        (("31", "2", "2027"), "The target date must be a real date"),
        (("1", "smarch", "2027"), "The target date must be a real date"),
        (("1", "3", "27"), "The year of the target date must have 4 numbers"),
        (("1", "3", "99999"), "The target date must be a real date"),
        (("²", "3", "2027"), "The target date must be a real date"),
        (("1" * 5000, "3", "2027"), "The target date must be a real date"),
    ],
)
def test_a_date_that_is_none_says_what_to_fix(parts: tuple[str, str, str], sentence: str) -> None:
    assert typed(*parts).errors["due"] == [sentence]


def test_the_same_date_typed_again_is_no_change() -> None:
    form = Due({"due_0": "1", "due_1": "3", "due_2": "2027"}, initial={"due": date(2027, 3, 1)})

    assert form.changed_data == []
