"""The file of objectives says what the pages say of the four lights, and still goes back in."""

from __future__ import annotations

import csv

from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives.intake import exporting
from objectives.models import Cycle, Objective, ObjectiveVersion
from people.addresses import address
from people.imports.reading import read_table
from people.intake import services
from people.intake.orders import Order
from people.models import Organisation
from tests.factories import ObjectiveFactory, RoleGrantFactory
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World, agreed, standing

SHOWN = {"light_clear": "Not yet", "light_aligned": "Yes", "light_agreed": "Yes"}


def rows_of(world: World) -> list[dict[str, str]]:
    file = client_of(world.nurse).get(address("people:export", "objectives", "csv"))
    return list(csv.DictReader(file.content.decode("utf-8-sig").splitlines()))


def test_each_light_has_a_column_that_says_what_the_page_says(world: World, cycle: Cycle) -> None:
    objective = agreed(world)
    ObjectiveFactory.create(unit=world.surgery, cycle=cycle, state="draft")

    [row] = rows_of(world)

    assert row["ref"] == objective.ref
    assert {name: row[name] for name in SHOWN} == SHOWN
    assert row["light_challenging"] == "Not known yet"


def test_the_file_goes_back_in_and_changes_nothing(
    world: World, cycle: Cycle, inside: Organisation
) -> None:
    agreed(world)
    RoleGrantFactory.create(person=world.nurse, role="org_admin")
    file = client_of(world.nurse).get(address("people:export", "objectives", "csv"))
    before = ObjectiveVersion.objects.count(), list(Objective.objects.values())

    table = read_table(file.content, filename="objectives.csv")
    order = Order(kind="objectives", tables={"file": table}, imported_by="Nia", now=NOON)
    result = services.import_now(organisation=inside, order=order, file_names={}, dry_run=False)

    assert (ObjectiveVersion.objects.count(), list(Objective.objects.values())) == before
    assert (result.saved, result.outcome.problems) == (True, [])


def test_seventy_rows_take_as_many_queries_as_seven(world: World, cycle: Cycle) -> None:
    def cost(more: int) -> int:
        for _ in range(more):
            ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live")
        reader = standing(world.nurse)
        with CaptureQueriesContext(connection) as captured:
            assert list(exporting.objectives_seen_by(reader, NOON))
        return len(captured)

    assert cost(7) == cost(63)


def test_without_a_year_there_is_nothing_to_take_away(world: World) -> None:
    assert list(exporting.objectives_seen_by(standing(world.nurse), NOON)) == []
    assert list(exporting.all_objectives()) == []
