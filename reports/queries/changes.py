"""When something was last written: what was made from it before is right until it is again."""

from __future__ import annotations

from objectives.models import ContributionLink, Objective, ObjectiveVersion
from people.models import OrgUnit
from reports.queries.raw import rows
from strategy.models import PriorityWording, StrategyVersion

READ_BY_REPORTS = (
    ContributionLink,
    Objective,
    ObjectiveVersion,
    OrgUnit,
    PriorityWording,
    StrategyVersion,
)
_NEWEST = " UNION ALL ".join(
    f"SELECT max(pgh_created_at) FROM {model._meta.db_table}event "  # noqa: S608 - our own tables
    "WHERE organisation_id = %(organisation)s"
    for model in READ_BY_REPORTS
)


def last_written() -> str:
    """One query, by the record of changes. Somebody who wrote before it but has not finished yet
    is not seen by it."""
    return " ".join(str(at) for (at,) in rows(_NEWEST, {}))
