"""Which words of objectives the record shows to readers who do not see every draft."""

from __future__ import annotations

from typing import Any

import pytest

from objectives.models import Objective, ObjectiveVersion
from people.audit import queries
from people.audit.lines import ChangeLine
from people.audit.statements import Search
from people.models import OrgUnit
from people.policy import Role, Standing
from tests.factories import ContributionLinkFactory, MeasureFactory, ObjectiveFactory

ADMIN = Standing(person_id=0, roles=frozenset({Role.ORG_ADMIN}))
KEPT_BACK = "Not shown in the record"


def found(standing: Standing = ADMIN, **search: Any) -> list[ChangeLine]:
    return list(queries.changes(standing=standing, search=Search(**search)).get_page(1))


def words(line: ChangeLine, label: str) -> tuple[str, str]:
    [(before, after)] = [(f.before, f.after) for f in line.fields if f.label == label]
    return before, after


def written(state: str, ref: str, **more: Any) -> Objective:
    objective = ObjectiveFactory.create(state=state, ref=ref, title=f"Words of {ref}", **more)
    MeasureFactory.create(version=objective.current, name=f"Measure of {ref}")
    return objective


@pytest.mark.parametrize("state", [s for s in Objective.State.values if s != "draft"])
def test_words_that_everybody_sees_are_shown(root: OrgUnit, state: str) -> None:
    written(state, "O1")

    [version] = found(kind="objectives.objectiveversion")
    [measure] = found(kind="objectives.measure")

    assert (version.thing, words(version, "Title")) == ("Words of O1", ("Nothing", "Words of O1"))
    assert (measure.thing, words(measure, "Name")) == (
        "Measure of O1",
        ("Nothing", "Measure of O1"),
    )
    assert found(thing="words of o1") == [version]


def test_words_of_a_draft_are_kept_back_also_from_a_search(root: OrgUnit) -> None:
    written("live", "O1")
    written("draft", "O2")

    versions = found(kind="objectives.objectiveversion")

    assert [line.thing for line in versions] == ["O2, version 1", "Words of O1"]
    assert words(versions[0], "Title") == ("Nothing", KEPT_BACK)
    assert len(found(thing="words of")) == 1
    assert found(thing="measure of o2") == []


def test_a_lead_who_reads_the_record_is_shown_the_drafts_of_their_units(root: OrgUnit) -> None:
    objective = written("draft", "O1")
    written("draft", "O2")
    reader = Standing(
        person_id=0,
        roles=frozenset({Role.ORG_ADMIN, Role.LEAD}),
        led_unit_ids=frozenset({objective.unit_id}),
    )

    lines = found(reader, kind="objectives.objectiveversion")

    assert [line.thing for line in lines] == ["O2, version 1", "Words of O1"]


def test_what_stood_in_a_draft_stays_kept_back_when_it_is_proposed(root: OrgUnit) -> None:
    objective = written("draft", "O1", local_reason="First thoughts")
    objective.state, objective.local_reason = "proposed", "For the ward alone"
    objective.save()
    objective.local_reason = "For the patients of the ward"
    objective.save()

    last, proposed, *_, first = found(kind="objectives.objective")

    assert words(first, "Local reason") == ("Nothing", KEPT_BACK)
    assert words(proposed, "Local reason") == (KEPT_BACK, "For the ward alone")
    assert words(last, "Local reason") == ("For the ward alone", "For the patients of the ward")


@pytest.mark.parametrize(
    ("child", "parent", "is_shown"),
    [("live", "live", True), ("draft", "live", False), ("live", "draft", False)],
)
def test_a_links_words_are_shown_where_both_its_ends_are_seen(
    root: OrgUnit, child: str, parent: str, is_shown: bool
) -> None:
    ContributionLinkFactory.create(
        child=written(child, "O1"), parent_objective=written(parent, "O2"), rationale="It helps"
    )

    [line] = found(kind="objectives.contributionlink")

    assert words(line, "Rationale") == ("Nothing", "It helps" if is_shown else KEPT_BACK)


def test_a_page_costs_four_queries_whatever_may_be_seen(
    root: OrgUnit, django_assert_num_queries: Any
) -> None:
    for number in range(12):
        written("draft" if number % 2 else "live", f"O{number}")

    with django_assert_num_queries(4):
        lines = found(kind="objectives.objectiveversion")

    assert ObjectiveVersion.objects.count() == len(lines) == 12
