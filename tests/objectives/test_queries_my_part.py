"""My part says how one's work helps, in agreed words only, and where the way breaks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.models import ContributionLink, Cycle, Objective
from objectives.queries.home import own_unit
from objectives.queries.my_part import MyPart, my_part
from people.models import Person
from people.tenancy import organisation_in_force
from strategy.models import Priority, StrategyVersion
from tests.factories import (
    ContributionLinkFactory,
    JointOwnerFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    PersonFactory,
    PriorityFactory,
    PriorityWordingFactory,
    StrategyVersionFactory,
)
from tests.objectives.world import NOON, World, accepted, standing, written


@pytest.fixture
def live(world: World, cycle: Cycle) -> tuple[Objective, Objective]:
    """Ward 7's objective serves Medicine's, which serves "Safe, kind care"."""
    above = ObjectiveFactory.create(
        unit=world.medicine, cycle=cycle, state="agreed", title="Halve harm from falls"
    )
    below = ObjectiveFactory.create(
        unit=world.ward,
        cycle=cycle,
        state="agreed",
        title="Falls down by a fifth",
        answerable=world.sister,
    )
    accepted_link(above, world.safe)
    accepted_link(below, above)
    return above, below


def worded_in_force(priority: Priority, *, statement: str) -> None:
    """A new version of the strategy in which this priority says why now."""
    StrategyVersion.objects.update(state="superseded")
    version = StrategyVersionFactory.create(strategy=priority.strategy, number=2)
    PriorityWordingFactory.create(
        version=version, priority=priority, title="Safe, kind care", statement=statement
    )
    version.state, version.content_hash = "in_delivery", "0" * 64
    version.in_force_from = NOON.date()
    version.save()


def accepted_link(child: Objective, parent: Objective | Priority, **more: object) -> None:
    kind = "parent_objective" if isinstance(parent, Objective) else "parent_priority"
    facts = {"state": "accepted", "is_primary": True, **more}
    ContributionLinkFactory.create(child=child, **{kind: parent}, **facts)


def part_of(person: Person, *, chosen: int | None = None) -> MyPart:
    now, cycle = standing(person), Cycle.objects.current().first()
    return my_part(own_unit(now), standing=now, cycle=cycle, now=NOON, chosen=chosen)


def told(part: MyPart) -> str:
    steps = [f"{step.lead} {step.quote} {' '.join(step.notes)}" for step in part.steps]
    broken = [part.broken.words, part.broken.quote, part.broken.waits] if part.broken else []
    return "\n".join([*steps, *broken])


def test_a_whole_way_reads_from_the_promise_to_the_priority(
    world: World, live: tuple[Objective, Objective]
) -> None:
    part = part_of(world.nurse)

    assert part.reaches
    assert part.broken is None
    assert [(step.lead, step.quote) for step in part.steps] == [
        ("Nobody has said yet whom this work helps.", ""),
        ("Ward 7 has promised:", "Falls down by a fifth"),
        ("This helps Medicine keep its promise:", "Halve harm from falls"),
        ("And all of this helps with what the Board puts first:", "Safe, kind care"),
    ]
    assert part.steps[1].notes == ["Sam Sister answers for it."]
    assert part_of(world.sister).steps[1].notes == ["You answer for it."]


def test_whom_it_helps_comes_first_and_why_now_last(world: World, cycle: Cycle) -> None:
    worded_in_force(world.safe, statement="People wait too long")
    words = services.Words(title="Falls down by a fifth", why="People go home unhurt")
    written_so = written(world.sister, world.ward, world.safe, text=words)
    accepted(written_so, "parent_owner", world.director)

    steps = part_of(world.nurse).steps

    assert (steps[0].quote, steps[-1].quote) == ("People go home unhurt", "People wait too long")
    assert steps[-1].lead == "Why now:"


def test_withdrawing_a_middle_objective_breaks_the_sentence(
    world: World, live: tuple[Objective, Objective]
) -> None:
    above, _ = live
    Objective.objects.filter(pk=above.pk).update(state="proposed")
    services.withdraw(
        objective=above,
        reason="The ward closes",
        by=world.manager,
        standing=standing(world.manager),
        now=NOON,
    )

    part = part_of(world.nurse)

    assert not part.reaches
    assert part.broken is not None
    assert part.broken.words == "This helped with something that Medicine has since withdrawn."
    assert part.broken.people == "Sam Sister"
    assert "Safe, kind care" not in told(part)
    assert "Halve harm" not in told(part)


def test_ending_a_link_breaks_the_sentence(world: World, live: tuple[Objective, Objective]) -> None:
    _, below = live
    services.end_link(
        link=ContributionLink.objects.get(child=below),
        reason="We now work with Pharmacy",
        by=world.manager,
        standing=standing(world.manager),
        now=NOON,
    )

    part = part_of(world.nurse)

    assert part.broken is not None
    assert part.broken.words == "This once helped Medicine. That has come to an end."
    assert part.broken.quote == "We now work with Pharmacy"
    assert "Safe, kind care" not in told(part)


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("proposed", "Medicine has not agreed yet"),
        ("in_catchball", "Medicine has not agreed yet"),
        ("draft", "does not yet help with anything"),
        ("achieved", "Medicine has since closed"),
        ("withdrawn", "Medicine has since withdrawn"),
    ],
)
@pytest.mark.parametrize("who", ["nurse", "manager", "sister"])
def test_words_above_that_are_not_agreed_are_never_quoted(
    world: World, live: tuple[Objective, Objective], state: str, says: str, who: str
) -> None:
    above, below = live
    Objective.objects.filter(pk=above.pk).update(state=state)

    if who == "manager":
        Objective.objects.filter(pk=below.pk).update(unit=world.medicine)
        part = part_of(world.manager, chosen=below.pk)
    else:
        part = part_of(getattr(world, who))

    assert part.broken is not None
    assert says in part.broken.words
    assert "Halve harm" not in told(part)


def test_a_draft_above_is_not_even_named_with_its_team_or_address(
    world: World, live: tuple[Objective, Objective]
) -> None:
    above, _ = live
    Objective.objects.filter(pk=above.pk).update(state="draft")

    broken = part_of(world.nurse).broken

    assert broken is not None
    assert "Medicine" not in broken.words + broken.quote
    assert broken.see_href == ""
    assert broken.asked == {world.sister.pk}


def test_a_link_that_waits_names_whom_it_waits_for_and_how_long(
    world: World, live: tuple[Objective, Objective]
) -> None:
    _, below = live
    ContributionLink.objects.filter(child=below).update(
        state="proposed", proposed_at=NOON - timedelta(days=3)
    )

    part = part_of(world.nurse)

    assert part.broken is not None
    assert part.broken.words.startswith("Ward 7 says that this helps Medicine.")
    assert part.broken.waits == "It has waited 3 days for Mo Manager."
    assert part.broken.is_askable


@pytest.mark.parametrize(("days", "is_whole"), [(29, True), (30, True), (31, False)])
def test_changed_words_count_for_thirty_days_and_say_so(
    world: World, live: tuple[Objective, Objective], days: int, is_whole: bool
) -> None:
    _, below = live
    ContributionLink.objects.filter(child=below).update(
        state="stale", stale_since=NOON - timedelta(days=days)
    )

    part = part_of(world.nurse)

    assert part.reaches is is_whole
    assert ("The words have since changed, 4 weeks ago." in told(part)) is is_whole
    assert ("The words have changed. Nobody has said" in told(part)) is not is_whole


def test_a_priority_no_longer_in_force_breaks_it(
    world: World, live: tuple[Objective, Objective]
) -> None:
    above, _ = live
    ContributionLink.objects.filter(child=above).update(parent_priority=PriorityFactory.create())

    part = part_of(world.nurse)

    assert part.broken is not None
    assert "the Board no longer has" in part.broken.words
    assert part.broken.people == "Mo Manager"


def test_another_whole_way_is_told_where_the_main_one_breaks(
    world: World, live: tuple[Objective, Objective]
) -> None:
    above, below = live
    Objective.objects.filter(pk=above.pk).update(state="proposed")
    accepted_link(below, world.fair, is_primary=False)

    part = part_of(world.nurse)

    assert part.reaches
    assert part.steps[-1].quote == "Fair outcomes"


def test_standing_alone_with_consent_is_no_break(world: World, cycle: Cycle) -> None:
    ObjectiveFactory.create(
        unit=world.ward,
        cycle=cycle,
        state="live",
        local_reason="Our roof leaks",
        is_local_reason_accepted=True,
    )

    part = part_of(world.nurse)

    assert part.broken is None
    assert not part.reaches
    assert (part.steps[-1].quote, "Medicine has said yes" in part.steps[-1].lead) == (
        "Our roof leaks",
        True,
    )


def test_a_reason_to_stand_alone_waits_for_the_unit_above(world: World, cycle: Cycle) -> None:
    ObjectiveFactory.create(
        unit=world.ward, cycle=cycle, state="live", local_reason="Our roof leaks"
    )

    broken = part_of(world.nurse).broken

    assert broken is not None
    assert broken.people == "Mo Manager"


def test_a_team_without_an_agreed_objective_says_so(world: World, cycle: Cycle) -> None:
    nothing = part_of(world.nurse).broken
    written(world.sister, world.ward, world.safe, now=NOON - timedelta(days=2))
    talked = part_of(world.nurse).broken

    assert nothing is not None
    assert talked is not None
    assert nothing.words == "Ward 7 has not written down yet what it wants to do this year."
    assert nothing.people == "Sam Sister"
    assert talked.waits == "It has waited 2 days for Dana Director."


def test_somebody_without_a_team_is_told_so(world: World, cycle: Cycle) -> None:
    broken = part_of(PersonFactory.create(name="Lone Ranger")).broken

    assert broken is not None
    assert broken.words.startswith("You have no team here yet")
    assert not broken.is_askable


def test_own_objectives_come_before_the_teams_and_whole_ways_first(
    world: World, live: tuple[Objective, Objective], cycle: Cycle
) -> None:
    alone = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", title="A tidy ward")
    _, below = live

    part = part_of(world.nurse)
    assert (part.objective_id, [one.objective_id for one in part.choices]) == (below.pk, [alone.pk])
    assert not part.choices[0].is_whole

    mine = ObjectiveFactory.create(
        unit=world.surgery, cycle=cycle, state="live", answerable=world.nurse
    )
    assert part_of(world.nurse).objective_id == mine.pk
    assert part_of(world.nurse, chosen=alone.pk).objective_id == alone.pk
    assert part_of(world.nurse, chosen=10**12).objective_id == mine.pk


def test_what_a_team_owns_together_with_another_is_its_part_too(
    world: World, live: tuple[Objective, Objective]
) -> None:
    _, below = live
    JointOwnerFactory.create(objective=below, unit=world.surgery, added_by=world.sister)

    assert part_of(world.stranger).objective_id == below.pk


def test_sideways_counts_teams_and_names_five(
    world: World, live: tuple[Objective, Objective], cycle: Cycle
) -> None:
    above, below = live
    for number in range(7):
        unit = OrgUnitFactory.create(name=f"Ward {20 + number}", parent=world.medicine)
        accepted_link(ObjectiveFactory.create(unit=unit, cycle=cycle, state="live"), above)
    helper = ObjectiveFactory.create(unit=world.surgery, cycle=cycle, state="live")
    accepted_link(helper, below)
    draft = ObjectiveFactory.create(unit=world.board, cycle=cycle, state="draft")
    accepted_link(draft, below)

    beside = part_of(world.nurse).sideways

    assert beside is not None
    assert [team.name for team in beside.helped.shown] == ["Medicine"]
    assert (beside.beside.total, len(beside.beside.shown), beside.beside.more) == (7, 5, 2)
    assert [team.name for team in beside.helpers.shown] == ["Surgery"]


def cost(person: Person) -> int:
    now = standing(person)
    cycle = Cycle.objects.current().first()
    with CaptureQueriesContext(connection) as captured:
        my_part(own_unit(now), standing=now, cycle=cycle, now=NOON)
    return len(captured)


def many(world: World, above: Objective, count: int) -> None:
    """Agreed objectives of the ward and of others, in chains above and below."""
    rows = [
        ObjectiveFactory.create(
            unit=world.ward if number % 2 else world.surgery, cycle=above.cycle, state="live"
        )
        for number in range(count)
    ]
    ContributionLink.objects.bulk_create(
        ContributionLink(
            organisation=organisation_in_force(),
            child=row,
            parent_objective=rows[number // 3] if number >= 3 else above,
            state="accepted",
            is_primary=True,
        )
        for number, row in enumerate(rows)
    )


Breaking = Callable[[Objective], object]
BREAKS: dict[str, Breaking] = {
    "whole": lambda above: None,
    "above is not agreed": lambda above: Objective.objects.filter(pk=above.pk).update(
        state="proposed"
    ),
    "link waits": lambda above: ContributionLink.objects.filter(child=above).update(
        state="proposed"
    ),
    "serves nothing": lambda above: ContributionLink.objects.filter(child=above).update(
        state="ended", is_primary=False
    ),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_my_part_costs_as_many_queries_for_700_objectives_as_for_7(
    world: World, live: tuple[Objective, Objective], broken: str
) -> None:
    above, _ = live
    BREAKS[broken](above)
    many(world, above, 7)
    little = cost(world.nurse)
    many(world, above, 700)

    assert cost(world.nurse) == little
    assert little <= 24
