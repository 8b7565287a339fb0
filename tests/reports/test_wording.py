from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from objectives.models import ExpectedContribution
from reports.models import ReportRun
from reports.queries.called import UnitName, unit_coded
from reports.queries.chains import Broken, How, Named
from reports.queries.coverage import CoveragePage, coverage_page
from reports.wording.alignment import (
    alignment_change,
    alignment_finding,
    broken_words,
    concentration_sentences,
    crossing_sentence,
    level_words,
    to_mend,
)
from reports.wording.coverage import (
    cell_note,
    change_sentence,
    coverage_finding,
    sight_sentence,
    total_change,
    units_hint,
)
from reports.wording.numbers import difference, in_words, percent, so_many
from reports.wording.runs import counted_words, failure_words, progress
from tests.factories import ContributionLinkFactory, ObjectiveFactory
from tests.reports.conftest import Trust

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)


def page_of(trust: Trust, code: str = "", earlier: ReportRun | None = None) -> CoveragePage:
    unit = unit_coded(code)
    assert unit is not None
    return coverage_page(trust.compute("coverage"), unit, earlier=earlier)


def serve(trust: Trust, code: str, ref: str) -> None:
    """An agreed objective of that unit that serves the priority."""
    ContributionLinkFactory.create(
        child=ObjectiveFactory.create(unit=trust.units[code], state="live"),
        parent_priority=trust.priorities[ref],
        state="accepted",
    )


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no gaps"), (1, "one gap"), (9, "nine gaps"), (1240, "1,240 gaps")]
)
def test_small_numbers_are_words(number: int, words: str) -> None:
    assert so_many(number, "gap") == words


def test_a_share_of_nothing_is_not_nought() -> None:
    assert (percent(None), percent(0), percent(0.656)) == ("not applicable", "0%", "66%")


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [(5, 3, "2 more"), (3, 5, "2 fewer"), (3, 3, "no change"), (3, None, "new")],
)
def test_a_change_is_said_in_words(now: int, before: int | None, words: str) -> None:
    assert difference(now, before) == words


def test_the_widest_gap_comes_first(trust: Trust) -> None:
    assert coverage_finding(page_of(trust)) == (
        "Two priorities have no objective in Estates: “Safe, kind care” and “Fair outcomes”. "
        "One other division has a gap too."
    )


def test_one_gap_names_its_priority(trust: Trust) -> None:
    serve(trust, "EST", "P1")
    serve(trust, "W8", "P2")

    assert coverage_finding(page_of(trust)) == "“Fair outcomes” has no objective in Estates."


def test_a_team_is_looked_at_itself(trust: Trust) -> None:
    serve(trust, "W8", "P1")

    assert coverage_finding(page_of(trust, "W8")) == "“Fair outcomes” has no objective in Ward 8."


def test_without_a_whole_gap_the_thinnest_priority_is_told(trust: Trust) -> None:
    for ref in ("P1", "P2"):
        serve(trust, "EST", ref)
    serve(trust, "W7", "P2")

    assert coverage_finding(page_of(trust)) == (
        "Each part has an objective for every priority asked of it. “Fair outcomes” has come to "
        "the fewest of the units asked: 1 of 2."
    )


def test_without_any_gap_that_is_said(trust: Trust) -> None:
    for code, ref in (("W8", "P1"), ("W8", "P2"), ("EST", "P1"), ("EST", "P2")):
        serve(trust, code, ref)

    assert coverage_finding(page_of(trust)) == (
        "Every unit that was asked has an objective for each priority."
    )


def test_where_nothing_was_asked_no_gap_can_be_shown(trust: Trust) -> None:
    ExpectedContribution.objects.all().delete()

    assert coverage_finding(page_of(trust)) == (
        "No unit here has been asked to serve a priority yet, so no gap can be shown."
    )


def test_gaps_that_closed_are_counted(trust: Trust) -> None:
    earlier = trust.compute("coverage", month=9)
    serve(trust, "W8", "P1")
    page = page_of(trust, earlier=earlier)

    assert change_sentence(page, earlier.as_of) == (
        "Since 3 September 2026 one gap has closed and no gaps have opened."
    )
    assert [total_change(total) for total in page.totals] == ["1 more", "no change"]


def test_a_unit_that_was_not_counted_then_cannot_be_compared(trust: Trust) -> None:
    page = page_of(trust)

    assert change_sentence(page, NOON) == (
        "Since 3 November 2026 nothing can be compared: this unit was not counted then."
    )


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [(3, 1, "2 more"), (0, 2, "2 fewer"), (-1, 0, ""), (2, 2, ""), (2, -1, "new")],
)
def test_a_cell_says_how_it_has_changed(now: int, before: int, words: str) -> None:
    assert cell_note(now, before) == words


def test_what_lies_below_a_unit_is_hinted_at() -> None:
    ward = UnitName(id=1, code="W7", name="Ward 7", kind="Team")

    assert units_hint(ward, units=12, gaps=0) == "12 below, no gaps"
    assert units_hint(ward, units=0, gaps=3) == ""
    assert units_hint(replace(ward, is_closed=True), units=0, gaps=3) == "Closed"


def test_a_line_of_sight_has_both_its_numbers() -> None:
    assert sight_sentence({"in_scope": 1500, "connected": 984, "rate": 0.656}) == (
        "984 of 1,500 people (66%): an objective of their own unit, or one they answer for, "
        "reaches a priority."
    )
    assert "nobody can be counted" in sight_sentence({"in_scope": 0, "connected": 0, "rate": None})


def summary(**more: Any) -> dict[str, Any]:
    level = {"level": 1, "total": 6, "aligned": 2, "unconfirmed": 2, "local": 1, "orphans": 1}
    return {
        "objectives": {"total": 6},
        "rate": 0.4,
        "levels": [level | {"rate": 0.4}],
        "concentration": {
            "people": 25,
            "answerable": 2,
            "effective_number": 1.6,
            "gini": 0.9,
            "top10_share": 1.0,
            "unanswered": 2,
        },
        **more,
    }


def test_alignment_says_how_many_reach_and_what_keeps_the_others() -> None:
    assert alignment_finding(summary()) == (
        "2 of the 5 agreed objectives that should reach a priority do (40%). Two wait on "
        "something further up and one serves none at all."
    )


def test_alignment_of_nothing_and_of_everything() -> None:
    whole = {"level": 1, "total": 3, "aligned": 2, "unconfirmed": 0, "local": 1, "orphans": 0}

    assert "No objective is agreed yet" in alignment_finding(
        summary(objectives={"total": 0}, levels=[])
    )
    assert alignment_finding(summary(objectives={"total": 3}, levels=[whole])) == (
        "Every agreed objective that should reach a priority does."
    )


def test_concentration_names_nobody_and_keeps_its_denominators() -> None:
    assert concentration_sentences(summary()) == [
        "2 of 25 people answer for at least one agreed objective (8%).",
        "The tenth of people who answer for most, 3 of 25, answer for 4 of the 4 objectives that "
        "somebody answers for (100%).",
        "It is as if two people shared them equally.",
    ]
    nobody = summary()["concentration"] | {"unanswered": 6}
    assert concentration_sentences(summary(concentration=nobody)) == [
        "Nobody is answerable for an agreed objective yet."
    ]


@pytest.mark.parametrize(
    ("external", "internal", "leaning"),
    [
        (38, 372, "Most links stay inside one division."),
        (3, 1, "Most links join one division to another."),
        (2, 2, "As many links join divisions as stay inside one."),
    ],
)
def test_crossing_is_said_in_words(external: int, internal: int, leaning: str) -> None:
    index = (external - internal) / (external + internal)
    said = crossing_sentence({"external": external, "internal": internal, "ei_index": index})

    assert said.startswith(f"{external} of the {external + internal} links")
    assert said.endswith(leaning)


def test_without_links_nothing_crosses() -> None:
    assert crossing_sentence({"external": 0, "internal": 0, "ei_index": None}) == (
        "No agreed objective is linked to another yet."
    )


def test_what_changed_in_alignment_has_both_numbers() -> None:
    before = summary(rate=0.25)
    before["levels"][0]["aligned"] = 1

    lines = alignment_change(summary(), before)

    assert lines[0] == "2 reach a priority (1 more, it was 1)"
    assert lines[-1] == "40% of those that should do (it was 25%)"


def test_levels_are_told_from_the_board_down() -> None:
    level = summary()["levels"][0]

    assert level_words(level | {"level": 0}).name == "The board’s own"
    assert level_words(level).name == "One step below the board"
    assert level_words(level).cells == ["6", "2", "2", "1", "1", "40%"]


CHILD = Named(id=1, title="Falls down a fifth", unit="Ward 7", state="Agreed")
PARENT = Named(id=2, title="Halve harm", unit="Medicine", state="Talking")
PRIORITY = Named(id=0, title="Safe care", unit="", state="")


@pytest.mark.parametrize(
    ("broken", "words", "mend"),
    [
        (
            Broken(how=How.NOT_ANSWERED, child=CHILD, parent=PARENT, is_own=True),
            "Its link to “Halve harm” (Medicine) waits for an answer from Medicine.",
            CHILD,
        ),
        (
            Broken(how=How.NOT_ANSWERED, child=CHILD, parent=PRIORITY, more=2),
            "The link from “Falls down a fifth” (Ward 7) to “Safe care” waits for an answer from "
            "the Board’s side. Two things further up are open too.",
            CHILD,
        ),
        (
            Broken(how=How.NOT_AGREED, child=CHILD, parent=PARENT, more=1),
            "“Halve harm” (Medicine) is not agreed yet (talking). One thing further up is open "
            "too.",
            PARENT,
        ),
        (
            Broken(how=How.NOT_AGREED, child=CHILD),
            "It waits on an objective that is still being drafted.",
            None,
        ),
        (
            Broken(how=How.ENDED, child=CHILD, parent=PARENT),
            "“Halve harm” (Medicine) is over, so nothing can count through it.",
            CHILD,
        ),
        (
            Broken(how=How.NOT_RENEWED, parent=PARENT),
            "A link further up was agreed for words that have changed, and has waited for more "
            "than 30 days to be confirmed.",
            None,
        ),
        (
            Broken(how=How.MENDED),
            "This has been mended since: a whole chain leads to a priority now.",
            None,
        ),
        (
            Broken(how=How.GONE),
            "The way it had is gone: nothing that it serves leads to a priority now.",
            None,
        ),
    ],
)
def test_a_broken_chain_names_what_breaks_it(
    broken: Broken, words: str, mend: Named | None
) -> None:
    assert broken_words(broken) == words
    assert to_mend(broken) == mend


def run(state: str = "queued", **more: Any) -> ReportRun:
    return ReportRun(state=state, created_at=NOON, **more)


def test_a_run_that_nobody_takes_is_not_waited_for_forever() -> None:
    soon = progress(run(), now=NOON + timedelta(seconds=30))
    late = progress(run(), now=NOON + timedelta(seconds=31))

    assert (soon.is_watched, soon.words) == (True, "Waiting for its turn")
    assert not late.is_watched
    assert late.words.startswith("Nobody has begun on these figures yet.")


def test_a_run_says_how_far_it_is_until_it_takes_too_long() -> None:
    at_work = run("running", attempts=1, steps_done=2, step_words="Following links")

    soon = progress(at_work, now=NOON + timedelta(minutes=9))
    late = progress(at_work, now=NOON + timedelta(minutes=11))

    assert (soon.words, soon.done, soon.is_watched) == ("Following links", 2, True)
    assert not late.is_watched
    assert late.words.startswith("This takes longer than usual.")


def test_a_run_taken_up_again_is_waited_for() -> None:
    again = progress(run(attempts=1), now=NOON + timedelta(minutes=2))

    assert again.is_watched


def test_what_was_counted_is_said() -> None:
    seen = {"objectives": 1, "links": 1139, "units": 815, "people": 1}

    assert counted_words(run(summary={"counted": seen})) == (
        "Counted: 1 agreed objective, 1,139 links that count, 815 units and 1 person."
    )


def test_a_failure_says_why_and_what_stands() -> None:
    failed = run("failed", ended_at=NOON, trouble="The disk is full")

    assert failure_words(failed, has_figures=True) == (
        "These figures could not be computed on 3 November 2026 at midday. The disk is full. "
        "What you see are the last figures that could be."
    )
    assert failure_words(failed, has_figures=False).endswith("The disk is full.")


def test_numbers_up_to_nine_are_written_out() -> None:
    assert [in_words(number) for number in (2, 9, 10)] == ["two", "nine", "10"]
