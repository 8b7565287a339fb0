"""What can be wrong with a file, a row or a cell, each with a sentence that says what to do."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


class FileRefused(Exception):
    """A whole file is turned away; the sentence is fit to show to the person who chose it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """One cell or row that needs a look. An error's row is not saved; a warning's row is."""

    file: str
    row: int
    column: str
    value: str
    severity: Severity
    message: str

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def as_document(self) -> dict[str, str | int]:
        """The problem as import reports print it."""
        return asdict(self)
