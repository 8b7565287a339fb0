from __future__ import annotations

from people.audit import queries
from people.audit.lines import KEPT_BACK
from people.audit.statements import Search
from people.directory.queries.persons import what_they_hold
from people.models import OrgUnit
from people.policy import Role, Standing
from strategy.models import StrategyVersion
from tests.factories import PersonFactory, PriorityWordingFactory, ValueFactory

ADMIN = Standing(person_id=0, roles=frozenset({Role.ORG_ADMIN}))


def test_a_leaver_is_told_which_priorities_in_force_they_sponsor(root: OrgUnit) -> None:
    person = PersonFactory.create()
    wording = PriorityWordingFactory.create(title="Safe, kind care", sponsor=person)
    assert what_they_hold(person) == []

    StrategyVersion.objects.filter(pk=wording.version_id).update(
        state="in_delivery", in_force_from="2026-04-01", content_hash="0" * 64
    )

    assert what_they_hold(person) == ["They sponsor Safe, kind care."]


def test_administrators_find_that_a_draft_changed_and_not_its_words(root: OrgUnit) -> None:
    wording = PriorityWordingFactory.create(title="Secret", statement="Secret too")
    ValueFactory.create(version=wording.version, title="Secret", behaviour="Secret")

    lines = list(queries.changes(standing=ADMIN, search=Search()).get_page(1))

    shown = [text for line in lines for f in line.fields for text in (line.thing, f.after)]
    assert len(lines) >= 4
    assert KEPT_BACK in shown
    assert [text for text in shown if "Secret" in text or "Care that people" in text] == []
