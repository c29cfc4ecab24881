"""axe-core on every page and every kind of step: no violations of WCAG A and AA that are ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from guide.agenda import places
from guide.entries import Detail, Priority
from guide.models import DetailField
from guide.sessions import Sessions
from tests.browser import seeded
from tests.browser.room import Room
from tests.browser.server import Server
from tests.readers import ROOT, needs

pytestmark = needs("npm")

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What Streamlit itself draws and gives no setting for: (rule, part of the element) -> reason.
OF_THE_PLATFORM = {
    ("target-size", "react-aria-DateSegment"): "the day, month and year of a date are one field",
}


def violations(page: Page) -> list[str]:
    """One line per element that breaks a rule and is ours."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8") + "; undefined")
    found: dict[str, Any] = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags},"
        " resultTypes: ['violations']})",
        TAGS,
    )
    return [
        f"{rule['id']}: {node['html'][:200]}"
        for rule in found["violations"]
        for node in rule["nodes"]
        if not is_of_the_platform(rule["id"], node["html"])
    ]


def is_of_the_platform(rule: str, html: str) -> bool:
    return any(rule == known and part in html for known, part in OF_THE_PLATFORM)


@pytest.fixture
def session_id(sessions: Sessions) -> str:
    return seeded.under_way(sessions)


def test_axe_notices_what_is_wrong(room: Room) -> None:
    room.visit("Start")
    room.page.evaluate(
        "() => document.querySelector('main').insertAdjacentHTML('beforeend',"
        " '<p style=\"color:#bbb;background:#fff\">Te licht</p>')"
    )
    assert any("color-contrast" in line for line in violations(room.page))


@pytest.mark.parametrize("title", ["Start", "Groeipad", "Verslag", "Naslag"])
def test_a_page_has_no_violations(room: Room, session_id: str, title: str) -> None:
    room.visit(title, session_id)
    assert violations(room.page) == []


def test_the_parts_of_the_preparation_have_no_violations(room: Room, session_id: str) -> None:
    room.visit("Voorbereiden", session_id)
    for part in ("Wanneer en waar", "Wie", "Agenda", "Normen", "Spelregels en verslag"):
        room.page.get_by_role("tab", name=part, exact=True).click()
        room.idle()
        assert violations(room.page) == [], part


def test_what_the_naslag_finds_and_shows_has_no_violations(room: Room, session_id: str) -> None:
    room.visit("Naslag", session_id)
    room.field("Zoeken").fill("warme overdracht")
    expect(room.button("Lees").first).to_be_visible()
    room.idle()
    assert violations(room.page) == []
    room.visit("Naslag", session_id, "&item=mo-8")
    assert violations(room.page) == []


def test_every_kind_of_step_has_no_violations(
    room: Room, sessions: Sessions, session_id: str
) -> None:
    room.visit("Gesprek", session_id)
    for kind, place in one_of_each_kind(sessions, session_id).items():
        session = sessions.go_to(sessions.load(session_id), place)
        asked = session.state.step
        expect(room.page.locator(".st-key-question")).to_contain_text(
            place.step.question if not place.target else place.item.item.title
        )
        room.idle()
        unfold_everything(room)
        assert violations(room.page) == [], f"{kind}: {asked}"


def one_of_each_kind(sessions: Sessions, session_id: str) -> dict[str, Any]:
    """The first place of every kind of step in the agenda."""
    found: dict[str, Any] = {}
    for place in places(sessions.load(session_id)):
        found.setdefault(place.step.kind, place)
    return found


def unfold_everything(room: Room) -> None:
    """Open the folds of the step itself, so that what is in them is looked at too."""
    folds = room.main.locator("details:not([open]) > summary")
    for _ in range(min(folds.count(), 3)):
        folds.first.click()
        room.idle()


def test_the_next_session_has_no_violations(
    room: Room, sessions: Sessions, session_id: str
) -> None:
    later = sessions.follow(sessions.load(session_id), "2028-03-10")
    seeded.at_step(sessions, later, "terugblik-acties")
    room.visit("Gesprek", later)
    expect(room.question).to_have_text("Wat is er van deze afspraak geworden?")
    unfold_everything(room)
    assert violations(room.page) == []
    session = sessions.load(later)
    sessions.record(session, Detail(field=DetailField.CHOSEN, value=seeded.NORMS))
    seeded.at_step(sessions, later, "normen-bespreken", "mo-8")
    room.unfold("Toen en nu")
    assert violations(room.page) == []


def test_the_groeipad_has_no_violations_in_any_form(
    room: Room, sessions: Sessions, session_id: str
) -> None:
    sessions.record(sessions.load(session_id), Priority(title="Nog zonder actie"))
    room.visit("Groeipad", session_id)
    for fold in ("Wat de gids opvalt", "Alleen een trekker", "Actielijst uit Excel"):
        room.unfold(fold)
    assert violations(room.page) == []
    room.page.get_by_role("button", name=re.compile("^Downloaden")).click()
    room.idle()
    assert violations(room.page) == []
    room.page.keyboard.press("Escape")
    room.choose("Weergave", "Tijdlijn")
    assert room.main.get_by_role("img").first.get_attribute("alt")
    assert violations(room.page) == []


def test_what_one_can_do_with_a_session_has_no_violations(
    room: Room, sessions: Sessions, session_id: str
) -> None:
    sessions.follow(sessions.load(session_id), "2028-03-10")
    room.visit("Start")
    room.unfold("Sessiebestand inlezen")
    room.page.get_by_role("button", name=re.compile("^Meer")).first.click()
    room.idle()
    assert violations(room.page) == []


def test_what_is_held_back_for_personal_data_has_no_violations(room: Room, session_id: str) -> None:
    room.visit("Gesprek", session_id)
    room.say("Bel mij op 06-12345678.")
    expect(room.main).to_contain_text("Dit is nog niet vastgelegd.")
    assert violations(room.page) == []


def test_the_sentence_for_an_unknown_session_has_no_violations(room: Room, server: Server) -> None:
    room.visit("Gesprek", "bestaat-niet")
    assert violations(room.page) == []


def test_the_version_of_axe_is_pinned() -> None:
    package = Path(ROOT / "package.json").read_text(encoding="utf-8")
    assert '"axe-core": "4.' in package
