"""Reads the environment once, loudly: a bad value stops the start, never the tenth request."""

import os
from collections.abc import Mapping
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured


def text(name: str, default: str | None = None) -> str:
    """A setting as written; without a default it must be there."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set {name} in the environment (.env.example explains it)")
    return value


def flag(name: str, *, default: bool) -> bool:
    """A yes or no, written 'true' or 'false'."""
    value = text(name, "true" if default else "false")
    if value not in ("true", "false"):
        raise ImproperlyConfigured(f"{name} is {value!r}; write 'true' or 'false'")
    return value == "true"


def number(name: str, *, default: int) -> int:
    """A whole number, nought or more."""
    value = text(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is {value!r}; write a whole number, like {default}")
    return int(value)


def words(name: str, *, default: str = "") -> list[str]:
    """A list, its parts divided by commas."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def database(
    name: str, *, role: str | None, session: Mapping[str, str], **options: object
) -> dict[str, object]:
    """A PostgreSQL address as Django's settings; `role` is taken up as the connection opens."""
    address = urlsplit(text(name))
    if address.scheme not in ("postgres", "postgresql") or not address.path.strip("/"):
        raise ImproperlyConfigured(
            f"{name} must look like postgresql://user:password@host:5432/database"
        )
    query = dict(parse_qsl(address.query))
    startup = [f"-c role={role}"] if role else []
    startup += [f"-c {key}={value}" for key, value in session.items()]
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(address.path.lstrip("/")),
        "USER": unquote(address.username or ""),
        "PASSWORD": unquote(address.password or ""),
        "HOST": query.pop("host", address.hostname or ""),
        "PORT": str(address.port or query.pop("port", "")),
        "OPTIONS": {**query, "options": " ".join(startup), **options},
        "CONN_HEALTH_CHECKS": True,
    }
