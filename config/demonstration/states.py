"""Settles how far each objective and each link has come, so that every state can be seen.

Some of it is placed on purpose: a division's objective still being talked about with agreed work
beneath it, one withdrawn, chains broken in the middle, work tied to nothing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random

from config.demonstration.cascade import Tie, Web
from config.demonstration.choosing import Sketch
from config.demonstration.timeline import CLOSED, SETTLED, Days, LinkDays, days_of
from config.demonstration.work import closing_words

# unit, theme: state and days, chosen by hand because a story hangs on them
PLACED = {
    ("MED", "records"): ("in_catchball", Days(92, 74, 41)),
    ("CCS", "fair"): ("withdrawn", Days(233, 220, None, 196, 184, 66)),
    ("TCC", "theatres"): ("proposed", Days(52, 38)),
    ("WOM", "staff"): ("in_catchball", Days(44, 33, 9)),
    ("OPM-HAW", "waste"): ("in_catchball", Days(38, 27, 11)),
    ("OPM-HAW", "medicines"): ("proposed", Days(21, 14)),
    ("OPM-ROW", "medicines"): ("proposed", Days(19, 12)),
}
# proposed by somebody there and accepted above; the unit's own lead has yet to answer
HALF_WAY = frozenset({("OPM-HAW", "medicines")})
# the team whose agreed work lost its way upwards when the division's objective was withdrawn
KEPT_LIVE = "OUT-INT"
TEAM_STATES = (
    ("live", 270),
    ("agreed", 66),
    ("proposed", 58),
    ("in_catchball", 36),
    ("draft", 44),
    ("achieved", 36),
    ("partly", 24),
    ("not_achieved", 16),
    ("withdrawn", 28),
)
UPPER_STATES = (("live", 97), ("agreed", 3))
CHILDLESS_STATES = (
    ("live", 56),
    ("agreed", 10),
    ("proposed", 14),
    ("partly", 10),
    ("achieved", 10),
)
SECOND_STATES = (("accepted", 80), ("proposed", 11), ("declined", 6), ("ended", 3))
UNACCEPTED_LOCAL = 3
# how many agreed team objectives are made an example of each
EXAMPLES = (
    ("untied", 7),
    ("declined", 6),
    ("ended", 3),
    ("proposed", 11),
    ("stale_long", 9),
    ("stale", 10),
)
# work agreed before the trust used this system: it came by import, and ties were added since
IMPORTED = frozenset({"untied", "declined", "proposed"})
IMPORT_DAY = 240
DRAFTED_AHEAD = 3
SETTLED_BEFORE = 90  # days ago; what the examples hang on was agreed by then


@dataclass
class Settled:
    """What came of each objective and link, by reference and by tie."""

    state: dict[str, str] = field(default_factory=dict)
    days: dict[str, Days] = field(default_factory=dict)
    links: dict[Tie, tuple[str, LinkDays]] = field(default_factory=dict)
    example: dict[str, str] = field(default_factory=dict)
    unaccepted: set[str] = field(default_factory=set)

    def is_sound(self, ref: str) -> bool:
        """Agreed long enough ago for work below it to have lost its tie since."""
        return self.state[ref] in SETTLED and (self.days[ref].agreed or 0) >= SETTLED_BEFORE

    def is_imported(self, ref: str) -> bool:
        return self.example.get(ref) in IMPORTED


def settle(sketches: list[Sketch], web: Web, *, random: Random) -> Settled:
    settled = Settled()
    children = Counter(tie.parent_ref for tie in web.ties)
    for sketch in sketches:
        state, days = _state_of(sketch, children[sketch.ref], random=random)
        settled.state[sketch.ref], settled.days[sketch.ref] = state, days
    _leave_some_local_reasons_open(sketches, settled)
    _choose_examples(sketches, web, settled, children, random=random)
    for tie in web.ties:
        outcome = _link_outcome(tie, settled, random=random)
        if outcome is not None:
            settled.links[tie] = outcome
            _begin_before_it_is_served(tie.parent, outcome[1], settled)
    return settled


def _begin_before_it_is_served(parent: Sketch | None, link: LinkDays, settled: Settled) -> None:
    """What others serve was there, if only as a draft, before the first of them said so."""
    if parent is not None:
        days = settled.days[parent.ref]
        drafted = max(days.drafted, link.proposed + DRAFTED_AHEAD)
        settled.days[parent.ref] = replace(days, drafted=drafted)


def _state_of(sketch: Sketch, children: int, *, random: Random) -> tuple[str, Days]:
    """Drawn for all, so that placing one leaves the others where they were."""
    drawn = _drawn_state(sketch, children, random=random)
    return PLACED.get((sketch.place.code, sketch.theme.key), drawn)


def _drawn_state(sketch: Sketch, children: int, *, random: Random) -> tuple[str, Days]:
    depth = sketch.place.depth
    if sketch.is_stray:
        return "draft", Days(random.randint(10, 50))
    if sketch.is_local or depth == 0 or sketch.place.code == KEPT_LIVE:
        state = "live"
    elif depth < 3:
        state = _drawn(CHILDLESS_STATES if children == 0 else UPPER_STATES, random=random)
    else:
        state = _drawn(TEAM_STATES if children == 0 else UPPER_STATES, random=random)
    return state, days_of(state, depth, random=random)


def _drawn(shares: tuple[tuple[str, int], ...], *, random: Random) -> str:
    return random.choices([name for name, _ in shares], [share for _, share in shares])[0]


def _leave_some_local_reasons_open(sketches: list[Sketch], settled: Settled) -> None:
    local = [sketch.ref for sketch in sketches if sketch.is_local]
    settled.unaccepted.update(local[:: len(local) // UNACCEPTED_LOCAL][:UNACCEPTED_LOCAL])


def _choose_examples(
    sketches: list[Sketch],
    web: Web,
    settled: Settled,
    children: Counter[str],
    *,
    random: Random,
) -> None:
    """Agreed work of teams with one tie, nothing beneath it and a sound parent."""
    only = Counter(tie.child.ref for tie in web.ties)
    sound = {
        tie.child.ref
        for tie in web.ties
        if tie.is_primary and (tie.parent is None or settled.is_sound(tie.parent.ref))
    }
    able = [
        sketch.ref
        for sketch in sketches
        if sketch.place.depth == 3
        and sketch.ref in sound
        and settled.state[sketch.ref] == "live"
        and only[sketch.ref] == 1
        and not children[sketch.ref]
        and (settled.days[sketch.ref].agreed or 0) >= SETTLED_BEFORE
    ]
    random.shuffle(able)
    for name, count in EXAMPLES:
        settled.example.update({ref: name for ref in able[:count]})
        del able[:count]
    for ref in filter(settled.is_imported, settled.example):
        settled.days[ref] = Days(IMPORT_DAY, live=IMPORT_DAY)


def _link_outcome(tie: Tie, settled: Settled, *, random: Random) -> tuple[str, LinkDays] | None:
    """How the parent's side answered; none where the link was never written."""
    state, days = settled.state[tie.child.ref], settled.days[tie.child.ref]
    proposed = days.proposed if days.proposed is not None else days.drafted
    if tie.parent is not None and settled.state[tie.parent.ref] == "withdrawn":
        return _ended_above(settled.days[tie.parent.ref], days, proposed)
    example = settled.example.get(tie.child.ref)
    if example is not None:
        return _example_outcome(example, days, random=random)
    if state == "draft":
        return ("proposed", LinkDays(days.drafted)) if random.random() < 0.55 else None
    if state == "withdrawn":
        return "ended", LinkDays(proposed, days.agreed, days.ended)
    if state in SETTLED | CLOSED:
        return _answered(tie, days, proposed, random=random)
    is_half_way = random.random() < 0.25 or (tie.child.place.code, tie.child.theme.key) in HALF_WAY
    if is_half_way:
        return "accepted", LinkDays(proposed, max(0, proposed - 1))
    return "proposed", LinkDays(proposed)


def _ended_above(above: Days, days: Days, proposed: int) -> tuple[str, LinkDays] | None:
    """A link into something withdrawn ended with it; nobody links to it afterwards."""
    if above.ended is None or proposed <= above.ended + 5:
        return None
    accepted = days.agreed if days.agreed is not None and days.agreed > above.ended else None
    return "ended", LinkDays(proposed, accepted, above.ended)


def _example_outcome(example: str, days: Days, *, random: Random) -> tuple[str, LinkDays] | None:
    proposed, agreed = days.proposed or 0, days.agreed or 0
    asked = random.randint(60, 110)
    outcomes = {
        "untied": None,
        "declined": ("declined", LinkDays(asked, None, asked - random.randint(3, 6))),
        "ended": ("ended", LinkDays(proposed, agreed, random.randint(20, 60))),
        "proposed": ("proposed", LinkDays(random.randint(3, 24))),
        "stale_long": ("stale", LinkDays(proposed, agreed, random.randint(34, 76))),
        "stale": ("stale", LinkDays(proposed, agreed, random.randint(4, 26))),
    }
    return outcomes[example]


def _answered(
    tie: Tie, days: Days, proposed: int, *, random: Random
) -> tuple[str, LinkDays] | None:
    agreed = days.agreed or 0
    state = "accepted" if tie.is_primary else _drawn(SECOND_STATES, random=random)
    told = LinkDays(proposed, min(proposed, agreed + random.randint(0, 4)))
    if state == "proposed":
        return state, LinkDays(min(proposed, random.randint(2, 28)))
    if state == "declined":
        return state, LinkDays(proposed, None, max(0, proposed - random.randint(3, 12)))
    if state == "ended":
        return state, replace(told, ended=max(0, agreed - random.randint(10, 70)))
    return state, told


def reason_of(state: str, *, random: Random) -> str:
    """What was written when a link was declined, ended or made stale."""
    words = closing_words()
    return random.choice(words[state]) if state in {"declined", "ended", "stale"} else ""
