"""Units: 1 the board's own, 10 and 20 divisions, 11, 12 and 21 teams below them."""

from hypothesis import given
from hypothesis import strategies as st

from reports.figures.spread import TOP, Step, Unit, passing_through, reached, spread

UNITS = {
    1: Unit(parent=0, depth=0),
    10: Unit(parent=1, depth=1),
    20: Unit(parent=1, depth=1),
    11: Unit(parent=10, depth=2),
    12: Unit(parent=10, depth=2),
    21: Unit(parent=20, depth=2),
}
UNIT_OF = {100: 10, 200: 20, 110: 11, 111: 11, 120: 12, 210: 21}
STEPS = [
    Step(100, TOP),
    Step(200, TOP),
    Step(110, 100),
    Step(111, 100),
    Step(120, 100, is_settled=False),
    Step(210, 200),
    Step(120, 200),
]


def columns_of(steps: list[Step], **more: int) -> dict[int, int]:
    laid_out = spread(steps, UNIT_OF, UNITS, at_most=more.pop("at_most", 80), **more)
    return {block.key: block.column for block in laid_out.blocks}


def test_what_hangs_only_on_something_unseen_is_not_reached() -> None:
    kept = reached(STEPS, seen={200, 110, 111, 120, 210})

    assert {step.child for step in kept} == {200, 210, 120}


def test_a_box_is_as_deep_as_its_unit() -> None:
    assert columns_of(STEPS) == {100: 1, 200: 1, 110: 2, 111: 2, 120: 2, 210: 2}


def test_a_box_is_right_of_what_it_hangs_on_in_the_same_unit() -> None:
    assert columns_of([Step(110, TOP), Step(111, 110)]) == {110: 1, 111: 2}


def test_the_boards_own_objectives_come_before_the_divisions() -> None:
    unit_of = UNIT_OF | {5: 1}
    laid_out = spread([Step(5, TOP), Step(100, 5), Step(200, TOP)], unit_of, UNITS, at_most=80)

    assert {block.key: block.column for block in laid_out.blocks} == {5: 1, 100: 2, 200: 2}


def test_settled_links_come_before_those_that_are_not() -> None:
    [shared] = [b for b in spread(STEPS, UNIT_OF, UNITS, at_most=80).blocks if b.key == 120]

    assert shared.parents == (200, 100)
    assert shared.unsettled == {100}


def test_the_lowest_units_become_one_box_each_when_there_are_too_many() -> None:
    laid_out = spread(STEPS, UNIT_OF, UNITS, at_most=6)

    assert laid_out.folded_at == 2
    assert [(b.unit, b.objectives) for b in laid_out.blocks] == [
        (10, (100,)),
        (20, (200,)),
        (11, (110, 111)),
        (12, (120,)),
        (21, (210,)),
    ]


def test_if_that_is_not_enough_whole_divisions_do() -> None:
    laid_out = spread(STEPS, UNIT_OF, UNITS, at_most=3)

    assert laid_out.folded_at == 1
    assert [(b.unit, len(b.objectives)) for b in laid_out.blocks] == [(10, 4), (20, 2)]
    assert (laid_out.objectives, laid_out.units) == (6, 5)


def test_an_opened_unit_is_not_folded_itself() -> None:
    through = passing_through(STEPS, UNIT_OF, UNITS, unit=10)
    laid_out = spread(through, UNIT_OF, UNITS, at_most=3, opened=10)

    assert laid_out.folded_at == 2
    assert {b.unit for b in laid_out.blocks} == {10, 11, 12, 20}


def test_what_passes_through_a_unit_is_its_own_and_all_above() -> None:
    kept = passing_through(STEPS, UNIT_OF, UNITS, unit=12)

    assert {(step.child, step.parent) for step in kept} == {
        (120, 100),
        (120, 200),
        (100, TOP),
        (200, TOP),
    }


def test_units_that_hang_on_each_other_both_have_a_place() -> None:
    steps = [Step(110, TOP), Step(120, 110), Step(121, TOP), Step(111, 121)]
    laid_out = spread(steps, UNIT_OF | {121: 12}, UNITS, at_most=3)

    assert [(b.unit, b.column, b.parents) for b in laid_out.blocks] == [
        (11, 1, (TOP,)),
        (12, 1, (TOP,)),
    ]


def test_nothing_served_is_nothing_shown() -> None:
    laid_out = spread([], UNIT_OF, UNITS, at_most=80)

    assert (laid_out.blocks, laid_out.objectives, laid_out.folded_at) == ([], 0, None)


@given(st.data(), st.integers(1, 30))
def test_every_box_hangs_on_something_further_left(data: st.DataObject, at_most: int) -> None:
    ids = list(range(1, data.draw(st.integers(1, 25)) + 1))
    unit_of = {id: data.draw(st.sampled_from(sorted(UNITS))) for id in ids}
    steps = [
        Step(id, parent)
        for id in ids
        for parent in data.draw(st.sets(st.integers(0, id - 1), min_size=1, max_size=3))
    ]

    laid_out = spread(steps, unit_of, UNITS, at_most=at_most)

    column = {TOP: 0} | {block.key: block.column for block in laid_out.blocks}
    assert all(block.parents for block in laid_out.blocks)
    assert all(column[p] < block.column for block in laid_out.blocks for p in block.parents)
    assert sorted(id for block in laid_out.blocks for id in block.objectives) == ids
    assert sorted(set(column.values())) == list(range(max(column.values()) + 1))
    if laid_out.folded_at is None:
        assert sum(len(block.parents) for block in laid_out.blocks) == len(set(steps))
