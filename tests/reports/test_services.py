from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection

from objectives.models import Cycle, Objective
from people.models import Errand, Organisation
from people.tenancy import acting_in
from reports import queries, services, snapshot, tasks
from reports.models import ReportRun
from reports.snapshot import read_columns
from strategy.models import Priority, StrategyVersion
from tests.factories import (
    AssignmentFactory,
    ContributionLinkFactory,
    CycleFactory,
    ErrandFactory,
    ExpectedContributionFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    PersonFactory,
    PriorityWordingFactory,
    StrategyVersionFactory,
)
from tests.parallel import at_once


@pytest.fixture
def priority(inside: Organisation) -> Priority:
    """A priority, P1, of the strategy in force."""
    version = StrategyVersionFactory.create()
    wording = PriorityWordingFactory.create(version=version, priority__ref="P1")
    version.state = StrategyVersion.State.IN_DELIVERY
    version.content_hash, version.in_force_from = "0" * 64, date(2026, 4, 1)
    version.save()
    return wording.priority


@pytest.fixture
def ward(priority: Priority) -> Objective:
    """Ward 7's agreed objective, which serves Medicine's, which serves the priority."""
    medicine = OrgUnitFactory.create(code="MED")
    ward = OrgUnitFactory.create(code="W7", parent=medicine, headcount=18)
    nurse = AssignmentFactory.create(unit=ward).person
    above = ObjectiveFactory.create(ref="M1", unit=medicine, state="live")
    below = ObjectiveFactory.create(ref="W1", unit=ward, state="agreed", answerable=nurse)
    ContributionLinkFactory.create(child=above, parent_priority=priority, state="accepted")
    ContributionLinkFactory.create(
        child=below, parent_objective=above, state="accepted", strength="partial"
    )
    ExpectedContributionFactory.create(priority=priority, unit=ward)
    ExpectedContributionFactory.create(priority=priority, unit=OrgUnitFactory.create(code="W8"))
    return below


def run(kind: str, organisation: Organisation, now: datetime) -> ReportRun:
    return services.report_now(kind=kind, organisation=organisation, cycle_name=None, now=now)


def test_alignment_follows_accepted_links(
    ward: Objective, inside: Organisation, noon: datetime
) -> None:
    document = queries.document(run("alignment", inside, noon))

    assert document["aligned"] == ["M1", "W1"]
    assert document["strength"] == {"M1": 1.0, "W1": 0.5}
    assert document["rate"] == 1.0
    assert document["priorities"] == [{"ref": "P1", "objectives": 2, "units": 2, "depth": 2}]
    assert document["concentration"]["unanswered"] == 1
    assert (document["kind"], document["organisation"], document["cycle"]) == (
        "alignment",
        "northvale",
        "2026/27",
    )
    assert set(document["run"]["seconds"]) == {"load", "compute", "store"}


def test_coverage_counts_what_lies_below(
    ward: Objective, inside: Organisation, noon: datetime
) -> None:
    document = queries.document(run("coverage", inside, noon))

    [line] = document["priorities"]
    assert (line["expected"], line["covered"], line["coverage"]) == (2, 1, 0.5)
    assert {"priority": "P1", "unit": "W7", "expectation": "required"}.items() <= document["cells"][
        [cell["unit"] for cell in document["cells"]].index("W7")
    ].items()
    assert document["line_of_sight"] == {"in_scope": 1, "connected": 1, "rate": 1.0}


def test_a_stale_link_counts_for_thirty_days(
    ward: Objective, inside: Organisation, noon: datetime
) -> None:
    link = ward.links_up.get()
    link.state = "stale"
    from django.utils import timezone

    link.stale_since = timezone.now() - timedelta(days=29)
    link.save()
    within = queries.document(run("alignment", inside, noon))
    link.stale_since = timezone.now() - timedelta(days=31)
    link.save()
    after = queries.document(run("alignment", inside, noon))

    assert "W1" in within["aligned"]
    assert after["unconfirmed"] == ["W1"]


def test_a_run_as_of_an_earlier_day_is_dated_then_and_counts_stale_links_by_it(
    ward: Objective, inside: Organisation, noon: datetime
) -> None:
    ward.links_up.update(state="stale", stale_since=noon - timedelta(days=40))
    day = noon - timedelta(days=11)

    then = services.report_now(
        kind="alignment", organisation=inside, cycle_name=None, now=noon, as_of=day
    )

    assert queries.document(then)["aligned"] == ["M1", "W1"]
    assert (then.as_of, then.started_at, then.ended_at) == (day, day, day)


def test_the_same_input_returns_the_earlier_run(
    ward: Objective, inside: Organisation, noon: datetime
) -> None:
    first = run("coverage", inside, noon)
    second = run("coverage", inside, noon)
    ContributionLinkFactory.create(child=ward, parent_priority=Priority.objects.get())
    third = run("coverage", inside, noon)

    assert second == first
    assert third != first


def test_without_a_cycle_there_is_nothing_to_report(inside: Organisation, noon: datetime) -> None:
    with pytest.raises(services.NothingToReport, match="There is no cycle yet"):
        run("coverage", inside, noon)


def test_a_report_on_its_way_is_not_asked_for_twice(inside: Organisation, noon: datetime) -> None:
    cycle = CycleFactory.create()

    runs = {
        services.ask_for_report(kind="coverage", cycle=cycle, cause="asked", now=noon).pk
        for _ in range(2)
    }

    assert len(runs) == 1
    assert Errand.objects.count() == 1


def test_a_failed_run_says_so_and_the_earlier_one_stays(
    ward: Objective, inside: Organisation, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = run("coverage", inside, noon)

    def fail(**_: object) -> None:
        raise RuntimeError("disk full")

    monkeypatch.setattr(services, "read_columns", fail)
    failed = run("coverage", inside, noon)

    assert failed.state == ReportRun.State.FAILED
    assert failed.trouble == "Something went wrong while it was computed"
    assert ReportRun.objects.done().first() == earlier


def test_a_lost_run_is_taken_up_and_after_three_attempts_has_failed(
    inside: Organisation, noon: datetime
) -> None:
    cycle = CycleFactory.create()
    lost = services.ask_for_report(kind="coverage", cycle=cycle, cause="asked", now=noon)
    ReportRun.objects.update(state=ReportRun.State.RUNNING, attempts=1)

    taken = services.take_up_lost_runs(organisation=inside, now=noon)
    lost.refresh_from_db()
    assert (taken, lost.state) == (1, ReportRun.State.QUEUED)
    assert Errand.objects.filter(arguments={"run": lost.pk}).count() == 2

    ReportRun.objects.update(state=ReportRun.State.RUNNING, attempts=3)
    services.take_up_lost_runs(organisation=inside, now=noon)
    lost.refresh_from_db()
    assert lost.state == ReportRun.State.FAILED
    assert lost.trouble == "The worker stopped 3 times while computing it"


def test_reports_that_wait_together_are_computed_from_one_snapshot(
    ward: Objective, inside: Organisation, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = services.ask_for_all(organisation=inside, cause="changes", now=noon)
    computed = list[int]()

    def watch(**arguments: Any) -> object:
        computed.append(1)
        return read_columns(**arguments)

    monkeypatch.setattr(services, "read_columns", watch)

    services.compute(run_id=wanted[0].pk, organisation=inside)
    services.compute(run_id=wanted[1].pk, organisation=inside)

    alignment, coverage = ReportRun.objects.order_by("kind")
    assert computed == [1]
    assert {alignment.state, coverage.state} == {ReportRun.State.SUCCEEDED}
    assert (alignment.as_of, alignment.input_hash) == (coverage.as_of, coverage.input_hash)
    assert queries.document(coverage)["priorities"][0]["covered"] == 1


def test_a_report_of_another_cycle_is_left_to_its_own_turn(
    ward: Objective, inside: Organisation, noon: datetime
) -> None:
    past = CycleFactory.create(name="2025/26", state="closed")
    waiting = services.ask_for_report(kind="coverage", cycle=past, cause="asked", now=noon)

    run("coverage", inside, noon)

    waiting.refresh_from_db()
    assert waiting.state == ReportRun.State.QUEUED


def test_together_only_the_report_that_changed_is_kept_anew(
    ward: Objective, inside: Organisation, noon: datetime
) -> None:
    earlier = run("coverage", inside, noon)

    wanted = services.ask_for_all(organisation=inside, cause="changes", now=noon)
    services.compute(run_id=wanted[0].pk, organisation=inside)

    states = {each.kind: each.state for each in ReportRun.objects.exclude(pk=earlier.pk)}
    assert states == {"alignment": "succeeded", "coverage": "superseded"}
    assert ReportRun.objects.get(state="superseded").same_as == earlier


@pytest.mark.django_db(transaction=True)
def test_two_workers_given_one_run_compute_it_once(
    organisation: Organisation, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    with acting_in(organisation):
        OrgUnitFactory.create(code="BOARD", kind="organisation", parent=None)
        PersonFactory.create()
        cycle = CycleFactory.create()
        wanted = services.ask_for_report(kind="coverage", cycle=cycle, cause="asked", now=noon)
    computed: list[int] = []
    read = snapshot.read_columns

    def count(**arguments: Any) -> object:
        computed.append(1)
        return read(**arguments)

    monkeypatch.setattr(services, "read_columns", count)

    at_once(*[lambda: services.compute(run_id=wanted.pk, organisation=organisation)] * 4)

    assert computed == [1]
    with acting_in(organisation):
        assert ReportRun.objects.get().state == ReportRun.State.SUCCEEDED


@pytest.mark.django_db(transaction=True)
def test_a_run_that_somebody_computes_is_not_lost(
    organisation: Organisation, noon: datetime
) -> None:
    with acting_in(organisation):
        run = services.ask_for_report(
            kind="coverage", cycle=CycleFactory.create(), cause="asked", now=noon
        )
        ReportRun.objects.update(state=ReportRun.State.RUNNING, attempts=1)

    def look_for_lost_ones() -> int:
        return services.take_up_lost_runs(organisation=organisation, now=noon)

    with services._alone(run.pk):
        [taken] = at_once(look_for_lost_ones)

    assert taken == 0
    connection.close()


def test_the_task_computes_the_run_and_is_done(
    ward: Objective, inside: Organisation, noon: datetime
) -> None:
    services.ask_for_report(kind="coverage", cycle=Cycle.objects.get(), cause="asked", now=noon)
    errand = Errand.objects.get()

    for _ in range(2):
        tasks.compute_report(errand_id=errand.pk, organisation_id=inside.pk)

    errand.refresh_from_db()
    assert errand.state == Errand.State.DONE
    assert ReportRun.objects.get().state == ReportRun.State.SUCCEEDED


def test_after_changes_every_report_is_asked_for(ward: Objective, inside: Organisation) -> None:
    errand = ErrandFactory.create(key="reports:1")

    tasks.compute_after_changes(errand_id=errand.pk, organisation_id=inside.pk)

    assert set(ReportRun.objects.values_list("kind", "cause")) == {
        ("alignment", "changes"),
        ("coverage", "changes"),
    }
