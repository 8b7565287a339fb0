"""Workbooks put together part by part, so that tests can make what no spreadsheet program would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from people.imports.problems import FileRefused
from people.imports.reading import read_table

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

TYPES = f'<Types><Override PartName="/xl/workbook.xml" ContentType="{WORKBOOK_TYPE}"/></Types>'
ROOT = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)
WORKBOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    '<sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>'
)
RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}">'
    f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    f'<Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>code</t></is></c></row>'


def sheet(rows: str) -> str:
    """A sheet's XML around its rows."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def shared(*texts: str) -> str:
    """A workbook's shared texts."""
    items = "".join(f"<si><t>{text}</t></si>" for text in texts)
    return f'<sst xmlns="{MAIN}">{items}</sst>'


def workbook(
    parts: Mapping[str, str | bytes] | None = None, *, compression: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """A workbook with a header and no rows, its parts replaced or joined by those given."""
    every: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": sheet(HEADER),
    }
    every.update(parts or {})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as archive:
        for name, content in every.items():
            archive.writestr(name, content)
    return packed.getvalue()


def refused(content: bytes) -> str:
    """The sentence with which this workbook is turned away."""
    with pytest.raises(FileRefused) as refusal:
        read_table(content, filename="a.xlsx")
    return refusal.value.sentence
