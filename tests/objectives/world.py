"""A small trust: the board, Medicine below it, Ward 7 below that, and who leads each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from objectives import services
from objectives.models import ContributionLink, Objective, ObjectiveVersion
from objectives.services import Words
from people.models import OrgUnit, Person
from people.policy import Standing
from people.queries import standing_of
from strategy.models import Priority, StrategyVersion
from tests.factories import (
    AccountFactory,
    AssignmentFactory,
    BoardMembershipFactory,
    OrgUnitFactory,
    PersonFactory,
    PriorityFactory,
    PriorityWordingFactory,
    StrategyVersionFactory,
)

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
FALLS = "Falls with harm down by a fifth"


@dataclass(frozen=True, kw_only=True)
class World:
    board: OrgUnit
    medicine: OrgUnit
    ward: OrgUnit
    surgery: OrgUnit
    director: Person  # sits on the board
    manager: Person  # leads Medicine
    sister: Person  # leads Ward 7
    nurse: Person  # works in Ward 7
    stranger: Person  # works in Surgery
    safe: Priority
    fair: Priority


def someone(name: str, unit: OrgUnit, *, is_lead: bool = False) -> Person:
    person = PersonFactory.create(
        name=name,
        email=f"{name.split()[0].lower()}@example.org",
        account=AccountFactory.create(),
    )
    AssignmentFactory.create(person=person, unit=unit, is_lead=is_lead)
    return person


def make_world(root: OrgUnit) -> World:
    medicine = OrgUnitFactory.create(code="MED", name="Medicine", kind="division", parent=root)
    surgery = OrgUnitFactory.create(code="SUR", name="Surgery", kind="division", parent=root)
    ward = OrgUnitFactory.create(code="W7", name="Ward 7", kind="team", parent=medicine)
    director = PersonFactory.create(
        name="Dana Director", email="dana@example.org", account=AccountFactory.create()
    )
    BoardMembershipFactory.create(person=director)
    safe, fair = in_force(("SAFE", "Safe, kind care"), ("FAIR", "Fair outcomes"))
    return World(
        board=root,
        medicine=medicine,
        ward=ward,
        surgery=surgery,
        director=director,
        manager=someone("Mo Manager", medicine, is_lead=True),
        sister=someone("Sam Sister", ward, is_lead=True),
        nurse=someone("Nia Nurse", ward),
        stranger=someone("Sol Stranger", surgery),
        safe=safe,
        fair=fair,
    )


def in_force(*priorities: tuple[str, str], sponsor: Person | None = None) -> list[Priority]:
    """Priorities of a strategy that is in force."""
    version = StrategyVersionFactory.create()
    made = []
    for position, (ref, title) in enumerate(priorities):
        priority = PriorityFactory.create(strategy=version.strategy, ref=ref)
        PriorityWordingFactory.create(
            version=version, priority=priority, title=title, position=position, sponsor=sponsor
        )
        made.append(priority)
    version.state = StrategyVersion.State.IN_DELIVERY
    version.in_force_from, version.content_hash = date(2026, 4, 1), "0" * 64
    version.save()
    return made


def standing(person: Person) -> Standing:
    return standing_of(person)


def written(
    by: Person,
    unit: OrgUnit,
    serves: Objective | Priority | None,
    *,
    title: str = FALLS,
    is_proposed: bool = True,
    now: datetime = NOON,
    local_reason: str = "",
    text: Words | None = None,
) -> Objective:
    return services.write_objective(
        unit=unit,
        words=text or Words(title=title),
        serves=serves,
        local_reason=local_reason,
        by=by,
        standing=standing(by),
        is_proposed=is_proposed,
        now=now,
    )


def accepted(objective: Objective, party: str, by: Person, *, now: datetime = NOON) -> Objective:
    return services.accept(
        objective=objective,
        party=party,
        number=words(objective).number,
        by=by,
        standing=standing(by),
        now=now,
    )


def fresh(objective: Objective) -> Objective:
    return Objective.objects.select_related("current", "unit").get(pk=objective.pk)


def words(objective: Objective) -> ObjectiveVersion:
    """Its newest version."""
    current = fresh(objective).current
    assert current is not None
    return current


def link_of(objective: Objective) -> ContributionLink:
    return ContributionLink.objects.get(child=objective)


def agreed(world: World) -> Objective:
    """Ward 7's objective, agreed with the board because it serves "Safe, kind care"."""
    objective = written(world.sister, world.ward, world.safe)
    return accepted(objective, "parent_owner", world.director)
