"""What the pages of the draft share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from people.addresses import address
from people.http import PersonRequest
from strategy import queries, services
from strategy.forms import NewPriorityForm, NewValueForm, PriorityForm, StrategyForm, ValueForm
from ui import notices
from ui.http import CONFLICT, INVALID
from ui.parts import StaleSave, StaleText

if TYPE_CHECKING:
    from strategy.models import PriorityWording, StrategyVersion, Value

read_or_send = require_http_methods(["GET", "HEAD", "POST"])

EditForm = StrategyForm | PriorityForm | ValueForm


def both_texts(
    form: EditForm, row: StrategyVersion | PriorityWording | Value, theirs: dict[str, str]
) -> StaleSave:
    """Both texts of a save that came second; sending the form again keeps the sender's."""
    form.start_from(row.edition)
    texts = [
        StaleText(label=str(form.fields[name].label), yours=form.cleaned_data[name], theirs=text)
        for name, text in theirs.items()
    ]
    return StaleSave(saved_by="Somebody else", saved_at=row.updated_at, texts=texts)


def form_page(
    request: PersonRequest,
    form: EditForm | NewPriorityForm | NewValueForm,
    *,
    heading: str,
    button: str = "Save",
    stale: StaleSave | None = None,
) -> HttpResponse:
    context = {"form": form, "heading": heading, "button": button, "stale": stale}
    code = CONFLICT if stale else status(form)
    return render(request, "strategy/form.html", context, status=code)


def status(form: forms.Form) -> int:
    return INVALID if form.errors else 200


def back_to_draft(request: PersonRequest, words: str) -> HttpResponse:
    notices.success(request, words)
    return redirect(address("strategy:draft"))


def put_back(request: PersonRequest, put_back: Callable[[StrategyVersion], None]) -> HttpResponse:
    try:
        put_back(draft_of(request))
    except services.StrategyRefused as refusal:
        notices.notice(request, str(refusal))
        return redirect(address("strategy:draft"))
    return back_to_draft(request, "Put back.")


def draft_of(request: PersonRequest) -> StrategyVersion:
    found = queries.draft_visible_to(request.standing)
    if found is None:
        raise Http404
    return found
