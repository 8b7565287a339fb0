"""The register of targets set from outside."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from objectives import services
from objectives.forms.networks import AddTargetForm, EditTargetForm
from objectives.models import ImposedTarget
from objectives.queries.networks.targets import target_lines, targets_seen
from objectives.services import targets as target_services
from objectives.services.targets import TargetWords
from objectives.views.acting import Act, act, read_or_send
from objectives.views.files import files_of, rows_file
from people.addresses import address
from people.form_pages import FormPage, posted, say_refusal, show_form
from people.http import PersonRequest, creates_once, needs
from people.policy import Action
from people.stale import stale_save
from ui import notices
from ui.http import page_or_fragment

A_PAGE = 25
FIELDS = ("code", "title", "authority", "threshold", "due_on", "source")
HEADER = (
    "Short name",
    "What is asked",
    "Who sets it",
    "What must be reached",
    "By when",
    "Where it is written",
    "Holds now",
    "Carried by",
    "People in those networks",
)


@require_safe
@needs(Action.SEE_OBJECTIVES)
def targets(request: PersonRequest) -> HttpResponse:
    """What is asked from outside, and who carries it."""
    asked = request.GET
    lines = target_lines(
        words=asked.get("q", "").strip()[:200],
        state=asked.get("state", "")[:20],
        sort=asked.get("sort", "")[:20],
    )
    context = {
        "page": Paginator(lines, A_PAGE).get_page(asked.get("page")),
        "words": asked.get("q", "").strip()[:200],
        "state": asked.get("state", "")[:20],
        "sort": asked.get("sort", "")[:20],
        "may_keep": request.standing.may(Action.KEEP_TARGETS),
        "may_propose": request.standing.may(Action.PROPOSE_NETWORK),
        "downloads": files_of(request, "objectives:targets_file"),
    }
    return page_or_fragment(
        request,
        page="objectives/targets.html",
        fragment="objectives/_targets.html",
        context=context,
    )


@require_safe
@needs(Action.SEE_OBJECTIVES)
def targets_file(request: PersonRequest, form: str) -> HttpResponse:
    """The rows the register shows."""
    asked = request.GET
    lines = target_lines(
        words=asked.get("q", "").strip()[:200],
        state=asked.get("state", "")[:20],
        sort=asked.get("sort", "")[:20],
    )
    rows = [
        (
            one.code,
            one.title,
            one.authority,
            one.threshold,
            one.due_on,
            one.source,
            one.is_current,
            ", ".join(name for _, name in one.networks),
            one.people,
        )
        for one in lines
    ]
    return rows_file(form, name="targets", header=HEADER, rows=rows)


def _about(heading: str, button: str) -> FormPage:
    return FormPage(
        heading=heading,
        button=button,
        back_url=address("objectives:targets"),
        back_text="Targets set from outside",
    )


@read_or_send
@needs(Action.KEEP_TARGETS, seen=True)
@creates_once
def add_target(request: PersonRequest) -> HttpResponse:
    done = Act(
        do=lambda kept: target_services.add_target(
            words=TargetWords(**{name: kept[name] for name in FIELDS}),
            standing=request.standing,
        ),
        said="It is in the register. Nobody carries it yet.",
        to=address("objectives:targets"),
    )
    about = _about("Add a target set from outside", "Add it")
    return act(request, AddTargetForm(posted(request)), about, done)


@read_or_send
@needs(Action.KEEP_TARGETS, seen=True)
def edit_target(request: PersonRequest, target_id: int) -> HttpResponse:
    found: ImposedTarget = get_object_or_404(targets_seen(), pk=target_id)
    theirs = {name: getattr(found, name) for name in FIELDS}
    form = EditTargetForm(posted(request), initial=theirs | {"version": found.edition})
    about, stale = _about("Change a target", "Save"), None
    if form.is_valid():
        kept = form.cleaned_data
        try:
            target_services.word_target(
                target=found,
                edition=kept["version"],
                words=TargetWords(**{name: kept[name] for name in FIELDS}),
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
                what="target",
                start_again_url=address("objectives:edit_target", found.pk),
            )
        else:
            notices.success(request, "Saved.")
            return redirect(address("objectives:targets"))
    return show_form(request, form, about, stale=stale)


@require_POST
@needs(Action.KEEP_TARGETS, seen=True)
def retire_target(request: PersonRequest, target_id: int) -> HttpResponse:
    """It no longer holds; undone with one click."""
    found: ImposedTarget = get_object_or_404(targets_seen(), pk=target_id)
    target_services.retire_target(target=found, standing=request.standing)
    undo = address("objectives:put_back_target", found.pk)
    notices.success(request, f"“{found.title}” is retired.", undo_url=undo)
    return redirect(address("objectives:targets"))


@require_POST
@needs(Action.KEEP_TARGETS, seen=True)
def put_back_target(request: PersonRequest, target_id: int) -> HttpResponse:
    found: ImposedTarget = get_object_or_404(targets_seen(), pk=target_id)
    target_services.put_back_target(target=found, standing=request.standing)
    notices.success(request, f"“{found.title}” holds again.")
    return redirect(address("objectives:targets"))
