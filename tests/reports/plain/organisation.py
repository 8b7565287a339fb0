"""An organisation in plain words, and every path its links make."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

STRENGTH = {"direct": 1.0, "partial": 0.5, "enabling": 0.25}

Path = tuple["Link", ...]


@dataclass(frozen=True)
class Unit:
    parent: str | None = None
    headcount: int | None = None


@dataclass(frozen=True)
class Person:
    unit: str | None = None
    is_active: bool = True


@dataclass(frozen=True)
class Objective:
    unit: str
    state: str = "live"
    answerable: str | None = None
    is_local: bool = False


@dataclass(frozen=True)
class Link:
    child: str
    parent: str
    strength: str = "direct"
    state: str = "accepted"
    days_stale: int = 0


@dataclass(frozen=True)
class Organisation:
    units: dict[str, Unit]
    objectives: dict[str, Objective] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    priorities: tuple[str, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)
    expectations: dict[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def o(self) -> set[str]:
        """O = the cycle's objectives in state agreed or live."""
        return {ref for ref, it in self.objectives.items() if it.state in ("agreed", "live")}

    def counts(self, link: Link) -> bool:
        """Accepted, or stale for at most 30 days, and both ends in O or a priority in force."""
        in_state = link.state == "accepted" or (link.state == "stale" and link.days_stale <= 30)
        ends = self.o | set(self.priorities)
        return in_state and link.child in ends and link.parent in ends

    def might_count(self, link: Link) -> bool:
        """Proposed, accepted or stale of any age, between objectives that are not withdrawn."""
        ends = {ref for ref, it in self.objectives.items() if it.state != "withdrawn"}
        ends |= set(self.priorities)
        is_open = link.state in ("proposed", "accepted", "stale")
        return is_open and link.child in ends and link.parent in ends

    def paths(self, ref: str, usable: Callable[[Link], bool]) -> Iterator[Path]:
        """Every path of usable links from an objective to a priority, no place passed twice."""
        links = [link for link in self.links if usable(link)]

        def walk(node: str, so_far: Path, seen: frozenset[str]) -> Iterator[Path]:
            if node in self.priorities:
                yield so_far
            for link in links:
                if link.child == node and link.parent not in seen:
                    yield from walk(link.parent, (*so_far, link), seen | {link.parent})

        return walk(ref, (), frozenset([ref]))

    @cached_property
    def counting_paths(self) -> dict[str, list[Path]]:
        return {ref: list(self.paths(ref, self.counts)) for ref in self.o}

    @cached_property
    def aligned(self) -> set[str]:
        return {ref for ref in self.o if self.counting_paths[ref]}

    def reached(self, ref: str) -> set[str]:
        """The priorities an objective of O reaches."""
        return {path[-1].parent for path in self.counting_paths[ref]}

    def line(self, unit: str) -> list[str]:
        """A unit and those above it, up to the root."""
        parent = self.units[unit].parent
        return [unit] if parent is None else [unit, *self.line(parent)]

    def division(self, unit: str) -> str:
        """The child of the root a unit lies below; a unit that is the root is its own."""
        line = self.line(unit)
        return line[-2] if len(line) > 1 else line[0]


def share(part: float, whole: float) -> float | None:
    return None if whole == 0 else part / whole
