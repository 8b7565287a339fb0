"""A workbook's zip archive, looked over before anything in it is unpacked."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from people.imports.problems import FileRefused

MAX_UNPACKED = 50 * 1024 * 1024
MAX_RATIO = 100
SMALL_PART = 256 * 1024  # a short part of like lines may be pressed hard, and does no harm
MAX_MEMBERS = 200
MAX_DIRECTORY_BYTES = 128 * 1024

SAVE_AGAIN = 'Open it in your spreadsheet program, choose "Save as", then "Excel workbook (.xlsx)".'
DAMAGED = f"The workbook is damaged and cannot be read. {SAVE_AGAIN}"
UNPACKS_TOO_LARGE = (
    "The workbook unpacks to far more than its size suggests. "
    "Copy the rows you need into a new workbook and choose that."
)
TOO_MANY_PARTS = (
    "The workbook has too many parts. Copy the rows you need into a new workbook and choose that."
)
NESTED = (
    "The workbook has another file inside it. Copy the rows into a new workbook and choose that."
)
PROTECTED = (
    "The workbook is protected with a password. Remove the password in your spreadsheet program, "
    "then choose it again."
)

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_WIDE_END_MARK = b"PK\x06\x07"
_ARCHIVE_NAME = re.compile(
    r"\.(zip|xlsx|xlsm|xlsb|docx|docm|pptx|ods|odt|jar|gz|tgz|bz2|xz|7z|rar|tar)$"
)
_ARCHIVE_MARKS = (b"PK\x03\x04", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b")
_ZIP_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError,
    NotImplementedError, RuntimeError, IndexError,
)  # fmt: skip


class Parts:
    """The parts of a workbook by name, case aside, each small enough to unpack."""

    def __init__(self, content: bytes) -> None:
        _refuse_directory(content)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _ZIP_FAULTS:
            raise FileRefused(DAMAGED) from None
        members = self._archive.infolist()
        _refuse_members(members)
        self._members = {member.filename.lower(): member for member in members}
        if len(self._members) != len(members):
            raise FileRefused(DAMAGED)
        self._refuse_nested()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """The unpacked part, never longer than the directory said it would be."""
        member = self._members.get(name.lower())
        if member is None:
            raise FileRefused(DAMAGED)
        return self._unpacked(member)

    def _unpacked(self, member: zipfile.ZipInfo, limit: int = -1) -> bytes:
        try:
            with self._archive.open(member) as part:
                return part.read(limit)
        except _ZIP_FAULTS:
            raise FileRefused(DAMAGED) from None

    def _refuse_nested(self) -> None:
        for name, member in self._members.items():
            starts_like_one = self._unpacked(member, 4).startswith(_ARCHIVE_MARKS)
            if starts_like_one or _ARCHIVE_NAME.search(name):
                raise FileRefused(NESTED)


def _refuse_directory(content: bytes) -> None:
    """The directory at the archive's end is short, so reading it costs little."""
    place = content.rfind(_END_MARK, max(0, len(content) - 65_557))
    if place < 0 or len(content) < place + _END.size:
        raise FileRefused(DAMAGED)
    if content[max(0, place - 20) : place].startswith(_WIDE_END_MARK):
        raise FileRefused(DAMAGED)
    _, _, _, _, members, directory_bytes, _, _ = _END.unpack_from(content, place)
    if members > MAX_MEMBERS or directory_bytes > MAX_DIRECTORY_BYTES:
        raise FileRefused(TOO_MANY_PARTS)


def _refuse_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise FileRefused(TOO_MANY_PARTS)
    if any(member.flag_bits & 0x1 for member in members):
        raise FileRefused(PROTECTED)
    if any(_leaves_the_archive(member.filename) for member in members):
        raise FileRefused(DAMAGED)
    unpacked = sum(member.file_size for member in members)
    if unpacked > MAX_UNPACKED or any(_is_pressed_too_hard(member) for member in members):
        raise FileRefused(UNPACKS_TOO_LARGE)


def _is_pressed_too_hard(member: zipfile.ZipInfo) -> bool:
    if member.file_size <= SMALL_PART:
        return False
    return member.file_size > MAX_RATIO * max(member.compress_size, 1)


def _leaves_the_archive(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/")
