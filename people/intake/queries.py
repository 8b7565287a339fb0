"""Reads about imports and exports. Each starts from the organisation in force."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import compress

from django.core.paginator import Paginator
from django.db.models import CharField, Exists, OuterRef, QuerySet, Value
from django.db.models.functions import Cast, Concat

from people.imports.problems import Problem
from people.imports.table import Table
from people.imports.writing import csv_bytes, rows_to_mend
from people.intake import registry
from people.intake.registry import Importer, Rows, Sheet
from people.intake.services import CAN_BE_UNDONE_FOR
from people.models import Errand, ImportRun
from people.policy import Action, Standing

A_PAGE = 25
LARGE = ("first_file", "second_file", "matchings", "result")


def runs_with_files() -> QuerySet[ImportRun]:
    """Those that were checked and go on from there: the files of ended ones are not kept."""
    return ImportRun.objects.filter(state=ImportRun.State.CHECKED)


def runs() -> QuerySet[ImportRun]:
    """Imports without what is large, and saying which ones no worker could finish."""
    about = Concat(
        Value("import:"), Cast(OuterRef("pk"), CharField()), Value(":"), output_field=CharField()
    )
    given_up = Errand.objects.filter(state=Errand.State.DEAD, key__startswith=about)
    waiting = Errand.objects.filter(
        state__in=(Errand.State.WAITING, Errand.State.PUBLISHED), key__startswith=about
    )
    return ImportRun.objects.defer(*LARGE).annotate(
        has_dead_errand=Exists(given_up), has_live_errand=Exists(waiting)
    )


def is_under_way(run: ImportRun) -> bool:
    """Whether a worker is at it, or one will be."""
    state = ImportRun.State
    return run.state in (state.CHECKING, state.IMPORTING, state.UNDOING)


def is_given_up(run: ImportRun) -> bool:
    """Whether workers were given it too often without finishing it; for a row of `runs()`."""
    has_dead, has_live = getattr(run, "has_dead_errand"), getattr(run, "has_live_errand")  # noqa: B009
    return is_under_way(run) and bool(has_dead) and not has_live


def last_import_id(*, now: datetime) -> int | None:
    """The one import that can be undone now, if there is one."""
    state = ImportRun.State
    last = (
        ImportRun.objects.filter(state__in=(state.DONE, state.UNDOING))
        .order_by("-pk")
        .values_list("pk", "ended_at", "state")
        .first()
    )
    if last is None or last[1] is None or now - last[1] > CAN_BE_UNDONE_FOR:
        return None
    return last[0] if last[2] == state.DONE else None


def imports() -> Paginator[ImportRun]:
    return Paginator(runs().order_by("-created_at", "-pk"), A_PAGE)


def problems_of(run: ImportRun) -> list[Problem]:
    return [Problem(**problem) for problem in run.result.get("problems", ())]


def mended_rows(*, run: ImportRun, table: Table, sheet_name: str) -> bytes:
    """The rows of one file that cannot be saved, as a file to mend and import."""
    header, rows = rows_to_mend(table, problems=problems_of(run), file=sheet_name)
    return csv_bytes(header=header, rows=rows)


def sheet_named(run: ImportRun, name: str) -> Sheet | None:
    importer = registry.importer(run.kind)
    return next((s for s in importer.sheets if importer.sheet_name(s) == name), None)


def importer_of_kind(kind: str) -> Importer | None:
    return next((each for each in registry.importers() if each.kind == kind), None)


def exports_for(standing: Standing) -> Sequence[Importer]:
    """What this person may take out: nothing that would show more than pages show them."""
    return [
        each
        for each in registry.importers()
        if each.export and standing.is_everywhere(each.export_needs)
    ]


def exported(
    importer: Importer, standing: Standing, *, now: datetime
) -> tuple[Sequence[str], Rows]:
    """Header and rows of a kind as this person sees it.

    Columns for who may take everything out, such as staff numbers, are left out for others: an
    import leaves alone what a file has no column for.
    """
    rows = _rows_seen_by(importer, standing, now=now)
    header = [*importer.header, *importer.export_beside]
    if standing.is_everywhere(Action.EXPORT) or not importer.for_whole_exports:
        return header, rows
    kept = [name not in importer.for_whole_exports for name in header]
    return list(compress(header, kept)), (tuple(compress(row, kept)) for row in rows)


def _rows_seen_by(importer: Importer, standing: Standing, *, now: datetime) -> Rows:
    if importer.export_seen_by is not None:
        return importer.export_seen_by(standing, now)
    return importer.export() if importer.export else ()
