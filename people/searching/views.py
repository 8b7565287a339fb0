"""One page that finds anything this person may see, and what the box in the page's head offers."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from people.addresses import address
from people.finder import words_of
from people.http import PersonRequest, needs
from people.policy import Action
from people.searching.queries import Finding, KindCount, Line, Sought, suggestions
from people.searching.registry import filters, kinds
from ui.http import page_or_fragment, wants_fragment
from ui.wording import listed

A_PAGE = 25


@dataclass(frozen=True, kw_only=True)
class FilterShown:
    name: str
    label: str
    all_of_them: str
    choices: list[tuple[str, str]]
    value: str


@dataclass(frozen=True, kw_only=True)
class Peer:
    """A kind beside the others, with how many of it were found."""

    name: str
    count: int
    href: str
    is_current: bool


@require_safe
@needs(Action.SEE_STRUCTURE)
def search(request: PersonRequest) -> HttpResponse:
    shown = _filters(request)
    sought = _sought(request, shown)
    found = Finding(sought, standing=request.standing)
    page: Paginator[Line] = Paginator(found, A_PAGE)
    context = {
        "sought": sought,
        "filters": shown,
        "kinds": [(kind.code, kind.name) for kind in kinds()],
        "what_can_be_found": _what_can_be_found(),
        "page": page.get_page(request.GET.get("page")),
        "peers": _peers(sought, found.counts),
        "search_url": "",  # the page has a box of its own
    }
    return page_or_fragment(
        request,
        page="people/searching/search.html",
        fragment="people/searching/_found.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_STRUCTURE)
def suggest(request: PersonRequest) -> HttpResponse:
    """A few lines below the box; whoever opens the address itself comes to the page."""
    words = words_of(request)
    if not wants_fragment(request):
        return redirect(f"{address('people:search')}?{urlencode({'q': words})}")
    context = {"lines": suggestions(words, standing=request.standing), "words": words}
    return render(request, "people/searching/_suggestions.html", context)


def _what_can_be_found() -> str:
    """For whoever has typed nothing yet."""
    names = listed([kind.name.lower() for kind in kinds()])
    return f"Here you can find {names}: whatever you may see, by name, reference or words."


def _filters(request: PersonRequest) -> list[FilterShown]:
    """Every filter with what may be chosen; any other address asks for all."""
    shown = []
    for one in filters():
        choices, asked = one.choices(request.standing), request.GET.get(one.name, "")
        shown.append(
            FilterShown(
                name=one.name,
                label=one.label,
                all_of_them=one.all_of_them,
                choices=choices,
                value=asked if asked in dict(choices) else "",
            )
        )
    return shown


def _sought(request: PersonRequest, shown: list[FilterShown]) -> Sought:
    kind = request.GET.get("kind", "")
    return Sought(
        words=words_of(request),
        kind=kind if kind in {one.code for one in kinds()} else "",
        chosen={one.name: one.value for one in shown if one.value},
    )


def _peers(sought: Sought, counts: list[KindCount]) -> list[Peer]:
    everything = Peer(
        name="Everything",
        count=sum(one.count for one in counts),
        href=_with_kind(sought, ""),
        is_current=not sought.kind,
    )
    return [
        everything,
        *(
            Peer(
                name=one.name,
                count=one.count,
                href=_with_kind(sought, one.code),
                is_current=one.code == sought.kind,
            )
            for one in counts
        ),
    ]


def _with_kind(sought: Sought, kind: str) -> str:
    asked = {"q": sought.words, **sought.chosen} | ({"kind": kind} if kind else {})
    return f"{address('people:search')}?{urlencode(asked)}"
