"""One import: how far it is, what it would do, its bad rows, going ahead and undoing."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.addresses import address
from people.form_pages import posted
from people.http import PersonRequest, creates_once, needs
from people.intake import queries, registry, services, steps, wording
from people.intake.files import download
from people.intake.forms import ConfirmForm, GoForm
from people.intake.next_steps import next_steps
from people.intake.orders import ImportRefused
from people.models import ImportRun
from people.policy import Action
from ui import notices
from ui.http import INVALID, safe_redirect, wants_fragment

State = ImportRun.State


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Action.IMPORT)
def check(request: PersonRequest, run_id: int) -> HttpResponse:
    """The page of one import, whatever it is at; a POST confirms how much it makes inactive."""
    run = get_object_or_404(queries.runs(), pk=run_id)
    if run.state == State.CHOSEN:
        return redirect(address("people:import_match", run.pk))
    count = steps.to_confirm(run)
    form = None if count is None else ConfirmForm(posted(request), count=count)
    if form is not None and form.is_valid():
        number = form.cleaned_data["number"]
        steps.confirm_deactivations(run=run, count=number, now=timezone.now())
        return redirect(address("people:import_check", run.pk))
    context = _frame(run) | {"form": form, "go_form": GoForm()}
    if not queries.is_under_way(run):
        context |= _figures(run, page=request.GET.get("page"))
    status = INVALID if form is not None and form.errors else 200
    return render(request, "people/imports/check.html", context, status=status)


def _frame(run: ImportRun) -> dict[str, Any]:
    is_under_way, is_given_up = queries.is_under_way(run), queries.is_given_up(run)
    return {
        "run": run,
        "kind_words": wording.kind_words(run.kind),
        "is_under_way": is_under_way and not is_given_up,
        "is_given_up": is_given_up,
        "is_file_kept": steps.has_files(run),
        "how_far": wording.how_far(run),
        "poll_url": address("people:import_progress", run.pk),
    }


def _figures(run: ImportRun, *, page: str | None) -> dict[str, Any]:
    problems = queries.problems_of(run)
    importer = registry.importer(run.kind)
    now = timezone.now()
    bad = wording.rows_in_error(problems)
    names = [importer.sheet_name(sheet) for sheet in importer.sheets]
    return {
        "summary": wording.summary(run, problems),
        "problems": Paginator(problems, queries.A_PAGE).get_page(page),
        "sheet_words": {importer.sheet_name(s): s.words for s in importer.sheets},
        "bad_rows": [name for name in names if any(file == name for file, _ in bad)],
        "good_rows": wording.good_rows(run, problems),
        "has_bad_rows": bool(bad),
        "changes_nothing": wording.changes_nothing(run),
        "has_two_files": len(names) > 1,
        "can_be_undone": queries.last_import_id(now=now) == run.pk,
        "undo_until": run.ended_at and run.ended_at + services.CAN_BE_UNDONE_FOR,
        "next_steps": next_steps(run.kind) if run.state == State.DONE else [],
    }


@require_safe
@needs(Action.IMPORT)
def progress(request: PersonRequest, run_id: int) -> HttpResponse:
    """How far it is, for a page that asks again; when it is over, the page is opened anew."""
    run = get_object_or_404(queries.runs(), pk=run_id)
    context = _frame(run)
    if not (wants_fragment(request) and context["is_under_way"]):
        page = address("people:import_check", run.pk)
        return safe_redirect(request, to=page, otherwise=page)
    return render(request, "people/imports/_progress.html", context)


@require_POST
@needs(Action.IMPORT)
@creates_once
def go(request: PersonRequest, run_id: int) -> HttpResponse:
    """Has a checked import carried out by a worker."""
    run = get_object_or_404(queries.runs(), pk=run_id)
    try:
        steps.go(run=run, now=timezone.now())
    except ImportRefused as refusal:
        notices.notice(request, f"{refusal}.")
    return redirect(address("people:import_check", run.pk))


@require_safe
@needs(Action.IMPORT)
def bad_rows(request: PersonRequest, run_id: int, sheet: str) -> HttpResponse:
    """The rows of one file that cannot be imported, each with what to do, as a CSV file."""
    run = get_object_or_404(queries.runs_with_files(), pk=run_id)
    found = queries.sheet_named(run, sheet)
    if found is None:
        raise Http404
    table = steps.read_files(run)[found.place]
    content = queries.mended_rows(run=run, table=table, sheet_name=sheet)
    return download(content, name=f"{request.organisation.slug}-{sheet}-rows-to-mend.csv")


@require_POST
@needs(Action.IMPORT)
def undo(request: PersonRequest, run_id: int) -> HttpResponse:
    """Has a worker take the last import back, or says in words why not."""
    run = get_object_or_404(queries.runs(), pk=run_id)
    try:
        steps.ask_to_undo(run=run, person=request.person, now=timezone.now())
    except ImportRefused as refusal:
        notices.notice(request, f"{refusal}.")
    return redirect(address("people:import_check", run.pk))
