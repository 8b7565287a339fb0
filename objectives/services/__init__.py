"""Every write about objectives: one function for each thing a person does."""

from objectives.services.answering import accept, challenge, decline
from objectives.services.asking import ask_for_objective, say_why_not
from objectives.services.common import note_change
from objectives.services.consenting import answer_for_oneself, ask_team, let_lead_decide
from objectives.services.cycles import open_cycle
from objectives.services.delegating import end_delegation, name_delegate
from objectives.services.expecting import Expected, set_expectations
from objectives.services.going_ahead import go_ahead
from objectives.services.joining import own_alone, share_with
from objectives.services.links import answer_link, end_link, serve, set_primary
from objectives.services.mending import ask_to_mend
from objectives.services.promising import ask_for_promise, take_turn
from objectives.services.rating import rate, say_how_clear
from objectives.services.refusals import NotTheirs, Refused, WordsChanged
from objectives.services.standing_alone import accept_local_reason, give_local_reason
from objectives.services.talking import send_message
from objectives.services.withdrawing import withdraw
from objectives.services.words import Measured, Words
from objectives.services.writing import propose, word_anew, write_objective

__all__ = [
    "Expected",
    "Measured",
    "NotTheirs",
    "Refused",
    "Words",
    "WordsChanged",
    "accept",
    "accept_local_reason",
    "answer_for_oneself",
    "answer_link",
    "ask_for_objective",
    "ask_for_promise",
    "ask_team",
    "ask_to_mend",
    "challenge",
    "decline",
    "end_delegation",
    "end_link",
    "give_local_reason",
    "go_ahead",
    "let_lead_decide",
    "name_delegate",
    "note_change",
    "open_cycle",
    "own_alone",
    "propose",
    "rate",
    "say_how_clear",
    "say_why_not",
    "send_message",
    "serve",
    "set_expectations",
    "set_primary",
    "share_with",
    "take_turn",
    "withdraw",
    "word_anew",
    "write_objective",
]
