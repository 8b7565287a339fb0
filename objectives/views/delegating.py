"""Who answers in whose place: both read it, the leader names it, either ends it."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from objectives import services
from objectives.forms import DelegateForm
from objectives.models import Delegation
from objectives.queries import delegates as delegate_queries
from objectives.queries.choices import people_near
from objectives.queries.seen import units_open
from objectives.views.acting import Act, act, only_if, read_or_send
from people.addresses import address
from people.form_pages import FormPage, posted
from people.http import PersonRequest, creates_once, needs
from people.models import OrgUnit
from people.policy import Action
from ui import notices


@require_safe
@needs(Action.SEE_OBJECTIVES)
def delegates(request: PersonRequest) -> HttpResponse:
    today = timezone.localdate()
    page = delegate_queries.delegates_page(request.standing, today=today)
    return render(request, "objectives/delegates.html", {"page": page})


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def name_delegate(request: PersonRequest, unit_id: int) -> HttpResponse:
    """The form by which a leader names somebody for a unit they lead themselves."""
    unit: OrgUnit = get_object_or_404(units_open(), pk=unit_id)
    only_if(unit.pk in request.standing.directly_led_unit_ids)
    done = Act(
        do=lambda kept: services.name_delegate(
            unit=unit,
            delegate=kept["delegate"],
            starts_on=kept["starts_on"],
            ends_on=kept["ends_on"],
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        ),
        said="They are told, and what waits for you there will wait for them too.",
        to=address("objectives:delegates"),
    )
    about = FormPage(
        heading="Name somebody to answer in your place",
        caption=unit.name,
        lead="They may say yes or no to agreements, links and promises for this team and the "
        "teams within it. What they answer counts for your side and shows as theirs, for you. "
        "They cannot pass it on, and you can still answer yourself.",
        button="Name them",
        back_url=address("objectives:delegates"),
        back_text="Answering for each other",
        fragment="objectives/_delegate_form.html",
        page="objectives/delegate.html",
        more={"people_near": people_near(unit)},
    )
    form = DelegateForm(posted(request), initial={"starts_on": timezone.localdate()})
    return act(request, form, about, done)


@require_POST
@needs(Action.SEE_OBJECTIVES)
def end_delegation(request: PersonRequest, delegation_id: int) -> HttpResponse:
    mine = delegate_queries.delegations_of(request.standing)
    found: Delegation = get_object_or_404(mine, pk=delegation_id)
    try:
        services.end_delegation(delegation=found, by=request.person, now=timezone.now())
    except services.Refused as refusal:
        notices.notice(request, str(refusal))
    else:
        notices.success(request, "It has ended. What was answered stays.")
    return redirect(address("objectives:delegates"))
