"""What this app tells people's part: what a leaver would leave, and which words the record of
changes keeps back."""

from __future__ import annotations

from people.models import Person
from people.policy import Action
from people.record import keep_words_back
from people.structure.keeping_open import is_led_by_person
from strategy.models import PriorityWording, StrategyVersion, Value
from ui.wording import listed

# Words in force never change: what the record holds of these is the making of drafts.
WORDS_OF_DRAFTS = {
    StrategyVersion: ("title", "vision"),
    PriorityWording: ("title", "statement"),
    Value: ("title", "behaviour"),
}


def declare() -> None:
    """Said once, when the app starts."""
    is_led_by_person(priorities_sponsored)
    for model, fields in WORDS_OF_DRAFTS.items():
        keep_words_back(model=model, fields=fields, unless=Action.SEE_STRATEGY_DRAFT)


def priorities_sponsored(person: Person) -> list[str]:
    """The priorities in force that name the person as their sponsor."""
    wordings = PriorityWording.objects.in_force().filter(sponsor=person).order_by("position")
    titles = list(wordings.values_list("title", flat=True))
    return [f"They sponsor {listed(titles)}."] if titles else []
