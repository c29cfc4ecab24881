"""What every page is: Dutch, closed to the outside, usable by keyboard, zoomed, on a phone."""

from __future__ import annotations

import urllib.request
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guide.entries import Note
from guide.sessions import Sessions
from tests.browser import seeded
from tests.browser.room import PATHS, Room
from tests.browser.server import Server

ZOOMED_IN = {"viewport": {"width": 960, "height": 540}, "device_scale_factor": 2}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
# Streamlit looks for these beside every address; it goes on when they are not there.
OF_THE_PLATFORM = ("/_stcore/host-config", "/_stcore/health")
HOSTILE = (
    "![x](http://evil.example/x.png)",
    "[klik hier](http://evil.example/klik)",
    "<img src=http://evil.example/y.png onerror=alert(1)>",
    "<b>vet</b> en **vet** en $x^2$ en :red[x] en :smile:",
    "http://evil.example/z en www.evil.example",
    "# kop",
    "```mermaid graph TD ```",
)


@pytest.fixture
def session_id(sessions: Sessions) -> str:
    return seeded.under_way(sessions)


def test_every_page_is_dutch_and_named_after_what_it_is(room: Room, session_id: str) -> None:
    for title in PATHS:
        room.visit(title, session_id)
        expect(room.page).to_have_title(title)
        expect(room.page.locator("html")).to_have_attribute("lang", "nl")
        expect(room.main.get_by_role("heading", level=1)).to_have_count(1)


def test_every_page_gets_the_strict_headers(server: Server) -> None:
    for path in PATHS.values():
        with urllib.request.urlopen(server.url + path, timeout=5) as answer:  # noqa: S310
            policy = answer.headers["content-security-policy"]
            assert "default-src 'self'" in policy
            assert "unsafe-eval" not in policy
            assert "frame-ancestors 'none'" in policy
            assert answer.headers["x-content-type-options"] == "nosniff"
            assert b'<html lang="nl"' in answer.read()


def test_a_walk_through_all_pages_gives_no_errors_and_asks_nobody_else(
    room: Room, outside: list[str], session_id: str
) -> None:
    room.visit("Start")
    for title in ("Gesprek", "Groeipad", "Verslag", "Naslag", "Voorbereiden"):
        room.visit(title, session_id)
    for part in ("Wie", "Agenda", "Normen", "Spelregels en verslag"):
        room.page.get_by_role("tab", name=part, exact=True).click()
        room.idle()
    assert [said for said in room.complaints if not is_of_the_platform(said)] == []
    assert outside == []


def is_of_the_platform(complaint: str) -> bool:
    return "404" in complaint and any(path in complaint for path in OF_THE_PLATFORM)


def test_a_session_is_made_and_walked_with_the_keyboard_alone(room: Room) -> None:
    page = room.page
    room.visit("Start")
    tab_to(page, "Regio")
    page.keyboard.type("Toetsenbordregio")
    tab_to(page, "Meteen beginnen")
    page.keyboard.press("Enter")
    expect(room.question).to_contain_text("Welkom.")
    page.keyboard.press("Alt+ArrowRight")
    expect(room.question).to_contain_text("Wie is er vandaag")
    page.wait_for_timeout(600)  # two presses within half a second count as one
    page.keyboard.press("Alt+ArrowLeft")
    expect(room.question).to_contain_text("Welkom.")
    room.idle()
    tab_to(page, "Typ wat de zaal zegt")
    page.keyboard.type("Zonder muis genoteerd.")
    page.keyboard.press("Enter")
    expect(room.talk).to_contain_text("Zonder muis genoteerd.")
    room.idle()
    tab_to(page, "Ongedaan maken")
    page.keyboard.press("Space")
    expect(room.talk).to_contain_text("(ingetrokken)")


def test_a_picture_is_given_with_the_keyboard_alone(room: Room, sessions: Sessions) -> None:
    session_id = seeded.under_way(sessions)
    seeded.at_step(sessions, session_id, "normen-bespreken", "mo-11")
    room.visit("Gesprek", session_id)
    tab_to(room.page, "Nog niet")
    room.page.keyboard.press("ArrowRight")
    room.page.keyboard.press("Space")
    checked = room.row("● Gemeente").get_by_role("radio", checked=True)
    expect(checked).to_contain_text("Een begin")


def test_what_has_the_focus_can_be_seen(room: Room, session_id: str) -> None:
    room.visit("Gesprek", session_id)
    for name in ("Start", "Voorbereiden", "Verder"):
        tab_to(room.page, name)
        outline = room.page.evaluate(
            """() => { const s = getComputedStyle(document.activeElement);
                 return [s.outlineStyle, parseFloat(s.outlineWidth)]; }"""
        )
        assert outline[0] == "solid", f"{name} has no visible focus"
        assert outline[1] >= 2


def tab_to(page: Page, name: str, most: int = 80) -> None:
    """Press Tab until the focus is on what carries this name."""
    for _ in range(most):
        page.keyboard.press("Tab")
        named = page.evaluate(
            """() => { const e = document.activeElement;
                 return e.matches('button, input, textarea, summary')
                   ? [e.getAttribute('aria-label'), e.innerText, e.placeholder].join(' ') : ''; }"""
        )
        if name in named:
            return
    raise AssertionError(f"the keyboard never reached {name!r}")


@pytest.mark.parametrize("view", [ZOOMED_IN, PHONE], ids=["zoomed to 200%", "phone"])
def test_no_page_is_wider_than_the_screen(
    new_context: Callable[..., BrowserContext],
    server: Server,
    sessions: Sessions,
    session_id: str,
    view: dict[str, object],
) -> None:
    room = Room(new_context(**view).new_page(), server.url)
    for title in PATHS:
        room.visit(title, session_id)
        assert overflow(room) == 0, f"{title} scrolls sideways"
    for step in (
        "inchecken",
        "aantal-kinderen",
        "normen-bespreken",
        "stille-top-drie",
        "check-out",
    ):
        seeded.at_step(sessions, session_id, step)
        room.visit("Gesprek", session_id)
        assert overflow(room) == 0, f"{step} scrolls sideways"
        expect(room.question).to_be_visible()
        expect(room.move("Verder")).to_be_in_viewport()


def overflow(room: Room) -> int:
    """How many pixels the page is wider than what one sees."""
    return int(
        room.page.evaluate(
            """() => { const main = document.querySelector('[data-testid="stMain"]')
                   || document.querySelector('[data-testid="stAppScrollToBottomContainer"]');
                 return Math.max(0, document.documentElement.scrollWidth - innerWidth,
                   main ? main.scrollWidth - main.clientWidth : 0); }"""
        )
    )


def test_hostile_text_is_shown_as_it_was_typed_and_calls_nobody(
    room: Room, sessions: Sessions, outside: list[str]
) -> None:
    session_id = seeded.begun(sessions)
    room.visit("Gesprek", session_id)
    for text in HOSTILE:
        room.say(text)
        expect(room.talk.get_by_text(text, exact=True)).to_be_visible()
    notes = [body.text for _, body in sessions.load(session_id).state.all(Note)]
    assert notes == list(HOSTILE)
    expect(room.main.locator("img")).to_have_count(0)
    expect(room.main.locator("a[href*=evil]")).to_have_count(0)
    assert outside == []


def test_hostile_names_stay_text_in_labels_lists_and_the_minutes(
    room: Room, sessions: Sessions, outside: list[str]
) -> None:
    session_id = seeded.with_names(sessions, HOSTILE)
    room.visit("Start")
    harmless(room)
    for step in ("aanwezigheid", "prioriteiten-vaststellen", "groeipad-acties", "check-out"):
        seeded.at_step(sessions, session_id, step)
        room.visit("Gesprek", session_id)
        expect(room.main).to_contain_text("[klik hier](http")
        harmless(room)
    for title in ("Voorbereiden", "Groeipad", "Verslag"):
        room.visit(title, session_id)
        harmless(room)
    assert outside == []


def harmless(room: Room) -> None:
    expect(room.main.locator("img")).to_have_count(0)
    expect(room.main.locator("a[href*=evil]")).to_have_count(0)
    expect(room.main.locator(".katex")).to_have_count(0)


@pytest.mark.parametrize("size", [(1366, 768), (960, 540)])
def test_what_folds_out_at_the_bottom_has_room_above_its_button(
    room: Room, session_id: str, size: tuple[int, int]
) -> None:
    room.page.set_viewport_size({"width": size[0], "height": size[1]})
    room.visit("Gesprek", session_id)
    inside = room.page.get_by_test_id("stPopoverBody")
    for name in ("Ga naar", "Deelnemers", "Parkeer"):
        room.move(name).click()
        room.idle()
        button, drawn = room.move(name).bounding_box(), inside.bounding_box()
        assert button
        assert drawn
        assert drawn["y"] >= 0, "its top is on the screen"
        assert drawn["y"] + drawn["height"] <= button["y"], "it does not lie over the line to type"
        assert drawn["height"] >= 200, "not squeezed into a strip"
        room.page.keyboard.press("Escape")
        expect(inside).to_be_hidden()
