from __future__ import annotations

from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django.asserts import assertContains, assertNotContains
from redis.exceptions import ConnectionError as NobodyThere

from objectives.models import ObjectiveVersion
from people.models import OrgUnit, Person
from reports.queries.reach import reach_page
from tests.factories import AssignmentFactory
from tests.reports.conftest import Trust
from tests.reports.pages import queries_of

REACH = "/northvale/priorities/P1/reach/"
COVERAGE = "/northvale/coverage/"


@pytest.mark.parametrize("page", ["/priorities/P1/reach/", "/coverage/"])
def test_a_page_seen_before_is_not_made_again(signed_in: Client, trust: Trust, page: str) -> None:
    trust.compute("coverage")
    first, again = queries_of(signed_in, page), queries_of(signed_in, page)

    assert again < first


def test_what_was_written_since_shows_at_once(signed_in: Client, trust: Trust) -> None:
    signed_in.get(REACH)
    words = ObjectiveVersion.objects.get(objective__ref="M1")
    trust.objectives["M1"].current = ObjectiveVersion.objects.create(
        organisation_id=words.organisation_id,
        objective=words.objective,
        number=2,
        title="Words of this minute",
        why=words.why,
        written_at=words.written_at,
    )
    trust.objectives["M1"].save()

    assertContains(signed_in.get(REACH), "Words of this minute")


def test_a_unit_is_called_by_its_new_name_at_once(signed_in: Client, trust: Trust) -> None:
    trust.compute("coverage")
    signed_in.get(COVERAGE)
    division = trust.units["W7"].parent
    assert division is not None
    OrgUnit.objects.filter(pk=division.pk).update(name="Medicine and Frailty")

    assertContains(signed_in.get(COVERAGE), "Medicine and Frailty")


def test_what_one_may_see_another_is_not_shown(
    signed_in: Client, trust: Trust, person: Person
) -> None:
    trust.objectives["W2"].state = "draft"
    trust.objectives["W2"].save()
    assertNotContains(signed_in.get(REACH), "Huddles at every handover")
    AssignmentFactory.create(person=person, unit=trust.units["W8"])

    assertContains(signed_in.get(REACH), "Huddles at every handover")


def test_without_the_cache_the_page_is_made_each_time(signed_in: Client, trust: Trust) -> None:
    with (
        patch.object(cache, "get", side_effect=NobodyThere),
        patch("reports.views.reach.reach_page", wraps=reach_page) as made,
    ):
        signed_in.get(REACH)
        assertContains(signed_in.get(REACH), "Safe, kind care")

    assert made.call_count == 2


def test_a_priority_that_is_not_there_is_not_remembered(signed_in: Client, trust: Trust) -> None:
    assert signed_in.get("/northvale/priorities/P9/reach/").status_code == 404
    assert signed_in.get("/northvale/priorities/P9/reach/").status_code == 404
