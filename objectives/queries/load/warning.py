"""Said before something is added, as calm lines that stop nobody."""

from __future__ import annotations

from collections import Counter

from django.db.models import Q

from objectives.figures import PARENT, joint_unit
from objectives.figures.load import Limits, one_more_is_over
from objectives.models import JointOwner, Objective
from objectives.queries.choices import units_named
from objectives.queries.load.carried import limits_in_force, open_objectives
from people.models import OrgUnit, Person
from ui.wording import counted


def before_adding(unit: OrgUnit | None) -> list[str]:
    """Nothing while the team has room for one more open objective."""
    return _of_team(unit, limits=limits_in_force(), but_not=0) if unit else []


def units_with_load() -> list[tuple[str, str]]:
    """Code and name of every open unit, as a form offers them: those without room for one more
    say how much they carry."""
    most = limits_in_force().team_objectives
    carried = Counter(open_objectives().values_list("unit__code", flat=True))
    joint = JointOwner.objects.filter(objective__in=open_objectives())
    carried.update(joint.values_list("unit__code", flat=True))
    return [
        (code, f"{name} ({counted(carried[code], 'open objective')} already)")
        if one_more_is_over(carried[code], most=most)
        else (code, name)
        for code, name in units_named()
    ]


def load_before_yes(objective: Objective, party: str) -> list[str]:
    """Said to a side that would own it, before it says yes: of the team, and of whoever would
    answer for it."""
    if party == PARENT:
        return []
    limits, other = limits_in_force(), joint_unit(party)
    unit = OrgUnit.objects.filter(pk=other).first() if other else objective.unit
    lines = _of_team(unit, limits=limits, but_not=objective.pk) if unit else []
    answerable = objective.current.answerable if objective.current and not other else None
    return lines + (_of_person(answerable, limits, objective.pk) if answerable else [])


def _of_team(unit: OrgUnit, *, limits: Limits, but_not: int) -> list[str]:
    joint = JointOwner.objects.filter(unit=unit).values("objective")
    rows = open_objectives().filter(Q(unit=unit) | Q(pk__in=joint)).exclude(pk=but_not)
    number = rows.count()
    if not one_more_is_over(number, most=limits.team_objectives):
        return []
    return [
        f"{unit.name} has {counted(number, 'other open objective')}. We said that "
        f"{limits.team_objectives} at once is the most a team can carry well. Is there one to "
        "stop, or to do later?"
    ]


def _of_person(person: Person, limits: Limits, but_not: int) -> list[str]:
    rows = open_objectives().filter(current__answerable=person).exclude(pk=but_not)
    number = rows.count()
    if not one_more_is_over(number, most=limits.person_objectives):
        return []
    return [
        f"{person.name} answers for {counted(number, 'other open objective')}. Could somebody "
        "else answer for this one?"
    ]
