"""One browser page as a gespreksleider uses it: words on the screen, never the inside of the app."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Download, Locator, Page, expect

PATHS = {
    "Start": "/",
    "Voorbereiden": "/voorbereiden",
    "Gesprek": "/gesprek",
    "Groeipad": "/groeipad",
    "Verslag": "/verslag",
    "Naslag": "/naslag",
}
PATIENCE = 10_000
BETWEEN_PRESSES = 0.6
QUIET_MS = 150

_IS_IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = !app || app.dataset.testScriptState !== 'notRunning'
    || app.dataset.testConnectionState !== 'CONNECTED'
    || document.querySelector('[data-testid="stAppSkeleton"], [data-testid="stSkeleton"]')
    || document.querySelector('[data-testid="stElementContainer"][data-stale="true"]');
  if (busy) { window.idleSince = 0; return false; }
  window.idleSince = window.idleSince || performance.now();
  return performance.now() - window.idleSince > %d;
}""" % QUIET_MS


class Room:
    """A page of the guide. Every move waits until the app is at rest again."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self._pressed = 0.0
        page.set_default_timeout(PATIENCE)

    def visit(self, screen: str, session: str = "", more: str = "") -> None:
        address = f"{self.url}{PATHS.get(screen, screen)}"
        self.page.goto(address + (f"?sessie={session}{more}" if session else ""))
        self.idle()

    def idle(self) -> None:
        self.page.evaluate("() => { window.idleSince = 0; }")
        self.page.wait_for_function(_IS_IDLE, polling=25)

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def question(self) -> Locator:
        """The one question in its fixed place."""
        return self.page.locator(".st-key-question h1")

    @property
    def where(self) -> Locator:
        """Agenda item and step: different at every place of the conversation."""
        return self.page.locator(".st-key-question p").first

    @property
    def talk(self) -> Locator:
        return self.page.locator(".st-key-talk")

    @property
    def session_id(self) -> str:
        found = re.search(r"sessie=([^&]+)", self.page.url)
        assert found, self.page.url
        return found[1]

    def button(self, name: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=name, exact=True)

    def click(self, name: str, within: Locator | None = None) -> None:
        self.button(name, within).click()
        self.idle()

    def choose(self, group: str, option: str) -> None:
        """An option of a row of buttons, by the words above the row."""
        row = self.page.get_by_test_id("stButtonGroup").filter(
            has=self.page.get_by_text(group, exact=True)
        )
        row.get_by_role(re_role(row), name=option).click()
        self.idle()

    def pick(self, option: str, within: Locator | None = None) -> None:
        """A radio button or a pill, by its own words."""
        (within or self.main).get_by_test_id("stMarkdownContainer").get_by_text(
            option, exact=True
        ).first.click()
        self.idle()

    def field(self, label: str, within: Locator | None = None) -> Locator:
        return (within or self.main).get_by_label(label, exact=True)

    def fill(self, label: str, value: str, within: Locator | None = None) -> None:
        """Fill in a field and leave it, as one does with Tab."""
        box = self.field(label, within)
        box.fill(value)
        box.blur()
        self.idle()

    def open_fold(self, label: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        """Open a fold (expander) when it is closed; gives what is in it."""
        fold = (within or self.main).get_by_test_id("stExpander").filter(
            has=self.page.locator("summary").filter(has_text=label)
        )
        if fold.locator("details").get_attribute("open") is None:
            fold.locator("summary").click()
            self.idle()
        return fold

    def say(self, text: str) -> None:
        """Type what the room says in the line at the bottom."""
        line = self.page.get_by_test_id("stChatInputTextArea")
        line.fill(text)
        line.press("Enter")
        expect(line).to_have_value("")
        self.idle()

    def note(self, text: str) -> None:
        """Type a note and see it in the talk."""
        self.say(text)
        expect(self.talk).to_contain_text(text)

    def forward(self) -> None:
        self._move("Verder ›")

    def back(self) -> None:
        self._move("‹ Terug")

    def _move(self, name: str) -> None:
        # The guide takes two presses within half a second for one; a person is slower than that.
        self.page.wait_for_timeout(max(0, self._pressed + BETWEEN_PRESSES - time.monotonic()) * 1000)
        before = self.where.inner_text()
        self.move_button(name).click()
        expect(self.where).not_to_have_text(before)
        self._pressed = time.monotonic()
        self.idle()

    def move_button(self, name: str) -> Locator:
        """A button of the row at the bottom; its shortcut is part of its name."""
        return self.page.locator(".st-key-moves").get_by_role("button", name=name)

    def go_on_to(self, question: str, most: int = 60) -> None:
        """Go on step by step until this question is asked."""
        for _ in range(most):
            if question in self.question.inner_text():
                return
            self.forward()
        raise AssertionError(f"the question {question!r} never came")

    def screen(self, title: str) -> None:
        """Go to another screen with the bar at the top."""
        self.click(title, self.page.locator(".st-key-top_bar"))
        self.page.wait_for_url(f"**{PATHS[title]}*")

    @contextmanager
    def download(self, name: str) -> Iterator[list[Download]]:
        found: list[Download] = []
        with self.page.expect_download() as waiting:
            self.button(name).click()
        found.append(waiting.value)
        yield found
