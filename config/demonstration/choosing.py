"""Which unit sets itself which work: the upper levels by hand, the teams by a fair draw."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from random import Random

from config.demonstration.sheets import Aim, Work
from config.demonstration.structure import Place
from config.demonstration.work import Theme, all_themes, team_work, upper_work

BEDSIDE = frozenset({"ward", "mental_ward", "emergency", "theatre", "children", "midwifery"})
# teams of bedside professions that see people elsewhere
VISITING_POOLS = frozenset({"midwives_out", "antenatal", "children_home"})
OFFICES = frozenset({"office", "desk", "trades"})
SUPPORT_DIVISION = "CCS"
# a division in which nobody has yet agreed any work for a priority: a gap the board will see
SILENT = {("COM", "P7")}
# teams there that have begun to write some, and got no further
GREEN_DRAFTS = ("NUR-FER", "AMH-CMS")
TURNS = ("own", "own", "shared", "own", "shared", "own")


@dataclass(frozen=True)
class Sketch:
    """An objective before anyone has agreed it: whose it is, and its words."""

    ref: str
    place: Place
    work: Work
    aim: Aim
    theme: Theme
    is_stray: bool  # begun by a team, tied to nothing, gone no further

    @property
    def is_local(self) -> bool:
        return bool(self.work.local_reason)


@dataclass(frozen=True)
class Option:
    work: Work
    aim: Aim
    theme: Theme


@dataclass
class Desk:
    """One team choosing: what it has so far and from where it may choose."""

    place: Place
    own: tuple[str, ...]
    shared: tuple[str, ...]
    wanted: int
    taken: list[Option]

    def still_wants(self) -> bool:
        return len(self.taken) < self.wanted

    def turn(self) -> tuple[str, ...]:
        """Its own specialty more often than what every team shares."""
        own = TURNS[len(self.taken) % len(TURNS)] == "own"
        return (*self.own, *self.shared) if own else (*self.shared, *self.own)

    def takes(self, option: Option) -> bool:
        """No work twice, no theme thrice, and nothing on which its division is silent."""
        if (self.place.division, option.theme.priority_ref) in SILENT:
            return False
        if option.work in [taken.work for taken in self.taken]:
            return False
        return sum(taken.theme == option.theme for taken in self.taken) < 2

    def weariness(self, option: Option) -> int:
        """How much it already has for the same priority, the same theme weighing more."""
        had = Counter(taken.theme.priority_ref for taken in self.taken)
        same = sum(taken.theme == option.theme for taken in self.taken)
        return had[option.theme.priority_ref] + 3 * same


def sketches(places: tuple[Place, ...], *, random: Random) -> list[Sketch]:
    """Every objective's words, the board's first, then level by level downwards."""
    themes, upper = all_themes(), upper_work()
    found = [
        _sketch(place, number, Option(work, work.aims[0], themes[work.theme]))
        for place in sorted(places, key=lambda place: place.depth)
        for number, work in enumerate(upper.get(place.code, ()), start=1)
    ]
    for desk in _drawn(places, themes, random=random):
        found += [
            _sketch(desk.place, number, option) for number, option in enumerate(desk.taken, start=1)
        ]
    return found + _strays(places, themes)


def _sketch(place: Place, number: int, option: Option, *, is_stray: bool = False) -> Sketch:
    ref = f"{place.code}-{number:02}"
    return Sketch(ref, place, option.work, option.aim, option.theme, is_stray)


def _drawn(places: tuple[Place, ...], themes: dict[str, Theme], *, random: Random) -> list[Desk]:
    """Teams choose in turn, one piece of work a round, so that none empties a pool."""
    pools = _options(themes, random=random)
    desks = [_desk(place) for place in places if place.kind == "team"]
    for _ in range(max(desk.wanted for desk in desks)):
        random.shuffle(desks)
        for desk in desks:
            if desk.still_wants():
                _take_one(desk, pools, random=random)
    _take_local(desks, pools, random=random)
    return sorted(desks, key=lambda desk: desk.place.code)


def _desk(place: Place) -> Desk:
    wanted = 4 + (place.size >= 9) + (place.size >= 14) + (place.size >= 22)
    if place.division == SUPPORT_DIVISION or place.staffing in OFFICES:
        return Desk(place, place.pools, ("office_team",), wanted, [])
    at_bedside = place.staffing in BEDSIDE and not VISITING_POOLS.intersection(place.pools)
    shared = (
        "clinical_team",
        "clinical_team_fair",
        "clinical_team_digital",
        "clinical_team_green",
        "clinical_bedside" if at_bedside else "clinical_visits",
    )
    return Desk(place, place.pools, shared, wanted, [])


def _options(themes: dict[str, Theme], *, random: Random) -> dict[str, list[Option]]:
    """Each pool's wordings, shuffled."""
    pools: dict[str, list[Option]] = {}
    for name, works in team_work().items():
        pools[name] = [Option(work, aim, themes[work.theme]) for work in works for aim in work.aims]
        random.shuffle(pools[name])
    return pools


def _take_one(desk: Desk, pools: dict[str, list[Option]], *, random: Random) -> None:
    turn = desk.turn()
    first = set(desk.own if turn[0] in desk.own else desk.shared)
    for names in ([n for n in turn if n in first], [n for n in turn if n not in first]):
        open_to_it = [(n, o) for n in names for o in pools[n] if desk.takes(o)]
        if open_to_it:
            name, option = min(
                open_to_it, key=lambda pair: (desk.weariness(pair[1]), random.random())
            )
            pools[name].remove(option)
            desk.taken.append(option)
            return


def _take_local(desks: list[Desk], pools: dict[str, list[Option]], *, random: Random) -> None:
    """A few teams keep something that is theirs alone."""
    for pool, in_support in (("clinical_local", False), ("office_local", True)):
        able = [d for d in desks if (d.place.division == SUPPORT_DIVISION) is in_support]
        chosen = random.sample(able, k=len(pools[pool]))
        for desk, option in zip(chosen, pools[pool], strict=True):
            desk.taken.append(option)


def _strays(places: tuple[Place, ...], themes: dict[str, Theme]) -> list[Sketch]:
    (work,) = team_work()["green_drafts"]
    teams = {place.code: place for place in places}
    return [
        _sketch(teams[code], 9, Option(work, aim, themes[work.theme]), is_stray=True)
        for code, aim in zip(GREEN_DRAFTS, work.aims, strict=True)
    ]
