"""People come into a network: asked or offering, with what it means for their unit shown first."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from objectives import services
from objectives.figures.memberships import Turn
from objectives.forms.networks import (
    AddsForm,
    AskMemberForm,
    MemberTurnForm,
    OfferForm,
    ThanksForm,
)
from objectives.models import Network, NetworkMember
from objectives.queries.networks.burden import burden_line, hours_in_words
from objectives.queries.networks.page import member_line, members_seen
from objectives.queries.networks.running import home_of, may_run, member_turns
from objectives.services import networking
from objectives.views.acting import Act, act, only_if, read_or_send
from objectives.views.networks import about_network, network_seen
from people.addresses import address
from people.form_pages import posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.models import Person
from people.policy import Action
from ui import notices
from ui.http import INVALID, page_or_fragment

SAID = {
    Turn.JOIN: "They are in the network.",
    Turn.NO: "They are told that it did not come to it.",
    Turn.LEAVE: "They have left the network.",
    Turn.SPARE: "The network sees that the hours can be spared.",
}


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def invite(request: PersonRequest, network_id: int) -> HttpResponse:
    """First whom and for how much; then what it means for their unit, and the question."""
    found = network_seen(network_id)
    only_if(may_run(found, request.standing))
    first = AskMemberForm(request.GET if "who" in request.GET else None)
    if not first.is_valid():
        return _first_step(request, found, first, heading="Ask somebody to join")
    person, hours = first.cleaned_data["who"], first.cleaned_data["hours"]

    def ask(kept: object) -> None:
        networking.invite(
            network=found,
            person=person,
            hours=hours,
            adds=form.cleaned_data["adds"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        )

    form = AddsForm(posted(request))
    return _second_step(
        request,
        found,
        form,
        person=person,
        hours=hours,
        done=Act(
            do=ask,
            said=f"{person.name} is asked, and whoever leads them sees it."
            if person != request.person
            else "You are in the network.",
            to=address("objectives:network", found.pk) + "#members",
        ),
        heading=f"Ask {person.name} to join?",
        button="Ask them" if person != request.person else "Count me in",
    )


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def offer(request: PersonRequest, network_id: int) -> HttpResponse:
    """One of us can help: how much, what it means for the unit, and the offer."""
    found = network_seen(network_id)
    only_if(home_of(request.person.pk) is not None)
    first = OfferForm(request.GET if "hours" in request.GET else None)
    if not first.is_valid():
        return _first_step(request, found, first, heading="Offer to help")
    hours = first.cleaned_data["hours"]

    def give(kept: object) -> None:
        networking.offer_oneself(
            network=found,
            hours=hours,
            adds=form.cleaned_data["adds"],
            by=request.person,
            now=timezone.now(),
        )

    form = AddsForm(posted(request), label="What would your unit add?")
    return _second_step(
        request,
        found,
        form,
        person=request.person,
        hours=hours,
        done=Act(
            do=give,
            said="Thank you. The network’s lead answers, and whoever leads you sees it.",
            to=address("objectives:network", found.pk) + "#members",
        ),
        heading="Offer to help",
        button="Offer this",
    )


def _first_step(
    request: PersonRequest, found: Network, form: AskMemberForm | OfferForm, *, heading: str
) -> HttpResponse:
    """A form that is sent by address, so that going back to it loses nothing."""
    about = about_network(
        found,
        heading=heading,
        button="Next: what it means for the unit",
        page="objectives/network_ask.html",
        fragment="objectives/_network_ask.html",
    )
    return show_form(request, form, about)


def _second_step(
    request: PersonRequest,
    found: Network,
    form: AddsForm,
    *,
    person: Person,
    hours: Decimal,
    done: Act,
    heading: str,
    button: str,
) -> HttpResponse:
    home = home_of(person.pk)
    about = about_network(
        found,
        heading=heading,
        button=button,
        page="objectives/network_join.html",
        more={
            "person": person.name,
            "hours": hours_in_words(hours),
            "burden": burden_line(
                unit_id=home.unit_id, unit=home.unit.name, hours=hours, network_id=found.pk
            )
            if home
            else None,
        },
    )
    return act(request, form, about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def network_member(request: PersonRequest, member_id: int) -> HttpResponse:
    """Somebody's part in a network: what this person may say about it now."""
    found: NetworkMember = get_object_or_404(members_seen(), pk=member_id)
    form = MemberTurnForm(posted(request), initial={"adds": found.adds})
    if form.is_valid():
        turn = Turn(form.cleaned_data["turn"])
        try:
            networking.take_member_turn(
                member=found,
                turn=turn,
                reason=form.cleaned_data["reason"],
                adds=form.cleaned_data["adds"],
                by=request.person,
                standing=request.standing,
                now=timezone.now(),
            )
        except services.NotTheirs:
            raise PermissionDenied from None
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, SAID[turn])
            return redirect(address("objectives:network", found.network_id) + "#members")
    context = _part(request, found) | {"form": form, "turn": form["turn"].value() or ""}
    return page_or_fragment(
        request,
        page="objectives/network_member.html",
        fragment="objectives/_network_member.html",
        context=context,
        status=INVALID if form.is_bound and form.errors else 200,
    )


def _part(request: PersonRequest, found: NetworkMember) -> dict[str, Any]:
    """Somebody's part, and what it means for the unit they come from."""
    is_coming = found.state in (NetworkMember.State.INVITED, NetworkMember.State.OFFERED)
    is_me = found.person_id == request.person.pk
    return {
        "line": member_line(found),
        "network": found.network,
        "hours": hours_in_words(found.hours_a_month),
        "turns": member_turns(found, standing=request.standing),
        "is_me": is_me,
        "may_thank": found.state == NetworkMember.State.IN
        and not is_me
        and may_run(found.network, request.standing),
        "burden": burden_line(
            unit_id=found.unit_id,
            unit=found.unit.name,
            hours=found.hours_a_month if is_coming else Decimal(0),
            network_id=found.network_id,
        ),
        "is_coming": is_coming,
    }


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def recognise(request: PersonRequest, member_id: int) -> HttpResponse:
    """The network says thank you to one of its people."""
    found: NetworkMember = get_object_or_404(members_seen(), pk=member_id)
    only_if(may_run(found.network, request.standing) and found.person_id != request.person.pk)
    done = Act(
        do=lambda kept: networking.recognise(
            member=found, words=kept["words"], standing=request.standing
        ),
        said="Your thanks are on the network’s page.",
        to=address("objectives:network", found.network_id) + "#members",
    )
    about = about_network(
        found.network, heading=f"Thank {found.person.name}", button="Say thank you"
    )
    form = ThanksForm(posted(request), initial={"words": found.recognition})
    return act(request, form, about, done)
