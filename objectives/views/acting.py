"""A page with one act: the form, the service, the refusal in words, where it leads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from objectives import services
from objectives.models import ContributionLink, Objective
from objectives.queries.seen import links_visible_to, objectives_visible_to
from people.addresses import address
from people.form_pages import FormPage, say_refusal, show_form
from people.http import PersonRequest
from ui import notices

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True, kw_only=True)
class Act:
    """What is done with a good form, what is said then, and where it leads."""

    do: Callable[[Mapping[str, Any]], object]
    said: str
    to: str


def act(request: PersonRequest, form: forms.Form, about: FormPage, done: Act) -> HttpResponse:
    """Does it, or shows the form: with what to put right where there is something."""
    if form.is_valid():
        try:
            done.do(form.cleaned_data)
        except services.NotTheirs:
            raise PermissionDenied from None
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, done.said)
            return redirect(done.to)
    return show_form(request, form, about)


def only_if(allowed: bool) -> None:
    """What is seen but not theirs to do is forbidden, not missing."""
    if not allowed:
        raise PermissionDenied


def objective_seen(request: PersonRequest, objective_id: int) -> Objective:
    found: Objective = get_object_or_404(objectives_visible_to(request.standing), pk=objective_id)
    return found


def link_seen(request: PersonRequest, link_id: int) -> ContributionLink:
    found: ContributionLink = get_object_or_404(links_visible_to(request.standing), pk=link_id)
    return found


def about_objective(objective: Objective, *, heading: str, **more: Any) -> FormPage:
    """The frame of a page about one objective, with the way back to it."""
    return FormPage(
        heading=heading,
        caption=title_of(objective),
        back_url=address("objectives:objective", objective.pk),
        back_text="The objective",
        **more,
    )


def title_of(objective: Objective) -> str:
    return objective.current.title if objective.current else objective.ref
