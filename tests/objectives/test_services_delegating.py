"""Somebody answers in a leader's place: what they may, for how long, and what it never does."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from objectives import services
from objectives.figures.promises import Turn
from objectives.models import Agreement, Delegation, Objective, Promise
from objectives.queries.waiting import reader_of, waiting_for
from objectives.services import NotTheirs, Refused
from people.models import Assignment, OrgUnit, Person
from tests.factories import AssignmentFactory, DelegationFactory, PersonFactory
from tests.objectives.test_services_writing import letters_to
from tests.objectives.world import NOON, World, accepted, someone, standing, written

TODAY = timezone.localdate()


def named(
    world: World,
    *,
    leader: Person | None = None,
    unit: OrgUnit | None = None,
    delegate: Person | None = None,
    starts_on: date = TODAY,
    ends_on: date = TODAY + timedelta(days=14),
) -> Delegation:
    leader = leader or world.sister
    return services.name_delegate(
        unit=unit or world.ward,
        delegate=delegate or world.nurse,
        starts_on=starts_on,
        ends_on=ends_on,
        by=leader,
        standing=standing(leader),
        now=timezone.now(),
    )


def waiting_titles(person: Person) -> list[str]:
    return [one.title for one in waiting_for(reader_of(standing(person)))]


def served_by_ward(world: World) -> Objective:
    """Ward 7's, proposed by its nurse, for Medicine's own: Sam and then Mo must answer."""
    parent = written(world.manager, world.medicine, world.safe)
    return written(world.nurse, world.ward, parent)


def test_what_a_delegate_accepts_counts_for_the_leaders_side_and_is_kept_as_theirs(
    world: World,
) -> None:
    objective = served_by_ward(world)
    named(world)

    accepted(objective, "owner", world.nurse)

    answer = Agreement.objects.get(version__objective=objective)
    assert (answer.person, answer.on_behalf_of) == (world.nurse, world.sister)
    assert accepted(objective, "parent_owner", world.manager).state == "agreed"


def test_a_delegate_of_a_division_answers_for_its_wards_as_the_leader_may(world: World) -> None:
    objective = served_by_ward(world)
    named(world, leader=world.manager, unit=world.medicine, delegate=world.stranger)

    accepted(objective, "parent_owner", world.stranger)

    assert Agreement.objects.get(party="parent_owner").on_behalf_of == world.manager


def test_whoever_may_in_their_own_right_answers_in_nobodys_place(world: World) -> None:
    objective = served_by_ward(world)
    named(world)
    AssignmentFactory.create(person=world.nurse, unit=world.ward, is_lead=True, is_primary=False)

    accepted(objective, "owner", world.nurse)

    assert Agreement.objects.get(version__objective=objective).on_behalf_of is None


def test_what_waits_for_the_leader_waits_for_the_delegate_too(world: World) -> None:
    objective = written(world.stranger, world.surgery, world.safe, is_proposed=False)
    del objective
    served_by_ward(world)
    assert not any(title.startswith("Answer") for title in waiting_titles(world.nurse))

    named(world)

    assert waiting_titles(world.sister) == [f"Answer “{'Falls with harm down by a fifth'}”"]
    assert waiting_titles(world.sister)[0] in waiting_titles(world.nurse)


@pytest.mark.parametrize(
    ("starts_in", "ends_in"), [(1, 5), (-9, -2)], ids=["not yet begun", "over"]
)
def test_outside_its_days_it_is_worth_nothing(world: World, starts_in: int, ends_in: int) -> None:
    objective = served_by_ward(world)
    DelegationFactory.create(
        unit=world.ward,
        leader=world.sister,
        delegate=world.nurse,
        starts_on=TODAY + timedelta(days=starts_in),
        ends_on=TODAY + timedelta(days=ends_in),
    )

    with pytest.raises(NotTheirs):
        accepted(objective, "owner", world.nurse)


def test_it_ends_when_the_leader_no_longer_leads(world: World) -> None:
    objective = served_by_ward(world)
    named(world)
    Assignment.objects.filter(person=world.sister).update(is_lead=False)

    with pytest.raises(NotTheirs):
        accepted(objective, "owner", world.nurse)


@pytest.mark.parametrize("by", ["sister", "nurse"])
def test_either_of_the_two_ends_it_at_once_and_what_was_answered_stays(
    world: World, by: str
) -> None:
    objective = served_by_ward(world)
    delegation = named(world)
    accepted(objective, "owner", world.nurse)

    services.end_delegation(delegation=delegation, by=getattr(world, by), now=NOON)

    assert Agreement.objects.filter(version__objective=objective).count() == 1
    with pytest.raises(NotTheirs):
        accepted(written(world.nurse, world.ward, world.safe), "owner", world.nurse)
    with pytest.raises(Refused, match="already ended"):
        services.end_delegation(delegation=delegation, by=world.sister, now=NOON)


def test_nobody_else_ends_it(world: World) -> None:
    with pytest.raises(NotTheirs):
        services.end_delegation(delegation=named(world), by=world.manager, now=NOON)


def test_both_are_told(world: World) -> None:
    delegation = named(world)
    [letter] = letters_to("nia@example.org")
    assert "Sam Sister has named you to answer" in letter

    services.end_delegation(delegation=delegation, by=world.nurse, now=NOON)

    assert "Nia Nurse has ended it" in letters_to("sam@example.org")[-1]


def test_nobody_hands_over_what_they_do_not_hold(world: World) -> None:
    for leader, unit in (
        (world.nurse, world.ward),
        (world.manager, world.ward),  # leads only the unit above
        (world.sister, world.medicine),
        (world.director, world.board),  # a seat on the board is one's own
    ):
        with pytest.raises(NotTheirs):
            named(world, leader=leader, unit=unit, delegate=world.stranger)


def test_a_delegate_does_not_pass_it_on(world: World) -> None:
    named(world)

    with pytest.raises(NotTheirs):
        named(world, leader=world.nurse, delegate=world.stranger)


@pytest.mark.parametrize(
    ("starts_in", "lasts", "field"),
    [(-1, 5, "starts_on"), (3, -1, "ends_on"), (0, 91, "ends_on")],
)
def test_its_days_are_to_come_in_order_and_at_most_ninety(
    world: World, starts_in: int, lasts: int, field: str
) -> None:
    first = TODAY + timedelta(days=starts_in)

    with pytest.raises(Refused) as refusal:
        named(world, starts_on=first, ends_on=first + timedelta(days=lasts))

    assert refusal.value.field == field


def test_the_database_refuses_more_than_ninety_days_and_oneself(world: World) -> None:
    for wrong in (
        {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=91)},
        {"delegate": world.sister},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            DelegationFactory.create(unit=world.ward, leader=world.sister, **wrong)


@pytest.mark.parametrize(
    ("who", "why"),
    [("sister", "other than yourself"), ("manager", "already"), ("unable", "cannot sign in")],
)
def test_only_somebody_who_could_not_answer_and_can_sign_in_is_named(
    world: World, who: str, why: str
) -> None:
    unable = PersonFactory.create(name="Ola Unable")

    with pytest.raises(Refused, match=why):
        named(world, delegate=unable if who == "unable" else getattr(world, who))


def test_one_delegate_at_a_time(world: World) -> None:
    named(world)

    with pytest.raises(Refused, match="Nia Nurse already answers"):
        named(world, delegate=world.stranger)
    named(
        world,
        delegate=world.stranger,
        starts_on=TODAY + timedelta(days=15),
        ends_on=TODAY + timedelta(days=20),
    )


def both_sides_by(world: World, leader: Person) -> Objective:
    """Ward 7's for Medicine's own, where one person leads both."""
    AssignmentFactory.create(person=leader, unit=world.ward, is_lead=True, is_primary=False)
    Assignment.objects.filter(person=world.sister).update(is_lead=False)
    return served_by_ward(world)


def test_a_leader_and_their_delegate_are_not_two_sides(world: World) -> None:
    """Somebody else could answer for the ward, so neither the leader nor the delegate may."""
    objective = both_sides_by(world, world.manager)
    someone("Dee Deputy", world.ward, is_lead=True)
    named(world, leader=world.manager, unit=world.medicine, delegate=world.stranger)

    accepted(objective, "parent_owner", world.stranger)

    for person in (world.manager, world.stranger):
        with pytest.raises(Refused, match="must answer here"):
            accepted(objective, "owner", person)


def test_a_delegate_never_answers_where_only_they_and_their_leader_could_answer_across(
    world: World,
) -> None:
    """The leader who is alone on both sides may still answer for both, by themselves."""
    objective = both_sides_by(world, world.manager)
    named(world, leader=world.manager, unit=world.medicine, delegate=world.stranger)

    with pytest.raises(Refused, match="the leader must answer here"):
        accepted(objective, "parent_owner", world.stranger)

    assert not any(title.startswith("Answer") for title in waiting_titles(world.stranger))
    accepted(objective, "owner", world.manager)
    with pytest.raises(Refused, match="the leader must answer here"):
        accepted(objective, "parent_owner", world.stranger)
    assert accepted(objective, "parent_owner", world.manager).state == "agreed"


def test_a_delegate_who_leads_the_other_side_answers_for_one_of_them(world: World) -> None:
    parent = written(world.manager, world.medicine, world.safe)
    surgeon = someone("Sal Surgeon", world.surgery, is_lead=True)
    someone("Sue Surgeon", world.surgery, is_lead=True)
    objective = written(world.stranger, world.surgery, parent)
    named(world, leader=world.manager, unit=world.medicine, delegate=surgeon)

    accepted(objective, "owner", surgeon)

    with pytest.raises(Refused, match="Somebody else must answer"):
        accepted(objective, "parent_owner", surgeon)
    assert accepted(objective, "parent_owner", world.manager).state == "agreed"


def test_the_other_sides_question_passes_over_a_delegate_whose_leader_accepted(
    world: World,
) -> None:
    objective = both_sides_by(world, world.manager)
    deputy = someone("Dee Deputy", world.ward, is_lead=True)
    named(world, leader=world.manager, unit=world.ward, delegate=world.stranger)

    accepted(objective, "parent_owner", world.manager)

    assert any(title.startswith("Answer") for title in waiting_titles(deputy))
    assert not any(title.startswith("Answer") for title in waiting_titles(world.stranger))


def test_words_put_forward_by_a_delegate_are_accepted_in_the_leaders_place(world: World) -> None:
    named(world)

    objective = written(world.nurse, world.ward, world.safe)

    assert Agreement.objects.get(version__objective=objective).on_behalf_of == world.sister


def test_a_delegate_makes_a_promise_in_the_leaders_place(world: World) -> None:
    objective = served_by_ward(world)
    promise = services.ask_for_promise(
        objective=objective,
        words="Two hours a week",
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )
    named(world, leader=world.manager, unit=world.medicine, delegate=world.stranger)
    assert any(title.startswith("Can you promise") for title in waiting_titles(world.stranger))

    services.take_turn(
        promise=promise,
        turn=Turn.PROMISE,
        due_on=date(2026, 12, 1),
        by=world.stranger,
        standing=standing(world.stranger),
        now=NOON,
    )

    made = Promise.objects.get()
    assert (made.answered_by, made.answered_for) == (world.stranger, world.manager)


def test_going_ahead_without_agreement_and_starting_objectives_stay_the_leaders(
    world: World,
) -> None:
    objective = served_by_ward(world)
    named(world, leader=world.manager, unit=world.medicine, delegate=world.stranger)

    with pytest.raises(NotTheirs):
        services.go_ahead(
            objective=objective,
            reason="It cannot wait",
            by=world.stranger,
            standing=standing(world.stranger),
            now=NOON + timedelta(days=60),
        )
    services.ask_for_objective(
        unit=world.medicine,
        priority=world.fair,
        by=world.director,
        standing=standing(world.director),
        now=NOON,
    )
    assert not any(title.startswith("Start") for title in waiting_titles(world.stranger))
