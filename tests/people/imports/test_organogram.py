"""Each rule of the organogram format, on files of a few rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from people.imports.organogram import Organogram, read_organogram
from people.imports.problems import FileRefused
from people.imports.reading import read_table
from people.imports.unit_tree import Unit

SENIOR = "Post Unique Reference,Unit,Reports to Senior Post,FTE,Actual Pay Floor (£)\n"
JUNIOR = "Unit,Reporting Senior Post,Number of Posts in FTE\n"


def told(organogram: Organogram, severity: str) -> list[tuple[str, int, str]]:
    return [
        (problem.file, problem.row, problem.column)
        for problem in organogram.problems
        if problem.severity == severity
    ]


def small(senior: str, junior: str = "") -> Organogram:
    return read_organogram(
        senior=read_table((SENIOR + senior).encode(), filename="s.csv"),
        junior=read_table((JUNIOR + junior).encode(), filename="j.csv"),
    )


def test_a_row_that_cannot_be_saved_is_not_warned_about_as_well() -> None:
    organogram = small("A,U,A,lots,spot-salary\n")

    assert [problem.column for problem in organogram.problems] == ["FTE"]


def test_only_saved_rows_make_units() -> None:
    organogram = small("A,Up,XX,1,\nA,Twice,XX,1,\nB,Bad,A,-1,\n", "Lost,C,1\nBad FTE,A,x\n")

    assert organogram.units == (Unit("Up", ""),)


def test_a_post_seen_before_is_an_error_even_where_the_first_cannot_be_saved() -> None:
    organogram = small("A,U,XX,lots,\nA,U,XX,1,\nA,U,XX,1,\n")

    assert organogram.posts == ()
    assert [problem.message for problem in organogram.problems][1:] == [
        "Post A appears twice; the first is on row 2",
        "Post A appears 3 times; the first is on row 2",
    ]


def test_a_post_that_cannot_be_saved_is_pointed_at_by_its_first_row() -> None:
    organogram = small("A,U,XX,lots,\nA,U,XX,1,\nB,U,A,1,\n", "U,A,1\n")

    lines = [p.message for p in organogram.problems if "A is on row 2" in p.message]
    assert len(lines) == 2


@pytest.mark.parametrize("reference", ["", "N/D", "n/a", " "])
def test_a_reference_that_is_not_disclosed_is_missing(reference: str) -> None:
    organogram = small(f"{reference},U,XX,1,\n")

    assert organogram.problems[0].message == "Enter the Post Unique Reference: every row needs one"


@pytest.mark.parametrize("nobody", ["XX", "xx", " XX ", "", "N/D", "N/A"])
def test_who_reports_to_nobody_needs_no_warning(nobody: str) -> None:
    assert small(f"A,U,{nobody},1,\n").problems == ()


def test_a_loop_of_three_is_cut_where_it_closes_in_the_file() -> None:
    organogram = small("C,U,A,1,\nA,U,B,1,\nB,U,C,1,\nD,U,C,1,\n")

    assert [post.reports_to for post in organogram.posts] == ["A", "B", "", "C"]
    assert told(organogram, "warning") == [("senior", 4, "Reports to Senior Post")]


def test_a_unit_follows_its_first_post_whose_manager_sits_elsewhere() -> None:
    # The first post of Down reports within Down, the second to Left, the third to Right.
    organogram = small(
        "1,Down,2,1,\n2,Down,8,1,\n3,Down,9,1,\n8,Left,9,1,\n9,Right,XX,1,\n", "DOWN,9,1\n"
    )

    assert set(organogram.units) == {Unit("Down", "Left"), Unit("Left", "Right"), Unit("Right", "")}
    assert organogram.junior_posts[0].unit == "Down"


def test_a_manager_without_a_unit_sits_in_the_root() -> None:
    organogram = small("1,,XX,1,\n2,Wards,1,1,\n", "Night team,1,2\n,1,3\n")

    assert set(organogram.units) == {Unit("Wards", ""), Unit("Night team", "")}
    assert organogram.junior_posts[1].unit == ""


def test_a_unit_of_the_junior_file_hangs_where_its_first_saved_row_says() -> None:
    organogram = small("1,A,XX,1,\n2,B,1,1,\n", "New,9,1\nNew,2,1\nnew,1,1\n")

    assert Unit("New", "B") in organogram.units
    assert [posts.unit for posts in organogram.junior_posts] == ["New", "New"]


@pytest.mark.parametrize(("amount", "floor"), [("£45,000", 45000), ("0", 0), ("-5", None)])
def test_pay_is_pounds_or_unknown(amount: str, floor: int | None) -> None:
    organogram = small(f'A,U,XX,1,"{amount}"\n')

    assert organogram.posts[0].row.pay_floor == floor
    assert len(organogram.problems) == (0 if floor is not None else 1)


def test_a_text_that_only_describes_is_cut_with_a_warning() -> None:
    senior = f"Post Unique Reference,Unit,Reports to Senior Post,Grade\nA,U,XX,{'x' * 61}\n"
    tables = [read_table(text.encode(), filename="a.csv") for text in (senior, JUNIOR)]

    organogram = read_organogram(senior=tables[0], junior=tables[1])

    assert organogram.posts[0].row.grade == "x" * 60
    assert organogram.problems[0].message == "Only the first 60 characters of this are kept"


def test_files_chosen_the_wrong_way_round_are_noticed() -> None:
    senior, junior = (read_table(text.encode(), filename="a.csv") for text in (SENIOR, JUNIOR))

    with pytest.raises(FileRefused, match="Choose the senior posts first"):
        read_organogram(senior=junior, junior=senior)


@pytest.mark.parametrize(
    ("senior", "junior", "sentence"),
    [
        (SENIOR.replace("Unit,", ""), JUNIOR, "Senior posts: The file has no column called Unit"),
        (SENIOR, JUNIOR.replace("Unit,", ""), "Junior posts: The file has no column called Unit"),
        (SENIOR.replace("FTE", "Unit"), JUNIOR, "Senior posts: The file has two columns called"),
    ],
)
def test_a_file_without_its_columns_is_refused(senior: str, junior: str, sentence: str) -> None:
    tables = [read_table(text.encode(), filename="a.csv") for text in (senior, junior)]

    with pytest.raises(FileRefused, match=sentence):
        read_organogram(senior=tables[0], junior=tables[1])


def test_columns_chosen_by_hand_are_read_instead() -> None:
    senior = read_table(b"Position,Ward,Boss\nA,U,XX\n", filename="s.csv")
    junior = read_table(b"Ward,Boss,Heads\nU,A,2.5\n", filename="j.csv")

    organogram = read_organogram(
        senior=senior,
        junior=junior,
        senior_matching={"reference": 0, "unit": 1, "reports_to": 2},
        junior_matching={"unit": 0, "reporting_post": 1, "fte": 2},
    )

    assert organogram.fte == {"senior": Decimal(0), "junior": Decimal("2.5")}


def test_a_long_line_of_command_is_followed_quickly() -> None:
    rows = "".join(f"{n},Unit {n},{n + 1},1,\n" for n in range(20_000))

    organogram = small(f"{rows}20000,Unit 20000,0,1,\n")

    assert len(organogram.units) == 20_001
    assert told(organogram, "warning") == [("senior", 20_002, "Reports to Senior Post")]
