"""Changes to what an objective serves, its reason to stand alone, and its withdrawal."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone

from objectives import services
from objectives.forms import ConfirmForm, ReasonForm, ServeForm
from objectives.models import Objective
from objectives.queries import choices
from objectives.queries.matching import drafted_bridge
from objectives.queries.objective.links import may_on_link
from objectives.queries.objective.sides import may_on
from objectives.queries.parts import priorities_in_force, served
from objectives.views.acting import (
    Act,
    about_objective,
    act,
    link_seen,
    objective_seen,
    only_if,
    read_or_send,
)
from people.addresses import address
from people.form_pages import posted, show_form
from people.http import PersonRequest, creates_once, needs
from people.policy import Action


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def serve(request: PersonRequest, objective_id: int) -> HttpResponse:
    """One more thing it serves."""
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).write)
    begun = _begun(request, found)
    form = ServeForm(posted(request), standing=request.standing, initial=begun)
    words = str(form["find"].value() or "").strip()[:100]
    offered = choices.parent_choices(
        standing=request.standing, unit=found.unit, words=words, but_not=found.pk
    )
    about = about_objective(
        found,
        heading="What else does it serve?",
        button="Propose this",
        page="objectives/serve.html",
        fragment="objectives/_serve_form.html",
        more={
            "offered": form.offered(offered),
            "chosen": str(form["serves"].value() or ""),
            "nothing_found": bool(words) and not offered,
            "objective_id": found.pk,
            "is_drafted": "rationale" in begun,
        },
    )
    if "look" in request.POST:
        form.as_typed()
        return show_form(request, form, about)
    done = Act(
        do=lambda kept: services.serve(
            child=found,
            parent=kept["serves"],
            strength=kept["strength"],
            rationale=kept["rationale"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="Added. The side it serves is asked.",
        to=address("objectives:objective", found.pk),
    )
    return act(request, form, about, done)


def _begun(request: PersonRequest, found: Objective) -> dict[str, str]:
    """What an address fills in beforehand; asked for a draft, also why it helps."""
    begun = {"serves": request.GET.get("serves", ""), "find": request.GET.get("find", "")}
    if "draft" in request.GET:
        begun["rationale"] = drafted_bridge(found, begun["serves"], standing=request.standing)
    return begun


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def set_primary(request: PersonRequest, link_id: int) -> HttpResponse:
    link = link_seen(request, link_id)
    only_if(may_on_link(link, standing=request.standing).mark or request.method == "POST")
    done = Act(
        do=lambda _: services.set_primary(
            link=link, by=request.person, standing=request.standing, now=timezone.now()
        ),
        said="Marked as what it serves first of all.",
        to=address("objectives:objective", link.child_id),
    )
    about = about_objective(
        link.child,
        heading="Make this what it serves first of all?",
        lead=_served_words(request, link_id),
        button="Yes, first of all",
    )
    return act(request, ConfirmForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def end_link(request: PersonRequest, link_id: int) -> HttpResponse:
    link = link_seen(request, link_id)
    only_if(may_on_link(link, standing=request.standing).end or request.method == "POST")
    done = Act(
        do=lambda kept: services.end_link(
            link=link,
            reason=kept["reason"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="It no longer serves that.",
        to=address("objectives:objective", link.child_id),
    )
    about = about_objective(
        link.child,
        heading="It no longer serves this",
        lead=_served_words(request, link_id),
        button="End this",
    )
    return act(request, ReasonForm(posted(request), label="Why not any longer?"), about, done)


def _served_words(request: PersonRequest, link_id: int) -> str:
    link = link_seen(request, link_id)
    other = served(link, standing=request.standing, priorities=priorities_in_force())
    return f"It serves: {other.title}" if other else ""


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def give_local_reason(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).write)
    form = ReasonForm(
        posted(request),
        initial={"reason": found.local_reason},
        label="Why does it matter here?",
        hint="The level above reads this and says whether it may stand alone",
    )
    done = Act(
        do=lambda kept: services.give_local_reason(
            objective=found,
            reason=kept["reason"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="Your reason is saved.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(found, heading="Why it serves no priority", button="Save the reason")
    return act(request, form, about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def accept_local_reason(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    may = may_on(found, standing=request.standing).accept_reason
    only_if(may or request.method == "POST")
    done = Act(
        do=lambda _: services.accept_local_reason(
            objective=found,
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="You accepted that it stands alone.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(
        found,
        heading="May this stand alone?",
        lead=f"{found.unit} says why it serves no priority: {found.local_reason}",
        button="Yes, it may stand alone",
    )
    return act(request, ConfirmForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def withdraw(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).withdraw or request.method == "POST")
    done = Act(
        do=lambda kept: services.withdraw(
            objective=found,
            reason=kept["reason"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="Your wish to withdraw it is kept.",
        to=address("objectives:objective", found.pk),
    )
    about = about_objective(
        found,
        heading="Withdraw this objective",
        lead="What both sides agreed is withdrawn when both wish it; anything else at once. "
        "Its links end, and what served it must say what it serves now.",
        button="Withdraw it",
    )
    form = ReasonForm(posted(request), label="Why is it withdrawn?")
    return act(request, form, about, done)
