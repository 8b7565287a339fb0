"""How every view answers: a whole page to a browser, a fragment to htmx."""

from collections.abc import Mapping
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

INVALID = 422  # the form came back with errors
CONFLICT = 409  # somebody else saved first; the page shows both texts
# base.html tells htmx to swap both: left alone it drops every answer of 400 and above.

VARIES_ON = ["HX-Request", "HX-Boosted", "HX-History-Restore-Request"]


class HtmxRequest(HttpRequest):
    htmx: HtmxDetails


def wants_fragment(request: HtmxRequest) -> bool:
    htmx = request.htmx
    return bool(htmx) and not htmx.boosted and not htmx.history_restore_request


def page_or_fragment(
    request: HtmxRequest, *, page: str, fragment: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """Answer a read, or a form sent back: same context, so both always agree."""
    template = fragment if wants_fragment(request) else page
    response = render(request, template, dict(context), status=status)
    patch_vary_headers(response, VARIES_ON)
    return response


def redirect_or_fragment(
    request: HtmxRequest, *, to: str, fragment: str, context: Mapping[str, Any]
) -> HttpResponse:
    """Answer a finished write: a browser moves on (reload is safe), htmx gets the changed piece."""
    if not wants_fragment(request):
        return redirect(to)
    response = render(request, fragment, dict(context))
    if len(get_messages(request)):
        response.write(render_to_string("components/notices.html", {"is_swapped": True}, request))
    return response


def safe_redirect(request: HtmxRequest, *, to: str | None, otherwise: str) -> HttpResponse:
    """Go where an address from outside says, but never off this site."""
    safe_to = to if to and is_own_address(request, to) else otherwise
    if wants_fragment(request):
        return HttpResponseClientRedirect(safe_to)
    return redirect(safe_to)


def is_own_address(request: HttpRequest, address: str) -> bool:
    """True when a browser that follows the address stays on this site."""
    return url_has_allowed_host_and_scheme(
        address, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
