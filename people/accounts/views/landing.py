"""Where somebody who has signed in goes, and what they may do about their own sign-in."""

from __future__ import annotations

from typing import cast

from allauth.account.views import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from people.accounts import queries
from people.models import Account, Organisation
from people.queries import persons_of

LEFT_BEHIND = '"cache", "storage"'  # what a browser drops of a person who has signed out


def home_of(organisation: Organisation) -> str:
    return reverse("objectives:home", args=(organisation.slug,))


@require_safe
def landing(request: HttpRequest) -> HttpResponse:
    """The home of the person's one organisation, or the choice between several."""
    persons = persons_of(cast(Account, request.user))
    if len(persons) == 1:
        return redirect(home_of(persons[0].organisation))
    return redirect("entrance:choose_organisation")


@require_safe
def choose_organisation(request: HttpRequest) -> HttpResponse:
    """Every organisation the account has a person in; without any, whom to ask."""
    persons = persons_of(cast(Account, request.user))
    choices = [(person.organisation.name, home_of(person.organisation)) for person in persons]
    return render(request, "people/accounts/choose_organisation.html", {"choices": choices})


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """How the account signs in, and where it is signed in now."""
    rows = queries.account_rows(cast(Account, request.user))
    return render(request, "people/accounts/account.html", {"rows": rows})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sign_out(request: HttpRequest) -> HttpResponse:
    """Signs out, and has the browser drop what it kept."""
    response = cast(HttpResponse, logout(request))
    if request.method == "POST":
        response.headers["Clear-Site-Data"] = LEFT_BEHIND
    return response
