from datetime import date
from typing import Any

import pytest
from pytest_django.asserts import assertInHTML

from tests.ui.forms import Every
from tests.ui.pages import drawn, words


def field(name: str, form: Every | None = None, options: str = "") -> str:
    return drawn(f"{{% nhs_field form.{name} {options} %}}", form=form or Every())


def posted(**answers: Any) -> Every:
    return Every(answers)


@pytest.mark.parametrize(
    ("name", "mark"),
    [
        ("title", '<input class="nhsuk-input" id="id_title" name="title" type="text"'),
        ("why", 'data-module="nhsuk-character-count" data-maxlength="200"'),
        ("notes", '<textarea class="nhsuk-textarea" id="id_notes" name="notes" rows="3"'),
        ("unit", '<select class="nhsuk-select" id="id_unit" name="unit"'),
        ("strength", 'id="id_strength" name="strength" type="radio" value="direct"'),
        ("people", 'id="id_people-2" name="people" type="checkbox" value="b"'),
        ("is_ready", 'id="id_is_ready" name="is_ready" type="checkbox"'),
        ("due", 'id="id_due_1" name="due_1" type="text"'),
        ("paper", 'type="file"'),
        ("secret", 'type="password"'),
        ("email", 'type="email"'),
    ],
)
def test_each_kind_of_field_becomes_its_nhs_component(name: str, mark: str) -> None:
    assert mark in " ".join(field(name).split())


def test_a_hidden_field_is_only_its_input() -> None:
    html = field("version", Every(initial={"version": 4}))

    assertInHTML('<input type="hidden" name="version" value="4" id="id_version">', html)
    assert "nhsuk" not in html


def test_a_field_in_a_form_looks_the_same_whichever_way_it_is_asked_for() -> None:
    form = Every()

    assert str(form["title"].as_field_group()).strip() == field("title", form).strip()


def test_hint_and_error_are_tied_to_the_input() -> None:
    html = field("title", posted(title=""))

    assert 'aria-describedby="id_title-hint id_title-error"' in html
    assert 'aria-invalid="true"' in html
    assert "Error: Enter a title" in words(html)


def test_what_was_typed_comes_back() -> None:
    form = posted(
        title='5 > 4 "yes"', notes="a\n\nb", unit="8", strength="part", people=["b"], is_ready="on"
    )

    assert "value='5 &gt; 4 &#34;yes&#34;'" in field("title", form) or (
        'value="5 &gt; 4 &#34;yes&#34;"' in field("title", form)
    )
    assert ">a\n\nb</textarea>" in field("notes", form)
    assert '<option value="8" selected>' in field("unit", form)
    assert 'value="part" checked' in field("strength", form)
    assert 'value="direct" checked' not in field("strength", form)
    assert 'value="b" checked' in field("people", form)
    assert " checked" in field("is_ready", form)


def test_a_password_does_not_come_back() -> None:
    assert "hunter2" not in field("secret", posted(secret="hunter2"))


def test_no_answer_is_chosen_beforehand() -> None:
    assert " checked" not in field("strength") + field("people") + field("is_ready")


def test_only_what_may_be_left_out_is_marked() -> None:
    assert "Why (optional)" in words(field("why"))
    assert "optional" not in words(field("title")) + words(field("is_ready"))
    assert "optional" not in words(field("why", options="mark_optional=False"))


def test_a_choice_may_carry_a_hint() -> None:
    html = field("strength")

    assert "Most of it" in words(html)
    assert 'aria-describedby="id_strength-item-hint"' in html


def test_a_choice_in_a_group_says_the_group() -> None:
    assert "Wards: Ward 8" in words(field("unit"))


def test_options_on_the_spot_win() -> None:
    html = field("title", options="label__isPageHeading=True label__size='l' width=10")

    assert "<h1" in html and "nhsuk-input--width-10" in html


def test_an_attribute_cannot_break_out() -> None:
    html = field("email")

    assert "<b>" not in html and "&lt;b&gt;" in html


def test_no_id_stands_twice_in_a_group() -> None:
    html = field("strength", posted()) + field("people", posted()) + field("due", posted())
    ids = [piece.split('"')[0] for piece in html.split(' id="')[1:]]

    assert len(ids) == len(set(ids))


def test_a_date_is_shown_in_its_three_boxes() -> None:
    html = field("due", Every(initial={"due": date(2027, 3, 31)}))

    for index, value in enumerate(["31", "3", "2027"]):
        assert f'name="due_{index}" type="text" value="{value}"' in html


def test_the_summary_lists_every_error_and_leads_to_each_control() -> None:
    form = posted(title="")
    form.add_error(None, "This cycle is closed")

    html = drawn("{% nhs_errors form %}", form=form)

    assert "There is a problem" in words(html)
    for href in ["#id_title", "#id_strength", "#id_due_0"]:
        assert f'href="{href}"' in html
    assert "This cycle is closed" in words(html) and "Reload" in words(html)


def test_a_form_without_errors_has_no_summary() -> None:
    assert drawn("{% nhs_errors form %}", form=Every()) == ""
