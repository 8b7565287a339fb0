from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from people.addresses import address
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from strategy import queries, services
from strategy.forms import NewValueForm, ValueForm
from strategy.views.common import (
    back_to_draft,
    both_texts,
    draft_of,
    form_page,
    put_back,
    read_or_send,
)
from ui import notices

if TYPE_CHECKING:
    from strategy.models import Value


@read_or_send
@needs(Action.EDIT_STRATEGY)
@creates_once
def add_value(request: PersonRequest) -> HttpResponse:
    version = draft_of(request)
    form = NewValueForm(request.POST or None)
    if form.is_valid():
        services.add_value(
            draft=version,
            title=form.cleaned_data["title"],
            behaviour=form.cleaned_data["behaviour"],
        )
        return back_to_draft(request, "Value added.")
    return form_page(request, form, heading="Add a value", button="Add value")


@read_or_send
@needs(Action.EDIT_STRATEGY)
def edit_value(request: PersonRequest, value_id: int) -> HttpResponse:
    value = _value(value_id)
    begun = {"title": value.title, "behaviour": value.behaviour, "version": value.edition}
    form = ValueForm(request.POST or None, initial=begun)
    stale = None
    if form.is_valid():
        words = form.cleaned_data
        try:
            services.word_value(
                value=value,
                edition=words["version"],
                title=words["title"],
                behaviour=words["behaviour"],
            )
        except services.StaleDraft:
            stale = both_texts(form, value, {"title": value.title, "behaviour": value.behaviour})
        else:
            return back_to_draft(request, "Value saved.")
    return form_page(request, form, heading="Value", stale=stale)


@require_POST
@needs(Action.EDIT_STRATEGY)
def remove_value(request: PersonRequest, value_id: int) -> HttpResponse:
    services.remove_value(value=_value(value_id))
    notices.success(
        request,
        "Value taken out of the draft.",
        undo_url=address("strategy:put_back_value", value_id),
    )
    return redirect(address("strategy:draft"))


@require_POST
@needs(Action.EDIT_STRATEGY)
def put_back_value(request: PersonRequest, value_id: int) -> HttpResponse:
    return put_back(request, lambda d: services.put_back_value(draft=d, value_id=value_id))


def _value(value_id: int) -> Value:
    found = queries.value_in_draft(value_id=value_id)
    if found is None:
        raise Http404
    return found
