"""Which part of the application imports and exports which kind; each app enrols its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from people.imports.columns import Column
from people.imports.writing import Cell
from people.intake.orders import Order, Outcome, Progress
from people.models import ImportRun
from people.policy import Action, Standing

Rows = Iterable[Sequence[Cell]]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One file of a kind: its place in an order, what people call it, its columns."""

    place: str
    words: str
    columns: Sequence[Column]


@dataclass(frozen=True, kw_only=True)
class Importer:
    """A kind that can be imported; `undo` puts back what one import did, or refuses."""

    kind: str
    words: str  # "staff", "teams", as a page says it
    sheets: Sequence[Sheet]
    carry_out: Callable[[Order], Outcome]
    undo: Callable[[ImportRun, Progress], None]
    export: Callable[[], Rows] | None = None  # all there is, as the command gives it
    export_seen_by: Callable[[Standing, datetime], Rows] | None = None  # rows differ by viewer
    export_beside: tuple[str, ...] = ()  # columns such a row has after those an import reads
    export_needs: Action = Action.EXPORT  # what who exports must be allowed everywhere
    export_words: str = ""  # what a page says about the file
    for_whole_exports: frozenset[str] = frozenset()  # columns for who may take everything out
    position: int = 0

    def sheet_name(self, sheet: Sheet) -> str:
        """What problems and remembered columns call the sheet: its place, or the kind itself."""
        return self.kind if len(self.sheets) == 1 else sheet.place

    @property
    def header(self) -> list[str]:
        return [column.name for column in self.sheets[0].columns]


_IMPORTERS: dict[str, Importer] = {}


def enrol(importer: Importer) -> None:
    """Makes a kind known; an app does so when it is ready."""
    _IMPORTERS[importer.kind] = importer


def importer(kind: str) -> Importer:
    """The importer of a kind; raises KeyError for a kind that nobody enrolled."""
    return _IMPORTERS[kind]


def importers() -> list[Importer]:
    """Every kind, in the order in which an organisation needs them."""
    return sorted(_IMPORTERS.values(), key=lambda each: each.position)
