from __future__ import annotations

from datetime import timedelta

import pytest

from objectives import services
from objectives.models import Agreement, Cycle, Objective
from objectives.services import NotTheirs, Refused, Words, WordsChanged
from people.models import BoardMembership, Person
from tests.factories import AgreementFactory, BoardMembershipFactory, PersonFactory
from tests.objectives.test_services_writing import letters_to, reword
from tests.objectives.world import (
    NOON,
    World,
    accepted,
    agreed,
    fresh,
    in_force,
    link_of,
    someone,
    standing,
    words,
    written,
)


def declined(objective: Objective, party: str, by: Person, note: str = "Too soon") -> Objective:
    return services.decline(
        objective=objective,
        party=party,
        number=words(objective).number,
        note=note,
        by=by,
        standing=standing(by),
        now=NOON,
    )


def test_agreed_when_both_sides_accepted_the_same_version(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    objective = accepted(objective, "parent_owner", world.director)

    assert (objective.state, objective.agreed_at) == ("agreed", NOON)
    assert link_of(objective).state == "accepted"


def test_agreed_is_live_at_once_in_a_live_year(world: World, cycle: Cycle) -> None:
    Cycle.objects.update(state=Cycle.State.LIVE)

    assert agreed(world).state == "live"


def test_one_acceptance_is_not_an_agreement(world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe)

    assert accepted(objective, "parent_owner", world.director).state == "proposed"


def test_acceptances_of_different_words_are_not_an_agreement(world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe)
    accepted(objective, "parent_owner", world.director)
    reword(objective, Words(title="Falls down by half"), world.sister)

    assert fresh(objective).state == "proposed"


def test_older_words_cannot_be_accepted(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    reword(objective, Words(title="Falls down by half"), world.sister)

    with pytest.raises(WordsChanged):
        services.accept(
            objective=objective,
            party="parent_owner",
            number=1,
            by=world.director,
            standing=standing(world.director),
            now=NOON,
        )


@pytest.mark.parametrize(
    ("party", "who", "may"),
    [
        ("owner", "sister", True),
        ("owner", "manager", True),  # leads the unit above
        ("owner", "nurse", False),
        ("owner", "director", False),
        ("owner", "stranger", False),
        ("parent_owner", "director", True),
        ("parent_owner", "sister", False),
        ("parent_owner", "manager", False),
        ("parent_owner", "stranger", False),
    ],
)
def test_who_may_answer_for_a_side(world: World, party: str, who: str, may: bool) -> None:
    objective = written(world.nurse, world.ward, world.safe)
    person: Person = getattr(world, who)

    if may:
        accepted(objective, party, person)
        assert Agreement.objects.get().party == party
    else:
        with pytest.raises(NotTheirs):
            accepted(objective, party, person)


def test_the_lead_of_the_unit_it_serves_answers_for_the_other_side(world: World) -> None:
    parent = written(world.manager, world.medicine, world.safe)
    objective = written(world.sister, world.ward, parent)

    assert accepted(objective, "parent_owner", world.manager).state == "agreed"
    with pytest.raises(NotTheirs):
        accepted(parent, "parent_owner", world.manager)


def test_the_answerable_person_answers_for_the_owner(world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe)
    reword(objective, Words(title="Falls", answerable=world.stranger), world.nurse)

    accepted(objective, "owner", world.stranger)

    assert Agreement.objects.get().person == world.stranger


def test_a_sponsor_answers_for_their_priority_and_is_asked_alone(world: World) -> None:
    world.safe.wordings.get().version.strategy.versions.update(state="superseded")
    sponsor = someone("Ines Sponsor", world.surgery)
    [kind] = in_force(("KIND", "Kind to staff"), sponsor=sponsor)

    objective = written(world.sister, world.ward, kind)

    assert len(letters_to("ines@example.org")) == 1
    assert letters_to("dana@example.org") == []
    assert accepted(objective, "parent_owner", sponsor).state == "agreed"


def test_nobody_answers_for_both_sides(world: World) -> None:
    parent = written(world.manager, world.medicine, world.safe)
    objective = written(world.nurse, world.ward, parent)
    accepted(objective, "owner", world.manager)
    someone("Max Manager", world.medicine, is_lead=True)

    with pytest.raises(Refused, match="Somebody else must answer"):
        accepted(objective, "parent_owner", world.manager)


def test_whoever_is_alone_may_answer_for_both_sides(world: World) -> None:
    BoardMembership.objects.exclude(person=world.director).delete()
    objective = written(world.director, world.board, world.safe)

    assert accepted(objective, "parent_owner", world.director).state == "agreed"


def test_a_second_board_member_must_answer_where_there_is_one(world: World) -> None:
    BoardMembershipFactory.create(person=PersonFactory.create())
    objective = written(world.director, world.board, world.safe)

    with pytest.raises(Refused, match="Somebody else must answer"):
        accepted(objective, "parent_owner", world.director)


def test_a_side_accepts_the_same_words_once(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    with pytest.raises(Refused, match="already accepted"):
        accepted(objective, "owner", world.sister)


def test_a_decline_opens_a_talk_and_asks_the_other_side_for_words(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    objective = declined(objective, "parent_owner", world.director)

    assert objective.state == "in_catchball"
    assert Agreement.objects.get(response="decline").note == "Too soon"
    assert len(letters_to("sam@example.org")) == 1


def test_a_decline_says_why(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    with pytest.raises(Refused, match="Say why"):
        declined(objective, "parent_owner", world.director, note="  ")


def test_a_side_that_declined_may_accept_after_all(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    declined(objective, "parent_owner", world.director)

    assert accepted(objective, "parent_owner", world.director).state == "agreed"


def test_new_words_after_a_decline_are_proposed_again(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    declined(objective, "parent_owner", world.director)

    assert reword(objective, Words(title="Falls down"), world.sister).state == "proposed"


@pytest.mark.parametrize("state", ["draft", "agreed", "live", "withdrawn", "achieved"])
def test_only_what_is_proposed_is_answered(world: World, state: str) -> None:
    objective = written(world.sister, world.ward, world.safe)
    Objective.objects.filter(pk=objective.pk).update(state=state)

    with pytest.raises(Refused, match="not waiting"):
        accepted(objective, "parent_owner", world.director)
    with pytest.raises(Refused, match="not waiting"):
        declined(objective, "parent_owner", world.director)


def test_an_answer_from_an_old_talk_does_not_count_for_new_words(world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe)
    AgreementFactory.create(version=objective.current, party="owner", person=world.sister)
    reword(objective, Words(title="Falls down by half"), world.nurse)

    assert accepted(objective, "parent_owner", world.director).state == "proposed"


def test_a_reason_to_stand_alone_is_accepted_with_the_words(world: World) -> None:
    objective = written(world.sister, world.ward, None, local_reason="Our patients asked")

    objective = accepted(objective, "parent_owner", world.manager)

    assert (objective.state, fresh(objective).is_local_reason_accepted) == ("agreed", True)


def test_links_accepted_before_the_new_words_go_stale_when_these_are_agreed(world: World) -> None:
    parent = agreed_parent(world)
    child = written(world.sister, world.ward, parent)
    accepted(child, "parent_owner", world.manager)
    later = NOON + timedelta(days=1)
    services.word_anew(
        objective=parent,
        words=Words(title="Harm down by half"),
        number=1,
        by=world.manager,
        standing=standing(world.manager),
        now=later,
    )
    assert link_of(child).state == "accepted"

    accepted(parent, "parent_owner", world.director, now=later)

    link = link_of(child)
    assert (link.state, link.stale_since) == ("stale", later)
    assert link_of(parent).state == "accepted"


def agreed_parent(world: World) -> Objective:
    parent = written(world.manager, world.medicine, world.safe)
    return accepted(parent, "parent_owner", world.director)
