"""What one cell may say: text, numbers, dates and choices, each with its sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import NoReturn

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from people.imports.table import folded

UNKNOWN_WORDS = frozenset({"", "n/d", "n/a"})
NEEDED = "needed"
SENTENCE = "sentence"
REAL_DATE = "Enter a real date, such as 2024-04-01, 01/04/2024 or 01-APR-2024"
EMAIL = "Enter an email address in the form name@example.org, or leave the cell empty"

_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})?(?:\.[0-9]{0,15})?")
_EMAIL = re.compile(r"[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+")
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?:[ T]00:00:00)?")
_SLASHED = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_NAMED = re.compile(r"(?P<day>[0-9]{1,2})-(?P<month>[A-Z]{3})-(?P<year>[0-9]{4})")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()

Found = list[tuple[str, str]]  # (field, sentence)
Remark = tuple[int, str, str]  # (row number, field, sentence)


@dataclass(frozen=True, slots=True)
class KnownPosts:
    """The senior posts that junior rows may name, and those whose own rows cannot be saved."""

    saved: frozenset[str] = frozenset()
    row_of_unsaved: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a row may need beyond itself, and where its warnings go."""

    posts: KnownPosts = field(default_factory=KnownPosts)
    warnings: Found = field(default_factory=list)


def refuse(sentence: str, *, blamed: str | None = None) -> NoReturn:
    """The cell is wrong, or the one of the blamed field; the sentence says what to do."""
    raise PydanticCustomError(SENTENCE, "{sentence}", {SENTENCE: sentence, "field": blamed})


def surroundings(info: ValidationInfo) -> Surroundings:
    """What came with the row being read."""
    return info.context if isinstance(info.context, Surroundings) else Surroundings()


def warn(info: ValidationInfo, sentence: str, *, blamed: str | None = None) -> None:
    """The cell needs a look, but its row can be saved."""
    surroundings(info).warnings.append((blamed or info.field_name or "", sentence))


def is_unknown(text: str) -> bool:
    """N/D, N/A and blank say that nothing was disclosed."""
    return folded(text).casefold() in UNKNOWN_WORDS


def plain_number(text: str) -> Decimal | None:
    """The number written here, thousands parted by commas or not; nothing for other text."""
    wanted = text.strip()
    if not _NUMBER.fullmatch(wanted) or not any(letter.isdigit() for letter in wanted):
        return None
    return Decimal(wanted.replace(",", "")) + 0  # adding nothing turns -0 into 0


def text_up_to(limit: int) -> Callable[[str], str]:
    """Free text, its inner lines and spaces kept."""

    def read(text: str) -> str:
        wanted = text.strip()
        if len(wanted) > limit:
            refuse(f"Shorten this to {limit:,} characters or fewer; it has {len(wanted):,}")
        return wanted

    return read


def needed_text_up_to(limit: int) -> Callable[[str], str]:
    """Free text that every row must have."""
    read_text = text_up_to(limit)

    def read(text: str) -> str:
        return read_text(text) or refuse_blank()

    return read


def code_up_to(limit: int) -> Callable[[str], str]:
    """A code or reference that may be unknown; leading zeros are part of it."""
    read_text = text_up_to(limit)

    def read(text: str) -> str:
        return "" if is_unknown(text) else read_text(text)

    return read


def needed_code_up_to(limit: int) -> Callable[[str], str]:
    """A code or reference that every row must have."""
    read_code = code_up_to(limit)

    def read(text: str) -> str:
        return read_code(text) or refuse_blank()

    return read


def refuse_blank() -> NoReturn:
    """Every row must say something here."""
    raise PydanticCustomError(NEEDED, "needed")


def number_between(
    low: Decimal, high: Decimal, *, example: str, places: int | None = None
) -> Callable[[str], Decimal | None]:
    """A number within its range, or unknown; rounded to the places that are kept, if given."""

    def read(text: str) -> Decimal | None:
        if is_unknown(text):
            return None
        number = plain_number(text)
        if number is None:
            refuse(f"Enter a number, such as {example}, or N/D where it is not known")
        if number < low:
            refuse(f"Enter a number that is {low} or more")
        if number > high:
            refuse(f"Enter a number that is {high:,} or less")
        return number if places is None else round(number, places)

    return read


def whole_number(text: str) -> int | None:
    """A count of people or things, or unknown."""
    number = number_between(Decimal(0), Decimal(2_147_483_647), example="12")(text)
    if number is not None and number != int(number):
        refuse("Enter a whole number, such as 12")
    return None if number is None else int(number)


def choice_of(*codes: str) -> Callable[[str], str | None]:
    """One of the listed words, however its capitals and spaces are written, or unknown."""
    listed = ", ".join(codes[:-1]) + f" or {codes[-1]}"

    def read(text: str) -> str | None:
        wanted = re.sub(r"[\s_-]+", "_", text.strip().casefold())
        if is_unknown(text):
            return None
        if wanted not in codes:
            refuse(f"Enter {listed}")
        return wanted

    return read


def needed_choice_of(*codes: str) -> Callable[[str], str]:
    """One of the listed words; every row must have it."""
    read_choice = choice_of(*codes)

    def read(text: str) -> str:
        return read_choice(text) or refuse_blank()

    return read


def choice_or(default: str, *codes: str) -> Callable[[str], str]:
    """One of the listed words, or the default where the cell says nothing."""
    read_choice = choice_of(*codes)

    def read(text: str) -> str:
        return read_choice(text) or default

    return read


def yes_or_no(text: str) -> bool:
    """Yes or no; blank is no."""
    wanted = text.strip().casefold()
    if wanted in {"yes", "y", "true", "1"}:
        return True
    if wanted in {"no", "n", "false", "0"} or is_unknown(text):
        return False
    refuse("Enter yes or no")


def day(text: str) -> date | None:
    """A date in one of the three forms people use, or unknown."""
    if is_unknown(text):
        return None
    wanted = text.strip().upper()
    match = _ISO.fullmatch(wanted) or _SLASHED.fullmatch(wanted) or _NAMED.fullmatch(wanted)
    if not match:
        refuse(REAL_DATE)
    month = match["month"]
    try:
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month)
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        refuse(REAL_DATE)


def email_address(text: str) -> str:
    """An email address, or none."""
    wanted = "" if is_unknown(text) else text.strip()
    if wanted and (not _EMAIL.fullmatch(wanted) or len(wanted) > 254):
        refuse(EMAIL)
    return wanted


def pay(text: str, info: ValidationInfo) -> Decimal | None:
    """Pounds, or unknown; other text is kept as unknown, and a warning says so."""
    if is_unknown(text):
        return None
    amount = plain_number(text.replace("£", "", 1))
    if amount is None or not 0 <= amount < Decimal(10**10):
        warn(info, "This is not an amount of pay, so it is kept as unknown")
        return None
    return amount


def passage_up_to(limit: int) -> Callable[[str, ValidationInfo], str]:
    """Text that only describes: too long a one is cut, and a warning says so."""

    def read(text: str, info: ValidationInfo) -> str:
        wanted = "" if is_unknown(text) else text.strip()
        if len(wanted) > limit:
            warn(info, f"Only the first {limit:,} characters of this are kept")
        return wanted[:limit].rstrip()

    return read


def line_up_to(limit: int) -> Callable[[str, ValidationInfo], str]:
    """A passage on one line."""
    read_passage = passage_up_to(limit)
    return lambda text, info: read_passage(folded(text), info)
