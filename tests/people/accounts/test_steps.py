from __future__ import annotations

import pytest

from people.accounts.steps import tasks
from people.models import Organisation, Person
from people.queries import standing_of
from tests.factories import (
    BoardMembershipFactory,
    OrgUnitFactory,
    PriorityWordingFactory,
    StrategyVersionFactory,
)

pytestmark = pytest.mark.django_db


def states(person: Person) -> dict[str, str]:
    return {task.title: task.status for task in tasks(standing_of(person))}


def test_steps_are_completed_by_what_is_there(admin: Person, inside: Organisation) -> None:
    OrgUnitFactory.create()
    BoardMembershipFactory.create()
    version = StrategyVersionFactory.create()
    PriorityWordingFactory.create(version=version)

    assert states(admin) == {
        "Name the organisation": "Completed",
        "Import the structure": "Completed",
        "Name the board": "Completed",
        "Write the priorities": "In progress",
    }

    version.state, version.content_hash = "in_delivery", "0" * 64
    version.in_force_from = "2026-04-01"
    version.save()
    assert states(admin)["Write the priorities"] == "Completed"


def test_a_person_is_led_only_to_pages_that_are_theirs(admin: Person, root: object) -> None:
    links = {task.title: task.href for task in tasks(standing_of(admin))}

    assert links["Import the structure"] != ""
    assert "give somebody that role" in [t.hint for t in tasks(standing_of(admin))][-1]
