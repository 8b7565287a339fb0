from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from people.addresses import address
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from strategy import queries, services
from strategy.forms import DecisionForm
from strategy.views.common import draft_of, read_or_send, status
from ui import notices

if TYPE_CHECKING:
    from strategy.models import StrategyVersion


@read_or_send
@needs(Action.SEE_STRATEGY_DRAFT)
@needs(Action.RECORD_DECISION, seen=True)
@creates_once
def decide(request: PersonRequest) -> HttpResponse:
    """Two steps: what was decided, then check it; only the second records anything."""
    version = draft_of(request)
    page = queries.strategy_page(version)
    form = DecisionForm(request.POST or None, initial={"words_hash": page.content_hash})
    is_checked = request.POST.get("step") == "record"
    if form.is_valid() and is_checked and _record(request, form, version):
        notices.success(request, "The decision is recorded.")
        return redirect(address("strategy:strategy"))
    shows_check = (
        request.method == "POST" and not form.errors and request.POST.get("step") == "check"
    )
    template = "strategy/decide_check.html" if shows_check else "strategy/decide.html"
    context = {"form": form, "page": page, "voting_members": queries.voting_members()}
    return render(request, template, context, status=status(form))


def _record(request: PersonRequest, form: DecisionForm, version: StrategyVersion) -> bool:
    words = form.cleaned_data
    try:
        services.record_decision(
            draft=version,
            words_hash=words["words_hash"],
            held_on=words["held_on"],
            text=words["text"],
            vote=services.Vote(
                votes_for=words["votes_for"],
                votes_against=words["votes_against"],
                abstentions=words["abstentions"],
            ),
            recorded_by=request.person,
            now=timezone.now(),
        )
    except services.StrategyRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    return True
