from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from objectives.figures.networks import (
    Burden,
    Finding,
    Part,
    findings,
    heaviest_unit,
    rhythm,
    state_today,
)

TODAY = date(2026, 11, 3)


def part(
    person: int, unit: int, profession: str = "03", hours: int = 4, *, front: bool = True
) -> Part:
    return Part(
        person_id=person,
        unit_id=unit,
        profession=profession,
        hours=Decimal(hours),
        is_front_line=front,
    )


HEALTHY = [part(1, 1), part(2, 2, "01"), part(3, 3, "04")]


def found(
    parts: list[Part], *, sponsor: bool = True, time: bool = True, days: int = 10
) -> list[str]:
    met = rhythm(
        first_meets_on=date(2026, 1, 1),
        last_met=TODAY - timedelta(days=days),
        every_days=30,
        today=TODAY,
    )
    return list(findings(parts, has_sponsor=sponsor, has_time=time, rhythm=met))


def test_three_units_two_professions_a_sponsor_and_a_rhythm_leave_nothing_to_find() -> None:
    assert found(HEALTHY) == []


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([], [Finding.NOBODY]),
        ([part(1, 1)], [Finding.ONE_PERSON]),
        ([part(1, 1), part(2, 1, "01")], [Finding.ONE_UNIT]),
        ([part(1, 1), part(2, 2, "01")], [Finding.FEW_UNITS]),
        ([*HEALTHY, part(4, 1, hours=30)], [Finding.MOST_HOURS]),
        ([part(1, 1), part(2, 2), part(3, 3)], [Finding.FEW_PROFESSIONS]),
        ([part(1, 1), part(2, 2, ""), part(3, 3, "")], [Finding.FEW_PROFESSIONS]),
    ],
)
def test_what_it_rests_on_is_found(parts: list[Part], said: list[Finding]) -> None:
    assert found(parts) == said


def test_a_network_of_leads_lacks_the_front_line() -> None:
    leads = [part(one, one, f"0{one}", front=False) for one in (1, 3, 4)]

    assert found(leads) == [Finding.NO_FRONT_LINE]


def test_time_is_asked_for_only_once_there_is_a_sponsor() -> None:
    assert found(HEALTHY, sponsor=False, time=False) == [Finding.NO_SPONSOR]
    assert found(HEALTHY, time=False) == [Finding.NO_TIME]


@pytest.mark.parametrize(("days", "is_kept"), [(0, True), (45, True), (46, False)])
def test_a_meeting_may_come_half_as_late_again(days: int, is_kept: bool) -> None:
    assert found(HEALTHY, days=days) == ([] if is_kept else [Finding.RHYTHM])


def test_the_first_day_counts_until_it_has_met() -> None:
    to_come = rhythm(
        first_meets_on=TODAY + timedelta(days=5), last_met=None, every_days=30, today=TODAY
    )
    missed = rhythm(
        first_meets_on=TODAY - timedelta(days=50), last_met=None, every_days=30, today=TODAY
    )

    assert (to_come.is_kept, to_come.has_begun) == (True, False)
    assert (missed.is_kept, missed.has_begun) == (False, True)


@pytest.mark.parametrize(("share", "unit"), [(60, None), (61, 1)])
def test_more_than_six_tenths_of_the_hours_is_most(share: int, unit: int | None) -> None:
    assert heaviest_unit([part(1, 1, hours=share), part(2, 2, hours=100 - share)]) == unit


def test_no_hours_are_no_load() -> None:
    assert heaviest_unit([part(1, 1, hours=0), part(2, 2, hours=0)]) is None


@pytest.mark.parametrize(
    ("state", "met_days_ago", "today"),
    [
        ("proposed", None, "proposed"),
        ("sponsored", None, "sponsored"),
        ("sponsored", 1, "active"),
        ("active", 90, "active"),
        ("active", 91, "dormant"),
        ("dormant", 2, "active"),
        ("closed", 400, "closed"),
    ],
)
def test_a_network_that_does_not_meet_falls_asleep_and_wakes(
    state: str, met_days_ago: int | None, today: str
) -> None:
    last = TODAY - timedelta(days=met_days_ago) if met_days_ago is not None else None
    first = TODAY - timedelta(days=met_days_ago or 0)

    assert state_today(state, first_meets_on=first, last_met=last, today=TODAY) == today


def test_a_burden_is_seen_before_and_after() -> None:
    burden = Burden(here=Decimal(2), elsewhere=Decimal(6), networks_elsewhere=2, objectives=5)

    assert (burden.before, burden.after(Decimal(4))) == (Decimal(8), Decimal(12))
