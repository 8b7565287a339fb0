from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from objectives import services
from objectives.models import Agreement, AskedObjective, ContributionLink, Cycle, Measure, Objective
from objectives.services import Measured, NotTheirs, Refused, Words, WordsChanged
from people.models import Errand, OrgUnit, Person
from tests.factories import AskedObjectiveFactory, CycleFactory, MeasureFactory
from tests.objectives.world import (
    FALLS,
    NOON,
    World,
    accepted,
    agreed,
    fresh,
    link_of,
    standing,
    written,
)
from tests.objectives.world import words as newest

MEASURE = Measured(
    name="Falls with harm a month",
    unit_name="falls",
    direction="down",
    baseline=Decimal("10"),
    target=Decimal("8"),
)
WORDS = Words(
    title=FALLS,
    why="Each fall with harm adds eight days",
    measure=MEASURE,
    target_date=date(2027, 3, 31),
)


def reword(objective: Objective, words: Words, by: Person, number: int = 1) -> Objective:
    services.word_anew(
        objective=objective, words=words, number=number, by=by, standing=standing(by), now=NOON
    )
    return fresh(objective)


def letters_to(address: str) -> list[str]:
    sent = Errand.objects.filter(task="people.tasks.send_letter")
    return [e.arguments["body"] for e in sent if e.arguments["to"] == address]


def test_a_draft_has_its_first_version_its_measure_and_what_it_serves(world: World) -> None:
    objective = services.write_objective(
        unit=world.ward,
        words=WORDS,
        serves=world.safe,
        by=world.nurse,
        standing=standing(world.nurse),
        now=NOON,
    )

    assert (objective.ref, objective.state, newest(objective).number) == ("W7-1", "draft", 1)
    assert Measure.objects.get(version=newest(objective)).target == 8
    link = link_of(objective)
    assert (link.parent_priority, link.is_primary, link.state) == (world.safe, True, "proposed")


def test_refs_count_up_within_the_unit_and_the_year(world: World) -> None:
    refs = [written(world.sister, world.ward, world.safe).ref for _ in range(2)]
    refs.append(written(world.manager, world.medicine, world.safe).ref)

    assert refs == ["W7-1", "W7-2", "MED-1"]


def test_writing_opens_the_year_where_there_is_none(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    assert objective.cycle.name == "2026/27"
    assert objective.cycle.state == Cycle.State.OPEN
    assert objective.cycle.starts_on == date(2026, 4, 1)


def test_a_closed_year_takes_nothing_more(world: World) -> None:
    CycleFactory.create(state=Cycle.State.CLOSED)

    with pytest.raises(Refused, match="closed"):
        written(world.sister, world.ward, world.safe)


def test_a_planned_year_is_opened_by_the_first_objective(world: World) -> None:
    cycle = CycleFactory.create(state=Cycle.State.PLANNED)

    written(world.sister, world.ward, world.safe)

    cycle.refresh_from_db()
    assert cycle.state == Cycle.State.OPEN


def test_nobody_writes_for_another_unit(world: World) -> None:
    with pytest.raises(NotTheirs):
        written(world.stranger, world.ward, world.safe)


def test_a_closed_unit_takes_no_objective(world: World) -> None:
    OrgUnit.objects.filter(pk=world.ward.pk).update(closed_on=date(2026, 10, 1))

    with pytest.raises(Refused, match="Ward 7 is closed"):
        written(world.sister, world.ward, world.safe)


def test_a_lead_who_proposes_accepts_for_their_side(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    assert objective.state == "proposed"
    assert list(Agreement.objects.values_list("party", "person", "response")) == [
        ("owner", world.sister.pk, "accept")
    ]
    assert len(letters_to("dana@example.org")) == 1
    assert letters_to("sam@example.org") == []


def test_a_member_who_proposes_leaves_both_answers_to_others(world: World) -> None:
    written(world.nurse, world.ward, world.safe)

    assert not Agreement.objects.exists()
    assert len(letters_to("sam@example.org")) == len(letters_to("dana@example.org")) == 1


def test_the_letter_carries_a_title_and_a_link_only(world: World) -> None:
    objective = services.write_objective(
        unit=world.ward,
        words=WORDS,
        serves=world.safe,
        by=world.nurse,
        standing=standing(world.nurse),
        is_proposed=True,
        now=NOON,
    )

    [body] = letters_to("sam@example.org")
    assert FALLS in body
    assert f"/northvale/objectives/{objective.pk}/answer/" in body
    assert "eight days" not in body


def test_the_lead_from_above_who_writes_for_a_ward_leaves_the_owners_answer_to_its_lead(
    world: World,
) -> None:
    written(world.manager, world.ward, world.safe)

    assert not Agreement.objects.exists()
    assert len(letters_to("sam@example.org")) == 1


def test_nothing_is_proposed_that_serves_nothing_and_says_not_why(world: World) -> None:
    with pytest.raises(Refused, match="Say what this serves"):
        written(world.sister, world.ward, None)


def test_a_draft_may_stand_alone_for_a_reason(world: World) -> None:
    objective = written(world.sister, world.ward, None, local_reason="Our patients asked for it")

    assert objective.state == "proposed"
    assert len(letters_to("mo@example.org")) == 1


def test_nothing_is_proposed_twice(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    with pytest.raises(Refused, match="already been proposed"):
        services.propose(
            objective=objective, by=world.sister, standing=standing(world.sister), now=NOON
        )


def test_a_change_is_noted_for_reports_once_however_many_there_are(world: World) -> None:
    written(world.sister, world.ward, world.safe)
    written(world.sister, world.ward, world.safe, now=NOON + timedelta(seconds=30))

    errand = Errand.objects.get(task="reports.tasks.compute_after_changes")
    assert errand.due_at == NOON + timedelta(seconds=90)


def test_writing_what_was_asked_for_answers_the_question(world: World) -> None:
    asked = AskedObjectiveFactory.create(unit=world.ward, priority=world.safe)
    other = AskedObjectiveFactory.create(unit=world.ward, priority=world.fair)

    objective = written(world.sister, world.ward, world.safe)

    asked.refresh_from_db()
    other.refresh_from_db()
    assert (asked.objective, asked.answered_at, other.answered_at) == (objective, NOON, None)
    assert AskedObjective.objects.count() == 2


@pytest.mark.parametrize(
    "change",
    [
        replace(WORDS, title="Falls with harm down by a third"),
        replace(WORDS, scope="cross_boundary"),
        replace(WORDS, target_date=date(2027, 6, 30)),
        replace(WORDS, measure=None),
        replace(WORDS, measure=replace(MEASURE, target=Decimal(7))),
    ],
    ids=["title", "scope", "date", "no measure", "target"],
)
def test_a_material_edit_drops_both_acceptances(world: World, change: Words) -> None:
    objective = services.write_objective(
        unit=world.ward,
        words=WORDS,
        serves=world.safe,
        by=world.sister,
        standing=standing(world.sister),
        is_proposed=True,
        now=NOON,
    )
    accepted(objective, "parent_owner", world.director)

    objective = reword(objective, change, world.sister)

    assert (objective.state, objective.agreed_at) == ("proposed", None)
    assert (newest(objective).number, newest(objective).is_material) == (2, True)


def test_changing_who_is_answerable_is_material(world: World) -> None:
    objective = agreed(world)

    objective = reword(objective, Words(title=FALLS, answerable=world.nurse), world.sister)

    assert objective.state == "proposed"


@pytest.mark.parametrize(
    "change",
    [
        Words(title=FALLS, why="It hurts"),
        Words(title=FALLS, behaviours="We round"),
        Words(title=FALLS, domain="finance"),
    ],
    ids=["why", "behaviours", "domain"],
)
def test_a_cosmetic_edit_keeps_the_agreement(world: World, change: Words) -> None:
    objective = agreed(world)

    objective = reword(objective, change, world.sister)

    assert objective.state == "agreed"
    assert (newest(objective).number, newest(objective).is_material) == (2, False)


def test_an_acceptance_outlives_a_cosmetic_edit_before_the_other_side_answers(
    world: World,
) -> None:
    objective = written(world.sister, world.ward, world.safe)
    objective = reword(objective, Words(title=FALLS, why="It hurts"), world.sister)

    objective = accepted(objective, "parent_owner", world.director)

    assert objective.state == "agreed"


def test_whoever_words_anew_accepts_their_own_words_and_the_other_side_is_asked_again(
    world: World,
) -> None:
    objective = agreed(world)

    reword(objective, Words(title="Falls down by half"), world.sister)

    newest = Agreement.objects.filter(version__number=2)
    assert [(a.party, a.person) for a in newest] == [("owner", world.sister)]
    assert len(letters_to("dana@example.org")) == 2


def test_other_words_from_the_side_it_serves_open_a_talk(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    objective = reword(objective, Words(title="Falls down by half"), world.director)

    assert objective.state == "in_catchball"
    assert accepted(objective, "owner", world.sister).state == "agreed"


def test_the_other_side_cannot_change_words_both_agreed(world: World) -> None:
    objective = agreed(world)

    with pytest.raises(Refused, match="Ask Ward 7"):
        reword(objective, Words(title="Falls down by half"), world.director)


def test_a_stranger_cannot_word_anew(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    with pytest.raises(NotTheirs):
        reword(objective, Words(title="Falls down by half"), world.stranger)


def test_the_side_it_serves_does_not_word_a_draft(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe, is_proposed=False)

    with pytest.raises(NotTheirs):
        reword(objective, Words(title="Falls down by half"), world.director)


def test_a_draft_stays_a_draft_when_worded_anew(world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe, is_proposed=False)

    objective = reword(objective, Words(title="Falls down by half"), world.sister)

    assert objective.state == "draft"
    assert not Agreement.objects.exists()


def test_an_edit_that_started_from_older_words_is_refused(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    reword(objective, Words(title="Falls down by half"), world.sister)

    with pytest.raises(WordsChanged):
        reword(objective, Words(title="Falls down by a third"), world.sister, number=1)


def test_an_edit_without_a_change_is_refused(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    with pytest.raises(Refused, match="Nothing has changed"):
        reword(objective, Words(title=FALLS), world.sister)


def test_finished_objectives_keep_their_words(world: World) -> None:
    objective = agreed(world)
    objective.state = Objective.State.ACHIEVED
    objective.save()

    with pytest.raises(Refused, match="finished"):
        reword(objective, Words(title="Falls down by half"), world.sister)


def test_further_measures_go_on_to_the_next_version(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    MeasureFactory.create(version=objective.current, position=1, name="Falls", source="Datix")
    MeasureFactory.create(version=objective.current, position=2, name="Rounds done")

    objective = reword(
        objective, Words(title="Falls down by half", measure=Measured(name="Harm")), world.sister
    )

    measures = Measure.objects.filter(version=objective.current).order_by("position")
    assert [(m.name, m.source) for m in measures] == [("Harm", "Datix"), ("Rounds done", "")]


def test_an_objective_agreed_before_this_system_is_agreed_anew_after_a_material_edit(
    world: World,
) -> None:
    objective = written(world.sister, world.ward, world.safe)
    Objective.objects.filter(pk=objective.pk).update(state="live", imported_at=NOON)

    objective = reword(fresh(objective), Words(title="Falls down by half"), world.sister)

    assert objective.state == "proposed"
    assert ContributionLink.objects.get().state == "proposed"
