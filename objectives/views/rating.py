"""Rating an objective's challenge, saying how clear it is, and hints while words are typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from objectives import services
from objectives.forms.rating import ClarityForm, RatingForm
from objectives.forms.writing import WordsForm
from objectives.models import Objective
from objectives.queries.choices import choice_named
from objectives.queries.rating import may_say_how_clear, own_clarity, rating_open
from objectives.views.acting import about_objective, objective_seen, only_if, read_or_send
from people.addresses import address
from people.form_pages import posted, say_refusal
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices
from ui.http import CONFLICT, INVALID, page_or_fragment

RATED = "Kept. What each side said is shown when both have rated."
BOTH_RATED = "Both sides have rated these words. What they said is on this page."


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def rate(request: PersonRequest, objective_id: int) -> HttpResponse:
    """How hard, how doable, how much meant: for one's side, before the other's is shown."""
    found = objective_seen(request, objective_id)
    opened = rating_open(found, standing=request.standing)
    only_if(bool(opened.party))
    if opened.is_shown and request.method != "POST":
        notices.notice(request, BOTH_RATED)
        return redirect(address("objectives:objective", found.pk))
    begun = {"number": _number(found)} | {
        name: getattr(opened.own, name)
        for name in ("challenge", "feasibility", "commitment")
        if opened.own
    }
    form = RatingForm(posted(request), initial=begun)
    return _say(
        request,
        found,
        form,
        about={
            "heading": "How hard, and how doable?",
            "lead": f"You rate for {opened.side}. The other side sees your side’s view when both "
            "have rated, as an average and without a name; until then nobody sees anything.",
            "button": "Keep my view",
        },
        do=lambda kept: services.rate(
            objective=found,
            number=kept["number"] or 0,
            challenge=kept["challenge"],
            feasibility=kept["feasibility"],
            commitment=kept["commitment"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said=RATED,
    )


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def say_how_clear(request: PersonRequest, objective_id: int) -> HttpResponse:
    """One question to the team whose objective it is."""
    found = objective_seen(request, objective_id)
    only_if(may_say_how_clear(found, standing=request.standing))
    own = own_clarity(found, standing=request.standing)
    floor = request.organisation.small_group_floor
    form = ClarityForm(posted(request), initial={"number": _number(found), "clarity": own})
    return _say(
        request,
        found,
        form,
        about={
            "heading": "Is it clear to you?",
            "lead": f"Nobody reads your answer. Once {floor} of the team have answered, their "
            "average is shown in words.",
            "button": "Keep my answer",
        },
        do=lambda kept: services.say_how_clear(
            objective=found,
            number=kept["number"] or 0,
            clarity=kept["clarity"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="Your answer is kept.",
    )


def _say(
    request: PersonRequest,
    found: Objective,
    form: RatingForm | ClarityForm,
    *,
    about: dict[str, Any],
    do: Callable[[dict[str, Any]], object],
    said: str,
) -> HttpResponse:
    """Keeps it; words that changed meanwhile are shown first, with what was chosen."""
    has_changed = False
    if form.is_valid():
        try:
            do(form.cleaned_data)
        except services.NotTheirs:
            only_if(False)
        except services.WordsChanged:
            has_changed, found = True, objective_seen(request, found.pk)
            form.start_from(_number(found))
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, said)
            return redirect(address("objectives:objective", found.pk))
    context = {
        "form": form,
        "about": about_objective(found, **about),
        "objective": found,
        "has_changed": has_changed,
    }
    status = CONFLICT if has_changed else INVALID if form.is_bound and form.errors else 200
    return page_or_fragment(
        request,
        page="objectives/rate.html",
        fragment="objectives/_rate_form.html",
        context=context,
        status=status,
    )


def _number(objective: Objective) -> int:
    return objective.current.number if objective.current else 0


@require_POST
@needs(Action.WRITE_OBJECTIVE, seen=True)
def hints(request: PersonRequest) -> HttpResponse:
    """What would make the words clearer, while they are typed; nothing is kept or refused."""
    form = WordsForm(request.POST)
    chosen = choice_named(request.POST.get("serves", "")[:80], standing=request.standing)
    form.served_title = chosen.title if chosen else ""
    return render(request, "objectives/_hints.html", {"form": form})
