from __future__ import annotations

import pytest

from objectives.models import (
    Agreement,
    ConsentRound,
    GoingAhead,
    JointOwner,
    Message,
    Objective,
    Promise,
    TeamAnswer,
)
from tests.config.demonstration.conftest import NOW

pytestmark = pytest.mark.usefixtures("northvale_inside")


def test_those_who_still_talk_have_said_something() -> None:
    silent = Objective.objects.filter(state="in_catchball", messages=None)

    assert Message.objects.count() > 60
    assert silent.count() <= Objective.objects.filter(state="in_catchball").count() // 4


def test_nobody_speaks_before_the_words_or_after_today() -> None:
    for message in Message.objects.select_related("version"):
        assert message.version.written_at <= message.sent_at <= NOW


def test_promises_of_every_kind_are_there_and_one_is_late() -> None:
    states = set(Promise.objects.values_list("state", flat=True))

    assert states >= {"asked", "made", "moving", "declined", "kept", "kept_late", "broken"}
    assert Promise.objects.filter(state="made", due_on__lt=NOW.date()).exists()


def test_an_agreement_with_a_concern_is_still_one() -> None:
    concerned = Agreement.objects.filter(response="accept_with_concern")

    assert concerned.count() >= 4
    assert set(concerned.values_list("version__objective__state", flat=True)) <= {"agreed", "live"}


def test_teams_decide_own_together_and_go_ahead() -> None:
    rounds = ConsentRound.objects.all()

    assert rounds.count() == 3
    assert TeamAnswer.objects.filter(response="").exists()
    assert TeamAnswer.objects.exclude(response="").exists()
    assert set(rounds.values_list("version__objective__state", flat=True)) == {"proposed"}
    assert JointOwner.objects.exists()
    assert GoingAhead.objects.exists()
