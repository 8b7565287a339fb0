from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.db import connections
from pytest_django import DjangoDbBlocker

from benchmarks import measuring
from benchmarks.synthetic import Size, draw
from benchmarks.ways.counts import Counts

TINY = Size(people=200, units=40, objectives=300)

FOUND = Counts(
    standings={"aligned": 3},
    strength=1.5,
    reaching={1: 3, 2: 1},
    covered=4,
    objectives=6,
    gaps=1,
    connected=7,
)


@pytest.fixture
def migrated(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Any:
    """The name of a database that has its tables, with nobody in it; queries are let through."""
    with django_db_blocker.unblock():
        yield connections["owner"].settings_dict["NAME"]


def test_every_way_finds_the_same_and_the_document_has_its_shape(
    migrated: str, noon: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[Counts] = []
    agree = measuring._agree

    def watch(found: Counts, **others: Counts) -> None:
        compared.extend([found, *others.values()])
        agree(found, **others)

    monkeypatch.setattr(measuring, "_agree", watch)

    with time_machine.travel(noon):
        document = measuring.bench(TINY, now=noon, template=migrated)

    assert len(compared) == 3 * measuring.ROUNDS
    assert all(compared[0].standings[word] for word in ("aligned", "unconfirmed", "orphan"))
    assert len([held for held in compared[0].reaching.values() if held]) > 1
    assert min(compared[0].gaps, compared[0].covered, compared[0].connected) > 0
    keys = {"size", "objectives", "links", "seconds", "peak_mb", "ratios", "change"}
    assert set(document) == keys
    assert set(document["change"]) == {"seconds", "ratio"}
    assert set(document["seconds"]) == {"load", "compute", "store", "total"}
    assert set(document["ratios"]) == {"networkx", "sql", "floor"}
    assert document["objectives"] == 300
    assert connections["default"].settings_dict["NAME"] == migrated


@pytest.mark.parametrize(
    "other",
    [
        {"connected": 8},
        {"reaching": {1: 3, 2: 0}},
        {"standings": {"aligned": 2, "orphan": 1}},
        {"strength": 1.25},
    ],
)
def test_a_way_that_finds_something_else_stops_the_benchmark(other: dict[str, Any]) -> None:
    with pytest.raises(measuring.WaysDisagree, match="networkx"):
        measuring._agree(FOUND, networkx=replace(FOUND, **other))


def test_a_sum_in_another_order_and_a_standing_nobody_has_are_no_difference() -> None:
    same = replace(FOUND, strength=1.5 + 1e-9, standings={**FOUND.standings, "local": 0})

    measuring._agree(FOUND, networkx=same)


def test_the_same_organisation_is_drawn_each_time() -> None:
    first, second = draw(TINY), draw(TINY)

    assert (first.link_parent == second.link_parent).all()
    assert (first.objective_state == second.objective_state).all()


def test_no_link_leads_down_or_comes_twice() -> None:
    drawn = draw(TINY)
    between = drawn.link_parent >= 0
    pairs = list(zip(drawn.link_child.tolist(), drawn.link_parent.tolist(), strict=True))

    assert (drawn.link_parent[between] < drawn.link_child[between]).all()
    assert len(set(pairs)) == len(pairs)
