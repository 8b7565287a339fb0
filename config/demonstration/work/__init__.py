"""The words of the demonstration's objectives, by specialty, all written for it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from config.demonstration.sheets import Block, Work, blocks, sections, works
from config.demonstration.work import (
    also,
    board,
    bridges,
    clinical_support,
    community,
    directorates_community,
    directorates_hospital,
    directorates_support,
    emergency,
    endings,
    estates_digital,
    everyday,
    families,
    local,
    medicine,
    mental_health,
    people_finance,
    surgery,
    themes,
    wards,
)

UPPER_SHEETS = (board, directorates_hospital, directorates_community, directorates_support)
TEAM_SHEETS = (
    emergency,
    wards,
    medicine,
    surgery,
    families,
    community,
    mental_health,
    clinical_support,
    estates_digital,
    people_finance,
    everyday,
    local,
)


@dataclass(frozen=True)
class Balance:
    """A second measure that watches for harm done by chasing the first."""

    name: str
    unit_name: str
    direction: str
    baseline: Decimal
    target: Decimal


@dataclass(frozen=True)
class Theme:
    key: str
    priority_ref: str
    domain: str
    reasons: tuple[str, ...]
    balance: Balance | None


@dataclass(frozen=True)
class Bridge:
    """Work of one part of the trust that serves the same or other work in another part."""

    child_area: str
    child_theme: str
    parent_area: str
    parent_theme: str
    strength: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Also:
    """A second priority that a kind of work serves."""

    theme: str
    priority_ref: str
    strength: str
    reasons: tuple[str, ...]


@cache
def upper_work() -> dict[str, tuple[Work, ...]]:
    """What the board, each division and each directorate set out to do, by unit code."""
    return _by_heading(*(sheet.SHEET for sheet in UPPER_SHEETS))


@cache
def team_work() -> dict[str, tuple[Work, ...]]:
    """What teams may choose from, by the name of the pool."""
    return _by_heading(*(sheet.SHEET for sheet in TEAM_SHEETS))


@cache
def all_themes() -> dict[str, Theme]:
    return {block.cells[0]: _theme(block) for block in blocks(themes.SHEET)}


@cache
def all_bridges() -> tuple[Bridge, ...]:
    return tuple(_bridge(block) for block in blocks(bridges.SHEET))


@cache
def second_priorities() -> dict[str, Also]:
    return {block.cells[0]: _also(block) for block in blocks(also.SHEET)}


@cache
def closing_words() -> dict[str, tuple[str, ...]]:
    """Sentences for declined and ended links and closed objectives, by heading."""
    found = sections(endings.SHEET)
    return {name: tuple(line[2:] for line in lines) for name, lines in found.items()}


def _by_heading(*sheets: str) -> dict[str, tuple[Work, ...]]:
    return {name: works(lines) for sheet in sheets for name, lines in sections(sheet).items()}


def _bridge(block: Block) -> Bridge:
    child_area, child_theme, parent_area, parent_theme, strength = block.cells
    return Bridge(child_area, child_theme, parent_area, parent_theme, strength, block.sentences)


def _also(block: Block) -> Also:
    theme, priority_ref, strength = block.cells
    return Also(theme, priority_ref, strength, block.sentences)


def _theme(block: Block) -> Theme:
    key, priority_ref, domain = block.cells
    balance = None
    if block.balance:
        name, unit_name, direction, baseline, target = block.balance
        balance = Balance(name, unit_name, direction, Decimal(baseline), Decimal(target))
    return Theme(key, priority_ref, domain, block.sentences, balance)
