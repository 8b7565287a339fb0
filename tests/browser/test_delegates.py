"""A ward sister goes on leave, a nurse answers for her, and each chooses their letters."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from objectives import services
from objectives.models import Objective
from objectives.services import Words
from people.models import Person
from people.queries import standing_of
from people.tenancy import acting_in
from tests.browser.visitor import NewVisitor
from tests.browser.world import World, lead, small_world, someone
from tests.factories import AssignmentFactory, CycleFactory, OrgUnitFactory
from tests.objectives.world import in_force

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def ward_with_a_question() -> tuple[World, Person, Person, Objective]:
    """The nurse has put words forward; the sister must answer for the ward."""
    world = small_world()
    with acting_in(world.organisation, cause="test"):
        CycleFactory.create(state="agreeing")
        [safe] = in_force(("SAFE", "Safe, kind care"))
        ward = OrgUnitFactory.create(code="W7", name="Ward 7", kind="team", parent=world.root)
        sister, nurse = lead("Sam Sister", ward), someone("Nia Nurse")
        AssignmentFactory.create(person=nurse, unit=ward)
        objective = services.write_objective(
            unit=ward,
            words=Words(title="Falls with harm down by a fifth"),
            serves=safe,
            by=nurse,
            standing=standing_of(nurse),
            is_proposed=True,
            now=timezone.now(),
        )
    return world, sister, nurse, objective


def test_a_nurse_answers_while_the_sister_is_away(new_visitor: NewVisitor, width: int) -> None:
    world, sister, nurse, objective = ward_with_a_question()
    away = new_visitor(width=width)
    away.sign_in(world.account(sister))
    away.go("/willowbrook/delegates/")
    away.sees("Answering for each other")
    away.follow("Name somebody to answer for Ward 7")
    away.sees("Name somebody to answer in your place")
    away.fill("Who answers in your place?", "Nia Nurse")
    last = timezone.localdate() + timedelta(days=14)
    away.fill_date("Last day", str(last.day), str(last.month), str(last.year))
    away.press("Name them")
    away.sees("Answering for each other")
    away.reads("They are told, and what waits for you there will wait for them too.")

    here = new_visitor(width=width)
    here.sign_in(world.account(nurse))
    here.follow("Answer “Falls with harm down by a fifth”")
    here.go(f"/willowbrook/objectives/{objective.pk}/")
    here.reads("It waits for your answer in the place of Sam Sister")
    here.press("Yes, we accept it")
    here.sees("Falls with harm down by a fifth")
    here.reads("Nia Nurse for Sam Sister")

    away.press("End it (Nia Nurse for Sam Sister)")
    away.sees("Answering for each other")
    away.reads("It has ended. What was answered stays.")


def test_each_chooses_their_letters(new_visitor: NewVisitor, width: int) -> None:
    world, _, nurse, _ = ward_with_a_question()
    visitor = new_visitor(width=width)
    visitor.sign_in(world.account(nurse))
    visitor.go("/accounts/")
    visitor.sees("Your account")
    visitor.follow("Change when letters come")
    visitor.sees("Letters")
    visitor.fill("Quiet hours begin", "late")
    visitor.press("Save")
    visitor.sees("Letters")
    visitor.reads("Enter a time, like 19:00")
    visitor.fill("Quiet hours begin", "09:00")
    visitor.fill("Quiet hours end", "17:00")
    visitor.choose("Tell me in my digest")
    visitor.press("Save")
    visitor.reads("Saved. Your letters come as you chose.")


def test_an_administrator_sees_whom_letters_do_not_reach(
    new_visitor: NewVisitor, width: int
) -> None:
    world, sister, *_ = ward_with_a_question()
    with acting_in(world.organisation, cause="test"):
        Person.objects.filter(pk=sister.pk).update(account=None)
    visitor = new_visitor(width=width)
    visitor.sign_in(world.account(world.administrator))
    visitor.go("/willowbrook/organisation/")
    visitor.follow("Whom letters do not reach")
    visitor.sees("Whom letters do not reach")
    visitor.reads("Cannot sign in yet")
    visitor.press("Invite Sam Sister")
    visitor.reads("An invitation is on its way to sam@example.org.")
