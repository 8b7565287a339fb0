from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from people import queries
from people.http import PersonRequest
from people.models import Account
from people.models.organisation import SLUGS_TAKEN
from people.tenancy import acting_in, signed_in_as

GetResponse = Callable[[HttpRequest], HttpResponse]


class SetUpMiddleware:
    """Until the first account exists, every page leads to the set-up page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.is_set_up = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self.is_set_up:
            self.is_set_up = Account.objects.exists()
        first = request.path.strip("/").split("/", 1)[0]
        if not self.is_set_up and first not in ("set-up", "static", "health"):
            return redirect("people:set_up")
        return self.get_response(request)


class OrganisationMiddleware:
    """An address that begins with a slug is answered inside that organisation, or as if it
    were not there: one transaction, one scope, the signed-in person, what they may do."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slug = request.path.strip("/").split("/", 1)[0]
        if not request.user.is_authenticated or slug in ("static", "health"):
            return self.get_response(request)
        account = cast(Account, request.user)
        if not slug or slug in SLUGS_TAKEN:
            with signed_in_as(account, cause=request.path):
                return self.get_response(request)
        return self._inside(cast(PersonRequest, request), account, slug)

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: dict[str, object]
    ) -> None:
        """Views get the organisation from the request, not as an argument."""
        kwargs.pop("organisation_slug", None)

    def _inside(self, request: PersonRequest, account: Account, slug: str) -> HttpResponse:
        with signed_in_as(account, cause=request.path):
            persons = queries.persons_of(account)
        person = next((p for p in persons if p.organisation.slug == slug), None)
        if person is None:
            return self._not_here(request)
        request.organisation = person.organisation
        request.person = person
        with acting_in(person.organisation, person=person, account=account, cause=request.path):
            request.standing = queries.standing_of(person)
            return self.get_response(request)

    def _not_here(self, request: HttpRequest) -> HttpResponse:
        request.urlconf = "people.nowhere"
        return self.get_response(request)
