"""Writing an objective, wording it anew, proposing it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from objectives import services
from objectives.forms import ConfirmForm, RewordForm, WriteForm
from objectives.models import Objective
from objectives.queries import choices
from objectives.queries.load import before_adding
from objectives.queries.objective.history import facts, measure_in_words
from objectives.queries.objective.sides import may_on
from objectives.services.words import first_measure
from objectives.views.acting import (
    Act,
    about_objective,
    act,
    objective_seen,
    only_if,
    read_or_send,
)
from people.addresses import address
from people.form_pages import FormPage, posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from ui import notices
from ui.http import INVALID, page_or_fragment
from ui.parts import StaleSave, StaleText
from ui.wording import in_words

SAVED = "Saved as a draft. Nobody else is asked until you propose it."
PROPOSED = "Proposed. Those who must answer are asked."


@read_or_send
@needs(Action.WRITE_OBJECTIVE, seen=True)
@creates_once
def write(request: PersonRequest) -> HttpResponse:
    units = choices.units_to_write_for(request.standing)
    if not units:
        raise PermissionDenied
    begun = {"serves": request.GET.get("serves", ""), "unit": _unit_begun(request, units)}
    form = WriteForm(posted(request), units=units, standing=request.standing, initial=begun)
    if "look" in request.POST:
        form.as_typed()
    elif form.is_valid():
        written = _write(request, form)
        if written is not None:
            is_proposed = written.state != Objective.State.DRAFT
            notices.success(request, PROPOSED if is_proposed else SAVED)
            return redirect(address("objectives:objective", written.pk))
    return page_or_fragment(
        request,
        page="objectives/write.html",
        fragment="objectives/_write_form.html",
        context=_context(request, form, units),
        status=INVALID if form.is_bound and form.errors else 200,
    )


def _unit_begun(request: PersonRequest, units: list[tuple[str, str]]) -> str:
    """The unit an address names, if they may write for it; else the one that is theirs."""
    asked = request.GET.get("unit", "")
    if asked in [code for code, _ in units]:
        return asked
    return choices.own_unit_code(request.standing) or (units[0][0] if len(units) == 1 else "")


def _write(request: PersonRequest, form: WriteForm) -> Objective | None:
    kept = form.cleaned_data
    unit = choices.unit_with_code(kept["unit"])
    if unit is None:
        return None
    try:
        return services.write_objective(
            unit=unit,
            words=form.words(),
            serves=kept["serves"],
            strength=kept["strength"] or "direct",
            local_reason=kept["local_reason"] if kept["serves"] is None else "",
            is_proposed=request.POST.get("then") == "propose",
            by=request.person,
            standing=request.standing,
            now=timezone.now(),
        )
    except services.Refused as refusal:
        say_refusal(form, refusal)
        return None


def _context(
    request: PersonRequest, form: WriteForm, units: list[tuple[str, str]]
) -> dict[str, Any]:
    unit = choices.unit_with_code(str(form["unit"].value() or ""))
    words = str(form["find"].value() or "").strip()[:100]
    found = choices.parent_choices(standing=request.standing, unit=unit, words=words)
    return {
        "form": form,
        "units": units,
        "only_unit": units[0][1] if len(units) == 1 else "",
        "offered": form.offered(found),
        "nothing_found": bool(words) and not found,
        "chosen": str(form["serves"].value() or ""),
        "people_near": choices.people_near(unit),
        "load": before_adding(unit),
    }


@require_safe
@needs(Action.SEE_OBJECTIVES)
def parents(request: PersonRequest) -> HttpResponse:
    """What could be served, as the write page offers it while words are typed."""
    begun = {"serves": request.GET.get("serves", ""), "find": request.GET.get("find", "")}
    units = choices.units_to_write_for(request.standing)
    begun["unit"] = request.GET.get("unit", "")
    form = WriteForm(None, units=units, standing=request.standing, initial=begun)
    return page_or_fragment(
        request,
        page="objectives/parents.html",
        fragment="objectives/_parents.html",
        context=_context(request, form, units) | {"may_stand_alone": "alone" in request.GET},
    )


@read_or_send
@needs(Action.SEE_OBJECTIVES)
def reword(request: PersonRequest, objective_id: int) -> HttpResponse:
    """New words, from the version they started from; who came second sees both texts."""
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).reword)
    form, stale = RewordForm(posted(request), initial=_begun(found)), None
    if form.is_valid():
        try:
            services.word_anew(
                objective=found,
                words=form.words(),
                number=form.cleaned_data["version"],
                note=form.cleaned_data["note"],
                by=request.person,
                standing=request.standing,
                now=timezone.now(),
            )
        except services.WordsChanged:
            stale = _stale(form, objective_seen(request, objective_id))
        except services.NotTheirs:
            raise PermissionDenied from None
        except services.Refused as refusal:
            say_refusal(form, refusal)
        else:
            notices.success(request, "The new words are saved.")
            return redirect(address("objectives:objective", found.pk))
    return show_form(request, form, _about_words(found), stale=stale)


def _about_words(objective: Objective) -> FormPage:
    is_draft = objective.state == Objective.State.DRAFT
    return about_objective(
        objective,
        heading="Change the words",
        lead=""
        if is_draft
        else "New words, another measure, date or answerable person go back to both sides: "
        "whoever accepted the old words is asked again. Why it matters and what people will see "
        "can change without that.",
        button="Save the new words",
        page="objectives/reword.html",
        fragment="objectives/_reword_form.html",
        more={"people_near": choices.people_near(objective.unit), "is_draft": is_draft},
    )


def _begun(objective: Objective) -> dict[str, Any]:
    """The newest words as the form holds them."""
    current = objective.current
    if current is None:
        return {}
    measure = first_measure(current)
    return {
        "version": current.number,
        "title": current.title,
        "why": current.why,
        "behaviours": current.behaviours,
        "scope": current.scope,
        "domain": current.domain,
        "target_date": current.target_date,
        "answerable": choices.named(current.answerable) if current.answerable else "",
        "measure_name": measure.name if measure else "",
        "direction": measure.direction if measure else "up",
        "baseline": _plain(measure.baseline) if measure else "",
        "target": _plain(measure.target) if measure else "",
        "unit_name": measure.unit_name if measure else "",
        "goal_type": objective.goal_type,
        "complexity": current.complexity or "",
        "will_know": current.will_know,
        "no_measure_reason": current.no_measure_reason,
    }


def _plain(number: Any) -> str:
    """10.0000 as 10."""
    words = "" if number is None else f"{number:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def _stale(form: RewordForm, now_kept: Objective) -> StaleSave | None:
    """Both texts of a save that came second; sending again keeps the sender's."""
    current = now_kept.current
    if current is None:
        return None
    form.start_from(current.number)
    mine, theirs = form.words(), facts(current)
    yours = {
        "Objective": mine.title,
        "Why": mine.why,
        "What people will see": mine.behaviours,
        "To be reached by": in_words(mine.target_date) if mine.target_date else "",
        "Answerable": mine.answerable.name if mine.answerable else "",
        "Measure": measure_in_words(mine.measure) if mine.measure else "",
        "What we will know": mine.will_know,
    }
    return StaleSave(
        saved_by=current.written_by.name if current.written_by else "Somebody",
        saved_at=current.written_at,
        what="new words",
        texts=[StaleText(label=label, yours=yours[label], theirs=theirs[label]) for label in yours],
        start_again_url=address("objectives:reword", now_kept.pk),
    )


@read_or_send
@needs(Action.SEE_OBJECTIVES)
@creates_once
def propose(request: PersonRequest, objective_id: int) -> HttpResponse:
    found = objective_seen(request, objective_id)
    only_if(may_on(found, standing=request.standing).propose or request.method == "POST")
    return act(
        request,
        ConfirmForm(posted(request)),
        about_objective(found, heading="Propose this objective", button="Propose it"),
        Act(
            do=lambda _: services.propose(
                objective=found,
                by=request.person,
                standing=request.standing,
                now=timezone.now(),
            ),
            said=PROPOSED,
            to=address("objectives:objective", found.pk),
        ),
    )
