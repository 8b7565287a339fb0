"""The steps from an organogram to a coverage report, as the people of a trust take them."""

from __future__ import annotations

import time
from pathlib import Path

from playwright.sync_api import FilePayload, expect

from people.imports.reading import read_table
from people.imports.table import Table
from people.models import Account, OrgUnit
from people.tenancy import acting_in
from tests.browser.visitor import A_WORKER_TAKES, ASK_AGAIN, Visitor
from tests.browser.world import World, lead

FILES = Path(__file__).parents[1] / "people" / "imports" / "files"
ORGANOGRAM = "saltmarsh-2024-09-30"
SAFE, FAIR = "Safe, kind care every time", "Fair outcomes for everyone"
THEATRES_FIRST = "Nobody waits in a corridor for theatres after March"
ACUTE_FIRST = "Avoidable harm in Acute is down by a fifth by March"


def import_an_organogram(administrator: Visitor) -> None:
    administrator.open_menu("Organisation")
    administrator.sees("Willowbrook Community Health")
    administrator.follow("Import", exact=True)
    administrator.sees("Import and export")
    administrator.follow("A published organogram")
    administrator.sees("Choose both files")
    administrator.attach("File of senior posts", _file("senior"))
    administrator.attach("File of junior posts", _file("junior"))
    administrator.press("Continue")
    administrator.waits_for("Check before you import")
    administrator.reads("Will be added")
    administrator.page.get_by_role("button", name="Import").click()
    administrator.waits_for("Imported")
    administrator.follow("Import and export")
    administrator.sees("Import and export")
    administrator.reads("Can be undone")


def _file(which: str) -> FilePayload:
    content = (FILES / f"{ORGANOGRAM}-{which}.csv").read_bytes()
    return {"name": f"{which}.csv", "mimeType": "text/csv", "buffer": content}


def leads_begin(world: World) -> tuple[Account, Account]:
    """Two of the units that came with the organogram get somebody who leads them."""
    with acting_in(world.organisation, cause="test"):
        acute = lead("Ami Acute", OrgUnit.objects.get(name="Acute"))
        theatres = lead("Theo Theatres", OrgUnit.objects.get(name="Theatres"))
    return world.account(acute), world.account(theatres)


def write_two_priorities(secretary: Visitor) -> None:
    secretary.open_menu("Strategy")
    secretary.sees("Strategy")
    secretary.press("Start drafting")
    secretary.sees("Start drafting")
    secretary.fill("What is the strategy called?", "Leading together")
    secretary.press("Start the draft")
    secretary.sees("Leading together")
    secretary.follow("Change title, years and vision")
    secretary.sees("Title, years and vision")
    secretary.fill_date("Start date", "1", "4", "2026")
    secretary.fill_date("End date", "31", "3", "2031")
    secretary.fill("Vision", "Care that people would choose for those they love")
    secretary.press("Save")
    for priority in (SAFE, FAIR):
        secretary.follow("Add a priority")
        secretary.sees("Add a priority")
        secretary.fill("Priority", priority)
        secretary.press("Add priority")
        secretary.sees("Leading together")


def put_them_in_force(secretary: Visitor) -> None:
    secretary.press("Record the Board's decision")
    secretary.sees("Record the Board's decision")
    secretary.fill_date("Date of the Board meeting", "1", "4", "2026")
    secretary.fill("What the Board decided", "The Board approved the strategy as written")
    for label, votes in (("For", "1"), ("Against", "0"), ("Abstained", "0")):
        secretary.fill(label, votes)
    secretary.press("Check what you entered")
    secretary.sees("Check before you record it")
    secretary.press("Record this decision")
    secretary.sees("Leading together")
    secretary.reads("In force since 1 April 2026")


def propose_at_once(writer: Visitor, *, title: str, serves: str) -> None:
    writer.open_menu("Objectives")
    writer.sees("Objectives")
    writer.press("Write an objective")
    writer.sees("Write an objective")
    _words(writer, title=title, serves=serves)
    writer.press("Propose it")
    writer.reads("Waiting")
    writer.sees(title)


def draft_then_propose(writer: Visitor, *, title: str, serves: str) -> None:
    writer.go("/willowbrook/objectives/write/")
    _words(writer, title=title, serves=serves)
    writer.press("Save as a draft")
    writer.reads("This is a draft")
    writer.sees(title)
    writer.press("Propose it")
    writer.sees("Propose this objective")
    writer.press("Propose it")
    writer.reads("Waiting")
    writer.sees(title)


def _words(writer: Visitor, *, title: str, serves: str) -> None:
    writer.fill("The objective, in one sentence", title)
    if writer.page.get_by_label("Whose objective is it?").count():
        writer.page.get_by_label("Whose objective is it?").select_option(label="Acute")
    writer.choose(serves)
    writer.page.get_by_text("Add more: why, a measure, a date").click()
    writer.fill("How will you see it is reached?", "Patients who wait longer than they should")
    writer.fill("Where it is now", "12")
    writer.fill("Where it should be", "0")
    writer.fill_date("To be reached by", "31", "3", "2027")


def accept_what_waits(answerer: Visitor, *, title: str) -> None:
    answerer.go("/willowbrook/")
    answerer.sees("For you")
    answerer.follow(title)
    answerer.sees(title)
    answerer.press("Yes, we accept it")
    answerer.reads("Agreed on")
    answerer.sees(title)


def say_what_is_expected(secretary: Visitor) -> None:
    """The Board wants the second priority of the part that has nothing for it."""
    secretary.open_menu("Objectives")
    secretary.follow("What the Board expects of each team")
    secretary.sees("What the Board expects")
    of_executive = secretary.page.get_by_role("combobox", name="Executive")
    for place in (0, 1):
        of_executive.nth(place).select_option(label="Required")
    secretary.press("Save what is expected")
    secretary.reads("Saved.")
    secretary.sees("What the Board expects")


def run_coverage(secretary: Visitor) -> None:
    secretary.open_menu("Coverage")
    secretary.sees("Who is working on what")
    secretary.press("Compute the figures")
    if secretary.has_script:
        expect(secretary.page.locator("#report-run")).to_be_visible()
        newest = secretary.page.get_by_role("link", name="Show the newest figures")
        newest.click(timeout=A_WORKER_TAKES * 1000)
    give_up_at = time.monotonic() + A_WORKER_TAKES
    while not secretary.page.get_by_role("table").count() and time.monotonic() < give_up_at:
        secretary.page.wait_for_timeout(ASK_AGAIN)
        secretary.page.reload()


def see_it(secretary: Visitor) -> None:
    """Two objectives reach the first priority, none the second: from the gap one can start one."""
    secretary.sees("Who is working on what")
    secretary.reads("As of")
    row = secretary.page.get_by_role("table").first.get_by_role("row", name="Executive")
    expect(row.get_by_role("cell").first).to_contain_text("2")
    row.get_by_role("link", name="gap").click()
    secretary.sees(FAIR)
    secretary.follow("Coverage", exact=True)
    secretary.follow("Alignment", exact=True)
    secretary.sees("How objectives reach the priorities")
    secretary.open_menu("Strategy")
    secretary.follow(f"How “{SAFE}” reaches teams")
    secretary.sees(SAFE)
    secretary.reads(THEATRES_FIRST)
    secretary.open_menu("Coverage")


def download_it(secretary: Visitor) -> tuple[Table, Table]:
    """The table of every unit, as XLSX and as CSV, read back."""
    name = "Download the table of every unit ({})"
    files = [
        secretary.saves(secretary.page.get_by_role("link", name=name.format(form)).click)
        for form in ("XLSX", "CSV")
    ]
    return (
        read_table(files[0], filename="units.xlsx"),
        read_table(files[1], filename="units.csv"),
    )
