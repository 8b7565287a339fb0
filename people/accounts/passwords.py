"""What a password must be, in sentences that say what to do."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from people.models import Account

LONGEST = 128
ADVICE = "At least 12 characters. Three or four words that you will remember do well."

SENTENCES = {
    "password_too_short": "Enter a password of at least 12 characters",
    "password_too_common": "Enter a password that is harder to guess: many people use this one",
    "password_too_similar": "Enter a password that is less like your email address",
}


def check_password(password: str, *, account: Account | None) -> None:
    """Refuses a password that is short, common, or made from the address it protects."""
    if len(password) > LONGEST:
        raise ValidationError(f"Enter a password of at most {LONGEST} characters")
    try:
        validate_password(password, account)
    except ValidationError as refusal:
        raise ValidationError(
            [
                ValidationError(SENTENCES.get(str(error.code), error.messages[0]), code=error.code)
                for error in refusal.error_list
            ]
        ) from refusal
