"""Promises: what an owner needs, what the side it serves says, and what became of it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives import services
from objectives.figures.promises import Turn
from objectives.forms import NeedForm, PromiseForm
from objectives.models import Promise
from objectives.queries import promises as promise_queries
from objectives.queries.objective.sides import may_on
from objectives.views.acting import (
    Act,
    about_objective,
    act,
    objective_seen,
    only_if,
    read_or_send,
)
from objectives.views.files import rows_file
from people.addresses import address
from people.form_pages import posted, say_refusal
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices
from ui.http import INVALID, page_or_fragment

A_PAGE = 25
HEADER = (
    "What is needed",
    "Kind",
    "Needed by team",
    "Objective",
    "Asked of",
    "State",
    "Asked on",
    "Needed by",
    "Promised for",
    "Why not",
    "Finished on",
)
SAID = {
    Turn.PROMISE: "Promised. They are told the date.",
    Turn.DECLINE: "You said no. They read why.",
    Turn.OFFER: "They are asked whether the other date will do.",
    Turn.TAKE: "The new date stands.",
    Turn.HOLD: "The date stays as it was promised.",
    Turn.KEEP: "Marked as kept.",
    Turn.BREAK: "They are told that it cannot be kept.",
    Turn.LAPSE: "Marked as no longer needed.",
}


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def need(request: PersonRequest, objective_id: int) -> HttpResponse:
    """Ask the side it serves for something."""
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).write)
    done = Act(
        do=lambda kept: services.ask_for_promise(
            objective=found,
            words=kept["words"],
            kind=kept["kind"],
            needed_by=kept["needed_by"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="They are asked. Their answer will be on the objective’s page.",
        to=address("objectives:objective", found.pk) + "#promises",
    )
    about = about_objective(
        found,
        heading="What do you need from the side it serves?",
        lead="They promise it with a date, or say why not. Until they answer, and when they do "
        "not keep it, this objective shows that it waits on leadership.",
        button="Ask for this",
    )
    return act(request, NeedForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def promise(request: PersonRequest, promise_id: int) -> HttpResponse:
    """One promise: what this person may say about it now."""
    seen = promise_queries.promises_visible_to(request.standing)
    found: Promise = get_object_or_404(seen, pk=promise_id)
    form = PromiseForm(posted(request), initial={"due_on": found.due_on or found.needed_by})
    if form.is_valid():
        turn = Turn(form.cleaned_data["turn"])
        try:
            services.take_turn(
                promise=found,
                turn=turn,
                due_on=form.cleaned_data["due_on"],
                reason=form.cleaned_data["reason"],
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
            return redirect(address("objectives:promise", found.pk))
    today = timezone.localdate()
    context = {
        "form": form,
        "line": promise_queries.promise_line(found, today=today),
        "turns": promise_queries.turns_for(found, standing=request.standing),
        "turn": form["turn"].value() or "",
    }
    return page_or_fragment(
        request,
        page="objectives/promise.html",
        fragment="objectives/_promise.html",
        context=context,
        status=INVALID if form.is_bound and form.errors else 200,
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def promises(request: PersonRequest) -> HttpResponse:
    """Every promise this person may see: theirs to keep first, broken ones at the top."""
    today, standing = timezone.localdate(), request.standing
    found = promise_queries.promise_lines(
        promise_queries.promises_visible_to(standing), today=today
    )
    own = standing.units_for(Action.ANSWER_FOR_PARENT)
    others = [one for one in found if one.promiser_id not in own and not one.is_over]
    over = [one for one in found if one.is_over]
    context = {
        "mine": [one for one in found if one.promiser_id in own and not one.is_over],
        "others": Paginator(others, A_PAGE).get_page(request.GET.get("others")),
        "over": Paginator(over, A_PAGE).get_page(request.GET.get("over")),
        "kept": promise_queries.kept_share(found, today=today),
        "downloads": {form: address("objectives:promises_file", form) for form in ("xlsx", "csv")}
        if found
        else {},
    }
    return render(request, "objectives/promises.html", context)


@require_safe
@needs(Action.SEE_OBJECTIVES)
def promises_file(request: PersonRequest, form: str) -> HttpResponse:
    """Every promise this person may see, as the page tells of it."""
    found = promise_queries.promise_lines(
        promise_queries.promises_visible_to(request.standing), today=timezone.localdate()
    )
    rows = [
        (
            line.words,
            line.kind,
            line.unit,
            line.objective,
            line.promiser,
            line.state.words,
            timezone.localdate(line.asked_at),
            line.needed_by,
            line.due_on,
            line.reason,
            timezone.localdate(line.finished_at) if line.finished_at else None,
        )
        for line in found
    ]
    return rows_file(form, name="promises", header=HEADER, rows=rows)
