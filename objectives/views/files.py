"""The rows of a list as a file to take away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import urlencode

from django.http import Http404, HttpResponse

from people.addresses import address
from people.http import PersonRequest
from people.imports.writing import Cell, csv_bytes, xlsx_bytes

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def rows_file(
    form: str, *, name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]
) -> HttpResponse:
    """A CSV file or a workbook; another ending is no file of ours."""
    if form == "csv":
        response = HttpResponse(
            csv_bytes(header=header, rows=rows), content_type="text/csv; charset=utf-8"
        )
    elif form == "xlsx":
        response = HttpResponse(xlsx_bytes(header=header, rows=rows), content_type=WORKBOOK)
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response


def files_of(request: PersonRequest, where: str) -> dict[str, str]:
    """Where the rows of this list can be taken away, narrowed as the page is."""
    asked = {name: value for name, value in request.GET.items() if name != "page"}
    query = f"?{urlencode(asked)}" if asked else ""
    return {form: address(where, form) + query for form in ("xlsx", "csv")}
