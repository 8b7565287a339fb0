from __future__ import annotations

import pytest

from people.accounts.forms import AcceptForm, SetUpForm
from people.accounts.tokens import set_up_code

GOOD = {
    "organisation_name": "Northvale Care",
    "slug": "",
    "name": "Amina Okafor",
    "email": "amina@northvale.example",
    "password": "rain on slate",
}


def set_up_form(**other: str) -> SetUpForm:
    return SetUpForm(GOOD | {"code": set_up_code()} | other)


def test_an_empty_short_name_is_made_from_the_name() -> None:
    form = set_up_form()

    assert form.errors == {}
    assert form.cleaned_data["slug"] == "northvale-care"


def test_a_short_name_given_stands() -> None:
    form = set_up_form(slug="nv")

    assert form.is_valid()
    assert form.cleaned_data["slug"] == "nv"


@pytest.mark.parametrize(
    ("bad", "field", "sentence"),
    [
        ({"code": ""}, "code", "Enter the one-time code"),
        (
            {"code": "AAAA-AAAA-AAAA-AAAA"},
            "code",
            "Enter the code as the console shows it: this one differs",
        ),
        ({"organisation_name": " "}, "organisation_name", "Enter the name of your organisation"),
        (
            {"organisation_name": "医療"},
            "slug",
            "Enter a short name: none could be made from the organisation’s name",
        ),
        ({"slug": "n"}, "slug", "The short name must be 2 to 40 characters long"),
        (
            {"slug": "demo"},
            "slug",
            "Choose another short name: this site needs “demo” for its own pages",
        ),
        ({"name": ""}, "name", "Enter your name"),
        (
            {"email": "amina"},
            "email",
            "Enter an email address in the usual form, like name@example.org",
        ),
        ({"password": "short"}, "password", "Enter a password of at least 12 characters"),
        (
            {"password": "amina@northvale"},
            "password",
            "Enter a password that is less like your email address",
        ),
    ],
)
def test_bad_input_says_what_to_fix(bad: dict[str, str], field: str, sentence: str) -> None:
    assert set_up_form(**bad).errors == {field: [sentence]}


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Enter a password"),
        ("short", "Enter a password of at least 12 characters"),
        ("x" * 129, "Enter a password of at most 128 characters"),
        ("ben.tate@north", "Enter a password that is less like your email address"),
    ],
)
def test_a_first_password_is_checked(password: str, sentence: str) -> None:
    form = AcceptForm({"password": password}, email="ben.tate@northvale.example")

    assert form.errors == {"password": [sentence]}


def test_spaces_at_the_ends_of_a_password_count() -> None:
    form = AcceptForm({"password": " rain on slate "}, email="ben@northvale.example")

    assert form.is_valid()
    assert form.cleaned_data["password"] == " rain on slate "
