from __future__ import annotations

import sys
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from redis.exceptions import RedisError

from people import queries
from people.accounts.demo import demo_bar
from people.accounts.http import SIGNED_IN_AT
from people.accounts.queries import has_accounts
from people.accounts.tokens import set_up_code
from people.http import PersonRequest
from people.models import Account
from people.models.organisation import SLUGS_TAKEN
from people.tenancy import acting_in, signed_in_as
from ui.chrome import DemoBar

GetResponse = Callable[[HttpRequest], HttpResponse]

ASKS_NOTHING = ("static", "health")  # answered without a look at the database


class FramedRequest(HttpRequest):
    demo_bar: DemoBar


class SetUpMiddleware:
    """Until the first account exists, every page leads to the set-up page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self.is_set_up = False
        self.has_said_code = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        first = _first_word(request)
        if first in ASKS_NOTHING or self._is_set_up(request):
            return self.get_response(request)
        self._say_code()
        return self.get_response(request) if first == "set-up" else redirect("entrance:set_up")

    def _is_set_up(self, request: HttpRequest) -> bool:
        self.is_set_up = self.is_set_up or request.user.is_authenticated or has_accounts()
        return self.is_set_up

    def _say_code(self) -> None:
        """Once from each process, where whoever started it can read it."""
        if not self.has_said_code:
            page = f"{settings.SITE_URL}{reverse('entrance:set_up')}"
            sys.stderr.write(f"Throughline is new. Open {page} with this code: {set_up_code()}\n")
            self.has_said_code = True


class SessionAgeMiddleware:
    """However busy a session is, it ends when its time since signing in is over."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        signed_in_at = request.session.get(SIGNED_IN_AT)
        if signed_in_at is not None and self._is_over(signed_in_at):
            logout(request)
        return self.get_response(request)

    def _is_over(self, signed_in_at: float) -> bool:
        return timezone.now().timestamp() - signed_in_at >= settings.SESSION_COOKIE_AGE


class DemoMiddleware:
    """In the demonstration, and only there, every page says that nothing on it is real."""

    def __init__(self, get_response: GetResponse) -> None:
        if not settings.DEMO:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        framed = cast(FramedRequest, request)
        framed.demo_bar = demo_bar(action=reverse("entrance:demonstration"))
        return self.get_response(request)


class CountersDownMiddleware:
    """Where tries at signing in cannot be counted, none is let through: the page waits."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, trouble: Exception) -> HttpResponse | None:
        if isinstance(trouble, RedisError):
            return render(request, "503.html", status=503)
        return None


class OrganisationMiddleware:
    """An address that begins with a slug is answered inside that organisation, or as if it
    were not there: one transaction, one scope, the signed-in person, what they may do."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        slug = _first_word(request)
        if slug in ASKS_NOTHING or not request.user.is_authenticated:
            return self.get_response(request)
        account = request.user
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


def _first_word(request: HttpRequest) -> str:
    return request.path.strip("/").split("/", 1)[0]
