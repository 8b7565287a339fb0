"""How an objective goes, on its own page: what people did for it, and its values to take away."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from objectives.forms.check_ins import CheckInsForm, NoteForm
from objectives.models import Objective, ObjectiveVersion
from objectives.queries.check_ins.page import check_ins_page, notes_of
from objectives.queries.check_ins.series import value_lines
from objectives.services import NotTheirs
from objectives.services import notes as note_services
from objectives.views.acting import (
    Act,
    about_objective,
    act,
    objective_seen,
    only_if,
    read_or_send,
)
from people.addresses import address
from people.form_pages import posted
from people.http import PersonRequest, creates_once, needs
from people.imports.writing import csv_bytes
from people.policy import Action
from ui import notices

HEADER = ("Measure", "Unit", "Day", "Value", "Said by")


def how_it_goes(
    request: PersonRequest, found: Objective, words: ObjectiveVersion, *, now: datetime
) -> dict[str, Any]:
    """The part of an objective's page about check-ins, values and notes."""
    page = check_ins_page(
        found,
        words,
        standing=request.standing,
        now=now,
        shows_all=request.GET.get("all", ""),
    )
    form = CheckInsForm(cards=page.cards)
    for row in form.rows:
        row.leave_out_same()
    return {"page": page, "form": form, "note_form": NoteForm()}


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def note(request: PersonRequest, objective_id: int) -> HttpResponse:
    """A sentence about what one did for an objective."""
    found = objective_seen(request, objective_id)
    about = about_objective(found, heading="Say what you did for it", button="Save your sentence")
    done = Act(
        do=lambda kept: note_services.note_contribution(
            objective=found,
            words=kept["words"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="Thank you. Your sentence is on its page.",
        to=address("objectives:objective", found.pk),
    )
    return act(request, NoteForm(posted(request)), about, done)


@require_POST
@needs(Action.SEE_OBJECTIVES)
def take_back_note(request: PersonRequest, note_id: int) -> HttpResponse:
    """One's own sentence goes; another's is seen, but not theirs to take back."""
    found = get_object_or_404(notes_of(request.standing), pk=note_id)
    try:
        note_services.take_back_note(note=found, by=request.person, now=timezone.now())
    except NotTheirs:
        only_if(False)
    notices.success(request, "Your sentence is taken back.")
    return redirect(address("objectives:objective", found.objective_id))


@require_safe
@needs(Action.SEE_OBJECTIVES)
def values_file(request: PersonRequest, objective_id: int) -> HttpResponse:
    """Every value that counts, to take away: the same as in the table."""
    found = objective_seen(request, objective_id)
    rows = [
        (line.measure, line.unit_name, timezone.localdate(line.at), line.value, line.by)
        for _, line in value_lines(found)
    ]
    packed = csv_bytes(header=HEADER, rows=rows)
    response = HttpResponse(packed, content_type="text/csv; charset=utf-8")
    name = f"values-objective-{found.pk}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
