"""A real Chromium, the app as a process of its own, and the rule that nobody else is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from guide.sessions import Sessions
from tests.browser.room import Room
from tests.browser.server import Server
from tests.readers import needs, path_of

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-extensions",
    "--hide-scrollbars",
    # Nothing but this machine has an address: a request elsewhere is seen, and goes nowhere.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
HERE = {"127.0.0.1", "localhost", ""}
DESKTOP = {"width": 1920, "height": 1080}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(needs("chromium"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path_of("chromium"), args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the tests of a file; each test makes sessions of its own."""
    yield from _running(tmp_path_factory.mktemp("server"))


@pytest.fixture
def own_server(tmp_path: Path) -> Iterator[Server]:
    """A server for one test, which may kill it."""
    yield from _running(tmp_path)


def _running(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def sessions(server: Server) -> Iterator[Sessions]:
    """What is really stored, read beside the server."""
    opened = server.sessions()
    yield opened
    opened.store.close()


@pytest.fixture
def outside(browser: Browser) -> Iterator[list[str]]:
    """Every address on another machine that a page asked for; one is a failure."""
    asked: list[str] = []
    yield asked
    assert asked == [], "the app called another host"


@pytest.fixture
def new_context(browser: Browser, outside: list[str]) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a device: Dutch, at a Dutch time, calling nobody."""
    made: list[BrowserContext] = []

    def make(**options: object) -> BrowserContext:
        settings = {
            "viewport": DESKTOP,
            "locale": "nl-NL",
            "timezone_id": "Europe/Amsterdam",
            **options,
        }
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        context.on("request", lambda request: _note(outside, request.url))
        context.on("page", lambda page: page.on("websocket", lambda s: _note(outside, s.url)))
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


def _note(outside: list[str], address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme in ("http", "https", "ws", "wss") and (parts.hostname or "") not in HERE:
        outside.append(address)


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context().new_page()


@pytest.fixture
def room(page: Page, server: Server) -> Room:
    """The gespreksleider's page."""
    return Room(page, server.url)
