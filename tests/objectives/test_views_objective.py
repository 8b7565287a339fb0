from __future__ import annotations

import pytest
from pytest_django.asserts import (
    assertContains,
    assertNotContains,
)

from objectives import services
from objectives.services import Words
from people.addresses import address
from tests.factories import (
    ContributionLinkFactory,
    MeasureFactory,
    ObjectiveFactory,
)
from tests.objectives.signing_in import client_of
from tests.objectives.world import (
    NOON,
    World,
    agreed,
    standing,
    written,
)


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
