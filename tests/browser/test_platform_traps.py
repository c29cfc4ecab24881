"""The ways in which the platform itself loses what people did, each shut off."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from guide.entries import Judgement, Note
from guide.models import DetailField, JudgementValue
from guide.sessions import Sessions
from guide.set_up import text
from tests.browser import seeded
from tests.browser.room import PATHS, Room
from tests.browser.server import Server
from tests.browser.waiting import until
from tests.browser.wire import Wire

PLACE = DetailField.PLACE.label


def pictures(sessions: Sessions, session_id: str) -> list[tuple[str, JudgementValue]]:
    found = sessions.load(session_id).state.all(Judgement)
    return [(body.perspective, body.value) for _, body in found]


def notes(sessions: Sessions, session_id: str) -> list[str]:
    return [body.text for _, body in sessions.load(session_id).state.all(Note)]


def at_a_norm(sessions: Sessions) -> str:
    session_id = seeded.under_way(sessions)
    seeded.at_step(sessions, session_id, "normen-bespreken", "mo-11")
    return session_id


def test_the_first_choice_after_a_restart_of_the_server_is_recorded(
    page: Page, own_server: Server
) -> None:
    sessions = own_server.sessions()
    session_id = at_a_norm(sessions)
    room = Room(page, own_server.url)
    room.visit("Gesprek", session_id)
    before = pictures(sessions, session_id)
    own_server.restart()
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )
    room.option("● Gemeente", "Grotendeels").click()
    until(lambda: pictures(sessions, session_id) != before)
    assert pictures(sessions, session_id) == [*before, ("gemeente", JudgementValue.MOSTLY)]


def test_the_first_press_after_a_restart_of_the_server_counts(
    page: Page, own_server: Server
) -> None:
    sessions = own_server.sessions()
    session_id = seeded.under_way(sessions)
    seeded.at_step(sessions, session_id, "doel-verwachting")
    room = Room(page, own_server.url)
    room.visit("Gesprek", session_id)
    before = notes(sessions, session_id)
    own_server.restart()
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )
    room.button("Er liggen afspraken").click()
    until(lambda: notes(sessions, session_id) != before)
    assert len(notes(sessions, session_id)) == len(before) + 1


def test_an_old_answer_on_the_screen_does_not_overwrite_a_newer_one_after_a_restart(
    page: Page, own_server: Server
) -> None:
    sessions = own_server.sessions()
    session_id = at_a_norm(sessions)
    room = Room(page, own_server.url)
    room.visit("Gesprek", session_id)
    room.choose("● Gemeente", "Een begin")
    own_server.kill()
    other = Judgement(target="mo-11", perspective="gemeente", value=JudgementValue.MOSTLY)
    newest = sessions.record(sessions.load(session_id), other).state.seq
    own_server.start()
    checked = room.row("● Gemeente").get_by_role("radio", checked=True)
    expect(checked).to_contain_text("Grotendeels", timeout=10_000)
    room.idle()
    expect(checked).to_contain_text("Grotendeels")
    assert sessions.newest(session_id) == newest, "the old display must not be recorded"


@pytest.fixture
def forgetful(tmp_path: Path) -> Iterator[Server]:
    """A server that forgets a lost browser at once, as the real one does after some hours."""
    server = Server(tmp_path, {"server.disconnectedSessionTTL": "1"})
    server.start()
    yield server
    server.kill()


def test_the_first_choice_after_a_long_break_without_wifi_is_recorded(
    page: Page, forgetful: Server
) -> None:
    wire = Wire(forgetful.port)
    sessions = forgetful.sessions()
    session_id = at_a_norm(sessions)
    room = Room(page, wire.url)
    room.visit("Gesprek", session_id)
    before = pictures(sessions, session_id)
    wire.cut()
    expect(page.get_by_test_id("stApp")).not_to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )
    page.wait_for_timeout(3000)  # longer than the server remembers
    wire.repair()
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )
    room.option("● Gemeente", "Een begin").click()
    until(lambda: pictures(sessions, session_id) != before)
    assert pictures(sessions, session_id) == [*before, ("gemeente", JudgementValue.BEGINNING)]
    wire.close()


@pytest.mark.parametrize("way", ["mouse", "touch"])
def test_text_that_was_not_left_yet_survives_going_to_another_screen(
    new_context: Callable[..., BrowserContext], server: Server, sessions: Sessions, way: str
) -> None:
    session_id = seeded.begun(sessions)
    phone = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 844}}
    room = Room(new_context(**(phone if way == "touch" else {})).new_page(), server.url)
    room.visit("Voorbereiden", session_id)
    room.field(PLACE).click()
    room.field(PLACE).press_sequentially("stadhuis", delay=10)
    button = room.button("Naslag", room.page.locator(".st-key-top_bar"))
    button.tap() if way == "touch" else button.click()
    room.page.wait_for_url("**/naslag*")
    until(lambda: text(sessions.load(session_id), DetailField.PLACE) == "stadhuis")
    room.idle()
    room.screen("Voorbereiden")
    expect(room.field(PLACE)).to_have_value("stadhuis")


def test_own_ground_rules_in_a_text_area_survive_going_to_another_screen(
    room: Room, sessions: Sessions
) -> None:
    session_id = seeded.begun(sessions)
    room.visit("Voorbereiden", session_id)
    room.page.get_by_role("tab", name="Spelregels en verslag").click()
    room.idle()
    fold = room.unfold("Eigen spelregels")
    fold.get_by_role("textbox").click()
    fold.get_by_role("textbox").press_sequentially("Telefoons uit.", delay=5)
    room.screen("Gesprek")
    until(lambda: text(sessions.load(session_id), DetailField.GROUND_RULES) == "Telefoons uit.")
    expect(room.main).to_contain_text("Telefoons uit.")


def test_what_perspectives_say_survives_going_on_before_it_was_recorded(
    room: Room, sessions: Sessions
) -> None:
    session_id = seeded.begun(sessions)
    seeded.at_step(sessions, session_id, "inchecken")
    room.visit("Gesprek", session_id)
    room.field("▲ Opvang VO").click()
    room.field("▲ Opvang VO").press_sequentially("Hoe blijft een kind op school?", delay=5)
    room.forward()
    room.back()
    kept = room.field("▲ Opvang VO").input_value() or " ".join(notes(sessions, session_id))
    assert "Hoe blijft een kind op school?" in kept


def test_a_reason_is_kept_and_verder_goes_on_in_one_press(room: Room, sessions: Sessions) -> None:
    session_id = at_a_norm(sessions)
    room.visit("Gesprek", session_id)
    room.choose("■ Opvang MO", "Geldt hier niet")
    reason = room.field("Waarom geldt dit hier niet? (Opvang MO)")
    reason.click()
    reason.press_sequentially("Hier is geen keten.", delay=5)
    room.forward()
    given = [body for _, body in sessions.load(session_id).state.all(Judgement)]
    assert given[-1].remark == "Hier is geen keten."


def test_an_emptied_field_keeps_what_was_stored_until_one_says_wissen(
    room: Room, sessions: Sessions
) -> None:
    def stored() -> str:
        return text(sessions.load(session_id), DetailField.PLACE)

    session_id = seeded.begun(sessions)
    room.visit("Voorbereiden", session_id)
    room.fill(PLACE, "stadhuis")
    until(lambda: stored() == "stadhuis")
    room.fill(PLACE, "")
    expect(room.main).to_contain_text("Wat er stond, is nog bewaard.")
    assert stored() == "stadhuis", "an empty field alone must not empty what is stored"
    room.click("Terugzetten")
    expect(room.field(PLACE)).to_have_value("stadhuis")
    room.fill(PLACE, "")
    room.click("Wissen")
    until(lambda: stored() == "")


@pytest.mark.parametrize("screen", PATHS)
def test_a_deep_link_to_an_unknown_session_gives_a_dutch_sentence(room: Room, screen: str) -> None:
    room.visit(screen, "bestaat-niet")
    passes_the_navigation(room)
    if screen != "Start":
        expect(room.main).to_contain_text("Deze sessie is niet (meer) te vinden.")
        expect(room.button("Naar Start")).to_be_visible()


@pytest.mark.parametrize("screen", ["Gesprek", "Groeipad"])
def test_a_deep_link_as_the_first_request_after_a_start_passes_the_navigation(
    page: Page, own_server: Server, screen: str
) -> None:
    room = Room(page, own_server.url)
    room.visit(screen, "bestaat-niet")
    passes_the_navigation(room)
    expect(room.main).to_contain_text("Deze sessie is niet (meer) te vinden.")


@pytest.mark.parametrize("address", ["/conversation", "/roadmap", "/gesprk", "/gesprek/meer"])
def test_an_address_without_a_screen_runs_no_file_and_leads_to_start(
    room: Room, address: str
) -> None:
    room.page.goto(f"{room.url}{address}?sessie=bestaat-niet")
    heading = room.page.get_by_role("heading", level=1)
    expect(heading).to_have_text("Deze pagina bestaat niet.")
    room.page.get_by_role("link", name="Naar Start").click()
    room.idle()
    passes_the_navigation(room)
    expect(room.main.get_by_role("heading", level=1)).to_contain_text("Gespreksleidraad")


def passes_the_navigation(room: Room) -> None:
    """The entry script ran: its title and its stylesheet are there, and no list of files is."""
    expect(room.page.get_by_test_id("stHeader")).to_be_hidden()
    expect(room.page.get_by_test_id("stSidebarNav")).to_have_count(0)
    expect(room.page.get_by_test_id("stException")).to_have_count(0)
    assert room.page.title() in (*PATHS, "Gespreksleidraad")


def test_a_double_click_on_verder_moves_one_step(room: Room, sessions: Sessions) -> None:
    session_id = seeded.begun(sessions)
    room.visit("Gesprek", session_id)
    room.move("Verder ›").dblclick(delay=60)
    expect(room.question).to_contain_text("Wie is er vandaag")
    room.idle()
    expect(room.question).to_contain_text("Wie is er vandaag")
    assert sessions.load(session_id).state.step == "aanwezigheid"


def test_a_double_click_on_a_quick_answer_records_it_once(room: Room, sessions: Sessions) -> None:
    session_id = seeded.begun(sessions)
    seeded.at_step(sessions, session_id, "doel-verwachting")
    room.visit("Gesprek", session_id)
    room.button("Er liggen afspraken").dblclick()
    expect(room.talk).to_contain_text("De bijeenkomst is geslaagd")
    room.idle()
    assert len(notes(sessions, session_id)) == 1


def test_enter_pressed_twice_sends_one_note(room: Room, sessions: Sessions) -> None:
    session_id = seeded.begun(sessions)
    room.visit("Gesprek", session_id)
    room.line.fill("Dit zegt de zaal één keer.")
    room.line.press("Enter")
    room.line.press("Enter")
    expect(room.talk).to_contain_text("Dit zegt de zaal één keer.")
    room.idle()
    assert notes(sessions, session_id) == ["Dit zegt de zaal één keer."]
