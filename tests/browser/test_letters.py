"""From a proposal to the letter that was read: a real relay, a real worker, a real post."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from datetime import time
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.utils import timezone

from config.processes import wait_for
from objectives import services
from objectives.services import Words
from people.models import Errand
from people.queries import standing_of
from people.tenancy import acting_in
from strategy.models import Priority
from tests.browser.processes import Site
from tests.browser.world import World, lead, small_world
from tests.factories import CycleFactory, LetterChoicesFactory, OrgUnitFactory
from tests.objectives.world import in_force

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PATIENCE = 30.0  # seconds; two cores may be busy


@pytest.fixture
def world(site: Site) -> World:
    """Whoever is asked takes letters at any hour: tests run at night too."""
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        LetterChoicesFactory.create(person=world.director, quiet_from=time(7), quiet_until=time(7))
        CycleFactory.create(state="agreeing")
        in_force(("SAFE", "Safe, kind care"))
    return world


def propose(world: World, title: str) -> None:
    with acting_in(world.organisation, cause="test"):
        ward = OrgUnitFactory.create(code="W7", name="Ward 7", kind="team", parent=world.root)
        sister = lead("Sam Sister", ward)
        services.write_objective(
            unit=ward,
            words=Words(title=title),
            serves=Priority.objects.get(),
            by=sister,
            standing=standing_of(sister),
            is_proposed=True,
            now=timezone.now(),
        )


def letters_in(folder: Path) -> list[EmailMessage]:
    found = [
        email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        for path in folder.glob("*.eml")
    ]
    return [one for one in found if isinstance(one, EmailMessage)]


def about(folder: Path, title: str) -> Callable[[], list[EmailMessage]]:
    return lambda: [one for one in letters_in(folder) if title in str(one.get_content())]


def errand_of(world: World) -> Errand:
    with acting_in(world.organisation, cause="test"):
        return Errand.objects.get(task="people.tasks.send_letter")


def test_a_proposal_reaches_whoever_must_answer_as_a_letter(site: Site, world: World) -> None:
    title = "Fewer falls on Ward 7"
    propose(world, title)

    arrived = about(site.folder / "letters", title)
    assert wait_for(lambda: bool(arrived()), PATIENCE)

    [letter] = arrived()
    assert letter["To"] == "dana@example.org"
    assert letter["Subject"] == "Someone is waiting for you"
    body = str(letter.get_content())
    assert "/willowbrook/objectives/" in body
    assert "You get this letter because somebody waits for you. Choose your letters:" in body
    assert wait_for(lambda: errand_of(world).state == "done", PATIENCE)


def test_mail_that_fails_first_arrives_later_and_once(site: Site, world: World) -> None:
    title = "Medicines given on time on Ward 7"
    folder, aside = site.folder / "letters", site.folder / "letters-aside"
    folder.mkdir(exist_ok=True)
    folder.rename(aside)
    folder.write_text("The post is closed")
    try:
        propose(world, title)
        assert wait_for(lambda: bool(errand_of(world).trouble), PATIENCE)
    finally:
        folder.unlink()
        aside.rename(folder)
    waiting = errand_of(world)
    assert (waiting.state, waiting.arguments["tries"]) == ("waiting", 1)
    assert waiting.due_at > timezone.now()

    with acting_in(world.organisation, cause="test"):
        Errand.objects.filter(pk=waiting.pk).update(due_at=timezone.now())  # two minutes later

    arrived = about(folder, title)
    assert wait_for(lambda: errand_of(world).state == "done", PATIENCE)
    assert len(arrived()) == 1
