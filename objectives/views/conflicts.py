"""Objectives that pull against each other: raised, talked about, settled; and all in a list."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives import services
from objectives.figures.conflicts import Turn
from objectives.forms.conflicts import ConflictTurnForm, RaiseConflictForm
from objectives.models import Conflict
from objectives.queries import conflicts as queries
from objectives.queries.choices import objective_called, units_named
from objectives.services import conflicts as conflict_services
from objectives.views.acting import Act, about_objective, act, objective_seen, read_or_send
from objectives.views.files import files_of, rows_file
from people.addresses import address
from people.form_pages import posted, say_refusal
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices
from ui.http import INVALID, page_or_fragment

A_PAGE = 25
AT_MOST = 20_000  # rows of a file
HEADER = (
    "How they pull",
    "Objective",
    "Team",
    "Other objective",
    "Other team",
    "State",
    "Raised by",
    "Raised on",
    "How it ended",
)
SAID = {
    Turn.TALK: "Your words are there for both sides.",
    Turn.SETTLE: "Marked as settled. Both objectives show how.",
    Turn.ACCEPT: "Accepted as it is. Both objectives show why.",
}


@read_or_send
@needs(Action.ASK_FOR_OBJECTIVE, seen=True)
@creates_once
def raise_conflict(request: PersonRequest, objective_id: int) -> HttpResponse:
    """Say that this objective and another pull against each other."""
    found = objective_seen(request, objective_id)
    form = RaiseConflictForm(posted(request))

    def begin(kept: object) -> None:
        ref = form.cleaned_data["ref"].strip()
        other = objective_called(ref, standing=request.standing)
        if other is None:
            raise services.Refused("No objective of this year has that reference", field="ref")
        conflict_services.raise_conflict(
            objective=found,
            other=other,
            words=form.cleaned_data["words"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        )

    done = Act(
        do=begin,
        said="Raised. The owners of both are told.",
        to=address("objectives:objective", found.pk) + "#conflicts",
    )
    about = about_objective(
        found,
        heading="What pulls against this objective?",
        lead="The owners of both are told, talk about it, and say how it is settled, or that it "
        "is accepted as it is.",
        button="Raise it",
    )
    return act(request, form, about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def conflict(request: PersonRequest, conflict_id: int) -> HttpResponse:
    """One conflict: what was said, and what this person may say now."""
    seen = queries.conflicts_visible_to(request.standing)
    found: Conflict = get_object_or_404(seen, pk=conflict_id)
    form = ConflictTurnForm(posted(request))
    if form.is_valid():
        turn = Turn(form.cleaned_data["turn"])
        try:
            conflict_services.take_conflict_turn(
                conflict=found,
                turn=turn,
                words=form.cleaned_data["words"],
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
            return redirect(address("objectives:conflict", found.pk))
    context = {
        "form": form,
        "line": queries.conflict_line(found),
        "said": queries.said_about(found, me=request.person.pk),
        "turns": queries.conflict_turns(found, standing=request.standing),
    }
    return page_or_fragment(
        request,
        page="objectives/conflict.html",
        fragment="objectives/_conflict.html",
        context=context,
        status=INVALID if form.is_bound and form.errors else 200,
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def conflicts(request: PersonRequest) -> HttpResponse:
    """Every conflict that this person may see, the oldest open one first."""
    wanted = _wanted(request)
    found = queries.conflict_lines(standing=request.standing, wanted=wanted)
    context = {
        "wanted": wanted,
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "states": [*Conflict.State.choices, (queries.ALL, "All, also what is over")],
        "units": units_named(),
        "downloads": files_of(request, "objectives:conflicts_file"),
    }
    return page_or_fragment(
        request,
        page="objectives/conflicts.html",
        fragment="objectives/_conflicts.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def conflicts_file(request: PersonRequest, form: str) -> HttpResponse:
    found = queries.conflict_lines(standing=request.standing, wanted=_wanted(request))
    rows = [
        (
            line.words,
            line.ends[0].title,
            line.ends[0].unit,
            line.ends[1].title,
            line.ends[1].unit,
            line.state.words,
            line.raised_by,
            timezone.localdate(line.raised_at),
            line.outcome,
        )
        for line in found[:AT_MOST]
    ]
    return rows_file(form, name="conflicts", header=HEADER, rows=rows)


def _wanted(request: PersonRequest) -> queries.Wanted:
    asked, states = request.GET, (*Conflict.State.values, queries.ALL)
    return queries.Wanted(
        words=asked.get("q", "").strip()[:200],
        state=asked.get("state", "") if asked.get("state") in states else "",
        unit=asked.get("unit", "")[:60],
        sort=asked.get("sort", "")[:20],
    )
