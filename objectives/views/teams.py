"""Teams: the list, one team, and asking its leads for an objective."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives import services
from objectives.forms import ConfirmForm, ReasonForm
from objectives.queries import teams as team_queries
from objectives.queries.beside import beside_team
from objectives.queries.leaders import leaders
from objectives.queries.parts import priorities_in_force
from objectives.queries.seen import asked_objectives_for, current_cycle, units_open
from objectives.queries.sides import owner_side
from objectives.queries.teams import people_named
from objectives.views.acting import Act, act, only_if, read_or_send
from people.addresses import address
from people.form_pages import FormPage, posted
from people.http import PersonRequest, creates_once, needs
from people.models import OrgUnit
from people.policy import Action
from strategy.models import Priority
from ui.http import page_or_fragment
from ui.wording import listed

A_PAGE = 25


@require_safe
@needs(Action.SEE_OBJECTIVES)
def teams(request: PersonRequest) -> HttpResponse:
    """My teams first, then all that a search finds."""
    words, cycle = request.GET.get("q", "").strip()[:200], current_cycle()
    found = team_queries.teams(standing=request.standing, cycle=cycle, words=words)
    context = {
        "words": words,
        "mine": team_queries.my_teams(standing=request.standing, cycle=cycle),
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
    }
    return page_or_fragment(
        request,
        page="objectives/teams.html",
        fragment="objectives/_teams.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def team(request: PersonRequest, unit_id: int) -> HttpResponse:
    unit = get_object_or_404(team_queries.units_seen(), pk=unit_id)
    page = team_queries.team_page(
        unit, standing=request.standing, cycle=current_cycle(), now=timezone.now()
    )
    beside = beside_team(
        unit.pk, standing=request.standing, now=timezone.now(), today=timezone.localdate()
    )
    return render(request, "objectives/team.html", {"page": page, "beside": beside})


@read_or_send
@needs(Action.ASK_FOR_OBJECTIVE, seen=True)
@creates_once
def ask(request: PersonRequest, unit_id: int, priority_ref: str) -> HttpResponse:
    """Ask a team's leads to start an objective for a priority it has none for."""
    unit: OrgUnit = get_object_or_404(units_open(), pk=unit_id)
    title, priority = _priority(priority_ref)
    names = people_named(owner_side(unit.pk, None, known=leaders()).asked())
    done = Act(
        do=lambda _: services.ask_for_objective(
            unit=unit,
            priority=priority,
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said=f"{listed(names) if names else unit.name} is asked. It waits on their home page."
        if len(names) < 2
        else f"{listed(names)} are asked. It waits on their home page.",
        to=address("objectives:team", unit.pk),
    )
    about = FormPage(
        heading=f"Ask {unit.name} to start an objective",
        caption=title,
        lead=f"{listed(names)} will find it on their home page, and get one letter."
        if names
        else f"Nobody leads {unit.name} yet, so there is nobody to ask.",
        button="Ask",
        back_url=address("objectives:team", unit.pk),
        back_text=unit.name,
    )
    return act(request, ConfirmForm(posted(request)), about, done)


def _priority(ref: str) -> tuple[str, Priority]:
    for name in priorities_in_force().values():
        if name.ref == ref:
            return name.title, team_queries.priority(name.priority_id)
    raise Http404


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def asked(request: PersonRequest, asked_id: int) -> HttpResponse:
    """What a lead was asked for: start it, or say why not."""
    found = get_object_or_404(asked_objectives_for(request.standing), pk=asked_id)
    name = priorities_in_force().get(found.priority_id)
    if name is None:
        raise Http404
    write_url = f"{address('objectives:write')}?unit={found.unit.code}&serves=priority:{name.ref}"
    about = FormPage(
        heading=f"Start an objective for “{name.title}”?",
        caption=found.unit.name,
        button="Say why not",
        back_url=address("objectives:home"),
        back_text="For you",
        page="objectives/asked.html",
        fragment="objectives/_why_not.html",
        more={"asked": found, "name": name, "write_url": write_url},
    )
    done = Act(
        do=lambda kept: services.say_why_not(
            asked=found,
            reason=kept["reason"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="Your reason is kept.",
        to=address("objectives:home"),
    )
    only_if(request.standing.may(Action.ANSWER_FOR_OWNER, unit_id=found.unit_id))
    form = ReasonForm(posted(request), label="If not, why not?")
    return act(request, form, about, done)
