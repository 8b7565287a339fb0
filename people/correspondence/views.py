"""A person's own page about their letters, and the list of whom letters do not reach."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.addresses import address
from people.correspondence import queries, services
from people.correspondence.forms import LettersForm, begun
from people.form_pages import FormPage, posted, show_form
from people.http import PersonRequest, needs
from people.models import LetterChoices
from people.policy import Action
from people.refusals import Refused, SavedMeanwhile
from people.stale import stale_save
from ui import notices
from ui.parts import StaleSave


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Action.SEE_STRUCTURE)
def letters(request: PersonRequest) -> HttpResponse:
    """One's own choices; nobody makes them for another."""
    stale: StaleSave | None = None
    form = LettersForm(posted(request), initial=begun(queries.choices_of(request.person.pk)))
    if form.is_valid():
        try:
            services.choose_letters(person=request.person, **form.chosen())
        except SavedMeanwhile:
            stale = _stale(form, queries.choices_of(request.person.pk))
        else:
            notices.success(request, "Saved. Your letters come as you chose.")
            return redirect(address("people:letters"))
    return show_form(request, form, _about(), stale=stale)


def _about() -> FormPage:
    return FormPage(
        heading="Letters",
        lead="At once you are told only what waits for you. Everything else comes in one letter "
        "a week. Letters about signing in always come at once.",
        back_url=reverse("entrance:account"),
        back_text="Your account",
    )


def _stale(form: LettersForm, choices: LetterChoices) -> StaleSave:
    return stale_save(
        form,
        row=choices,
        theirs=begun(choices),
        edition=choices.edition,
        what="choices",
        start_again_url=address("people:letters"),
    )


@require_safe
@needs(Action.SEE_STRUCTURE)
def out_of_reach(request: PersonRequest) -> HttpResponse:
    """Leads without a sign-in or an address; for administrators letters given up as well."""
    may_manage = request.standing.may(Action.MANAGE_PEOPLE)
    context = {
        "people": queries.out_of_reach(request.standing),
        "undelivered": queries.undelivered() if may_manage else [],
        "may_manage": may_manage,
    }
    return render(request, "people/correspondence/out_of_reach.html", context)


@require_POST
@needs(Action.MANAGE_PEOPLE)
def send_again(request: PersonRequest, errand_id: int) -> HttpResponse:
    try:
        services.send_again(errand_id=errand_id, now=timezone.now())
    except Refused as refusal:
        notices.notice(request, str(refusal))
    else:
        notices.success(request, "It is tried again.")
    return redirect(address("people:out_of_reach"))
