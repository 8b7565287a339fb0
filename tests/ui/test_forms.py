from django import forms

from ui.forms import CreatingForm, EditingForm


class Rename(EditingForm):
    name = forms.CharField()


def test_two_new_forms_carry_two_keys() -> None:
    keys = {CreatingForm()["idempotency_key"].value() for _ in range(2)}

    assert len(keys) == 2


def test_a_form_sent_back_keeps_its_key() -> None:
    key = "6a3f0f4e-6e7f-4d53-9d0a-4f6f5f1a0c11"

    assert f'value="{key}"' in str(CreatingForm({"idempotency_key": key})["idempotency_key"])


def test_a_missing_or_made_up_version_says_what_to_do() -> None:
    for wrong in ["", "x", "-1", "1e9"]:
        form = Rename({"name": "A", "version": wrong})

        assert form.errors["version"] == ["This page was out of date. Open it again, then save"]


def test_after_a_stale_save_the_next_one_starts_from_the_newest() -> None:
    form = Rename({"name": "Mine", "version": "3"})

    form.start_from(9)

    assert 'value="9"' in str(form["version"])
    assert form["name"].value() == "Mine"
