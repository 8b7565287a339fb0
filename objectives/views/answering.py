"""Answers: to an objective's words, to a link, to a question or a wish from the other side."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from objectives import services
from objectives.forms import AnswerForm, LinkAnswerForm, MessageForm
from objectives.models import Agreement, Objective
from objectives.queries.load import load_before_yes
from objectives.queries.objective import objective_page
from objectives.queries.objective.links import may_on_link
from objectives.queries.objective.sides import may_on
from objectives.queries.parts import priorities_in_force, served
from objectives.queries.sides import sides_of
from objectives.views.acting import (
    Act,
    about_objective,
    act,
    link_seen,
    objective_seen,
    only_if,
    read_or_send,
    title_of,
)
from people.addresses import address
from people.form_pages import posted, say_refusal
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices
from ui.http import CONFLICT, INVALID, page_or_fragment

ACCEPTED = "You accepted it for {side}."
CONCERNED = "You accepted it for {side}, with a concern that goes up with it."
CHALLENGED = "{other} will read what you would like to talk about."
DECLINED = "You said no for {side}. They are asked for new words."


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def answer(request: PersonRequest, objective_id: int) -> HttpResponse:
    """The one thing to answer, on a page of its own: yes, or no with a reason."""
    found = objective_seen(request, objective_id)
    party = may_on(found, standing=request.standing).answer_for
    if not party:
        return _nothing_to_answer(request, found)
    form = AnswerForm(posted(request), initial={"number": found.current and found.current.number})
    has_changed = False
    if form.is_valid():
        try:
            said = _say(request, found, party, form)
        except services.WordsChanged:
            has_changed, found = True, objective_seen(request, objective_id)
            form = AnswerForm(initial={"number": found.current and found.current.number})
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, said)
            return redirect(address("objectives:objective", found.pk))
    context = {
        "form": form,
        "page": objective_page(found, standing=request.standing),
        "side": sides_of(found).of(party),
        "load": load_before_yes(found, party),
        "has_changed": has_changed,
    }
    status = CONFLICT if has_changed else INVALID if form.errors else 200
    return page_or_fragment(
        request,
        page="objectives/answer.html",
        fragment="objectives/_answer.html",
        context=context,
        status=status,
    )


def _nothing_to_answer(request: PersonRequest, objective: Objective) -> HttpResponse:
    """A letter's link leads here after somebody else has answered: say so on the objective."""
    only_if(request.method != "POST")
    return redirect(address("objectives:objective", objective.pk))


def _say(request: PersonRequest, objective: Objective, party: str, form: AnswerForm) -> str:
    sides, note = sides_of(objective), form.cleaned_data["note"]
    side, other = sides.of(party), sides.other(party)
    name, across = side.name if side else "", other.name if other else "The other side"
    common: dict[str, Any] = {
        "objective": objective,
        "party": party,
        "number": form.cleaned_data["number"] or 0,
        "by": request.person,
        "standing": request.standing,
        "now": timezone.now(),
    }
    match form.cleaned_data["response"]:
        case Agreement.Response.ACCEPT:
            services.accept(**common)
            return ACCEPTED.format(side=name)
        case Agreement.Response.CONCERN:
            services.accept(concern=note, **common)
            return CONCERNED.format(side=name)
        case Agreement.Response.CHALLENGE:
            services.challenge(note=note, **common)
            return CHALLENGED.format(other=across)
    services.decline(note=note, **common)
    return DECLINED.format(side=name)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def say(request: PersonRequest, objective_id: int) -> HttpResponse:
    """A message to both sides, from the objective's page or, after a mistake, one of its own."""
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).talk or request.method == "POST")
    there = address("objectives:objective", found.pk) + "#conversation"
    return act(
        request,
        MessageForm(posted(request)),
        about_objective(found, heading="Say something about it", button="Send"),
        Act(
            do=lambda kept: services.send_message(
                objective=found,
                words=kept["words"],
                by=request.person,
                standing=request.standing,
                now=timezone.now(),
            ),
            said="Your message is sent.",
            to=there,
        ),
    )


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def answer_link(request: PersonRequest, link_id: int) -> HttpResponse:
    """Whether an objective serves what it says it serves: yes, or no with a reason."""
    link = link_seen(request, link_id)
    child = link.child
    if request.method != "POST":
        only_if(may_on_link(link, standing=request.standing).answer)
    form = LinkAnswerForm(posted(request))
    other = served(link, standing=request.standing, priorities=priorities_in_force())
    about = about_objective(
        child,
        heading="Does it serve this?",
        page="objectives/answer_link.html",
        fragment="objectives/_answer_link.html",
        more={"link": link, "other": other, "child_title": title_of(child)},
    )

    def do(kept: Mapping[str, Any]) -> object:
        return services.answer_link(
            link=link,
            is_accepted=form.is_accepted,
            reason=kept["note"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        )

    return act(
        request,
        form,
        about,
        Act(do=do, said="Your answer is kept.", to=_back_from_link(request, child)),
    )


def _back_from_link(request: PersonRequest, child: Objective) -> str:
    """To the list of what to look at again, for whoever works through that."""
    if request.POST.get("from") == "agreement":
        return address("objectives:agreement") + "#drift"
    return address("objectives:objective", child.pk)
