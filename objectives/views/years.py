"""Years of work: what was learnt in each, and closing one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from objectives import services
from objectives.forms import ConfirmForm
from objectives.forms.closing import CloseYearForm
from objectives.models import Cycle
from objectives.queries import closing as closing_queries
from objectives.queries.closing.years import MAY_BEGIN
from objectives.services import closing_years
from objectives.views.acting import Act, act, read_or_send
from people.addresses import address
from people.form_pages import FormPage, posted
from people.http import PersonRequest, creates_once, needs
from people.imports.writing import csv_bytes, xlsx_bytes
from people.intake.files import download
from people.policy import Action
from ui import notices
from ui.wording import counted

A_PAGE = 25
WRITERS = {"csv": csv_bytes, "xlsx": xlsx_bytes}


@require_safe
@needs(Action.SEE_OBJECTIVES)
def years(request: PersonRequest) -> HttpResponse:
    return render(request, "objectives/years.html", {"years": closing_queries.years()})


@require_safe
@needs(Action.SEE_OBJECTIVES)
def year(request: PersonRequest, cycle_id: int) -> HttpResponse:
    """How a year ended: what was learnt, and what is left."""
    found: Cycle = get_object_or_404(closing_queries.years(), pk=cycle_id)
    standing = request.standing
    learnt = closing_queries.learnt_in(found, standing=standing)
    left = closing_queries.left_in(found)
    is_ending = found.state in (Cycle.State.CLOSING, Cycle.State.CLOSED)
    context = {
        "year": found,
        "is_closing": found.state == Cycle.State.CLOSING,
        "is_closed": found.state == Cycle.State.CLOSED,
        "how_far": closing_queries.how_far_closed(found) if is_ending else None,
        "results": closing_queries.results_of(found),
        "left": left[:A_PAGE] if is_ending else [],
        "never_agreed": closing_queries.never_agreed(found) if is_ending else 0,
        "page": Paginator(learnt, A_PAGE).get_page(request.GET.get("page")),
        "may_close": standing.may(Action.CLOSE_YEAR),
        "may_begin": standing.may(Action.CLOSE_YEAR) and found.state in MAY_BEGIN,
        "files": _files(request, found),
    }
    return render(request, "objectives/year.html", context)


def _files(request: PersonRequest, found: Cycle) -> dict[str, str]:
    if not request.standing.may(Action.EXPORT):
        return {}
    return {form: address("objectives:year_file", found.pk, form) for form in WRITERS}


@require_safe
@needs(Action.EXPORT)
def year_file(request: PersonRequest, cycle_id: int, form: str) -> HttpResponse:
    """The closing list to take away: everything agreed for the year and how it ended."""
    found: Cycle = get_object_or_404(closing_queries.years(), pk=cycle_id)
    if form not in WRITERS:
        raise Http404
    rows = closing_queries.closing_rows(found, standing=request.standing)
    content = WRITERS[form](header=closing_queries.HEADER, rows=rows)
    name = found.name.replace("/", "-")
    return download(content, name=f"{request.organisation.slug}-closing-{name}.{form}")


@read_or_send
@needs(Action.CLOSE_YEAR, seen=True)
@creates_once
def begin_closing(request: PersonRequest, cycle_id: int) -> HttpResponse:
    found: Cycle = get_object_or_404(closing_queries.years(), pk=cycle_id)
    there = address("objectives:year", found.pk)
    about = FormPage(
        heading=f"Close the work of {found.name}",
        lead="Everybody who leads an objective is asked how it ended and what was learnt, and the "
        "side it serves confirms. What is kept or changed becomes a draft for the next year. It "
        "is about the work: nobody is scored.",
        button="Ask everybody",
        back_url=there,
        back_text=found.name,
    )
    done = Act(
        do=lambda _: closing_years.begin_closing(
            cycle=found, standing=request.standing, now=timezone.now()
        ),
        said="Everybody who leads an objective is asked. The next year is ready for drafts.",
        to=there,
    )
    return act(request, ConfirmForm(posted(request)), about, done)


@require_POST
@needs(Action.CLOSE_YEAR, seen=True)
def go_on_with_year(request: PersonRequest, cycle_id: int) -> HttpResponse:
    """Takes back that the year is being closed."""
    found: Cycle = get_object_or_404(closing_queries.years(), pk=cycle_id)
    try:
        closing_years.go_on_with_year(cycle=found, standing=request.standing, now=timezone.now())
    except services.Refused as refusal:
        notices.notice(request, str(refusal))
    else:
        notices.success(request, f"{found.name} goes on.")
    return redirect(address("objectives:year", found.pk))


@read_or_send
@needs(Action.CLOSE_YEAR, seen=True)
@creates_once
def close_year(request: PersonRequest, cycle_id: int) -> HttpResponse:
    """The year is closed; what is left stays as it is, and named."""
    found: Cycle = get_object_or_404(closing_queries.years(), pk=cycle_id)
    left, there = len(closing_queries.left_in(found)), address("objectives:year", found.pk)
    lead = "Both sides have said how everything ended."
    if left:
        lead = (
            f"Both sides have not yet said how {counted(left, 'objective')} ended. They stay as "
            "they are, and stay named on the page of the year."
        )
    about = FormPage(
        heading=f"Close {found.name}",
        lead=lead,
        button=f"Close the year, with {counted(left, 'objective')} left" if left else "Close it",
        back_url=there,
        back_text=found.name,
    )
    done = Act(
        do=lambda kept: closing_years.close_year(
            cycle=found, leaving=kept["leaving"], standing=request.standing, now=timezone.now()
        ),
        said=f"{found.name} is closed. The next year is open.",
        to=there,
    )
    form = CloseYearForm(posted(request), initial={"leaving": left})
    try:
        return act(request, form, about, done)
    except services.WordsChanged:
        notices.notice(request, "Something was said while you read. Look at the year as it is now")
        return redirect(there)
