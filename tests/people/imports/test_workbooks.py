"""Workbooks that no spreadsheet program would write, and forms that only some of them do."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile

import pytest

from people.imports.problems import FileRefused
from people.imports.reading import read_table
from people.imports.table import Table
from people.imports.workbooks import markup
from tests.people.imports.hostile import (
    HEADER,
    MAIN,
    OFFICE,
    RELATIONS,
    ROOT,
    TYPES,
    WORKBOOK,
    shared,
    sheet,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"
TEXTS = "xl/sharedStrings.xml"
STYLES = "xl/styles.xml"


def read(parts: dict[str, str | bytes]) -> Table:
    return read_table(workbook(parts), filename="a.xlsx")


def refused(content: bytes) -> str:
    with pytest.raises(FileRefused) as refusal:
        read_table(content, filename="a.xlsx")
    return refusal.value.sentence


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


def test_a_text_number_in_two_pieces_cannot_slip_past_the_count() -> None:
    cells = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0<!-- -->1</v></c></row>' for n in range(2, 3002)
    )
    packed = workbook({SHEET: sheet(HEADER + cells), TEXTS: shared("a", "x" * 30_000)})

    assert refused(packed).startswith("The workbook unpacks to far more")


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/_rels/workbook.xml.rels", TEXTS])
def test_a_part_that_declares_its_own_words_is_refused(part: str) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    rows = f'{HEADER}<row r="2"><c r="A2" t="s"><v>0</v></c></row>'

    assert "damaged" in refused(workbook({SHEET: sheet(rows), TEXTS: shared("a"), part: laughs}))


def test_a_part_in_another_encoding_is_refused() -> None:
    assert "damaged" in refused(workbook({SHEET: sheet(HEADER).encode("utf-16")}))


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"xl/vbaProject.bin": b"\xd0\xcf"}, "holds macros"),
        ({"[Content_Types].xml": TYPES.replace("sheet.main", "sheet.macroEnabled.main")}, "macros"),
        (
            {"[Content_Types].xml": TYPES.replace("spreadsheetml", "wordprocessingml")},
            "not an Excel",
        ),
        ({"xl/embeddings/letter.docx": b"x"}, "another file inside"),
        ({"xl/media/image1.png": b"PK\x03\x04 a zip by another name"}, "another file inside"),
        ({"../../etc/passwd": b"x"}, "damaged"),
        ({"/etc/passwd": b"x"}, "damaged"),
        ({"xl\\..\\x.xml": b"x"}, "damaged"),
        ({"C:/x.xml": b"x"}, "damaged"),
        ({"XL/Workbook.xml": b"x"}, "damaged"),
        ({"xl/workbook.xml": WORKBOOK.replace("r1", "r7")}, "no sheet with rows"),
        ({"xl/workbook.xml": WORKBOOK.replace("<sheet ", '<sheet state="hidden" ')}, "no sheet"),
        ({"xl/_rels/workbook.xml.rels": RELATIONS.replace("sheet1", "sheet2")}, "damaged"),
        ({"xl/_rels/workbook.xml.rels": RELATIONS.replace('"r2"', '"r1"')}, "damaged"),
        ({f"xl/part{number}.xml": b"x" for number in range(200)}, "too many parts"),
        ({SHEET: sheet("")}, "Row 1 holds no column names"),
        ({SHEET: "<not xml"}, "damaged"),
    ],
)
def test_parts_that_do_not_belong_are_refused(parts: dict[str, str | bytes], sentence: str) -> None:
    assert sentence in refused(workbook(parts))


def test_a_bomb_is_refused_by_its_directory_before_anything_is_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    bomb = workbook({"xl/theme.xml": b" " * (60 * 1024 * 1024)})
    monkeypatch.setattr(zipfile.ZipFile, "open", None)

    assert len(bomb) < 100_000
    assert "unpacks to far more" in refused(bomb)


def test_a_part_pressed_a_thousandfold_is_refused_though_it_is_not_large() -> None:
    ballast = {"xl/media/image1.png": hashlib.shake_256(b"ballast").digest(300_000)}

    packed = workbook(ballast | {"xl/theme.xml": b" " * (20 * 1024 * 1024)})

    assert "unpacks to far more" in refused(packed)


def test_elements_are_counted_while_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_ELEMENTS", 50)
    rows = "".join(f'<row r="{number}"/>' for number in range(2, 60))

    assert "unpacks to far more" in refused(workbook({SHEET: sheet(HEADER + rows)}))


def test_a_directory_that_lies_about_sizes_ends_as_damaged() -> None:
    assert "damaged" in refused(_with_directory_size(workbook(), SHEET, 10))


def _with_directory_size(content: bytes, name: str, size: int) -> bytes:
    """The archive with another unpacked size for this part in its central directory."""
    place = content.rfind(name.encode()) - 46
    assert content[place : place + 4] == b"PK\x01\x02"
    return content[: place + 24] + struct.pack("<L", size) + content[place + 28 :]


def test_a_directory_that_understates_how_many_parts_there_are_is_refused() -> None:
    parts: dict[str, str | bytes] = {f"p{number}.xml": b"x" for number in range(300)}
    content = bytearray(workbook(parts))
    end = content.rfind(b"PK\x05\x06")
    content[end + 8 : end + 12] = struct.pack("<HH", 5, 5)

    assert re.search("too many parts|damaged", refused(bytes(content)))


def test_a_locked_archive_asks_for_the_password_to_be_removed() -> None:
    content = bytearray(workbook())
    for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        place = content.find(mark)
        content[place + offset] |= 1

    assert "protected with a password" in refused(bytes(content))


@pytest.mark.parametrize("keep", [4, 30, 200, -1, -22, -100])
def test_a_workbook_cut_short_is_damaged(keep: int) -> None:
    assert "damaged" in refused(workbook()[:keep])


def test_archives_of_other_programs_are_not_workbooks() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")

    assert "not an Excel workbook" in refused(packed.getvalue())


def test_a_workbook_named_for_macros_is_refused_by_name() -> None:
    with pytest.raises(FileRefused, match="holds macros"):
        read_table(workbook(), filename="staff.xlsm")
