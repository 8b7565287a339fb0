"""Checking in: everything one leads on one page, taken back in one click, and why it fell."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from objectives import services
from objectives.forms.check_ins import CheckInForm, CheckInsForm, WhysForm
from objectives.models import CheckIn
from objectives.queries.check_ins import (
    AT_MOST,
    cards_for,
    falls_in,
    leads,
    own_check_ins,
)
from objectives.queries.seen import objectives_visible_to
from objectives.services.check_ins import check_in as keep_check_ins
from objectives.services.check_ins import say_why
from objectives.services.check_ins import undo_check_in as take_back
from objectives.views.acting import read_or_send
from people.addresses import address
from people.form_pages import posted, say_refusal
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices
from ui.http import INVALID, page_or_fragment
from ui.wording import counted

CHANGED = "The words of an objective changed while you wrote. Look at it again, then save"


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def check_in(request: PersonRequest) -> HttpResponse:
    """Everything this person leads on one page; only what was filled in is saved."""
    cards = cards_for(request.standing, now=timezone.now())
    form = CheckInsForm(posted(request), cards=cards)
    if form.is_bound:
        _only_own(request, form)
    form.rows = _shown(form)
    if form.is_valid():
        try:
            return _save(request, form)
        except services.WordsChanged:
            form.add_error(None, CHANGED)
        except services.NotTheirs:
            raise PermissionDenied from None
        except services.Refused as refusal:
            say_refusal(form, refusal)
    return page_or_fragment(
        request,
        page="objectives/check_in.html",
        fragment="objectives/_check_in.html",
        context={
            "form": form,
            "due": sum(card.is_due for card in cards),
            "more": len(cards) - len(form.rows),
            "has_errors": form.is_bound,
        },
        status=INVALID if form.is_bound else 200,
    )


def _only_own(request: PersonRequest, form: CheckInsForm) -> None:
    """Nobody checks in on what they do not lead: hidden, it is not there; seen, it is forbidden."""
    named = {int(one) for one in form.objectives_named()}
    seen = list(objectives_visible_to(request.standing).filter(pk__in=named))
    if len(seen) < len(named):
        raise Http404
    if not all(leads(request.standing, one) for one in seen):
        raise PermissionDenied


def _shown(form: CheckInsForm) -> list[CheckInForm]:
    """A page of them, and whatever was filled in."""
    return [row for place, row in enumerate(form.rows) if place < AT_MOST or row.is_touched]


def _save(request: PersonRequest, form: CheckInsForm) -> HttpResponse:
    made = keep_check_ins(
        said=form.said(), by=request.person, standing=request.standing, now=timezone.now()
    )
    said = "Saved." if len(made) == 1 else f"Saved: {counted(len(made), 'check-in')}."
    notices.success(request, said, undo_url=address("objectives:undo_check_in", made[0].pk))
    if falls_in(made[0]):
        return redirect(address("objectives:check_in_why", made[0].pk))
    return redirect(_back(request, made[0]))


def _back(request: PersonRequest, made: CheckIn) -> str:
    """To the objective's own page where it was said there, else to what waits."""
    if "on_page" in request.POST:
        return address("objectives:objective", made.objective_id)
    return address("objectives:home")


@require_POST
@needs(Action.SEE_OBJECTIVES)
def undo_check_in(request: PersonRequest, check_in_id: int) -> HttpResponse:
    found = get_object_or_404(own_check_ins(request.person.pk), pk=check_in_id)
    try:
        take_back(check_in=found, by=request.person, now=timezone.now())
    except services.Refused as refusal:
        notices.notice(request, str(refusal))
    else:
        notices.success(request, "Taken back. Nothing is saved.")
    return redirect(address("objectives:check_in"))


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def check_in_why(request: PersonRequest, check_in_id: int) -> HttpResponse:
    """Where confidence fell: what got in the way, and who can help."""
    found = get_object_or_404(own_check_ins(request.person.pk), pk=check_in_id)
    form = WhysForm(posted(request), falls=falls_in(found))
    if form.rows and form.is_valid():
        try:
            say_why(check_in=found, reasons=form.reasons(), by=request.person)
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, "Thank you. It stands beside your check-in.")
            return redirect(address("objectives:home"))
    if not form.rows:
        return redirect(address("objectives:check_in"))
    return page_or_fragment(
        request,
        page="objectives/check_in_why.html",
        fragment="objectives/_check_in_why.html",
        context={"form": form, "check_in_id": found.pk, "has_errors": form.is_bound},
        status=INVALID if form.is_bound else 200,
    )
