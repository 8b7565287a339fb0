"""Undoing an import of objectives: what it added is withdrawn, what it changed says as before."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db import transaction
from django.utils import timezone

from objectives.intake.sheet_of_objectives import words_of, write_versions
from objectives.models import ContributionLink, Objective, ObjectiveVersion
from people.intake.orders import Progress, in_silence
from people.intake.undoing import events_of
from people.models import ImportRun

TOLD_EACH = 200
HEAD = (
    "unit_id", "state", "origin", "goal_type", "local_reason", "is_local_reason_accepted",
    "proposed_at", "agreed_at", "imported_by", "imported_at",
)  # fmt: skip


@transaction.atomic
def undo_objectives(run: ImportRun, progress: Progress = in_silence) -> None:
    """Versions are kept for good, so an earlier wording comes back as a new version."""
    by_objective: dict[int, list[Any]] = defaultdict(list)
    for event in events_of(run):
        if event.pgh_tracked_model is Objective:
            by_objective[event.pgh_obj_id].append(event)
    changed = Objective.objects.filter(pk__in=by_objective).select_related("current")
    for done, objective in enumerate(changed):
        if done % TOLD_EACH == 0:
            progress(done, len(by_objective))
        first = min(by_objective[objective.pk], key=lambda event: event.pgh_id)
        if first.pgh_label == "added":
            _withdraw(objective)
        else:
            _restore(objective, first)
    progress(len(by_objective), len(by_objective))


def _withdraw(objective: Objective) -> None:
    objective.state = Objective.State.WITHDRAWN
    objective.save(update_fields=["state", "updated_at"])
    ContributionLink.objects.standing().filter(child=objective).update(
        state=ContributionLink.State.ENDED, reason="The import that brought it was undone"
    )


def _restore(objective: Objective, first: Any) -> None:
    before = (
        type(first)
        ._default_manager.filter(pgh_obj_id=objective.pk, pgh_id__lt=first.pgh_id)
        .latest("pgh_id")
    )
    newest = objective.current
    Objective.objects.filter(pk=objective.pk).update(**{n: getattr(before, n) for n in HEAD})
    if newest is not None and before.current_id != newest.pk:
        earlier = ObjectiveVersion.objects.get(pk=before.current_id)
        measure = earlier.measures.filter(position=1).first()
        write_versions([(objective, words_of(earlier, measure), newest)], now=timezone.now())
