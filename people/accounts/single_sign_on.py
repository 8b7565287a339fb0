"""Which invitation somebody was on the way to while they signed in at their work."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve


@dataclass(frozen=True, kw_only=True)
class InvitationLink:
    slug: str
    token: str


def invitation_led_to(address: str | None) -> InvitationLink | None:
    """The invitation an address leads to, if it leads to one."""
    try:
        match = resolve(urlsplit(address or "").path)
    except Resolver404:
        return None
    if match.view_name != "entrance:invitation":
        return None
    return InvitationLink(slug=match.kwargs["slug"], token=match.kwargs["token"])
