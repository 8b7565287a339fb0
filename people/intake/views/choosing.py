"""The first two steps of an import: which file, and which of its columns is which."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from people.addresses import address
from people.form_pages import posted
from people.http import PersonRequest, creates_once, needs
from people.intake import queries, registry, steps
from people.intake.forms import ChooseFilesForm, MatchForm
from people.intake.wording import kind_words, line
from people.models import ImportRun
from people.policy import Action
from ui.http import INVALID, page_or_fragment

read_or_send = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
@needs(Action.IMPORT)
def imports(request: PersonRequest) -> HttpResponse:
    """What can be imported, and the earlier imports, the newest first."""
    page = queries.imports().get_page(request.GET.get("page"))
    context = {
        "kinds": registry.importers(),
        "page": page,
        "lines": [line(run) for run in page],
        "undo_id": queries.last_import_id(now=timezone.now()),
        "may_export": bool(queries.exports_for(request.standing)),
    }
    return page_or_fragment(
        request,
        page="people/imports/imports.html",
        fragment="people/imports/_imports.html",
        context=context,
    )


@read_or_send
@needs(Action.IMPORT)
@creates_once
def choose(request: PersonRequest, kind: str) -> HttpResponse:
    """Step 1: the file, or both files of an organogram."""
    importer = queries.importer_of_kind(kind)
    if importer is None:
        raise Http404
    files = request.FILES if request.method == "POST" else None
    begun = {"instead_of": _number(request.GET.get("instead", ""))}
    form = ChooseFilesForm(posted(request), files, importer=importer, initial=begun)
    if form.is_valid():
        run = steps.start_import(
            kind=kind,
            files=form.files_chosen(),
            person=request.person,
            now=timezone.now(),
            instead_of=form.cleaned_data["instead_of"],
        )
        is_sure = run.state == ImportRun.State.CHECKING
        return redirect(
            address("people:import_check" if is_sure else "people:import_match", run.pk)
        )
    context = {"form": form, "importer": importer, "kind_words": importer.words}
    status = INVALID if form.errors else 200
    return render(request, "people/imports/choose.html", context, status=status)


def _number(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 19 else None


@read_or_send
@needs(Action.IMPORT)
def match(request: PersonRequest, run_id: int) -> HttpResponse:
    """Step 2: which column of the file is which; asked once, then remembered."""
    run = get_object_or_404(queries.runs(), pk=run_id)
    if not steps.may_be_matched(run):
        return redirect(address("people:import_check", run.pk))
    tables = steps.read_files(run)
    about: dict[str, Any] = {"importer": registry.importer(run.kind), "tables": tables}
    form = MatchForm(posted(request), matchings=run.matchings, **about)
    if form.is_valid():
        steps.match_columns(run=run, tables=tables, matchings=form.matchings(), now=timezone.now())
        return redirect(address("people:import_check", run.pk))
    context = {"form": form, "run": run, "kind_words": kind_words(run.kind)}
    return page_or_fragment(
        request,
        page="people/imports/match.html",
        fragment="people/imports/_match.html",
        context=context,
        status=INVALID if form.errors else 200,
    )
