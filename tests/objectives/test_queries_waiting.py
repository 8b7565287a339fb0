from __future__ import annotations

from datetime import timedelta

import pytest

from objectives import services
from objectives.models import ContributionLink, Objective
from objectives.queries.waiting import Waiting, reader_of, waiting_for
from objectives.services import Words
from people.models import Person
from tests.factories import AskedObjectiveFactory, ContributionLinkFactory, ObjectiveFactory
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


def titles(person: Person) -> list[str]:
    return [one.title for one in what_waits(person)]


def what_waits(person: Person) -> list[Waiting]:
    return waiting_for(reader_of(standing(person)))


def declined(objective: Objective, party: str, by: Person) -> None:
    services.decline(
        objective=objective,
        party=party,
        number=words(objective).number,
        note="Too soon",
        by=by,
        standing=standing(by),
        now=NOON + timedelta(days=1),
    )


def test_a_proposal_waits_for_the_side_it_serves_alone(world: World) -> None:
    written(world.sister, world.ward, world.safe)

    assert titles(world.director) == ["Answer “Falls with harm down by a fifth”"]
    for other in (world.sister, world.nurse, world.manager, world.stranger):
        assert titles(other) == []


def test_a_members_proposal_waits_for_both_sides(world: World) -> None:
    written(world.nurse, world.ward, world.safe)

    assert len(titles(world.sister)) == len(titles(world.director)) == 1
    assert titles(world.manager) == []


def test_an_answered_proposal_waits_no_more(world: World) -> None:
    agreed(world)

    assert titles(world.director) == titles(world.sister) == []


def test_the_answerable_person_is_asked_too(world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe)
    services.word_anew(
        objective=objective,
        words=Words(title="Falls down by half", answerable=world.stranger),
        number=1,
        by=world.nurse,
        standing=standing(world.nurse),
        now=NOON,
    )

    assert titles(world.stranger) == ["Answer “Falls down by half”"]


def test_a_no_waits_for_new_words_from_the_other_side(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)

    declined(objective, "parent_owner", world.director)

    [step] = what_waits(world.sister)
    assert step.title == "Find new words for “Falls with harm down by a fifth”"
    assert step.hint == "The Board said no: Too soon"
    assert step.since == NOON + timedelta(days=1)
    assert titles(world.director) == []


def test_a_no_of_the_owner_waits_for_the_side_it_serves(world: World) -> None:
    objective = written(world.nurse, world.ward, world.safe)

    declined(objective, "owner", world.sister)

    assert titles(world.director) == ["Find new words for “Falls with harm down by a fifth”"]


def test_new_words_wait_for_an_answer_again(world: World) -> None:
    objective = agreed(world)
    services.word_anew(
        objective=objective,
        words=Words(title="Falls down by half"),
        number=1,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON + timedelta(days=2),
    )

    [step] = what_waits(world.director)
    assert (step.title, step.since) == ("Answer “Falls down by half”", NOON + timedelta(days=2))


def test_a_main_link_is_answered_with_the_words(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)
    written(world.sister, world.ward, above)

    assert len(titles(world.manager)) == 1


def test_any_other_link_waits_on_its_own(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe, title="Halve harm from falls")
    ContributionLinkFactory.create(child=agreed(world), parent_objective=above, proposed_at=NOON)

    assert titles(world.manager) == [
        "Does “Falls with harm down by a fifth” serve “Halve harm from falls”?"
    ]


def test_a_stale_link_waits_to_be_looked_at_again(world: World) -> None:
    link = link_of(agreed(world))
    link.state, link.stale_since = ContributionLink.State.STALE, NOON
    link.save()

    [step] = what_waits(world.director)
    assert "still serve “Safe, kind care”?" in step.title


def test_a_link_of_a_draft_waits_for_nobody(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)
    draft = written(world.sister, world.ward, above, is_proposed=False)

    assert titles(world.manager) == []
    assert titles(world.sister) == [f"Finish your draft “{words(draft).title}”"]


def test_a_new_main_link_waits_for_its_side_once_the_words_are_accepted(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe, title="Halve harm from falls")
    child = written(world.nurse, world.ward, above)
    accepted(child, "parent_owner", world.manager)
    services.end_link(
        link=ContributionLink.objects.get(child=child),
        reason="It moved",
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )
    services.serve(
        child=fresh(child),
        parent=world.fair,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )

    assert "Does “Falls with harm down by a fifth” serve “Fair outcomes”?" in titles(world.director)


def test_a_draft_waits_for_its_writer_and_the_lead(world: World) -> None:
    written(world.nurse, world.ward, world.safe, is_proposed=False)

    assert len(titles(world.nurse)) == len(titles(world.sister)) == 1
    assert titles(world.manager) == titles(world.stranger) == []


def test_what_serves_nothing_any_more_waits_for_its_owner(world: World) -> None:
    objective = written(world.sister, world.ward, world.safe)
    services.answer_link(
        link=link_of(objective),
        is_accepted=False,
        reason="Not ours",
        by=world.director,
        standing=standing(world.director),
        now=NOON,
    )

    assert titles(world.sister) == ["Say what “Falls with harm down by a fifth” serves"]


def test_what_was_asked_for_waits_for_the_lead(world: World) -> None:
    AskedObjectiveFactory.create(unit=world.ward, priority=world.fair, asked_by=world.director)

    [step] = what_waits(world.sister)
    assert step.title == "Start an objective for “Fair outcomes”"
    assert step.hint == "Dana Director asks Ward 7."
    assert titles(world.manager) == titles(world.nurse) == []


def test_a_reason_to_stand_alone_waits_for_the_unit_above(world: World) -> None:
    ObjectiveFactory.create(unit=world.ward, state="live", local_reason="Patients asked")

    assert [title.split(" ")[0] for title in titles(world.manager)] == ["May"]
    assert titles(world.sister) == []


def test_a_wish_to_withdraw_waits_for_the_other_side(world: World) -> None:
    services.withdraw(
        objective=agreed(world),
        reason="The ward closes",
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )

    assert titles(world.director) == ["Withdraw “Falls with harm down by a fifth”?"]
    assert titles(world.sister) == []


def test_a_sponsored_priority_waits_for_its_sponsor_alone(world: World) -> None:
    world.safe.wordings.get().version.strategy.versions.update(state="superseded")
    sponsor = someone("Ines Sponsor", world.surgery)
    [kind] = in_force(("KIND", "Kind to staff"), sponsor=sponsor)
    written(world.sister, world.ward, kind)

    assert len(titles(sponsor)) == 1
    assert titles(world.director) == []


def test_who_leads_both_units_accepts_for_one_and_the_next_above_answers_for_the_other(
    world: World,
) -> None:
    """Mo leads Medicine and, alone, Ward 7; Zoe leads the board's own unit."""
    world.sister.assignments.update(is_lead=False)
    above = someone("Zoe Zenith", world.board, is_lead=True)
    parent = written(world.manager, world.medicine, world.safe)
    accepted(parent, "parent_owner", above)
    written(world.manager, world.ward, parent)

    assert titles(world.manager) == []
    assert titles(above) == ["Answer “Falls with harm down by a fifth”"]


@pytest.mark.parametrize("who", ["director", "sister", "nurse", "stranger"])
def test_with_nothing_to_do_nothing_waits(world: World, who: str) -> None:
    assert titles(getattr(world, who)) == []
