"""How the tests of report pages ask for them and read what came."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from objectives.models import ContributionLink, Objective, ObjectiveVersion
from people.models import Assignment, OrgUnit, Person
from tests.reports.conftest import Trust
from tests.ui.pages import words

NORTHVALE = "/northvale"


def text_of(client: Client, address: str) -> str:
    """The words of a page, in reading order."""
    response = client.get(NORTHVALE + address)
    assert response.status_code == 200, response
    return words(response.text)


def queries_of(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        response = client.get(NORTHVALE + address)
    assert response.status_code == 200, response
    return len(queries)


def grow(trust: Trust, *, units: int, stem: str = "T") -> None:
    """So many more teams below Medicine: each with a person and two objectives, one of them
    aligned and one waiting for an answer."""
    same: dict[str, Any] = {"organisation": trust.organisation}
    cycle = trust.objectives["M1"].cycle
    teams = OrgUnit.objects.bulk_create(
        OrgUnit(**same, code=f"{stem}{n}", name=f"Team {n}", parent=trust.units["MED"])
        for n in range(units)
    )
    people = Person.objects.bulk_create(Person(**same, name=f"Person {n}") for n in range(units))
    Assignment.objects.bulk_create(
        Assignment(**same, person=person, unit=team)
        for person, team in zip(people, teams, strict=True)
    )
    objectives = Objective.objects.bulk_create(
        Objective(**same, cycle=cycle, unit=team, ref=f"{team.code}-{n}", state="live")
        for team in teams
        for n in (1, 2)
    )
    versions = ObjectiveVersion.objects.bulk_create(
        ObjectiveVersion(
            **same, objective=it, title=f"Aim {it.ref}", written_at=trust.organisation.created_at
        )
        for it in objectives
    )
    for objective, version in zip(objectives, versions, strict=True):
        objective.current = version
    Objective.objects.bulk_update(objectives, ["current"])
    ContributionLink.objects.bulk_create(
        ContributionLink(
            **same,
            child=objective,
            parent_objective=trust.objectives["M1"],
            state="accepted" if number % 2 else "proposed",
        )
        for number, objective in enumerate(objectives)
    )
