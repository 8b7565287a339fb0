"""Archives that hide too much, too many or the wrong parts."""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile

import pytest

from people.imports.problems import FileRefused
from people.imports.reading import read_table
from people.imports.workbooks import markup
from tests.people.imports.hostile import (
    HEADER,
    RELATIONS,
    TYPES,
    WORKBOOK,
    refused,
    sheet,
    workbook,
)

SHEET = "xl/worksheets/sheet1.xml"


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
        ({"XL/Workbook.xml": WORKBOOK}, "damaged"),
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
