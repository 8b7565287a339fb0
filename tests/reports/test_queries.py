from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from objectives.models import Cycle, Objective
from people.models import Organisation
from people.policy import Role, Standing
from reports import queries
from reports.figures.cells import UnitNotCounted
from reports.models import ReportRun
from reports.queries.alignment import Finding, alignment_page, finding_page
from reports.queries.called import priority_names, unit_coded, unit_names
from reports.queries.chains import How
from reports.queries.coverage import coverage_page, uncovered_units
from reports.queries.gaps import gap_page, priority_in_force
from reports.queries.reach import reach_page
from tests.factories import (
    AskedObjectiveFactory,
    AssignmentFactory,
    ContributionLinkFactory,
    OrgUnitFactory,
    PriorityWordingFactory,
    StrategyVersionFactory,
)
from tests.reports.conftest import Trust

MEMBER = Standing(person_id=0, roles=frozenset({Role.MEMBER}))
OD = Standing(person_id=0, roles=frozenset({Role.OD_STAFF}))


def cycle() -> Cycle:
    return Cycle.objects.get()


def results(kind: str = "coverage") -> queries.Results:
    return queries.results(kind=kind, cycle=cycle())


def test_the_newest_figures_are_shown_and_earlier_ones_offered(trust: Trust) -> None:
    first = trust.compute("coverage", month=9)
    trust.objectives["W2"].links_up.update(state="accepted")
    second = trust.compute("coverage")

    found = results()

    assert found.run == second
    assert [run.id for run in found.earlier] == [first.pk]
    assert (found.under_way, found.failed, found.confirmed_at) == (None, None, None)


def test_a_run_that_found_an_earlier_input_brings_those_figures_back(trust: Trust) -> None:
    link = trust.objectives["W2"].links_up.get()
    first = trust.compute("coverage", month=8)
    link.state = "accepted"
    link.save()
    second = trust.compute("coverage", month=9)
    link.state = "proposed"
    link.save()
    trust.compute("coverage")

    found = results()

    assert found.run == first
    assert found.confirmed_at == ReportRun.objects.get(state="superseded").ended_at
    assert [run.id for run in found.earlier] == [second.pk]


def test_a_failed_try_is_told_until_newer_figures_are_there(trust: Trust) -> None:
    run = trust.compute("coverage", month=9)
    failed = ReportRun.objects.create(
        organisation=trust.organisation,
        kind="coverage",
        cycle=run.cycle,
        state="failed",
        trouble="The disk is full",
        as_of=run.as_of,
        ended_at=run.as_of + timedelta(days=1),
    )
    told = results()
    trust.objectives["W2"].links_up.update(state="accepted")
    trust.compute("coverage")

    assert (told.failed, told.run) == (failed, run)
    assert results().failed is None


def test_names_are_those_in_force_or_else_the_last_that_were(trust: Trust) -> None:
    ids = [priority.pk for priority in trust.priorities.values()]
    old = StrategyVersionFactory.create(number=2)
    PriorityWordingFactory.create(version=old, priority=trust.priorities["P1"], title="Draft words")

    names = priority_names(ids)

    assert [(name.ref, name.title) for name in names] == [
        ("P1", "Safe, kind care"),
        ("P2", "Fair outcomes"),
    ]


def test_a_unit_that_is_gone_still_has_a_name(trust: Trust) -> None:
    assert unit_names([404])[404].name == "A unit that is no longer there"


def test_the_whole_organisation_by_priorities(trust: Trust) -> None:
    run = trust.compute("coverage")
    root = unit_coded("")
    assert root is not None

    page = coverage_page(run, root)

    assert [page.unit_at(place).code for place in page.places.object_list] == ["MED", "EST"]
    assert page.part.shown[page.order].tolist() == [[2, 2, 1, 0, 0], [0, 0, -2, 0, 0]]
    assert [(t.expected, t.covered) for t in page.totals] == [(4, 2), (2, 0)]
    assert page.is_whole and page.uncovered_units == 1


def test_a_part_knows_what_is_above_it(trust: Trust) -> None:
    run = trust.compute("coverage")
    ward = unit_coded("W8")
    assert ward is not None

    page = coverage_page(run, ward)

    assert [unit.code for unit in page.above] == ["BOARD", "MED"]
    assert not page.is_whole
    assert [total.coverage_headcount for total in page.totals] == [None, None]


def test_gaps_only_lists_every_unit_with_a_gap_of_its_own(trust: Trust) -> None:
    run, root = trust.compute("coverage"), unit_coded("")
    assert root is not None

    page = coverage_page(run, root, gaps_only=True)

    assert [page.unit_at(place).code for place in page.places.object_list] == ["W8", "EST"]


def test_an_earlier_run_is_compared_by_unit(trust: Trust) -> None:
    earlier = trust.compute("coverage", month=9)
    trust.objectives["W2"].links_up.update(state="accepted")
    run, root = trust.compute("coverage"), unit_coded("")
    assert root is not None

    page = coverage_page(run, root, earlier=earlier)

    assert page.change is not None
    assert (page.change.closed, page.change.opened) == (1, 0)
    assert [(t.covered, t.covered_before) for t in page.totals] == [(3, 2), (0, 0)]


def test_a_unit_opened_since_was_not_counted(trust: Trust) -> None:
    run = trust.compute("coverage")
    OrgUnitFactory.create(code="NEW")
    new = unit_coded("NEW")
    assert new is not None

    with pytest.raises(UnitNotCounted):
        coverage_page(run, new)


def test_units_with_people_and_no_aligned_objective_are_listed(trust: Trust) -> None:
    run, root = trust.compute("coverage"), unit_coded("")
    assert root is not None

    units = uncovered_units(run, root, page=None)

    assert [unit.code for unit in units] == ["EST"]


def test_a_gap_says_what_was_asked_and_what_is_begun(trust: Trust) -> None:
    unit, priority = unit_coded("W8"), priority_in_force("P1")
    assert unit is not None and priority is not None
    run = trust.compute("coverage")
    asked = AskedObjectiveFactory.create(unit=trust.units["W8"], priority=trust.priorities["P1"])
    AssignmentFactory.create(unit=trust.units["W8"], is_lead=True, person__name="Grace Shah")

    page = gap_page(standing=MEMBER, unit=unit, priority=priority, cycle=cycle(), run=run)

    assert (page.expectation, page.objectives, page.gaps_below) == ("required", 0, [])
    assert page.asked is not None and page.asked.by == asked.asked_by.name
    assert [line.title for line in page.started] == ["Huddles at every handover"]
    assert page.leads == ["Grace Shah"]


def test_a_gap_names_the_units_below_that_were_asked(trust: Trust) -> None:
    unit, priority = unit_coded("MED"), priority_in_force("P2")
    assert unit is not None and priority is not None

    page = gap_page(
        standing=MEMBER,
        unit=unit,
        priority=priority,
        cycle=cycle(),
        run=trust.compute("coverage"),
    )

    assert [below.code for below in page.gaps_below] == ["W8"]


def test_a_draft_of_others_is_not_said_to_be_begun(trust: Trust) -> None:
    unit, priority = unit_coded("W8"), priority_in_force("P1")
    assert unit is not None and priority is not None
    Objective.objects.filter(ref="W2").update(state="draft")

    def begun(standing: Standing) -> int:
        page = gap_page(standing=standing, unit=unit, priority=priority, cycle=cycle(), run=None)
        return len(page.started)

    assert (begun(MEMBER), begun(OD)) == (0, 1)


def findings(trust: Trust, standing: Standing = MEMBER) -> dict[str, list[str]]:
    page = alignment_page(trust.compute("alignment"), standing=standing, now=NOW)
    return {taste.finding.value: [line.ref for line in taste.lines] for taste in page.findings}


NOW = datetime(2026, 11, 4, 9, tzinfo=UTC)


def test_each_finding_has_its_objectives(trust: Trust) -> None:
    assert findings(trust) == {
        "orphans": ["E1"],
        "unconfirmed": ["W2", "W3"],
        "unanswered": ["M1", "W2", "W3", "E1", "E2"],
        "local": ["E2"],
    }


def test_a_finding_shows_a_few_and_counts_all(trust: Trust) -> None:
    page = alignment_page(trust.compute("alignment"), standing=MEMBER, now=NOW)

    unanswered = next(it for it in page.findings if it.finding == Finding.UNANSWERED)
    assert (unanswered.total, len(unanswered.lines)) == (5, 5)


def breaks(trust: Trust, ref: str, standing: Standing = MEMBER) -> tuple[str, str | None, int]:
    """How an unconfirmed objective's chain is broken, what stands above, how much more there is."""
    run = trust.compute("alignment")
    lines = finding_page(run, Finding.UNCONFIRMED, standing=standing, now=NOW, page=None)
    [found] = [line.broken for line in lines if line.ref == ref]
    return found.how, found.parent.title if found.parent else None, found.more


def test_a_chain_is_broken_where_a_link_waits_or_an_objective_is_not_agreed(
    trust: Trust,
) -> None:
    assert breaks(trust, "W2") == (How.NOT_ANSWERED, "Halve harm from falls", 0)
    assert breaks(trust, "W3") == (How.NOT_AGREED, "Fair access to clinics", 0)


def test_a_link_to_a_priority_that_waits_is_named(trust: Trust) -> None:
    trust.objectives["M1"].links_up.update(state="proposed")

    assert breaks(trust, "M1") == (How.NOT_ANSWERED, "Safe, kind care", 0)
    assert breaks(trust, "W2") == (How.NOT_ANSWERED, "Halve harm from falls", 1)


def test_words_that_changed_long_ago_break_a_chain(trust: Trust) -> None:
    trust.objectives["W1"].links_up.update(state="stale", stale_since=NOW - timedelta(days=40))

    assert breaks(trust, "W1")[0] == How.NOT_RENEWED


def test_what_is_above_may_be_over(trust: Trust) -> None:
    Objective.objects.filter(ref="M1").update(state="achieved")

    assert breaks(trust, "W1") == (How.ENDED, "Halve harm from falls", 0)


def test_a_draft_above_is_named_only_to_those_who_see_it(trust: Trust) -> None:
    Objective.objects.filter(ref="M2").update(state="draft")

    assert breaks(trust, "W3") == (How.NOT_AGREED, None, 0)
    assert breaks(trust, "W3", OD) == (How.NOT_AGREED, "Fair access to clinics", 0)


def test_what_was_mended_or_taken_away_since_is_said(trust: Trust) -> None:
    run = trust.compute("alignment")
    trust.objectives["W2"].links_up.update(state="accepted")
    trust.objectives["W3"].links_up.update(state="ended")

    lines = finding_page(run, Finding.UNCONFIRMED, standing=MEMBER, now=NOW, page=None)

    assert [line.broken.how for line in lines] == [How.MENDED, How.GONE]


def reached(ref: str, standing: Standing = MEMBER, unit: str = "") -> set[str]:
    page = reach_page(ref, standing=standing, cycle=cycle(), unit_code=unit)
    assert page is not None
    return {it.title for it in page.objectives.values()}


def test_a_priority_reaches_all_that_serve_it_whatever_their_state(trust: Trust) -> None:
    assert reached("P1") == {
        "Halve harm from falls",
        "Falls down a fifth",
        "Huddles at every handover",
    }
    assert reached("P2") == {"Fair access to clinics", "Letters in plain words"}


def test_declined_links_and_withdrawn_objectives_are_left_out(trust: Trust) -> None:
    trust.objectives["W1"].links_up.update(state="declined")
    Objective.objects.filter(ref="W2").update(state="withdrawn")

    assert reached("P1") == {"Halve harm from falls"}


def test_what_may_not_be_seen_and_what_hangs_on_it_is_not_there(trust: Trust) -> None:
    Objective.objects.filter(ref="M2").update(state="draft")

    assert reached("P2") == set()
    assert reached("P2", OD) == {"Fair access to clinics", "Letters in plain words"}


def test_one_unit_is_shown_with_all_above_it(trust: Trust) -> None:
    assert reached("P1", unit="W8") == {"Halve harm from falls", "Huddles at every handover"}


def test_there_is_no_page_for_what_there_is_not(trust: Trust) -> None:
    assert reach_page("P9", standing=MEMBER, cycle=cycle()) is None
    assert reach_page("P1", standing=MEMBER, cycle=cycle(), unit_code="NONE") is None


def test_an_objective_of_another_year_is_not_reached(trust: Trust) -> None:
    ContributionLinkFactory.create(
        child__cycle=Cycle.objects.create(
            organisation=trust.organisation,
            name="2025/26",
            starts_on="2025-04-01",
            ends_on="2026-03-31",
            state="closed",
        ),
        child__title="Last year's",
        parent_priority=trust.priorities["P1"],
        state="accepted",
    )

    page = reach_page("P1", standing=MEMBER, cycle=Cycle.objects.get(name="2026/27"))

    assert page is not None
    assert "Last year's" not in {it.title for it in page.objectives.values()}


def test_a_document_has_only_what_the_contract_names(trust: Trust) -> None:
    assert "counted" not in queries.document(trust.compute("coverage"))
    assert "counted" not in queries.document(trust.compute("alignment"))


def test_a_run_keeps_what_it_counted(trust: Trust, inside: Organisation) -> None:
    assert trust.compute("coverage").summary["counted"] == {
        "objectives": 6,
        "links": 2,
        "units": 5,
        "people": 2,
    }
