"""Every other screen of the room: joining, themes from home, earlier actions, all together."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guide.entries import Action, Answer, Detail, EarlierAction, EarlierSession, Joined, Party
from guide.judgements import session_themes
from guide.models import DetailField, RoundForm
from guide.preparation import preparation
from guide.room import Room
from guide.rounds import round_at
from guide.session import Session
from guide.sessions import Sessions
from tests.browser import seeded
from tests.browser.server import Server
from tests.browser.taking_part import answer, fits_the_wall, joined, sound
from tests.in_the_room import device

SMALL = {"width": 360, "height": 780}
SOON = 4_000
THEMES = "themaronde"
TWO_LINES = 45


class Leader:
    """Leads the conversation from outside the browser."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.id = seeded.begun(sessions)
        self.room = Room(sessions)
        self.door = self.room.open_joining(self.id)

    @property
    def session(self) -> Session:
        return self.sessions.load(self.id)


@pytest.fixture
def leader(server: Server) -> Iterator[Leader]:
    opened = server.sessions()
    yield Leader(opened)
    opened.store.close()


@pytest.fixture
def phone(new_context: Callable[..., BrowserContext]) -> Page:
    return new_context(viewport=SMALL, has_touch=True).new_page()


@pytest.fixture
def wall(new_context: Callable[..., BrowserContext], server: Server, leader: Leader) -> Page:
    page = new_context().new_page()
    page.goto(f"{server.url}/scherm/{leader.room.projector(leader.id).key}")
    return page


def test_the_organisation_is_asked_of_the_group_that_has_some(
    server: Server, leader: Leader, phone: Page
) -> None:
    for name in ("Opvang Noord", "Opvang Zuid"):
        leader.sessions.record(leader.session, Party(name=name, perspective="opvang-mo"))
    phone.goto(f"{server.url}/mee?code={leader.door.code}")
    names = phone.get_by_role("group", name="Van welke organisatie")
    expect(names).to_be_hidden()
    phone.get_by_role("radio", name="Gemeente").check()
    expect(names).to_be_hidden()
    phone.get_by_role("radio", name="Opvang MO").check()
    expect(names.get_by_role("radio", checked=True)).to_have_accessible_name("Zeg ik liever niet")
    sound(phone)
    names.get_by_role("radio", name="Opvang Zuid").check()
    phone.get_by_role("button", name="Doe mee").click()
    expect(phone.get_by_text("U hoeft nu niets in te vullen")).to_be_visible()
    ((_, body),) = leader.session.state.all(Joined)
    assert (body.perspective, body.organisation) == ("opvang-mo", "Opvang Zuid")


def test_themes_from_home_are_filled_in_one_by_one_and_seen_by_nobody(
    server: Server, leader: Leader, phone: Page, wall: Page
) -> None:
    joined(phone, server.url, leader.door.code, "Gemeente")
    leader.room.prepare(leader.session)
    expect(phone.get_by_role("heading", name="Vooraf invullen")).to_be_visible(timeout=SOON)
    sound(phone)
    first, second = phone.locator("details.vooraf").nth(0), phone.locator("details.vooraf").nth(1)
    for fold, words in ((first, "Een begin"), (second, "Grotendeels")):
        fold.locator("summary").click()
        fold.get_by_role("button", name=words).click()
        expect(fold.locator("summary")).to_contain_text("ingevuld")
    expect(first.get_by_role("button", name="Een begin", pressed=True)).to_be_visible()
    sound(phone)
    assert len(leader.session.state.all(Answer)) == 2
    expect(wall.get_by_text("Een begin")).to_have_count(0)
    phone.reload()
    expect(phone.locator("summary", has_text="ingevuld")).to_have_count(2)

    theme = session_themes(leader.session)[0].id
    leader.room.reveal(leader.session, *preparation(leader.session).waiting)
    expect(phone.get_by_role("heading", name="Vooraf invullen")).to_have_count(0, timeout=SOON)
    seeded.at_step(leader.sessions, leader.id, THEMES, theme)
    expect(wall.get_by_text("één keer").first).to_be_visible(timeout=SOON)
    sound(wall)


def test_earlier_actions_are_reported_on(server: Server, leader: Leader, phone: Page) -> None:
    long = "Samen met de scholen in de regio een vast aanspreekpunt per opvanglocatie afspreken"
    for body in (
        EarlierSession(uid="toen"),
        EarlierAction(uid="toen-A01", number="A01", action=Action(what=long)),
    ):
        leader.sessions.record(leader.session, body)
    phone.goto(f"{server.url}/mee?code={leader.door.code}")
    phone.get_by_role("radio", name="Gemeente").check()
    phone.get_by_role("button", name="Doe mee").click()
    phone.get_by_label("Wat is gemerkt?").fill("Drie scholen doen mee.")
    answer(phone, "Loopt")
    expect(phone.get_by_text("Uw melding is ontvangen. U kunt")).to_be_visible()
    words = phone.locator(".antwoorden .woord").all()
    heights = {box["height"] for word in words if (box := word.bounding_box())}
    assert max(heights) < TWO_LINES, "a word of one answer is not broken in pieces"
    sound(phone)


def test_all_answers_together_name_no_perspective_on_any_screen(
    server: Server, leader: Leader, phone: Page, wall: Page
) -> None:
    norm = "mo-8"
    joined(phone, server.url, leader.door.code, "Gemeente")
    leader.room.open_round(leader.session, RoundForm.PICTURE, norm)
    answer(phone, "Een begin")
    expect(phone.locator("#melding")).to_have_text("Uw antwoord is ontvangen.")
    leader.room.join(leader.door, device(9), "opvang-mo")
    leader.room.answer(leader.door, device(9), RoundForm.PICTURE, norm, ("assured",))
    now = round_at(leader.session, RoundForm.PICTURE, norm)
    assert now is not None
    leader.room.reveal(leader.session, now, joint=True)
    chosen = Detail(field=DetailField.CHOSEN, value=(norm,))
    leader.sessions.record(leader.session, chosen)
    seeded.at_step(leader.sessions, leader.id, "normen-bespreken", norm)
    for page in (phone, wall):
        expect(page.get_by_text("Alle antwoorden samen")).to_be_visible(timeout=SOON)
        assert "Opvang MO" not in page.inner_text("main")
        assert "keer" not in page.inner_text("main")
        sound(page)
    fits_the_wall(wall)
