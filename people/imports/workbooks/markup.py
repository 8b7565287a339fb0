"""A workbook part read element by element, refusing whatever could expand while it is read."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from typing import NoReturn
from xml.parsers import expat

from people.imports.problems import FileRefused
from people.imports.workbooks.archive import DAMAGED, UNPACKS_TOO_LARGE

Attributes = dict[str, str]
OnStart = Callable[[str, Attributes], None]

MAX_ELEMENTS = 4_000_000  # fifty megabytes of ordinary rows have fewer


def walk(part: bytes, *, start: OnStart, text: Callable[[str], None] | None = None) -> None:
    """Hand over each element's name without its prefix, its attributes, and the text between."""
    if part.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise FileRefused(DAMAGED)  # two readers could see two different sheets in it
    parser = expat.ParserCreate("UTF-8")
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = _counted(start)
    if text is not None:
        parser.buffer_text = True
        parser.CharacterDataHandler = text
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        raise FileRefused(DAMAGED) from None


def local(name: str) -> str:
    """An element's or attribute's name without its prefix."""
    return name.rpartition(":")[2]


def _counted(start: OnStart) -> OnStart:
    count = 0

    def start_unprefixed(name: str, attributes: Attributes) -> None:
        nonlocal count
        count += 1
        if count > MAX_ELEMENTS:
            raise FileRefused(UNPACKS_TOO_LARGE)
        start(local(name) if ":" in name else name, attributes)

    return start_unprefixed


def _refuse(*_declaration: object) -> NoReturn:
    raise FileRefused(DAMAGED)
