from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.addresses import address
from people.audit import queries
from people.audit.files import record_as_csv
from people.audit.forms import RecordSearchForm
from people.http import PersonRequest, needs
from people.policy import Action
from ui.http import INVALID, page_or_fragment


@require_safe
@needs(Action.SEE_RECORD)
def record(request: PersonRequest) -> HttpResponse:
    """Every change in the organisation, the newest first, as far as a search lets it in."""
    form = RecordSearchForm(request.GET)
    found = queries.changes(standing=request.standing, search=form.search())
    words = request.GET.copy()
    words.pop("page", None)
    context = {
        "form": form,
        "changes": found.get_page(request.GET.get("page")),
        "is_search": bool(words),
        "csv_url": f"{address('people:record_file')}?{words.urlencode()}",
        "file_holds": queries.FILE_HOLDS,
    }
    return page_or_fragment(
        request,
        page="people/audit/record.html",
        fragment="people/audit/_record.html",
        context=context,
        status=INVALID if form.errors else 200,
    )


@require_safe
@needs(Action.SEE_RECORD)
def record_file(request: PersonRequest) -> HttpResponse:
    """The changes that the search finds, as a CSV file."""
    search = RecordSearchForm(request.GET).search()
    lines = queries.changes_for_file(standing=request.standing, search=search)
    name = f"{request.organisation.slug}-record-{timezone.localdate():%Y-%m-%d}.csv"
    return HttpResponse(
        record_as_csv(lines),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
