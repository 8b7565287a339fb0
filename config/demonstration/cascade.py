"""Ties objectives upwards: each to what it serves above, some also across divisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

from config.demonstration.choosing import SILENT, Sketch
from config.demonstration.work import Bridge, all_bridges, second_priorities

# what serves any work for its priority, and kinds of work near enough to serve one another
GENERAL = frozenset({"safe", "access", "fair", "staff", "home", "digital", "green", "money"})
NEAR = (
    {"front_door", "discharge", "clinics"},
    {"waits", "clinics", "theatres", "cancer", "crisis", "diagnostics"},
    {"interpreters", "adjustments"},
    {"gaps", "reach"},
    {"waste", "energy", "travel", "gas"},
    {"stock", "productivity", "accuracy"},
    {"records", "systems", "insight", "remote"},
    {"self_care", "response", "prevention", "joined"},
    {"kindness", "dying", "safeguarding"},
    {"skin", "falls", "nutrition"},
    {"deterioration", "handover", "surgical", "learning"},
    {"voice", "supervision", "wellbeing", "fairness", "growth", "retention", "rota", "hiring"},
)
FITS = 2  # the furthest that a parent may be from the work that serves it
# where a division's own objective stopped on its way, and nothing may go round it
STOPPED = frozenset({("MED", "P6"), ("CCS", "P3")})
STRENGTHS_APART = ("direct", "partial", "partial", "enabling")
PAIRS_A_BRIDGE = 3
ALSO_SHARE = 0.42
STRAIGHT_UP_SHARE = 0.03  # of teams' ties that skip the levels between


@dataclass(frozen=True)
class Tie:
    """A contribution before either side has said anything: exactly one kind of parent."""

    child: Sketch
    parent: Sketch | None
    priority_ref: str
    strength: str
    rationale: str
    is_primary: bool

    @property
    def parent_ref(self) -> str:
        return self.parent.ref if self.parent else self.priority_ref

    @property
    def crosses_divisions(self) -> bool:
        return self.parent is not None and self.parent.place.division not in {
            None,
            self.child.place.division,
        }


@dataclass
class Web:
    """All ties so far, able to say what lies above an objective."""

    ties: list[Tie] = field(default_factory=list)
    above: dict[str, set[str]] = field(default_factory=dict)

    def add(self, tie: Tie) -> None:
        self.ties.append(tie)
        self.above.setdefault(tie.child.ref, set()).add(tie.parent_ref)

    def reach(self, ref: str) -> set[str]:
        """Everything on any path upwards, the start included."""
        found, waiting = {ref}, [ref]
        while waiting:
            for parent in self.above.get(waiting.pop(), ()):
                if parent not in found:
                    found.add(parent)
                    waiting.append(parent)
        return found

    def may_join(self, child: Sketch, parent: Sketch) -> bool:
        """No loop, no second tie between the two, and no priority a silent division lacks."""
        reached = self.reach(parent.ref)
        if child.ref in reached or parent.ref in self.above.get(child.ref, ()):
            return False
        return not any((child.place.division, ref) in SILENT | STOPPED for ref in reached)


def web_of(sketches: list[Sketch], *, random: Random) -> Web:
    """Every tie: first up the line, then to a second priority, then across divisions."""
    web = Web()
    tied = [sketch for sketch in sketches if not sketch.is_local and not sketch.is_stray]
    for sketch in tied:
        web.add(_up_the_line(sketch, tied, random=random))
    for sketch in tied:
        _also(web, sketch, tied, random=random)
    for bridge in all_bridges():
        _cross(web, bridge, tied, random=random)
    return web


def _up_the_line(sketch: Sketch, tied: list[Sketch], *, random: Random) -> Tie:
    """To the nearest unit above whose work it fits, else to the nearest with any."""
    reason, ref = random.choice(sketch.theme.reasons), sketch.theme.priority_ref
    found = [
        parent
        for unit_code in _line_above(sketch, random=random)
        if (parent := _closest(sketch, _owned(tied, unit_code, ref), random=random))
    ]
    fitting = [parent for parent in found if _distance(sketch, parent) <= FITS]
    for parent in (fitting or found)[:1]:
        strength = _strength(sketch, parent, random=random)
        return Tie(sketch, parent, "", strength, reason, is_primary=True)
    return Tie(sketch, None, ref, "direct", reason, is_primary=True)


def _line_above(sketch: Sketch, *, random: Random) -> list[str]:
    """The units above, nearest first; now and then a team looks straight to the board."""
    place = sketch.place
    line = [place.directorate, place.division] if place.kind == "team" else []
    if place.kind == "directorate":
        line = [place.division]
    may_skip = (place.division, sketch.theme.priority_ref) not in STOPPED
    if place.kind == "team" and may_skip and random.random() < STRAIGHT_UP_SHARE:
        line = []
    return [code for code in (*line, "NV" if place.depth else None) if code]


def _owned(tied: Iterable[Sketch], unit_code: str, priority_ref: str) -> list[Sketch]:
    return [
        sketch
        for sketch in tied
        if sketch.place.code == unit_code and sketch.theme.priority_ref == priority_ref
    ]


def _closest(sketch: Sketch, others: list[Sketch], *, random: Random) -> Sketch | None:
    """The same kind of work if it is there, else what takes any, else what is near."""
    return min(others, key=lambda other: (_distance(sketch, other), random.random()), default=None)


def _distance(sketch: Sketch, other: Sketch) -> int:
    own, above = sketch.theme.key, other.theme.key
    if own == above:
        return 0
    if above in GENERAL:
        return 1
    near = own in GENERAL or any({own, above} <= group for group in NEAR)
    return 2 if near else 3


def _strength(sketch: Sketch, parent: Sketch, *, random: Random) -> str:
    same = _distance(sketch, parent) == 0 or not parent.place.depth
    return "direct" if same else random.choice(STRENGTHS_APART)


def _also(web: Web, sketch: Sketch, tied: list[Sketch], *, random: Random) -> None:
    """Some work serves a second priority of its own directorate or division."""
    also = second_priorities().get(sketch.theme.key)
    if also is None or not sketch.place.depth or random.random() > ALSO_SHARE:
        return
    for unit_code in (sketch.place.directorate, sketch.place.division, "NV"):
        if unit_code and unit_code != sketch.place.code:
            parent = _closest(sketch, _owned(tied, unit_code, also.priority_ref), random=random)
            if parent is not None and web.may_join(sketch, parent):
                reason = random.choice(also.reasons)
                web.add(Tie(sketch, parent, "", also.strength, reason, is_primary=False))
                return


def _cross(web: Web, bridge: Bridge, tied: list[Sketch], *, random: Random) -> None:
    """Work of one part of the trust that serves work of another."""
    children = _within(tied, bridge.child_area, bridge.child_theme)
    parents = _within(tied, bridge.parent_area, bridge.parent_theme)
    random.shuffle(children)
    random.shuffle(parents)
    for number, (child, parent) in enumerate(zip(children, parents, strict=False)):
        if number < PAIRS_A_BRIDGE and web.may_join(child, parent):
            reason = bridge.reasons[number % len(bridge.reasons)]
            web.add(Tie(child, parent, "", bridge.strength, reason, is_primary=False))


def _within(tied: list[Sketch], area: str, theme: str) -> list[Sketch]:
    return [
        sketch
        for sketch in tied
        if sketch.theme.key == theme
        and sketch.place.depth > 1
        and area in {sketch.place.division, sketch.place.directorate}
    ]
