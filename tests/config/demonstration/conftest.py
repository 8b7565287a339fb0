from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from config.demonstration.seed import seed
from people.models import Organisation
from people.tenancy import acting_in
from tests.config.demonstration.reading import TODAY
from tests.databases import empty_every_table

NOW = datetime(TODAY.year, TODAY.month, TODAY.day, 16, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def seeded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Organisation]:
    """The demonstration, put in once for all tests of a file and taken out after the last."""
    with django_db_blocker.unblock():
        organisation = seed(now=NOW, say=lambda words: None)
        assert organisation is not None
        with connections["owner"].cursor() as cursor:
            cursor.execute("ANALYZE")
    yield organisation
    with django_db_blocker.unblock():
        connections.close_all()
        empty_every_table()


@pytest.fixture
def northvale_inside(seeded: Organisation, db: None) -> Iterator[Organisation]:
    with acting_in(seeded, cause="test"):
        yield seeded
