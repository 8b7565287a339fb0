"""One recursive statement that reads, follows, rolls up and stores."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.db import connection

from benchmarks.ways.counts import RUN, Counts, Measured
from people.tenancy import acting_in

STATEMENT = """
WITH RECURSIVE standing AS MATERIALIZED (
    SELECT objective.id, objective.unit_id, version.answerable_id,
           objective.state IN ('agreed', 'live') AS is_in_force,
           objective.is_local_reason_accepted AS is_local
    FROM objectives_objective objective
    LEFT JOIN objectives_objectiveversion version ON version.id = objective.current_id
    WHERE objective.cycle_id = %(cycle)s AND objective.state <> 'withdrawn'
), objective AS MATERIALIZED (
    SELECT * FROM standing WHERE is_in_force
), priority AS MATERIALIZED (
    SELECT wording.priority_id AS id
    FROM strategy_prioritywording wording
    JOIN strategy_strategyversion version ON version.id = wording.version_id
    WHERE version.state = 'in_delivery'
), open_link AS MATERIALIZED (
    SELECT link.child_id, link.parent_objective_id, link.parent_priority_id,
           CASE link.strength WHEN 'direct' THEN 1.0 WHEN 'partial' THEN 0.5 ELSE 0.25
           END::float8 AS share,
           child.is_in_force AND (link.state = 'accepted' OR
               link.state = 'stale' AND link.stale_since >= %(month_ago)s) AS may_count
    FROM objectives_contributionlink link JOIN standing child ON child.id = link.child_id
    WHERE link.state IN ('proposed', 'accepted', 'stale')
), link AS MATERIALIZED (
    SELECT * FROM open_link WHERE may_count
), way(objective, priority, strength) AS (
    SELECT link.child_id, priority.id, link.share
    FROM link JOIN priority ON priority.id = link.parent_priority_id
    UNION
    SELECT link.child_id, way.priority, way.strength * link.share
    FROM way JOIN link ON link.parent_objective_id = way.objective
), reach AS MATERIALIZED (
    SELECT objective, priority, max(strength) AS strength FROM way GROUP BY objective, priority
), hoped(objective) AS (
    SELECT open_link.child_id
    FROM open_link JOIN priority ON priority.id = open_link.parent_priority_id
    UNION
    SELECT open_link.child_id
    FROM hoped JOIN open_link ON open_link.parent_objective_id = hoped.objective
), aligned AS MATERIALIZED (
    SELECT objective, max(strength) AS strength FROM reach GROUP BY objective
), owned AS MATERIALIZED (
    SELECT reach.priority, objective.unit_id, count(*) AS held
    FROM reach JOIN objective ON objective.id = reach.objective
    GROUP BY reach.priority, objective.unit_id
), above(unit, top) AS (
    SELECT id, id FROM people_orgunit
    UNION ALL
    SELECT above.unit, unit.parent_id
    FROM above JOIN people_orgunit unit ON unit.id = above.top
    WHERE unit.parent_id IS NOT NULL
), cell AS MATERIALIZED (
    SELECT owned.priority, above.top AS unit, sum(owned.held) AS objectives
    FROM owned JOIN above ON above.unit = owned.unit_id
    GROUP BY owned.priority, above.top
), expected AS (
    SELECT said.priority_id, said.unit_id
    FROM objectives_expectedcontribution said
    WHERE said.expectation = 'required' OR said.expectation = 'invited' AND NOT EXISTS (
        SELECT FROM objectives_expectedcontribution firm
        WHERE firm.priority_id = said.priority_id AND firm.expectation = 'required'
    )
), stored_standing AS (
    INSERT INTO bench_standing (organisation_id, run_id, objective_id, standing, strength)
    SELECT %(organisation)s, %(run)s, objective.id,
           CASE WHEN aligned.objective IS NOT NULL THEN 'aligned'
                WHEN hoped.objective IS NOT NULL THEN 'unconfirmed'
                WHEN objective.is_local THEN 'local' ELSE 'orphan' END,
           aligned.strength
    FROM objective
    LEFT JOIN aligned ON aligned.objective = objective.id
    LEFT JOIN hoped ON hoped.objective = objective.id
    RETURNING standing, strength
), stored_cell AS (
    INSERT INTO bench_cell (organisation_id, run_id, priority_id, unit_id, objectives, is_gap)
    SELECT %(organisation)s, %(run)s, priority.id, unit.id, coalesce(cell.objectives, 0),
           cell.unit IS NULL AND expected.unit_id IS NOT NULL
    FROM priority CROSS JOIN people_orgunit unit
    LEFT JOIN cell ON cell.priority = priority.id AND cell.unit = unit.id
    LEFT JOIN expected ON expected.priority_id = priority.id AND expected.unit_id = unit.id
    RETURNING objectives, is_gap
), sighted AS (
    SELECT count(*) AS people
    FROM people_assignment place JOIN people_person person ON person.id = place.person_id
    WHERE place.is_primary AND place.ended_on IS NULL AND person.is_active AND (
        place.unit_id IN (SELECT unit_id FROM owned)
        OR person.id IN (
            SELECT objective.answerable_id
            FROM aligned JOIN objective ON objective.id = aligned.objective
            WHERE objective.answerable_id IS NOT NULL
        )
    )
), by_standing AS (
    SELECT standing, count(*) AS held, coalesce(sum(strength), 0) AS strength
    FROM stored_standing GROUP BY standing
), by_priority AS (
    SELECT priority, count(*) AS held FROM reach GROUP BY priority
)
SELECT (SELECT jsonb_object_agg(standing, held) FROM by_standing),
       (SELECT sum(strength) FROM by_standing),
       (SELECT jsonb_object_agg(priority.id, coalesce(by_priority.held, 0))
        FROM priority LEFT JOIN by_priority ON by_priority.priority = priority.id),
       count(*) FILTER (WHERE objectives > 0), coalesce(sum(objectives), 0),
       count(*) FILTER (WHERE is_gap), (SELECT people FROM sighted)
FROM stored_cell
"""


def count(measured: Measured) -> Counts:
    """Everything in one transaction, as the application's role."""
    parameters: dict[str, Any] = {
        "organisation": measured.organisation.pk,
        "run": RUN,
        "cycle": measured.cycle.pk,
        "month_ago": measured.as_of - timedelta(days=30),
    }
    with acting_in(measured.organisation, cause="benchmark"), connection.cursor() as cursor:
        cursor.execute(STATEMENT, parameters)
        row: tuple[Any, ...] = cursor.fetchone() or ()
    standings, strength, reaching, covered, objectives, gaps, connected = row
    return Counts(
        standings=json.loads(standings),
        strength=float(strength),
        reaching={int(priority): held for priority, held in json.loads(reaching).items()},
        covered=covered,
        objectives=int(objectives),
        gaps=gaps,
        connected=connected,
    )
