"""What the board expects of units, set for one level at a time."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone

from objectives import services
from objectives.models import ExpectedContribution
from objectives.queries.expectations import AT_MOST, Matrix, matrix
from objectives.services import Expected
from objectives.views.acting import read_or_send
from people.addresses import address
from people.finder import as_number
from people.http import PersonRequest, needs
from people.policy import Action
from ui import notices
from ui.http import CONFLICT, page_or_fragment

CHOICES = [("", "Not set"), *ExpectedContribution.Expectation.choices]


@read_or_send
@needs(Action.SET_EXPECTATIONS)
def expectations(request: PersonRequest) -> HttpResponse:
    """Each cell carries what it said when the page was opened: what somebody else changed
    meanwhile is kept and shown."""
    page_number = max(as_number(request.GET.get("page", "1")), 1)
    shown = _matrix(request, page_number)
    overtaken: list[Expected] = []
    if request.method == "POST":
        cells = sent(shown, request.POST)
        overtaken = services.set_expectations(
            cells=cells, standing=request.standing, now=timezone.now()
        )
        if not overtaken:
            notices.success(request, "Saved.")
            return redirect(request.get_full_path())
        shown = _matrix(request, page_number)
    pages = Paginator(range(shown.total), AT_MOST)
    kept = {(cell.unit_id, cell.priority_id) for cell in overtaken}
    context = {
        "matrix": shown,
        "choices": CHOICES,
        "page": pages.get_page(page_number),
        "overtaken": [cell for cell in shown.cells if (cell.unit_id, cell.priority_id) in kept],
        "address": request.get_full_path(),
        "home": address("objectives:expectations"),
    }
    return page_or_fragment(
        request,
        page="objectives/expectations.html",
        fragment="objectives/_expectations.html",
        context=context,
        status=CONFLICT if overtaken else 200,
    )


def _matrix(request: PersonRequest, page: int) -> Matrix:
    found = matrix(unit_id=as_number(request.GET.get("unit", "")), page=page)
    if found is None:
        raise Http404
    return found


def sent(shown: Matrix, data: QueryDict) -> list[Expected]:
    """The cells of this page as they were sent; anything else in the form is passed over."""
    known = {value for value, _ in CHOICES}
    return [
        Expected(
            priority_id=cell.priority_id,
            unit_id=cell.unit_id,
            was=data.get(f"was-{cell.name}", ""),
            wanted=data.get(cell.name, ""),
        )
        for cell in shown.cells
        if data.get(cell.name) in known and data.get(f"was-{cell.name}") in known
    ]
