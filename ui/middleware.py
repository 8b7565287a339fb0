"""What every answer carries, and how a redirect reaches htmx."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRedirect

from ui.http import HtmxRequest, is_own_address

View = Callable[[HttpRequest], HttpResponse]

UNAUTHENTICATED = 401


class PrivacyHeadersMiddleware:
    """Nothing a person saw stays in a browser's store, unless an answer says that it may."""

    HEADERS = {
        "Cache-Control": "no-store, private",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in self.HEADERS.items():
            response.headers.setdefault(name, value)
        return response


class HtmxRedirectMiddleware:
    """A redirect answers the whole window, so a sign-in page never lands inside a table row."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HtmxRequest) -> HttpResponse:
        response = self.get_response(request)
        if not request.htmx or not isinstance(response, HttpResponseRedirectBase):
            return response
        answer = HttpResponseClientRedirect(self._address(request, response.url))
        if _is_sign_in(response.url):
            answer.status_code = UNAUTHENTICATED
        _keep_what_came_with(response, answer)
        return answer

    def _address(self, request: HtmxRequest, to: str) -> str:
        """After sign-in a person returns to the page they were on, not to a piece of it."""
        page = request.htmx.current_url_abs_path
        if not _is_sign_in(to) or not page or not is_own_address(request, page):
            return to
        parts = urlsplit(to)
        query = dict(parse_qsl(parts.query)) | {REDIRECT_FIELD_NAME: page}
        return parts._replace(query=urlencode(query, safe="/")).geturl()


def _is_sign_in(address: str) -> bool:
    return urlsplit(address).path == urlsplit(resolve_url(settings.LOGIN_URL)).path


def _keep_what_came_with(response: HttpResponse, answer: HttpResponse) -> None:
    answer.cookies = response.cookies
    for name, value in response.items():
        if name not in ("Location", "Content-Type", "Content-Length"):
            answer.headers.setdefault(name, value)
