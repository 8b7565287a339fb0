"""Taking what is here away, in the columns that imports read."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.http import PersonRequest
from people.imports.writing import csv_bytes, xlsx_bytes
from people.intake import queries
from people.intake.files import download
from people.policy import Action

WRITERS = {"csv": csv_bytes, "xlsx": xlsx_bytes}


@require_safe
def exports(request: PersonRequest) -> HttpResponse:
    """Every kind that this person may take out."""
    kinds = queries.exports_for(request.standing)
    if not kinds:
        raise Http404
    context = {
        "kinds": kinds,
        "may_import": request.standing.may(Action.IMPORT),
    }
    return render(request, "people/imports/exports.html", context)


@require_safe
def export(request: PersonRequest, kind: str, form: str) -> HttpResponse:
    """One kind as this person sees it, as a file; imported again, it changes nothing."""
    importer = next((e for e in queries.exports_for(request.standing) if e.kind == kind), None)
    if importer is None or form not in WRITERS:
        raise Http404
    header, rows = queries.exported(importer, request.standing, now=timezone.now())
    content = WRITERS[form](header=header, rows=rows)
    day = timezone.localdate()
    return download(content, name=f"{request.organisation.slug}-{kind}-{day:%Y-%m-%d}.{form}")
