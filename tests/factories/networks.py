from datetime import date

import factory

from objectives.models import (
    ImposedTarget,
    Network,
    NetworkMeeting,
    NetworkMember,
    NetworkObjective,
)
from people.tenancy import organisation_in_force
from tests.factories.objectives import ObjectiveFactory
from tests.factories.people import OrgUnitFactory, PersonFactory


class ImposedTargetFactory(factory.django.DjangoModelFactory[ImposedTarget]):
    class Meta:
        model = ImposedTarget

    organisation = factory.LazyFunction(organisation_in_force)
    code = factory.Sequence(lambda n: f"T{n}")
    title = "Four hours in the emergency department"
    authority = "The regulator"
    threshold = "78 in a hundred within four hours"


class NetworkFactory(factory.django.DjangoModelFactory[Network]):
    """Proposed, to carry an imposed target."""

    class Meta:
        model = Network

    organisation = factory.LazyFunction(organisation_in_force)
    name = factory.Sequence(lambda n: f"Flow network {n}")
    purpose = "People leave the emergency department when they are ready to"
    target = factory.SubFactory(ImposedTargetFactory)
    lead = factory.SubFactory(PersonFactory)


class NetworkMemberFactory(factory.django.DjangoModelFactory[NetworkMember]):
    class Meta:
        model = NetworkMember

    organisation = factory.LazyFunction(organisation_in_force)
    network = factory.SubFactory(NetworkFactory)
    person = factory.SubFactory(PersonFactory)
    unit = factory.SubFactory(OrgUnitFactory)
    joined_on = date(2026, 5, 1)


class NetworkMeetingFactory(factory.django.DjangoModelFactory[NetworkMeeting]):
    class Meta:
        model = NetworkMeeting

    organisation = factory.LazyFunction(organisation_in_force)
    network = factory.SubFactory(NetworkFactory)
    held_on = date(2026, 5, 12)
    noted_by = factory.SubFactory(PersonFactory)


class NetworkObjectiveFactory(factory.django.DjangoModelFactory[NetworkObjective]):
    class Meta:
        model = NetworkObjective

    organisation = factory.LazyFunction(organisation_in_force)
    network = factory.SubFactory(NetworkFactory)
    objective = factory.SubFactory(ObjectiveFactory)
