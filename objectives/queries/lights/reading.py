"""What the four lights are judged by, for many objectives at once: three or four queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection

from objectives.figures import joint_party
from objectives.figures.consent import consent_of
from objectives.figures.lights import Answered, Rating
from objectives.models import ContributionLink, Measure
from people.tenancy import organisation_in_force

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

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


def measures_by_version(version_ids: Collection[int]) -> dict[int, list[Measure]]:
    found: dict[int, list[Measure]] = defaultdict(list)
    measures = Measure.objects.filter(version_id__in=version_ids).order_by("position")
    for measure in measures.only(
        "version_id", "name", "unit_name", "direction", "baseline", "target"
    ):
        found[measure.version_id].append(measure)
    return found


_ANSWERS = """
    WITH wording AS (
        SELECT id, objective_id, number, is_material FROM objectives_objectiveversion
        WHERE organisation_id = %(organisation)s AND objective_id = ANY(%(objectives)s)
    )
    SELECT 'material', objective_id, max(number), NULL::text, NULL::bigint, NULL::text,
           NULL::timestamptz, NULL::bigint, ARRAY[]::float8[]
    FROM wording WHERE is_material GROUP BY objective_id
    UNION ALL
    SELECT 'answer', objective_id, number, party, unit_id, response, made_at, answer.id, NULL
    FROM wording JOIN objectives_agreement answer ON answer.version_id = wording.id
    WHERE answer.organisation_id = %(organisation)s
    UNION ALL
    SELECT 'owner', objective_id, NULL, NULL, unit_id, unit.name, NULL, owner.id, NULL
    FROM objectives_jointowner owner JOIN people_orgunit unit ON unit.id = unit_id
    WHERE owner.organisation_id = %(organisation)s AND objective_id = ANY(%(objectives)s)
    UNION ALL
    SELECT 'consent', objective_id, number, NULL, NULL, answer.response, NULL, answer.id, NULL
    FROM wording JOIN objectives_consentround asked ON asked.version_id = wording.id
    JOIN objectives_teamanswer answer ON answer.consent_id = asked.id
    WHERE asked.organisation_id = %(organisation)s AND answer.organisation_id = %(organisation)s
    UNION ALL
    SELECT 'ahead', objective_id, number, NULL, NULL, NULL, NULL, ahead.id, NULL
    FROM wording JOIN objectives_goingahead ahead ON ahead.version_id = wording.id
    WHERE ahead.organisation_id = %(organisation)s
    UNION ALL
    SELECT 'tie', child_id, NULL, link.state, NULL, parent.state, link.updated_at, link.id, NULL
    FROM objectives_contributionlink link
    LEFT JOIN objectives_objective parent ON parent.id = link.parent_objective_id
    WHERE link.organisation_id = %(organisation)s AND child_id = ANY(%(objectives)s)
    UNION ALL
    SELECT 'served', child_id, NULL, words.title, link.parent_priority_id, NULL, NULL, link.id, NULL
    FROM objectives_contributionlink link
    LEFT JOIN objectives_objective parent ON parent.id = link.parent_objective_id
    LEFT JOIN objectives_objectiveversion words ON words.id = parent.current_id
    WHERE link.organisation_id = %(organisation)s AND child_id = ANY(%(objectives)s)
      AND link.state NOT IN ('declined', 'ended')
    UNION ALL
    SELECT 'rating', objective_id, number, party, person_id, NULL, NULL, rating.id,
           ARRAY[challenge, feasibility, commitment]
    FROM wording JOIN objectives_challengerating rating ON rating.version_id = wording.id
    WHERE rating.organisation_id = %(organisation)s
    UNION ALL
    SELECT 'clarity', objective_id, number, NULL, person_id, NULL, NULL, answer.id, ARRAY[clarity]
    FROM wording JOIN objectives_clarityanswer answer ON answer.version_id = wording.id
    WHERE answer.organisation_id = %(organisation)s
    UNION ALL
    SELECT 'value', wording.objective_id, NULL, NULL, NULL, measure.name, checked_in_at, value.id,
           ARRAY[value.value]
    FROM wording JOIN objectives_measure measure ON measure.version_id = wording.id
    JOIN objectives_measuredvalue value ON value.measure_id = measure.id
    JOIN objectives_checkin said ON said.id = value.check_in_id
    WHERE %(with_values)s AND measure.organisation_id = %(organisation)s AND undone_at IS NULL
      AND value.organisation_id = %(organisation)s AND said.organisation_id = %(organisation)s
"""


@dataclass(kw_only=True)
class Ties:
    """An objective's own links: those that stand, those to look at again, what it lost."""

    standing: int = 0
    stale: int = 0
    lost_at: datetime | None = None


Past = list[tuple[datetime, float]]


def _nested() -> Any:
    return defaultdict(lambda: defaultdict(dict))


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What people said of some objectives, by the objective's key; what was said of older words
    than the newest that matter has lapsed with them.

    `given`: each side's newest answer. `joint`: other units that own it too. `consents`: whether
    the team asked stands behind it. `served`: the title of each objective it serves, or the key of
    the priority. `ratings`: each rater's newest view, by side and person.
    `clarity`: each member's newest answer. `past`: what each measure stood at, oldest first, by
    objective and the measure's name, for a measure is written again with each version.
    """

    given: dict[int, dict[str, Answered]] = field(default_factory=lambda: defaultdict(dict))
    joint: dict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    rounds: dict[int, dict[int, list[str]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    going_ahead: set[int] = field(default_factory=set)
    ties: dict[int, Ties] = field(default_factory=lambda: defaultdict(Ties))
    served: dict[int, list[tuple[str | None, int | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    ratings: dict[int, dict[str, dict[int, Rating]]] = field(default_factory=_nested)
    clarity: dict[int, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    past: dict[tuple[int, str], Past] = field(default_factory=lambda: defaultdict(list))

    @property
    def consents(self) -> dict[int, bool]:
        return {of: consent_of(by[max(by)]).is_met for of, by in self.rounds.items()}


def answers_about(objective_ids: Collection[int], *, with_values: bool) -> Answers:
    """One query, for every page that shows lights asks it."""
    found = Answers()
    if not objective_ids:
        return found
    values: dict[str, Any] = {
        "organisation": organisation_in_force().pk,
        "objectives": sorted(objective_ids),
        "with_values": with_values,
    }
    with connection.cursor() as cursor:
        cursor.execute(_ANSWERS, values)
        rows = [_Row(*row) for row in cursor.fetchall()]
    floors = {row.of: row.number for row in rows if row.kind == "material"}
    rows.sort(key=lambda row: (row.at or LONG_AGO, row.number or 0, row.key or 0))
    for row in rows:
        if row.number is None or row.number >= (floors.get(row.of) or 1):
            _keep(row, found)
    return found


class _Row(NamedTuple):
    kind: str
    of: int
    number: int | None  # of the version it is about
    side: str
    who: int | None
    word: str
    at: datetime
    key: int | None
    figures: list[float]


def _keep(row: _Row, found: Answers) -> None:
    if row.kind in ("rating", "clarity", "value"):
        _keep_figures(row, found)
    elif row.kind == "answer":
        side = joint_party(row.who) if row.who else row.side
        said = Answered(side=side, response=row.word, number=row.number or 0)
        found.given[row.of][side] = said
    elif row.kind == "owner":
        found.joint[row.of].append((row.who or 0, row.word))
    elif row.kind == "consent":
        found.rounds[row.of][row.number or 0].append(row.word)
    elif row.kind == "ahead":
        found.going_ahead.add(row.of)
    elif row.kind == "tie":
        _keep_tie(row, found.ties[row.of])
    elif row.kind == "served":
        found.served[row.of].append((row.side, row.who))


def _keep_figures(row: _Row, found: Answers) -> None:
    if row.kind == "value":
        found.past[row.of, row.word].append((row.at, row.figures[0]))
    elif row.kind == "clarity":
        found.clarity[row.of][row.who or 0] = int(row.figures[0])
    else:
        hard, doable, meant = map(int, row.figures)
        rating = Rating(challenge=hard, feasibility=doable, commitment=meant)
        found.ratings[row.of][row.side][row.who or 0] = rating


def _keep_tie(row: _Row, tie: Ties) -> None:
    state = ContributionLink.State
    tie.standing += row.side not in (state.DECLINED, state.ENDED)
    tie.stale += row.side == state.STALE
    if row.side == state.ENDED and row.word == "withdrawn":
        tie.lost_at = max(tie.lost_at or row.at, row.at)
