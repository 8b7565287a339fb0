"""The demonstration's own door: sign in as anybody who stands for a role."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from people.accounts import queries
from people.accounts.demo import ROLES
from people.accounts.http import sign_in
from people.accounts.views.landing import home_of
from ui import notices


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def demonstration(request: HttpRequest) -> HttpResponse:
    """One button for each role; there is no such page but in the demonstration."""
    organisation = queries.demonstration() if settings.DEMO else None
    if organisation is None:
        raise Http404
    role = request.POST.get("role", "")
    if request.method == "POST" and role in {known.value for known in ROLES}:
        account = queries.demonstration_account(organisation=organisation, role=role)
        if account is not None:
            return sign_in(request, account, to=home_of(organisation))
        notices.notice(request, "Nobody stands for that role at the moment. Choose another.")
        return redirect("entrance:demonstration")
    context = {"organisation": organisation, "roles": ROLES}
    return render(request, "people/accounts/demonstration.html", context)
