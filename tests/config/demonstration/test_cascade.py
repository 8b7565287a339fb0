from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

import pytest

from config.demonstration import build
from config.demonstration.records import Link, Objective
from tests.config.demonstration.reading import (
    SETTLED,
    TODAY,
    may_reach,
    northvale,
    path_to_root,
    reach_on,
)

OBJECTIVE_STATES = {
    "draft",
    "proposed",
    "in_catchball",
    "agreed",
    "live",
    "achieved",
    "partly",
    "not_achieved",
    "withdrawn",
}
LINK_STATES = {"proposed", "accepted", "declined", "stale", "ended"}
DIVISIONS = ("MED", "SWC", "COM", "CCS")


def test_links_close_no_loop() -> None:
    trust = northvale()
    above = defaultdict(list)
    for link in trust.links:
        above[link.child_ref].append(link.parent_ref)
    done: set[str] = set()

    def climb(ref: str, trail: tuple[str, ...]) -> None:
        assert ref not in trail, f"{ref} serves itself"
        if ref not in done:
            for parent in above[ref]:
                climb(parent, (*trail, ref))
            done.add(ref)

    for objective in trust.objectives:
        climb(objective.ref, ())


def test_each_objective_has_at_most_one_primary_link() -> None:
    trust = northvale()
    primary = Counter(link.child_ref for link in trust.links if link.is_primary)
    parents = Counter(link.child_ref for link in trust.links)

    assert set(primary.values()) == {1}
    assert sum(count > 1 for count in parents.values()) > 100


def test_every_state_can_be_seen() -> None:
    trust = northvale()
    states = Counter(objective.state for objective in trust.objectives)
    links = Counter(link.state for link in trust.links)

    assert set(states) == OBJECTIVE_STATES
    assert min(states.values()) >= 8
    assert set(links) == LINK_STATES
    assert {row.expectation for row in trust.expectations} == {
        "required",
        "invited",
        "not_expected",
    }


def test_nothing_is_served_before_it_is_begun() -> None:
    trust = northvale()
    begun = {one.ref: one.history[0].on for one in trust.objectives}

    assert not [
        link
        for link in trust.links
        if link.parent_kind == "objective" and link.history[0].on <= begun[link.parent_ref]
    ]


def test_histories_run_forwards_and_end_today_where_things_stand() -> None:
    trust = northvale()
    things: list[Objective | Link] = [*trust.objectives, *trust.links]

    for thing in things:
        days = [moment.on for moment in thing.history]
        assert days == sorted(days)
        assert days[-1] <= TODAY
        assert thing.state_on(TODAY) == thing.state == thing.history[-1].state


def test_some_links_went_stale_lately_and_some_long_ago() -> None:
    trust = northvale()
    ages = [(TODAY - link.stale_since).days for link in trust.links if link.stale_since]

    assert sum(age <= 30 for age in ages) >= 5
    assert sum(age > 30 for age in ages) >= 5
    for link in trust.links:
        assert (link.state == "stale") is (link.stale_since is not None)
        assert bool(link.reason) is (link.state in {"declined", "ended", "stale"})


def test_some_objectives_have_nobody_and_a_few_people_have_too_many() -> None:
    trust = northvale()
    settled = [o for o in trust.objectives if o.state in SETTLED]
    loads = Counter(o.answerable for o in settled if o.answerable)
    active = {person.staff_id for person in trust.people if person.is_active}

    assert 5 <= sum(o.answerable is None for o in settled) <= 30
    assert 3 <= sum(load >= 9 for load in loads.values()) <= 8
    assert set(loads) <= active


@pytest.mark.parametrize("today", [TODAY, date(2026, 4, 2), date(2028, 2, 29)])
def test_the_board_would_notice_three_gaps(today: date) -> None:
    trust = build(today=today)

    reached = reach_on(trust, today)

    units = {unit.code: unit.parent_code for unit in trust.units}
    covered = {
        (path_to_root(objective.unit_code, units)[-2], priority)
        for objective in trust.objectives
        if objective.unit_code != "NV"
        for priority in reached[objective.ref]
    }
    gaps = {(d, f"P{n}") for d in DIVISIONS for n in range(1, 9)} - covered
    assert gaps == {("MED", "P6"), ("COM", "P7"), ("CCS", "P3")}


def test_about_one_in_twenty_is_an_orphan_and_some_are_local() -> None:
    trust = northvale()
    reached = reach_on(trust, TODAY)
    settled = [o for o in trust.objectives if o.state in SETTLED]
    adrift = [o for o in settled if not reached[o.ref]]
    local = [o for o in adrift if o.is_local_reason_accepted]
    unconfirmed = [o for o in adrift if o not in local and may_reach(trust, o)]
    orphans = len(adrift) - len(local) - len(unconfirmed)

    assert 0.03 <= orphans / len(settled) <= 0.07
    assert 10 <= len(local) <= 30
    assert len(unconfirmed) >= 15


def test_less_was_agreed_on_the_two_earlier_days() -> None:
    trust = northvale()
    first, second = trust.earlier_days
    agreed = [
        sum(o.state_on(day) in {"agreed", "live"} for o in trust.objectives)
        for day in (first, second, TODAY)
    ]
    reached = [
        sum(bool(refs) for refs in reach_on(trust, day).values()) for day in (first, second, TODAY)
    ]

    assert agreed[0] + 50 < agreed[1] < agreed[2]
    assert reached[0] + 50 < reached[1] < reached[2]


def test_a_chain_is_broken_in_the_middle() -> None:
    trust = northvale()
    states = {objective.ref: objective.state for objective in trust.objectives}
    broken = {
        link.parent_ref
        for link in trust.links
        if link.state == "accepted"
        and states[link.child_ref] == "live"
        and states.get(link.parent_ref) in {"proposed", "in_catchball"}
    }

    assert len(broken) >= 3
