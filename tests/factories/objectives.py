from datetime import UTC, date, datetime
from typing import Any

import factory

from objectives.models import (
    Agreement,
    AskedObjective,
    ContributionLink,
    Cycle,
    ExpectedContribution,
    Measure,
    Objective,
    ObjectiveVersion,
    Withdrawal,
)
from people.tenancy import organisation_in_force
from tests.factories.people import OrgUnitFactory, PersonFactory
from tests.factories.strategy import PriorityFactory


class CycleFactory(factory.django.DjangoModelFactory[Cycle]):
    class Meta:
        model = Cycle
        django_get_or_create = ("organisation", "name")

    organisation = factory.LazyFunction(organisation_in_force)
    name = "2026/27"
    starts_on = date(2026, 4, 1)
    ends_on = date(2027, 3, 31)
    state = Cycle.State.LIVE


class ObjectiveFactory(factory.django.DjangoModelFactory[Objective]):
    """An objective with its first version; `title=` and `answerable=` go to that version."""

    class Meta:
        model = Objective
        skip_postgeneration_save = True

    organisation = factory.LazyFunction(organisation_in_force)
    cycle = factory.SubFactory(CycleFactory)
    ref = factory.Sequence(lambda n: f"O{n}")
    title = factory.Sequence(lambda n: f"Falls with harm down by {n} in a hundred")
    answerable = None
    unit = factory.SubFactory(OrgUnitFactory)

    @classmethod
    def _create(cls, model_class: type[Objective], *args: Any, **kwargs: Any) -> Objective:
        words = {"title": kwargs.pop("title"), "answerable": kwargs.pop("answerable")}
        objective: Objective = super()._create(model_class, *args, **kwargs)
        objective.current = ObjectiveVersionFactory.create(objective=objective, **words)
        objective.save()
        return objective


class ObjectiveVersionFactory(factory.django.DjangoModelFactory[ObjectiveVersion]):
    class Meta:
        model = ObjectiveVersion

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    number = factory.LazyAttribute(
        lambda version: ObjectiveVersion.objects.filter(objective=version.objective).count() + 1
    )
    title = "Falls with harm down by a fifth"
    written_at = datetime(2026, 5, 1, 9, tzinfo=UTC)


class MeasureFactory(factory.django.DjangoModelFactory[Measure]):
    class Meta:
        model = Measure

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    name = "Falls with harm a month"


class ContributionLinkFactory(factory.django.DjangoModelFactory[ContributionLink]):
    """Serves a priority unless `parent_objective=` names an objective."""

    class Meta:
        model = ContributionLink

    organisation = factory.LazyFunction(organisation_in_force)
    child = factory.SubFactory(ObjectiveFactory)
    parent_objective = None
    parent_priority = factory.Maybe(
        "parent_objective", yes_declaration=None, no_declaration=factory.SubFactory(PriorityFactory)
    )
    rationale = "Fewer falls are safer care"


class AgreementFactory(factory.django.DjangoModelFactory[Agreement]):
    class Meta:
        model = Agreement

    organisation = factory.LazyFunction(organisation_in_force)
    version = factory.SubFactory(ObjectiveVersionFactory)
    party = Agreement.Party.OWNER
    person = factory.SubFactory(PersonFactory)
    response = Agreement.Response.ACCEPT
    made_at = datetime(2026, 5, 2, 9, tzinfo=UTC)


class ExpectedContributionFactory(factory.django.DjangoModelFactory[ExpectedContribution]):
    class Meta:
        model = ExpectedContribution

    organisation = factory.LazyFunction(organisation_in_force)
    priority = factory.SubFactory(PriorityFactory)
    unit = factory.SubFactory(OrgUnitFactory)
    expectation = ExpectedContribution.Expectation.REQUIRED


class AskedObjectiveFactory(factory.django.DjangoModelFactory[AskedObjective]):
    class Meta:
        model = AskedObjective

    organisation = factory.LazyFunction(organisation_in_force)
    unit = factory.SubFactory(OrgUnitFactory)
    priority = factory.SubFactory(PriorityFactory)
    asked_by = factory.SubFactory(PersonFactory)
    asked_at = datetime(2026, 5, 2, 9, tzinfo=UTC)


class WithdrawalFactory(factory.django.DjangoModelFactory[Withdrawal]):
    class Meta:
        model = Withdrawal

    organisation = factory.LazyFunction(organisation_in_force)
    objective = factory.SubFactory(ObjectiveFactory)
    party = Agreement.Party.OWNER
    person = factory.SubFactory(PersonFactory)
    reason = "The ward closes in June"
    asked_at = datetime(2026, 5, 2, 9, tzinfo=UTC)
