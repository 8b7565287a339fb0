"""Our own words on "My part" are read with ease at about twelve years of age."""

import re
from enum import StrEnum

import pytest

from objectives.figures.sentences import Broken, Note, Says, Waits, in_sentence

NAMES = {
    "unit": "Ward 7",
    "above": "the care team",
    "person": "Sam",
    "people": "Sam and Jo",
    "day": "1 May",
    "time": "3 days",
}
OURS: list[StrEnum] = [*Says, *Note, *Broken, *Waits]


def syllables(word: str) -> int:
    """Groups of vowels; a last e is not heard unless it stands alone or after l."""
    heard = re.sub(r"(?<=[^laeiouy])e$|(?<=[^aeiouytd])ed$", "", word.lower())
    heard = re.sub(r"(?<![tsc])i(?=[ao])", "i-", heard)
    return max(1, len(re.findall(r"[aeiouy]+", heard)))


def reading_age(text: str) -> float:
    """Flesch and Kincaid's school grade, and five years."""
    words = re.findall(r"[A-Za-z0-9’]+", text)
    sentences = max(1, len(re.findall(r"[.:?!]", text)))
    heard = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * heard / len(words) - 15.59 + 5


@pytest.mark.parametrize(
    ("word", "count"),
    [("promise", 2), ("priority", 4), ("helped", 1), ("people", 2), ("the", 1), ("agreed", 2)],
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


def test_hard_words_read_as_hard() -> None:
    assert reading_age("Contribution methodologies necessitate organisational alignment.") > 18


def test_our_words_together_are_for_a_reading_age_of_twelve() -> None:
    text = " ".join(in_sentence(template, **NAMES) for template in OURS)

    assert reading_age(text) <= 12


@pytest.mark.parametrize("template", OURS)
def test_no_single_sentence_is_hard_or_long(template: StrEnum) -> None:
    words = in_sentence(template, **NAMES)

    assert words[0].isupper()
    assert words[-1] in ".:"
    assert reading_age(words) <= 13.5
    assert all(len(part.split()) <= 16 for part in re.split(r"[.:]", words))
