"""What comes after an import: each kind prepares the ground for the next."""

from __future__ import annotations

from dataclasses import dataclass

from people.addresses import address


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    words: str
    href: str


_IMPORT = "people:import_choose"
_AFTER: dict[str, tuple[tuple[str, str, tuple[str, ...]], ...]] = {
    "organogram": (
        ("Import the priorities", _IMPORT, ("priorities",)),
        ("See the strategy", "strategy:strategy", ()),
        ("See the units", "people:units", ()),
    ),
    "units": (
        ("Import people", _IMPORT, ("people",)),
        ("See the units", "people:units", ()),
    ),
    "people": (
        ("Import the priorities", _IMPORT, ("priorities",)),
        ("See the strategy", "strategy:strategy", ()),
        ("See the people", "people:people", ()),
    ),
    "priorities": (
        ("Import objectives", _IMPORT, ("objectives",)),
        ("See the strategy", "strategy:strategy", ()),
    ),
    "objectives": (
        ("Import links", _IMPORT, ("links",)),
        ("See the objectives", "objectives:objectives", ()),
    ),
    "links": (("See which teams the priorities reach", "reports:coverage", ()),),
    "expectations": (("See which teams the priorities reach", "reports:coverage", ()),),
}  # by kind: the next thing to do, then where else one might look


def next_steps(kind: str) -> list[NextStep]:
    return [
        NextStep(words=words, href=address(name, *args))
        for words, name, args in _AFTER.get(kind, ())
    ]
