"""Several tabs and devices on one session: all see everything, nobody overwrites anybody."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from guide.entries import Judgement, Note
from guide.models import DetailField, JudgementValue
from guide.sessions import Sessions
from guide.set_up import text
from tests.browser import seeded
from tests.browser.room import Room
from tests.browser.server import Server
from tests.browser.waiting import until
from tests.browser.wire import Wire

SOON = 4_000
PLACE = DetailField.PLACE.label


@pytest.fixture
def session_id(sessions: Sessions) -> str:
    return seeded.begun(sessions)


@pytest.fixture
def device(new_context: Callable[..., BrowserContext], server: Server) -> Callable[[], Room]:
    return lambda: Room(new_context().new_page(), server.url)


@pytest.fixture
def wire(server: Server) -> Iterator[Wire]:
    made = Wire(server.port)
    yield made
    made.close()


def notes(sessions: Sessions, session_id: str) -> list[str]:
    return [body.text for _, body in sessions.load(session_id).state.all(Note)]


def test_two_devices_see_each_others_notes_within_seconds(
    device: Callable[[], Room], sessions: Sessions, session_id: str
) -> None:
    one, other = device(), device()
    one.visit("Gesprek", session_id)
    other.visit("Gesprek", session_id)
    other.line.fill("Half getypt, nog niet")
    one.say("De gespreksleider noteert dit.")
    expect(other.talk).to_contain_text("De gespreksleider noteert dit.", timeout=SOON)
    expect(other.line).to_have_value("Half getypt, nog niet")
    other.say("De schrijver noteert dat.")
    expect(one.talk).to_contain_text("De schrijver noteert dat.", timeout=SOON)
    expect(one.talk.get_by_text("De gespreksleider noteert dit.")).to_have_count(1)
    assert notes(sessions, session_id) == [
        "De gespreksleider noteert dit.",
        "De schrijver noteert dat.",
    ]


def test_the_other_device_follows_to_the_next_step_and_keeps_what_is_half_typed(
    device: Callable[[], Room], session_id: str
) -> None:
    one, other = device(), device()
    one.visit("Gesprek", session_id)
    other.visit("Gesprek", session_id)
    other.line.fill("Half getypt, nog niet")
    one.forward()
    expect(other.question).to_contain_text("Wie is er vandaag", timeout=SOON)
    expect(other.line).to_have_value("Half getypt, nog niet")


def test_what_was_typed_for_a_perspective_survives_that_another_device_goes_on(
    device: Callable[[], Room], sessions: Sessions, session_id: str
) -> None:
    seeded.at_step(sessions, session_id, "inchecken")
    one, other = device(), device()
    one.visit("Gesprek", session_id)
    other.visit("Gesprek", session_id)
    other.fill("▲ Opvang VO", "Hoe blijft een kind op school?")
    one.forward()
    expect(other.main).to_contain_text("Het gesprek is verder gegaan", timeout=SOON)
    other.page.locator(".st-key-moves").get_by_role("button", name="Ga mee").click()
    expect(other.question).not_to_contain_text("Met welke vraag", timeout=SOON)
    one.back()
    expect(other.question).to_contain_text("Met welke vraag", timeout=SOON)
    expect(other.field("▲ Opvang VO")).to_have_value("Hoe blijft een kind op school?")
    assert notes(sessions, session_id) == [], "what nobody recorded is not in the record"


def test_two_devices_answer_for_different_perspectives_at_the_same_time(
    device: Callable[[], Room], sessions: Sessions
) -> None:
    session_id = seeded.under_way(sessions)
    seeded.at_step(sessions, session_id, "normen-bespreken", "mo-11")
    one, other = device(), device()
    one.visit("Gesprek", session_id)
    other.visit("Gesprek", session_id)
    one.option("● Gemeente", "Nog niet").click()
    other.option("■ Opvang MO", "Grotendeels").click()
    for room in (one, other):
        checked = room.row("● Gemeente").get_by_role("radio", checked=True)
        expect(checked).to_contain_text("Nog niet", timeout=SOON)
        checked = room.row("■ Opvang MO").get_by_role("radio", checked=True)
        expect(checked).to_contain_text("Grotendeels", timeout=SOON)
    given = sessions.load(session_id).state.all(Judgement)
    assert [(b.perspective, b.value) for _, b in given if b.target == "mo-11"] == [
        ("gemeente", JudgementValue.NOT_YET),
        ("opvang-mo", JudgementValue.MOSTLY),
    ], "nothing was recorded twice, and nothing was overwritten"


def test_a_field_that_one_device_fills_in_shows_on_the_other_and_stays(
    device: Callable[[], Room], sessions: Sessions, session_id: str
) -> None:
    one, other = device(), device()
    one.visit("Voorbereiden", session_id)
    other.visit("Voorbereiden", session_id)
    one.fill(PLACE, "stadhuis")
    expect(other.field(PLACE)).to_have_value("stadhuis", timeout=SOON)
    other.fill(DetailField.CASE_NUMBER.label, "Z-2027-12")
    expect(one.field(DetailField.CASE_NUMBER.label)).to_have_value("Z-2027-12", timeout=SOON)
    assert text(sessions.load(session_id), DetailField.PLACE) == "stadhuis"


def test_a_second_tab_of_the_same_browser_shows_the_same_session(
    new_context: Callable[..., BrowserContext], server: Server, session_id: str
) -> None:
    context = new_context()
    first, second = (Room(context.new_page(), server.url) for _ in range(2))
    first.visit("Gesprek", session_id)
    first.note("In het eerste tabblad.")
    second.visit("Gesprek", first.session_id)
    expect(second.talk).to_contain_text("In het eerste tabblad.")
    second.note("In het tweede tabblad.")
    first.page.close()
    second.note("Het eerste tabblad is dicht.")
    expect(second.talk.get_by_text("In het eerste tabblad.")).to_have_count(1)


def test_f5_keeps_the_place_and_everything_recorded(
    device: Callable[[], Room], sessions: Sessions, session_id: str
) -> None:
    room = device()
    room.visit("Gesprek", session_id)
    room.forward()
    room.note("Voor het verversen.")
    before = sessions.load(session_id).state.seq
    room.page.reload()
    room.idle()
    expect(room.question).to_contain_text("Wie is er vandaag")
    expect(room.talk.get_by_text("Voor het verversen.")).to_have_count(1)
    assert sessions.load(session_id).state.seq == before, "a refresh records nothing"


def test_a_closed_page_can_be_opened_again_by_its_address(
    new_context: Callable[..., BrowserContext], server: Server, session_id: str
) -> None:
    room = Room(new_context().new_page(), server.url)
    room.visit("Gesprek", session_id)
    room.note("Voor het sluiten.")
    address = room.page.url
    room.page.close()
    again = Room(new_context().new_page(), server.url)
    again.page.goto(address)
    again.idle()
    expect(again.talk.get_by_text("Voor het sluiten.")).to_have_count(1)


def test_some_seconds_without_wifi_lose_nothing(
    new_context: Callable[..., BrowserContext],
    device: Callable[[], Room],
    wire: Wire,
    sessions: Sessions,
    session_id: str,
) -> None:
    cut_off, online = Room(new_context().new_page(), wire.url), device()
    cut_off.visit("Gesprek", session_id)
    online.visit("Gesprek", session_id)
    cut_off.note("Voor de storing.")
    cut_off.line.fill("Half getypt toen de wifi wegviel")
    wire.cut()
    expect(cut_off.page.get_by_role("dialog")).to_be_visible(timeout=10_000)
    online.note("Tijdens de storing.")
    wire.repair()
    expect(cut_off.talk).to_contain_text("Tijdens de storing.", timeout=10_000)
    expect(cut_off.line).to_have_value("Half getypt toen de wifi wegviel")
    cut_off.line.press("Enter")
    expect(online.talk).to_contain_text("Half getypt toen de wifi wegviel", timeout=SOON)
    until(lambda: len(notes(sessions, session_id)) == 3)
    assert notes(sessions, session_id) == [
        "Voor de storing.",
        "Tijdens de storing.",
        "Half getypt toen de wifi wegviel",
    ]


def test_a_line_that_was_sent_into_a_dead_spot_stands_there_again(
    new_context: Callable[..., BrowserContext], wire: Wire, sessions: Sessions, session_id: str
) -> None:
    room = Room(new_context().new_page(), wire.url)
    room.visit("Gesprek", session_id)
    room.line.fill("Wat de zaal zei.")
    wire.swallow()
    room.line.press("Enter")
    expect(room.line).to_have_value("")
    room.page.wait_for_timeout(1_000)
    wire.cut()
    expect(room.page.get_by_role("dialog")).to_be_visible(timeout=10_000)
    wire.repair()
    expect(room.line).to_have_value("Wat de zaal zei.", timeout=15_000)
    room.line.press("Enter")
    until(lambda: notes(sessions, session_id) == ["Wat de zaal zei."])
    room.idle()
    expect(room.line).to_have_value("")


def test_a_field_that_was_left_in_a_dead_spot_is_not_lost_with_f5(
    new_context: Callable[..., BrowserContext], wire: Wire, sessions: Sessions, session_id: str
) -> None:
    room = Room(new_context().new_page(), wire.url)
    room.visit("Voorbereiden", session_id)
    field = room.field(PLACE)
    field.fill("Stadhuis")
    wire.swallow()
    field.press("Tab")
    room.page.wait_for_timeout(1_000)
    wire.cut()
    wire.repair()
    room.page.reload()
    expect(field).to_have_value("Stadhuis")
    room.idle()
    field.press("Tab")
    until(lambda: text(sessions.load(session_id), DetailField.PLACE) == "Stadhuis")


def test_a_field_that_was_left_and_saved_shows_what_another_device_made_of_it_after_f5(
    device: Callable[[], Room], sessions: Sessions, session_id: str
) -> None:
    one, other = device(), device()
    one.visit("Voorbereiden", session_id)
    other.visit("Voorbereiden", session_id)
    one.field(PLACE).fill("Stadhuis")
    one.field(PLACE).press("Tab")
    expect(other.field(PLACE)).to_have_value("Stadhuis", timeout=SOON)
    other.field(PLACE).fill("Buurthuis")
    other.field(PLACE).press("Tab")
    expect(one.field(PLACE)).to_have_value("Buurthuis", timeout=SOON)
    one.page.reload()
    one.idle()
    expect(one.field(PLACE)).to_have_value("Buurthuis")
    assert text(sessions.load(session_id), DetailField.PLACE) == "Buurthuis"
