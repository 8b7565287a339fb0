from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter

from people.imports.problems import FileRefused
from people.imports.reading import read_file, read_table
from people.imports.table import MAX_BYTES, MAX_ROWS, Row


def test_a_csv_file_becomes_named_columns_and_numbered_rows() -> None:
    table = read_table(b"code,name\r\n007, Ward 12 \r\n", filename="units.csv")

    assert table.header == ("code", "name")
    assert table.rows == (Row(2, ("007", " Ward 12 ")),)


def test_row_numbers_are_those_of_a_spreadsheet() -> None:
    content = b'code,name\n1,"two\nlines"\n\n ,\n2,after two blank rows\n'

    table = read_table(content, filename="units.csv")

    # row 2 takes two lines of text; rows 3 and 4 are blank
    assert [row.number for row in table.rows] == [2, 5]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
def test_the_encodings_of_spreadsheets_are_recognised(encoding: str) -> None:
    text = "code,Pay (£)\n1,Zoë’s café\n"
    mark = "\ufeff" if encoding == "utf-16-be" else ""

    table = read_table((mark + text).encode(encoding), filename="units.csv")

    assert table.header == ("code", "Pay (£)")
    assert table.rows[0].cells == ("1", "Zoë’s café")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_separator_is_the_one_that_parts_the_header(delimiter: str) -> None:
    content = f'"code, or ref"{delimiter}name{delimiter}site\n1{delimiter}a;b,c{delimiter}\n'
    if delimiter == ";":
        content = content.replace("a;b,c", '"a;b,c"')
    if delimiter == ",":
        content = content.replace("a;b,c", '"a;b,c"')

    table = read_table(content.encode(), filename="units.csv")

    assert table.header == ("code, or ref", "name", "site")
    assert table.rows[0].cells == ("1", "a;b,c", "")


def test_one_column_needs_no_separator() -> None:
    assert read_table(b"code\n1\n2\n", filename="units.csv").rows[1] == Row(3, ("2",))


def test_header_names_lose_their_surplus_spaces_and_unnamed_columns_stay() -> None:
    table = read_table(b",Post  Unique\nReference ,,\n".replace(b"\nR", b" R"), filename="a.csv")

    assert table.header == ("", "Post Unique Reference")


def test_cells_beyond_the_header_stay_where_they_say_something() -> None:
    table = read_table(b"a,b\n1,2,3,\n1\n", filename="a.csv")

    assert [row.cells for row in table.rows] == [("1", "2", "3"), ("1", "")]


def test_a_csv_cell_that_calculates_is_marked_and_a_guarded_one_is_text_again() -> None:
    content = b"a,b,c,d,e,f\n=1+1,'=1+1,-5,+44 20,'tis,''=x\n"

    table = read_table(content, filename="a.csv")

    assert table.rows[0].cells == ("=1+1", "=1+1", "-5", "+44 20", "'tis", "'=x")
    assert table.formulas == {(2, 0)}


def written_by_excel() -> bytes:
    """A sheet as a person would make it: text, numbers, dates, and a cell format with zeros."""
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Staff")
        sheet.write_row(0, 0, ["text", "whole", "part", "padded", "day", "moment", "yes", "big"])
        sheet.write_string(1, 0, "0042")
        sheet.write_number(1, 1, 6074530)
        sheet.write_number(1, 2, 0.1 + 0.2)
        sheet.write_number(1, 3, 42, book.add_format({"num_format": "000000"}))
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime(1, 4, date(2024, 4, 1), day)
        sheet.write_datetime(1, 5, datetime(2024, 4, 1, 9, 30), day)  # noqa: DTZ001 as Excel has it
        sheet.write_boolean(1, 6, True)
        sheet.write_number(1, 7, 1e20)
        sheet.write_string(4, 0, "=not a formula")
    return packed.getvalue()


def test_a_workbook_reads_as_its_sheet_looks() -> None:
    table = read_table(written_by_excel(), filename="staff.xlsx")

    assert table.rows[0].number == 2
    assert table.rows[0].cells == (
        "0042", "6074530", "0.3", "000042", "2024-04-01", "2024-04-01 09:30:00", "TRUE",
        "100000000000000000000",
    )  # fmt: skip


def test_a_workbook_keeps_its_row_numbers_and_its_text_that_looks_like_a_formula() -> None:
    table = read_table(written_by_excel(), filename="staff.xlsx")

    assert table.rows[1].number == 5
    assert table.rows[1].cells[0] == "=not a formula"
    assert table.formulas == frozenset()


def test_what_a_file_holds_decides_where_its_name_says_nothing() -> None:
    assert read_table(written_by_excel(), filename="upload").header[0] == "text"
    assert read_table(b"a,b\n1,2\n", filename="upload").header == ("a", "b")


@pytest.mark.parametrize(
    ("content", "filename", "sentence"),
    [
        (b"", "a.csv", "The file is empty"),
        (b"\n\n\n", "a.csv", "Row 1 holds no column names"),
        (b",,\na,b,c\n", "a.csv", "Row 1 holds no column names"),
        (b"1,2\n3,4\n", "a.csv", "Row 1 holds no column names"),
        (b"\x89PNG\r\n\x1a\n\x00", "staff.csv", "The file is a picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "staff.xlsx", "The file is a picture"),
        (b"%PDF-1.7 \x00", "staff.csv", "The file is a PDF"),
        (b"\x1f\x8b\x08\x00", "staff.csv", "The file is a compressed file"),
        (b"<html><table>", "staff.xls", "named as a workbook but is not one"),
        (b"  <html><table>", "staff.csv", "holds a web page or XML"),
        (b"a,b\n1,2\n", "staff.xlsx", "named as a workbook but is not one"),
        (b"a,b\n1,\x002\n", "a.csv", "Line 2 of the file holds an unreadable character"),
        ("a,b\n1,2\n".encode("utf-16-le"), "a.csv", "Line 1 of the file holds an unreadable"),
        ("a,b\n1,\x002\n".encode("utf-16"), "a.csv", "Line 2 of the file holds an unreadable"),
        (b"\xff\xfea", "a.csv", "not text that can be read"),
        (b"a,b\n\x81,2\n", "a.csv", "not text that can be read"),
        (b"a,b\n\xe9\x01,2\n", "a.csv", "not text that can be read"),
        (b'a,b\n1,"two\n', "a.csv", "A quotation mark on row 2 is not closed"),
        (b'a,b\n1,2\n1,"x"y\n', "a.csv", "A quotation mark on row 3"),
        (b"a,b\n1," + b"x" * 200_000, "a.csv", "A cell on row 2 is too long"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "a.xls", "of the old kind"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            "protected with a password",
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(
    content: bytes, filename: str, sentence: str
) -> None:
    with pytest.raises(FileRefused, match=sentence):
        read_table(content, filename=filename)


def test_a_workbook_named_otherwise_says_which_ending_to_use() -> None:
    with pytest.raises(FileRefused, match=r"its name ends in \.csv\. Change the ending to \.xlsx"):
        read_table(written_by_excel(), filename="staff.csv")


def test_a_file_holds_ten_megabytes_at_most() -> None:
    fits = b"a\n" + b"x\n" * ((MAX_BYTES - 2) // 2)

    with pytest.raises(FileRefused, match="larger than 10 MB"):
        read_table(fits + b"x", filename="a.csv")
    with pytest.raises(FileRefused, match="more than 50,000 rows"):
        read_table(fits, filename="a.csv")


def test_fifty_thousand_rows_fit_and_one_more_does_not() -> None:
    fits = b"a\n" + b"x\n" * MAX_ROWS + b"\n" * 1000

    assert len(read_table(fits, filename="a.csv").rows) == MAX_ROWS
    with pytest.raises(FileRefused, match="more than 50,000 rows"):
        read_table(fits + b"x\n", filename="a.csv")


@pytest.mark.parametrize(
    "content",
    [
        ",".join(f"c{n}" for n in range(61)).encode(),
        b"a,b\n" + b",".join([b"1"] * 61),
        b"a," * 1_000_000 + b"a",
        b"a,b\n" + b"," * 20_000,
    ],
)
def test_more_than_sixty_columns_are_refused(content: bytes) -> None:
    with pytest.raises(FileRefused, match="more than 60 columns"):
        read_table(content, filename="a.csv")


def test_blank_rows_without_end_are_refused() -> None:
    with pytest.raises(FileRefused, match="more than 50,000 rows"):
        read_table(b"a\n" + b"\n" * 1_100_000, filename="a.csv")


def test_sixty_columns_fit_and_blank_ones_beyond_do_not_count() -> None:
    names = ",".join(f"c{n}" for n in range(60))

    table = read_table(f"{names}{',' * 40}\n1{',' * 99}\n".encode(), filename="a.csv")

    assert len(table.header) == len(table.rows[0].cells) == 60


def test_a_large_file_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as huge:
        huge.truncate(100 * 1024 * 1024)

    with pytest.raises(FileRefused, match="larger than 10 MB"):
        read_file(path)


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "units.csv"
    path.write_bytes(b"code\n1\n")

    assert read_file(path).header == ("code",)
