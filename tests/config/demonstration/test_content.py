from __future__ import annotations

import re
from collections import Counter
from dataclasses import asdict

from config.demonstration import build
from config.demonstration.names import PUBLIC_FIGURES
from config.demonstration.work import team_work, upper_work
from tests.config.demonstration.reading import (
    TODAY,
    assert_unique,
    northvale,
    path_to_root,
)


def test_the_trust_says_that_it_is_fictional() -> None:
    trust = northvale()

    assert "(fictional)" in trust.organisation.name
    assert "does not exist" in trust.organisation.notice
    assert trust.organisation.ods_code == ""
    assert all(person.email.endswith("@northvale.example") for person in trust.people)


def test_it_is_as_large_as_was_asked() -> None:
    trust = northvale()
    kinds = Counter(unit.kind for unit in trust.units)

    assert 115 <= len(trust.units) <= 130
    assert kinds["organisation"] == 1
    assert kinds["division"] == 4
    assert 1400 <= len(trust.people) <= 1600
    assert 650 <= len(trust.objectives) <= 750
    assert len(trust.board.seats) == 12
    assert len(trust.strategy.priorities) == 8


def test_the_board_has_a_chair_six_executives_and_five_others() -> None:
    trust = northvale()
    seats = Counter(seat.seat for seat in trust.board.seats)

    assert seats == {"chair": 1, "executive_director": 6, "non_executive_director": 5}
    decision = trust.strategy.decision
    assert decision.votes_for + decision.votes_against + decision.abstentions == 12


def test_references_and_codes_are_given_once() -> None:
    trust = northvale()

    assert_unique(unit.code for unit in trust.units)
    assert_unique(person.staff_id for person in trust.people)
    assert_unique(person.name for person in trust.people)
    assert_unique(person.email for person in trust.people)
    assert_unique(objective.ref for objective in trust.objectives)
    assert_unique((link.child_ref, link.parent_ref) for link in trust.links)
    assert_unique((row.priority_ref, row.unit_code) for row in trust.expectations)
    assert_unique((row.staff_id, row.role, row.unit_code) for row in trust.grants)


def test_no_public_figure_works_here() -> None:
    trust = northvale()

    assert not PUBLIC_FIGURES & {person.name for person in trust.people}


def test_every_reference_leads_somewhere() -> None:
    trust = northvale()
    units = {unit.code for unit in trust.units}
    staff = {person.staff_id for person in trust.people}
    above = {objective.ref for objective in trust.objectives}
    priorities = {priority.ref for priority in trust.strategy.priorities}

    assert {row.unit_code for row in trust.assignments} == units
    assert {row.staff_id for row in trust.assignments} == staff
    assert {objective.unit_code for objective in trust.objectives} == units
    assert {link.child_ref for link in trust.links} <= above
    for link in trust.links:
        assert link.parent_ref in (above if link.parent_kind == "objective" else priorities)
    assert {row.priority_ref for row in trust.expectations} == priorities
    assert {priority.sponsor_staff_id for priority in trust.strategy.priorities} <= staff


def test_the_tree_has_one_root_and_no_loop() -> None:
    trust = northvale()
    parents = {unit.code: unit.parent_code for unit in trust.units}

    assert [code for code, parent in parents.items() if parent is None] == ["NV"]
    for code in parents:
        assert path_to_root(code, parents)[-1] == "NV"


def test_headcounts_are_the_units_own() -> None:
    trust = northvale()
    own = Counter(
        row.unit_code for row in trust.assignments if row.is_primary and row.ended_on is None
    )
    for unit in trust.units:
        assert unit.headcount == own[unit.code] > 0
    assert sum(unit.headcount for unit in trust.units) == sum(p.is_active for p in trust.people)


def test_everyone_active_has_one_primary_place_and_every_unit_a_lead() -> None:
    trust = northvale()
    current = [row for row in trust.assignments if row.ended_on is None]
    primary = Counter(row.staff_id for row in current if row.is_primary)
    active = {person.staff_id for person in trust.people if person.is_active}

    assert set(primary) == active
    assert set(primary.values()) == {1}
    assert {row.unit_code for row in current if row.is_lead} == {u.code for u in trust.units}
    assert 5 <= len(trust.people) - len(active) <= 20


def test_words_fit_the_fields_that_will_hold_them() -> None:
    trust = northvale()

    for objective in trust.objectives:
        assert 10 <= len(objective.title) <= 100
        assert len(objective.why) <= 600
        assert len(objective.behaviour) >= 20
        assert all(len(measure.name) <= 120 for measure in objective.measures)
        assert all(len(measure.unit_name) <= 40 for measure in objective.measures)
    assert all(len(link.rationale) >= 20 for link in trust.links)
    assert all(len(row.reason) >= 20 for row in trust.expectations)


def test_whoever_asked_for_agreement_said_why_and_by_what_measure() -> None:
    trust = northvale()

    for objective in trust.objectives:
        if objective.state != "draft":
            assert objective.why
            assert objective.measures


def test_targets_lie_where_the_direction_points() -> None:
    trust = northvale()

    for objective in trust.objectives:
        for measure in objective.measures:
            assert measure.baseline is not None
            assert measure.target is not None
            if measure.direction == "up":
                assert measure.target > measure.baseline, objective.title
            elif measure.direction == "down":
                assert measure.target < measure.baseline, objective.title


def test_titles_are_their_own() -> None:
    trust = northvale()
    titles = [objective.title for objective in trust.objectives]
    unit_words = {unit.name.split(" (")[0] for unit in trust.units if unit.kind == "team"}

    assert len(set(titles)) > 0.95 * len(titles)
    assert len({without_figures(title) for title in titles}) > 0.95 * len(titles)
    assert not [title for title in titles if any(name in title for name in unit_words)]


def test_there_are_at_least_150_patterns_each_with_its_own_reason() -> None:
    works = [
        work for pool in (team_work(), upper_work()) for many in pool.values() for work in many
    ]

    assert len({work.why for work in works}) >= 500
    assert len({work.aims[0].measure for work in works}) >= 400
    assert all(work.how and work.aims for work in works)


def test_no_placeholder_words() -> None:
    trust = northvale()
    doubtful = re.compile(
        r"lorem|ipsum|TODO|TBC|TBD|xxx|placeholder|example objective|objective \d|test objective"
        r"|\{|\}|foo\b|\bbar\b|unit \d|team \d",
        re.IGNORECASE,
    )
    for objective in trust.objectives:
        words = f"{objective.title} {objective.why} {objective.behaviour} {objective.local_reason}"
        assert not doubtful.search(words), words


def test_the_same_seed_and_day_give_the_same_trust() -> None:
    trust = northvale()

    assert asdict(build(today=TODAY)) == asdict(trust)
    assert asdict(build(today=TODAY, seed=7)) != asdict(trust)


def without_figures(title: str) -> str:
    return re.sub(r"\d+", "", title).lower()
