from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from people.addresses import address
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from strategy import queries, services
from strategy.forms import StartForm, StrategyForm
from strategy.views.common import (
    back_to_draft,
    both_texts,
    draft_of,
    form_page,
    read_or_send,
    status,
)


@read_or_send
@needs(Action.EDIT_STRATEGY)
@creates_once
def start(request: PersonRequest) -> HttpResponse:
    form = StartForm(request.POST or None)
    if form.is_valid():
        try:
            services.start_draft(title=form.cleaned_data["title"])
        except services.StrategyRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect(address("strategy:draft"))
    context = {"form": form, "in_force": queries.version_in_force()}
    return render(request, "strategy/start.html", context, status=status(form))


@read_or_send
@needs(Action.EDIT_STRATEGY)
def word(request: PersonRequest) -> HttpResponse:
    version = draft_of(request)
    begun = {
        "title": version.title,
        "starts_on": version.starts_on,
        "ends_on": version.ends_on,
        "vision": version.vision,
        "version": version.edition,
    }
    form = StrategyForm(request.POST or None, initial=begun)
    stale = None
    if form.is_valid():
        words = form.cleaned_data
        try:
            services.word_strategy(
                draft=version,
                edition=words["version"],
                title=words["title"],
                starts_on=words["starts_on"],
                ends_on=words["ends_on"],
                vision=words["vision"],
            )
        except services.StaleDraft:
            stale = both_texts(form, version, {"title": version.title, "vision": version.vision})
        else:
            return back_to_draft(request, "Saved.")
    return form_page(request, form, heading="Title, years and vision", stale=stale)
