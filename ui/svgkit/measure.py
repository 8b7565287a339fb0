"""How wide a text is in Arial, so that no two texts in a picture can touch."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from unicodedata import normalize

# Thousandths of the type size for the characters from space to tilde, in Arial and Arial Bold.
REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 "
    "556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 "
    "260 334 584"
)
BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 "
    "556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500 389 "
    "280 389 584"
)
WIDEST_LETTER = 1000  # what a character outside the table is taken for
PUNCTUATION = {"–": 556, "—": 1000, "“": 500, "”": 500, "‘": 278, "’": 278, "£": 556, "·": 333}


@lru_cache(maxsize=2)
def _widths(is_bold: bool) -> dict[str, int]:
    numbers = (BOLD if is_bold else REGULAR).split()
    return {chr(32 + index): int(number) for index, number in enumerate(numbers)}


def text_width(text: str, *, size: float, is_bold: bool = False) -> float:
    """Never less than what a browser draws with Arial or Liberation Sans."""
    table = _widths(is_bold)
    thousandths = sum(table.get(letter) or _unlisted(letter, table) for letter in text)
    return thousandths * size / 1000


def wrapped(text: str, *, width: float, size: float, is_bold: bool = False) -> list[str]:
    """Lines that fit the width; words stay whole unless one alone is too long."""

    def fits(line: str) -> bool:
        return text_width(line, size=size, is_bold=is_bold) <= width

    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, fits):
            longer = f"{line} {piece}" if line else piece
            if fits(longer):
                line = longer
            else:
                lines.append(line)
                line = piece
    return [*lines, line] if line else lines


def _pieces(word: str, fits: Callable[[str], bool]) -> list[str]:
    pieces: list[str] = []
    while not fits(word) and len(word) > 1:
        keep = max((n for n in range(1, len(word)) if fits(word[:n])), default=1)
        pieces.append(word[:keep])
        word = word[keep:]
    return [*pieces, word]


def _unlisted(letter: str, table: Mapping[str, int]) -> int:
    """An accent adds no width: é is as wide as e."""
    plain = normalize("NFD", letter)[0]
    return PUNCTUATION.get(letter) or table.get(plain, WIDEST_LETTER)
