"""The talk: a typed line becomes a note, a draft that is read back, or an answer of the naslag."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import Action, Decision, Draft, LibraryQuestion, Note, Parked
from tests.screens.conftest import Open, Record

STEP = "inchecken"


@pytest.fixture(autouse=True)
def in_the_middle(record: Record) -> None:
    """At a step where the room talks."""
    record.at(STEP)


def test_plain_text_is_a_note_of_the_room_at_the_present_step(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").say("Wij missen een vast aanspreekpunt.")
    assert record.only(Note) == Note(text="Wij missen een vast aanspreekpunt.")
    assert record.history(Note).first.step == STEP
    assert "Wij missen een vast aanspreekpunt." in tab.words("talk")
    assert "De zaal" in tab.words("talk")
    assert not record.all(Draft), "a note is not read back"


def test_a_note_can_be_said_by_a_perspective(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("@gemeente: Het jeugdteam is er op dinsdag.")
    assert record.only(Note).perspective == "gemeente"
    assert "Gemeente" in tab.words("talk")
    assert "@gemeente" not in tab.words("talk")


def test_a_private_note_does_not_appear_in_the_talk(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("privé: let op de spanning tussen beide partijen")
    assert record.only(Note).private
    assert "spanning" not in tab.words("talk")
    assert "spanning" not in tab.words("question")
    tab.press("next")
    assert "spanning" not in tab.words(), "not anywhere at the next step"
    tab.go_to("jump:doel").unfold("older")
    assert "spanning" not in tab.words(), "not among the earlier items either"


def test_private_notes_are_drawn_only_when_somebody_opens_them(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").say("privé: let op de spanning")
    assert "Privénotities (1)" in tab.words()
    assert "spanning" not in tab.words()
    assert "spanning" in tab.unfold("private").words("private")
    tab.press(f"withdraw:{record.seq(Note)}")
    assert "private" not in tab


def test_what_is_undone_is_named_but_not_when_it_was_private(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").say("Dit gaat goed.").say("privé: dit gaat níet goed")
    assert "níet goed" not in tab.press("undo").words(), "the screen may be on the wall"
    assert [note.text for note in record.all(Note)] == ["Dit gaat goed."]
    assert "Ongedaan gemaakt: Dit gaat goed." in tab.press("undo").words()
    assert not record.all(Note)
    assert "niets meer" in tab.press("undo").words()


def test_an_action_is_read_back_and_counts_only_after_a_yes(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    tab.say("actie: warme overdracht regelen @gemeente #8b vóór 1 juni 2027")
    assert "Ik noteer een actie: warme overdracht regelen" in tab.words("talk")
    assert "Norm 8b MO" in tab.words("talk")
    assert not record.all(Action), "not before somebody says yes"
    tab.press(f"yes:{record.seq(Draft)}")
    action = record.only(Action)
    assert (action.what, action.norms) == ("warme overdracht regelen", ("mo-8b",))
    assert action.due == dt.date(2027, 6, 1)
    assert "Klopt dit?" not in tab.words("talk")


def test_pressing_yes_twice_records_the_action_once(record: Record, open_tab: Open) -> None:
    tab, other = open_tab("conversation"), open_tab("conversation")
    tab.say("actie: overleg plannen")
    yes = f"yes:{record.seq(Draft)}"
    other.run()
    tab.press(yes)
    other.press(yes)
    assert len(record.all(Action)) == 1


def test_a_draft_can_be_changed_before_it_counts(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("actie: overleg plannen")
    seq = record.seq(Draft)
    tab.press(f"change:{seq}")
    form = f"draft:{seq}"
    assert tab.field_in(form, "Wat gaat er").value == "overleg plannen"
    tab.fill(form, Trekker="jeugdteam, procesregisseur", Wanneer_klaar="juni 2028").send(form)
    action = record.only(Action)
    assert action.owner == "jeugdteam, procesregisseur"
    assert action.due == dt.date(2028, 6, 30)
    assert form not in tab


def test_a_draft_can_stay_a_plain_note_or_be_dropped(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("actie: misschien later")
    tab.press(f"as_note:{record.seq(Draft)}")
    assert record.only(Note).text == "actie: misschien later"
    tab.say("besluit: toch maar niet")
    second = max(seq for seq, _ in record.session.state.all(Draft))
    tab.press(f"drop:{second}")
    assert "Klopt dit?" not in tab.words("talk")
    assert not record.all(Action) + record.all(Decision)
    assert len(record.all(Note)) == 1


@pytest.mark.parametrize(
    ("typed", "read_back", "kind"),
    [
        ("besluit: we starten in mei", "Ik noteer een besluit: we starten in mei.", Decision),
        ("parkeer: vervoer naar school", "Ik zet op de parkeerlijst: vervoer", Parked),
    ],
)
def test_a_decision_and_a_parked_point_are_read_back_too(
    record: Record,
    open_tab: Open,
    typed: str,
    read_back: str,
    kind: type[Decision] | type[Parked],
) -> None:
    tab = open_tab("conversation").say(typed)
    assert read_back in tab.words("talk")
    assert not record.all(kind)
    tab.press(f"yes:{record.seq(Draft)}")
    assert record.only(kind).text == typed.split(": ")[1]


def test_a_question_is_answered_from_the_naslag_and_is_no_note(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").say("?warme overdracht")
    assert record.only(LibraryQuestion).text == "warme overdracht"
    assert "Naslag" in tab.words("talk")
    assert "overdracht" in tab.words("talk").split("?warme overdracht")[1]
    assert not record.all(Note)
    tab.say("?qwxzqwxz")
    assert "Hierover staat niets in de naslag" in tab.words("talk")


def test_a_note_can_be_changed_and_its_history_stays(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("Er zijn tien plekken.")
    seq = record.seq(Note)
    tab.press(f"edit:{seq}")
    form = f"editor:{seq}"
    tab.fill(form, Tekst="Er zijn twaalf plekken.", Wie="keten").send(form)
    assert record.only(Note) == Note(text="Er zijn twaalf plekken.", perspective="keten")
    assert "aangepast" in tab.words("talk")
    assert "tien plekken" not in tab.words("talk")
    assert len(record.history(Note).versions) == 2
    tab.press("undo")
    assert record.only(Note).text == "Er zijn tien plekken.", "one wording back, not the note"


def test_changing_nothing_records_nothing(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("Er zijn tien plekken.")
    seq = record.seq(Note)
    before = record.session.state.seq
    tab.press(f"edit:{seq}").press(f"keep:{seq}")
    tab.press(f"edit:{seq}").send(f"editor:{seq}")
    assert record.session.state.seq == before
    assert f"keep:{seq}" not in tab


def test_a_withdrawn_note_can_be_put_back(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("Dit klopt niet helemaal.")
    seq = record.seq(Note)
    tab.press(f"withdraw:{seq}")
    assert not record.all(Note)
    assert "Dit klopt niet" not in tab.words("talk")
    assert "(ingetrokken)" in tab.words("talk")
    tab.press(f"restore:{seq}")
    assert record.only(Note).text == "Dit klopt niet helemaal."


def test_a_quick_answer_is_one_press(record: Record, open_tab: Open) -> None:
    step = record.at("normenkader-onduidelijk").step
    answer = step.quick_answers[0]
    tab = open_tab("conversation").press(f"quick:{step.id}:{answer.label}")
    assert record.only(Note).text == answer.note
    assert answer.note in tab.words("talk")


def test_each_perspective_can_say_something_in_one_go(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    form = f"each:{STEP}"
    tab.fill(form, Gemeente="Hoe lang blijven kinderen?", Ketenpartners="Wie belt de school?")
    tab.run()
    assert not record.all(Note), "nothing is sent yet"
    tab.send(form)
    said = {note.perspective: note.text for note in record.all(Note)}
    assert said == {"gemeente": "Hoe lang blijven kinderen?", "keten": "Wie belt de school?"}
    assert "Wie belt de school?" in tab.words("talk")
    assert tab.field_in(form, "Ketenpartners").value == "", "ready for the next"


def test_what_was_not_sent_yet_is_still_there_after_a_step_further(
    record: Record, open_tab: Open
) -> None:
    form = f"each:{STEP}"
    tab = open_tab("conversation").fill(form, Ketenpartners="Wie belt de school?")
    assert form not in tab.press("next")
    assert tab.press("back").field_in(form, "Ketenpartners").value == "Wie belt de school?"
    assert not record.all(Note)


def test_earlier_items_are_folded_and_can_be_read_back(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("Een vraag van het begin.")
    tab.go_to("jump:doel")
    assert "Een vraag van het begin." not in tab.words()
    assert "Een vraag van het begin." in tab.unfold("older").words()


def test_what_the_guide_asks_can_be_put_aside(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation").say("@gemeente: wij weten het niet")
    asks = [key for key in sorted(tab.keys) if key.startswith("aside:")]
    assert asks, "the guide asks after the others"
    before = tab.words("talk")
    tab.press(asks[0])
    assert asks[0] not in tab
    assert tab.words("talk") != before
    assert "wij weten het niet" in tab.words("talk"), "what was said stays"


def test_undo_right_after_intrekken_puts_back_what_was_withdrawn(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("conversation").say("Er zijn tien plekken.").say("Er is een wachtlijst.")
    first = record.session.state.all(Note)[0][0]
    tab.press(f"withdraw:{first}").press("undo")
    assert [note.text for note in record.all(Note)] == [
        "Er zijn tien plekken.",
        "Er is een wachtlijst.",
    ]
    assert "Teruggezet: Er zijn tien plekken." in tab.words()
    tab.press("undo")
    assert [note.text for note in record.all(Note)] == ["Er zijn tien plekken."]
    assert "Ongedaan gemaakt: Er is een wachtlijst." in tab.words()
