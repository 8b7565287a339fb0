"""The first whole thing: from a real organisation to a coverage report."""

from __future__ import annotations

from functools import partial

import pytest

from tests.browser import story
from tests.browser.visitor import NewVisitor
from tests.browser.world import small_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_from_an_organogram_to_a_coverage_report(new_visitor: NewVisitor, width: int) -> None:
    the_whole_journey(partial(new_visitor, width=width))


def test_the_same_journey_works_without_javascript(new_visitor: NewVisitor) -> None:
    the_whole_journey(partial(new_visitor, javascript=False))


def the_whole_journey(come: NewVisitor) -> None:
    world = small_world()
    administrator, secretary, director = come(), come(), come()
    administrator.sign_in(world.account(world.administrator))
    secretary.sign_in(world.account(world.secretary))
    director.sign_in(world.account(world.director))

    story.import_an_organogram(administrator)
    story.write_two_priorities(secretary)
    story.put_them_in_force(secretary)

    acute, theatres = come(), come()
    leads_acute, leads_theatres = story.leads_begin(world)
    acute.sign_in(leads_acute)
    theatres.sign_in(leads_theatres)
    story.propose_at_once(acute, title=story.ACUTE_FIRST, serves=story.SAFE)
    story.accept_what_waits(director, title=story.ACUTE_FIRST)
    story.draft_then_propose(theatres, title=story.THEATRES_FIRST, serves=story.ACUTE_FIRST)
    story.accept_what_waits(acute, title=story.THEATRES_FIRST)

    story.say_what_is_expected(secretary)
    story.run_coverage(secretary)
    story.see_it(secretary)
    workbook, text = story.download_it(secretary)
    assert workbook.header == text.header
    assert text.header[-2:] == (story.SAFE, story.FAIR)
    assert [row.cells for row in workbook.rows] == [row.cells for row in text.rows]
    executive = next(row.cells for row in text.rows if "Executive" in row.cells)
    assert tuple(executive[-2:]) == ("2", "gap")
