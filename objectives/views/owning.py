"""Who decides, who owns it together, and going ahead where nobody agrees."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from objectives import services
from objectives.forms import ConfirmForm, ReasonForm, ShareForm, StandBehindForm
from objectives.queries.consent import may_stand_behind
from objectives.queries.objective.sides import may_on
from objectives.queries.seen import units_open
from objectives.views.acting import (
    Act,
    about_objective,
    act,
    objective_seen,
    only_if,
    read_or_send,
)
from people.addresses import address
from people.form_pages import posted
from people.http import PersonRequest, creates_once, needs
from people.policy import Action


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def ask_team(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).write)
    done = Act(
        do=lambda _: services.ask_team(
            objective=found, by=request.person, standing=request.standing, now=timezone.now()
        ),
        said="Everybody in the team is asked. Each answers alone.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(
        found,
        heading="Let the whole team decide",
        lead=f"Everybody in {found.unit.name} is asked whether they can stand behind these words. "
        "It is agreed for the team when at least half have answered and three quarters of them "
        "say yes. Nobody reads what one person answered.",
        button="Ask the team",
    )
    return act(request, ConfirmForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def let_lead_decide(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).write)
    done = Act(
        do=lambda _: services.let_lead_decide(
            objective=found, by=request.person, standing=request.standing, now=timezone.now()
        ),
        said="The team’s lead decides.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(found, heading="Let the lead decide", button="The lead decides")
    return act(request, ConfirmForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def stand_behind(request: PersonRequest, objective_id: int) -> HttpResponse:
    """A member's own answer."""
    found = objective_seen(request, objective_id)
    only_if(may_stand_behind(found, person_id=request.person.pk) or request.method == "POST")
    done = Act(
        do=lambda kept: services.answer_for_oneself(
            objective=found, response=kept["response"], by=request.person, now=timezone.now()
        ),
        said="Your answer is kept. Nobody else reads it.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(
        found,
        heading="Can you stand behind this?",
        lead="Your team decides together. Only whether enough of you agree is shown, never what "
        "one person answered.",
        button="Give my answer",
    )
    return act(request, StandBehindForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def share_with(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).write)
    done = Act(
        do=lambda kept: services.share_with(
            objective=found,
            unit=kept["unit"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="They own it with you, once they accept the words.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(
        found,
        heading="Own it together with another team",
        lead="Each team that owns it must accept the same words.",
        button="Own it together",
    )
    return act(request, ShareForm(posted(request), but_not=found.unit_id), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def own_alone(request: PersonRequest, objective_id: int, unit_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).write)
    unit = get_object_or_404(units_open(), pk=unit_id)
    done = Act(
        do=lambda _: services.own_alone(
            objective=found,
            unit=unit,
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said=f"{unit.name} no longer owns it with you.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(
        found, heading=f"Stop owning it with {unit.name}", button="Stop owning it together"
    )
    return act(request, ConfirmForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def go_ahead(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).speaks_for_parent)
    done = Act(
        do=lambda kept: services.go_ahead(
            objective=found,
            reason=kept["reason"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="It goes ahead without agreement. Everybody sees that, and why.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(
        found,
        heading="Go ahead without agreement",
        lead="It does not become agreed. Its page says that it went ahead and why, and the Board "
        "sees how often that happens.",
        button="Go ahead without agreement",
    )
    return act(request, ReasonForm(posted(request), label="Why can it not wait?"), about, done)
