"""A phone in the room, by the words on it; and what must hold for every screen of the room."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.readers import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
# Only what is wrong: an id, and the piece of the page it is about.
_RUN_AXE = """async (source) => {
  if (!window.axe) (0, eval)(source);
  const found = await axe.run(document);
  return found.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.html.slice(0, 120)}`));
}"""


def joined(page: Page, address: str, code: str, perspective: str) -> Page:
    """Somebody scans the QR code and takes part."""
    page.goto(f"{address}/mee?code={code}")
    page.get_by_role("radio", name=perspective).check()
    page.get_by_role("button", name="Doe mee").click()
    expect(page.get_by_text("U hoeft nu niets in te vullen")).to_be_visible()
    return page


def sound(page: Page) -> None:
    """Nothing that axe finds, nothing that has to be scrolled sideways."""
    if AXE.exists():
        assert page.evaluate(_RUN_AXE, AXE.read_text(encoding="utf-8")) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def starting_with(words: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(words)}")


def answer(page: Page, words: str) -> None:
    """Tap an answer."""
    page.get_by_role("button", name=starting_with(words)).click()


def is_chosen(page: Page, words: str) -> None:
    """This answer, and no other, is marked as one's own."""
    chosen = page.get_by_role("button", name=starting_with(words), pressed=True)
    expect(chosen).to_contain_text("uw antwoord")
    expect(page.locator('[aria-pressed="true"]')).to_have_count(1)


def fits_the_wall(screen: Page) -> None:
    """The projector: legible from afar, nothing cut off or to scroll, nothing to press."""
    small = screen.evaluate(
        """() => [...document.querySelectorAll('#beeld *')].filter((e) =>
          e.childNodes.length && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
          && parseFloat(getComputedStyle(e).fontSize) < 28).map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert small == []
    hidden = screen.evaluate(
        """() => [...document.querySelectorAll('#beeld p, #beeld dd, #beeld h1')].filter((e) => {
          const r = e.getBoundingClientRect();
          return r.bottom > innerHeight || r.right > innerWidth;
        }).map((e) => e.outerHTML.slice(0, 80))"""
    )
    assert hidden == []
    for box in ("main", ".midden"):
        assert screen.locator(box).evaluate("e => e.scrollHeight <= e.clientHeight + 1")
    assert screen.locator("button, input, a, select, textarea").count() == 0
