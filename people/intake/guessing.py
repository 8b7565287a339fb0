"""Which column is which, as far as names and this organisation's memory tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from people.imports.columns import (
    Column,
    guess_columns,
    match_columns,
    missing_columns,
    plain,
)

PASSED_OVER = ""  # remembered of a column that was matched with nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A likely matching; `is_sure` when nobody needs to look at it."""

    matching: dict[str, int]
    is_sure: bool


def guess(
    columns: Sequence[Column], *, header: Sequence[str], remembered: Mapping[str, str]
) -> Guess:
    """Sure where every match is by its exact name or as chosen before, and none is missing.

    Two columns of one name raise FileRefused.
    """
    by_name = match_columns(columns, header=header)
    memory = {plain(name): field for name, field in remembered.items()}
    chosen = {name: field for name, field in remembered.items() if field != PASSED_OVER}
    found = guess_columns(columns, header=header, remembered=chosen)
    certain, likely = {}, {}
    for field, position in found.items():
        before = memory.get(plain(header[position]))
        if by_name.get(field) == position or before == field:
            certain[field] = position
        elif before != PASSED_OVER:
            likely[field] = position
    matching = certain | likely
    return Guess(
        matching=matching,
        is_sure=not likely and not missing_columns(columns, matching=matching),
    )


def to_remember(header: Sequence[str], *, matching: Mapping[str, int]) -> dict[str, str]:
    """What the person decided about every named column, also that one is passed over."""
    fields = {position: field for field, position in matching.items()}
    return {name: fields.get(p, PASSED_OVER) for p, name in enumerate(header) if plain(name)}
