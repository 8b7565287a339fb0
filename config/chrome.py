"""What stands round every page: the menu, whose organisation it is, who is signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from people.addresses import address
from ui.chrome import FooterLink, Masthead, MenuItem

MENU = (
    ("Home", "objectives:home"),
    ("Strategy", "strategy:strategy"),
    ("Objectives", "objectives:objectives"),
    ("Teams", "objectives:teams"),
    ("Coverage", "reports:coverage"),
    ("Organisation", "people:organisation"),
)


class ChromeMiddleware:
    """Fills in the page's frame; inside an organisation with its menu."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self._frame(cast(Any, request))
        return self.get_response(request)

    def _frame(self, request: Any) -> None:
        organisation = getattr(request, "organisation", None)
        if organisation is not None:
            items = [MenuItem(label=label, href=address(name)) for label, name in MENU]
            request.navigation = items
            request.search_url = address("people:search")
            request.masthead = Masthead(
                organisation_name=organisation.name,
                home_url=address("objectives:home"),
                account_name=request.person.name,
                account_url=reverse("entrance:account"),
                sign_out_url=reverse("account_logout"),
            )
        elif not request.path.startswith("/health/") and request.user.is_authenticated:
            request.masthead = Masthead(
                organisation_name="",
                home_url=reverse("entrance:landing"),
                account_name=request.user.email,
                account_url=reverse("entrance:account"),
                sign_out_url=reverse("account_logout"),
            )
        request.footer_links = [
            FooterLink(label="Accessibility", href=reverse("accessibility")),
            FooterLink(label="Privacy", href=reverse("privacy")),
        ]
