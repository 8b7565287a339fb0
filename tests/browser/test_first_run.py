from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.browser import processes
from tests.browser.processes import Site
from tests.browser.visitor import NewVisitor

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def new_site(site: Site) -> Iterator[Site]:
    """A site of its own: one that has seen an account never asks again whether there is any."""
    with processes.web(site.folder, name="first-run") as fresh:
        yield fresh


def test_the_first_run_leads_from_the_code_on_the_console_to_the_first_steps(
    new_visitor: NewVisitor, new_site: Site, width: int
) -> None:
    visitor = new_visitor(width=width, url=new_site.url)
    visitor.go("/")
    visitor.sees("Set up Throughline")
    printed = re.search(r"with this code: (\S+)", new_site.said())
    assert printed is not None, new_site.said()

    visitor.fill("One-time code", "ABCD-EFGH")
    visitor.press("Set up")
    visitor.sees("Set up Throughline")
    visitor.reads("Enter the code as the console shows it")
    visitor.has_focus(visitor.page.locator(".nhsuk-error-summary"))

    visitor.fill("One-time code", printed[1].lower())
    visitor.fill("Name of your organisation", "Willowbrook Community Health")
    visitor.fill("Short name for addresses", "willowbrook")
    visitor.fill("Your name", "Ada Admin")
    visitor.fill("Your email address", "ada@example.org")
    visitor.fill("Choose a password", "a long enough password")
    visitor.press("Set up")
    visitor.sees("Set up Willowbrook Community Health")
    visitor.reads("Import the structure")

    visitor.go("/set-up/")
    visitor.trouble.clear()  # Chromium calls the page that is no longer there an error
    visitor.sees("Page not found")
