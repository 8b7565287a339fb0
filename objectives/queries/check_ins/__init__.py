"""Reads about check-ins."""

from objectives.queries.check_ins.batches import Fall, batch_of, falls_in, own_check_ins
from objectives.queries.check_ins.cards import AT_MOST, Card, cards_for, leads, led_by, may_check_in
from objectives.queries.check_ins.due import Due, due_for, people_with_due
from objectives.queries.check_ins.stands import LastWord, last_words, stand_of, stand_tag

__all__ = [
    "AT_MOST",
    "Card",
    "Due",
    "Fall",
    "LastWord",
    "batch_of",
    "cards_for",
    "due_for",
    "falls_in",
    "last_words",
    "leads",
    "led_by",
    "may_check_in",
    "own_check_ins",
    "people_with_due",
    "stand_of",
    "stand_tag",
]
