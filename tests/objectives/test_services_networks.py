from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from objectives import holdings, services
from objectives.figures.memberships import Turn
from objectives.models import ImposedTarget, Network, NetworkMember
from objectives.queries.networks.burden import burden_line
from objectives.queries.networks.lists import Wanted, network_lines
from objectives.queries.networks.page import network_page
from objectives.queries.networks.targets import target_lines
from objectives.queries.waiting import reader_of, waiting_for
from objectives.services import networking, networks, targets
from objectives.services.networks import NetworkWords
from objectives.services.targets import TargetWords
from people.models import BoardMembership, Organisation, Person
from tests.factories import (
    ImposedTargetFactory,
    NetworkFactory,
    NetworkMeetingFactory,
    NetworkMemberFactory,
    NetworkObjectiveFactory,
    ObjectiveFactory,
)
from tests.objectives.world import NOON, World, someone, standing, written

TODAY = NOON.date()
SOON = TODAY + timedelta(days=7)
FOUR = Decimal(4)
WORDS = NetworkWords(name="Four hours together", purpose="Nobody waits in a corridor")


@pytest.fixture
def target(world: World) -> ImposedTarget:
    return ImposedTargetFactory.create()


@pytest.fixture
def network(world: World, target: ImposedTarget) -> Network:
    """Led by the ward's sister; Dana is asked to sponsor it."""
    return networks.propose_network(
        words=WORDS,
        carries=target,
        sponsor=world.director,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )


@pytest.fixture
def sponsored(world: World, network: Network) -> Network:
    sponsor(network, world.director)
    network.refresh_from_db()
    return network


def sponsor(network: Network, by: Person, **more: Any) -> None:
    more = {"hours": Decimal(12), "first_meets_on": SOON, **more}
    networks.sponsor_network(network=network, by=by, standing=standing(by), now=NOON, **more)


def meet(network: Network, by: Person, *, days: int = 0) -> None:
    networks.note_meeting(
        network=network,
        held_on=TODAY + timedelta(days=days),
        words="",
        by=by,
        standing=standing(by),
        now=NOON + timedelta(days=days),
    )


def invite(network: Network, person: Person, by: Person, *, hours: Decimal = FOUR) -> NetworkMember:
    return networking.invite(
        network=network,
        person=person,
        hours=hours,
        adds="Knows the lists",
        by=by,
        standing=standing(by),
        now=NOON,
    )


def turn(member: NetworkMember, which: Turn, by: Person, **more: Any) -> NetworkMember:
    return networking.take_member_turn(
        member=member, turn=which, by=by, standing=standing(by), now=NOON, **more
    )


def titles(person: Person) -> list[str]:
    return [one.title for one in waiting_for(reader_of(standing(person)))]


def words_of(network: Network, viewer: Person, *, days: int = 0) -> list[str]:
    network.refresh_from_db()
    page = network_page(network, standing=standing(viewer), today=TODAY + timedelta(days=days))
    return [one.words for one in page.line.findings]


def test_a_network_waits_for_its_sponsor(world: World, network: Network) -> None:
    assert "Will you sponsor “Four hours together”?" in titles(world.director)

    sponsor(network, world.director)

    network.refresh_from_db()
    assert (network.state, network.protected_hours) == ("sponsored", Decimal(12))
    assert titles(world.director) == []


def test_only_an_executive_sponsors(world: World, network: Network) -> None:
    with pytest.raises(services.NotTheirs):
        sponsor(network, world.manager)
    BoardMembership.objects.filter(person=world.director).update(seat="non_executive_director")
    with pytest.raises(services.Refused, match="An executive sponsors"):
        sponsor(network, world.director)
    BoardMembership.objects.filter(person=world.director).update(seat="executive_director")
    with pytest.raises(services.Refused, match="still to come"):
        sponsor(network, world.director, first_meets_on=TODAY - timedelta(days=1))


def test_it_is_active_once_it_meets_and_asleep_after_ninety_days(
    world: World, sponsored: Network, inside: Organisation
) -> None:
    meet(sponsored, world.sister, days=7)
    sponsored.refresh_from_db()
    assert sponsored.state == "active"

    networks.let_networks_rest(organisation=inside, now=NOON + timedelta(days=97))
    sponsored.refresh_from_db()
    assert sponsored.state == "active"
    networks.let_networks_rest(organisation=inside, now=NOON + timedelta(days=98))
    sponsored.refresh_from_db()
    assert sponsored.state == "dormant"

    meet(sponsored, world.sister, days=99)
    sponsored.refresh_from_db()
    assert sponsored.state == "active"


def test_a_meeting_is_noted_once_and_not_beforehand(world: World, sponsored: Network) -> None:
    meet(sponsored, world.sister)
    with pytest.raises(services.Refused, match="noted already"):
        meet(sponsored, world.sister)
    with pytest.raises(services.NotTheirs):
        meet(sponsored, world.nurse)
    with pytest.raises(services.Refused, match="not in the future"):
        networks.note_meeting(
            network=sponsored,
            held_on=SOON,
            words="",
            by=world.sister,
            standing=standing(world.sister),
            now=NOON,
        )


def test_nobody_meets_before_there_is_a_sponsor(world: World, network: Network) -> None:
    with pytest.raises(services.Refused, match="once it has a sponsor"):
        meet(network, world.sister)


def test_an_invited_person_joins_and_their_leader_sees_it(world: World, network: Network) -> None:
    surgeon = someone("Sue Surgeon", world.surgery, is_lead=True)
    member = invite(network, world.stranger, world.sister)
    assert "Will you join “Four hours together”?" in titles(world.stranger)
    assert "Can you spare Sol Stranger for “Four hours together”?" in titles(surgeon)

    turn(member, Turn.SPARE, surgeon)
    member = turn(member, Turn.JOIN, world.stranger, adds="Theatre lists a week ahead")

    assert (member.state, member.joined_on, member.spared_by) == ("in", TODAY, surgeon)
    assert member.adds == "Theatre lists a week ahead"
    assert titles(surgeon) == titles(world.stranger) == []


def test_one_of_us_can_help(world: World, network: Network) -> None:
    member = networking.offer_oneself(
        network=network, hours=FOUR, adds="", by=world.stranger, now=NOON
    )
    assert "Sol Stranger offers to help “Four hours together”" in titles(world.sister)
    with pytest.raises(services.NotTheirs):
        turn(member, Turn.JOIN, world.stranger)

    assert turn(member, Turn.JOIN, world.sister).state == "in"


def test_nobody_answers_for_another_and_a_no_says_why(world: World, network: Network) -> None:
    surgeon = someone("Sue Surgeon", world.surgery, is_lead=True)
    member = invite(network, world.stranger, world.sister)
    for person in (world.sister, surgeon, world.nurse):
        with pytest.raises(services.NotTheirs):
            turn(member, Turn.JOIN, person)
    with pytest.raises(services.NotTheirs):
        turn(member, Turn.SPARE, world.sister)
    with pytest.raises(services.Refused, match="Say why"):
        turn(member, Turn.NO, surgeon)

    member = turn(member, Turn.NO, surgeon, reason="We are two short")

    assert (member.state, member.left_on) == ("declined", TODAY)
    with pytest.raises(services.Refused, match="already answered"):
        turn(member, Turn.JOIN, world.stranger)


def test_somebody_who_said_no_may_be_asked_again_but_not_twice_at_once(
    world: World, network: Network
) -> None:
    member = invite(network, world.stranger, world.sister)
    with pytest.raises(services.Refused, match="already"):
        invite(network, world.stranger, world.sister)
    turn(member, Turn.NO, world.stranger)

    assert invite(network, world.stranger, world.sister).state == "invited"


def test_whoever_runs_it_counts_themselves_in(world: World, network: Network) -> None:
    member = invite(network, world.sister, world.sister)

    assert (member.state, member.spared_by) == ("in", world.sister)


def test_a_burden_is_told_before_and_after(world: World, network: Network) -> None:
    other = NetworkFactory.create(lead=world.manager)
    NetworkMemberFactory.create(
        network=other, person=world.stranger, unit=world.surgery, hours_a_month=6
    )
    ObjectiveFactory.create(unit=world.surgery, state="live")

    line = burden_line(unit_id=world.surgery.pk, unit="Surgery", hours=FOUR, network_id=network.pk)

    assert line.before == (
        "Surgery gives 6 hours a month to networks now, in 1 other network, and carries 1 agreed "
        "objective."
    )
    assert line.after == "With this it would give 10 hours a month."


def test_findings_appear_and_go(world: World, sponsored: Network) -> None:
    assert words_of(sponsored, world.nurse) == ["Nobody is in it yet."]
    first = invite(sponsored, world.nurse, world.sister)
    turn(first, Turn.JOIN, world.nurse)
    NetworkMember.objects.filter(pk=first.pk).update(staff_group="03")
    world.ward.kind = "team"
    world.ward.save()
    assert words_of(sponsored, world.nurse) == ["It rests on one person."]

    for number, (unit, group) in enumerate([(world.surgery, "01"), (world.medicine, "04")]):
        person = someone(f"P{number} Person", unit)
        member = turn(invite(sponsored, person, world.sister), Turn.JOIN, person)
        NetworkMember.objects.filter(pk=member.pk).update(staff_group=group)
    assert words_of(sponsored, world.nurse) == []
    assert words_of(sponsored, world.nurse, days=60) == ["It does not meet as it meant to."]


def test_a_draft_it_carries_is_not_told_to_those_who_may_not_see_it(
    world: World, network: Network
) -> None:
    draft = ObjectiveFactory.create(unit=world.ward, state="draft")
    NetworkObjectiveFactory.create(network=network, objective=draft)

    def seen(person: Person) -> int:
        return len(network_page(network, standing=standing(person), today=TODAY).carries)

    assert (seen(world.stranger), seen(world.sister)) == (0, 1)


def test_a_network_takes_an_objective_on_once(world: World, network: Network) -> None:
    objective = written(world.sister, world.ward, world.safe)
    by = standing(world.sister)
    networks.carry_objective(network=network, objective=objective, standing=by)
    with pytest.raises(services.Refused, match="already"):
        networks.carry_objective(network=network, objective=objective, standing=by)
    networks.stop_carrying(network=network, objective=objective, standing=by)

    assert network_page(network, standing=by, today=TODAY).carries == []


def test_a_closed_network_says_what_was_learnt_and_waits_for_nobody(
    world: World, network: Network
) -> None:
    invite(network, world.stranger, world.sister)
    by = standing(world.sister)
    with pytest.raises(services.Refused, match="what was learnt"):
        networks.close_network(network=network, learnt=" ", by=world.sister, standing=by, now=NOON)
    networks.close_network(
        network=network, learnt="Ask nights first", by=world.sister, standing=by, now=NOON
    )

    network.refresh_from_db()
    assert (network.state, network.learnt) == ("closed", "Ask nights first")
    assert titles(world.stranger) == []
    with pytest.raises(services.Refused, match="closed"):
        invite(network, world.nurse, world.sister)


def test_thanks_are_said_by_the_network(world: World, network: Network) -> None:
    member = turn(invite(network, world.nurse, world.sister), Turn.JOIN, world.nurse)
    with pytest.raises(services.NotTheirs):
        networking.recognise(member=member, words="Me", standing=standing(world.nurse))

    networking.recognise(member=member, words="The bed map", standing=standing(world.sister))

    member.refresh_from_db()
    assert member.recognition == "The bed map"


def test_words_saved_meanwhile_are_not_overwritten(world: World, network: Network) -> None:
    by = standing(world.sister)
    networks.word_network(network=network, edition=1, words=WORDS, standing=by)
    with pytest.raises(services.WordsChanged):
        networks.word_network(network=network, edition=1, words=WORDS, standing=by)


def test_the_register_is_kept_by_those_who_may(world: World, target: ImposedTarget) -> None:
    board = standing(world.director)
    words = TargetWords(
        code="RTT", title="Eighteen weeks", authority="NHS England", threshold="65%"
    )
    with pytest.raises(services.NotTheirs):
        targets.add_target(words=words, standing=standing(world.sister))
    made = targets.add_target(words=words, standing=board)
    with pytest.raises(services.Refused, match="short name"):
        targets.add_target(words=words, standing=board)
    targets.word_target(target=made, edition=1, words=words, standing=board)
    with pytest.raises(services.WordsChanged):
        targets.word_target(target=made, edition=1, words=words, standing=board)

    targets.retire_target(target=made, standing=board)
    assert [one.title for one in target_lines()] == [target.title]
    targets.put_back_target(target=made, standing=board)
    assert len(target_lines()) == 2


def test_a_target_nobody_carries_is_found(world: World, network: Network) -> None:
    alone = ImposedTargetFactory.create(title="Sixty-two days")

    assert [one.title for one in target_lines(state="nobody")] == [alone.title]
    carried = next(one for one in target_lines() if not one.is_uncarried)
    assert carried.networks == [(network.pk, "Four hours together")]


def test_the_list_is_narrowed_and_sorted(world: World, network: Network) -> None:
    other = NetworkFactory.create(
        name="Beds", priority=world.safe, target=None, state="closed", learnt="Much"
    )

    def found(**wanted: Any) -> list[str]:
        return [one.name for one in network_lines(wanted=Wanted(**wanted), today=TODAY)]

    assert found() == ["Four hours together"]
    assert found(state="closed") == [other.name]
    assert found(words="hours sam") == ["Four hours together"]
    assert found(words="nothing") == []
    assert found(priority="SAFE", state="closed") == ["Beds"]
    assert found(target=network.target_id) == ["Four hours together"]


def test_dormant_is_told_before_the_night_has_kept_it(world: World, sponsored: Network) -> None:
    NetworkMeetingFactory.create(network=sponsored, held_on=TODAY)

    lines = network_lines(wanted=Wanted(), today=SOON + timedelta(days=91))

    assert [one.state_code for one in lines] == ["dormant"]
    assert lines[0].rhythm.startswith("Not kept: last met 3 November 2026. Every 30 days")


def test_whoever_leaves_is_told_of_the_networks_they_lead(world: World, network: Network) -> None:
    assert holdings.networks_led_by(world.sister) == ["They lead or sponsor 1 network."]

    Network.objects.update(state="closed", learnt="Much")

    assert holdings.networks_led_by(world.sister) == []


def test_a_network_is_handed_over_to_one_of_its_people(world: World, network: Network) -> None:
    by = standing(world.sister)
    to_nurse = NetworkWords(name="Flow", purpose="The same", lead_id=world.nurse.pk)
    with pytest.raises(services.Refused, match="who is in the network"):
        networks.word_network(network=network, edition=1, words=to_nurse, standing=by)
    turn(invite(network, world.nurse, world.sister), Turn.JOIN, world.nurse)

    networks.word_network(network=network, edition=1, words=to_nurse, standing=by)

    network.refresh_from_db()
    assert network.lead == world.nurse
    with pytest.raises(services.NotTheirs):
        networks.word_network(network=network, edition=2, words=WORDS, standing=by)
