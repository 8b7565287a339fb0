from datetime import UTC, date, datetime

import factory

from people.tenancy import organisation_in_force
from strategy.models import (
    BoardDecision,
    BoardMeeting,
    Priority,
    PriorityWording,
    Strategy,
    StrategyVersion,
    Value,
)
from tests.factories.people import PersonFactory


class StrategyFactory(factory.django.DjangoModelFactory[Strategy]):
    class Meta:
        model = Strategy

    organisation = factory.LazyFunction(organisation_in_force)


class StrategyVersionFactory(factory.django.DjangoModelFactory[StrategyVersion]):
    """A draft; `in_force=True` makes one in force."""

    class Meta:
        model = StrategyVersion

    class Params:
        in_force = factory.Trait(
            state=StrategyVersion.State.IN_DELIVERY,
            in_force_from=date(2026, 4, 1),
            content_hash="0" * 64,
        )

    organisation = factory.LazyFunction(organisation_in_force)
    strategy = factory.SubFactory(StrategyFactory)
    title = "Leading together"
    vision = "Care that people would choose for those they love"


class PriorityFactory(factory.django.DjangoModelFactory[Priority]):
    class Meta:
        model = Priority

    organisation = factory.LazyFunction(organisation_in_force)
    strategy = factory.SubFactory(StrategyFactory)
    ref = factory.Sequence(lambda n: f"P{n}")


class PriorityWordingFactory(factory.django.DjangoModelFactory[PriorityWording]):
    """Words of a priority in a draft version (once in force, the database takes no more)."""

    class Meta:
        model = PriorityWording

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(StrategyVersionFactory)
    priority = factory.SubFactory(
        PriorityFactory, strategy=factory.SelfAttribute("..version.strategy")
    )
    title = "Safe, kind care every time"


class ValueFactory(factory.django.DjangoModelFactory[Value]):
    class Meta:
        model = Value

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(StrategyVersionFactory)
    title = "Kindness"


class BoardMeetingFactory(factory.django.DjangoModelFactory[BoardMeeting]):
    class Meta:
        model = BoardMeeting

    organisation = factory.LazyFunction(organisation_in_force)
    held_on = factory.Sequence(lambda n: date.fromordinal(date(2026, 5, 1).toordinal() + n))


class BoardDecisionFactory(factory.django.DjangoModelFactory[BoardDecision]):
    class Meta:
        model = BoardDecision

    organisation = factory.LazyFunction(organisation_in_force)
    meeting = factory.SubFactory(BoardMeetingFactory)
    version = factory.SubFactory(StrategyVersionFactory)
    text = "The Board approved the strategy"
    votes_for = 11
    is_carried = True
    content_hash = "0" * 64
    recorded_by = factory.SubFactory(PersonFactory)
    recorded_at = datetime(2026, 5, 1, 12, tzinfo=UTC)
