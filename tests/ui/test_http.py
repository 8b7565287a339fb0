import pytest
from django.contrib.messages.storage.base import BaseStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore

from tests.ui.pages import asked
from ui import notices
from ui.http import HtmxRequest, redirect_or_fragment, safe_redirect, wants_fragment

HTMX = {"HX-Request": "true"}


def with_notices(request: HtmxRequest) -> BaseStorage:
    request.session = SessionStore()
    storage = FallbackStorage(request)
    request._messages = storage  # type: ignore[attr-defined]
    return storage


def test_a_browser_gets_the_page_and_htmx_the_fragment() -> None:
    assert not wants_fragment(asked())
    assert wants_fragment(asked(headers=HTMX))


@pytest.mark.parametrize("header", ["HX-Boosted", "HX-History-Restore-Request"])
def test_boosted_and_history_requests_get_the_page(header: str) -> None:
    assert not wants_fragment(asked(headers=HTMX | {header: "true"}))


def test_a_finished_write_moves_a_browser_on() -> None:
    response = redirect_or_fragment(asked(), to="/done/", fragment="400.html", context={})

    assert (response.status_code, response["Location"]) == (302, "/done/")


def test_a_finished_write_brings_its_notice_along_with_the_fragment() -> None:
    request = asked(headers=HTMX)
    with_notices(request)
    notices.success(request, "Saved <it>.", undo_url="/undo/7/")

    response = redirect_or_fragment(
        request, to="/done/", fragment="components/request_failed.html", context={}
    )

    html = response.content.decode()
    assert 'id="notices" hx-swap-oob="true"' in html
    assert "Saved &lt;it&gt;." in html
    assert 'action="/undo/7/"' in html


def test_a_fragment_without_news_carries_no_banner() -> None:
    request = asked(headers=HTMX)
    with_notices(request)

    response = redirect_or_fragment(
        request, to="/done/", fragment="components/request_failed.html", context={}
    )

    assert b"notices" not in response.content


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "http:evil.example",
        "https://testserver@evil.example/",
        " //evil.example",
        "ht\ntps://evil.example",
        "",
        None,
    ],
)
def test_an_address_from_outside_never_leads_off_the_site(elsewhere: str | None) -> None:
    browser = safe_redirect(asked(), to=elsewhere, otherwise="/home/")
    htmx = safe_redirect(asked(headers=HTMX), to=elsewhere, otherwise="/home/")

    assert browser["Location"] == "/home/"
    assert htmx["HX-Redirect"] == "/home/"


def test_an_address_on_this_site_is_followed() -> None:
    assert safe_redirect(asked(), to="/next/?a=1", otherwise="/")["Location"] == "/next/?a=1"
