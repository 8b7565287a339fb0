"""Several units own one objective; each must accept its words."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from objectives.figures import joint_party
from objectives.models import JointOwner, Objective
from objectives.queries.sides import sides_of
from objectives.services.common import TO_ANSWER, ask, locked, must_write, note_change, words_of
from objectives.services.consenting import BEFORE_AGREED
from objectives.services.refusals import Refused
from objectives.services.settling import settle
from people.models import OrgUnit, Person
from people.policy import Standing
from people.refusals import refusing
from people.structure.services import require_open_unit
from people.tenancy import organisation_in_force

AGREED_ALREADY = "Both sides agreed this. Word it anew first, then say who owns it together"
OWNED_ALREADY = {"a_unit_owns_it_once": Refused("That team owns it already", field="unit")}


@transaction.atomic
def share_with(
    *, objective: Objective, unit: OrgUnit, by: Person, standing: Standing, now: datetime
) -> JointOwner:
    """Another unit owns it too, from now on; its leads are asked to accept the words."""
    objective = locked(objective)
    must_write(standing, unit_id=objective.unit_id)
    if objective.state not in BEFORE_AGREED:
        raise Refused(AGREED_ALREADY)
    if unit.pk == objective.unit_id:
        raise OWNED_ALREADY["a_unit_owns_it_once"]
    require_open_unit(unit_id=unit.pk)
    with refusing(OWNED_ALREADY):
        owner = JointOwner.objects.create(
            organisation=organisation_in_force(), objective=objective, unit=unit, added_by=by
        )
    side = sides_of(objective).of(joint_party(unit.pk))
    if side is not None and objective.state != Objective.State.DRAFT:
        ask(side, about=words_of(objective), what=TO_ANSWER, by=by, now=now)
    note_change(now=now)
    return owner


@transaction.atomic
def own_alone(
    *, objective: Objective, unit: OrgUnit, by: Person, standing: Standing, now: datetime
) -> None:
    """A joint owner no longer is one."""
    objective = locked(objective)
    must_write(standing, unit_id=objective.unit_id)
    if objective.state not in BEFORE_AGREED:
        raise Refused(AGREED_ALREADY)
    JointOwner.objects.filter(objective=objective, unit=unit).delete()
    settle(objective, now=now)
    note_change(now=now)
