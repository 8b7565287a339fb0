from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from pytest_django.fixtures import Settings

from tests.ui.pages import asked
from ui.middleware import HtmxRedirectMiddleware, PrivacyHeadersMiddleware

HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def sign_in_page(settings: Settings) -> None:
    settings.LOGIN_URL = "/sign-in/"


def answering(response: HttpResponse) -> Callable[[HttpRequest], HttpResponse]:
    return lambda request: response


def test_a_redirect_answers_the_whole_window_for_htmx() -> None:
    moved = HttpResponseRedirect("/next/")
    moved.set_cookie("messages", "kept")

    answer = HtmxRedirectMiddleware(answering(moved))(asked(headers=HTMX))

    assert (answer.status_code, answer["HX-Redirect"]) == (200, "/next/")
    assert "Location" not in answer
    assert answer.cookies["messages"].value == "kept"


def test_a_browser_is_redirected_as_usual() -> None:
    answer = HtmxRedirectMiddleware(answering(HttpResponseRedirect("/next/")))(asked())

    assert (answer.status_code, answer["Location"]) == (302, "/next/")


def test_a_signed_out_person_comes_back_to_the_page_and_not_to_its_piece() -> None:
    to_sign_in = HttpResponseRedirect("/sign-in/?next=/run/7/progress/")
    headers = HTMX | {"HX-Current-URL": "http://testserver/coverage/?gaps=1"}

    answer = HtmxRedirectMiddleware(answering(to_sign_in))(asked(headers=headers))

    assert answer.status_code == 401
    assert answer["HX-Redirect"] == "/sign-in/?next=/coverage/%3Fgaps%3D1"


@pytest.mark.parametrize("page", ["https://evil.example/x", "http://testserver//evil.example/"])
def test_a_page_elsewhere_is_not_where_a_person_comes_back_to(page: str) -> None:
    to_sign_in = HttpResponseRedirect("/sign-in/?next=/run/7/")

    answer = HtmxRedirectMiddleware(answering(to_sign_in))(
        asked(headers=HTMX | {"HX-Current-URL": page})
    )

    assert answer["HX-Redirect"] == "/sign-in/?next=/run/7/"


def test_nothing_stays_in_the_browsers_store() -> None:
    answer = PrivacyHeadersMiddleware(answering(HttpResponse("x")))(asked())

    assert "no-store" in answer["Cache-Control"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


def test_an_answer_that_may_be_kept_says_so_itself() -> None:
    style_sheet = HttpResponse("x", headers={"Cache-Control": "max-age=315360000, immutable"})

    answer = PrivacyHeadersMiddleware(answering(style_sheet))(asked())

    assert answer["Cache-Control"] == "max-age=315360000, immutable"
