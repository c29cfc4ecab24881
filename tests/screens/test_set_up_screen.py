"""Voorbereiden: every field saves itself, nothing is emptied by accident, all has a default."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import Detail, OwnItem, OwnPerspective, Participant, Party
from guide.models import DetailField
from guide.set_up import active_agenda, agenda, details, frameworks, perspectives
from tests.screens.conftest import Open, Record
from tests.screens.driver import Tab

PARTS = ("Wanneer en waar", "Wie", "Agenda", "Normen", "Spelregels en verslag")


@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_and_records_nothing_by_itself(
    record: Record, open_tab: Open, part: str
) -> None:
    before = record.session.state.seq
    tab = open_tab("set_up").unfold("part", part).run()
    assert tab.question == "Voorbereiden"
    assert record.session.state.seq == before, "looking is not changing"


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("region", "Regio Noord", "Regio Noord"),
        ("date", dt.date(2027, 6, 4), "2027-06-04"),
        ("start", dt.time(9, 0), "09:00"),
        ("end", dt.time(12, 0), "12:00"),
        ("place", "  stadhuis ", "stadhuis"),
        ("facilitator", "gespreksleider, bureau", "gespreksleider, bureau"),
        ("sectors", ["mo"], ("mo",)),
    ],
)
def test_a_field_saves_itself_once(
    record: Record, open_tab: Open, field: str, value: object, kept: object
) -> None:
    tab = open_tab("set_up").choose(f"detail:{field}", value)
    assert record.only_at(("detail", field)).value == kept
    before = record.session.state.seq
    tab.run().run()
    assert record.session.state.seq == before


def test_an_empty_field_keeps_what_was_stored_until_somebody_says_wissen(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("set_up").choose("detail:place", "stadhuis").choose("detail:place", "")
    assert details(record.session).place == "stadhuis"
    assert "Wat er stond, is nog bewaard" in tab.words()
    tab.press("put_back:place")
    assert tab.value("detail:place") == "stadhuis"
    tab.choose("detail:place", "").press("clear:place")
    assert details(record.session).place == ""
    assert "Wat er stond" not in tab.words()


def test_the_last_form_of_opvang_cannot_be_taken_away(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").choose("detail:sectors", [])
    assert len(details(record.session).sectors) == 2
    kept = "blijft gelden: vrouwenopvang, maatschappelijke opvang."
    assert f"Kies er minstens één. Tot die tijd {kept}" in tab.words()
    assert "minstens één" not in tab.choose("detail:sectors", ["mo"]).words()
    assert [sector.value for sector in details(record.session).sectors] == ["mo"]


def wie(open_tab: Open) -> Tab:
    return open_tab("set_up").unfold("part", "Wie")


def test_parties_and_participants_are_added_and_removed(record: Record, open_tab: Open) -> None:
    tab = wie(open_tab)
    tab.fill("party", Organisatie="Gemeente Noord", Perspectief="gemeente").send("party")
    form = "participant"
    tab.fill(form, Organisatie="Opvang Zuid", Functie="teamleider", Perspectief="opvang-mo")
    tab.send(form)
    assert record.only(Party) == Party(name="Gemeente Noord", perspective="gemeente")
    assert record.only(Participant).function == "teamleider"
    assert "Opvang Zuid, teamleider · " in tab.words()
    tab.press(f"remove:{record.seq(Party)}")
    assert not record.all(Party)
    assert record.all(Participant), "only that one"


def test_a_participant_without_an_organisation_is_refused_and_nothing_is_lost(
    record: Record, open_tab: Open
) -> None:
    tab = wie(open_tab)
    tab.may_fail = True
    tab.fill("participant", Functie="teamleider").send("participant")
    assert "organisatie van de deelnemer ontbreekt" in tab.errors[0]
    assert tab.field_in("participant", "Functie").value == "teamleider"
    assert not record.all(Participant)


def test_an_own_perspective_takes_part_at_once(record: Record, open_tab: Open) -> None:
    tab = wie(open_tab)
    tab.fill("own_perspective", Naam="Jeugd & gezin").send("own_perspective")
    assert record.only(OwnPerspective).label == "Jeugd & gezin"
    assert "Jeugd & gezin" in [p.label for p in perspectives(record.session)]
    assert any("Jeugd & gezin" in each for each in tab.field_in("party", "Perspectief").options)


def test_minutes_order_and_use_of_an_item(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").unfold("part", "Agenda")
    tab.choose("minutes:welkom", 15)
    assert agenda(record.session)[0].minutes == 15
    tab.press("down:welkom")
    assert [item.id for item in agenda(record.session)][:2] == ["kennismaking", "welkom"]
    assert tab.field("up:kennismaking").disabled
    tab.press("use:doel")
    assert "doel" not in [item.id for item in active_agenda(record.session)]
    assert "(staat uit)" in tab.words(), "nothing disappears silently"
    assert agenda(record.session)[1].minutes == 15, "moving keeps the minutes"


def test_the_sum_of_the_agenda_is_held_against_the_time(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").unfold("part", "Agenda")
    assert "te veel" not in tab.words()
    tab.choose("minutes:welkom", 120)
    assert "minuten te veel" in tab.words()


def test_an_own_item_gets_its_place_in_the_talk(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").unfold("part", "Agenda")
    tab.fill("own_item", Titel="Vervoer", Vraag="Wie brengt ze?").send("own_item")
    own = f"own-{record.seq(OwnItem)}"
    assert [item.id for item in agenda(record.session)][-2] == own
    tab.press("to_conversation").go_to(f"jump:{own}")
    assert tab.question == "Wie brengt ze?"
    tab.press("to_set_up").unfold("part", "Agenda").press(f"remove:{own}")
    assert not record.all(OwnItem)


def test_norms_and_frameworks_are_chosen(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").unfold("part", "Normen")
    tab.choose("plan:mo-8", True).choose("plan:vo-1.1", True).choose("plan:mo-8", False)
    assert record.only_at(("detail", "chosen")).value == ("vo-1.1",)
    tab.choose("detail:frameworks", [frameworks(record.session)[-1].id])
    assert len(frameworks(record.session)) == 1


def test_the_spelregels_can_be_the_regions_own(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").unfold("part", "Spelregels en verslag")
    tab.choose("detail:ground-rules", "Telefoons uit.\nLaat elkaar uitpraten.")
    assert details(record.session).ground_rules == ("Telefoons uit.", "Laat elkaar uitpraten.")
    assert "•  Telefoons uit." in tab.words()


def test_a_session_is_removed_only_after_a_clear_yes(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").unfold("part", "Spelregels en verslag")
    assert tab.field("delete").disabled
    tab.choose("sure", True).press("delete")
    assert record.id not in [row.id for row in record.sessions.list()]
    assert "Sessies op deze computer" in tab.words()


def test_a_date_from_elsewhere_that_is_no_date_does_not_break_the_screen(
    record: Record, open_tab: Open
) -> None:
    record.add(Detail(field=DetailField.NEXT_DATE, value=""))
    tab = open_tab("set_up").unfold("part", "Spelregels en verslag")
    assert tab.value("detail:next-date") is None


def test_what_one_prints_beforehand(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").unfold("part", "Spelregels en verslag").unfold("papers")
    labels = [each.proto.label for each in tab.app.get("download_button")]
    assert labels == ["Draaiboek (Word)", "Invulformulieren (Word)"]


def test_a_paper_that_cannot_be_made_takes_nothing_else_away(
    record: Record, open_tab: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> bytes:
        raise ValueError("stuk")

    monkeypatch.setattr("pages.widgets.set_up.papers.word_file", broken)
    tab = open_tab("set_up").unfold("part", "Spelregels en verslag")
    tab.may_fail = True
    tab.unfold("papers")
    assert "Dit bestand kon niet worden gemaakt." in tab.errors[0]
    assert "Huisstijl van het verslag" in tab.words()
