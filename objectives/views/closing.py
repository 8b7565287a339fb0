"""Closing a year's work: what leaders say about how it ended, and what the side above confirms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from objectives import services
from objectives.forms.closing import (
    CHANGED,
    CONFIRM,
    BatchForm,
    ConfirmEndingForm,
    EndingForm,
    Row,
)
from objectives.models import Closing
from objectives.queries import closing as closing_queries
from objectives.queries.check_ins import leads
from objectives.queries.closing import AT_MOST, Ending
from objectives.queries.seen import objectives_visible_to
from objectives.queries.waiting import reader_of
from objectives.services import closing as closing_services
from objectives.views.acting import read_or_send
from people.addresses import address
from people.form_pages import posted, say_refusal
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices
from ui.http import INVALID, page_or_fragment
from ui.wording import counted

NOTHING = "Say something about at least one objective"
GONE = "One of these has been answered or taken back since. It is no longer on this page"


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def close(request: PersonRequest) -> HttpResponse:
    """Everything this person leads on one page: how it ended, what was learnt, and what next."""
    now, standing = timezone.now(), request.standing

    def say(row: EndingForm) -> Closing:
        return closing_services.say_how_it_ended(
            ended=row.ended(), by=request.person, standing=standing, now=now
        )

    cards = closing_queries.endings_to_say(standing)
    form = BatchForm(posted(request), rows=[EndingForm(posted(request), card=c) for c in cards])
    made: list[Closing] = []
    if form.is_bound:
        _only_own(request, form)
        made = _keep(form, say)
        if made and not form.is_faulty:
            return _said(request, made)
        fresh = closing_queries.endings_to_say(standing)
        form.rows = [*form.faulty, *[EndingForm(card=card) for card in _but(form, fresh)]]
    return _page(request, form, template="close", kept=len(made))


def _only_own(request: PersonRequest, form: BatchForm) -> None:
    """Nobody closes what they do not lead: hidden, it is not there; seen, it is forbidden."""
    named = form.ids_named()
    seen = list(objectives_visible_to(request.standing).filter(pk__in=named))
    if len(seen) < len(named):
        raise Http404
    if not all(leads(request.standing, one) for one in seen):
        raise PermissionDenied


def _keep(form: BatchForm, do: Callable[[Any], Closing]) -> list[Closing]:
    """Each row by itself: what is wrong with one leaves the others kept."""
    if not form.is_valid():
        return []
    if form.ids_named() - {row.id_here for row in form.rows}:
        form.add_error(None, GONE)
    elif not form.touched:
        form.add_error(None, NOTHING)
    made = (_keep_one(row, do) for row in form.touched if row.is_valid())
    return [closing for closing in made if closing is not None]


def _keep_one(row: Row, do: Callable[[Any], Closing]) -> Closing | None:
    try:
        return do(row)
    except services.WordsChanged:
        row.add_error(row.first_field, row.say(CHANGED))
        row.start_from_now()
    except services.NotTheirs:
        raise PermissionDenied from None
    except services.Refused as refusal:
        say_refusal(row, refusal)
    return None


def _but(form: BatchForm, cards: list[Ending]) -> list[Ending]:
    faulty = {row.card.objective_id for row in form.faulty}
    return [card for card in cards if card.objective_id not in faulty]


def _said(request: PersonRequest, made: list[Closing]) -> HttpResponse:
    fresh = [one for one in made if one.edition == 1]
    undo = address("objectives:take_back_ending", fresh[0].pk) if fresh else ""
    said = f"Saved: {counted(len(made), 'objective')}. The side each serves is asked to confirm."
    notices.success(request, said, undo_url=undo)
    return redirect(address("objectives:close"))


def _page(request: PersonRequest, form: BatchForm, *, template: str, kept: int) -> HttpResponse:
    """The first page of them, and whatever is to be put right."""
    shown = [row for place, row in enumerate(form.rows) if place < AT_MOST or row.is_bound]
    more, form.rows = len(form.rows) - len(shown), shown
    return page_or_fragment(
        request,
        page=f"objectives/{template}.html",
        fragment=f"objectives/_{template}.html",
        context={
            "form": form,
            "year": closing_queries.year_closing(),
            "more": more,
            "kept": kept,
            "has_errors": form.is_bound,
        },
        status=INVALID if form.is_bound else 200,
    )


@require_POST
@needs(Action.SEE_OBJECTIVES)
def take_back_ending(request: PersonRequest, closing_id: int) -> HttpResponse:
    """Everything said in the same go, until it is confirmed."""
    found = get_object_or_404(closing_queries.closings_seen(request.standing), pk=closing_id)
    try:
        closing_services.take_back_what_was_said(closing=found, by=request.person)
    except services.NotTheirs:
        raise PermissionDenied from None
    except services.Refused as refusal:
        notices.notice(request, str(refusal))
    else:
        notices.success(request, "Taken back. You can say it again.")
    return redirect(address("objectives:close"))


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def confirm_endings(request: PersonRequest) -> HttpResponse:
    """What was said about endings, for the side each serves: confirmed, or sent back."""
    now, reader = timezone.now(), reader_of(request.standing)

    def answer(row: ConfirmEndingForm) -> Closing:
        return _answer(request, row, now=now)

    cards = closing_queries.endings_to_confirm(reader)
    rows = [ConfirmEndingForm(posted(request), card=card) for card in cards]
    form, made = BatchForm(posted(request), rows=rows), list[Closing]()
    if form.is_bound:
        _only_seen(request, form)
        made = _keep(form, answer)
        if made and not form.is_faulty:
            notices.success(request, f"Answered: {counted(len(made), 'objective')}.")
            return redirect(address("objectives:confirm_endings"))
        fresh = closing_queries.endings_to_confirm(reader)
        form.rows = [*form.faulty, *[ConfirmEndingForm(card=card) for card in _but(form, fresh)]]
    return _page(request, form, template="confirm_endings", kept=len(made))


def _only_seen(request: PersonRequest, form: BatchForm) -> None:
    """What is hidden is not there; what waits for somebody else is no longer on the page."""
    named = form.ids_named()
    seen = closing_queries.closings_seen(request.standing).filter(pk__in=named)
    if len(seen) < len(named):
        raise Http404


def _answer(request: PersonRequest, row: ConfirmEndingForm, *, now: Any) -> Closing:
    kept = row.cleaned_data
    found = closing_queries.closings_seen(request.standing).get(pk=row.id_here)
    common = {
        "closing": found,
        "edition": kept.get("edition") or 0,
        "by": request.person,
        "standing": request.standing,
        "now": now,
    }
    if kept["answer"] == CONFIRM:
        return closing_services.confirm(**common)
    return closing_services.send_back(reason=kept["reason"], **common)
