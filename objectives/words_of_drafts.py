"""Which words the record of changes keeps back of drafts, and from whom: drafts are seen where they
are written, and readers of the record are not all among those."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from psycopg import sql

from objectives.models import ContributionLink, Measure, Objective, ObjectiveVersion
from people.policy import Action, Standing

SEEN = "({row}.state <> 'draft' OR {row}.unit_id = ANY({units}))"  # as `visible_to` has it


@dataclass(frozen=True, kw_only=True)
class WordsOfDrafts:
    """Fields of a model, and the condition on which a reader may see those of a row: `{row}` is
    the row's name, `{units}` are the units whose drafts the reader sees."""

    model: type[models.Model]
    fields: tuple[str, ...]
    condition: str

    def shown_where(self, standing: Standing, row: str) -> sql.Composed:
        units = sorted(standing.units_for(Action.SEE_DRAFT_OBJECTIVES))
        return sql.SQL(self.condition).format(
            row=sql.Identifier(row),
            units=sql.SQL("{}::bigint[]").format(sql.Literal(units)),
        )


def _opens(objective: str) -> str:
    """Whether the reader may open the objective of this number."""
    seen = SEEN.replace("{row}", "seen")
    return f"EXISTS (SELECT FROM objectives_objective seen WHERE seen.id = {objective} AND {seen})"


WORDS_OF_DRAFTS = (
    WordsOfDrafts(
        model=Objective,
        fields=("local_reason",),
        condition=f"({SEEN} AND {_opens('{row}.id')})",  # as it was then, and is now
    ),
    WordsOfDrafts(
        model=ObjectiveVersion,
        fields=("title", "why", "behaviours", "will_know", "no_measure_reason"),
        condition=_opens("{row}.objective_id"),
    ),
    WordsOfDrafts(
        model=Measure,
        fields=("name", "source"),
        condition=_opens(
            "(SELECT objective_id FROM objectives_objectiveversion WHERE id = {row}.version_id)"
        ),
    ),
    WordsOfDrafts(
        model=ContributionLink,
        fields=("rationale",),
        condition=f"({_opens('{row}.child_id')} AND "
        f"({{row}}.parent_objective_id IS NULL OR {_opens('{row}.parent_objective_id')}))",
    ),
)
