"""Two tabs on one session: what either does survives, and the other follows."""

from __future__ import annotations

import datetime as dt

from streamlit.testing.v1 import AppTest

from guide.entries import Action, Detail, Judgement, Note, Priority
from guide.models import DetailField, JudgementValue
from guide.set_up import details
from tests.screens.conftest import Open, Record
from tests.screens.driver import ENTRY, SECONDS, Tab


def reconnected(tab: Tab, seconds: int = SECONDS) -> Tab:
    """The same page after the server forgot it: a new session, with the values the browser held."""
    old = tab.app
    tab.app = AppTest.from_file(ENTRY, default_timeout=seconds)
    tab.app.query_params = dict(old.query_params)
    tab.app._page_hash = old._finished_page_script_hash
    tab.app._run(old._tree.get_widget_states())
    tab.app._page_hash = ""
    assert not tab.app.exception
    assert not tab.errors
    return tab


def test_edits_in_both_tabs_survive(record: Record, open_tab: Open) -> None:
    one, other = open_tab("set_up"), open_tab("set_up")
    one.choose("detail:place", "stadhuis")
    other.choose("detail:region", "Regio Noord")
    found = details(record.session)
    assert (found.place, found.region) == ("stadhuis", "Regio Noord")
    one.run()
    assert one.value("detail:region") == "Regio Noord"
    assert one.value("detail:place") == other.run().value("detail:place") == "stadhuis"


def test_a_field_follows_the_other_tab_without_recording_anything(
    record: Record, open_tab: Open
) -> None:
    one, other = open_tab("set_up"), open_tab("set_up")
    for place in ("stadhuis", "bibliotheek", "stadhuis"):
        one.choose("detail:place", place)
        before = record.session.state.seq
        assert other.run().value("detail:place") == place
        assert record.session.state.seq == before, "following is not answering"


def test_an_edit_that_was_not_sent_yet_is_not_wiped_by_the_other_tab(
    record: Record, open_tab: Open
) -> None:
    one, other = open_tab("set_up"), open_tab("set_up")
    one.field("detail:place").set_value("bibliotheek")
    other.choose("detail:facilitator", "bureau")
    one.run()
    assert details(record.session).place == "bibliotheek"
    assert details(record.session).facilitator == "bureau"


def test_pictures_given_in_two_tabs_stand_beside_each_other(record: Record, open_tab: Open) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=("mo-8",)))
    record.at("normen-bespreken", "mo-8")
    one, other = open_tab("conversation"), open_tab("conversation")
    one.choose("picture:mo-8:gemeente", JudgementValue.NOT_YET)
    other.choose("picture:mo-8:keten", JudgementValue.ASSURED)
    assert one.run().value("picture:mo-8:keten") == JudgementValue.ASSURED
    assert len(record.all(Judgement)) == 2


def test_the_other_tab_follows_to_the_next_question(record: Record, open_tab: Open) -> None:
    one, other = open_tab("conversation"), open_tab("conversation")
    one.go_to("jump:afspraken").say("Dit nemen we mee.")
    assert other.run().question == one.question
    assert "Dit nemen we mee." in other.words("talk")
    assert len(record.all(Note)) == 1


def test_a_form_that_is_being_filled_in_is_not_emptied_by_the_other_tab(
    record: Record, open_tab: Open
) -> None:
    seq = record.add(Priority(title="Rust"))
    record.at("groeipad-acties", f"priority-{seq}")
    form = f"action:priority-{seq}"
    one = open_tab("conversation")
    one.fill(form, Wat="Overleg plannen")
    record.add(Action(what="Iets van de schrijver", priority=seq))
    one.send(form)
    assert [a.what for a in record.all(Action)] == ["Iets van de schrijver", "Overleg plannen"]


def test_two_tabs_can_move_different_items(record: Record, open_tab: Open) -> None:
    one = open_tab("set_up").unfold("part", "Agenda")
    other = open_tab("set_up").unfold("part", "Agenda")
    one.press("down:welkom")
    other.press("use:doel")
    shown = "\n".join(text.value for text in one.run().app.text)
    assert "1  Korte kennismaking" in shown
    assert "(staat uit)" in shown


def test_a_note_withdrawn_elsewhere_can_no_longer_be_changed(
    record: Record, open_tab: Open
) -> None:
    one = open_tab("conversation").say("Er zijn tien plekken.")
    seq = record.seq(Note)
    one.press(f"edit:{seq}")
    record.sessions.withdraw(record.session, seq)
    one.may_fail = True
    one.fill(f"editor:{seq}", Tekst="Er zijn twaalf plekken.").send(f"editor:{seq}")
    assert not record.all(Note)
    assert "Er ging iets mis" not in one.words()


def test_after_a_lost_session_an_old_value_does_not_overwrite_a_newer_one(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("set_up").choose("detail:place", "stadhuis")
    record.add(Detail(field=DetailField.PLACE, value="bibliotheek"))
    record.add(Detail(field=DetailField.START, value="09:00"))
    record.add(Detail(field=DetailField.SECTORS, value=("mo",)))
    before = record.session.state.seq
    reconnected(tab)
    found = details(record.session)
    assert record.session.state.seq == before, "showing is not changing"
    assert (found.place, found.start) == ("bibliotheek", dt.time(9))
    assert tab.value("detail:place") == "bibliotheek"
    assert tab.value("detail:start") == dt.time(9)
    assert tab.value("detail:sectors") == ["mo"]


def test_after_a_lost_session_an_old_picture_does_not_overwrite_a_newer_one(
    record: Record, open_tab: Open
) -> None:
    record.add(Detail(field=DetailField.CHOSEN, value=("mo-8",)))
    record.at("normen-bespreken", "mo-8")
    tab = open_tab("conversation").choose("picture:mo-8:gemeente", JudgementValue.NOT_YET)
    record.add(Judgement(target="mo-8", perspective="gemeente", value=JudgementValue.MOSTLY))
    reconnected(tab)
    assert tab.value("picture:mo-8:gemeente") == JudgementValue.MOSTLY
    assert record.only_at(("judgement", "mo-8", "gemeente")).value == JudgementValue.MOSTLY


def test_after_a_lost_session_the_next_edit_counts(record: Record, open_tab: Open) -> None:
    tab = reconnected(open_tab("set_up"))
    tab.choose("detail:place", "stadhuis")
    assert details(record.session).place == "stadhuis"
    reconnected(tab).choose("detail:place", "bibliotheek")
    assert details(record.session).place == "bibliotheek"


def test_an_edit_made_while_the_connection_was_gone_is_not_lost(
    record: Record, open_tab: Open
) -> None:
    tab = open_tab("set_up").choose("detail:place", "stadhuis")
    tab.field("detail:place").set_value("bibliotheek")
    reconnected(tab)
    assert details(record.session).place == "bibliotheek"
    assert tab.value("detail:place") == "bibliotheek"


def test_a_press_that_arrives_in_a_new_session_still_counts(record: Record, open_tab: Open) -> None:
    tab = open_tab("conversation")
    first = tab.question
    tab.app.button(key="next").click()
    assert reconnected(tab).question != first
    tab.app.chat_input(key="typed").set_value("Dit is gezegd.")
    reconnected(tab)
    assert [note.text for note in record.all(Note)] == ["Dit is gezegd."]
