"""One whole regiosessie as people live it, from an empty computer to the Word file on the table.

The parties are those of Duidingssessie 2 of the 2020 research: functions, no names.
"""

from __future__ import annotations

import re
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from playwright.sync_api import Locator, Page, expect

from guide.entries import Action, Decision, SharedPicture
from guide.models import PictureOutcome
from tests.browser.room import Room
from tests.browser.server import Server

PARTIES = (
    ("Centrumgemeente Apeldoorn", "Gemeente", "beleidsadviseur"),
    ("Centrumgemeente Ede", "Gemeente", "beleidsmedewerker"),
    ("Centrumgemeente Harderwijk", "Gemeente", "contractmanager"),
    ("IrisZorg", "Opvang MO", "teamleider opvang"),
    ("Moviera", "Opvang VO", "manager"),
    ("EBC Zorg", "Opvang MO", "gedragsdeskundige"),
)
DECISION = "We bespreken de voortgang elk halfjaar in het regionale overleg opvang."
SECOND_DECISION = "De contractmanagers leggen de drie prioriteiten naast de lopende opdrachten."
WITHDRAWN = "Dit besluit nemen we meteen weer terug."
BY_SHORTHAND = "warme overdracht naar het jeugdteam vastleggen"
BY_FORM = "Een plek maken waar kinderen zelf kunnen vertellen wat zij nodig hebben"
AT_CHECK_OUT = "Scholen in de drie gemeenten uitnodigen voor een werksessie"
PARKED = "De doorstroom naar woningen is een apart gesprek waard."
DIFFERENCE = "De gemeenten missen een vast aanspreekpunt, de opvang ziet elke week contact."
SHARED = "In elk huis ligt een plan, maar kinderen kennen het niet altijd."
CHILD = "Een kind weet wie er naar hem luistert."
GOALS = ("Elk kind een eigen plan", "Warme overdracht in de keten", "Kinderen praten mee")


def test_a_whole_session_ends_in_minutes_that_hold_everything_once(
    page: Page, own_server: Server, tmp_path: Path
) -> None:
    room = Room(page, own_server.url)
    make_the_session(room)
    prepare(room)
    room.screen("Gesprek")
    welcome_and_check_in(room)
    purpose_and_research(room)
    numbers_and_attention(room)
    themes_and_norms(room)
    pull_the_plug(room, own_server)
    choose_and_weigh(room)
    priorities_and_use(room)
    agree(room)
    check_out(room)
    stored_as_said(own_server, room.session_id)
    minutes = download_minutes(room, tmp_path)
    everything_stands_in_it_once(minutes)


def make_the_session(room: Room) -> None:
    room.visit("Start")
    room.fill("Regio", "Oost-Veluwe en Vallei")
    room.click("Voorbereiden", room.form("Nieuwe regiosessie"))
    expect(room.main.get_by_role("heading", name="Voorbereiden")).to_be_visible()
    expect(room.field("Regio")).to_have_value("Oost-Veluwe en Vallei")


def prepare(room: Room) -> None:
    room.fill("Plaats (alleen een naam, geen adres)", "Stadhuis Ede")
    room.fill("Gespreksleider (functie en organisatie)", "onafhankelijk gespreksleider")
    room.fill("Verslaglegger (functie en organisatie)", "beleidsondersteuner, Ede")
    open_part(room, "Wie")
    room.tick("★ Ervaringsdeskundigen")
    for party, perspective, function in PARTIES:
        add_party(room, party, perspective)
        add_participant(room, party, perspective, function)
    open_part(room, "Agenda")
    expect(room.main).to_contain_text("Samen 180 minuten")
    open_part(room, "Normen")
    theme = room.unfold("Thema 5 MO")
    room.tick("8  Elk kind heeft een eigen ondersteuningsplan", theme)


def open_part(room: Room, name: str) -> None:
    room.page.get_by_role("tab", name=name, exact=True).click()
    room.idle()


def add_party(room: Room, party: str, perspective: str) -> None:
    form = room.form("Partij toevoegen")
    room.field("Organisatie", form).fill(party)
    choose_perspective(room, perspective, form)
    room.click("Partij toevoegen", form)
    expect(room.main.get_by_text(f"{party} · {perspective}", exact=True)).to_be_visible()


def add_participant(room: Room, party: str, perspective: str, function: str) -> None:
    form = room.form("Deelnemer toevoegen")
    room.field("Organisatie", form).fill(party)
    room.field("Functie", form).fill(function)
    choose_perspective(room, perspective, form)
    room.click("Deelnemer toevoegen", form)
    said = f"{party}, {function} · {perspective}"
    expect(room.main.get_by_text(said, exact=True)).to_be_visible()


def choose_perspective(room: Room, perspective: str, form: Locator) -> None:
    if perspective != "Gemeente":
        room.select("Perspectief", perspective, form)


def welcome_and_check_in(room: Room) -> None:
    expect(room.question).to_have_text("Welkom. Vandaag gaat het over kinderen in de opvang.")
    expect(room.main).to_contain_text("Alle beelden zijn welkom")
    room.forward_to("Wie is er vandaag")
    for party, perspective, function in PARTIES:
        there = "Afwezig met bericht" if party == "EBC Zorg" else "Aanwezig"
        room.choose(f"{party}, {function} · {perspective}", there)
    room.forward_to("Met welke vraag over kinderen")
    room.note("@gemeente: Wat merkt een kind van ons overleg?")
    room.field("▲ Opvang VO").fill("Hoe blijft een kind op de eigen school?")
    room.field("■ Opvang MO").fill("Wie ziet het kind als een gezin kort blijft?")
    room.click("Vastleggen per perspectief")
    expect(room.talk).to_contain_text("Hoe blijft een kind op de eigen school?")


def purpose_and_research(room: Room) -> None:
    room.forward_to("Wanneer is deze bijeenkomst voor jullie geslaagd?")
    room.click("Er liggen afspraken")
    room.forward_to("Wat is nog onduidelijk aan de normenkaders?")
    room.say("?warme overdracht")
    expect(room.talk).to_contain_text("Warme overdracht")
    room.forward_to("Wat herkennen jullie in de uitkomsten")
    room.click("Deels herkenbaar")
    room.forward_to("Waardoor is het beeld in jullie regio zo?")
    room.note("Gezinnen wachten lang op een woning.")
    room.say(f"parkeer: {PARKED}")
    room.click("Ja, klopt")
    room.say("privé: volgende keer eerder pauzeren")
    expect(room.button("Privénotities (1), niet openen op de projector")).to_be_visible()
    expect(room.talk).not_to_contain_text("eerder pauzeren")


def numbers_and_attention(room: Room) -> None:
    room.forward_to("Hoeveel kinderen verblijven er ongeveer")
    form = room.form("Maatschappelijke opvang")
    room.field("Aantal kinderen", form).fill("140")
    room.field("Peildatum of periode", form).fill("1 januari 2027")
    room.click("Vastleggen", form)
    expect(form).to_contain_text("ongeveer 140 kinderen")
    room.forward_to("Hoe krijgt het welzijn van kinderen nu aandacht")
    room.click("Veerkracht")


def themes_and_norms(room: Room) -> None:
    room.forward_to("In hoeverre herkennen jullie dit thema")
    room.choose("● Gemeente", "Een begin")
    room.choose("▲ Opvang VO", "Grotendeels")
    room.forward_to("Welke normen willen jullie vandaag samen bespreken?")
    expect(room.main).to_contain_text("1 gekozen")
    theme = room.unfold("Thema 6 MO")
    room.tick("11  De opvang draagt bij aan goede samenwerking in de keten", theme)
    expect(room.main).to_contain_text("2 gekozen")
    room.forward()
    expect(room.main.get_by_role("heading", name=re.compile("^Norm 8 MO"))).to_be_visible()
    room.choose("● Gemeente", "Grotendeels")
    room.choose("■ Opvang MO", "Grotendeels")
    conclude(room, "Gedeeld beeld", SHARED, value="Grotendeels")
    give_the_child_a_voice(room)
    room.forward()
    expect(room.main.get_by_role("heading", name=re.compile("^Norm 11 MO"))).to_be_visible()
    room.choose("● Gemeente", "Nog niet")
    room.choose("■ Opvang MO", "Grotendeels")
    expect(room.talk).to_contain_text("verschillen")
    conclude(room, "Beeld verschilt", DIFFERENCE)


def conclude(room: Room, outcome: str, explanation: str, value: str = "") -> None:
    fold = room.unfold("Samen:")
    room.option("Hoe eindigt dit gesprek?", outcome, fold).click()
    if value:
        room.option("Welk beeld delen jullie?", value, fold).click()
    room.field("Toelichting, of de verhalen achter het verschil", fold).fill(explanation)
    room.click("Samen vastleggen", fold)
    expect(room.main).to_contain_text(f"Samen: {outcome}")


def give_the_child_a_voice(room: Room) -> None:
    fold = room.unfold("Stem van het kind")
    fold.get_by_role("textbox").first.fill(CHILD)
    room.click("Vastleggen", fold)
    expect(room.talk).to_contain_text(CHILD)


def pull_the_plug(room: Room, server: Server) -> None:
    """The server dies and comes back; the open page goes on where it was."""
    place = room.where.inner_text()
    server.kill()
    expect(room.page.get_by_role("dialog")).to_be_visible()
    server.start()
    expect(room.page.get_by_role("dialog")).to_be_hidden()
    room.note("Na de stroomstoring gaan we gewoon verder.")
    expect(room.where).to_have_text(place)
    expect(room.row("● Gemeente").get_by_role("radio", checked=True)).to_contain_text("Nog niet")
    expect(room.talk).to_contain_text(DIFFERENCE)


def choose_and_weigh(room: Room) -> None:
    room.forward_to("Welke drie onderwerpen gaan voor jullie")
    for perspective in ("● Gemeente", "■ Opvang MO"):
        room.option("Wie kiest er nu?", perspective.split(" ", 1)[1]).click()
        room.idle()
        form = room.form("Keuze vastleggen")
        form.get_by_role("button", name="Norm 8 MO").click()
        form.get_by_role("button", name="Norm 11 MO").click()
        room.click("Keuze vastleggen", form)
        expect(room.row("Wie kiest er nu?")).to_contain_text(f"{perspective} · klaar")
    room.forward_to("Wat maakt dit onderwerp belangrijk")
    form = room.form("Weging vastleggen")
    form.get_by_role("textbox").first.fill("Een kind dat zijn plan kent, durft meer te vragen.")
    room.click("Weging vastleggen", form)
    expect(room.talk).to_contain_text("Gewogen: Norm 8 MO")


def priorities_and_use(room: Room) -> None:
    room.forward_to("Met welke drie tot vijf prioriteiten")
    for number, title in enumerate(GOALS, start=1):
        fold = room.unfold("Prioriteit toevoegen")
        room.field("Prioriteit, in een paar woorden", fold).fill(title)
        if number == 1:
            goal = "Doel over drie jaar: wat is er dan beter voor kinderen?"
            room.field(goal, fold).fill("Elk kind weet wie helpt.")
            fold.get_by_role("button", name="Norm 8 MO").click()
        room.click("Prioriteit vastleggen", fold)
        expect(room.main).to_contain_text(f"P{number:02d}  {title}")
    room.forward_to("Hoe willen jullie deze norm gebruiken")
    room.option("In de opdrachtverlening", "Impliciet").click()
    room.field("Welke ruimte houden professionals?").fill("De werkwijze kiest het team zelf.")
    room.click("Vastleggen", room.form("Welke ruimte houden professionals?"))
    expect(room.talk).to_contain_text("Impliciet")
    room.forward_to("Wie hebben jullie nog meer nodig")
    room.click("Onderwijs")


def agree(room: Room) -> None:
    room.forward_to("Wat gaan jullie doen, wie trekt het")
    room.say(f"actie: {BY_SHORTHAND} @moviera #11 vóór 1 juni 2027")
    expect(room.talk).to_contain_text("Ik noteer een actie")
    room.click("Ja, klopt")
    fold = room.unfold("Actie toevoegen")
    room.field("Wat gaat er gebeuren?", fold).fill(BY_FORM)
    room.field("Trekker (organisatie en functie)", fold).fill("IrisZorg, teamleider opvang")
    room.field("Wanneer klaar? (bijvoorbeeld juni 2027)", fold).fill("december 2027")
    room.click("Actie vastleggen", fold)
    expect(room.talk).to_contain_text(BY_FORM)
    for text in (DECISION, SECOND_DECISION, WITHDRAWN):
        room.say(f"besluit: {text}")
        room.click("Ja, klopt")
        expect(room.talk).to_contain_text(f"Besluit: {text}")
    room.click("Ongedaan maken")
    expect(room.page.locator(".st-key-moves")).to_contain_text("Ongedaan gemaakt")
    expect(room.talk).to_contain_text("(ingetrokken)")
    room.say(f"actie: {AT_CHECK_OUT}")
    room.click("Ja, klopt")
    room.forward_to("Wanneer zien jullie elkaar weer")
    room.click("Over een jaar")


def check_out(room: Room) -> None:
    room.forward_to("Klopt het zo, wat jullie hebben afgesproken?")
    expect(room.main.get_by_role("heading", name="Besluiten")).to_be_visible()
    expect(room.main).not_to_contain_text(f"B03  {WITHDRAWN}")
    room.click("Aanpassen", agreed(room, AT_CHECK_OUT))
    room.fill("Trekker (organisatie en functie)", "Centrumgemeente Ede, beleidsmedewerker")
    room.click("Vastleggen", room.form("Trekker"))
    for text in (DECISION, SECOND_DECISION, BY_SHORTHAND, BY_FORM, AT_CHECK_OUT):
        room.click("Klopt", agreed(room, text))
        expect(agreed(room, text)).to_contain_text("✔ Klopt")
    parked = room.form(PARKED)
    parked.get_by_role("textbox").fill("Ede agendeert dit in het woonoverleg.")
    room.click("Vastleggen", parked)
    room.forward_to("Wat nemen jullie mee naar huis?")
    room.note("We weten nu van elkaar wie belt.")


def agreed(room: Room, text: str) -> Locator:
    """The row of one decision or action at the check-out: it begins with its number."""
    words = room.page.get_by_text(re.compile(rf"^[AB]\d\d +{re.escape(text)}"))
    blocks = room.main.locator('[data-testid="stVerticalBlock"], [data-testid="stHorizontalBlock"]')
    return blocks.filter(has=words).last


def stored_as_said(server: Server, session_id: str) -> None:
    """Beside the screen: what the database holds, counted."""
    sessions = server.sessions()
    state = sessions.load(session_id).state
    sessions.store.close()
    assert len(state.all(Action)) == 3
    assert [body.text for _, body in state.all(Decision)] == [DECISION, SECOND_DECISION]
    outcomes = {body.target: body.outcome for _, body in state.all(SharedPicture)}
    assert outcomes == {"mo-8": PictureOutcome.SHARED, "mo-11": PictureOutcome.DIFFERS}


def download_minutes(room: Room, folder: Path) -> Document:
    room.move("Afronden").click()
    room.page.wait_for_url("**/verslag*")
    room.idle()
    expect(room.main.get_by_role("heading", name="Verslag", exact=True)).to_be_visible()
    with room.page.expect_download() as waiting:
        room.button("Verslag downloaden (Word)").click()
    file = folder / waiting.value.suggested_filename
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d-verslag-regiosessie-oost-veluwe-en-vallei\.docx", file.name
    )
    waiting.value.save_as(file)
    return docx.Document(str(file))


def everything_stands_in_it_once(minutes: Document) -> None:
    body = "\n".join(
        "".join(t.text or "" for t in p.iter(qn("w:t")))
        for p in minutes.element.body.iter(qn("w:p"))
    )
    for text in (
        DECISION,
        SECOND_DECISION,
        BY_SHORTHAND,
        BY_FORM,
        AT_CHECK_OUT,
        PARKED,
        DIFFERENCE,
        SHARED,
        CHILD,
        "Hoe blijft een kind op de eigen school?",
        "We weten nu van elkaar wie belt.",
        "Na de stroomstoring gaan we gewoon verder.",
    ):
        assert body.count(text) == 1, f"{body.count(text)} times in the minutes: {text}"
    assert WITHDRAWN not in body
    assert "eerder pauzeren" not in body, "a private note is never in the minutes"
    assert_pictures_once(minutes)


def assert_pictures_once(minutes: Document) -> None:
    """Each judged norm has one row, with the words each perspective chose."""
    rows = [[cell.text for cell in row.cells] for table in minutes.tables for row in table.rows]
    eight = [row for row in rows if row[0].startswith("Norm 8 MO")]
    eleven = [row for row in rows if row[0].startswith("Norm 11 MO")]
    assert len(eight) == len(eleven) == 1
    assert "Gedeeld beeld: Grotendeels" in eight[0]
    assert {"Nog niet", "Grotendeels", "Beeld verschilt"} <= set(eleven[0])
