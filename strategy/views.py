from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.addresses import address
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from strategy import queries, services
from strategy.forms import (
    DecisionForm,
    NewPriorityForm,
    NewValueForm,
    PriorityForm,
    StartForm,
    StrategyForm,
    ValueForm,
)
from strategy.models import PriorityWording, StrategyVersion, Value
from ui import notices
from ui.http import CONFLICT, INVALID
from ui.parts import StaleSave, StaleText

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def strategy(request: PersonRequest) -> HttpResponse:
    in_force = queries.version_in_force()
    context = {
        "page": queries.strategy_page(in_force) if in_force else None,
        "draft": queries.draft_visible_to(request.standing),
        "versions": queries.version_lines(),
        "coverage_url": address("reports:coverage"),
        "may_edit": request.standing.may(Action.EDIT_STRATEGY),
    }
    return render(request, "strategy/strategy.html", context)


@require_safe
def version(request: PersonRequest, number: int) -> HttpResponse:
    found = queries.version_visible_to(request.standing, number=number)
    if found is None:
        raise Http404
    return render(request, "strategy/version.html", {"page": queries.strategy_page(found)})


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
    return render(request, "strategy/start.html", context, status=_status(form))


@require_safe
@needs(Action.SEE_STRATEGY_DRAFT)
def draft(request: PersonRequest) -> HttpResponse:
    context = {
        "page": queries.strategy_page(_draft(request)),
        "may_edit": request.standing.may(Action.EDIT_STRATEGY),
        "may_record": request.standing.may(Action.RECORD_DECISION),
    }
    return render(request, "strategy/draft.html", context)


@read_or_send
@needs(Action.EDIT_STRATEGY)
def word(request: PersonRequest) -> HttpResponse:
    version = _draft(request)
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
            stale = _stale(form, version, {"title": version.title, "vision": version.vision})
        else:
            return _back_to_draft(request, "Saved.")
    return _form_page(request, form, heading="Title, years and vision", stale=stale)


@read_or_send
@needs(Action.EDIT_STRATEGY)
@creates_once
def add_priority(request: PersonRequest) -> HttpResponse:
    version = _draft(request)
    form = NewPriorityForm(request.POST or None, sponsors=queries.possible_sponsors())
    if form.is_valid():
        services.add_priority(draft=version, words=_priority_words(form))
        return _back_to_draft(request, "Priority added.")
    return _form_page(request, form, heading="Add a priority", button="Add priority")


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
            stale = _stale(form, wording, theirs)
        else:
            return _back_to_draft(request, "Priority saved.")
    return _form_page(request, form, heading=f"Priority {wording.priority.ref}", stale=stale)


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
    return _put_back(
        request, lambda d: services.put_back_priority(draft=d, priority_id=priority_id)
    )


@read_or_send
@needs(Action.EDIT_STRATEGY)
@creates_once
def add_value(request: PersonRequest) -> HttpResponse:
    version = _draft(request)
    form = NewValueForm(request.POST or None)
    if form.is_valid():
        services.add_value(
            draft=version,
            title=form.cleaned_data["title"],
            behaviour=form.cleaned_data["behaviour"],
        )
        return _back_to_draft(request, "Value added.")
    return _form_page(request, form, heading="Add a value", button="Add value")


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
            stale = _stale(form, value, {"title": value.title, "behaviour": value.behaviour})
        else:
            return _back_to_draft(request, "Value saved.")
    return _form_page(request, form, heading="Value", stale=stale)


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
    return _put_back(request, lambda d: services.put_back_value(draft=d, value_id=value_id))


def _put_back(request: PersonRequest, put_back: Callable[[StrategyVersion], None]) -> HttpResponse:
    try:
        put_back(_draft(request))
    except services.StrategyRefused as refusal:
        notices.notice(request, str(refusal))
        return redirect(address("strategy:draft"))
    return _back_to_draft(request, "Put back.")


@read_or_send
@needs(Action.SEE_STRATEGY_DRAFT)
@needs(Action.RECORD_DECISION, seen=True)
@creates_once
def decide(request: PersonRequest) -> HttpResponse:
    """Two steps: what was decided, then check it; only the second records anything."""
    version = _draft(request)
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
    return render(request, template, context, status=_status(form))


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


def _draft(request: PersonRequest) -> StrategyVersion:
    found = queries.draft_visible_to(request.standing)
    if found is None:
        raise Http404
    return found


def _wording(wording_id: int) -> PriorityWording:
    found = queries.wording_in_draft(wording_id=wording_id)
    if found is None:
        raise Http404
    return found


def _value(value_id: int) -> Value:
    found = queries.value_in_draft(value_id=value_id)
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


EditForm = StrategyForm | PriorityForm | ValueForm


def _stale(
    form: EditForm, row: StrategyVersion | PriorityWording | Value, theirs: dict[str, str]
) -> StaleSave:
    """Both texts of a save that came second; sending the form again keeps the sender's."""
    form.start_from(row.edition)
    texts = [
        StaleText(label=str(form.fields[name].label), yours=form.cleaned_data[name], theirs=text)
        for name, text in theirs.items()
    ]
    return StaleSave(saved_by="Somebody else", saved_at=row.updated_at, texts=texts)


def _form_page(
    request: PersonRequest,
    form: EditForm | NewPriorityForm | NewValueForm,
    *,
    heading: str,
    button: str = "Save",
    stale: StaleSave | None = None,
) -> HttpResponse:
    context = {"form": form, "heading": heading, "button": button, "stale": stale}
    status = CONFLICT if stale else _status(form)
    return render(request, "strategy/form.html", context, status=status)


def _status(form: object) -> int:
    return INVALID if cast(StrategyForm, form).errors else 200


def _back_to_draft(request: PersonRequest, words: str) -> HttpResponse:
    notices.success(request, words)
    return redirect(address("strategy:draft"))
