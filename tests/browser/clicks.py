"""A person's clicks, counted where they land: in the browser, from page to page."""

from __future__ import annotations

from tests.browser.visitor import Visitor

COUNT = """
    document.addEventListener("pointerdown", () =>
        sessionStorage.setItem("clicks", Number(sessionStorage.getItem("clicks")) + 1), true);
"""


class Clicks:
    """Counts from the moment it is made, on the pages that are opened from then on."""

    def __init__(self, visitor: Visitor) -> None:
        self.page = visitor.page
        if not self.page.evaluate("'clicks' in sessionStorage"):
            self.page.add_init_script(COUNT)  # once: two scripts would count each click twice
            self.page.reload()
        self.page.evaluate("sessionStorage.setItem('clicks', 0)")

    @property
    def made(self) -> int:
        return int(self.page.evaluate("Number(sessionStorage.getItem('clicks'))"))
