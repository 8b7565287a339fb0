from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright

from tests.browser import processes
from tests.browser.processes import Site
from tests.browser.visitor import NewVisitor, Visitor

WIDE, NARROW = 1280, 375
HEIGHT = 900
PATIENCE = 15_000  # milliseconds; two cores may be busy


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium here: install it (Debian: apt install chromium)")
    # Playwright's calls run inside an event loop, where Django would not touch the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield browser
        connections.close_all()  # opened inside that loop, so closed inside it
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def running_site(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One site, one worker and one relay for every test of the run."""
    folder = tmp_path_factory.mktemp("site")
    processes.collect_static_files(folder)
    with (
        processes.web(folder) as site,
        processes.background(folder, url=site.url),
    ):
        yield site


@pytest.fixture
def site(running_site: Site, transactional_db: None) -> Iterator[Site]:
    """The site with empty tables; what it began is ended before they are emptied again."""
    yield running_site
    processes.wait_until_quiet()


@pytest.fixture
def new_visitor(chromium: Browser, site: Site) -> Iterator[NewVisitor]:
    """Makes people who come with a browser of their own, signed in as nobody."""
    with ExitStack() as contexts:

        def come(*, width: int = WIDE, javascript: bool = True, url: str = site.url) -> Visitor:
            context: BrowserContext = contexts.enter_context(
                chromium.new_context(
                    viewport={"width": width, "height": HEIGHT},
                    java_script_enabled=javascript,
                    locale="en-GB",
                    timezone_id="Europe/London",
                )
            )
            context.set_default_timeout(PATIENCE)
            return Visitor(page=context.new_page(), site_url=url, has_script=javascript)

        yield come


@pytest.fixture(params=[WIDE, NARROW])
def width(request: pytest.FixtureRequest) -> int:
    wanted: int = request.param
    return wanted


@pytest.fixture
def visitor(new_visitor: NewVisitor) -> Visitor:
    return new_visitor()
