from datetime import UTC, datetime

import factory

from people.tenancy import organisation_in_force
from reports.models import ReportRun
from tests.factories.objectives import CycleFactory


class ReportRunFactory(factory.django.DjangoModelFactory[ReportRun]):
    """A run that waits for a worker."""

    class Meta:
        model = ReportRun

    organisation = factory.LazyFunction(organisation_in_force)
    cycle = factory.SubFactory(CycleFactory)
    kind = ReportRun.Kind.COVERAGE
    as_of = datetime(2026, 11, 3, 12, tzinfo=UTC)
