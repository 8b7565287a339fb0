from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from people.imports.checking import check_rows
from people.imports.kinds import OBJECTIVES, UNITS
from people.imports.problems import FileRefused
from people.imports.reading import read_table
from people.imports.table import Table
from people.imports.writing import Cell, cell_words, csv_bytes, rows_to_mend, xlsx_bytes

WAKING = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "'=1", "''+1", "="]
HEADER = ("code", "name", "kind")

# Text that the database can hold: anything but NUL and halves of a letter.
stored = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffe\uffff"))
stored_rows = st.lists(
    st.tuples(st.text("abc123", min_size=1), stored, stored), min_size=1, max_size=5
)


def as_csv(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table:
    return read_table(csv_bytes(header=header, rows=rows), filename="a.csv")


def as_xlsx(header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Table:
    return read_table(xlsx_bytes(header=header, rows=rows), filename="a.xlsx")


@pytest.mark.parametrize("read_back", [as_csv, as_xlsx])
@given(rows=stored_rows)
@example(rows=[("a", "'=1", "_x0041_"), ("b", "two\r\nlines", "\x0b\x01"), ("c", " x ", "''")])
@settings(max_examples=150, deadline=None)
def test_what_is_exported_is_what_is_imported(
    read_back: Any, rows: list[tuple[str, str, str]]
) -> None:
    table = read_back(HEADER, rows)

    assert table.header == HEADER
    assert [row.cells for row in table.rows] == rows
    assert table.formulas == frozenset()


@pytest.mark.parametrize("waking", WAKING)
def test_no_text_of_a_csv_file_starts_a_formula(waking: str) -> None:
    content = csv_bytes(header=HEADER, rows=[("1", waking, "")]).decode("utf-8-sig")

    cell = list(csv.reader(io.StringIO(content, newline="")))[1][1]

    assert cell == f"'{waking}"


def test_a_nul_leaves_no_trace_in_either_file() -> None:
    for read_back in (as_csv, as_xlsx):
        assert read_back(HEADER, [("1", "\x00=1", "a\x00b")]).rows[0].cells == ("1", "=1", "ab")


def test_a_header_is_guarded_like_any_text() -> None:
    assert csv_bytes(header=("=1", "b"), rows=()).startswith(b"\xef\xbb\xbf'=1,b\r\n")


@pytest.mark.parametrize("waking", WAKING)
def test_no_text_of_a_workbook_is_a_formula_or_a_link(waking: str) -> None:
    rows = [("1", waking, "https://example.org/"), ("2", "{=1}", "internal:Sheet2!A1")]

    content = xlsx_bytes(header=HEADER, rows=rows)

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f" not in sheet
    assert "<hyperlink" not in sheet
    assert sheet.count('t="s"') == 9


def test_numbers_and_dates_are_what_they_are_in_both_files() -> None:
    row: tuple[Cell, ...] = (
        -5, Decimal("0.60"), Decimal("-1200.00"), date(2024, 4, 1), True, False, None,
        Decimal("12345678901234567.89"), date(1850, 1, 2),
    )  # fmt: skip
    words = (
        "-5", "0.6", "-1200", "2024-04-01", "yes", "no", "", "12345678901234567.89", "1850-01-02",
    )  # fmt: skip
    header = tuple("abcdefghi")

    assert as_csv(header, [row]).rows[0].cells == words
    assert as_xlsx(header, [row]).rows[0].cells == words


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**11), max_value=10**11
    )
)
@settings(max_examples=100, deadline=None)
def test_a_figure_survives_both_files(figure: Decimal) -> None:
    header, row = OBJECTIVES.header, {"ref": "O1", "unit_code": "A", "title": "T", "measure": "M"}
    cells = [tuple((row | {"baseline": figure}).get(name) for name in header)]

    for table in (as_csv(header, cells), as_xlsx(header, cells)):
        (read,) = check_rows(OBJECTIVES, table=table).rows
        assert read.baseline == figure


def test_a_text_too_long_for_a_workbook_is_refused_and_not_cut() -> None:
    fits = "x" * 32_767

    assert as_xlsx(HEADER, [("1", fits, "")]).rows[0].cells[1] == fits
    with pytest.raises(FileRefused, match="Choose CSV instead"):
        xlsx_bytes(header=HEADER, rows=[("1", fits + "x", "")])


def test_words_are_those_that_imports_understand() -> None:
    assert cell_words(Decimal("100")) == "100"
    assert cell_words(Decimal("1E+3")) == "1000"
    assert cell_words(Decimal("0.00")) == "0"


def test_rows_to_mend_carry_their_number_and_what_to_do_and_can_be_imported_once_mended() -> None:
    table = read_table(b"code,name,fte\nA,One,1\n,Two,lots\nC,Three,1,stray\n", filename="a.csv")
    checked = check_rows(UNITS, table=table)

    header, rows = rows_to_mend(table, problems=checked.problems, file="units")

    assert header == ("Row in your file", "What to do", "code", "name", "fte")
    assert list(rows) == [
        (
            3,
            "code: Enter the code: every row needs one. "
            "fte: Enter a number, such as 1 or 0.6, or N/D where it is not known",
            "", "Two", "lots",
        ),
        (
            4,
            "This row has more cells than there are column names: "
            'put text that holds the separator in quotation marks ("), and check the row',
            "C", "Three", "1", "stray",
        ),
    ]  # fmt: skip
    mended = check_rows(UNITS, table=as_csv(header, [(3, "", "B", "Two", "2")]))
    assert [row.code for row in mended.rows] == ["B"]


def test_rows_with_warnings_only_need_no_mending() -> None:
    table = read_table(b"code,name\nA,One\n", filename="a.csv")

    _, rows = rows_to_mend(table, problems=check_rows(UNITS, table=table).problems, file="units")

    assert list(rows) == []
