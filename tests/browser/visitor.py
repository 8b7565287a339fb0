"""Somebody at a browser, and what must hold of every page they come to."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, FilePayload, Locator, Page, Response, expect

from people.models import Account
from tests.factories.people import PASSWORD

AXE = Axe()
WCAG_22_AA = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"],
    "resultTypes": ["violations"],
}
MEANT = ("status of 409", "status of 422")  # Chromium calls every such answer an error
A_WORKER_TAKES = 60.0  # seconds at most
ASK_AGAIN = 500  # milliseconds
WATCH_POLICY = """
    window.refusedByPolicy = [];
    document.addEventListener("securitypolicyviolation", (event) =>
        window.refusedByPolicy.push(`${event.violatedDirective} refused ${event.blockedURI}`));
"""
TOO_WIDE = """() => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    if (over <= 0) return [];
    const clipped = (it) => { for (let up = it.parentElement; up; up = up.parentElement) {
        if (getComputedStyle(up).overflowX !== "visible") return true; } return false; };
    const sticks = [...document.querySelectorAll("body *")].filter((it) =>
        it.getBoundingClientRect().right > window.innerWidth + 1 && !clipped(it));
    return [`${over} px too wide: `
        + sticks.map((it) => it.outerHTML.slice(0, 120)).slice(0, 3).join(" | ")];
}"""


@dataclass
class Visitor:
    """Walks the site; `look` holds the page they are on to what every page promises."""

    page: Page
    site_url: str
    has_script: bool = True
    trouble: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.trouble.append(f"script: {error}"))
        self.page.on("response", self._answered)
        self.page.add_init_script(WATCH_POLICY)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not any(words in message.text for words in MEANT):
            self.trouble.append(f"console: {message.text} ({self.page.url})")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.trouble.append(f"{response.status}: {response.url}")

    def go(self, path: str) -> None:
        self.page.goto(f"{self.site_url}{path}")

    def sign_in(self, account: Account, *, password: str = PASSWORD) -> None:
        self.go("/accounts/login/")
        self.fill("Email address", account.email)
        self.fill("Password", password)
        self.press("Sign in")

    def follow(self, name: str, *, exact: bool = False) -> None:
        self.page.get_by_role("link", name=name, exact=exact).first.click()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).first.click()

    def open_menu(self, place: str) -> None:
        """A place in the menu, which a narrow window folds away behind a button."""
        menu = self.page.get_by_role("navigation", name="Menu")
        if self.has_script:
            self._wait_for_script()
        if not menu.get_by_role("link", name=place, exact=True).is_visible():
            menu.get_by_role("button", name="Browse More").click()
        menu.get_by_role("link", name=place, exact=True).click()

    def attach(self, label: str, file: FilePayload) -> None:
        """The script puts a button in the place of the browser's own; either asks for a file."""
        with self.page.expect_file_chooser() as asked:
            self.field(label).click()
        asked.value.set_files(file)

    def fill(self, label: str, words: str) -> None:
        self.field(label).fill(words)

    def field(self, label: str) -> Locator:
        optional = self.page.get_by_label(f"{label} (optional)", exact=True)
        return self.page.get_by_label(label, exact=True).or_(optional)

    def fill_date(self, legend: str, day: str, month: str, year: str) -> None:
        group = self.page.get_by_role("group", name=legend)
        for part, value in (("Day", day), ("Month", month), ("Year", year)):
            group.get_by_label(part).fill(value)

    def choose(self, label: str) -> None:
        """A radio; its own dot is drawn over it, so a person clicks the words."""
        self.page.get_by_label(label).check()

    def sees(self, heading: str) -> None:
        """Has come to a page with this heading, and to one that keeps its promises."""
        try:
            expect(self.page.get_by_role("heading", level=1)).to_contain_text(heading)
        except AssertionError as trouble:
            page = self.page.get_by_role("main").inner_text()
            raise AssertionError(f"{trouble}\n{self.page.url}\n{page}") from None
        self.look()

    def waits_for(self, heading: str) -> None:
        """A worker is at it: the page asks by itself or, without script, is opened again."""
        wanted = self.page.get_by_role("heading", level=1, name=heading)
        give_up_at = time.monotonic() + A_WORKER_TAKES
        while not self.has_script and not wanted.count() and time.monotonic() < give_up_at:
            self.page.wait_for_timeout(ASK_AGAIN)
            self.page.reload()
        expect(wanted).to_be_visible(timeout=A_WORKER_TAKES * 1000)
        self.look()

    def reads(self, words: str) -> None:
        expect(self.page.get_by_role("main")).to_contain_text(words)

    def look(self) -> None:
        """Accessible, no wider than the window, nothing in the console."""
        size = self.page.viewport_size
        where = f"{self.page.url} at {size['width'] if size else 0} px"
        expect(self.page.get_by_role("heading", level=1)).to_have_count(1)
        if self.has_script:
            self._wait_for_script()
            self.trouble += self._violations()
            self.trouble += self.page.evaluate("window.refusedByPolicy.splice(0)")
            self.trouble += self.page.evaluate(TOO_WIDE)
        assert not self.trouble, f"{where}: {self.trouble}"

    def _wait_for_script(self) -> None:
        expect(self.page.locator("body.js-enabled")).to_have_count(1)

    def _violations(self) -> list[str]:
        found: list[dict[str, Any]] = AXE.run(self.page, options=WCAG_22_AA).response["violations"]
        return [
            f"{one['id']}: {one['help']}: "
            + " | ".join(node["html"][:200] for node in one["nodes"])
            for one in found
        ]

    def has_focus(self, wanted: Locator) -> None:
        expect(wanted).to_be_focused()

    def saves(self, act: Callable[[], None]) -> bytes:
        """What a click has the browser save."""
        with self.page.expect_download() as coming:
            act()
        return coming.value.path().read_bytes()


NewVisitor = Callable[..., Visitor]
