"""Checking in from a letter: no session, and no more than a confidence on one's own objectives."""

from __future__ import annotations

from typing import cast

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from objectives import services
from objectives.forms.check_ins import CheckInsForm
from objectives.queries.check_ins import cards_for, falls_in, own_check_ins
from objectives.services.check_in_letters import Holder, holder_of
from objectives.services.check_ins import check_in as keep_check_ins
from objectives.views.check_ins import CHANGED
from people.accounts.http import too_many
from people.addresses import address
from people.form_pages import say_refusal
from people.http import answered_once
from people.models import Account
from people.queries import standing_of
from people.tenancy import acting_in
from ui.http import INVALID, HtmxRequest

GONE = 404


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def check_in(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """One page for every link that does not work, so that it tells strangers nothing."""
    if refused := too_many(request, action="check_in_link"):
        return refused
    holder = holder_of(slug=slug, token=token, now=timezone.now())
    if holder is None:
        return render(request, "objectives/from_letter_spent.html", status=GONE)
    with acting_in(holder.organisation, person=holder.person, cause="check-in link"):
        if request.method != "POST":
            return _page(request, holder)
        return answered_once(
            cast(HtmxRequest, request),
            account=cast(Account, holder.person.account),
            answer=lambda: _page(request, holder),
        )


def _page(request: HttpRequest, holder: Holder) -> HttpResponse:
    """What is due, to choose and confirm; a good form leads back here, where it says "Saved"."""
    standing, now = standing_of(holder.person), timezone.now()
    form = CheckInsForm(
        request.POST if request.method == "POST" else None,
        cards=cards_for(standing, now=now),
        is_brief=True,
    )
    form.rows = [row for row in form.rows if row.card.is_due or row.is_touched]
    if form.is_valid():
        try:
            made = keep_check_ins(said=form.said(), by=holder.person, standing=standing, now=now)
        except services.WordsChanged:
            form.add_error(None, CHANGED)
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            return redirect(f"{request.path}?saved={made[0].pk}")
    return render(
        request,
        "objectives/from_letter.html",
        {
            "form": form,
            "organisation_name": holder.organisation.name,
            "person_name": holder.person.name,
            "why_url": _why_url(request, holder),
            "home_url": address("objectives:home"),
            "has_errors": form.is_bound,
        },
        status=INVALID if form.is_bound else 200,
    )


def _why_url(request: HttpRequest, holder: Holder) -> str:
    """Where to say, signed in, why confidence fell; "" where it did not."""
    saved = request.GET.get("saved", "")
    if request.method == "POST" or not (saved.isascii() and saved.isdigit() and len(saved) < 19):
        return ""
    found = get_object_or_404(own_check_ins(holder.person.pk), pk=int(saved))
    return address("objectives:check_in_why", found.pk) if falls_in(found) else ""
