"""Which column of a file is which: found by name, guessed by near names, or chosen by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from people.imports.problems import FileRefused

Matching = Mapping[str, int]  # field -> position in the file's header

Finder = Callable[["Column", str], bool]

LIKE_ENOUGH = 0.9


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a kind of file: its name there, and the field its cells become."""

    name: str
    field: str
    is_required: bool = False
    also: tuple[str, ...] = ()  # names of other dialects, taken as they stand
    like: tuple[str, ...] = ()  # near names, offered as a guess for a person to confirm


def match_columns(columns: Sequence[Column], *, header: Sequence[str]) -> dict[str, int]:
    """Find columns by name, case and spacing aside, in any order; others are passed over."""
    positions = _positions(header)
    matching = {}
    for column in columns:
        for name in (column.name, *column.also):
            found = positions.get(plain(name), [])
            if len(found) > 1:
                raise FileRefused(_twice(header[found[0]]))
            if found:
                matching[column.field] = found[0]
                break
    return matching


def guess_columns(
    columns: Sequence[Column],
    *,
    header: Sequence[str],
    remembered: Mapping[str, str] | None = None,
) -> dict[str, int]:
    """The likeliest match for a person to confirm: by what was chosen before, name, near name.

    `remembered` maps a header of an earlier file to the field it was matched with.
    """
    fields = {plain(name): field for name, field in (remembered or {}).items()}
    free = {position: plain(name) for position, name in enumerate(header) if plain(name)}
    guesses: dict[str, int] = {}
    for is_it in (_by_memory(fields), _by_name, _by_near_name, _by_likeness):
        for column in columns:
            found = next((p for p, name in free.items() if is_it(column, name)), None)
            if column.field not in guesses and found is not None:
                guesses[column.field] = found
                del free[found]
    return guesses


def remembered_names(header: Sequence[str], *, matching: Matching) -> dict[str, str]:
    """What to remember of a confirmed matching, for `guess_columns` next time."""
    return {header[position]: field for field, position in matching.items()}


def missing_columns(columns: Sequence[Column], *, matching: Matching) -> list[str]:
    """Required columns that nothing was matched with, by the names they should have."""
    return [
        column.name for column in columns if column.is_required and column.field not in matching
    ]


def refuse_matching(
    columns: Sequence[Column], *, header: Sequence[str], matching: Matching
) -> None:
    """Every required column is matched, and no column of the file stands for two."""
    missing = missing_columns(columns, matching=matching)
    if missing:
        names = " and no column called ".join(missing)
        raise FileRefused(
            f"The file has no column called {names}. "
            "Check that it is the right file, and that row 1 holds the column names."
        )
    known = {column.field for column in columns}
    positions = list(matching.values())
    if len(set(positions)) < len(positions):
        raise FileRefused("One column was chosen twice. Choose a different column for each.")
    if not known.issuperset(matching) or not all(0 <= p < len(header) for p in positions):
        raise FileRefused("A chosen column is not in the file. Match the columns again.")


def plain(name: str) -> str:
    """A column's name with case, spacing and signs such as (£) set aside."""
    return "".join(letter for letter in name.casefold() if letter.isascii() and letter.isalnum())


def _positions(header: Sequence[str]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for position, name in enumerate(header):
        if plain(name):
            positions.setdefault(plain(name), []).append(position)
    return positions


def _twice(name: str) -> str:
    return (
        f"The file has two columns called {name}. "
        "Rename or delete the one that is not needed, then choose it again."
    )


def _names(column: Column) -> Iterator[str]:
    yield from (column.name, *column.also)


def _by_memory(fields: Mapping[str, str]) -> Finder:
    return lambda column, name: fields.get(name) == column.field


def _by_name(column: Column, name: str) -> bool:
    return name in {plain(known) for known in _names(column)}


def _by_near_name(column: Column, name: str) -> bool:
    return name in {plain(near) for near in column.like}


def _by_likeness(column: Column, name: str) -> bool:
    return any(
        SequenceMatcher(None, name, plain(known)).ratio() >= LIKE_ENOUGH
        for known in (*_names(column), *column.like)
    )
