from __future__ import annotations

from datetime import date

from django.db import transaction

from people.models import OrgUnit, Person, RoleGrant
from people.refusals import Refused, refusing
from people.structure.services import require_open_unit
from people.tenancy import organisation_in_force

Role = RoleGrant.Role

# A seat makes a board member and a place makes a member of staff: neither is handed out.
FOLLOW_FROM_ELSEWHERE = frozenset({Role.BOARD_MEMBER, Role.MEMBER})
FOR_ONE_UNIT = frozenset({Role.TEAM_LEAD, Role.CLINICAL_LEAD})
LAST_ADMINISTRATOR = (
    "{} is the last administrator who can sign in. Make somebody else an administrator first"
)


@transaction.atomic
def grant_role(
    *, person: Person, role: str, unit: OrgUnit | None, granted_by: Person, started_on: date
) -> RoleGrant:
    """Hands a role to an active person: for one open unit where it is a lead's, or for all."""
    wanted = Role(role)
    if wanted in FOLLOW_FROM_ELSEWHERE:
        raise Refused("This role follows from a seat or a place", field="role")
    if wanted in FOR_ONE_UNIT and unit is None:
        raise Refused("Select the unit that they lead", field="unit")
    if wanted not in FOR_ONE_UNIT and unit is not None:
        raise Refused(
            f"{wanted.label} is for the whole organisation: leave the unit out", field="unit"
        )
    if not person.is_active:
        raise Refused(f"{person} is no longer active. Make them active first")
    held = Refused(f"{person} holds this role already", field="role")
    with refusing({"role_is_granted_once": held}):
        return RoleGrant.objects.create(
            organisation=organisation_in_force(),
            person=person,
            role=wanted,
            unit=require_open_unit(unit_id=unit.pk) if unit else None,
            granted_by=granted_by,
            started_on=started_on,
        )


@transaction.atomic
def end_role(*, grant: RoleGrant, ended_on: date) -> RoleGrant:
    """The role ends at once; ending it twice is ending it once."""
    if grant.role == Role.ORG_ADMIN and grant.ended_on is None:
        require_another_administrator(than=grant.person)
    locked = RoleGrant.objects.select_for_update().get(pk=grant.pk)
    if locked.ended_on is None:
        locked.ended_on = ended_on
        locked.save()
    return locked


def require_another_administrator(*, than: Person) -> None:
    """An organisation always keeps an administrator who can sign in.

    The grants are held until the transaction ends, so that the last two cannot end each other.
    """
    grants = RoleGrant.objects.current().filter(role=Role.ORG_ADMIN)
    list(grants.order_by("pk").select_for_update())
    can_sign_in = grants.filter(
        person__is_active=True, person__account__is_active=True
    ).values_list("person_id", flat=True)
    administrators = set(can_sign_in)
    if administrators and administrators <= {than.pk}:
        raise Refused(LAST_ADMINISTRATOR.format(than))
