"""How much one team or one person should carry at once, as the organisation sees it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import F

from objectives.models import LoadLimits
from objectives.services.refusals import NotTheirs, WordsChanged
from people.policy import Action, Standing
from people.tenancy import organisation_in_force


@transaction.atomic
def set_limits(*, limits: Mapping[str, int], edition: int, standing: Standing) -> LoadLimits:
    """Sets all of them; somebody who set others meanwhile is not overwritten."""
    if not standing.may(Action.MANAGE_STRUCTURE):
        raise NotTheirs
    row, is_new = LoadLimits.objects.get_or_create(
        organisation=organisation_in_force(), defaults={**limits, "edition": 1}
    )
    if is_new and edition == 0:
        return row
    changed = LoadLimits.objects.filter(pk=row.pk, edition=edition).update(
        **limits, edition=F("edition") + 1
    )
    if not changed:
        raise WordsChanged
    row.refresh_from_db()
    return row
