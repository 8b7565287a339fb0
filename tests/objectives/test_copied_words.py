"""A contribution in its parent's words is not a contribution: said while typing, and after."""

from __future__ import annotations

from typing import Any

from pytest_django.asserts import assertContains, assertNotContains

from objectives.figures.lights import Connected, Shown, Worded, aligned, hints
from objectives.figures.lights.aligned import COPIED, OWN_WORDS
from objectives.figures.lights.light import Where
from objectives.models import Cycle
from objectives.queries.lights import lights_of
from people.addresses import address
from tests.factories import ContributionLinkFactory, ObjectiveFactory
from tests.objectives.signing_in import client_of
from tests.objectives.world import NOON, World

PARENT = "Harm from falls in Medicine is halved by March"
COPY = "By March, harm from falls in Medicine is halved"
OWN = "Every patient over 65 is helped to walk twice a day"


def test_copied_words_are_warned_of_without_a_change_of_the_path() -> None:
    light = aligned(Connected(reached=("Safe, kind care",), has_link=True, is_copied=True))

    assert (light.shown, light.verdict) == (Shown.YES, "Reaches the Board")
    assert light.reasons[-1] == COPIED
    assert light.mend == OWN_WORDS


def test_what_is_worse_than_copied_words_is_mended_first() -> None:
    light = aligned(Connected(has_link=True, is_copied=True))

    assert light.mend.where == Where.SERVE
    assert COPIED in light.reasons


def test_words_are_held_against_every_thing_served(world: World, cycle: Cycle) -> None:
    parent = ObjectiveFactory.create(unit=world.medicine, cycle=cycle, state="live", title=PARENT)
    made = {
        title: ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", title=title)
        for title in (COPY, OWN)
    }
    for child in made.values():
        ContributionLinkFactory.create(child=child, parent_objective=parent, state="accepted")
        ContributionLinkFactory.create(child=child, parent_priority=world.safe, state="accepted")
    ended = ObjectiveFactory.create(unit=world.ward, cycle=cycle, state="live", title=COPY)
    ContributionLinkFactory.create(child=ended, parent_objective=parent, state="ended")

    found = lights_of([*made.values(), ended], now=NOON)

    assert {title: COPIED in found[one.pk].aligned.reasons for title, one in made.items()} == {
        COPY: True,
        OWN: False,
    }
    assert COPIED not in found[ended.pk].aligned.reasons


def test_a_hint_says_so_while_somebody_types(world: World, cycle: Cycle) -> None:
    ObjectiveFactory.create(
        unit=world.medicine, cycle=cycle, state="live", title=PARENT, ref="MED-1"
    )
    hidden = ObjectiveFactory.create(
        unit=world.surgery, cycle=cycle, state="draft", title=PARENT, ref="SUR-1"
    )
    where, sister = address("objectives:hints"), client_of(world.sister)

    def typed(title: str, ref: str = "MED-1") -> Any:
        return sister.post(where, {"title": title, "serves": f"objective:{ref}"})

    assertContains(typed(COPY), "nearly the words of what it serves")
    assertNotContains(typed(OWN), "nearly the words")
    assertNotContains(typed(COPY, hidden.ref), "nearly the words")


def test_the_hint_comes_first_and_there_are_never_more_than_three() -> None:
    found = hints(Worded(title="Work towards robust care and safety and kindness"), serves="")
    copied = hints(Worded(title=COPY), serves=PARENT)

    assert len(found) == len(copied) == 3
    assert copied[0].startswith("These are nearly the words")
