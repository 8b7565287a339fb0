"""A chosen file as a table, or one sentence that says why not and what to do."""

from __future__ import annotations

from pathlib import Path, PurePath

from people.imports.delimited import read_delimited
from people.imports.problems import FileRefused
from people.imports.table import Table, refuse_size
from people.imports.workbooks.first_sheet import HAS_MACROS, read_workbook

CHOOSE_ANOTHER = "Choose a CSV or XLSX file."
NOT_WHAT_IT_SAYS = (
    'The file is named as a workbook but is not one. Open it in Excel, choose "Save as", '
    'then "Excel workbook (.xlsx)", and choose that file.'
)
NAMED_AS_TEXT = (
    "The file is an Excel workbook, though its name ends in {suffix}. "
    "Change the ending to .xlsx and choose it again."
)
OLD_WORKBOOK = (
    "The file is an Excel workbook of the old kind. "
    'In Excel choose "Save as", then "Excel workbook (.xlsx)", and choose that file.'
)
LOCKED_WORKBOOK = (
    "The workbook is protected with a password. In Excel choose File, Info, Protect workbook, "
    "take the password away, save, and choose it again."
)

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_MACRO_SUFFIXES = frozenset({".xlsm", ".xltm", ".xlam"})
_WORKBOOK_SUFFIXES = frozenset({".xlsx", ".xls", ".xlsb", ".xltx", ".ods"}) | _MACRO_SUFFIXES
_TEXT_SUFFIXES = frozenset({".csv", ".tsv", ".txt"})
_OTHER_KINDS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"RIFF", "a picture or sound"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
)  # what people choose by mistake, by how it starts


def read_file(path: Path) -> Table:
    """The file at this path as a table; its size is looked at before it is opened."""
    refuse_size(path.stat().st_size)
    return read_table(path.read_bytes(), filename=path.name)


def read_table(content: bytes, *, filename: str) -> Table:
    """The first sheet of a CSV or XLSX file, told apart by what it holds, not by its name."""
    refuse_size(len(content))
    suffix = PurePath(filename).suffix.lower()
    if content.startswith(_OLE_MARK):
        raise FileRefused(LOCKED_WORKBOOK if _LOCKED in content else OLD_WORKBOOK)
    if content.startswith(_ZIP_MARKS):
        return _workbook(content, suffix)
    _refuse_other_kinds(content)
    if suffix in _WORKBOOK_SUFFIXES:
        raise FileRefused(NOT_WHAT_IT_SAYS)
    return read_delimited(content)


def _workbook(content: bytes, suffix: str) -> Table:
    if suffix in _MACRO_SUFFIXES:
        raise FileRefused(HAS_MACROS)
    if suffix in _TEXT_SUFFIXES:
        raise FileRefused(NAMED_AS_TEXT.format(suffix=suffix))
    return read_workbook(content)


def _refuse_other_kinds(content: bytes) -> None:
    for mark, kind in _OTHER_KINDS:
        if content.startswith(mark):
            raise FileRefused(f"The file is {kind}, not a spreadsheet. {CHOOSE_ANOTHER}")
