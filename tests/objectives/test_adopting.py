from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from objectives import services
from objectives.models import ContributionLink, Objective
from objectives.queries.adopting import began_with_a_team, credit_of, may_take_up
from objectives.queries.waiting import all_waiting, reader_of
from objectives.services import adopting
from people.addresses import address
from people.models import OrgUnit, Person
from tests.factories import ClosingFactory, MeasureFactory, ObjectiveFactory
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import (
    FALLS,
    NOON,
    World,
    accepted,
    agreed,
    fresh,
    standing,
    words,
    written,
)


@pytest.fixture
def team(world: World) -> Objective:
    return fresh(agreed(world))


def adopt(team: Objective, unit: OrgUnit, by: Person) -> Objective:
    return adopting.adopt(objective=team, unit=unit, by=by, standing=standing(by), now=NOON)


def proposed(world: World, team: Objective) -> Objective:
    draft = adopt(team, world.medicine, world.manager)
    return services.propose(
        objective=draft, by=world.manager, standing=standing(world.manager), now=NOON
    )


def join(adopted: Objective, by: Person, *, is_joined: bool = True) -> ContributionLink:
    return adopting.join_what_it_became(
        adopted=adopted, is_joined=is_joined, by=by, standing=standing(by), now=NOON
    )


def titles(person: Person) -> list[str]:
    reader = reader_of(standing(person))
    return [one.title for one in all_waiting(reader=reader, now=NOON)]


def test_a_level_above_takes_up_the_words_and_the_credit_stays(
    world: World, team: Objective
) -> None:
    MeasureFactory.create(version=words(team), name="Falls a month", position=1)

    draft = adopt(team, world.medicine, world.manager)

    assert (draft.state, draft.unit, draft.adopted_from) == ("draft", world.medicine, team)
    assert words(draft).title == FALLS
    assert words(draft).measures.get().name == "Falls a month"
    assert ContributionLink.objects.get(child=draft).parent_priority == world.safe
    assert fresh(team).unit == world.ward  # nothing of the team's own changes
    with pytest.raises(services.Refused, match="already"):
        adopt(team, world.medicine, world.manager)


def test_only_who_leads_a_level_above_takes_it_up(world: World, team: Objective) -> None:
    for person, unit in (
        (world.sister, world.medicine),
        (world.nurse, world.medicine),
        (world.manager, world.surgery),
        (world.manager, world.ward),
        (world.director, world.medicine),
    ):
        with pytest.raises(services.NotTheirs):
            adopt(team, unit, person)
    assert [may_take_up(team, standing=standing(one)) for one in (world.manager, world.director)]
    assert not may_take_up(team, standing=standing(world.sister))


def test_only_what_both_sides_agreed_is_taken_up(world: World) -> None:
    talked = written(world.sister, world.ward, world.safe)

    with pytest.raises(services.Refused, match="agreed"):
        adopt(talked, world.medicine, world.manager)


def test_the_team_is_asked_only_once_it_is_proposed(world: World, team: Objective) -> None:
    asked = f"Medicine made “{FALLS}” its own"
    draft = adopt(team, world.medicine, world.manager)
    assert asked not in titles(world.sister)
    with pytest.raises(services.Refused, match="not waiting"):
        join(draft, world.sister)

    services.propose(objective=draft, by=world.manager, standing=standing(world.manager), now=NOON)

    assert asked in titles(world.sister)
    assert asked not in titles(world.manager)


def test_both_sides_say_that_the_teams_serves_what_was_made_of_it(
    world: World, team: Objective
) -> None:
    adopted = proposed(world, team)
    with pytest.raises(services.NotTheirs):
        join(adopted, world.nurse)

    link = join(adopted, world.sister)

    assert (link.child, link.parent_objective, link.state) == (team, adopted, "accepted")
    assert (link.proposed_by, link.answered_by) == (world.sister, world.manager)
    assert ContributionLink.objects.get(child=team, is_primary=True).parent_priority == world.safe
    assert not any("made" in one for one in titles(world.sister))
    with pytest.raises(services.Refused, match="already"):
        join(adopted, world.sister)


def test_a_team_may_keep_them_apart_and_keeps_the_credit(world: World, team: Objective) -> None:
    adopted = proposed(world, team)

    link = join(adopted, world.sister, is_joined=False)

    assert link.state == "declined"
    assert not any("made" in one for one in titles(world.sister))
    assert credit_of(fresh(adopted), standing=standing(world.nurse))[0].unit == "Ward 7"


def test_what_was_taken_up_is_agreed_like_any_other(world: World, team: Objective) -> None:
    adopted = proposed(world, team)
    assert fresh(adopted).state == "proposed"

    accepted(adopted, "parent_owner", world.director)

    assert fresh(adopted).state == "agreed"
    assert began_with_a_team(standing(world.nurse), cycle=team.cycle) == 1
    page = client_of(world.nurse).get(address("objectives:agreement"))
    assert "1 objective of a division or the Board began with a team." in page.text


def test_both_pages_say_where_it_began(world: World, team: Objective) -> None:
    draft = adopt(team, world.medicine, world.manager)
    client = client_of(world.sister)
    before = client.get(address("objectives:objective", team.pk)).text
    assert "It began here" not in before  # a draft is not theirs to see

    services.propose(objective=draft, by=world.manager, standing=standing(world.manager), now=NOON)

    assert "Medicine made this its own" in client.get(address("objectives:objective", team.pk)).text
    assert "Began with Ward 7" in client.get(address("objectives:objective", draft.pk)).text


def test_taking_up_and_joining_in_clicks(world: World, team: Objective) -> None:
    manager, sister = client_of(world.manager), client_of(world.sister)
    there = address("objectives:adopt", team.pk)
    assert there in manager.get(address("objectives:objective", team.pk)).text
    assert sister.get(there).status_code == 403

    assert manager.post(there, sent()).status_code == 422
    answer = manager.post(there, sent(unit=str(world.medicine.pk)))
    draft = Objective.objects.get(adopted_from=team)
    assert answer["Location"] == address("objectives:objective", draft.pk)
    services.propose(objective=draft, by=world.manager, standing=standing(world.manager), now=NOON)
    sister.post(address("objectives:join", draft.pk), sent(answer="yes"))

    assert ContributionLink.objects.get(child=team, parent_objective=draft).state == "accepted"


def test_credit_and_last_year_take_one_query(world: World, team: Objective) -> None:
    before = ObjectiveFactory.create(unit=world.ward, state="achieved")
    ClosingFactory.create(objective=before, carried_to=team)
    proposed(world, team)

    with CaptureQueriesContext(connection) as captured:
        found = credit_of(fresh(team), standing=standing(world.nurse))

    assert sorted(one.kind for one in found) == ["earlier", "taken"]
    asked = [one for one in captured.captured_queries if "UNION ALL" in one["sql"]]
    assert len(asked) == 1
