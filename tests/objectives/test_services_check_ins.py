from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from objectives import services
from objectives.models import CheckIn, MeasuredValue, Objective
from objectives.queries.check_ins import cards_for, falls_in, last_words, stand_tag
from objectives.services import Measured, Words
from objectives.services.check_ins import Reason, Said, check_in, say_why, undo_check_in
from people.models import Person
from tests.factories import CycleFactory, ObjectiveFactory
from tests.objectives.world import NOON, World, agreed, fresh, standing, words, written

LATER = NOON + timedelta(days=2)
MEASURED = Words(
    title="Falls with harm down by a fifth",
    measure=Measured(name="Falls with harm a month", unit_name="falls"),
)


def said(objective: Objective, confidence: int | None = 4, **more: Any) -> Said:
    return Said(
        objective_id=objective.pk,
        number=words(objective).number,
        confidence=confidence,
        **more,
    )


def keep(*what: Said, by: Person, now: datetime = LATER) -> list[CheckIn]:
    return check_in(said=what, by=by, standing=standing(by), now=now)


def test_the_lead_says_how_it_stands(world: World) -> None:
    objective = agreed(world)

    [made] = keep(said(objective, 4, helped="A second hoist"), by=world.sister)

    assert (made.confidence, made.is_no_change, made.helped) == (4, False, "A second hoist")
    assert last_words([objective.pk])[objective.pk].words == "Confident"


def test_whoever_is_answerable_may_check_in_too(world: World) -> None:
    objective = ObjectiveFactory.create(unit=world.ward, answerable=world.stranger, state="live")

    assert keep(said(objective), by=world.stranger)


@pytest.mark.parametrize("who", ["nurse", "manager", "director", "stranger"])
def test_nobody_checks_in_on_what_they_do_not_lead(world: World, who: str) -> None:
    objective = agreed(world)

    with pytest.raises(services.NotTheirs):
        keep(said(objective), by=getattr(world, who))

    assert not CheckIn.objects.exists()


@pytest.mark.parametrize("state", ["draft", "proposed", "in_catchball", "withdrawn", "achieved"])
def test_only_what_is_agreed_or_live_is_checked_in_on(world: World, state: str) -> None:
    objective = ObjectiveFactory.create(unit=world.ward, state=state)

    with pytest.raises(services.NotTheirs):
        keep(said(objective), by=world.sister)


def test_a_closed_year_takes_no_more_words(world: World) -> None:
    closed = CycleFactory.create(name="2025/26", state="closed")
    objective = ObjectiveFactory.create(unit=world.ward, state="live", cycle=closed)

    with pytest.raises(services.NotTheirs):
        keep(said(objective), by=world.sister)
    assert cards_for(standing(world.sister), now=LATER) == []


def test_one_that_is_not_theirs_keeps_all_from_being_saved(world: World) -> None:
    objective = agreed(world)
    other = ObjectiveFactory.create(unit=world.surgery, state="live")

    with pytest.raises(services.NotTheirs):
        keep(said(objective), said(other), by=world.sister)

    assert not CheckIn.objects.exists()


def test_no_change_repeats_the_last_word(world: World) -> None:
    objective = agreed(world)
    keep(said(objective, 2), by=world.sister, now=NOON)

    [made] = keep(said(objective, None), by=world.sister)

    assert (made.confidence, made.is_no_change) == (2, True)


def test_no_change_says_nothing_before_the_first_word(world: World) -> None:
    objective = agreed(world)

    with pytest.raises(services.Refused, match="how confident"):
        keep(said(objective, None), by=world.sister)


def test_a_value_belongs_to_the_measure_of_the_newest_words(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe, text=MEASURED)
    services.accept(
        objective=objective,
        party="parent_owner",
        number=1,
        by=world.director,
        standing=standing(world.director),
        now=NOON,
    )

    keep(said(objective, 4, values={1: Decimal(14)}), by=world.sister)

    [kept] = MeasuredValue.objects.select_related("measure")
    assert (str(kept.value), kept.measure.version_id) == ("14.0000", words(objective).pk)


def test_a_value_without_its_measure_is_not_kept(world: World) -> None:
    objective = agreed(world)

    with pytest.raises(services.WordsChanged):
        keep(said(objective, 4, values={1: Decimal(14)}), by=world.sister)

    assert not CheckIn.objects.exists()


def test_words_that_changed_meanwhile_are_looked_at_again(world: World) -> None:
    objective = agreed(world)
    stale = Said(objective_id=objective.pk, number=7, confidence=4)

    with pytest.raises(services.WordsChanged):
        keep(stale, by=world.sister)


def test_what_is_taken_back_never_counts(world: World) -> None:
    objective = agreed(world)
    keep(said(objective, 2), by=world.sister, now=NOON)
    [made] = keep(said(objective, 5), by=world.sister)

    undo_check_in(check_in=made, by=world.sister, now=LATER + timedelta(minutes=9))

    assert last_words([objective.pk])[objective.pk].words == "Worried"
    [card] = cards_for(standing(world.sister), now=LATER)
    assert card.last_time.startswith("Last time: worried")


def test_a_whole_go_is_taken_back_and_nothing_else(world: World) -> None:
    first, second = agreed(world), ObjectiveFactory.create(unit=world.ward, state="live")
    keep(said(first, 3), by=world.sister, now=NOON)
    made = keep(said(first), said(second), by=world.sister)

    assert undo_check_in(check_in=made[1], by=world.sister, now=LATER) == 2
    assert undo_check_in(check_in=made[1], by=world.sister, now=LATER) == 0
    assert CheckIn.objects.filter(undone_at=None).count() == 1


def test_after_ten_minutes_nothing_is_taken_back(world: World) -> None:
    [made] = keep(said(agreed(world)), by=world.sister)

    with pytest.raises(services.Refused, match="10 minutes"):
        undo_check_in(check_in=made, by=world.sister, now=LATER + timedelta(minutes=11))

    assert CheckIn.objects.get().undone_at is None


def test_nobody_takes_back_what_another_said(world: World) -> None:
    [made] = keep(said(agreed(world)), by=world.sister)

    with pytest.raises(services.NotTheirs):
        undo_check_in(check_in=made, by=world.manager, now=LATER)


def test_a_fall_is_found_and_its_reason_kept(world: World) -> None:
    objective = agreed(world)
    keep(said(objective, 4), by=world.sister, now=NOON)
    [made] = keep(said(objective, 3), by=world.sister)

    [fall] = falls_in(made)
    assert (fall.before, fall.now) == ("confident", "mixed")
    say_why(
        check_in=made,
        reasons=[Reason(check_in_id=made.pk, hindered="Two vacancies", who_can_help="HR")],
        by=world.sister,
    )

    made.refresh_from_db()
    assert (made.hindered, made.who_can_help) == ("Two vacancies", "HR")


def test_the_first_word_and_a_rise_are_no_fall(world: World) -> None:
    objective = agreed(world)
    [first] = keep(said(objective, 1), by=world.sister, now=NOON)
    [rise] = keep(said(objective, 2), by=world.sister)

    assert falls_in(first) == falls_in(rise) == []


def test_nobody_says_why_for_another(world: World) -> None:
    [made] = keep(said(agreed(world)), by=world.sister)

    with pytest.raises(services.NotTheirs):
        say_why(check_in=made, reasons=[], by=world.manager)


def test_a_stale_word_is_shown_as_silence_however_good_it_was(world: World) -> None:
    objective = agreed(world)
    keep(said(objective, 5), by=world.sister, now=NOON)
    last = last_words([objective.pk])[objective.pk]

    def tag(days: int) -> str:
        found = stand_tag(fresh(objective), last, now=NOON + timedelta(days=days))
        return found.words if found else ""

    assert tag(29) == "Very confident"
    assert tag(43) == "No word for 43 days"


def test_what_is_not_under_way_does_not_stand_anywhere(world: World) -> None:
    objective = ObjectiveFactory.create(unit=world.ward, state="proposed")

    assert stand_tag(objective, None, now=NOON) is None
