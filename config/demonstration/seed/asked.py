"""Objectives that somebody asked a unit to start, so that some questions wait for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from config.demonstration.seed.moments import Hour, Moments
from config.demonstration.seed.organisation import Known
from config.demonstration.seed.rows import add
from objectives.models import AskedObjective
from strategy.models import Priority


@dataclass(frozen=True)
class Asked:
    unit: str
    priority: str
    by: str  # the role of who asked
    days_ago: int
    answer: str = ""  # why there will be none


ASKED = (
    Asked("COM", "P7", "board_secretary", 19),
    Asked("CCS", "P3", "od_staff", 16),
    Asked("OPM-HAW", "P2", "directorate_lead", 6),
    Asked("OPM", "P7", "od_staff", 4),
    Asked("PPL-CUL", "P3", "board_member", 9),
    Asked("WOM-GYN", "P7", "od_staff", 31, "Theatres count the gases for us; we would count twice"),
)


def ask_some(
    *,
    known: Known,
    priorities: dict[str, Priority],
    personas: dict[str, str],
    today: date,
    moments: Moments,
) -> None:
    rows = []
    for asked in ASKED:
        day = today - timedelta(days=asked.days_ago)
        rows.append(
            AskedObjective(
                organisation=known.organisation,
                unit=known.units[asked.unit],
                priority=priorities[asked.priority],
                asked_by=known.people[personas[asked.by]],
                asked_at=moments.at(day, Hour.ANSWERED, of=asked.unit),
                reason=asked.answer,
                answered_at=(
                    moments.at(day + timedelta(days=3), Hour.ANSWERED, of=asked.unit)
                    if asked.answer
                    else None
                ),
            )
        )
    add(AskedObjective, rows)
