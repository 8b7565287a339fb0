"""The first run, and what an organisation needs before it is of use."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from people.accounts import queries, services, steps
from people.accounts.forms import SetUpForm
from people.accounts.http import sign_in, too_many
from people.http import PersonRequest, needs
from people.policy import Action
from ui.http import CONFLICT, INVALID

FIELD_OF = {"name": "organisation_name", "slug": "slug"}


@login_not_required
@sensitive_post_parameters("password", "code")
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """Makes the first account; when there is one, there is no such page."""
    if queries.has_accounts():
        raise Http404
    if refused := too_many(request, action="set_up", key="set-up"):
        return refused
    form = SetUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        words = {name: value for name, value in form.cleaned_data.items() if name != "code"}
        try:
            account, organisation = services.set_up(**words, now=timezone.now())
        except services.AlreadySetUp:
            return render(request, "people/accounts/already_set_up.html", status=CONFLICT)
        except services.OrganisationRefused as refusal:
            form.add_error(FIELD_OF[refusal.field], str(refusal))
        else:
            to = reverse("people:set_up_tasks", args=(organisation.slug,))
            return sign_in(request, account, to=to)
    return render(
        request,
        "people/accounts/set_up.html",
        {"form": form},
        status=INVALID if form.errors else 200,
    )


@require_safe
@needs(Action.MANAGE_STRUCTURE)
def set_up_tasks(request: PersonRequest) -> HttpResponse:
    """The steps towards a first report, each with where it stands."""
    return render(
        request, "people/accounts/set_up_tasks.html", {"tasks": steps.tasks(request.standing)}
    )
