from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from objectives import services
from objectives.figures.closing import HowFar
from objectives.models import Closing, ContributionLink, Cycle, Objective
from objectives.queries.closing import how_far_closed, left_in
from objectives.queries.waiting import all_waiting, reader_of
from objectives.services import closing, closing_years
from objectives.services.closing import Ended
from people.models import Person, RoleGrant
from tests.factories import MeasureFactory, ObjectiveVersionFactory, RoleGrantFactory
from tests.objectives.world import NOON, World, accepted, fresh, someone, standing, words, written

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def keeper(world: World) -> Person:
    """Looks after the year."""
    person = someone("Kit Keeper", world.surgery)
    RoleGrantFactory.create(person=person, role=RoleGrant.Role.BOARD_SECRETARY)
    return person


@pytest.fixture
def pair(world: World) -> tuple[Objective, Objective]:
    """Medicine's objective serves the board's priority, Ward 7's serves Medicine's."""
    above = written(world.manager, world.medicine, world.safe, title="Safer on every ward")
    above = accepted(above, "parent_owner", world.director)
    ward = accepted(written(world.sister, world.ward, above), "parent_owner", world.manager)
    return fresh(above), fresh(ward)


@pytest.fixture
def year(pair: tuple[Objective, Objective], keeper: Person) -> Cycle:
    cycle = pair[0].cycle
    return closing_years.begin_closing(cycle=cycle, standing=standing(keeper), now=NOON)


def say(objective: Objective, by: Person, *, edition: int = 0, **more: Any) -> Closing:
    said = {"result": "partly", "learnt": "Ask the night staff first", "next": "keep", **more}
    ended = Ended(
        objective_id=objective.pk, number=words(objective).number, edition=edition, **said
    )
    return closing.say_how_it_ended(ended=ended, by=by, standing=standing(by), now=LATER)


def confirm(row: Closing, by: Person) -> Closing:
    return closing.confirm(
        closing=row, edition=row.edition, by=by, standing=standing(by), now=LATER
    )


def titles(person: Person) -> list[str]:
    reader = reader_of(standing(person))
    return [one.title for one in all_waiting(reader=reader, now=LATER)]


def test_a_year_is_closed_only_by_whoever_looks_after_it(
    world: World, pair: tuple[Objective, Objective], keeper: Person
) -> None:
    cycle = pair[0].cycle
    with pytest.raises(services.NotTheirs):
        closing_years.begin_closing(cycle=cycle, standing=standing(world.manager), now=NOON)

    begun = closing_years.begin_closing(cycle=cycle, standing=standing(keeper), now=NOON)

    assert begun.state == Cycle.State.CLOSING
    assert {fresh(one).state for one in pair} == {"live"}
    assert Cycle.objects.get(starts_on__gt=cycle.starts_on).state == Cycle.State.PLANNED
    with pytest.raises(services.Refused, match="already"):
        closing_years.begin_closing(cycle=cycle, standing=standing(keeper), now=NOON)


def test_closing_is_taken_back_until_the_first_ending_is_confirmed(
    world: World, year: Cycle, pair: tuple[Objective, Objective], keeper: Person
) -> None:
    again = closing_years.go_on_with_year(cycle=year, standing=standing(keeper), now=NOON)
    assert again.state == Cycle.State.LIVE

    closing_years.begin_closing(cycle=year, standing=standing(keeper), now=NOON)
    confirm(say(pair[1], world.sister), world.manager)
    with pytest.raises(services.Refused, match="goes on being closed"):
        closing_years.go_on_with_year(cycle=year, standing=standing(keeper), now=NOON)


def test_nothing_is_said_of_a_year_that_is_not_being_closed(
    world: World, pair: tuple[Objective, Objective]
) -> None:
    with pytest.raises(services.Refused, match="not being closed"):
        say(pair[1], world.sister)


def test_an_ending_is_said_by_its_own_side_and_says_what_was_learnt(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    with pytest.raises(services.NotTheirs):
        say(pair[1], world.nurse)
    with pytest.raises(services.Refused, match="learnt"):
        say(pair[1], world.sister, learnt="  ")

    said = say(pair[1], world.sister)

    assert fresh(pair[1]).state == "live"  # until the other side confirms
    assert (said.said_by, said.edition, said.confirmed_at) == (world.sister, 1, None)
    assert "Say how 1 objective ended" not in titles(world.sister)
    assert "Confirm how 1 objective ended" in titles(world.manager)
    assert "Confirm how 1 objective ended" not in titles(world.director)


def test_the_same_said_again_changes_nothing_and_a_stale_word_overwrites_nothing(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    first = say(pair[1], world.sister)
    assert say(pair[1], world.sister).edition == first.edition == 1

    with pytest.raises(services.WordsChanged):
        say(pair[1], world.sister, learnt="Something else")
    assert say(pair[1], world.sister, edition=1, learnt="Something else").edition == 2


def test_an_ending_is_said_about_the_words_that_were_read(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    ended = Ended(
        objective_id=pair[1].pk, number=0, edition=0, result="partly", learnt="It", next="stop"
    )
    with pytest.raises(services.WordsChanged):
        closing.say_how_it_ended(
            ended=ended, by=world.sister, standing=standing(world.sister), now=NOON
        )


def test_what_was_said_is_taken_back_until_it_is_confirmed(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    said = say(pair[1], world.sister)
    with pytest.raises(services.NotTheirs):
        closing.take_back_what_was_said(closing=said, by=world.manager)
    assert closing.take_back_what_was_said(closing=said, by=world.sister) == 1
    assert not Closing.objects.exists()

    said = say(pair[1], world.sister)
    confirm(said, world.manager)
    with pytest.raises(services.Refused, match="confirmed"):
        closing.take_back_what_was_said(closing=said, by=world.sister)


def test_the_side_it_serves_confirms_and_nobody_for_both_sides(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    said = say(pair[1], world.sister, result="achieved", next="stop")
    for person in (world.sister, world.nurse, world.stranger):
        with pytest.raises(services.NotTheirs):
            confirm(said, person)

    done = confirm(said, world.manager)

    assert fresh(pair[1]).state == "achieved"
    assert (done.confirmed_by, done.carried_to) == (world.manager, None)
    with pytest.raises(services.Refused, match="already"):
        confirm(said, world.manager)
    with pytest.raises(services.Refused, match="stays as it is"):
        say(pair[1], world.sister, edition=1)


def test_who_said_it_for_the_team_does_not_confirm_it(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    deputy = someone("Dee Deputy", world.medicine, is_lead=True)
    version = ObjectiveVersionFactory.create(objective=pair[1], answerable=deputy)
    Objective.objects.filter(pk=pair[1].pk).update(current=version)
    said = say(pair[1], deputy)

    with pytest.raises(services.Refused, match="Somebody else"):
        confirm(said, deputy)
    assert "Confirm how 1 objective ended" not in titles(deputy)
    assert confirm(said, world.manager).confirmed_by == world.manager


def test_the_side_above_sends_it_back_with_a_reason(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    said = say(pair[1], world.sister)
    common: dict[str, Any] = {
        "closing": said,
        "edition": 1,
        "by": world.manager,
        "standing": standing(world.manager),
        "now": LATER,
    }
    with pytest.raises(services.Refused, match="Say why"):
        closing.send_back(reason=" ", **common)

    back = closing.send_back(reason="The figures say achieved", **common)

    assert back.sent_back_by == world.manager
    assert "Say how 1 objective ended" in titles(world.sister)
    again = say(pair[1], world.sister, edition=back.edition, result="achieved")
    assert (again.sent_back_at, again.sent_back_reason) == (None, "")
    assert confirm(again, world.manager).result == "achieved"


def test_what_is_kept_goes_on_as_a_draft_with_its_words_and_its_origin(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    MeasureFactory.create(version=words(pair[0]), name="Falls a month", position=1)
    done = confirm(say(pair[0], world.manager, next="change"), world.director)

    draft = done.carried_to
    assert draft is not None
    assert (draft.state, draft.unit, draft.cycle.starts_on) == (
        "draft",
        world.medicine,
        date(2027, 4, 1),
    )
    assert words(draft).title == "Safer on every ward"
    assert list(words(draft).measures.values_list("name", flat=True)) == ["Falls a month"]
    link = ContributionLink.objects.get(child=draft)
    assert (link.parent_priority, link.state, link.is_primary) == (world.safe, "proposed", True)
    assert draft.carried_from == done


@pytest.mark.parametrize("first", [0, 1])
def test_links_go_on_whichever_end_is_confirmed_first(
    world: World, year: Cycle, pair: tuple[Objective, Objective], first: int
) -> None:
    sides = [(pair[0], world.manager, world.director), (pair[1], world.sister, world.manager)]
    for objective, owner, above in (sides[first], sides[1 - first]):
        confirm(say(objective, owner), above)

    kept_above = Closing.objects.get(objective=pair[0]).carried_to
    link = ContributionLink.objects.get(child=Closing.objects.get(objective=pair[1]).carried_to)
    assert (link.parent_objective, link.state) == (kept_above, "proposed")


def test_what_its_parent_stopped_no_longer_serves_goes_on_without_it(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    confirm(say(pair[0], world.manager, next="stop"), world.director)
    done = confirm(say(pair[1], world.sister), world.manager)

    assert not ContributionLink.objects.filter(child=done.carried_to).exists()


def test_a_year_is_closed_when_all_is_confirmed(
    world: World, year: Cycle, pair: tuple[Objective, Objective], keeper: Person
) -> None:
    confirm(say(pair[0], world.manager), world.director)
    assert f"Close the year {year.name}" not in titles(keeper)
    confirm(say(pair[1], world.sister), world.manager)
    assert f"Close the year {year.name}" in titles(keeper)

    closed = closing_years.close_year(cycle=year, leaving=0, standing=standing(keeper), now=LATER)

    assert closed.state == Cycle.State.CLOSED
    assert Cycle.objects.get(starts_on__gt=year.starts_on).state == Cycle.State.OPEN
    assert how_far_closed(closed) == HowFar(to_say=0, said=0, sent_back=0, confirmed=2)


def test_what_is_left_is_named_and_counted_before_the_year_is_closed(
    world: World, year: Cycle, pair: tuple[Objective, Objective], keeper: Person
) -> None:
    say(pair[1], world.sister)
    with pytest.raises(services.WordsChanged):
        closing_years.close_year(cycle=year, leaving=1, standing=standing(keeper), now=LATER)

    closed = closing_years.close_year(cycle=year, leaving=2, standing=standing(keeper), now=LATER)

    assert [(one.unit, one.waits_for) for one in left_in(closed)[:9]] == [
        ("Medicine", "Nobody has said yet how it ended"),
        ("Ward 7", "The side it serves has still to confirm"),
    ]
    with pytest.raises(services.Refused, match="not being closed"):
        confirm(Closing.objects.get(), world.manager)


def test_new_work_belongs_to_the_next_year_while_one_is_closed(
    world: World, year: Cycle, pair: tuple[Objective, Objective]
) -> None:
    fresh_one = written(world.sister, world.ward, world.safe, title="Calm nights", now=LATER)

    assert fresh_one.cycle.starts_on == date(2027, 4, 1)


def test_what_ended_before_the_year_was_closed_is_not_asked_about_again(
    world: World, year: Cycle, pair: tuple[Objective, Objective], keeper: Person
) -> None:
    Objective.objects.filter(pk__in=[one.pk for one in pair]).update(state="achieved")

    assert (how_far_closed(year).left, len(left_in(year))) == (0, 0)
    assert f"Close the year {year.name}" in titles(keeper)
