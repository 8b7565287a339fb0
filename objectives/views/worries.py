"""What worries a team about trying something, asked in private and answered."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives.forms import ConfirmForm
from objectives.forms.worries import WorriesForm, WorryRepliesForm
from objectives.models import Objective, WorryRound
from objectives.queries import worries as worry_queries
from objectives.services import worrying
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
from people.form_pages import posted
from people.http import PersonRequest, creates_once, needs
from people.policy import Action


def _seen(request: PersonRequest, objective_id: int) -> Objective:
    """It stays between the team and the two sides."""
    found = objective_seen(request, objective_id)
    only_if(worry_queries.may_read(found, standing=request.standing))
    return found


def _round(found: Objective) -> WorryRound:
    asked = worry_queries.newest_round_of(found)
    if asked is None:
        raise Http404
    return asked


@require_safe
@needs(Action.SEE_OBJECTIVES)
def worries(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = _seen(request, objective_id)
    page = worry_queries.worry_page(found, standing=request.standing)
    context = {"page": page, "objective_id": found.pk, "title": title_of(found)}
    return render(request, "objectives/worries.html", context)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def open_worries(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = _seen(request, objective_id)
    page = worry_queries.worry_page(found, standing=request.standing)
    only_if(page.may_open or request.method == "POST")
    done = Act(
        do=lambda _: worrying.open_worries(
            objective=found, by=request.person, standing=request.standing, now=timezone.now()
        ),
        said="The team is asked. Nothing is shown before you end the round.",
        to=address("objectives:worries", found.pk),
    )
    about = about_objective(
        found,
        heading="Ask the team what worries them",
        lead=f"Everybody in {found.unit.name} may choose from a short list, in private. Nothing is "
        f"shown while they answer. When you end the round, a worry goes up only if at least "
        f"{request.organisation.small_group_floor} people answered and enough of them named it; "
        "the side it serves then answers it.",
        button="Ask the team",
    )
    return act(request, ConfirmForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def say_worries(request: PersonRequest, objective_id: int) -> HttpResponse:
    """A member's own answer; nobody else reads it."""
    found = _seen(request, objective_id)
    asked = _round(found)
    only_if(request.person.pk in worry_queries.members_of(asked.unit_id))
    done = Act(
        do=lambda kept: worrying.say_worries(
            asked=asked, themes=kept["themes"], by=request.person, now=timezone.now()
        ),
        said="Your answer is kept. Nobody else reads it, and you can change it until the end.",
        to=address("objectives:worries", found.pk),
    )
    about = about_objective(
        found,
        heading=asked.version.title,
        lead="Nobody reads what one person answered. Only what enough of you share goes up, to the "
        "side this serves, once the round has ended; and they answer it.",
        button="Give my answer",
    )
    return act(request, WorriesForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def end_worries(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = _seen(request, objective_id)
    asked = _round(found)
    page = worry_queries.worry_page(found, standing=request.standing)
    only_if(page.may_end or request.method == "POST")
    done = Act(
        do=lambda _: worrying.end_worries(
            asked=asked, standing=request.standing, now=timezone.now()
        ),
        said="The round has ended.",
        to=address("objectives:worries", found.pk),
    )
    about = about_objective(
        found,
        heading="End the round of worries",
        lead="What goes up is settled now, once. There is no second round about the same words.",
        button="End the round",
    )
    return act(request, ConfirmForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def answer_worries(request: PersonRequest, objective_id: int) -> HttpResponse:
    """The side it serves answers what went up."""
    found = _seen(request, objective_id)
    asked = _round(found)
    page = worry_queries.worry_page(found, standing=request.standing)
    only_if(page.may_reply or request.method == "POST")
    form = WorryRepliesForm(posted(request), worries=worry_queries.unanswered(asked))
    done = Act(
        do=lambda _: worrying.answer_worries(
            asked=asked,
            replies=form.replies(),
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said=f"{found.unit.name} can read your answer.",
        to=address("objectives:worries", found.pk),
    )
    about = about_objective(
        found,
        heading="Answer what worries them",
        lead="Enough of the team named each of these. What can you promise, change or take off "
        "their shoulders?",
        button="Answer the team",
    )
    return act(request, form, about, done)
