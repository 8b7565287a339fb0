"""Where a workbook keeps its first visible sheet, its texts and its number formats."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass

from people.imports.problems import FileRefused
from people.imports.workbooks.archive import DAMAGED, Parts
from people.imports.workbooks.markup import Attributes, local, walk

NO_SHEET = (
    "The workbook has no sheet with rows in it. Choose a workbook whose first sheet has them."
)


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts that make up the first visible sheet."""

    sheet: str
    texts: str | None
    styles: str | None
    counts_days_from_1904: bool


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    part: str


def find_outline(parts: Parts) -> Outline:
    """Follow the workbook's own list of sheets to the first one a person sees."""
    workbook = _main_part(parts)
    relations = _relations(parts, of=workbook)
    sheets: list[str] = []
    properties: Attributes = {}

    def start(name: str, attributes: Attributes) -> None:
        if name == "workbookPr":
            properties.update(attributes)
        if name == "sheet" and attributes.get("state", "visible") == "visible":
            relation = relations.get(_relation_id(attributes))
            if relation and relation.kind == "worksheet":
                sheets.append(relation.part)

    walk(parts.read(workbook), start=start)
    if not sheets:
        raise FileRefused(NO_SHEET)
    return Outline(
        sheet=sheets[0],
        texts=_only(relations, "sharedStrings"),
        styles=_only(relations, "styles"),
        counts_days_from_1904=properties.get("date1904", "0") in ("1", "true"),
    )


def _main_part(parts: Parts) -> str:
    roots = _relations(parts, of="")
    return _only(roots, "officeDocument") or "xl/workbook.xml"


def _relations(parts: Parts, *, of: str) -> dict[str, _Relation]:
    folder, name = posixpath.split(of)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    relations: dict[str, _Relation] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
        kind = posixpath.basename(attributes.get("Type", ""))
        if attributes.get("Id", "") in relations:
            raise FileRefused(DAMAGED)
        relations[attributes.get("Id", "")] = _Relation(kind, target.lstrip("/"))

    walk(parts.read(listed), start=start)
    return relations


def _relation_id(attributes: Attributes) -> str:
    named = (value for name, value in attributes.items() if ":" in name and local(name) == "id")
    return next(named, "")


def _only(relations: dict[str, _Relation], kind: str) -> str | None:
    return next((relation.part for relation in relations.values() if relation.kind == kind), None)
