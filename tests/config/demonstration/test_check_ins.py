"""How the fictional trust's objectives go, as their leads said it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from objectives.models import CheckIn, ContributionNote, MeasuredValue, Objective
from objectives.queries.check_ins import last_words, stand_of
from people.models import Organisation
from tests.config.demonstration.conftest import NOW

UNDER_WAY = (Objective.State.AGREED, Objective.State.LIVE)


def test_most_have_a_word_some_are_silent_and_a_few_are_worried(
    northvale_inside: Organisation,
) -> None:
    objectives = list(Objective.objects.filter(state__in=UNDER_WAY))
    last = last_words([one.pk for one in objectives])
    stands = [stand_of(one, last.get(one.pk), now=NOW) for one in objectives]
    said = Counter(stand.confidence for stand in stands)

    assert said.total() - said[None] > len(stands) / 2
    assert 10 <= sum(stand.is_silent for stand in stands) < len(stands) / 2
    assert set(said) >= {2, 3, 4, 5}


def test_nothing_is_said_before_its_time_or_by_somebody_else(
    northvale_inside: Organisation,
) -> None:
    said = CheckIn.objects.select_related("objective__current")

    assert said.count() > 100
    for one in said:
        assert one.objective.current is not None
        assert one.person_id == one.objective.current.answerable_id
        assert one.objective.agreed_at is None or one.checked_in_at > one.objective.agreed_at
        assert datetime(2020, 1, 1, tzinfo=UTC) < one.checked_in_at <= NOW


def test_values_belong_to_the_newest_words_and_some_make_a_run(
    northvale_inside: Organisation,
) -> None:
    values = MeasuredValue.objects.select_related("measure", "check_in__objective")
    of_each = Counter(one.measure_id for one in values)

    assert all(one.measure.version_id == one.check_in.objective.current_id for one in values)
    assert max(of_each.values()) >= 6
    assert ContributionNote.objects.count() >= 10
