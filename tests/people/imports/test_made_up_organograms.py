"""Made-up organograms in both dialects, with every quirk; their numbers are worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from people.imports.organogram import Organogram, read_organogram
from people.imports.reading import read_file, read_table
from people.imports.table import Table
from people.imports.unit_tree import Unit
from people.imports.writing import xlsx_bytes

FILES = Path(__file__).parent / "files"


def made_up(name: str) -> Organogram:
    senior, junior = (read_file(FILES / f"{name}-{file}.csv") for file in ("senior", "junior"))
    return read_organogram(senior=senior, junior=junior)


def told(organogram: Organogram, severity: str) -> list[tuple[str, int, str]]:
    return [
        (problem.file, problem.row, problem.column)
        for problem in organogram.problems
        if problem.severity == severity
    ]


def test_rows_are_counted_saved_and_added_up() -> None:
    organogram = made_up("willowbrook-2024-03-31")

    # The senior file has rows 2 to 17 and 19 (18 is blank): 17. Rows 5, 8, 9 and 16 are errors: 13.
    assert organogram.row_counts == {"senior": 17, "junior": 12}
    assert [post.row.reference for post in organogram.posts] == [
        "W001", "W002", "W003", "W004", "W005", "W007", "W008", "W009", "W010", "W011", "W012",
        "0042", "W015",
    ]  # fmt: skip
    # 1 + 1 + 0.6 + N/D + 1 + 1 + 0.5 + 1 + 1 + 1 + 1 + blank + 1 = 10.1
    # Junior rows 2, 3, 5, 6, 8, 10, 11: 12.4 + 8 + 3 + N/A + 2 + 1 + 0.75 = 27.15
    assert organogram.fte == {"senior": Decimal("10.1"), "junior": Decimal("27.15")}
    assert [posts.row.row_number for posts in organogram.junior_posts] == [2, 3, 5, 6, 8, 10, 11]


def test_every_error_has_its_place() -> None:
    organogram = made_up("willowbrook-2024-03-31")

    assert organogram.has_errors
    assert told(organogram, "error") == [
        ("senior", 5, "Post Unique Reference"),  # W002 again
        ("senior", 8, "Post Unique Reference"),  # no reference
        ("senior", 9, "FTE"),  # "part time"
        ("senior", 16, "FTE"),  # -1
        ("junior", 4, "Reporting Senior Post"),  # W006, whose row 9 is not saved
        ("junior", 7, "Reporting Senior Post"),  # W404, which is nowhere
        ("junior", 9, "Number of Posts in FTE"),  # -1
        ("junior", 12, "Reporting Senior Post"),  # W404, and
        ("junior", 12, "Number of Posts in FTE"),  # "two", on one row
        ("junior", 13, "Reporting Senior Post"),  # blank
    ]


def test_every_warning_has_its_place() -> None:
    organogram = made_up("willowbrook-2024-03-31")

    assert told(organogram, "warning") == [
        ("senior", 4, "Actual Pay Floor (£)"),  # spot-salary,
        ("senior", 4, "Actual Pay Ceiling (£)"),  # one warning a cell
        ("senior", 7, "Actual Pay Floor (£)"),  # 90000 above 85000
        ("senior", 10, "Reports to Senior Post"),  # W099 is not in the file
        ("senior", 11, "Reports to Senior Post"),  # W008 reports to itself
        ("senior", 13, "Unit"),  # Transformation hangs below Change Office already
        ("senior", 14, "Reports to Senior Post"),  # W009, W010, W011 and round again
        ("senior", 15, "Reports to Senior Post"),  # W006, whose row is not saved
        ("junior", 5, "Payscale Minimum (£)"),  # 30000 above 25000
        ("junior", 6, "Payscale Minimum (£)"),  # "see AfC"
    ]


def test_a_line_that_is_left_out_says_why() -> None:
    said = {
        problem.row: problem.message.partition(":")[0]
        for problem in made_up("willowbrook-2024-03-31").problems
        if problem.file == "senior" and problem.severity == "warning"
    }

    assert said[10] == "Post W099 is not in the file, so the line is left out"
    assert said[11] == "Post W008 reports to itself, so the line is left out"
    assert said[13] == (
        "Unit Change Office would hang below itself, so it hangs below the organisation"
    )
    assert said[14] == (
        "Post W011 would report to itself through post W009, so the line is left out"
    )
    assert said[15] == "Post W006 is on row 9, which cannot be saved, so the line is left out"


def test_a_repeated_post_names_the_row_of_the_first() -> None:
    problem = made_up("willowbrook-2024-03-31").problems[2]

    assert problem.as_document() == {
        "file": "senior", "row": 5, "column": "Post Unique Reference", "value": "W002",
        "severity": "error", "message": "Post W002 appears twice; the first is on row 3",
    }  # fmt: skip


def test_lines_that_lead_nowhere_or_round_are_left_out() -> None:
    organogram = made_up("willowbrook-2024-03-31")

    assert {post.row.reference: post.reports_to for post in organogram.posts} == {
        "W001": "", "W002": "W001", "W003": "W001", "W004": "W002", "W005": "W004",
        "W007": "", "W008": "", "W009": "W010", "W010": "W011", "W011": "", "W012": "",
        "0042": "W001", "W015": "",
    }  # fmt: skip


def test_units_hang_where_their_first_outside_manager_sits() -> None:
    organogram = made_up("willowbrook-2024-03-31")

    assert set(organogram.units) == {
        Unit("Chief Executive's Office", ""),
        Unit("Nursing and Quality", "Chief Executive's Office"),
        Unit("Medical Directorate", "Chief Executive's Office"),
        Unit("Community Teams", "Nursing and Quality"),
        Unit("Estates", ""),  # its post's manager is unknown
        Unit("Finance", ""),  # both its lines are left out
        Unit("Transformation", "Change Office"),
        Unit("Change Office", ""),  # would close a loop
        Unit("Ward 12", "Nursing and Quality"),  # only in the junior file
        Unit("Digital", "Chief Executive's Office"),  # its senior row is not saved; junior row 8 is
    }
    assert len(organogram.units) == 10
    placed = [unit.name for unit in organogram.units]
    assert all(placed.index(u.parent) < placed.index(u.name) for u in organogram.units if u.parent)


def test_unit_names_are_folded_and_compared_without_case() -> None:
    posts = {post.row.reference: post.unit for post in made_up("willowbrook-2024-03-31").posts}

    assert posts["W002"] == posts["W004"] == "Nursing and Quality"
    assert posts["W015"] == ""  # no unit: the root's own


def test_what_is_not_disclosed_is_unknown() -> None:
    posts = {post.row.reference: post.row for post in made_up("willowbrook-2024-03-31").posts}

    assert posts["W004"].fte is posts["0042"].fte is posts["W003"].pay_floor is None
    assert posts["0042"].salary_cost_of_reports is None
    assert posts["W002"].salary_cost_of_reports == Decimal("1250000.50")
    assert posts["W001"].function == "Leads the trust.\nAnswers to the board."


def test_counted_posts_know_their_unit_and_which_of_the_like_they_are() -> None:
    lines = {
        posts.row.row_number: posts for posts in made_up("willowbrook-2024-03-31").junior_posts
    }

    assert lines[2].occurrence == 1
    assert lines[10].occurrence == 2  # the same unit, post, grade, title and group as row 2
    assert lines[11].unit == "Medical Directorate"  # no unit of its own: that of post W003


def test_the_other_dialect_reads_the_same_way() -> None:
    organogram = made_up("saltmarsh-2024-09-30")

    # 1.0 + 0.95 + 0.333 + N/D + 1.0 + 1.0 + 0.5 = 4.783; 2.25 + 1.5 + 0.5 = 4.25
    assert organogram.row_counts == {"senior": 7, "junior": 3}
    assert organogram.fte == {"senior": Decimal("4.783"), "junior": Decimal("4.25")}
    assert not organogram.has_errors
    assert told(organogram, "warning") == [
        ("senior", 6, "Reports to Senior Post"),  # 7005 reports to itself
        ("senior", 8, "Reports to Senior Post"),  # 7006 and 7007 report to each other
    ]
    assert set(organogram.units) == {
        Unit("Executive", ""), Unit("Acute", "Executive"), Unit("Community", "Acute"),
        Unit("Mental Health", ""), Unit("Laboratories", ""), Unit("Theatres", "Acute"),
    }  # fmt: skip
    assert organogram.posts[1].row.reference == "7001-2"
    assert organogram.posts[1].row.grade == "SCS2"


def test_a_later_file_has_moves_and_nothing_wrong() -> None:
    organogram = made_up("willowbrook-2024-09-30")

    # 1 + 1 + 0.6 + 1 + 1 + 1 + 1 + 1 + 1 + 0.5 + 1 + 1 + 1 = 12.1; 11.4 + 9 + 3 + 6.5 + 2 = 31.9
    assert organogram.problems == ()
    assert organogram.fte == {"senior": Decimal("12.1"), "junior": Decimal("31.9")}
    assert (len(organogram.posts), len(organogram.junior_posts), len(organogram.units)) == (
        13,
        5,
        9,
    )
    assert Unit("Ward 12", "Community Teams") in organogram.units  # W004 has moved there


def as_workbook(table: Table) -> Table:
    """The same rows through an XLSX file, numbers as numbers, blank rows left out."""
    rows = [
        [Decimal(cell) if cell.isdigit() and cell[0] != "0" else cell for cell in row.cells]
        for row in table.rows
    ]
    return read_table(xlsx_bytes(header=table.header, rows=rows), filename="a.xlsx")


def test_a_workbook_reads_like_the_csv_file_it_was_made_from() -> None:
    files = [read_file(FILES / f"saltmarsh-2024-09-30-{file}.csv") for file in ("senior", "junior")]

    senior, junior = map(as_workbook, files)
    organogram = read_organogram(senior=senior, junior=junior)

    assert organogram == made_up("saltmarsh-2024-09-30")
