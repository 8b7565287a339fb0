"""How alike two wordings are."""

from __future__ import annotations

import pytest

from objectives.figures.likeness import is_copied, likeness, shared_words

PARENT = "Harm from falls in Medicine is halved by March"


@pytest.mark.parametrize(
    ("child", "is_copy"),
    [
        (PARENT, True),
        ("harm from a fall in Medicine halved by march.", True),
        ("By March, falls harm is halved in Medicine", True),
        ("Falls with harm on Ward 7 are down by a fifth by March", False),
        ("Every patient over 65 is helped to walk twice a day", False),
        ("", False),
    ],
)
def test_the_parents_words_in_another_order_are_still_the_parents(
    child: str, is_copy: bool
) -> None:
    assert is_copied(child, PARENT) is is_copy


def test_a_short_parent_is_shared_by_chance() -> None:
    assert not is_copied("Kind care", "Kind care")


def test_nothing_is_like_nothing() -> None:
    assert likeness("", "") == likeness("the and of", "to in") == 0.0


def test_shared_words_are_told_in_the_words_of_the_first() -> None:
    assert shared_words("Fewer falls with harm", "A fall that harms") == ["falls", "harm"]
