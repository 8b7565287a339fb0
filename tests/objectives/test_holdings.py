from __future__ import annotations

from datetime import date, datetime

import pytest

from objectives import holdings
from objectives.models import (
    ChallengeRating,
    ClarityAnswer,
    Objective,
    TeamAnswer,
    Worry,
    WorryRound,
)
from people.audit import queries
from people.audit.statements import Search
from people.directory.queries.persons import what_they_hold
from people.models import OrgUnit
from people.policy import Role, Standing
from people.record import words_kept_from
from people.refusals import Refused
from people.structure import services
from tests.factories import (
    CycleFactory,
    MeasureFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    PersonFactory,
    WorryRoundFactory,
)


def test_a_unit_with_open_objectives_stays_open(root: OrgUnit, noon: datetime) -> None:
    ward = OrgUnitFactory.create(name="Ward 7")
    for state in ("live", "draft", "withdrawn", "achieved"):
        ObjectiveFactory.create(unit=ward, state=state)

    with pytest.raises(Refused, match="Move or end its 2 open objectives"):
        services.close_unit(unit=ward, closed_on=date(2026, 11, 3), now=noon)


@pytest.mark.parametrize("state", Objective.State.values)
def test_every_state_is_open_or_over(root: OrgUnit, state: str) -> None:
    ward = OrgUnitFactory.create()
    ObjectiveFactory.create(unit=ward, state=state)

    is_over = state in ("achieved", "partly", "not_achieved", "withdrawn")
    assert (holdings.objectives_of_unit(ward) == []) == is_over


def test_what_was_left_when_its_year_was_closed_holds_nothing(root: OrgUnit) -> None:
    ward, person = OrgUnitFactory.create(), PersonFactory.create()
    closed = CycleFactory.create(name="2025/26", state="closed")
    ObjectiveFactory.create(unit=ward, state="live", answerable=person, cycle=closed)

    assert holdings.objectives_of_unit(ward) == []
    assert what_they_hold(person) == []


def test_a_leaver_is_told_what_they_answer_for(root: OrgUnit) -> None:
    person = PersonFactory.create()
    ObjectiveFactory.create(answerable=person, state="live")
    ObjectiveFactory.create(answerable=person, state="achieved")

    assert what_they_hold(person) == ["They answer for 1 open objective."]
    assert what_they_hold(PersonFactory.create()) == []


def test_administrators_find_that_objectives_changed_and_not_their_words(root: OrgUnit) -> None:
    objective = ObjectiveFactory.create(ref="O12", title="Secret wish")
    MeasureFactory.create(version=objective.current, name="Secret number")
    admin = Standing(person_id=0, roles=frozenset({Role.ORG_ADMIN}))
    helper = Standing(person_id=0, roles=frozenset({Role.OD_STAFF}))

    def things(standing: Standing, words: str = "") -> dict[str, str]:
        pages = queries.changes(standing=standing, search=Search(thing=words))
        return {line.kind: line.thing for line in pages.get_page(1)}

    assert things(admin)["objectives.objectiveversion"] == "O12, version 1"
    assert things(admin)["objectives.measure"] == "O12, version 1"
    assert things(admin, "secret") == {}
    assert things(helper, "secret") == {
        "objectives.objectiveversion": "Secret wish",
        "objectives.measure": "Secret number",
    }


@pytest.mark.parametrize("role", list(Role))
def test_nobody_reads_one_persons_private_answer_in_the_record(role: Role) -> None:
    reader = Standing(person_id=0, roles=frozenset({role}))

    assert "response" in words_kept_from(reader, TeamAnswer)
    assert "theme" in words_kept_from(reader, Worry)
    assert "shown" in words_kept_from(reader, WorryRound)
    assert "clarity" in words_kept_from(reader, ClarityAnswer)
    assert words_kept_from(reader, ChallengeRating) >= {"challenge", "feasibility", "commitment"}


def test_the_record_tells_of_a_round_and_not_what_went_up(root: OrgUnit, noon: datetime) -> None:
    WorryRoundFactory.create(ended_at=noon, shown={"staff": "most"})
    admin = Standing(person_id=0, roles=frozenset({Role.ORG_ADMIN}))

    pages = queries.changes(standing=admin, search=Search(thing=""))

    told = [line for line in pages.get_page(1) if line.kind == "objectives.worryround"]
    assert len(told) == 1
    assert "most" not in str(told[0].fields)
