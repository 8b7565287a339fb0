from strategy.services.common import StaleDraft, StrategyRefused
from strategy.services.deciding import Vote, put_in_force, record_decision, withdraw
from strategy.services.drafting import (
    PriorityWords,
    add_priority,
    add_value,
    copy_of,
    move_priority,
    put_back_priority,
    put_back_value,
    remove_priority,
    remove_value,
    start_draft,
    word_priority,
    word_strategy,
    word_value,
)

__all__ = [
    "PriorityWords",
    "StaleDraft",
    "StrategyRefused",
    "Vote",
    "add_priority",
    "add_value",
    "copy_of",
    "move_priority",
    "put_back_priority",
    "put_back_value",
    "put_in_force",
    "record_decision",
    "remove_priority",
    "remove_value",
    "start_draft",
    "withdraw",
    "word_priority",
    "word_strategy",
    "word_value",
]
