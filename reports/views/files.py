"""A run's tables to take away."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from people.http import PersonRequest, needs
from people.policy import Action
from reports import exports, queries


@require_safe
@needs(Action.SEE_REPORTS)
def download(request: PersonRequest, run_id: int, table: str, form: str) -> HttpResponse:
    """One table of one run, named so that its date is seen in a folder."""
    run = get_object_or_404(queries.computed_runs(), pk=run_id)
    read = exports.TABLES[run.kind].get(table)
    if read is None or form not in exports.FORMATS:
        raise Http404
    found = read(run)
    if form == "xlsx" and not found.fits_workbook:
        raise Http404
    content_type, packed = exports.packed(found, form=form)
    response = HttpResponse(packed, content_type=content_type)
    name = f"{run.kind}-{table}-{run.as_of:%Y-%m-%d}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
