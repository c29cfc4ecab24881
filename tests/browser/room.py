"""One browser page as a gespreksleider uses it: by the words on the screen."""

from __future__ import annotations

import re
import time

from playwright.sync_api import Locator, Page, expect

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

# At rest: nothing runs, nothing is stale, the connection is there, and that for a moment.
_IS_IDLE = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  const busy = !app || app.dataset.testScriptState !== 'notRunning'
    || app.dataset.testConnectionState !== 'CONNECTED'
    || document.querySelector('[data-testid="stAppSkeleton"], [data-testid="stSkeleton"]')
    || document.querySelector('[data-testid="stElementContainer"][data-stale="true"]');
  window.idleSince = busy ? 0 : window.idleSince || performance.now();
  return !busy && performance.now() - window.idleSince > 80;
}"""


class Room:
    """A page of the guide. Every move waits until the app is at rest again."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url
        self.complaints: list[str] = []
        self._pressed = 0.0
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self._listen(said.type, said.text, said.location))

    def _listen(self, kind: str, text: str, location: object) -> None:
        if kind == "error":
            self.complaints.append(f"{text} {location}")

    # Where the page is

    def visit(self, screen: str, session: str = "", more: str = "") -> None:
        """Type an address: this is what a deep link does."""
        address = f"{self.url}{PATHS.get(screen, screen)}"
        self.page.goto(address + (f"?sessie={session}{more}" if session else ""))
        self.idle()

    def idle(self) -> None:
        self.page.evaluate("() => { window.idleSince = 0; }")
        self.page.wait_for_function(_IS_IDLE, polling=25)

    def screen(self, title: str) -> None:
        """Go to another screen with the bar at the top."""
        self.click(title, self.page.locator(".st-key-top_bar"))
        self.page.wait_for_url(f"**{PATHS[title]}*")
        self.idle()

    @property
    def session_id(self) -> str:
        found = re.search(r"sessie=([^&]+)", self.page.url)
        assert found, self.page.url
        return found[1]

    # What stands on it

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    @property
    def question(self) -> Locator:
        """The one question in its fixed place."""
        return self.page.locator(".st-key-question").get_by_role("heading", level=1)

    @property
    def where(self) -> Locator:
        """Agenda item and step: different at every place of the conversation."""
        return self.page.locator(".st-key-question p").first

    @property
    def talk(self) -> Locator:
        return self.page.locator(".st-key-talk")

    @property
    def line(self) -> Locator:
        """The line to type in."""
        return self.page.get_by_test_id("stChatInputTextArea")

    def button(self, name: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=name, exact=True)

    def move(self, name: str) -> Locator:
        """A button in the row at the bottom; its shortcut is part of its name."""
        return self.page.locator(".st-key-moves").get_by_role("button", name=name)

    def form(self, words: str) -> Locator:
        """The form with these words in it."""
        return self.main.locator('[class*="st-key-kept-"]').filter(has_text=words)

    def field(self, label: str, within: Locator | None = None) -> Locator:
        return (within or self.main).get_by_label(label, exact=True)

    def row(self, name: str) -> Locator:
        """The answers of one perspective, or another choice of one out of several."""
        return self.main.get_by_role("radiogroup", name=name)

    def option(self, group: str, answer: str, within: Locator | None = None) -> Locator:
        rows = (within or self.main).get_by_role("radiogroup", name=group)
        return rows.get_by_text(re.compile(rf"(^|\W ){re.escape(answer)}$"))

    # What one does

    def click(self, name: str, within: Locator | None = None) -> None:
        self.button(name, within).click()
        self.idle()

    def choose(self, group: str, answer: str, within: Locator | None = None) -> None:
        """One of several answers that stand under these words."""
        self.option(group, answer, within).click()
        self.idle()

    def tick(self, name: str, within: Locator | None = None) -> None:
        """A pill or a check mark, by its own words."""
        (within or self.main).get_by_text(name, exact=True).click()
        self.idle()

    def fill(self, label: str, value: str, within: Locator | None = None) -> None:
        """Fill in a field and leave it, as one does with Tab."""
        box = self.field(label, within)
        box.fill(value)
        box.blur()
        self.idle()

    def select(self, label: str, value: str, within: Locator | None = None) -> None:
        """Choose from a list that folds out."""
        box = self.field(label, within)
        box.click()
        self.page.get_by_role("option", name=value).click()
        self.idle()

    def unfold(self, label: str | re.Pattern[str], within: Locator | None = None) -> Locator:
        """Open a fold when it is closed; gives the fold with what is in it."""
        title = self.page.locator("summary").filter(has_text=label)
        fold = (within or self.main).get_by_test_id("stExpander").filter(has=title).first
        if fold.locator("details").first.get_attribute("open") is None:
            fold.locator("summary").first.click()
            self.idle()
        return fold

    def say(self, text: str) -> None:
        """Type what the room says in the line at the bottom."""
        self.line.fill(text)
        self.line.press("Enter")
        expect(self.line).to_have_value("")
        self.idle()

    def note(self, text: str) -> None:
        """Type a note and see it in the talk."""
        self.say(text)
        expect(self.talk).to_contain_text(text.split(": ", 1)[-1])

    def forward(self) -> None:
        self._walk("Verder ›")

    def back(self) -> None:
        self._walk("‹ Terug")

    def jump(self, name: str) -> None:
        """Go to an agenda item, or to a step of the present one."""
        place = self.page.get_by_role("button", name=re.compile(rf"{re.escape(name)}( \(hier\))?$"))
        if not place.is_visible():
            self.move("Ga naar").click()
        place.click()
        self.idle()
        expect(place).to_be_hidden()  # what was chosen is not behind the list

    def _walk(self, name: str) -> None:
        # The guide takes two presses within half a second for one; a person is slower than that.
        early = self._pressed + BETWEEN_PRESSES - time.monotonic()
        self.page.wait_for_timeout(max(0.0, early) * 1000)
        before = self.where.inner_text()
        self.move(name).click()
        expect(self.where).not_to_have_text(before)
        self._pressed = time.monotonic()
        self.idle()

    def forward_to(self, question: str, most: int = 40) -> None:
        """Go on step by step until this question is asked."""
        for _ in range(most):
            if question in self.question.inner_text():
                return
            self.forward()
        raise AssertionError(f"the question {question!r} never came")
