"""A page with one form: shown, sent back with what to put right, or beside what others saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import HttpResponse, QueryDict

from people.http import PersonRequest
from people.refusals import Refused
from ui.http import CONFLICT, INVALID, page_or_fragment
from ui.parts import StaleSave


@dataclass(frozen=True, kw_only=True)
class FormPage:
    """The words round a form, and where its back link leads."""

    heading: str
    back_url: str
    back_text: str
    button: str = "Save"
    caption: str = ""
    lead: str = ""
    page: str = "people/form.html"
    fragment: str = "people/_form.html"
    more: dict[str, Any] = field(default_factory=dict)


def posted(request: PersonRequest) -> QueryDict | None:
    """What a form is bound to: what was sent, or nothing while it is only being read."""
    return request.POST if request.method == "POST" else None


def show_form(
    request: PersonRequest, form: forms.Form, about: FormPage, *, stale: StaleSave | None = None
) -> HttpResponse:
    """The whole page to a browser, the form alone to htmx; 422 or 409 when it came back."""
    status = CONFLICT if stale else INVALID if form.is_bound and form.errors else 200
    return page_or_fragment(
        request,
        page=about.page,
        fragment=about.fragment,
        context={"form": form, "about": about, "stale": stale, **about.more},
        status=status,
    )


def say_refusal(form: forms.Form, refusal: Refused) -> None:
    """The refusal stands at the field it is about, or above the whole form."""
    form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
