from datetime import UTC, date, datetime

import factory

from objectives.models import (
    ChallengeRating,
    CheckIn,
    ClarityAnswer,
    Closing,
    Conflict,
    ConflictMessage,
    ConsentRound,
    ContributionNote,
    Delegation,
    Dependency,
    GoingAhead,
    JointOwner,
    LoadLimits,
    MeasuredValue,
    Message,
    Promise,
    TeamAnswer,
    Worry,
    WorryReply,
    WorryRound,
)
from people.tenancy import organisation_in_force
from tests.factories.objectives import (
    MeasureFactory,
    ObjectiveFactory,
    ObjectiveVersionFactory,
)
from tests.factories.people import OrgUnitFactory, PersonFactory

MORNING = datetime(2026, 5, 2, 9, tzinfo=UTC)


class MessageFactory(factory.django.DjangoModelFactory[Message]):
    class Meta:
        model = Message

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    version = factory.LazyAttribute(lambda message: message.objective.current)
    person = factory.SubFactory(PersonFactory)
    words = "Could we count near misses too?"
    sent_at = MORNING


class GoingAheadFactory(factory.django.DjangoModelFactory[GoingAhead]):
    class Meta:
        model = GoingAhead

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    person = factory.SubFactory(PersonFactory)
    reason = "The inspection is in June"
    decided_at = MORNING


class JointOwnerFactory(factory.django.DjangoModelFactory[JointOwner]):
    class Meta:
        model = JointOwner

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    unit = factory.SubFactory(OrgUnitFactory)
    added_by = factory.SubFactory(PersonFactory)


class ConsentRoundFactory(factory.django.DjangoModelFactory[ConsentRound]):
    class Meta:
        model = ConsentRound

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    unit = factory.SubFactory(OrgUnitFactory)
    asked_by = factory.SubFactory(PersonFactory)
    asked_at = MORNING


class TeamAnswerFactory(factory.django.DjangoModelFactory[TeamAnswer]):
    class Meta:
        model = TeamAnswer

    organisation = factory.LazyFunction(organisation_in_force)
    consent = factory.SubFactory(ConsentRoundFactory)
    person = factory.SubFactory(PersonFactory)


class PromiseFactory(factory.django.DjangoModelFactory[Promise]):
    class Meta:
        model = Promise

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    promiser = factory.SubFactory(OrgUnitFactory)
    words = "Two hours a week for the falls lead"
    asked_by = factory.SubFactory(PersonFactory)
    asked_at = MORNING


class WorryFactory(factory.django.DjangoModelFactory[Worry]):
    class Meta:
        model = Worry

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    person = factory.SubFactory(PersonFactory)
    theme = "time"
    said_at = MORNING


class WorryReplyFactory(factory.django.DjangoModelFactory[WorryReply]):
    class Meta:
        model = WorryReply

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    theme = "time"
    words = "We will stand by you if the round takes longer"
    person = factory.SubFactory(PersonFactory)
    replied_at = MORNING


class ChallengeRatingFactory(factory.django.DjangoModelFactory[ChallengeRating]):
    class Meta:
        model = ChallengeRating

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    party = "owner"
    person = factory.SubFactory(PersonFactory)
    challenge = 4
    feasibility = 3
    commitment = 4
    rated_at = MORNING


class ClarityAnswerFactory(factory.django.DjangoModelFactory[ClarityAnswer]):
    class Meta:
        model = ClarityAnswer

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    person = factory.SubFactory(PersonFactory)
    clarity = 4
    answered_at = MORNING


class CheckInFactory(factory.django.DjangoModelFactory[CheckIn]):
    class Meta:
        model = CheckIn

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    person = factory.SubFactory(PersonFactory)
    confidence = CheckIn.Confidence.CONFIDENT
    checked_in_at = MORNING


class MeasuredValueFactory(factory.django.DjangoModelFactory[MeasuredValue]):
    class Meta:
        model = MeasuredValue

    organisation = factory.LazyFunction(organisation_in_force)
    check_in = factory.SubFactory(CheckInFactory)
    measure = factory.SubFactory(MeasureFactory)
    value = 12


class ContributionNoteFactory(factory.django.DjangoModelFactory[ContributionNote]):
    class Meta:
        model = ContributionNote

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    person = factory.SubFactory(PersonFactory)
    words = "Moved the call bells within reach on the night round"
    written_at = MORNING


class ClosingFactory(factory.django.DjangoModelFactory[Closing]):
    class Meta:
        model = Closing

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    result = Closing.Result.PARTLY
    learnt = "Night staff saw it first, so ask them first"
    next = Closing.Next.KEEP
    said_by = factory.SubFactory(PersonFactory)
    said_at = MORNING


class DelegationFactory(factory.django.DjangoModelFactory[Delegation]):
    class Meta:
        model = Delegation

    organisation = factory.LazyFunction(organisation_in_force)
    unit = factory.SubFactory(OrgUnitFactory)
    leader = factory.SubFactory(PersonFactory)
    delegate = factory.SubFactory(PersonFactory)
    starts_on = date(2026, 5, 2)
    ends_on = date(2026, 5, 16)
    named_at = MORNING


class DependencyFactory(factory.django.DjangoModelFactory[Dependency]):
    class Meta:
        model = Dependency

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    asked_unit = factory.SubFactory(OrgUnitFactory)
    words = "A pharmacist on the Monday round"
    needed_by = date(2026, 6, 1)
    asked_by = factory.SubFactory(PersonFactory)
    asked_at = MORNING


class ConflictFactory(factory.django.DjangoModelFactory[Conflict]):
    class Meta:
        model = Conflict

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    other = factory.SubFactory(ObjectiveFactory)
    words = "Both need the same two rooms on Mondays"
    raised_by = factory.SubFactory(PersonFactory)
    raised_at = MORNING


class ConflictMessageFactory(factory.django.DjangoModelFactory[ConflictMessage]):
    class Meta:
        model = ConflictMessage

    organisation = factory.LazyFunction(organisation_in_force)
    conflict = factory.SubFactory(ConflictFactory)
    person = factory.SubFactory(PersonFactory)
    words = "We could take Tuesdays"
    sent_at = MORNING


class WorryRoundFactory(factory.django.DjangoModelFactory[WorryRound]):
    class Meta:
        model = WorryRound

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    unit = factory.SubFactory(OrgUnitFactory)
    opened_by = factory.SubFactory(PersonFactory)
    opened_at = MORNING
    floor = 11


class LoadLimitsFactory(factory.django.DjangoModelFactory[LoadLimits]):
    class Meta:
        model = LoadLimits

    organisation = factory.LazyFunction(organisation_in_force)
