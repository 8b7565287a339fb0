"""Secrets that are worked out when needed and never kept: only their hashes are."""

import base64
import hashlib
from datetime import UTC, datetime

from django.utils.crypto import constant_time_compare, salted_hmac


def invitation_token(*, person_id: int, expires_at: datetime) -> str:
    """What the link in a letter of invitation carries; good for one person and one letter."""
    what = f"{person_id} {expires_at.astimezone(UTC).isoformat()}"
    digest = salted_hmac("people.invitation", what, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def hashed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def set_up_code() -> str:
    """The one-time code of the first run, the same in every process of one installation."""
    digest = salted_hmac("people.set_up", "first run", algorithm="sha256").digest()
    letters = base64.b32encode(digest[:10]).decode()
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def is_set_up_code(typed: str) -> bool:
    """Case, spaces and hyphens are as the person likes them."""
    plain = "".join(character for character in typed.upper() if character.isalnum())
    return constant_time_compare(plain, set_up_code().replace("-", ""))
