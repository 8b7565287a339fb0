"""What this app tells people's part: what keeps a unit open, what a leaver would leave, and
which words the record of changes keeps back."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from objectives.models import (
    ChallengeRating,
    ClarityAnswer,
    ContributionLink,
    Cycle,
    Dependency,
    Network,
    Objective,
    TeamAnswer,
    Worry,
    WorryRound,
)
from objectives.words_of_drafts import WORDS_OF_DRAFTS
from people.models import OrgUnit, Person
from people.policy import Action
from people.record import keep_words_back
from people.structure.keeping_open import is_led_by_person, keeps_unit_open
from strategy.taking_effect import when_reworded
from ui.wording import counted

State = Objective.State
UNFINISHED = (State.DRAFT, State.PROPOSED, State.IN_CATCHBALL, State.AGREED, State.LIVE)

# What one person said in private is read by nobody else, also here.
PRIVATE_ANSWERS = {
    TeamAnswer: ("response",),
    Worry: ("theme",),
    WorryRound: ("shown",),  # it stays between a team and the two sides
    ClarityAnswer: ("clarity",),
    ChallengeRating: ("challenge", "feasibility", "commitment"),
}


def declare() -> None:
    """Said once, when the app starts."""
    keeps_unit_open(objectives_of_unit)
    keeps_unit_open(needs_of_unit)
    is_led_by_person(networks_led_by)
    when_reworded(priorities_reworded)
    is_led_by_person(objectives_answered_for)
    for draft in WORDS_OF_DRAFTS:
        keep_words_back(
            model=draft.model,
            fields=draft.fields,
            unless=Action.SEE_DRAFT_OBJECTIVES,
            shown_where=draft.shown_where,
        )
    for model, fields in PRIVATE_ANSWERS.items():
        keep_words_back(model=model, fields=fields, unless=None)


def priorities_reworded(priority_ids: list[int], now: datetime) -> None:
    """Links that were accepted to other words than the strategy now has are looked at again."""
    links = ContributionLink.objects.filter(
        parent_priority_id__in=priority_ids, state=ContributionLink.State.ACCEPTED
    )
    held = list(links.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    ContributionLink.objects.filter(pk__in=held).update(
        state=ContributionLink.State.STALE, stale_since=now, updated_at=now
    )


def objectives_of_unit(unit: OrgUnit) -> list[str]:
    """A unit stays open while it holds an objective that is neither finished nor withdrawn;
    what was left when its year was closed holds nothing."""
    objectives = Objective.objects.filter(unit=unit, state__in=UNFINISHED)
    number = objectives.exclude(cycle__state=Cycle.State.CLOSED).count()
    if not number:
        return []
    return [f"Move or end its {counted(number, 'open objective')}."]


def needs_of_unit(unit: OrgUnit) -> list[str]:
    """A unit stays open while another team waits for its answer."""
    waiting = Dependency.objects.filter(asked_unit=unit, state=Dependency.State.ASKED)
    number = waiting.count()
    return [f"Answer the {counted(number, 'need')} that others asked of it."] if number else []


def networks_led_by(person: Person) -> list[str]:
    """Open networks that would be left without whoever leads or sponsors them."""
    mine = Network.objects.filter(Q(lead=person) | Q(sponsor=person))
    number = mine.exclude(state=Network.State.CLOSED).count()
    return [f"They lead or sponsor {counted(number, 'network')}."] if number else []


def objectives_answered_for(person: Person) -> list[str]:
    """The unfinished objectives whose newest words name the person as answerable."""
    objectives = Objective.objects.filter(current__answerable=person, state__in=UNFINISHED)
    number = objectives.exclude(cycle__state=Cycle.State.CLOSED).count()
    return [f"They answer for {counted(number, 'open objective')}."] if number else []
