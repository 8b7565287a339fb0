"""What the four lights are judged by, for many objectives at once: each a single query."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Max

from objectives.figures import joint_party
from objectives.figures.consent import consent_of
from objectives.figures.lights import Answered, Rating
from objectives.models import (
    Agreement,
    ChallengeRating,
    ClarityAnswer,
    ContributionLink,
    GoingAhead,
    JointOwner,
    Measure,
    MeasuredValue,
    ObjectiveVersion,
    TeamAnswer,
)
from people.tenancy import organisation_in_force

Floors = Mapping[int, int]

_WOULD_REACH = """
    WITH RECURSIVE up(start, id, priority_id) AS (
        SELECT id, id, NULL::bigint FROM objectives_objective
        WHERE organisation_id = %(organisation)s AND id = ANY(%(objectives)s)
        UNION
        SELECT up.start, above.objective_id, above.priority_id
        FROM up CROSS JOIN LATERAL (
            SELECT link.parent_objective_id, link.parent_priority_id
            FROM objectives_contributionlink link
            LEFT JOIN objectives_objective parent ON parent.id = link.parent_objective_id
            WHERE link.organisation_id = %(organisation)s AND link.child_id = up.id
              AND link.state IN ('proposed', 'accepted', 'stale')
              AND (link.parent_objective_id IS NULL OR parent.state NOT IN ('draft', 'withdrawn'))
            OFFSET 0
        ) above(objective_id, priority_id)
    )
    SELECT DISTINCT start, priority_id FROM up WHERE priority_id IS NOT NULL
"""  # OFFSET 0: see queries.reach


def would_reach(objective_ids: Collection[int]) -> dict[int, set[int]]:
    """For each of these the priorities it would reach if every open link counted."""
    if not objective_ids:
        return {}
    here = organisation_in_force().pk
    values: dict[str, Any] = {"organisation": here, "objectives": sorted(objective_ids)}
    reached: dict[int, set[int]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_WOULD_REACH, values)
        for start, priority_id in cursor.fetchall():
            reached[start].add(priority_id)
    return reached


def floors_of(ids: Collection[int]) -> dict[int, int]:
    """The number of each one's newest material version: older answers and ratings lapsed."""
    material = ObjectiveVersion.objects.filter(objective_id__in=ids, is_material=True)
    return dict(material.values_list("objective_id").annotate(Max("number")))


def measures_by_version(version_ids: Collection[int]) -> dict[int, list[Measure]]:
    found: dict[int, list[Measure]] = defaultdict(list)
    measures = Measure.objects.filter(version_id__in=version_ids).order_by("position")
    for measure in measures.only(
        "version_id", "name", "unit_name", "direction", "baseline", "target"
    ):
        found[measure.version_id].append(measure)
    return found


def answers_by_side(ids: Collection[int], *, floors: Floors) -> dict[int, dict[str, Answered]]:
    """Each side's newest answer to the words that count."""
    answers = Agreement.objects.filter(version__objective_id__in=ids).order_by("made_at", "pk")
    found: dict[int, dict[str, Answered]] = defaultdict(dict)
    for of, number, party, unit_id, response in answers.values_list(
        "version__objective_id", "version__number", "party", "unit_id", "response"
    ):
        if number >= floors.get(of, 1):
            side = joint_party(unit_id) if unit_id else party
            found[of][side] = Answered(side=side, response=response, number=number)
    return found


def joint_owners(ids: Collection[int]) -> dict[int, list[tuple[int, str]]]:
    """The other units that own each of these too, by key and name."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = JointOwner.objects.filter(objective_id__in=ids).order_by("pk")
    for of, unit_id, name in rows.values_list("objective_id", "unit_id", "unit__name"):
        found[of].append((unit_id, name))
    return found


def consents(ids: Collection[int], *, floors: Floors) -> dict[int, bool]:
    """Whether the team asked about the words that count stands behind them."""
    rows = TeamAnswer.objects.filter(consent__version__objective_id__in=ids).values_list(
        "consent__version__objective_id", "consent__version__number", "response"
    )
    rounds: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for of, number, response in rows:
        if number >= floors.get(of, 1):
            rounds[of][number].append(response)
    return {of: consent_of(by_number[max(by_number)]).is_met for of, by_number in rounds.items()}


def going_ahead(ids: Collection[int], *, floors: Floors) -> set[int]:
    rows = GoingAhead.objects.filter(version__objective_id__in=ids)
    numbers = rows.values_list("version__objective_id", "version__number")
    return {of for of, number in numbers if number >= floors.get(of, 1)}


@dataclass(kw_only=True)
class Ties:
    """An objective's own links: those that stand, those to look at again, what it lost."""

    standing: int = 0
    stale: int = 0
    lost_at: datetime | None = None


def ties(ids: Collection[int]) -> dict[int, Ties]:
    rows = ContributionLink.objects.filter(child_id__in=ids).values_list(
        "child_id", "state", "parent_objective__state", "updated_at"
    )
    found: dict[int, Ties] = defaultdict(Ties)
    state = ContributionLink.State
    for of, link, parent, at in rows:
        tie = found[of]
        tie.standing += link not in (state.DECLINED, state.ENDED)
        tie.stale += link == state.STALE
        if link == state.ENDED and parent == "withdrawn":
            tie.lost_at = max(tie.lost_at or at, at)
    return found


def ratings(ids: Collection[int], *, floors: Floors) -> dict[int, dict[str, dict[int, Rating]]]:
    """Each rater's newest view of the words that count, by side and person."""
    rows = ChallengeRating.objects.filter(version__objective_id__in=ids).order_by("version__number")
    found: dict[int, dict[str, dict[int, Rating]]] = defaultdict(lambda: defaultdict(dict))
    for of, number, party, person_id, hard, doable, meant in rows.values_list(
        "version__objective_id",
        "version__number",
        "party",
        "person_id",
        "challenge",
        "feasibility",
        "commitment",
    ):
        if number >= floors.get(of, 1):
            rating = Rating(challenge=hard, feasibility=doable, commitment=meant)
            found[of][party][person_id] = rating
    return found


def clarity_answers(ids: Collection[int], *, floors: Floors) -> dict[int, dict[int, int]]:
    """Each member's newest answer about the words that count, by person."""
    rows = ClarityAnswer.objects.filter(version__objective_id__in=ids).order_by("version__number")
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for of, number, person_id, clarity in rows.values_list(
        "version__objective_id", "version__number", "person_id", "clarity"
    ):
        if number >= floors.get(of, 1):
            found[of][person_id] = clarity
    return found


Past = list[tuple[datetime, float]]


def past_values(ids: Collection[int]) -> dict[tuple[int, str], Past]:
    """What each measure stood at, oldest first, by objective and the measure's name: a measure
    is written again with each version."""
    rows = MeasuredValue.objects.filter(
        measure__version__objective_id__in=ids, check_in__undone_at=None
    ).order_by("check_in__checked_in_at", "pk")
    found: dict[tuple[int, str], Past] = defaultdict(list)
    columns: Any = rows.values_list(
        "measure__version__objective_id", "measure__name", "check_in__checked_in_at", "value"
    )
    for of, name, at, value in columns:
        found[of, name].append((at, float(value)))
    return found
