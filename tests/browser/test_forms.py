"""What is typed in a form and not recorded yet: kept while one types, moves on, or is moved on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from guide.entries import Action, Judgement, NumberOfChildren, Priority, SharedPicture
from guide.models import JudgementValue
from guide.sessions import Sessions
from tests.browser import seeded
from tests.browser.room import Room
from tests.browser.server import Server
from tests.browser.waiting import until

SOON = 5_000
LOOKS = 700
"""Longer than the page takes to see that something was recorded (unsent.js)."""
WHAT, OWNER = "Wat gaat er gebeuren?", "Trekker (organisatie en functie)"
STORY = "Toelichting, of de verhalen achter het verschil"
SAID = "De gemeente mist een aanspreekpunt."


@pytest.fixture
def device(new_context: Callable[..., BrowserContext], server: Server) -> Callable[[], Room]:
    return lambda: Room(new_context().new_page(), server.url)


def at_the_actions(sessions: Sessions) -> str:
    session_id = seeded.under_way(sessions)
    seeded.at_step(sessions, session_id, "groeipad-acties")
    return session_id


def at_a_norm(sessions: Sessions) -> str:
    session_id = seeded.under_way(sessions)
    seeded.at_step(sessions, session_id, "normen-bespreken", "mo-8")
    return session_id


def actions(sessions: Sessions, session_id: str) -> list[str]:
    return [body.what for _, body in sessions.load(session_id).state.all(Action)]


def type_in(field: Locator, text: str) -> None:
    """Type and stay in the field, as a person who is not finished yet."""
    field.click()
    field.press_sequentially(text, delay=15)


def test_a_half_filled_action_survives_verder_and_terug(room: Room, sessions: Sessions) -> None:
    session_id = at_the_actions(sessions)
    before = actions(sessions, session_id)
    room.visit("Gesprek", session_id)
    form = room.form("Actie vastleggen")
    type_in(room.field(WHAT, form), "Overleg plannen")
    type_in(room.field(OWNER, form), "jeugdteam")
    room.forward()
    expect(room.main).not_to_contain_text("Actie vastleggen")
    room.back()
    expect(room.field(WHAT, form)).to_have_value("Overleg plannen")
    expect(room.field(OWNER, form)).to_have_value("jeugdteam")
    assert actions(sessions, session_id) == before
    room.screen("Naslag")
    room.screen("Gesprek")
    room.click("Actie vastleggen", form)
    expect(room.field(WHAT, form)).to_have_value("")
    assert actions(sessions, session_id) == [*before, "Overleg plannen"]


def test_a_text_one_is_typing_survives_that_another_device_goes_on(
    device: Callable[[], Room], sessions: Sessions
) -> None:
    session_id = at_a_norm(sessions)
    typing, other = device(), device()
    typing.visit("Gesprek", session_id)
    other.visit("Gesprek", session_id)
    field = typing.field(STORY, typing.unfold("Samen:"))
    field.fill("")
    type_in(field, SAID)
    other.forward()
    expect(typing.main).to_contain_text("Het gesprek is verder gegaan, naar:", timeout=SOON)
    expect(field).to_be_focused()
    expect(field).to_have_value(SAID)
    field.press_sequentially(" En wij ook.", delay=15)
    typing.idle()
    expect(field).to_have_value(f"{SAID} En wij ook.")
    typing.page.locator(".st-key-moves").get_by_role("button", name="Ga mee").click()
    expect(typing.where).to_have_text(other.where.inner_text())
    typing.back()
    expect(typing.field(STORY)).to_have_value(f"{SAID} En wij ook.")


def test_what_is_finished_after_another_device_went_on_is_recorded_where_it_was_begun(
    device: Callable[[], Room], sessions: Sessions
) -> None:
    session_id = at_a_norm(sessions)
    typing, other = device(), device()
    typing.visit("Gesprek", session_id)
    other.visit("Gesprek", session_id)
    fold = typing.unfold("Samen:")
    type_in(typing.field("Wat gaat al goed?", fold), "Het wekelijkse overleg.")
    other.forward()
    expect(typing.main).to_contain_text("Het gesprek is verder gegaan", timeout=SOON)
    typing.click("Samen vastleggen", fold)
    expect(typing.where).to_have_text(other.where.inner_text(), timeout=SOON)
    expect(typing.main).not_to_contain_text("Het gesprek is verder gegaan")
    said = sessions.load(session_id).state.all(SharedPicture)[-1][1]
    assert (said.target, said.going_well) == ("mo-8", "Het wekelijkse overleg.")


def test_a_page_on_which_nothing_was_typed_follows_by_itself(
    device: Callable[[], Room], sessions: Sessions
) -> None:
    session_id = at_a_norm(sessions)
    one, other = device(), device()
    one.visit("Gesprek", session_id)
    other.visit("Gesprek", session_id)
    other.unfold("Samen:")
    one.forward()
    expect(other.where).to_have_text(one.where.inner_text(), timeout=SOON)
    expect(other.main).not_to_contain_text("Het gesprek is verder gegaan")


def test_enter_in_a_field_of_one_line_records_nothing(room: Room, sessions: Sessions) -> None:
    session_id = at_the_actions(sessions)
    before = sessions.newest(session_id)
    room.visit("Gesprek", session_id)
    form = room.form("Actie vastleggen")
    type_in(room.field(WHAT, form), "Overleg plannen")
    type_in(room.field(OWNER, form), "jeugdteam")
    expect(form.get_by_text("Press Enter")).to_have_count(0)
    room.page.keyboard.press("Enter")
    room.idle()
    expect(room.field(OWNER, form)).to_have_value("jeugdteam")
    assert sessions.newest(session_id) == before


def test_a_double_click_records_an_action_once_and_leaves_an_empty_form(
    room: Room, sessions: Sessions
) -> None:
    session_id = at_the_actions(sessions)
    before = actions(sessions, session_id)
    room.visit("Gesprek", session_id)
    form = room.form("Actie vastleggen")
    type_in(room.field(WHAT, form), "Overleg plannen")
    room.button("Actie vastleggen", form).dblclick(delay=30)
    expect(room.talk).to_contain_text("Overleg plannen")
    room.idle()
    expect(room.field(WHAT, form)).to_have_value("")
    assert actions(sessions, session_id) == [*before, "Overleg plannen"]
    expect(room.page.get_by_test_id("stAlertContentError")).to_have_count(0)


def test_a_number_typed_digit_by_digit_is_that_number(room: Room, sessions: Sessions) -> None:
    session_id = seeded.begun(sessions)
    seeded.at_step(sessions, session_id, "aantal-kinderen")
    room.visit("Gesprek", session_id)
    form = room.form("Maatschappelijke opvang")
    field = room.field("Aantal kinderen", form)
    field.click()
    field.press_sequentially("1405", delay=120)
    field.press("Backspace")
    room.click("Vastleggen", form)
    expect(form).to_contain_text("ongeveer 140 kinderen")
    counted = [body.count for _, body in sessions.load(session_id).state.all(NumberOfChildren)]
    assert counted == [140]


def test_a_half_filled_form_survives_a_restart_of_the_server(
    page: Page, own_server: Server
) -> None:
    sessions = own_server.sessions()
    session_id = at_the_actions(sessions)
    room = Room(page, own_server.url)
    room.visit("Gesprek", session_id)
    form = room.form("Actie vastleggen")
    type_in(room.field(WHAT, form), "Eerst dit")
    room.click("Actie vastleggen", form)
    type_in(room.field(WHAT, form), "Daarna dat")
    own_server.restart()
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-connection-state", "CONNECTED"
    )
    room.idle()
    expect(room.field(WHAT, form)).to_have_value("Daarna dat")
    room.forward()
    room.back()
    expect(room.field(WHAT, form)).to_have_value("Daarna dat")
    room.click("Actie vastleggen", form)
    until(lambda: "Daarna dat" in actions(sessions, session_id))
    assert actions(sessions, session_id).count("Daarna dat") == 1


def test_a_priority_keeps_its_choices_too(room: Room, sessions: Sessions) -> None:
    session_id = seeded.under_way(sessions)
    seeded.at_step(sessions, session_id, "prioriteiten-vaststellen")
    room.visit("Gesprek", session_id)
    fold = room.unfold("Prioriteit toevoegen")
    type_in(room.field("Prioriteit, in een paar woorden", fold), "Rust")
    pill = fold.get_by_role("button", name="Norm 11 MO")
    pill.click()
    room.forward()
    room.back()
    expect(room.field("Prioriteit, in een paar woorden", fold)).to_be_visible()
    room.click("Prioriteit vastleggen", fold)
    expect(room.main).to_contain_text("P02  Rust")
    made = [body for _, body in sessions.load(session_id).state.all(Priority)]
    assert made[-1].targets == ("mo-11",)


def test_what_was_typed_survives_f5_until_it_is_recorded(room: Room, sessions: Sessions) -> None:
    session_id = at_the_actions(sessions)
    before = actions(sessions, session_id)
    room.visit("Gesprek", session_id)
    form = room.form("Actie vastleggen")
    type_in(room.field(WHAT, form), "Overleg plannen")
    type_in(room.line, "besluit: elke maand")
    room.page.reload()
    expect(room.line).to_have_value("besluit: elke maand")
    expect(room.field(WHAT, form)).to_have_value("Overleg plannen")
    room.idle()
    room.click("Actie vastleggen", form)
    expect(room.field(WHAT, form)).to_have_value("")
    assert actions(sessions, session_id) == [*before, "Overleg plannen"]
    room.line.fill("")
    room.page.wait_for_timeout(LOOKS)
    room.page.reload()
    room.idle()
    room.page.wait_for_timeout(LOOKS)
    expect(room.field(WHAT, form)).to_have_value("")
    expect(room.line).to_have_value("")


def test_what_was_sent_is_not_typed_again_after_f5(room: Room, sessions: Sessions) -> None:
    session_id = at_the_actions(sessions)
    room.visit("Gesprek", session_id)
    room.say("Een opmerking.")
    room.move("Parkeer").click()
    point = room.field("Punt voor de parkeerlijst", room.page.locator("body"))
    type_in(point, "Later over vervoer")
    room.click("Parkeren", room.page.locator("body"))
    expect(point).to_have_count(0)
    room.page.wait_for_timeout(LOOKS)
    room.page.reload()
    room.idle()
    room.move("Parkeer").click()
    room.page.wait_for_timeout(LOOKS)
    expect(point).to_have_value("")
    expect(room.line).to_have_value("")


def test_a_form_that_was_refused_still_survives_f5(room: Room, sessions: Sessions) -> None:
    session_id = at_the_actions(sessions)
    room.visit("Gesprek", session_id)
    form = room.form("Actie vastleggen")
    type_in(room.field(OWNER, form), "jeugdteam")
    room.click("Actie vastleggen", form)
    room.page.wait_for_timeout(3_000)
    room.forward()
    room.page.reload()
    room.idle()
    room.back()
    expect(room.field(OWNER, form)).to_have_value("jeugdteam")


def test_the_region_on_start_survives_f5(room: Room) -> None:
    room.visit("Start")
    type_in(room.field("Regio"), "Voorbeeldregio")
    room.page.reload()
    expect(room.field("Regio")).to_have_value("Voorbeeldregio")
    room.idle()
    room.click("Meteen beginnen")
    room.page.wait_for_url("**/gesprek*")
    expect(room.main).to_contain_text("Voorbeeldregio")


def test_a_half_typed_reason_comes_back_when_another_device_goes_on(
    device: Callable[[], Room], sessions: Sessions
) -> None:
    session_id = at_a_norm(sessions)
    not_here = Judgement(target="mo-8", perspective="gemeente", value=JudgementValue.NOT_APPLICABLE)
    sessions.record(sessions.load(session_id), not_here)
    typing, other = device(), device()
    typing.visit("Gesprek", session_id)
    other.visit("Gesprek", session_id)
    field = typing.field("Waarom geldt dit hier niet? (Gemeente)")
    type_in(field, "Wij hebben geen")
    other.forward()
    expect(field).to_have_count(0, timeout=SOON)
    typing.page.wait_for_timeout(LOOKS)
    typing.back()
    expect(field).to_have_value("Wij hebben geen")
    field.press("End")
    field.press_sequentially(" opvang", delay=15)
    typing.page.keyboard.press("Tab")
    until(lambda: "geen opvang" in reason(sessions, session_id))


def reason(sessions: Sessions, session_id: str) -> str:
    return sessions.load(session_id).state.all(Judgement)[-1][1].remark
