"""A level above takes up what a team began, and the team says whether its own serves it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from objectives import services
from objectives.forms.adopting import AdoptForm, JoinForm
from objectives.queries.adopting import units_that_may_adopt
from objectives.queries.sides import may_answer, sides_of
from objectives.services import adopting
from objectives.views.acting import (
    Act,
    about_objective,
    act,
    objective_seen,
    only_if,
    read_or_send,
    title_of,
)
from people.addresses import address
from people.form_pages import posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def adopt(request: PersonRequest, objective_id: int) -> HttpResponse:
    """Take it up as one's own level's, with credit to the team."""
    found = objective_seen(request, objective_id)
    units = units_that_may_adopt(found, standing=request.standing)
    only_if(bool(units))
    begun = {"unit": str(units[0].pk) if len(units) == 1 else ""}
    form = AdoptForm(posted(request), units=units, initial=begun)
    about = about_objective(
        found,
        heading="Take this up as your own",
        lead=f"You get a draft with {found.unit.name}’s words. Change what your level must say "
        f"otherwise, then propose it. Both pages say that it began with {found.unit.name}, and "
        "the team is asked whether its own serves yours.",
        button="Make a draft of it",
    )
    if form.is_valid():
        try:
            draft = adopting.adopt(
                objective=found,
                unit=form.cleaned_data["unit"],
                by=request.person,
                standing=request.standing,
                now=timezone.now(),
            )
        except services.NotTheirs:
            raise PermissionDenied from None
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, f"Your draft is ready. It began with {found.unit.name}.")
            return redirect(address("objectives:objective", draft.pk))
    return show_form(request, form, about)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def join(request: PersonRequest, objective_id: int) -> HttpResponse:
    """The team's answer to what was made of its objective."""
    adopted = objective_seen(request, objective_id)
    began = adopted.adopted_from
    only_if(began is not None and may_answer(request.standing, sides_of(began).owner))
    done = Act(
        do=lambda kept: adopting.join_what_it_became(
            adopted=adopted,
            is_joined=kept["answer"] == "yes",
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="Your answer is kept. The credit stays with you either way.",
        to=address("objectives:objective", adopted.pk),
    )
    name = title_of(began) if began else ""
    about = about_objective(
        adopted,
        heading=f"{adopted.unit.name} made your objective its own",
        lead=f"It began with yours: “{name}”. If yours is part of theirs now, both pages show it.",
        button="Give our answer",
    )
    return act(request, JoinForm(posted(request)), about, done)
