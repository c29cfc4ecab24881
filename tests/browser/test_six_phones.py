"""A gespreksleider, a projector and six phones: one norm from asking to 'klopt dit?'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guide.entries import Action, Answer, Confirmation, Decision, Detail, Judgement, SharedPicture
from guide.models import Author, DetailField, JudgementValue, PictureOutcome, RoundForm
from guide.rounds import given, round_at
from guide.session import Session
from guide.sessions import Sessions
from tests.browser import seeded
from tests.browser.room import Room
from tests.browser.server import Server
from tests.browser.taking_part import answer, is_chosen, joined, sound
from tests.browser.waiting import until
from tests.browser.wire import Wire

NORM = "mo-8"
VIEWS = ({"width": 360, "height": 780}, {"width": 390, "height": 844})
SOON, AFTER_A_RESTART = 4_000, 20_000
# The phone of each, and what they tap; the last is in the far corner with bad wifi.
PEOPLE = (
    ("Gemeente", "Een begin"),
    ("Gemeente", "Een begin"),
    ("Opvang MO", "Grotendeels"),
    ("Opvang MO", "Ja, en geborgd"),
    ("Ervaringsdeskundigen", "Nog niet"),
    ("Ketenpartners", "Weten we nog niet"),
)
OBJECTION = "Dit doet de opvang."


class Leader:
    """The gespreksleider's own screen, with the record beside it."""

    def __init__(self, room: Room, sessions: Sessions) -> None:
        self.room = room
        self.sessions = sessions
        self.id = seeded.begun(sessions)
        for body in (
            Detail(field=DetailField.CHOSEN, value=seeded.NORMS),
            Decision(text="We bespreken dit elk kwartaal."),
            Action(what="Een vast aanspreekpunt regelen"),
        ):
            sessions.record(self.session, body)
        seeded.at_step(sessions, self.id, "normen-bespreken", NORM)
        room.visit("Gesprek", self.id)

    @property
    def session(self) -> Session:
        return self.sessions.load(self.id)

    def lets_people_in(self) -> tuple[str, str]:
        """(code, link of the public screen), as they stand behind the button."""
        page = self.room.page
        self.room.move("Deelnemers").click()
        self.room.idle()
        self.room.click("Deelnemers laten meedoen")
        words = page.get_by_text("en vul in:").inner_text()
        code = re.search(r"(\w{3}) (\w{3})$", words)
        assert code, words
        self.room.click("Publieksscherm")
        link = page.get_by_role("link", name="Publieksscherm openen").get_attribute("href")
        assert link
        page.keyboard.press("Escape")
        self.room.idle()
        return code[1] + code[2], link

    @property
    def panel(self) -> str:
        return self.room.page.locator(f".st-key-round-picture-{NORM}").inner_text()

    def answers(self) -> Counter[tuple[str, str]]:
        now = round_at(self.session, RoundForm.PICTURE, NORM)
        assert now is not None
        return Counter((who, body.values[0]) for who, body in given(self.session, now))


@pytest.fixture
def leader(page: Page, own_server: Server) -> Iterator[Leader]:
    sessions = own_server.sessions()
    yield Leader(Room(page, own_server.url), sessions)
    sessions.store.close()


@pytest.fixture
def wire(own_server: Server) -> Iterator[Wire]:
    made = Wire(own_server.port)
    yield made
    made.close()


def test_one_norm_from_asking_to_klopt_dit(
    own_server: Server,
    leader: Leader,
    wire: Wire,
    new_context: Callable[..., BrowserContext],
) -> None:
    code, link = leader.lets_people_in()
    screen = new_context().new_page()
    screen.goto(f"{own_server.url}{link}" if link.startswith("/") else link)
    expect(screen.get_by_role("img", name="QR-code")).to_be_visible()
    phones = [
        joined(
            new_context(viewport=VIEWS[number % 2], has_touch=True).new_page(),
            wire.url if number == len(PEOPLE) - 1 else own_server.url,
            code,
            perspective,
        )
        for number, (perspective, _) in enumerate(PEOPLE)
    ]
    far = phones[-1]
    expect(leader.room.move("Deelnemers (6)")).to_be_visible(timeout=SOON)

    ask(leader, phones, screen)
    for phone, (_, words) in zip(phones[:-1], PEOPLE, strict=False):
        answer(phone, words)
        expect(phone.locator("#melding")).to_have_text("Uw antwoord is ontvangen.")
    wire.cut()
    expect(far.get_by_text("Geen verbinding.")).to_be_visible()
    answer(far, PEOPLE[-1][1])
    expect(far.locator("#melding")).to_contain_text("Uw antwoord staat klaar")
    expect(screen.get_by_text("Er zijn 5 antwoorden.")).to_be_visible(timeout=SOON)
    until(lambda: "5 van 6 toestellen" in leader.panel)

    own_server.restart()
    wire.repair()
    expect(far.locator("#melding")).to_have_text(
        "Uw antwoord is ontvangen.", timeout=AFTER_A_RESTART
    )
    for phone, (_, words) in zip(phones, PEOPLE, strict=True):
        expect(phone.locator("#verbinding")).not_to_contain_text("Geen", timeout=AFTER_A_RESTART)
        is_chosen(phone, words)
    expect(screen.get_by_text("Er zijn 6 antwoorden.")).to_be_visible(timeout=AFTER_A_RESTART)
    until(lambda: "6 van 6 toestellen" in leader.panel, AFTER_A_RESTART / 1000)
    assert len(leader.session.state.all(Answer)) == len(PEOPLE), "none lost, none twice"
    before = leader.answers()
    assert sum(before.values()) == len(PEOPLE)

    reveal(leader, phones, screen)
    assert leader.answers() == before
    record_the_shared_picture(leader, screen)
    say_whether_it_is_right(leader, phones)
    sound(screen)


def ask(leader: Leader, phones: list[Page], screen: Page) -> None:
    """With one shortcut, from wherever one is on the screen."""
    leader.room.page.keyboard.press("Alt+ArrowDown")
    leader.room.idle()
    for phone in phones:
        expect(phone.get_by_role("button", name="Een begin")).to_be_visible(timeout=SOON)
    expect(screen.get_by_text("nog geen antwoorden")).to_be_visible(timeout=SOON)


def reveal(leader: Leader, phones: list[Page], screen: Page) -> None:
    for page in (*phones, screen):
        assert "Laat eerst" not in page.inner_text("main")
        assert "twee keer" not in page.inner_text("main")
    leader.room.page.get_by_role("button", name="Laat alles tegelijk zien").click()
    leader.room.idle()
    for page in (*phones, screen):
        expect(page.get_by_text("twee keer").first).to_be_visible(timeout=SOON)
        sound(page)
    first = "Laat eerst Ervaringsdeskundigen vertellen, dan Opvang MO."
    expect(screen.get_by_text(first)).to_be_visible()
    assert first in leader.panel
    # One mind: the gemeente, and the perspectives with one phone. The opvang differs.
    pictures = {body.perspective: body.value for _, body in leader.session.state.all(Judgement)}
    assert pictures == {
        "gemeente": JudgementValue.BEGINNING,
        "ervaring": JudgementValue.NOT_YET,
        "keten": JudgementValue.UNKNOWN,
    }


def record_the_shared_picture(leader: Leader, screen: Page) -> None:
    room = leader.room
    fold = room.unfold("Samen:")
    room.option("Hoe eindigt dit gesprek?", "Gedeeld beeld", fold).click()
    room.option("Welk beeld delen jullie?", "Een begin", fold).click()
    room.click("Samen vastleggen", fold)
    expect(screen.get_by_text("Gedeeld beeld: Een begin")).to_be_visible(timeout=SOON)
    ((_, shared),) = leader.session.state.all(SharedPicture)
    assert (shared.outcome, shared.value) == (PictureOutcome.SHARED, JudgementValue.BEGINNING)


def say_whether_it_is_right(leader: Leader, phones: list[Page]) -> None:
    leader.room.jump("Afspraken en afronding")
    leader.room.jump("Check-out")
    agrees, objects = phones[0], phones[2]
    agrees.get_by_role("button", name="Klopt (Besluit").click(timeout=SOON)
    expect(agrees.get_by_role("button", name="Klopt (Besluit", pressed=True)).to_be_visible()
    objects.get_by_text("Klopt niet, want").nth(1).click()
    objects.get_by_label("Wat klopt er niet?").nth(1).fill(OBJECTION)
    objects.get_by_role("button", name="Verstuur: klopt niet").click()
    expect(objects.get_by_text("Uw antwoord: klopt niet.")).to_be_visible()
    sound(objects)
    said = leader.session.state.records_of(Confirmation)
    assert {record.first.author for record in said} == {Author.PARTICIPANT}
    assert len(said) == 2
    expect(leader.room.main).to_contain_text(
        f"Klopt niet, volgens Opvang MO: {OBJECTION}", timeout=SOON
    )
    leader.room.screen("Verslag")
    expect(leader.room.main).to_contain_text(OBJECTION)
