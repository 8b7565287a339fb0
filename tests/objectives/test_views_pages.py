"""Home, the list, one objective, teams: what each person finds there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django.asserts import (
    assertContains,
    assertNotContains,
    assertRedirects,
    assertTemplateUsed,
)

from objectives import services
from objectives.models import Objective
from objectives.services import Words
from people.addresses import address
from people.models import Person
from tests.conftest import HTMX
from tests.factories import (
    AskedObjectiveFactory,
    ContributionLinkFactory,
    CycleFactory,
    ExpectedContributionFactory,
    MeasureFactory,
    ObjectiveFactory,
    OrgUnitFactory,
    RoleGrantFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import (
    NOON,
    World,
    accepted,
    agreed,
    standing,
    words,
    written,
)


@pytest.mark.parametrize(
    "name", ["home", "objectives", "write", "parents", "teams", "expectations"]
)
def test_signed_out_people_are_sent_to_client_of(client: Client, person: Person, name: str) -> None:
    url = address(f"objectives:{name}")

    response = client.get(url)

    assertRedirects(response, f"{reverse('account_login')}?next={url}")


def test_home_lists_what_waits_oldest_first(world: World) -> None:
    later = written(world.nurse, world.ward, world.safe, title="A later proposal of ours")
    earlier = written(
        world.nurse,
        world.ward,
        world.fair,
        title="An earlier proposal of ours",
        now=NOON - timedelta(days=3),
    )

    text = client_of(world.sister).get(address("objectives:home")).text

    assert text.index(words(earlier).title) < text.index(words(later).title)
    assert address("objectives:answer", earlier.pk) in text


def test_home_says_how_the_teams_work_reaches_the_board(world: World) -> None:
    agreed(world)

    response = client_of(world.nurse).get(address("objectives:home"))

    assertContains(response, "1 agreed objective serves 1 of the Board’s 2 priorities")
    assertContains(response, f"{address('objectives:objectives')}?priority=SAFE")


def test_home_of_somebody_new_gives_one_clear_next_step(world: World) -> None:
    response = client_of(world.stranger).get(address("objectives:home"))

    assertContains(response, "Nothing waits for you")
    assertContains(response, address("objectives:write"))


def test_home_of_an_administrator_leads_on_with_the_set_up(
    person: Person, signed_in: Client
) -> None:
    RoleGrantFactory.create(person=person, role="org_admin")

    response = signed_in.get(address("objectives:home"))

    assertContains(response, address("people:set_up_tasks"))


def test_home_lists_the_first_objectives_one_leads_and_leads_to_all(world: World) -> None:
    for number in range(11):
        written(world.sister, world.ward, world.safe, title=f"Our objective number {number}")

    client = client_of(world.sister)
    response = client.get(address("objectives:home"))

    assertContains(response, "All 11 objectives you lead")
    assertContains(client.get(address("objectives:objectives") + "?mine=on"), "11 objectives")


@pytest.fixture
def several(world: World) -> list[Objective]:
    CycleFactory.create(state="agreeing")
    return [
        ObjectiveFactory.create(unit=world.ward, title="Falls down by a fifth", state="live"),
        ObjectiveFactory.create(unit=world.surgery, title="Theatre starts on time", ref="SUR-9"),
        ObjectiveFactory.create(
            unit=world.medicine, title="Halve harm from falls", state="proposed"
        ),
        ObjectiveFactory.create(unit=world.ward, title="Was ours once", state="withdrawn"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Falls down by a fifth", "Halve harm from falls"}),
        ("q=falls", {"Falls down by a fifth", "Halve harm from falls"}),
        ("q=fifth+falls", {"Falls down by a fifth"}),
        ("state=live", {"Falls down by a fifth"}),
        ("state=withdrawn", {"Was ours once"}),
        ("state=nonsense", {"Falls down by a fifth", "Halve harm from falls"}),
        ("unit=MED", {"Falls down by a fifth", "Halve harm from falls"}),
        ("unit=W7", {"Falls down by a fifth"}),
        ("unit=NOWHERE", set()),
        ("priority=SAFE", {"Falls down by a fifth", "Halve harm from falls"}),
        ("priority=FAIR", set()),
        ("mine=on", {"Falls down by a fifth"}),
        ("q=theatre", set()),  # a draft of another team
        ("q=SUR-9", set()),
    ],
)
def test_the_list_is_narrowed_to_what_is_looked_for(
    world: World, several: list[Objective], query: str, found: set[str]
) -> None:
    ContributionLinkFactory.create(child=several[2], parent_priority=world.safe)
    ContributionLinkFactory.create(child=several[0], parent_objective=several[2])

    response = client_of(world.sister).get(f"{address('objectives:objectives')}?{query}")

    assert {line.title for line in response.context["page"].object_list} == found


def test_the_list_is_sorted_both_ways(world: World, several: list[Objective]) -> None:
    client = client_of(world.sister)

    def titles(sort: str) -> list[str]:
        page = client.get(f"{address('objectives:objectives')}?sort={sort}").context["page"]
        return [line.title for line in page.object_list]

    assert titles("title") == ["Falls down by a fifth", "Halve harm from falls"]
    assert titles("-title") == ["Halve harm from falls", "Falls down by a fifth"]


def test_htmx_gets_the_list_alone(world: World, several: list[Objective]) -> None:
    response = client_of(world.sister).get(address("objectives:objectives"), headers=HTMX)

    assertTemplateUsed(response, "objectives/_objectives.html")
    assert "<html" not in response.text
    assert "HX-Request" in response.headers["Vary"]


def test_a_hidden_parent_shows_as_nothing(world: World) -> None:
    """Ward 7's objective serves a draft of Surgery that Ward 7 does not see."""
    hidden = written(
        world.stranger, world.surgery, world.safe, title="Our secret draft", is_proposed=False
    )
    child = written(world.sister, world.ward, world.fair)
    ContributionLinkFactory.create(child=child, parent_objective=hidden, state="accepted")

    client = client_of(world.nurse)
    for url in (
        address("objectives:objective", child.pk),
        address("objectives:objectives"),
        address("objectives:home"),
        address("objectives:team", world.ward.pk),
        address("objectives:parents") + "?find=secret",
    ):
        assertNotContains(client.get(url), "secret draft")


def test_an_objective_page_shows_the_way_up_to_the_board(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe, title="Halve harm from falls")
    below = written(world.sister, world.ward, above)

    response = client_of(world.nurse).get(address("objectives:objective", below.pk))

    [steps] = response.context["page"].threads
    assert [step.title for step in steps] == ["Safe, kind care", "Halve harm from falls"]
    assertContains(response, "Waiting")
    assertContains(response, "Mo Manager")


def test_an_objective_page_shows_what_serves_it_and_what_changed(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe, title="Halve harm from falls")
    below = written(world.sister, world.ward, above)
    MeasureFactory.create(version=above.current, name="Falls", baseline=10, target="7.5")
    services.word_anew(
        objective=above,
        words=Words(title="Harm from falls down by half"),
        number=1,
        by=world.manager,
        standing=standing(world.manager),
        now=NOON,
    )

    page = client_of(world.nurse).get(address("objectives:objective", above.pk)).context["page"]

    assert [line.served.objective_id for line in page.links_down] == [below.pk]
    turns = {said.kind: said for said in page.conversation}
    assert [change.label for change in turns["reworded"].changes] == ["Objective", "Measure"]
    [words, measure] = [change.pieces for change in turns["reworded"].changes]
    assert "".join(p.words for p in words if p.kind != "new") == "Halve harm from falls"
    assert "".join(p.words for p in words if p.kind != "old") == "Harm from falls down by half"
    assert [(p.kind, p.words) for p in measure] == [("old", "Falls: up from 10 to 7.5")]
    assert turns["answered"].person == "Mo Manager"


def test_an_import_is_not_a_signature(world: World) -> None:
    objective = ObjectiveFactory.create(
        unit=world.ward, state="live", imported_by="Sam Sister", imported_at=NOON
    )

    response = client_of(world.nurse).get(address("objectives:objective", objective.pk))

    assertContains(response, "Agreed before this system")


@pytest.mark.parametrize(
    ("who", "sees"), [("sister", True), ("nurse", True), ("manager", True), ("stranger", False)]
)
def test_a_draft_is_seen_where_it_is_written(world: World, who: str, sees: bool) -> None:
    draft = written(world.sister, world.ward, world.safe, is_proposed=False)

    response = client_of(getattr(world, who)).get(address("objectives:objective", draft.pk))

    assert response.status_code == (200 if sees else 404)


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        ("sister", {"Change the words", "Withdraw this objective", "Add what else it serves"}),
        ("nurse", {"Change the words", "Withdraw this objective", "Add what else it serves"}),
        ("director", {"Another answer", "Change the words"}),
        ("stranger", set()),
    ],
)
def test_only_what_a_viewer_may_do_is_offered(world: World, who: str, offered: set[str]) -> None:
    objective = written(world.sister, world.ward, world.safe)
    acts = {
        "Another answer",
        "Change the words",
        "Withdraw this objective",
        "Add what else it serves",
    }

    text = client_of(getattr(world, who)).get(address("objectives:objective", objective.pk)).text

    assert {
        act for act in acts if f">{act}<" in text.replace("\n", "").replace("  ", "")
    } == offered


def test_a_team_page_shows_its_people_its_work_and_its_gaps(world: World) -> None:
    agreed(world)
    ExpectedContributionFactory.create(unit=world.ward, priority=world.fair)

    response = client_of(world.sister).get(address("objectives:team", world.ward.pk))

    assertContains(response, "2 people. Led by Sam Sister.")
    assertContains(response, "Priorities with no objective here yet")
    assertContains(response, "?unit=W7&amp;serves=priority:FAIR")
    assertNotContains(response, "serves=priority:SAFE")
    assertContains(response, "Expected")


def test_whoever_may_not_write_there_asks_the_lead(world: World) -> None:
    client, url = client_of(world.stranger), address("objectives:team", world.ward.pk)

    assertContains(client.get(url), address("objectives:ask", world.ward.pk, "FAIR"))

    AskedObjectiveFactory.create(unit=world.ward, priority=world.fair)
    response = client.get(url)
    assertNotContains(response, address("objectives:ask", world.ward.pk, "FAIR"))
    assertContains(response, "Asked on 2 May 2026")


def test_a_priority_not_expected_of_a_team_is_no_gap(world: World) -> None:
    ExpectedContributionFactory.create(
        unit=world.ward, priority=world.fair, expectation="not_expected"
    )

    page = client_of(world.sister).get(address("objectives:team", world.ward.pk)).context["page"]

    assert [gap.ref for gap in page.gaps] == ["SAFE"]


def test_what_a_unit_below_serves_is_no_gap_of_the_unit_above(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)
    written(world.sister, world.ward, above)

    client = client_of(world.nurse)
    gaps = [
        [gap.ref for gap in client.get(address("objectives:team", pk)).context["page"].gaps]
        for pk in (world.ward.pk, world.medicine.pk, world.surgery.pk)
    ]

    assert gaps == [["FAIR"], ["FAIR"], ["SAFE", "FAIR"]]


def test_a_team_works_with_those_it_shares_links_with(world: World) -> None:
    above = written(world.manager, world.medicine, world.safe)
    written(world.sister, world.ward, above)

    page = client_of(world.nurse).get(address("objectives:team", world.ward.pk)).context["page"]

    assert [(line.name, line.objectives) for line in page.works_with] == [("Medicine", 1)]


def test_teams_are_mine_first_then_those_a_search_finds(world: World) -> None:
    client = client_of(world.nurse)

    page = client.get(address("objectives:teams"))
    found = client.get(address("objectives:teams") + "?q=surg", headers=HTMX)

    assert [line.name for line in page.context["mine"]] == ["Ward 7"]
    assert len(page.context["page"].object_list) == 4
    assertTemplateUsed(found, "objectives/_teams.html")
    assert [line.name for line in found.context["page"].object_list] == ["Surgery"]


def test_a_team_that_is_not_there_is_missing(signed_in: Client) -> None:
    assert signed_in.get(address("objectives:team", 404)).status_code == 404


def test_pages_of_another_organisation_do_not_exist(world: World) -> None:
    objective = agreed(world)
    url = address("objectives:objective", objective.pk).replace("northvale", "elsewhere")

    assert client_of(world.sister).get(url).status_code == 404


def fill_lists(world: World, how_many: int) -> None:
    for number in range(how_many):
        objective = written(
            world.nurse, world.ward, world.safe, title=f"Our objective number {number}"
        )
        if number % 2:
            accepted(objective, "parent_owner", world.director)
        AskedObjectiveFactory.create(
            unit=OrgUnitFactory.create(parent=world.ward), priority=world.fair
        )


def queries_of(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


PAGES: list[tuple[str, Callable[[World], list[Any]], str]] = [
    ("home", lambda world: [], "sister"),
    ("home", lambda world: [], "director"),
    ("objectives", lambda world: [], "nurse"),
    ("teams", lambda world: [], "nurse"),
    ("team", lambda world: [world.ward.pk], "nurse"),
    ("team", lambda world: [world.medicine.pk], "manager"),
]


@pytest.mark.parametrize(("name", "ids", "who"), PAGES, ids=lambda v: v if v is str else None)
def test_a_page_costs_as_many_queries_for_much_as_for_little(
    world: World,
    name: str,
    ids: Callable[[World], list[Any]],
    who: str,
) -> None:
    client, url = client_of(getattr(world, who)), address(f"objectives:{name}", *ids(world))
    fill_lists(world, 1)
    client.get(url)
    little = queries_of(client, url)

    fill_lists(world, 9)

    assert queries_of(client, url) == little


def test_an_objectives_page_costs_as_many_queries_for_much_as_for_little(world: World) -> None:
    objective = agreed(world)
    client, url = client_of(world.sister), address("objectives:objective", objective.pk)

    def grow(times: int) -> None:
        for number in range(times):
            written(world.sister, world.ward, objective, title=f"Our objective number {number}")
            services.word_anew(
                objective=objective,
                words=Words(title=f"Falls down by {number} and {times} in a hundred"),
                number=words(objective).number,
                by=world.sister,
                standing=standing(world.sister),
                now=NOON,
            )
            ContributionLinkFactory.create(child=objective, state="declined", reason="No")

    grow(1)
    client.get(url)
    little = queries_of(client, url)
    grow(9)

    assert queries_of(client, url) == little


def test_those_who_may_export_take_the_objectives_away(
    world: World, several: list[Objective]
) -> None:
    RoleGrantFactory.create(person=world.stranger)  # organisational development
    url = address("people:export", "objectives", "csv")
    listing = address("objectives:objectives")

    assertContains(client_of(world.stranger).get(listing), url)
    assertNotContains(client_of(world.nurse).get(listing), url)
    assertContains(client_of(world.stranger).get(url), "Falls down by a fifth")


def test_several_ways_to_the_board_are_shown(world: World) -> None:
    objective = agreed(world)
    services.serve(
        child=objective,
        parent=world.fair,
        by=world.sister,
        standing=standing(world.sister),
        now=NOON,
    )

    response = client_of(world.nurse).get(address("objectives:objective", objective.pk))

    assertContains(response, "Other ways to the Board")
    threads = response.context["page"].threads
    assert [[step.title for step in steps] for steps in threads] == [
        ["Safe, kind care"],
        ["Fair outcomes"],
    ]
