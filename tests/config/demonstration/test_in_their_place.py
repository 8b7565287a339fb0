from __future__ import annotations

import pytest
from django.utils.timezone import localdate

from objectives.models import Agreement, Delegation
from objectives.queries.leaders import leaders
from objectives.queries.nudges import long_talks
from objectives.queries.waiting import reader_of, waiting_for
from people.accounts.queries import demonstration_account
from people.models import Errand, Organisation
from people.queries import standing_of
from tests.config.demonstration.conftest import NOW

pytestmark = pytest.mark.usefixtures("northvale_inside")


def test_the_nurse_answers_for_the_ward_manager_while_she_is_away(
    northvale_inside: Organisation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("objectives.queries.leaders.localdate", lambda: localdate(NOW))
    manager, nurse = (
        demonstration_account(organisation=northvale_inside, role=role)
        for role in ("team_lead", "member")
    )
    assert manager is not None
    assert nurse is not None

    [unit] = standing_of(manager.persons.get()).directly_led_unit_ids
    waiting = waiting_for(reader_of(standing_of(nurse.persons.get())))

    assert leaders().delegates[unit] == {nurse.persons.get().pk: manager.persons.get().pk}
    assert any(one.title.startswith("Answer") for one in waiting)


def test_somebody_has_answered_in_a_leaders_place() -> None:
    answer = Agreement.objects.exclude(on_behalf_of=None).get()

    named = Delegation.objects.get(delegate=answer.person)
    assert named.leader == answer.on_behalf_of
    assert named.starts_on <= localdate(answer.made_at) <= named.ends_on


def test_a_stalled_talk_was_told_of() -> None:
    stalled = {one.objective_id for one in long_talks(now=NOW).stalled}
    told = Errand.objects.filter(task="objectives.tasks.send_nudge", key__startswith="stalled")

    assert {one.arguments["objective"] for one in told} & stalled
