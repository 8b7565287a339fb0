"""Members of networks as their figures need them, and when each network last met."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Max

from objectives.figures.networks import Part
from objectives.models import NetworkMeeting, NetworkMember
from people.models import Assignment, OrgUnit


def members_of(network_ids: Collection[int]) -> list[NetworkMember]:
    """Those who are in these networks today."""
    rows = NetworkMember.objects.filter(
        network_id__in=network_ids, state=NetworkMember.State.IN
    ).select_related("unit", "person")
    return list(rows.order_by("unit__name", "person__name", "pk"))


def parts_of(members: Collection[NetworkMember]) -> dict[int, list[Part]]:
    """By network: one query, to tell who leads the team they come from."""
    leads = set(
        Assignment.objects.current()
        .filter(person_id__in={one.person_id for one in members}, is_lead=True)
        .values_list("person_id", "unit_id")
    )
    parts: dict[int, list[Part]] = defaultdict(list)
    for one in members:
        is_team = one.unit.kind == OrgUnit.Kind.TEAM
        parts[one.network_id].append(
            Part(
                person_id=one.person_id,
                unit_id=one.unit_id,
                profession=one.staff_group,
                hours=one.hours_a_month,
                is_front_line=is_team and (one.person_id, one.unit_id) not in leads,
            )
        )
    return parts


def last_met(network_ids: Iterable[int]) -> dict[int, date]:
    meetings = NetworkMeeting.objects.filter(network_id__in=network_ids)
    return dict(meetings.values_list("network_id").annotate(Max("held_on")).order_by())
