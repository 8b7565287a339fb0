import numpy as np
import pytest

from reports.figures.alignment import CrossBoundary
from reports.figures.concentration import Concentration, concentration


def spread(*held: int) -> Concentration:
    return concentration(np.array(held, dtype=np.int64), unanswered=0)


@pytest.mark.parametrize(
    ("held", "effective_number", "gini"),
    [((10, 0, 0, 0), 1.0, 0.75), ((5, 5, 5, 5), 4.0, 0.0), ((7, 2, 1, 0), 1.851852, 0.55)],
)
def test_the_domain_references_worked_examples_hold(
    held: tuple[int, ...], effective_number: float, gini: float
) -> None:
    figures = spread(*held)

    assert figures.effective_number == pytest.approx(effective_number, abs=1e-6)
    assert figures.gini == pytest.approx(gini)


def test_the_ei_index_of_the_domain_references_example_holds() -> None:
    assert CrossBoundary(external=6, internal=14).ei_index == -0.4


def test_without_links_between_objectives_there_is_no_ei_index() -> None:
    assert CrossBoundary(external=0, internal=0).ei_index is None


def test_the_top_tenth_of_eleven_people_is_two() -> None:
    assert spread(4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0).top10_share == 0.7


def test_the_top_tenth_of_ten_people_is_one() -> None:
    assert spread(4, 3, 2, 1, 0, 0, 0, 0, 0, 0).top10_share == 0.4


def test_people_who_hold_nothing_count_as_people_but_not_as_answerable() -> None:
    figures = spread(2, 0, 1)

    assert (figures.people, figures.answerable) == (3, 2)


@pytest.mark.parametrize("held", [(), (0, 0)])
def test_where_nobody_holds_anything_there_are_no_shares(held: tuple[int, ...]) -> None:
    figures = spread(*held)

    assert figures == Concentration(len(held), 0, None, None, None, unanswered=0)
