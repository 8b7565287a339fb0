"""What the alignment page says in sentences. Nobody is named beside a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reports.queries.alignment import Finding
from reports.queries.chains import Broken, How, Named
from reports.wording.numbers import difference, in_words, percent, quoted, sentence, so_many

Summary = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class FindingWords:
    """A list of objectives: what it is called, why it matters, what to do about one of them."""

    heading: str
    why: str
    mend: str


FINDINGS = {
    Finding.ORPHANS: FindingWords(
        heading="Serve no priority",
        why="No chain of links leads from them to a priority, and no reason for standing alone "
        "has been accepted. Nobody can say which part of the strategy this work helps.",
        mend="Open one and say what it serves, or why it stands alone.",
    ),
    Finding.UNCONFIRMED: FindingWords(
        heading="Their chain is broken on the way",
        why="They would reach a priority if one thing on the way up were settled. Until then "
        "they do not count as aligned.",
        mend="Each line names what is open.",
    ),
    Finding.UNANSWERED: FindingWords(
        heading="Nobody is answerable",
        why="Nobody who works here now is named as the person who answers for them.",
        mend="Open one and name a person.",
    ),
    Finding.LOCAL: FindingWords(
        heading="Stand alone for an accepted reason",
        why="They serve no priority, and the unit above has accepted why. They are left out of "
        "the share above.",
        mend="Nothing needs doing.",
    ),
}


def alignment_finding(summary: Summary) -> str:
    """How many reach a priority, and what keeps most of the others from it."""
    total, tally = summary["objectives"]["total"], tally_of(summary)
    if not total:
        return "No objective is agreed yet, so there is nothing to follow to a priority."
    wanted = total - tally["local"]
    if tally["aligned"] == wanted:
        return "Every agreed objective that should reach a priority does."
    first = (
        f"{tally['aligned']:,} of the {wanted:,} agreed objectives that should reach a priority "
        f"do ({percent(summary['rate'])})."
    )
    orphans = f"{in_words(tally['orphans'])} {_serve(tally['orphans'])} none at all"
    waits = "waits" if tally["unconfirmed"] == 1 else "wait"
    open_ones = f"{in_words(tally['unconfirmed'])} {waits} on something further up"
    said = [
        (tally["orphans"], orphans),
        (tally["unconfirmed"], open_ones),
    ]
    parts = [words for number, words in sorted(said, key=lambda it: -it[0]) if number]
    return f"{first} {sentence(' and '.join(parts))}"


def _serve(number: int) -> str:
    return "serves" if number == 1 else "serve"


def tally_of(summary: Summary) -> dict[str, int]:
    """How many objectives stand how, over every level."""
    keys = ("total", "aligned", "unconfirmed", "local", "orphans")
    return {key: sum(level[key] for level in summary["levels"]) for key in keys}


def crossing_sentence(crossing: Summary) -> str:
    """How much work joins divisions, and which way the whole leans."""
    links = crossing["external"] + crossing["internal"]
    if not links:
        return "No agreed objective is linked to another yet."
    share = crossing["external"] / links
    leaning = "Most links stay inside one division."
    if crossing["ei_index"] > 0:
        leaning = "Most links join one division to another."
    elif crossing["ei_index"] == 0:
        leaning = "As many links join divisions as stay inside one."
    return (
        f"{crossing['external']:,} of the {links:,} links between agreed objectives join two "
        f"divisions ({percent(share)}). {leaning}"
    )


def concentration_sentences(summary: Summary) -> list[str]:
    """How widely being answerable is spread, without saying that wider is better."""
    spread, total = summary["concentration"], summary["objectives"]["total"]
    held = total - spread["unanswered"]
    if not held:
        return ["Nobody is answerable for an agreed objective yet."]
    share = spread["answerable"] / spread["people"]
    tenth = -(-spread["people"] // 10)
    of_top = round(spread["top10_share"] * held)
    return [
        f"{spread['answerable']:,} of {spread['people']:,} people answer for at least one agreed "
        f"objective ({percent(share)}).",
        f"The tenth of people who answer for most, {tenth:,} of {spread['people']:,}, answer for "
        f"{of_top:,} of the {held:,} objectives that somebody answers for "
        f"({percent(spread['top10_share'])}).",
        "It is as if "
        f"{so_many(round(spread['effective_number']), 'person', 'people')} shared them equally.",
    ]


def alignment_change(now: Summary, before: Summary) -> list[str]:
    """What has become more or fewer since an earlier run."""
    tally, earlier = tally_of(now), tally_of(before)
    said = {
        "aligned": "reach a priority",
        "unconfirmed": "wait on something further up",
        "orphans": "serve no priority",
        "local": "stand alone for an accepted reason",
    }
    lines = [
        f"{tally[key]:,} {words} ({difference(tally[key], earlier[key])}, it was {earlier[key]:,})"
        for key, words in said.items()
    ]
    return [
        *lines,
        f"{percent(now['rate'])} of those that should do (it was {percent(before['rate'])})",
    ]


LEVEL_HEADINGS = ("Agreed", "Reach a priority", "Wait", "Alone", "Serve none", "Share that reach")


@dataclass(frozen=True, kw_only=True)
class LevelWords:
    """A level's row of the table."""

    name: str
    cells: list[str]


def level_words(level: Summary) -> LevelWords:
    keys = ("total", "aligned", "unconfirmed", "local", "orphans")
    numbers = [f"{level[key]:,}" for key in keys]
    return LevelWords(name=_level_name(level["level"]), cells=[*numbers, percent(level["rate"])])


def _level_name(level: int) -> str:
    if level == 0:
        return "The board’s own"
    return f"{so_many(level, 'step').capitalize()} below the board"


def to_mend(broken: Broken) -> Named | None:
    """The objective to open: the one that is not agreed, or where the open link begins."""
    if broken.how == How.NOT_AGREED:
        return broken.parent
    return broken.child


def broken_words(broken: Broken) -> str:
    """What is open on the way up, and how much more there is."""
    said = _broken(broken)
    if not broken.more:
        return said
    is_are = "is" if broken.more == 1 else "are"
    more = f"{so_many(broken.more, 'thing')} further up {is_are} open too"
    return f"{said} {sentence(more)}"


def _broken(broken: Broken) -> str:
    match broken.how:
        case How.MENDED:
            return "This has been mended since: a whole chain leads to a priority now."
        case How.GONE:
            return "The way it had is gone: nothing that it serves leads to a priority now."
        case How.NOT_AGREED:
            if broken.parent is None:
                return "It waits on an objective that is still being drafted."
            return f"{_called(broken.parent)} is not agreed yet ({broken.parent.state.lower()})."
        case How.ENDED:
            return f"{_called(broken.parent)} is over, so nothing can count through it."
        case How.NOT_ANSWERED:
            return f"{_link(broken)} waits for an answer{_from(broken)}."
        case How.NOT_RENEWED:
            return (
                f"{_link(broken)} was agreed for words that have changed, and has waited for more "
                "than 30 days to be confirmed."
            )


def _from(broken: Broken) -> str:
    """Whose answer it is: that of whoever leads what is served, or the Board's."""
    if broken.parent is None:
        return ""
    return f" from {broken.parent.unit}" if broken.parent.unit else " from the Board’s side"


def _link(broken: Broken) -> str:
    if broken.child is None or broken.parent is None:
        return "A link further up"
    if broken.is_own:
        return f"Its link to {_called(broken.parent)}"
    return f"The link from {_called(broken.child)} to {_called(broken.parent)}"


def _called(named: Named | None) -> str:
    if named is None:
        return "An objective further up"
    return f"{quoted(named.title)} ({named.unit})" if named.unit else quoted(named.title)
