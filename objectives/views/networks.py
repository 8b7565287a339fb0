"""Networks: the list, one network, and what is done with it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives import services
from objectives.forms import ConfirmForm
from objectives.forms.networks import (
    CarryForm,
    CloseNetworkForm,
    EditNetworkForm,
    MeetingForm,
    ProposeNetworkForm,
    SponsorForm,
)
from objectives.models import Network
from objectives.queries.networks import choices, lists
from objectives.queries.networks.page import network_page, networks_seen
from objectives.queries.networks.running import is_member, may_run
from objectives.queries.parts import priorities_in_force
from objectives.services import networks as network_services
from objectives.services.networks import NetworkWords
from objectives.views.acting import Act, act, objective_seen, only_if, read_or_send
from objectives.views.files import files_of, rows_file
from people.addresses import address
from people.form_pages import FormPage, posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from people.stale import stale_save
from ui import notices
from ui.http import page_or_fragment

A_PAGE = 25
HEADER = (
    "Network",
    "Carries",
    "State",
    "Led by",
    "Sponsor",
    "People",
    "Units",
    "Rhythm",
    "To look at",
)


def network_seen(network_id: int) -> Network:
    found: Network = get_object_or_404(networks_seen(), pk=network_id)
    return found


def about_network(network: Network, *, heading: str, **more: Any) -> FormPage:
    return FormPage(
        heading=heading,
        caption=network.name,
        back_url=address("objectives:network", network.pk),
        back_text="The network",
        **more,
    )


def _wanted(request: PersonRequest) -> lists.Wanted:
    asked, target = request.GET, request.GET.get("target", "")
    is_number = target.isascii() and target.isdigit() and len(target) < 19
    return lists.Wanted(
        words=asked.get("q", "").strip()[:200],
        state=asked.get("state", "") if asked.get("state") in Network.State.values else "",
        priority=asked.get("priority", "")[:60],
        target=int(target) if is_number else None,
        sort=asked.get("sort", "")[:20],
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def networks(request: PersonRequest) -> HttpResponse:
    wanted = _wanted(request)
    lines = lists.network_lines(wanted=wanted, today=timezone.localdate())
    context = {
        "wanted": wanted,
        "page": Paginator(lines, A_PAGE).get_page(request.GET.get("page")),
        "states": Network.State.choices,
        "priorities": list(priorities_in_force().values()),
        "may_propose": request.standing.may(Action.PROPOSE_NETWORK),
        "downloads": files_of(request, "objectives:networks_file"),
    }
    return page_or_fragment(
        request,
        page="objectives/networks.html",
        fragment="objectives/_networks.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def networks_file(request: PersonRequest, form: str) -> HttpResponse:
    lines = lists.network_lines(wanted=_wanted(request), today=timezone.localdate())
    rows = [
        (
            one.name,
            one.carries,
            one.state.words,
            one.lead,
            one.sponsor,
            one.members,
            one.units,
            one.rhythm,
            " ".join(finding.words for finding in one.findings),
        )
        for one in lines
    ]
    return rows_file(form, name="networks", header=HEADER, rows=rows)


@require_safe
@needs(Action.SEE_OBJECTIVES)
def network(request: PersonRequest, network_id: int) -> HttpResponse:
    found = network_seen(network_id)
    page = network_page(found, standing=request.standing, today=timezone.localdate())
    context = {"page": page, "confirm_form": ConfirmForm()}
    return render(request, "objectives/network.html", context)


@read_or_send
@needs(Action.PROPOSE_NETWORK, seen=True)
@creates_once
def propose_network(request: PersonRequest) -> HttpResponse:
    """A network for a target or a priority; who proposes it leads it."""
    form = ProposeNetworkForm(
        posted(request), initial={"carries": request.GET.get("carries", "")[:80]}
    )
    about = FormPage(
        heading="Propose a network",
        lead="People of several units and professions who carry something together. You lead it "
        "until somebody else does.",
        button="Propose it",
        back_url=address("objectives:networks"),
        back_text="Networks",
    )
    if form.is_valid():
        kept = form.cleaned_data
        carries = choices.carried_named(kept["carries"])
        try:
            if carries is None:
                raise services.Refused("Select what it carries", field="carries")
            made = network_services.propose_network(
                words=NetworkWords(
                    name=kept["name"],
                    purpose=kept["purpose"],
                    meets_every_days=kept["meets_every_days"],
                ),
                carries=carries,
                sponsor=choices.person_with(kept["sponsor"]),
                by=request.person,
                standing=request.standing,
                now=timezone.now(),
            )
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, "Proposed. Now ask people of several units to join.")
            return redirect(address("objectives:network", made.pk))
    return show_form(request, form, about)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
def edit_network(request: PersonRequest, network_id: int) -> HttpResponse:
    found = network_seen(network_id)
    only_if(may_run(found, request.standing))
    names = ("name", "purpose", "meets_every_days", "lead_id")
    theirs = {name: getattr(found, name) for name in names}
    form = EditNetworkForm(
        posted(request),
        people=choices.leaders_to_be(found),
        initial=theirs | {"version": found.edition},
    )
    about, stale = about_network(found, heading="Change its words, or hand it over"), None
    if form.is_valid():
        kept = form.cleaned_data
        try:
            network_services.word_network(
                network=found,
                edition=kept["version"],
                words=NetworkWords(**{name: kept[name] for name in names}),
                standing=request.standing,
            )
        except services.Refused as refusal:
            say_refusal(form, refusal)
        except services.WordsChanged:
            stale = stale_save(
                form,
                row=found,
                theirs=theirs,
                edition=found.edition,
                what="network",
                start_again_url=address("objectives:edit_network", found.pk),
            )
        else:
            notices.success(request, "Saved.")
            return redirect(address("objectives:network", found.pk))
    return show_form(request, form, about, stale=stale)


@read_or_send
@needs(Action.SPONSOR_NETWORK, seen=True)
@creates_once
def sponsor_network(request: PersonRequest, network_id: int) -> HttpResponse:
    found = network_seen(network_id)
    begun = {"hours": found.protected_hours, "first_meets_on": found.first_meets_on}
    done = Act(
        do=lambda kept: network_services.sponsor_network(
            network=found,
            hours=kept["hours"],
            first_meets_on=kept["first_meets_on"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="You sponsor it. Its lead is told.",
        to=address("objectives:network", found.pk),
    )
    about = about_network(
        found,
        heading="Sponsor this network",
        lead="You stand behind it: the hours you protect are theirs, and you hear when it does "
        "not meet.",
        button="Sponsor it",
    )
    return act(request, SponsorForm(posted(request), initial=begun), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def note_meeting(request: PersonRequest, network_id: int) -> HttpResponse:
    found = network_seen(network_id)
    only_if(may_run(found, request.standing) or is_member(found.pk, request.person.pk))
    done = Act(
        do=lambda kept: network_services.note_meeting(
            network=found,
            held_on=kept["held_on"],
            words=kept["words"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="The meeting is noted.",
        to=address("objectives:network", found.pk) + "#meetings",
    )
    about = about_network(found, heading="Note a meeting", button="Note it")
    form = MeetingForm(posted(request), initial={"held_on": timezone.localdate()})
    return act(request, form, about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def close_network(request: PersonRequest, network_id: int) -> HttpResponse:
    found = network_seen(network_id)
    only_if(may_run(found, request.standing))
    done = Act(
        do=lambda kept: network_services.close_network(
            network=found,
            learnt=kept["learnt"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="The network is closed. What was learnt stays on its page.",
        to=address("objectives:network", found.pk),
    )
    about = about_network(
        found,
        heading="Close this network",
        lead="It asks nothing of anybody any more. What it did stays to be read.",
        button="Close it",
    )
    return act(request, CloseNetworkForm(posted(request)), about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def carry_objective(request: PersonRequest, network_id: int) -> HttpResponse:
    """The network takes on an objective that its lead may see."""
    found = network_seen(network_id)
    only_if(may_run(found, request.standing))
    form = CarryForm(posted(request), initial={"ref": request.GET.get("ref", "")[:60]})

    def carry(kept: object) -> None:
        objective = choices.objective_called(
            form.cleaned_data["ref"].strip(), standing=request.standing
        )
        if objective is None:
            raise services.Refused("No objective of this year has that reference", field="ref")
        network_services.carry_objective(
            network=found, objective=objective, standing=request.standing
        )

    done = Act(
        do=carry,
        said="The network carries it. It is on the objective’s page too.",
        to=address("objectives:network", found.pk) + "#carries",
    )
    about = about_network(found, heading="Take on an objective", button="Take it on")
    return act(request, form, about, done)


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def stop_carrying(request: PersonRequest, network_id: int, objective_id: int) -> HttpResponse:
    found, objective = network_seen(network_id), objective_seen(request, objective_id)
    only_if(may_run(found, request.standing))
    done = Act(
        do=lambda _: network_services.stop_carrying(
            network=found, objective=objective, standing=request.standing
        ),
        said="The network no longer carries it.",
        to=address("objectives:network", found.pk) + "#carries",
    )
    about = about_network(found, heading="Stop carrying this objective?", button="Stop carrying it")
    return act(request, ConfirmForm(posted(request)), about, done)
