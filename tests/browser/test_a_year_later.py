"""Two sessions of one region, a year apart, as people live them: what was agreed comes back.

In between the action list goes to Excel and returns, the calendar is taken along, and the first
session moves to another computer by its file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook
from playwright.sync_api import BrowserContext, Page, expect

from guide.entries import Action, ActionProgress, ActionReport, EarlierPicture
from guide.look_back import earlier_actions
from guide.roadmap import actions
from guide.room import Room as Doors
from tests.browser.room import Room
from tests.browser.server import Server

REGION = "Regio Vooruit"
SCHOOLS = "een vaste contactpersoon op elke school afspreken"
PLAN = "een plan op één bladzijde proberen"
REPORTED = "Zes van de acht scholen doen mee."


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Server]:
    """Another computer."""
    (tmp_path / "elders").mkdir()
    server = Server(tmp_path / "elders")
    server.start()
    yield server
    server.kill()


def test_what_was_agreed_comes_back_a_year_later(
    new_context: Callable[..., BrowserContext],
    own_server: Server,
    elsewhere: Server,
    tmp_path: Path,
) -> None:
    room = Room(new_context().new_page(), own_server.url)
    the_first_session(room)
    the_list_goes_to_excel_and_back(room, tmp_path)
    the_calendar_is_taken_along(room, tmp_path)
    file = the_session_is_kept(room, tmp_path)

    later = Room(new_context().new_page(), elsewhere.url)
    it_is_read_in_on_another_computer(later, file)
    the_next_session_is_made(later)
    phone = new_context(viewport={"width": 360, "height": 780}).new_page()
    a_party_reports_from_home(later, phone, elsewhere)
    the_region_looks_back(later)
    then_stands_beside_now(later)
    stored_as_said(elsewhere, later.session_id)
    the_minutes_open_with_what_came_of_it(later, tmp_path)
    assert not room.complaints
    assert not later.complaints


def the_first_session(room: Room) -> None:
    room.visit("Start")
    room.fill("Regio", REGION)
    room.click("Meteen beginnen", room.form("Nieuwe regiosessie"))
    to_the_norms(room)
    theme = room.unfold("Thema 5 MO")
    room.tick("8  Elk kind heeft een eigen ondersteuningsplan", theme)
    room.forward()
    room.choose("● Gemeente", "Nog niet")
    room.choose("■ Opvang MO", "Een begin")
    for text in (f"{SCHOOLS} @gemeente #8b vóór 1 juni 2027", PLAN):
        room.say(f"actie: {text}")
        room.click("Ja, klopt")
    room.screen("Groeipad")
    expect(room.main).to_contain_text(f"A01  {SCHOOLS}")


def to_the_norms(room: Room) -> None:
    room.jump("Verdiepingsgesprek")
    room.jump("Normen kiezen")
    expect(room.question).to_have_text("Welke normen willen jullie vandaag samen bespreken?")


def the_list_goes_to_excel_and_back(room: Room, folder: Path) -> None:
    """Somebody adds a trekker and a date in Excel; each change is confirmed."""
    file = download(room, "Downloaden", "Actielijst (Excel)", folder)
    book = load_workbook(file)
    sheet = book["Actielijst"]
    places = {str(cell.value): number for number, cell in enumerate(sheet[1], start=1)}
    sheet.cell(3, places["Trekker"]).value = "Opvang MO, teamleider"
    sheet.cell(3, places["Klaar"]).value = "1 september 2027"
    book.save(file)
    fold = room.unfold("Actielijst uit Excel inlezen")
    fold.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(file)
    expect(fold).to_contain_text("Trekker: leeg wordt Opvang MO, teamleider")
    expect(room.main).not_to_contain_text("Trekker: Opvang MO, teamleider")
    for _ in range(2):
        room.button("Overnemen", fold).first.click()
        room.idle()
    expect(fold).to_contain_text("geen wijziging (meer)")
    expect(room.main).to_contain_text("Trekker: Opvang MO, teamleider")
    expect(room.main).to_contain_text("Klaar: 1 september 2027")


def the_calendar_is_taken_along(room: Room, folder: Path) -> None:
    file = download(room, "Downloaden", "Agenda (.ics)", folder)
    text = file.read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20270901" in text


def the_session_is_kept(room: Room, folder: Path) -> Path:
    room.click("Start", room.page.locator(".st-key-top_bar"))
    room.page.wait_for_url(lambda url: "groeipad" not in url)
    room.idle()
    return download(room, "Meer", "Sessiebestand downloaden", folder)


def download(room: Room, fold: str, name: str, folder: Path) -> Path:
    room.page.get_by_role("button", name=re.compile(f"^{fold}")).first.click()
    room.idle()
    with room.page.expect_download() as waiting:
        room.button(name).click()
    file = folder / waiting.value.suggested_filename
    waiting.value.save_as(file)
    room.page.keyboard.press("Escape")
    room.idle()
    return file


def it_is_read_in_on_another_computer(room: Room, file: Path) -> None:
    room.visit("Start")
    fold = room.unfold("Sessiebestand inlezen")
    upload = fold.get_by_test_id("stFileUploaderDropzoneInput")
    broken = {"name": "kapot.json", "mimeType": "application/json", "buffer": b"{"}
    upload.set_input_files(broken)  # type: ignore[arg-type]
    room.click("Inlezen", fold)
    expect(room.main).to_contain_text("geen geldige JSON")
    upload.set_input_files(file)
    room.idle()
    room.click("Inlezen", fold)
    room.page.wait_for_url("**/voorbereiden*")
    expect(room.field("Regio")).to_have_value(REGION)
    room.screen("Groeipad")
    expect(room.main).to_contain_text("Trekker: Opvang MO, teamleider")


def the_next_session_is_made(room: Room) -> None:
    room.click("Start", room.page.locator(".st-key-top_bar"))
    room.page.wait_for_url(lambda url: "groeipad" not in url)
    room.idle()
    room.page.get_by_role("button", name=re.compile("^Meer")).first.click()
    room.idle()
    room.click("Vervolgsessie maken")
    room.page.wait_for_url("**/voorbereiden*")
    room.idle()
    room.page.get_by_role("tab", name="Agenda", exact=True).click()
    room.idle()
    expect(room.main).to_contain_text("Terugblik op de afspraken")


def a_party_reports_from_home(room: Room, phone: Page, server: Server) -> None:
    """The party's link works before the session begins."""
    sessions = server.sessions()
    key = Doors(sessions).open_joining(room.session_id).key
    sessions.store.close()
    phone.goto(f"{server.url}/mee/{key}")
    phone.get_by_label("Gemeente").check()
    phone.get_by_role("button", name="Doe mee").click()
    action = phone.get_by_role("listitem").filter(has_text=SCHOOLS)
    action.get_by_label("Wat is gemerkt?").fill(REPORTED)
    action.get_by_role("button", name="Loopt").click()
    expect(phone.get_by_text("Uw melding is ontvangen.").first).to_be_visible()


def the_region_looks_back(room: Room) -> None:
    room.screen("Gesprek")
    room.forward_to("Wat is er van deze afspraak geworden?")
    expect(room.main).to_contain_text(f"Eerdere actie A01: {SCHOOLS}")
    expect(room.main).to_contain_text(f"Gemeente meldt: loopt. {REPORTED}")
    room.click("Overnemen")
    fold = room.unfold("Meenemen naar het nieuwe groeipad")
    room.field("Wanneer klaar? (bijvoorbeeld juni 2027)", fold).fill("1 juni 2028")
    room.click("Meenemen naar het groeipad", fold)
    expect(room.main).to_contain_text("Gaat verder als A01. Klaar: 1 juni 2028.")
    room.forward()
    expect(room.main).to_contain_text(f"Eerdere actie A02: {PLAN}")
    form = room.form("Hoe staat het ermee?")
    room.option("Hoe staat het ermee?", "Gereed", form).click()
    room.field("Wat is gemerkt? Waaraan merken kinderen het?", form).fill(
        "Kinderen lezen het voor."
    )
    room.click("Vastleggen", form)
    expect(room.main).to_contain_text("Afgesloten. Besproken op")


def then_stands_beside_now(room: Room) -> None:
    to_the_norms(room)
    theme = room.unfold("Thema 5 MO")
    room.tick("8  Elk kind heeft een eigen ondersteuningsplan", theme)
    room.forward()
    room.choose("● Gemeente", "Grotendeels")
    fold = room.unfold("Toen en nu")
    expect(fold).to_contain_text("Gemeente: Nog niet")
    expect(fold).to_contain_text("Gemeente: Grotendeels")
    expect(fold).to_contain_text(f"A01  {SCHOOLS}")


def stored_as_said(server: Server, session_id: str) -> None:
    sessions = server.sessions()
    session = sessions.load(session_id)
    sessions.store.close()
    assert len(session.state.all(EarlierPicture)) == 1
    assert len(session.state.all(ActionReport)) == 1
    assert [body.noticed for _, body in session.state.all(ActionProgress)] == [
        REPORTED,
        "Kinderen lezen het voor.",
    ]
    ((_, carried),) = session.state.all(Action)
    assert str(carried.due) == "2028-06-01"
    assert [each.settled for each in earlier_actions(session)] == [True, True]
    assert [each.moved for each in actions(session)] == [1]


def the_minutes_open_with_what_came_of_it(room: Room, folder: Path) -> None:
    room.screen("Verslag")
    with room.page.expect_download() as waiting:
        room.button("Verslag downloaden (Word)").click()
    file = folder / "later.docx"
    waiting.value.save_as(file)
    document = docx.Document(io.BytesIO(file.read_bytes()))
    headings = [p.text for p in document.paragraphs if p.style and "Heading 1" in p.style.name]
    first = [h for h in headings if h]
    assert "Terugblik" in first[1], first
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert f"Loopt\n{REPORTED}" in cells
    assert sum(SCHOOLS in cell for cell in cells) == 1
