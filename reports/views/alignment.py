"""Alignment: which objectives reach a priority, and what would mend those that do not."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.http import PersonRequest, needs
from people.policy import Action
from reports.models import ReportRun
from reports.queries.alignment import (
    AlignmentPage,
    Finding,
    FindingTaste,
    ObjectiveLine,
    alignment_page,
    finding_page,
)
from reports.views.frame import Frame, frame_of, instead
from reports.wording.alignment import (
    FINDINGS,
    LEVEL_HEADINGS,
    alignment_change,
    alignment_finding,
    broken_words,
    concentration_sentences,
    crossing_sentence,
    level_words,
    tally_of,
    to_mend,
)
from reports.wording.numbers import difference
from ui.http import page_or_fragment


@require_safe
@needs(Action.SEE_REPORTS)
def alignment(request: PersonRequest) -> HttpResponse:
    frame = frame_of(request, ReportRun.Kind.ALIGNMENT)
    context: dict[str, Any] = {"frame": frame}
    if frame.run is None or frame.missing:
        return instead(request, "reports/nothing.html", context)
    page = alignment_page(
        frame.run, standing=request.standing, now=timezone.now(), earlier=frame.earlier
    )
    return page_or_fragment(
        request,
        page="reports/alignment.html",
        fragment="reports/_alignment.html",
        context=context | _shown(page, frame),
    )


def _shown(page: AlignmentPage, frame: Frame) -> dict[str, Any]:
    summary = page.run.summary
    before = tally_of(page.earlier.summary) if page.earlier else {}
    return {
        "page": page,
        "finding": alignment_finding(summary),
        "findings": [_finding_shown(taste, before) for taste in page.findings],
        "level_headings": LEVEL_HEADINGS,
        "levels": [level_words(level) for level in summary["levels"]],
        "priorities": [
            {"line": line, "change": difference(line.objectives, line.objectives_before)}
            for line in page.priorities
        ],
        "crossing": crossing_sentence(summary["cross_boundary"]),
        "ei_index": summary["cross_boundary"]["ei_index"],
        "concentration": concentration_sentences(summary),
        "gini": summary["concentration"]["gini"],
        "change": alignment_change(summary, page.earlier.summary) if page.earlier else [],
    }


def _finding_shown(taste: FindingTaste, before: dict[str, int]) -> dict[str, Any]:
    return {
        "name": taste.finding.value,
        "words": FINDINGS[taste.finding],
        "total": taste.total,
        "change": difference(taste.total, before[taste.finding]) if taste.finding in before else "",
        "lines": [_line_shown(line) for line in taste.lines],
    }


def _line_shown(line: ObjectiveLine) -> dict[str, Any]:
    """An objective, what is open on its way up, and the page where that is put right."""
    mend = to_mend(line.broken) if line.broken else None
    is_elsewhere = mend is not None and mend.id != line.id
    return {
        "objective": line,
        "broken": broken_words(line.broken) if line.broken else "",
        "mend_id": mend.id if mend and is_elsewhere else 0,
        "mend_title": mend.title if mend and is_elsewhere else "",
    }


@require_safe
@needs(Action.SEE_REPORTS)
def finding(request: PersonRequest, finding: str) -> HttpResponse:
    """One finding's objectives, 25 a page, each with what would mend it."""
    frame = frame_of(request, ReportRun.Kind.ALIGNMENT)
    if frame.run is None or finding not in list(Finding):
        raise Http404
    found = finding_page(
        frame.run,
        Finding(finding),
        standing=request.standing,
        now=timezone.now(),
        page=request.GET.get("page"),
    )
    return page_or_fragment(
        request,
        page="reports/finding.html",
        fragment="reports/_finding.html",
        context={
            "frame": frame,
            "finding": finding,
            "words": FINDINGS[Finding(finding)],
            "page": found,
            "lines": [_line_shown(line) for line in found.object_list],
        },
    )
