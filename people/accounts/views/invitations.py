"""The page behind a letter of invitation, and the two buttons that send and withdraw one."""

from __future__ import annotations

from typing import cast
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from people.accounts import queries, services
from people.accounts.forms import AcceptForm
from people.accounts.http import sign_in, too_many
from people.accounts.queries import OpenInvitation
from people.accounts.views.landing import home_of
from people.addresses import address
from people.http import PersonRequest, creates_once, needs
from people.models import Account
from people.policy import Action
from ui import notices
from ui.http import INVALID

GONE = 404


@login_not_required
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Sets a password for a new account or, signed in, takes the invitation up as oneself."""
    if refused := too_many(request, action="invitation"):
        return refused
    found = queries.open_invitation(slug=slug, token=token, now=timezone.now())
    if found is None:
        return _link_is_spent(request, slug, token)
    if request.user.is_authenticated:
        return _as_signed_in(request, found, token)
    if found.has_account:
        sign_in_url = f"{reverse('account_login')}?{urlencode({'next': request.path})}"
        context = {"invitation": found, "sign_in_url": sign_in_url}
        return render(request, "people/accounts/sign_in_to_accept.html", context)
    return _with_password(request, found, token)


def _link_is_spent(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """One page for every link that does not work, so that it tells strangers nothing."""
    if request.user.is_authenticated:
        organisation = queries.organisation_called(slug)
        if organisation and queries.was_taken_up_by(slug=slug, token=token, account=request.user):
            return redirect(home_of(organisation))
    return render(request, "people/accounts/link_is_spent.html", status=GONE)


def _as_signed_in(request: HttpRequest, found: OpenInvitation, token: str) -> HttpResponse:
    context = {"invitation": found, "refusal": ""}
    if request.method == "POST":
        try:
            services.accept_as(
                organisation=found.organisation,
                token=token,
                account=cast(Account, request.user),
                now=timezone.now(),
            )
        except services.InvitationSpent:
            return _link_is_spent(request, found.organisation.slug, token)
        except services.InvitationRefused as refusal:
            context["refusal"] = str(refusal)
        else:
            notices.success(request, f"You have joined {found.organisation.name}.")
            return redirect(home_of(found.organisation))
    status = INVALID if context["refusal"] else 200
    return render(request, "people/accounts/accept_as.html", context, status=status)


def _with_password(request: HttpRequest, found: OpenInvitation, token: str) -> HttpResponse:
    form = AcceptForm(request.POST if request.method == "POST" else None, email=found.email)
    if form.is_valid():
        try:
            account = services.accept_with_password(
                organisation=found.organisation,
                token=token,
                password=form.cleaned_data["password"],
                now=timezone.now(),
            )
        except services.InvitationSpent:
            return _link_is_spent(request, found.organisation.slug, token)
        except services.InvitationRefused as refusal:
            form.add_error(None, str(refusal))
        else:
            return sign_in(request, account, to=home_of(found.organisation))
    return render(
        request,
        "people/accounts/accept.html",
        {"form": form, "invitation": found},
        status=INVALID if form.errors else 200,
    )


@require_POST
@needs(Action.MANAGE_PEOPLE)
@creates_once
def invite(request: PersonRequest, person_id: int) -> HttpResponse:
    """Sends the person a letter of invitation, or another one in its place."""
    person = get_object_or_404(queries.people_to_invite(), pk=person_id)
    try:
        services.invite(person=person, invited_by=request.person, now=timezone.now())
    except services.InvitationRefused as refusal:
        notices.notice(request, str(refusal))
    else:
        notices.success(request, f"An invitation is on its way to {person.email}.")
    return redirect(address("people:person", person_id))


@require_POST
@needs(Action.MANAGE_PEOPLE)
def withdraw_invitation(request: PersonRequest, person_id: int) -> HttpResponse:
    """The link in the person's letter stops working."""
    person = get_object_or_404(queries.people_to_invite(), pk=person_id)
    if services.withdraw_invitation(person=person, now=timezone.now()):
        notices.success(request, f"The invitation of {person.name} is withdrawn.")
    return redirect(address("people:person", person_id))
