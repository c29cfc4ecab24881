"""Likely personal data: first a warning, then a choice, and what was typed is never lost."""

from __future__ import annotations

import pytest

from guide.entries import Action, Draft, Note, Party, Picks, Priority, Weighing
from guide.session import Session
from tests.screens.conftest import Open, Record

PHONE = "06-12345678"
CALL = f"Bel de moeder op {PHONE}."


@pytest.fixture(autouse=True)
def in_the_middle(record: Record) -> None:
    record.at("inchecken")


def test_a_phone_number_is_held_back_and_the_room_is_warned(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say(CALL)
    assert "telefoonnummer" in tab.words("held_back")
    assert "nog niet vastgelegd" in tab.words("held_back")
    assert not record.all(Note)
    assert CALL not in tab.words("talk")
    tab.press("held_record")
    assert record.only(Note).text == CALL
    assert "held_back" not in tab


def test_not_recording_gives_the_text_back_to_change(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say(f"@gemeente: {CALL}")
    tab.press("held_drop")
    assert tab.field_in("held_change", "Pas de tekst").value == f"@gemeente: {CALL}"
    tab.fill("held_change", Pas="@gemeente: Bel de moeder.").send("held_change")
    assert record.only(Note) == Note(text="Bel de moeder.", perspective="gemeente")
    assert "held_back" not in tab


def test_a_private_note_stays_private_and_is_not_repeated_on_the_screen(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").say(f"privé: {CALL}")
    assert PHONE not in tab.words(), "the screen may be on the wall"
    tab.press("held_drop")
    tab.fill("held_change", Pas="privé: Bel de moeder.").send("held_change")
    assert record.only(Note) == Note(text="Bel de moeder.", private=True)
    assert "Bel de moeder" not in tab.words()


def test_changed_text_is_looked_at_again(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say(CALL).press("held_drop")
    tab.fill("held_change", Pas="Mail naar iemand@voorbeeld.nl.").send("held_change")
    assert "e-mailadres" in tab.words("held_back")
    assert not record.all(Note)


def test_what_is_held_back_can_be_thrown_away(record: Record, open_tab: Open) -> None:
    before = record.session.state.seq
    tab = open_tab("conversation").say(CALL).press("held_drop").press("held_discard")
    assert "held_back" not in tab
    assert record.session.state.seq == before


def test_a_draft_is_understood_anew_after_the_change(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say(f"actie: bellen met {PHONE} @gemeente")
    assert not record.all(Draft)
    tab.press("held_drop")
    tab.fill("held_change", Pas="actie: bellen @jeugdteam vóór 1 juni 2027").send("held_change")
    proposal = record.only(Draft).proposal
    assert isinstance(proposal, Action)
    assert (proposal.what, proposal.owner) == ("bellen", "jeugdteam")


def test_two_at_once_wait_for_each_other(record: Record, open_tab: Open) -> None:
    mail = "Mail naar iemand@voorbeeld.nl."
    tab = open_tab("conversation").fill("each:inchecken", Gemeente=CALL, Ketenpartners=mail)
    tab.send("each:inchecken")
    assert "telefoonnummer" in tab.words("held_back")
    tab.press("held_record")
    assert "e-mailadres" in tab.words("held_back")
    tab.press("held_record")
    assert [n.perspective for n in record.all(Note)] == ["gemeente", "keten"]


def test_it_is_recorded_where_it_was_said(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say(CALL).press("next").press("held_record")
    assert record.history(Note).first.step == "inchecken"
    assert CALL not in tab.words("talk"), "the talk of another item"


def test_a_correction_that_is_held_back_stays_a_correction(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("Bel de moeder.")
    seq = record.seq(Note)
    form = f"editor:{seq}"
    tab.press(f"edit:{seq}").fill(form, Tekst=CALL).send(form)
    assert record.only(Note).text == "Bel de moeder."
    tab.press("held_record")
    assert record.only(Note).text == CALL
    assert len(record.history(Note).versions) == 2


def test_an_organisation_with_a_phone_number_is_not_lost(record: Record, open_tab: Open) -> None:
    tab = open_tab("set_up").unfold("part", "Wie")
    tab.fill("party", Organisatie=f"Opvang Noord, {PHONE}").send("party")
    assert not record.all(Party)
    tab.press("held_drop").fill("held_change", Pas="Opvang Noord").send("held_change")
    assert record.only(Party).name == "Opvang Noord"


def test_answers_to_the_weighing_questions_are_looked_at_too(
    record: Record, open_tab: Open
) -> None:
    question = weigh_question(record.session)
    record.add(Picks(perspective="gemeente", targets=("mo-8",)))
    record.at("wegen")
    tab = open_tab("conversation")
    tab.fill("weigh:mo-8", **{question: CALL}).send("weigh:mo-8")
    assert not record.all(Weighing)
    tab.press("held_drop").fill("held_change", Pas="Bel de moeder.").send("held_change")
    assert "Bel de moeder." in record.only(Weighing).answers.values()


def test_ordinary_words_are_not_held_back(record: Record, open_tab: Open) -> None:
    for typed in ("Norm 8b geldt sinds 2022 MO.", "Er zijn 12 plekken op 3 locaties."):
        assert "held_back" not in open_tab("conversation").say(typed)
    assert len(record.all(Note)) == 2


@pytest.mark.parametrize("screen", ["roadmap", "set_up", "minutes"])
def test_it_waits_on_every_screen_of_the_session(
    record: Record, open_tab: Open, screen: str
) -> None:
    tab = open_tab("conversation").say(CALL).press(f"to_{screen}")
    assert "telefoonnummer" in tab.words("held_back")
    assert "telefoonnummer" in tab.press("to_conversation").words("held_back")
    assert not record.all(Action) + record.all(Priority)


def weigh_question(session: Session) -> str:
    """The first words of the first weighing question."""
    return session.script.wording.weigh_questions[0][1][:12]
