import pytest
from django.core.exceptions import ValidationError

from people.accounts.passwords import check_password
from people.models import Account


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("eleven-char", "at least 12 characters"),
        ("password1234", "harder to guess"),
        ("amina.okafor@x", "less like your email address"),
        ("x" * 129, "at most 128 characters"),
    ],
)
def test_a_weak_password_is_refused_with_what_to_do(password: str, sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        check_password(password, account=Account(email="amina.okafor@example.org"))


def test_twelve_characters_that_few_people_use_will_do() -> None:
    check_password("rain on slate", account=Account(email="amina.okafor@example.org"))
