"""Pages that are read: home, the list, one objective."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives.figures import STALLED_AFTER
from objectives.forms import ConfirmForm, MessageForm
from objectives.models import Objective
from objectives.queries import home as home_queries
from objectives.queries import lists
from objectives.queries.adopting import credit_of, may_take_up
from objectives.queries.beside import beside_objective
from objectives.queries.choices import units_named
from objectives.queries.closing import ending_of
from objectives.queries.consent import owning
from objectives.queries.lights import lights_of
from objectives.queries.lights.cards import cards
from objectives.queries.my_part import my_part
from objectives.queries.objective import ObjectivePage, objective_page
from objectives.queries.parts import priorities_in_force
from objectives.queries.promises import promises_of
from objectives.queries.rating import may_say_how_clear, rating_open
from objectives.queries.seen import current_cycle
from objectives.queries.waiting import all_waiting, reader_of
from objectives.views.acting import objective_seen
from objectives.views.notes import how_it_goes
from people.addresses import address
from people.http import PersonRequest, needs
from people.policy import Action
from ui.http import page_or_fragment

A_PAGE = 25
State = Objective.State
SERVABLE = (State.PROPOSED, State.IN_CATCHBALL, State.AGREED, State.LIVE)


@require_safe
@needs(Action.SEE_OBJECTIVES)
def home(request: PersonRequest) -> HttpResponse:
    """For you: what waits, oldest first; below it, how your team's work reaches the board."""
    standing, now, cycle = request.standing, timezone.now(), current_cycle()
    unit, reader = home_queries.own_unit(standing), reader_of(standing)
    context = {
        "now": now,
        "waiting": all_waiting(reader=reader, now=now),
        "part": my_part(unit, standing=standing, cycle=cycle, now=now, known=reader.leaders),
        "ask_form": ConfirmForm(),
        "reach": home_queries.team_reach(unit, cycle=cycle, now=now, priorities=reader.priorities)
        if unit
        else None,
        "led": home_queries.led_objectives(
            standing=standing, cycle=cycle, now=now, priorities=reader.priorities
        ),
        "may_write": standing.may(Action.WRITE_OBJECTIVE),
        "set_up_url": _set_up_url(request),
    }
    return render(request, "objectives/home.html", context)


def _set_up_url(request: PersonRequest) -> str:
    """Where whoever looks after the organisation goes on setting it up; "" when it is done."""
    may = request.standing.may(Action.MANAGE_STRUCTURE)
    return address("people:set_up_tasks") if may and not home_queries.is_set_up() else ""


@require_safe
@needs(Action.SEE_OBJECTIVES)
def objectives(request: PersonRequest) -> HttpResponse:
    wanted, cycle = wanted_in(request), current_cycle()
    found = lists.objective_lines(
        standing=request.standing, cycle=cycle, wanted=wanted, now=timezone.now()
    )
    context = {
        "wanted": wanted,
        "cycle": cycle,
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "states": Objective.State.choices,
        "units": units_named(),
        "priorities": list(priorities_in_force().values()),
        "may_write": request.standing.may(Action.WRITE_OBJECTIVE),
        "may_expect": request.standing.may(Action.SET_EXPECTATIONS),
        "downloads": _downloads(),
        "lights_url": f"{address('objectives:lights_file')}?{request.GET.urlencode()}"
        if request.standing.may(Action.EXPORT)
        else "",
    }
    return page_or_fragment(
        request,
        page="objectives/objectives.html",
        fragment="objectives/_objectives.html",
        context=context,
    )


def wanted_in(request: PersonRequest) -> lists.Wanted:
    """What an address asks the list for."""
    asked = request.GET
    return lists.Wanted(
        words=asked.get("q", "").strip()[:200],
        mine="mine" in asked,
        state=asked.get("state", "") if asked.get("state") in Objective.State.values else "",
        unit=asked.get("unit", "")[:60],
        priority=asked.get("priority", "")[:60],
        sort=asked.get("sort", "")[:20],
    )


def _downloads() -> dict[str, str]:
    """Where the year's objectives can be taken away, as far as this person sees them."""
    return {form: address("people:export", "objectives", form) for form in ("xlsx", "csv")}


@require_safe
@needs(Action.SEE_OBJECTIVES)
def objective(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    page = objective_page(found, standing=request.standing)
    context = {"page": page, "now": timezone.now(), "message_form": MessageForm()}
    context |= _lights(request, found, page) | _agreement(request, found, page)
    context |= _origin(request, found, page)
    context["check_ins"] = how_it_goes(request, found, page.words, now=timezone.now())
    context["may_raise"] = request.standing.may(Action.ASK_FOR_OBJECTIVE)
    context["beside"] = beside_objective(
        found.pk, standing=request.standing, now=timezone.now(), today=timezone.localdate()
    )
    context["may_offer"] = found.state in SERVABLE and request.standing.may(Action.WRITE_OBJECTIVE)
    return render(request, "objectives/objective.html", context)


def _origin(request: PersonRequest, found: Objective, page: ObjectivePage) -> dict[str, Any]:
    """Where it began, what became of it, and how it ended."""
    return {
        "credit": credit_of(found, standing=request.standing),
        "ending": ending_of(found),
        "may_take_up": may_take_up(found, standing=request.standing),
        "may_ask_worries": found.state != Objective.State.DRAFT
        and (page.may.talk or found.unit_id in request.standing.own_unit_ids),
    }


def _agreement(request: PersonRequest, found: Objective, page: ObjectivePage) -> dict[str, Any]:
    """What is promised, who decides, and whether the talk has stalled."""
    promises = promises_of(found.pk, today=timezone.localdate())
    waited = timezone.now() - page.waiting_since if page.waiting_since else timedelta(0)
    return {
        "promises": promises,
        "waits_on_leadership": any(one.is_waited_for for one in promises),
        "owning": owning(found, floor=page.floor, me=request.person.pk),
        "is_stalled": page.is_talking and waited >= STALLED_AFTER,
    }


def _lights(request: PersonRequest, found: Objective, page: ObjectivePage) -> dict[str, Any]:
    """The four lights as this person sees them, and what they may say about the words."""
    opened = rating_open(found, standing=request.standing, sides=page.between, floor=page.floor)
    four = lights_of([found], now=timezone.now(), priorities=page.priorities)[found.pk]
    return {
        "lights": cards(four, objective_id=found.pk, may=page.may, opened=opened),
        "rating": opened,
        "may_say_how_clear": may_say_how_clear(found, standing=request.standing),
    }
