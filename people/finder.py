"""A page that finds the one thing a form is about: a search box and links, no script needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse

from people.http import PersonRequest
from people.paging import Choice
from ui.http import page_or_fragment

WORDS_AT_MOST = 200


@dataclass(frozen=True, kw_only=True)
class Finder:
    """What is looked for and what becomes of it: `chosen` names it in the next address."""

    heading: str
    label: str
    chosen: str
    nothing: str
    back_url: str
    back_text: str
    caption: str = ""
    lead: str = ""


def as_number(text: str) -> int:
    """The number in an address or a hidden field; what is none finds nothing."""
    return int(text) if text.isdecimal() and len(text) < 19 else 0


def words_of(request: PersonRequest) -> str:
    return request.GET.get("q", "").strip()[:WORDS_AT_MOST]


def show_finder(request: PersonRequest, about: Finder, choices: Sequence[Choice]) -> HttpResponse:
    """The search, with each thing found as a link to the same page with that thing chosen."""
    kept = {name: value for name, value in request.GET.items() if name not in ("q", about.chosen)}
    found = [
        (choice, f"{request.path}?{urlencode(kept | {about.chosen: choice.id})}")
        for choice in choices
    ]
    return page_or_fragment(
        request,
        page="people/find.html",
        fragment="people/_found.html",
        context={"about": about, "found": found, "words": words_of(request), "kept": kept},
    )
