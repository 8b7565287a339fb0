"""The published organograms, where they are at hand: they are never part of this project."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from people.imports.organogram import Organogram, read_organogram
from people.imports.reading import read_file

FOLDER = Path(__file__).resolve().parents[4] / "shared" / "data" / "organograms"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the published organograms are not in ../shared/data/organograms"
)


def published(name: str) -> Organogram:
    senior, junior = (read_file(FOLDER / f"{name}-{file}.csv") for file in ("senior", "junior"))
    return read_organogram(senior=senior, junior=junior)


# Worked out apart from this code, with the csv module and exact fractions.
@pytest.mark.parametrize(
    ("name", "rows", "saved", "units", "fte"),
    [
        ("nhs-blood-and-transplant-2011-03-31", (54, 94), (53, 94), 10, ("49.6", "5178.65")),
        ("nhs-blood-and-transplant-2011-09-30", (50, 91), (49, 91), 10, ("47.1", "5181.47")),
        ("nice-2011-09-30", (17, 269), (17, 269), 50, ("17", "548.36")),
        ("nice-2013-09-30", (22, 271), (22, 271), 52, ("21.95", "574.48")),
    ],
)
def test_rows_units_and_full_time_equivalents(
    name: str, rows: tuple[int, int], saved: tuple[int, int], units: int, fte: tuple[str, str]
) -> None:
    organogram = published(name)

    assert organogram.row_counts == {"senior": rows[0], "junior": rows[1]}
    assert (len(organogram.posts), len(organogram.junior_posts)) == saved
    assert len(organogram.units) == units
    assert organogram.fte == {"senior": Decimal(fte[0]), "junior": Decimal(fte[1])}


@pytest.mark.parametrize(
    ("name", "problems"),
    [
        (
            "nhs-blood-and-transplant-2011-03-31",
            [("error", 36, "2774616", "Post 2774616 appears twice; the first is on row 35")],
        ),
        (
            "nhs-blood-and-transplant-2011-09-30",
            [("error", 39, "2774616", "Post 2774616 appears twice; the first is on row 38")],
        ),
        ("nice-2011-09-30", []),
        (
            "nice-2013-09-30",
            [
                (
                    "warning", 23, "11113500",
                    "Post 11113500 reports to itself, so the line is left out: "
                    "enter the post above it, or XX for none",
                )
            ],
        ),
    ],
)  # fmt: skip
def test_problems(name: str, problems: list[tuple[str, int, str, str]]) -> None:
    found = published(name).problems

    assert [(p.severity, p.row, p.value, p.message) for p in found] == problems
    assert {p.file for p in found} <= {"senior"}


@pytest.mark.parametrize(
    ("name", "top", "by_depth"),
    [
        ("nhs-blood-and-transplant-2011-03-31", "Chief Executive's Office", {0: 1, 1: 9}),
        ("nhs-blood-and-transplant-2011-09-30", "Chief Executive's Office", {0: 1, 1: 9}),
        ("nice-2011-09-30", "Chief Exec", {0: 1, 1: 8, 2: 22, 3: 19}),
        ("nice-2013-09-30", "Chief Exec", {0: 1, 1: 9, 2: 23, 3: 19}),
    ],
)
def test_the_shape_of_the_tree(name: str, top: str, by_depth: dict[int, int]) -> None:
    depth = {"": -1}
    units = published(name).units
    for unit in units:
        depth[unit.name] = depth[unit.parent] + 1

    assert [unit.name for unit in units if not unit.parent] == [top]
    assert Counter(depth[unit.name] for unit in units) == by_depth
