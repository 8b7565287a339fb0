"""How these tests draw a template, and read what came out."""

from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from django.http import HttpRequest
from django.template import Context, RequestContext, Template
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from ui.http import HtmxRequest


def drawn(source: str, **context: Any) -> str:
    return Template(source).render(Context(context))


def drawn_for(request: HttpRequest, source: str, **context: Any) -> str:
    return Template(source).render(RequestContext(request, context))


def asked(path: str = "/", headers: Mapping[str, str] | None = None) -> HtmxRequest:
    """A request as it reaches a view, with what htmx says about itself."""
    request = RequestFactory().get(path, headers=dict(headers or {}))
    htmx_request: Any = request
    htmx_request.htmx = HtmxDetails(request)
    return htmx_request  # type: ignore[no-any-return]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def words(html: str) -> str:
    """What a person reads, on one line."""
    parser = _Words()
    parser.feed(html)
    return " ".join(" ".join(parser.found).split())
