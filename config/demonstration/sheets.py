"""Reads the demonstration's sheets: plain text that someone who is no programmer can mend.

A sheet has headings (`@ name`), each followed by blocks or lines. A line that begins with two
spaces continues the one above it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True)
class Aim:
    """One wording, with figures that fit its words and its own measure."""

    title: str
    baseline: Decimal
    target: Decimal
    measure: str
    unit_name: str
    direction: str


@dataclass(frozen=True)
class Work:
    """One kind of work a team may set itself: several wordings of it share a reason."""

    theme: str
    flag: str  # a kind of measure, `learning`, or nothing
    aims: tuple[Aim, ...]
    why: str
    how: str
    local_reason: str


@dataclass
class _Draft:
    fields: list[str]
    aims: list[Aim] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)

    def add_aim(self, line: str) -> None:
        """A wording is counted by the block's measure unless it names its own."""
        title, baseline, target, *own = cells(line)
        _, direction, measure, unit_name = self.fields[:4]
        measure, unit_name, direction = (*own, *(measure, unit_name, direction)[len(own) :])
        self.aims.append(
            Aim(title, Decimal(baseline), Decimal(target), measure, unit_name, direction)
        )

    def finished(self) -> Work:
        return Work(
            theme=self.fields[0],
            flag="".join(self.fields[4:]),
            aims=tuple(self.aims),
            why=self.words.get("why", ""),
            how=self.words.get("how", ""),
            local_reason=self.words.get("local", ""),
        )


def cells(line: str) -> list[str]:
    """The parts of a line between upright strokes."""
    return [part.strip() for part in line.split("|")]


def whole_lines(sheet: str) -> list[str]:
    """The sheet's lines, continuations joined to what they continue, blank lines left out."""
    lines: list[str] = []
    for line in sheet.splitlines():
        if line.startswith("  ") and lines:
            lines[-1] += " " + line.strip()
        elif line.strip():
            lines.append(line.strip())
    return lines


def sections(sheet: str) -> dict[str, list[str]]:
    """The lines below each heading."""
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in whole_lines(sheet):
        if line.startswith("@ "):
            current = found.setdefault(line[2:], [])
        else:
            current.append(line)
    return found


def works(lines: list[str]) -> tuple[Work, ...]:
    """The kinds of work that a section's lines describe."""
    drafts: list[_Draft] = []
    for line in lines:
        word, _, rest = line.partition(" ")
        if word == "*":
            drafts[-1].add_aim(rest)
        elif word in {"why", "how", "local"}:
            drafts[-1].words[word] = rest
        else:
            drafts.append(_Draft(cells(line)))
    return tuple(draft.finished() for draft in drafts)


@dataclass(frozen=True)
class Block:
    """A line of cells with the sentences below it."""

    cells: tuple[str, ...]
    sentences: tuple[str, ...]
    balance: tuple[str, ...]


def blocks(sheet: str) -> tuple[Block, ...]:
    """Each headed line with its sentences (`-`) and what to watch beside it (`~`)."""
    found: list[tuple[list[str], list[str], list[str]]] = []
    for line in whole_lines(sheet):
        if line.startswith("- "):
            found[-1][1].append(line[2:])
        elif line.startswith("~ "):
            found[-1][2].extend(cells(line[2:]))
        else:
            found.append((cells(line), [], []))
    return tuple(Block(tuple(head), tuple(said), tuple(watch)) for head, said, watch in found)
