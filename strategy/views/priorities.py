from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from people.addresses import address
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from strategy import queries, services
from strategy.forms import NewPriorityForm, PriorityForm
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
    from strategy.models import PriorityWording


@read_or_send
@needs(Action.EDIT_STRATEGY)
@creates_once
def add_priority(request: PersonRequest) -> HttpResponse:
    version = draft_of(request)
    form = NewPriorityForm(request.POST or None, sponsors=queries.possible_sponsors())
    if form.is_valid():
        services.add_priority(draft=version, words=_priority_words(form))
        return back_to_draft(request, "Priority added.")
    return form_page(request, form, heading="Add a priority", button="Add priority")


@read_or_send
@needs(Action.EDIT_STRATEGY)
def edit_priority(request: PersonRequest, wording_id: int) -> HttpResponse:
    wording = _wording(wording_id)
    begun = {
        "title": wording.title,
        "statement": wording.statement,
        "sponsor": wording.sponsor_id,
        "version": wording.edition,
    }
    sponsors = queries.possible_sponsors()
    form = PriorityForm(request.POST or None, initial=begun, sponsors=sponsors)
    stale = None
    if form.is_valid():
        try:
            services.word_priority(
                wording=wording,
                edition=form.cleaned_data["version"],
                words=_priority_words(form),
            )
        except services.StaleDraft:
            theirs = {"title": wording.title, "statement": wording.statement}
            stale = both_texts(form, wording, theirs)
        else:
            return back_to_draft(request, "Priority saved.")
    return form_page(request, form, heading=f"Priority {wording.priority.ref}", stale=stale)


@require_POST
@needs(Action.EDIT_STRATEGY)
def move_priority(request: PersonRequest, wording_id: int) -> HttpResponse:
    services.move_priority(wording=_wording(wording_id), up=request.POST.get("to") == "up")
    return redirect(address("strategy:draft"))


@require_POST
@needs(Action.EDIT_STRATEGY)
def remove_priority(request: PersonRequest, wording_id: int) -> HttpResponse:
    wording = _wording(wording_id)
    services.remove_priority(wording=wording)
    notices.success(
        request,
        "Priority taken out of the draft.",
        undo_url=address("strategy:put_back_priority", wording.priority_id),
    )
    return redirect(address("strategy:draft"))


@require_POST
@needs(Action.EDIT_STRATEGY)
def put_back_priority(request: PersonRequest, priority_id: int) -> HttpResponse:
    return put_back(request, lambda d: services.put_back_priority(draft=d, priority_id=priority_id))


def _wording(wording_id: int) -> PriorityWording:
    found = queries.wording_in_draft(wording_id=wording_id)
    if found is None:
        raise Http404
    return found


def _priority_words(form: NewPriorityForm | PriorityForm) -> services.PriorityWords:
    words = form.cleaned_data
    return services.PriorityWords(
        title=words["title"],
        statement=words["statement"],
        sponsor=queries.sponsor(words["sponsor"]),
    )
