from __future__ import annotations

from typing import Any

from django.conf import settings
from django.urls import reverse

from people.tenancy import organisation_in_force


def address(name: str, *args: Any, **kwargs: Any) -> str:
    """Where a page of the organisation in force is; every such address begins with its slug."""
    slug = organisation_in_force().slug
    if kwargs:
        return reverse(name, kwargs={"organisation_slug": slug, **kwargs})
    return reverse(name, args=(slug, *args))


def full_address(name: str, *args: Any, **kwargs: Any) -> str:
    """The same with the site's name, for letters."""
    return f"{settings.SITE_URL}{address(name, *args, **kwargs)}"
