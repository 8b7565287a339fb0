from __future__ import annotations

from datetime import date

import pytest

from objectives.figures import (
    MACHINE,
    Answer,
    Event,
    all_accepted,
    next_ref,
    standing_answers,
    state_after,
    year_of,
)
from objectives.models import Objective


@pytest.mark.parametrize(
    ("state", "event", "after"),
    [
        ("draft", Event.PROPOSED, "proposed"),
        ("draft", Event.REWORDED_BY_OWNER, "draft"),
        ("draft", Event.REWORDED_BY_PARENT, None),
        ("draft", Event.BOTH_ACCEPTED, None),
        ("draft", Event.DECLINED, None),
        ("draft", Event.WITHDRAWN, "withdrawn"),
        ("proposed", Event.PROPOSED, None),
        ("proposed", Event.REWORDED_BY_OWNER, "proposed"),
        ("proposed", Event.REWORDED_BY_PARENT, "in_catchball"),
        ("proposed", Event.DECLINED, "in_catchball"),
        ("proposed", Event.BOTH_ACCEPTED, "agreed"),
        ("in_catchball", Event.REWORDED_BY_OWNER, "proposed"),
        ("in_catchball", Event.REWORDED_BY_PARENT, "in_catchball"),
        ("in_catchball", Event.DECLINED, "in_catchball"),
        ("in_catchball", Event.BOTH_ACCEPTED, "agreed"),
        ("agreed", Event.CYCLE_WENT_LIVE, "live"),
        ("agreed", Event.REWORDED_BY_OWNER, "proposed"),
        ("agreed", Event.REWORDED_BY_PARENT, None),
        ("agreed", Event.DECLINED, None),
        ("live", Event.REWORDED_BY_OWNER, "proposed"),
        ("live", Event.BOTH_ACCEPTED, None),
        ("live", Event.WITHDRAWN, "withdrawn"),
        ("withdrawn", Event.PROPOSED, None),
        ("achieved", Event.WITHDRAWN, None),
        ("not_achieved", Event.REWORDED_BY_OWNER, None),
    ],
)
def test_the_machine_goes_where_its_table_says(state: str, event: Event, after: str | None) -> None:
    assert state_after(state, event) == after


def test_only_both_acceptances_lead_to_agreed() -> None:
    ways = {
        event for events in MACHINE.values() for event, after in events.items() if after == "agreed"
    }

    assert ways == {Event.BOTH_ACCEPTED}


def test_the_machine_knows_only_states_of_the_model() -> None:
    reached = {after for events in MACHINE.values() for after in events.values()}

    assert set(MACHINE) | reached <= set(Objective.State.values)


def answer(party: str, response: str, number: int) -> Answer:
    return Answer(party=party, response=response, number=number)


def test_answers_to_words_before_the_newest_material_ones_do_not_stand() -> None:
    answers = [answer("owner", "accept", 1), answer("parent_owner", "accept", 2)]

    assert standing_answers(floor=2, answers=answers) == {"parent_owner": "accept"}


def test_an_answer_to_a_later_cosmetic_version_stands_beside_one_to_the_material_version() -> None:
    answers = [answer("owner", "accept", 2), answer("parent_owner", "accept", 3)]

    assert all_accepted(standing_answers(floor=2, answers=answers), parties=())


def test_the_newest_answer_of_a_side_counts() -> None:
    answers = [
        answer("owner", "accept", 1),
        answer("parent_owner", "accept", 1),
        answer("owner", "decline", 1),
    ]

    assert not all_accepted(standing_answers(floor=1, answers=answers), parties=())


@pytest.mark.parametrize(
    ("day", "month", "year"),
    [
        (date(2026, 4, 1), 4, ("2026/27", date(2026, 4, 1), date(2027, 3, 31))),
        (date(2027, 3, 31), 4, ("2026/27", date(2026, 4, 1), date(2027, 3, 31))),
        (date(2099, 12, 1), 9, ("2099/00", date(2099, 9, 1), date(2100, 8, 31))),
        (date(2028, 2, 29), 1, ("2028", date(2028, 1, 1), date(2028, 12, 31))),
    ],
)
def test_a_year_begins_on_the_first_of_its_month(
    day: date, month: int, year: tuple[str, date, date]
) -> None:
    assert year_of(day, first_month=month) == year


@pytest.mark.parametrize(
    ("taken", "ref"),
    [
        ([], "W7-1"),
        (["W7-1", "W7-10", "W7-2"], "W7-11"),
        (["W7-", "W7-x", "W7-²", "W70-4", "W7-1-9", "W7-12345678"], "W7-1"),
    ],
)
def test_a_ref_is_the_units_code_and_the_next_number(taken: list[str], ref: str) -> None:
    assert next_ref("W7", taken) == ref


def test_a_long_code_leaves_room_for_the_number() -> None:
    assert next_ref("x" * 60, ["x" * 50 + "-7"]) == "x" * 50 + "-8"
