"""What is typed becomes the beginnings of words."""

from __future__ import annotations

import re

import pytest

from people.searching.figures import WORDS_AT_MOST, pattern, sought_words, stem


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Falls on Ward 7", ("falls", "on", "ward", "7")),
        ("  W7-1, please ", ("w7-1", "please")),
        ("falls FALLS", ("falls",)),
        ("O'Neill", ("o'neill",)),
        ("?! .*", ()),
        ("", ()),
    ],
)
def test_words_are_what_stands_between_signs(typed: str, words: tuple[str, ...]) -> None:
    assert sought_words(typed) == words


def test_a_whole_letter_pasted_in_asks_no_more_than_a_few_words() -> None:
    assert len(sought_words(" ".join(f"word{number}" for number in range(500)))) == WORDS_AT_MOST


@pytest.mark.parametrize(
    ("word", "kept"),
    [
        ("letters", "letter"),
        ("falling", "fall"),
        ("nurses", "nurs"),
        ("bed", "bed"),
        ("care", "care"),
        ("caring", "caring"),
        ("w7-1s", "w7-1s"),
    ],
)
def test_an_ending_is_left_off_where_enough_stays(word: str, kept: str) -> None:
    assert stem(word) == kept


@pytest.mark.parametrize(
    ("word", "words", "is_found"),
    [
        ("falls", "A fall with harm", True),
        ("harm", "harmless", True),
        ("ard", "Ward 7", False),
        ("(7", "Ward 7", False),
        ("w7.1", "W7x1", False),
        ("élan", "Élan vital", True),
    ],
)
def test_a_word_is_found_by_its_beginning(word: str, words: str, is_found: bool) -> None:
    assert bool(re.search(pattern(word), words, re.IGNORECASE)) is is_found
