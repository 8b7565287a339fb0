from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy

from tests.ui.pages import drawn, words
from ui.macros import merged, nested, render_macro


def test_a_component_is_drawn_with_the_options_the_nhs_gives_it() -> None:
    html = drawn("{% nhsuk 'button' text='Save' preventDoubleClick=True %}")

    assert 'data-prevent-double-click="true"' in html
    assert words(html) == "Save"


def test_a_name_may_be_written_as_its_folder_or_as_its_macro() -> None:
    assert render_macro("backLink", {"text": "Back"}) == render_macro("back-link", {"text": "Back"})
    assert "<table" in render_macro("tables", {"rows": [[{"text": "1"}]]})


def test_options_nest_and_attributes_get_their_hyphens() -> None:
    options = {"a__b": 1, "a__c__d": 2, "attributes__hx_get": "/x/"}

    assert nested(options) == {"a": {"b": 1, "c": {"d": 2}}, "attributes": {"hx-get": "/x/"}}


def test_options_on_the_spot_win_level_by_level() -> None:
    assert merged({"label": {"text": "A", "size": "s"}}, {"label": {"size": "l"}}) == {
        "label": {"text": "A", "size": "l"}
    }


def test_what_a_person_typed_is_never_mark_up() -> None:
    html = drawn("{% nhsuk 'button' text=said html='' %}", said="<script>alert(1)</script>")
    sneaky = drawn("{% nhsuk 'insetText' html=said %}", said="<img src=x onerror=alert(1)>")

    assert "<script" not in html and "&lt;script" in html
    assert "<img" not in sneaky


def test_mark_up_made_here_stays_mark_up_where_it_is_asked_for() -> None:
    assert "<b>Now</b>" in render_macro("insetText", {"html": mark_safe("<b>Now</b>")})
    assert "&lt;b&gt;" in render_macro("button", {"text": mark_safe("<b>Now</b>")})


def test_a_translation_made_late_is_text_like_any_other() -> None:
    html = render_macro("input", {"id": "x", "name": "x", "label": gettext_lazy("Name")})

    assert words(html) == "Name"
