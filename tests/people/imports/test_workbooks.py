"""Workbooks that no spreadsheet program would write, and forms that only some of them do."""

from __future__ import annotations

import pytest

from people.imports.reading import read_table
from people.imports.table import Table
from tests.people.imports.hostile import (
    HEADER,
    MAIN,
    OFFICE,
    RELATIONS,
    ROOT,
    WORKBOOK,
    refused,
    shared,
    sheet,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"


def read(parts: dict[str, str | bytes]) -> Table:
    return read_table(workbook(parts), filename="a.xlsx")


def test_the_plain_workbook_that_these_tests_bend_can_be_read() -> None:
    assert read({}).header == ("code",)


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ('<c r="B2"><f>1+1</f><v>2</v></c>', "B2"),
        ('<c r="B2"><f t="shared" si="0"/></c>', "B2"),
        ('<c r="A2"><v>1</v></c><c r="AB2"><f>A2</f></c>', "AB2"),
        ('<c r="A2"/><c><f>A2</f></c>', "B2"),
    ],
)
def test_a_formula_is_refused_by_its_cell(cell: str, place: str) -> None:
    sentence = refused(workbook({SHEET: sheet(f'{HEADER}<row r="2">{cell}</row>')}))

    assert sentence.startswith(f"Cell {place} holds a formula")
    assert "Paste special" in sentence


def test_a_formula_under_another_prefix_is_a_formula_too() -> None:
    xml = (
        f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1">'
        '<x:c r="A1"><x:f>NOW()</x:f></x:c></x:row></x:sheetData></x:worksheet>'
    )

    assert refused(workbook({SHEET: xml})).startswith("Cell A1 holds a formula")


def test_rules_about_cells_are_not_formulas_in_them() -> None:
    rules = (
        '<conditionalFormatting sqref="A1"><cfRule><formula>A1=1</formula></cfRule>'
        '</conditionalFormatting><extLst><ext><xm:f xmlns:xm="m">Lists!$A$1</xm:f></ext></extLst>'
    )

    assert read({SHEET: sheet(HEADER).replace("</worksheet>", f"{rules}</worksheet>")}).rows == ()


def test_formulas_on_a_sheet_that_is_not_read_do_not_matter() -> None:
    second = sheet('<row r="1"><c r="A1"><f>1+1</f></c></row>')
    listed = WORKBOOK.replace("</sheets>", '<sheet name="Two" sheetId="2" r:id="r9"/></sheets>')
    related = RELATIONS.replace(
        "</Rel", f'<Relationship Id="r9" Type="{OFFICE}/worksheet" Target="worksheets/2.xml"/></Rel'
    )

    table = read(
        {
            "xl/workbook.xml": listed,
            "xl/_rels/workbook.xml.rels": related,
            "xl/worksheets/2.xml": second,
        }
    )

    assert table.header == ("code",)


def test_the_first_sheet_is_the_first_that_a_person_sees() -> None:
    listed = WORKBOOK.replace(
        "<sheet ", '<sheet name="H" sheetId="2" state="hidden" r:id="r9"/><sheet '
    )
    related = RELATIONS.replace(
        "</Rel", f'<Relationship Id="r9" Type="{OFFICE}/worksheet" Target="worksheets/9.xml"/></Rel'
    )
    hidden = sheet(HEADER.replace("code", "hidden"))

    table = read(
        {
            "xl/workbook.xml": listed,
            "xl/_rels/workbook.xml.rels": related,
            "xl/worksheets/9.xml": hidden,
        }
    )

    assert table.header == ("code",)


def test_a_workbook_laid_out_otherwise_is_followed_to_its_sheet() -> None:
    moved = {
        "_rels/.rels": ROOT.replace("xl/workbook.xml", "/book/main.xml"),
        "book/main.xml": WORKBOOK,
        "book/_rels/main.xml.rels": RELATIONS.replace("worksheets/", "/elsewhere/"),
        "elsewhere/sheet1.xml": sheet(HEADER.replace("code", "moved")),
    }

    assert read(dict(moved)).header == ("moved",)


def test_cells_without_an_address_follow_one_another() -> None:
    rows = '<row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c/><c><v>7</v></c></row>'

    table = read({SHEET: sheet(rows)})

    assert table.header == ("a", "b")
    assert table.rows[0].cells == ("", "7")


def test_an_error_left_in_a_cell_is_named_and_not_read_as_blank() -> None:
    rows = f'{HEADER}<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#N/A</v></c></row>'

    assert refused(workbook({SHEET: sheet(rows)})).startswith("Cell B2 shows an error")


def test_dates_are_counted_from_1904_where_the_workbook_says_so() -> None:
    styles = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>'
    rows = f'{HEADER}<row r="2"><c r="A2" s="0"><v>1</v></c></row>'
    old = WORKBOOK.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')

    table = read({SHEET: sheet(rows), STYLES: styles, "xl/workbook.xml": old})

    assert table.rows[0].cells == ("1904-01-02",)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "more than 60 columns"),
        ('<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "more than 50,000 rows"),
        ('<row r="2"><c r="BI2"><v>1</v></c></row>', "more than 60 columns"),
        ('<row r="1048577"/>', "more than 50,000 rows"),
        ('<row r="2"><c r="A3"><v>1</v></c></row>', "damaged"),
        ('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>', "damaged"),
        ('<row r="1"><c r="A1"><v>1</v></c></row>', "damaged"),
        ('<row r="0"><c r="A0"><v>1</v></c></row>', "damaged"),
        ('<row r="99999999999"><c><v>1</v></c></row>', "damaged"),
        ('<row r="2"><c r="2A"><v>1</v></c></row>', "damaged"),
        ('<row r="2"><c r="A2" t="s"><v>0</v></c></row>', "damaged"),
        ('<row r="2"><c r="A2" t="s"><v>x</v></c></row>', "damaged"),
        ('<row r="2"><c r="A2"><v>1</c></row>', "damaged"),
    ],
)
def test_a_sheet_that_stretches_or_contradicts_itself_is_refused(rows: str, sentence: str) -> None:
    assert sentence in refused(workbook({SHEET: sheet(HEADER + rows)}))


def test_empty_cells_far_out_are_only_formats() -> None:
    rows = f'{HEADER}<row r="60000"><c r="XFD60000" s="0"/></row>'

    assert read({SHEET: sheet(rows)}).rows == ()


def test_a_text_may_not_be_multiplied_by_the_cells_that_point_at_it() -> None:
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>1</v></c></row>' for n in range(2, 3002))
    parts: dict[str, str | bytes] = {SHEET: sheet(HEADER + cells)}

    assert len(read(parts | {TEXTS: shared("code", "x" * 1000)}).rows) == 3000
    sentence = refused(workbook(parts | {TEXTS: shared("code", "x" * 30_000)}))
    assert sentence.startswith("The workbook unpacks to far more")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [("0<!-- -->1", "unpacks to far more"), ("0<x/>1", "damaged"), ("1</v><v>1", "unpacks")],
)
def test_a_text_number_in_two_pieces_cannot_slip_past_the_count(number: str, sentence: str) -> None:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>{number}</v></c></row>' for n in range(2, 3002)
    )
    packed = workbook({SHEET: sheet(HEADER + cells), TEXTS: shared("a", "x" * 30_000)})

    assert sentence in refused(packed)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", TEXTS])
def test_a_part_that_declares_its_own_words_is_refused(part: str) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    rows = f'{HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c></row>'

    assert "damaged" in refused(workbook({SHEET: sheet(rows), TEXTS: shared("a"), part: laughs}))


def test_a_part_in_another_encoding_is_refused() -> None:
    assert "damaged" in refused(workbook({SHEET: sheet(HEADER).encode("utf-16")}))
