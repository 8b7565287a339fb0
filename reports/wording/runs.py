"""What pages say about a run: how far it is, what it saw, what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from reports.models import ReportRun
from reports.wording.numbers import sentence
from ui.wording import counted, listed, moment_in_words

TAKEN_WITHIN = timedelta(seconds=30)
WATCHED_FOR = timedelta(minutes=10)


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a run is. `is_watched` says whether the page should ask again."""

    words: str
    done: int
    is_watched: bool


def progress(run: ReportRun, *, now: datetime) -> Progress:
    """A page never waits forever: it says so when nobody takes the run, and asks no more."""
    waited = now - run.created_at
    if run.state == ReportRun.State.QUEUED and not run.attempts and waited > TAKEN_WITHIN:
        words = (
            "Nobody has begun on these figures yet. They are not lost: they will be computed as "
            "soon as there is room. You need not wait here."
        )
        return Progress(words=words, done=0, is_watched=False)
    if waited > WATCHED_FOR:
        words = (
            "This takes longer than usual. It goes on by itself: you can leave this page and come "
            "back later."
        )
        return Progress(words=words, done=run.steps_done, is_watched=False)
    words = run.step_words if run.state == ReportRun.State.RUNNING else "Waiting for its turn"
    return Progress(words=words, done=run.steps_done, is_watched=True)


def counted_words(run: ReportRun) -> str:
    """What the figures were worked out from."""
    seen = run.summary["counted"]
    parts = [
        counted(seen["objectives"], "agreed objective"),
        counted(seen["links"], "link that counts", "links that count"),
        counted(seen["units"], "unit"),
        counted(seen["people"], "person", "people"),
    ]
    return sentence(f"counted: {listed(parts)}")


def failure_words(run: ReportRun, *, has_figures: bool) -> str:
    """Why the newest try failed, and what stands instead."""
    at = moment_in_words(run.ended_at or run.created_at)
    said = f"These figures could not be computed on {at}. {sentence(run.trouble)}"
    if not has_figures:
        return said
    return f"{said} What you see are the last figures that could be."
