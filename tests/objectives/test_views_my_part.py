"""My part on the home page and on a page of its own; asking where the way breaks."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from objectives.models import Cycle, Objective
from people.addresses import address
from people.models import Errand
from tests.objectives.signing_in import client_of, sent
from tests.objectives.world import World, accepted, agreed, written


def letters() -> list[Errand]:
    return list(Errand.objects.filter(key__startswith="mend-").order_by("pk"))


def test_my_part_is_on_the_home_page(world: World, cycle: Cycle) -> None:
    agreed(world)

    response = client_of(world.nurse).get(address("objectives:home"))

    assertContains(response, "Ward 7 has promised:")
    assertContains(response, "“Safe, kind care”")
    assertContains(response, address("objectives:my_part"))
    assertContains(response, "How your work reaches the Board")


def test_my_part_is_an_ordered_list_on_a_page_of_its_own(world: World, cycle: Cycle) -> None:
    agreed(world)

    response = client_of(world.nurse).get(address("objectives:my_part"))

    text = response.text
    assert text.index('<ol class="app-thread app-part">') < text.index("Ward 7 has promised:")
    assert text.index("Ward 7 has promised:") < text.index("what the Board puts first:")
    assertContains(response, "Print this page")


def test_another_promise_is_read_by_its_choice(world: World, cycle: Cycle) -> None:
    agreed(world)
    other = accepted(
        written(world.sister, world.ward, world.fair, title="Handover in half the time"),
        "parent_owner",
        world.director,
    )
    client, url = client_of(world.nurse), address("objectives:my_part")

    assertContains(client.get(url), f"?objective={other.pk}")
    chosen = client.get(f"{url}?objective={other.pk}")
    assertContains(chosen, "“Fair outcomes”")
    assertContains(client.get(f"{url}?objective=nonsense"), "“Safe, kind care”")


def test_a_broken_way_is_asked_about_with_one_tap_and_one_letter_a_day(
    world: World, cycle: Cycle
) -> None:
    above = written(world.manager, world.medicine, world.safe, title="Halve harm from falls")
    below = accepted(written(world.sister, world.ward, above), "parent_owner", world.manager)
    page = address("objectives:my_part")
    client = client_of(world.nurse)
    shown = client.get(page)
    assertContains(shown, "Here it breaks.")
    assertContains(shown, "Ask Dana Director")
    assertNotContains(shown, "Halve harm from falls")

    response = client.post(address("objectives:ask_to_mend"), sent(objective=below.pk))

    assertRedirects(response, f"{page}?objective={below.pk}", fetch_redirect_response=False)
    assertContains(client.get(page), "You asked Dana Director. They get a letter.")
    client_of(world.nurse).post(address("objectives:ask_to_mend"), sent())
    client_of(world.sister).post(address("objectives:ask_to_mend"), sent())
    [letter] = letters()
    assert letter.arguments["to"] == "dana@example.org"
    assert address("objectives:answer", above.pk) in letter.arguments["body"]
    assert timezone.localdate().isoformat() in letter.key


def test_whoever_it_waits_for_is_led_to_the_answer(world: World, cycle: Cycle) -> None:
    objective = agreed(world)
    objective.links_up.update(state="ended", is_primary=False)

    response = client_of(world.sister).get(address("objectives:my_part"))

    assertContains(response, "It waits for you.")
    assertContains(response, address("objectives:serve", objective.pk))
    assertNotContains(response, address("objectives:ask_to_mend"))


def test_a_team_with_no_objective_is_asked_for_one(world: World, cycle: Cycle) -> None:
    client = client_of(world.nurse)
    shown = client.get(address("objectives:my_part"))
    assertContains(shown, "It does not start yet.")
    assertContains(shown, address("objectives:team", world.ward.pk))

    client.post(address("objectives:ask_to_mend"), sent())

    [letter] = letters()
    assert letter.arguments["to"] == "sam@example.org"


def test_what_is_mended_meanwhile_is_not_asked_about(world: World, cycle: Cycle) -> None:
    agreed(world)
    client = client_of(world.nurse)

    client.post(address("objectives:ask_to_mend"), sent())

    assertContains(client.get(address("objectives:my_part")), "Nothing is broken there any more.")
    assert letters() == []


def test_the_page_says_how_long_it_has_waited(world: World, cycle: Cycle) -> None:
    written(world.sister, world.ward, world.safe, now=timezone.now() - timedelta(days=5))
    assert Objective.objects.get().state == "proposed"

    response = client_of(world.nurse).get(address("objectives:my_part"))

    assertContains(response, "It has waited 5 days for Dana Director.")
