from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.db import connections
from pytest_django import DjangoDbBlocker

from benchmarks.change import Changed, changed, one_change
from benchmarks.database import own_database
from benchmarks.loading import load
from benchmarks.synthetic import Size, draw
from benchmarks.ways.counts import Measured


@pytest.fixture
def measured(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, noon: datetime
) -> Iterator[Measured]:
    """A tiny organisation in a database of its own."""
    with django_db_blocker.unblock():
        migrated = connections["owner"].settings_dict["NAME"]
        with own_database(template=migrated):
            loaded = load(draw(Size(people=40, units=8, objectives=40)), now=noon)
            yield Measured(organisation=loaded.organisation, cycle=loaded.cycle, as_of=noon)


def test_a_team_reads_what_became_of_its_work_when_a_link_has_ended(measured: Measured) -> None:
    told = list(changed(measured, changes=20))

    assert len(told) == 20
    assert all(one.after.agreed == one.before.agreed for one in told)
    assert all(one.after.serving <= one.before.serving for one in told)
    assert sum(_lost(one) for one in told) > 5
    assert all(one.seconds > 0 for one in told)


def test_no_more_links_are_changed_than_there_are(measured: Measured) -> None:
    assert one_change(measured, changes=10_000) > 0


def _lost(one: Changed) -> bool:
    """The team serves fewer priorities, or fewer of its objectives serve any."""
    fewer = len(one.after.reached) < len(one.before.reached)
    return fewer or one.after.serving < one.before.serving
