"""Two phones and a projector through one round: silence, reveal, a dead line, a killed server."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guide.entries import Action, Answer, Decision, Detail, Party, SharedPicture, Suggestion
from guide.models import DetailField, JudgementValue, PictureOutcome, RoundForm
from guide.room import Room
from guide.rounds import OpenRound, given, round_at
from guide.session import Session
from guide.sessions import Sessions
from tests.browser import seeded
from tests.browser.server import Server
from tests.browser.taking_part import (
    answer,
    fits_the_wall,
    is_chosen,
    joined,
    sound,
    starting_with,
)
from tests.browser.waiting import until
from tests.browser.wire import Wire

NORM = "mo-8"
SMALL = {"width": 360, "height": 740}
LARGE = {"width": 390, "height": 844}
SOON = 2_000
AFTER_A_RESTART = 15_000
Device = Callable[..., Page]


class Gespreksleider:
    """Leads the conversation from outside the browser."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.id = seeded.begun(sessions)
        for body in (
            Party(name="Centrumgemeente Voorbeeldstad", perspective="gemeente"),
            Party(name="Opvang Voorbeeld", perspective="opvang-mo"),
            Detail(field=DetailField.CHOSEN, value=seeded.NORMS),
        ):
            sessions.record(self.session, body)
        self.room = Room(sessions)
        self.door = self.room.open_joining(self.id)
        self.projector = self.room.projector(self.id)
        seeded.at_step(sessions, self.id, "normen-bespreken", NORM)

    @property
    def session(self) -> Session:
        return self.sessions.load(self.id)

    def ask(self) -> None:
        self.room.open_round(self.session, RoundForm.PICTURE, NORM)

    def round(self) -> OpenRound:
        found = round_at(self.session, RoundForm.PICTURE, NORM)
        assert found is not None
        return found

    def reveal(self) -> None:
        self.room.reveal(self.session, self.round())

    def answers(self) -> dict[str, str]:
        every = given(self.session, self.round())
        return {perspective: body.values[0] for perspective, body in every}


@pytest.fixture
def leader(own_server: Server) -> Iterator[Gespreksleider]:
    opened = own_server.sessions()
    yield Gespreksleider(opened)
    opened.store.close()


@pytest.fixture
def wire(own_server: Server) -> Iterator[Wire]:
    made = Wire(own_server.port)
    yield made
    made.close()


@pytest.fixture
def complaints() -> Iterator[list[str]]:
    found: list[str] = []
    yield found
    assert found == []


@pytest.fixture
def device(new_context: Callable[..., BrowserContext], complaints: list[str]) -> Device:
    def opened(**options: object) -> Page:
        page = new_context(**options).new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    return opened


def test_one_round_with_a_dead_line_and_a_killed_server(
    own_server: Server, leader: Gespreksleider, wire: Wire, device: Device
) -> None:
    screen = device()
    screen.goto(f"{own_server.url}/scherm/{leader.projector.key}")
    expect(screen.get_by_role("img", name="QR-code")).to_be_visible()
    sound(screen)
    first = joined(device(viewport=SMALL), own_server.url, leader.door.code, "Gemeente")
    second = joined(device(viewport=LARGE), wire.url, leader.door.code, "Opvang MO")
    sound(first)

    leader.ask()
    for page in (first, second):
        expect(page.get_by_role("button", name="Een begin")).to_be_visible(timeout=SOON)
        sound(page)
    expect(screen.get_by_text("nog geen antwoorden")).to_be_visible(timeout=SOON)

    answer(first, "Een begin")
    expect(first.locator("#melding")).to_have_text("Uw antwoord is ontvangen.")
    is_chosen(first, "Een begin")
    sound(first)
    expect(screen.get_by_text("Er is 1 antwoord.")).to_be_visible(timeout=SOON)
    expect(screen.get_by_text("Een begin")).to_have_count(0)

    wire.cut()
    expect(second.get_by_text("Geen verbinding. We proberen het opnieuw.")).to_be_visible()
    answer(second, "Nog niet")
    answer(second, "Grotendeels")
    is_chosen(second, "Grotendeels")
    expect(second.locator("#melding")).to_contain_text("Uw antwoord staat klaar")
    sound(second)
    assert leader.answers() == {"gemeente": "beginning"}

    own_server.kill()
    expect(first.get_by_text("Geen verbinding. We proberen het opnieuw.")).to_be_visible()
    answer(first, "Nog niet")
    own_server.start()
    wire.repair()
    for page, words in ((first, "Nog niet"), (second, "Grotendeels")):
        received = page.locator("#melding", has_text="Uw antwoord is ontvangen.")
        expect(received).to_be_visible(timeout=AFTER_A_RESTART)
        is_chosen(page, words)
        expect(page.locator("#verbinding")).to_have_text("Verbonden", timeout=AFTER_A_RESTART)
    assert leader.answers() == {"gemeente": "not-yet", "opvang-mo": "mostly"}
    assert len(leader.session.state.all(Answer)) == 3, "one answer and one change, and one answer"
    expect(screen.get_by_text("Er zijn 2 antwoorden.")).to_be_visible(timeout=AFTER_A_RESTART)

    leader.reveal()
    for page in (first, second, screen):
        expect(page.get_by_text("Opvang MO", exact=False).first).to_be_visible(timeout=SOON)
        expect(page.get_by_text("één keer").first).to_be_visible(timeout=SOON)
        sound(page)
    expect(screen.get_by_text("Laat eerst Gemeente vertellen, dan Opvang MO.")).to_be_visible()

    outcome = SharedPicture(
        target=NORM, outcome=PictureOutcome.SHARED, value=JudgementValue.BEGINNING
    )
    leader.sessions.record(leader.session, outcome)
    expect(screen.get_by_text("Gedeeld beeld: Een begin")).to_be_visible(timeout=SOON)


def test_klopt_dit_on_a_phone(own_server: Server, leader: Gespreksleider, device: Device) -> None:
    phone = joined(device(viewport=SMALL), own_server.url, leader.door.code, "Gemeente")
    leader.sessions.record(leader.session, Decision(text="Elk kwartaal in het overleg."))
    leader.sessions.record(leader.session, Action(what="Een vast aanspreekpunt regelen"))
    seeded.at_step(leader.sessions, leader.id, "check-out")
    expect(phone.get_by_text("Elk kwartaal in het overleg.")).to_be_visible(timeout=SOON)
    sound(phone)
    phone.get_by_role("button", name="Klopt (Besluit").click()
    expect(phone.get_by_role("button", name="Klopt (Besluit", pressed=True)).to_be_visible()
    phone.get_by_text("Klopt niet, want").nth(1).click()
    phone.get_by_label("Wat klopt er niet?").nth(1).fill("Dit doet de opvang.")
    phone.get_by_role("button", name="Verstuur: klopt niet").click()
    expect(phone.get_by_text("Uw antwoord: klopt niet.")).to_be_visible()
    sound(phone)


def test_what_is_typed_and_the_focus_stay_when_the_page_changes(
    own_server: Server, leader: Gespreksleider, device: Device
) -> None:
    phone = joined(device(viewport=SMALL), own_server.url, leader.door.code, "Gemeente")
    line = phone.get_by_label("Een opmerking of een actie")
    line.fill("Een mentor voor")
    line.press("ArrowLeft")
    leader.ask()
    expect(phone.get_by_role("button", name="Een begin")).to_be_visible(timeout=SOON)
    expect(line).to_be_focused()
    line.press_sequentially("!")
    expect(line).to_have_value("Een mentor voo!r")
    phone.get_by_role("button", name="Verstuur").click()
    expect(phone.get_by_text("Uw zin is ontvangen.")).to_be_visible()
    expect(line).to_have_value("")
    sent = [body.text for _, body in leader.session.state.all(Suggestion)]
    assert sent == ["Een mentor voo!r"]


def test_a_phone_without_a_script_can_do_everything(
    own_server: Server, leader: Gespreksleider, device: Device
) -> None:
    phone = joined(
        device(viewport=SMALL, java_script_enabled=False),
        own_server.url,
        leader.door.code,
        "Gemeente",
    )
    leader.ask()
    phone.get_by_role("link", name="Ververs deze pagina").click()
    answer(phone, "Een begin")
    is_chosen(phone, "Een begin")
    phone.get_by_role("link", name="Toelichting toevoegen").click()
    phone.get_by_label("Toelichting").fill("Het verschilt per locatie.")
    phone.get_by_role("button", name="Bewaar toelichting").click()
    ((_, body),) = given(leader.session, leader.round())
    assert (body.values, body.remark) == (("beginning",), "Het verschilt per locatie.")
    phone.get_by_role("link", name="Iets meegeven").click()
    phone.get_by_label("Een opmerking of een actie").fill("Eén mentor per kind.")
    phone.get_by_role("button", name="Verstuur", exact=True).click()
    expect(phone.get_by_text("Uw zin is ontvangen.")).to_be_visible()


def test_by_keyboard_alone(own_server: Server, leader: Gespreksleider, device: Device) -> None:
    phone = device(viewport=SMALL)
    phone.goto(f"{own_server.url}/mee")
    sound(phone)
    phone.keyboard.press("Tab")
    phone.keyboard.type(leader.door.code)
    phone.keyboard.press("Enter")
    phone.get_by_text("Namens wie doet u mee?").wait_for()
    phone.keyboard.press("Tab")
    phone.keyboard.press("Space")
    phone.keyboard.press("Enter")
    leader.ask()
    chosen = phone.get_by_role("button", name=starting_with("Nog niet"))
    chosen.wait_for()
    while not chosen.evaluate("element => element === document.activeElement"):
        phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    is_chosen(phone, "Nog niet")
    expect(chosen).to_be_focused()
    until(lambda: leader.answers() == {"gemeente": "not-yet"})


def test_the_projector_shows_everything_without_scrolling(
    own_server: Server, leader: Gespreksleider, device: Device
) -> None:
    leader.sessions.record(
        leader.session, Action(what="Een vast aanspreekpunt bij het jeugdteam regelen")
    )
    leader.ask()
    values = [value.value for value in JudgementValue][:6]
    perspectives = ("gemeente", "opvang-mo", "keten", "ervaring")
    for number, value in enumerate(values * len(perspectives)):
        name = f"toestel-{number:012d}"
        leader.room.join(leader.door, name, perspectives[number // len(values)])
        leader.room.answer(
            leader.door, name, RoundForm.PICTURE, NORM, (value,), "Hier past het niet."
        )
    leader.reveal()
    screen = device()
    screen.goto(f"{own_server.url}/scherm/{leader.projector.key}")
    expect(screen.get_by_text("Geldt hier niet").first).to_be_visible()
    fits_the_wall(screen)
    sound(screen)
