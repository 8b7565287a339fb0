"""What a team needs of another: asked, answered, and every such thing in a list."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives import services
from objectives.figures.dependencies import Turn
from objectives.forms.dependencies import AskTeamForm, DependencyForm
from objectives.models import Dependency
from objectives.queries import dependencies as queries
from objectives.queries.choices import units_named
from objectives.queries.objective.sides import may_on
from objectives.services import depending
from objectives.views.acting import (
    Act,
    about_objective,
    act,
    objective_seen,
    only_if,
    read_or_send,
)
from objectives.views.files import files_of, rows_file
from people.addresses import address
from people.form_pages import posted, say_refusal
from people.http import PersonRequest, creates_once, needs
from people.paging import Lines
from people.policy import Action
from ui import notices
from ui.http import INVALID, page_or_fragment

A_PAGE = 25
AT_MOST = 20_000  # rows of a file
HEADER = (
    "What is needed",
    "Needed by team",
    "Objective",
    "Asked of",
    "State",
    "Asked on",
    "Days waited",
    "Needed by",
    "Will be done by",
    "Why not",
    "Instead",
)
SAID = {
    Turn.YES: "You said yes. They are told the date.",
    Turn.NO: "You said no. They read why.",
    Turn.DONE: "Marked as done.",
    Turn.DROP: "Marked as no longer needed.",
}


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def ask_other_team(request: PersonRequest, objective_id: int) -> HttpResponse:
    """Ask another team for something this objective needs."""
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).write)
    form = AskTeamForm(posted(request), but_not=found.unit_id)
    done = Act(
        do=lambda kept: depending.ask_other_team(
            objective=found,
            asked_unit=kept["unit"],
            words=kept["words"],
            needed_by=kept["needed_by"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="They are asked. Their answer will be on the objective’s page.",
        to=address("objectives:objective", found.pk) + "#others",
    )
    about = about_objective(
        found,
        heading="What do you need from another team?",
        lead="Their lead says yes and by when, or no and why. Both teams see it, and how long "
        "it has waited.",
        button="Ask them",
    )
    return act(request, form, about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def dependency(request: PersonRequest, dependency_id: int) -> HttpResponse:
    """One thing asked of another team: what this person may say about it now."""
    seen = queries.dependencies_visible_to(request.standing)
    found: Dependency = get_object_or_404(seen, pk=dependency_id)
    form = DependencyForm(posted(request), initial={"due_on": found.due_on or found.needed_by})
    if form.is_valid():
        turn = Turn(form.cleaned_data["turn"])
        try:
            depending.answer_dependency(
                dependency=found,
                turn=turn,
                due_on=form.cleaned_data["due_on"],
                reason=form.cleaned_data["reason"],
                instead=form.cleaned_data["instead"],
                by=request.person,
                standing=request.standing,
                now=timezone.now(),
            )
        except services.NotTheirs:
            raise PermissionDenied from None
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, SAID[turn])
            return redirect(address("objectives:dependency", found.pk))
    now, today = timezone.now(), timezone.localdate()
    context = {
        "form": form,
        "line": queries.dependency_line(found, now=now, today=today),
        "turns": queries.turns_for(found, standing=request.standing),
        "turn": form["turn"].value() or "",
    }
    return page_or_fragment(
        request,
        page="objectives/dependency.html",
        fragment="objectives/_dependency.html",
        context=context,
        status=INVALID if form.is_bound and form.errors else 200,
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def dependencies(request: PersonRequest) -> HttpResponse:
    """Everything open between teams that this person may see, what waits longest first."""
    wanted = _wanted(request)
    context = {
        "wanted": wanted,
        "page": Paginator(_found(request, wanted), A_PAGE).get_page(request.GET.get("page")),
        "states": [*Dependency.State.choices, (queries.ALL, "All, also what is over")],
        "units": units_named(),
        "downloads": files_of(request, "objectives:dependencies_file"),
    }
    return page_or_fragment(
        request,
        page="objectives/dependencies.html",
        fragment="objectives/_dependencies.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def dependencies_file(request: PersonRequest, form: str) -> HttpResponse:
    """The rows the list shows, all of them."""
    found = _found(request, _wanted(request))[:AT_MOST]
    rows = [
        (
            line.words,
            line.unit,
            line.objective,
            line.asked_unit,
            line.state.words,
            timezone.localdate(line.asked_at),
            line.days_waited,
            line.needed_by,
            line.due_on,
            line.reason,
            line.instead,
        )
        for line in found
    ]
    return rows_file(form, name="needs-between-teams", header=HEADER, rows=rows)


def _found(request: PersonRequest, wanted: queries.Wanted) -> Lines[queries.DependencyLine]:
    return queries.dependency_lines(
        standing=request.standing,
        wanted=wanted,
        now=timezone.now(),
        today=timezone.localdate(),
    )


def _wanted(request: PersonRequest) -> queries.Wanted:
    asked, number = request.GET, request.GET.get("objective", "")
    states = (*Dependency.State.values, queries.ALL)
    return queries.Wanted(
        words=asked.get("q", "").strip()[:200],
        state=asked.get("state", "") if asked.get("state") in states else "",
        objective=int(number)
        if number.isascii() and number.isdigit() and len(number) < 19
        else None,
        unit=asked.get("unit", "")[:60],
        side=asked.get("side", "")[:2],
        sort=asked.get("sort", "")[:20],
    )
