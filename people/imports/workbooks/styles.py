"""Number formats that show a number with leading zeros, such as 000000 for staff numbers."""

from __future__ import annotations

import re

from people.imports.workbooks.archive import Parts
from people.imports.workbooks.markup import Attributes, walk

_ZEROS_ONLY = re.compile(r"0{2,30}")


def zero_widths(parts: Parts, part: str | None) -> dict[str, int]:
    """How many digits a cell shows, by the number of its style, where zeros pad it."""
    if part is None or part not in parts:
        return {}
    styles = _Styles()
    walk(parts.read(part), start=styles.start)
    return styles.widths


class _Styles:
    def __init__(self) -> None:
        self.widths: dict[str, int] = {}
        self._digits_by_format: dict[str, int] = {}
        self._count = 0
        self._is_within_cell_formats = False

    def start(self, name: str, attributes: Attributes) -> None:
        code = attributes.get("formatCode", "")
        if name == "numFmt" and _ZEROS_ONLY.fullmatch(code):
            self._digits_by_format[attributes.get("numFmtId", "")] = len(code)
        elif name == "xf" and self._is_within_cell_formats:
            self._add_style(attributes.get("numFmtId", ""))
        elif name in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
            self._is_within_cell_formats = name == "cellXfs"

    def _add_style(self, number_format: str) -> None:
        if number_format in self._digits_by_format:
            self.widths[str(self._count)] = self._digits_by_format[number_format]
        self._count += 1
