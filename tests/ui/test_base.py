import json
import re
from typing import Any

import pytest
from django.template.loader import render_to_string

from tests.ui.pages import asked, drawn_for, words
from ui.chrome import DemoBar, DemoRole, FooterLink, Masthead, MenuItem
from ui.http import HtmxRequest

PAGE = (
    '{% extends "base.html" %}{% block title %}Teams{% endblock %}'
    "{% block main %}<h1>Teams</h1>{% endblock %}"
)


@pytest.fixture
def request_with_everything() -> HtmxRequest:
    request: Any = asked("/nv/teams/")
    request.masthead = Masthead(
        organisation_name="Northvale & District",
        home_url="/nv/",
        account_name="Amina Okafor",
        account_url="/nv/me/",
        sign_out_url="/sign-out/",
    )
    request.navigation = [MenuItem(label="Teams", href="/nv/teams/")]
    request.footer_links = [FooterLink(label="Accessibility statement", href="/accessibility/")]
    request.demo_bar = DemoBar(
        text="Nothing here is real.", action="/as/", roles=[DemoRole(label="Lead", value="lead")]
    )
    return request  # type: ignore[no-any-return]


def test_every_page_says_whose_it_is_and_who_is_signed_in(
    request_with_everything: HtmxRequest,
) -> None:
    html = drawn_for(request_with_everything, PAGE)

    assert "Northvale &amp; District" in html
    assert "Amina Okafor" in words(html)
    assert '<form class="nhsuk-header__account-form" method="post" action="/sign-out/">' in html
    assert 'href="/nv/teams/" aria-current="page"' in html
    assert "Accessibility statement" in words(html)
    assert "<title>Teams - Throughline</title>" in html


def test_the_demonstration_says_so_and_lets_a_person_be_anybody(
    request_with_everything: HtmxRequest,
) -> None:
    html = drawn_for(request_with_everything, PAGE)

    assert "Demonstration. Nothing here is real." in words(html)
    assert 'name="role" value="lead"' in html


def test_what_is_not_set_is_not_shown() -> None:
    html = drawn_for(asked(), PAGE)

    for absent in ["app-demo-bar", "header__search", "header__account", "header__navigation"]:
        assert absent not in html


def test_search_is_there_once_it_leads_somewhere() -> None:
    request: Any = asked()
    request.search_url = "/nv/search/"

    assert 'action="/nv/search/" method="get"' in drawn_for(request, PAGE)


def test_a_title_says_error_first_when_the_form_has_errors() -> None:
    class Form:
        errors = {"title": ["Enter a title"]}

    html = drawn_for(asked(), PAGE, form=Form())

    assert "<title>Error: Teams - Throughline</title>" in html


def test_htmx_shows_refusals_and_leaves_nothing_behind() -> None:
    html = drawn_for(asked(), PAGE)
    config = json.loads(re.findall(r"name=\"htmx-config\" content='(.*?)'", html)[0])
    shown = [rule["code"] for rule in config["responseHandling"] if rule["swap"]]

    assert shown == ["[23]..", "(409|422|503)"]
    assert config["historyCacheSize"] == 0
    assert not config["allowEval"] and not config["includeIndicatorStyles"]
    assert config["selfRequestsOnly"] and not config["allowScriptTags"]


def test_the_csrf_token_travels_with_every_htmx_request() -> None:
    assert re.search(
        r"<body hx-headers='\{\"x-csrftoken\": \"\w{64}\"\}'>", drawn_for(asked(), PAGE)
    )


@pytest.mark.parametrize("code", ["500", "503", "403_csrf"])
def test_a_page_for_bad_moments_needs_nothing_to_be_drawn(code: str) -> None:
    html = render_to_string(f"{code}.html")

    assert "<h1>" in html


@pytest.mark.parametrize("code", ["400", "403", "404"])
def test_a_refusal_says_what_to_do_inside_the_usual_page(code: str) -> None:
    html = render_to_string(f"{code}.html", {}, asked())

    assert "nhsuk-header" in html and "<h1>" in html


def test_no_page_carries_a_style_or_a_script_of_its_own(
    request_with_everything: HtmxRequest,
) -> None:
    html = drawn_for(request_with_everything, PAGE)

    assert "style=" not in html and "<style" not in html and " onclick" not in html
    assert re.findall(r"<script(?![^>]*\ssrc=)[^>]*>", html) == []
