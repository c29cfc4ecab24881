"""The verbs: what the gespreksleider, the schrijver and the phones can do, and what stays."""

from __future__ import annotations

import datetime as dt

import pytest

from guide import sessions as sessions_module
from guide.agenda import current_place
from guide.content_models import Content
from guide.entries import (
    Action,
    Decision,
    Detail,
    Dismissal,
    Draft,
    Judgement,
    Note,
    Parked,
)
from guide.errors import InputError, NotFoundError
from guide.fold import fold
from guide.models import Author, DetailField, JudgementValue
from guide.session import Session
from guide.sessions import Sessions
from guide.set_up import details
from guide.store import Store, new_key
from tests.conftest import GoTo, Say, place_of


def notes(session: Session) -> list[str]:
    return [body.text for _, body in session.state.all(Note)]


def history(sessions: Sessions, session: Session) -> list[int]:
    return [entry.seq for entry in sessions.store.entries_after(session.id)]


@pytest.fixture
def sessions(store: Store, content: Content) -> Sessions:
    """In a fresh database: these tests also look at the list of sessions."""
    return Sessions(store, content)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody clicks twice by accident, however fast these tests are."""
    monkeypatch.setattr(sessions_module, "_DOUBLE_CLICK", dt.timedelta(0))


# Starting


def test_a_new_session_knows_its_region_and_date(session: Session) -> None:
    assert details(session).region == "Voorbeeldregio"
    assert details(session).date == dt.date(2027, 3, 12)


def test_a_new_session_begins_at_the_first_step(session: Session) -> None:
    assert current_place(session).step.id == "stap-say"


@pytest.mark.parametrize("region", ["", "   ", "\x00"])
def test_a_session_without_a_region_is_not_started(sessions: Sessions, region: str) -> None:
    with pytest.raises(InputError, match="regio ontbreekt"):
        sessions.start(region, "2027-03-12")
    assert sessions.list() == []


def test_a_session_on_a_day_that_does_not_exist_is_not_started(sessions: Sessions) -> None:
    with pytest.raises(InputError, match="datum bestaat niet"):
        sessions.start("Voorbeeldregio", "2027-02-30")
    assert sessions.list() == []


def test_an_unknown_session_says_where_to_go(sessions: Sessions) -> None:
    with pytest.raises(NotFoundError, match="Ga naar Start"):
        sessions.load("bestaat-niet")


def test_the_list_tells_the_examples_apart(sessions: Sessions, session: Session) -> None:
    example = sessions.start("Voorbeeld", "2027-01-01", example=True)
    assert {row.id: row.example for row in sessions.list()} == {session.id: False, example: True}


def test_a_session_keeps_the_texts_it_was_started_with(
    sessions: Sessions, session: Session, content: Content
) -> None:
    renamed = content.agendas[0].model_copy(update={"title": "Nieuwe agenda"})
    later = Sessions(sessions.store, content.model_copy(update={"agendas": (renamed,)}))
    assert later.load(session.id).script.agenda.title == "Voorbeeldagenda"
    fresh = later.load(later.start("Voorbeeldregio", "2028-03-12"))
    assert fresh.script.agenda.title == "Nieuwe agenda"


def test_a_deleted_session_is_gone(sessions: Sessions, session: Session) -> None:
    sessions.delete(session.id)
    assert sessions.list() == []
    with pytest.raises(NotFoundError):
        sessions.load(session.id)


# Recording


def test_what_is_recorded_is_in_the_file_before_the_verb_returns(
    sessions: Sessions, session: Session, content: Content
) -> None:
    sessions.record(session, Note(text="vastgelegd"))
    elsewhere = Sessions(Store(sessions.store.url), content)
    assert notes(elsewhere.load(session.id)) == ["vastgelegd"]
    elsewhere.store.close()


def test_a_note_belongs_to_the_step_and_norm_it_was_made_at(
    sessions: Sessions, session: Session, at: GoTo
) -> None:
    chosen = sessions.record(session, Detail(field=DetailField.CHOSEN, value=("mo-1", "mo-8")))
    there = sessions.record(at(chosen, "stap-norms", "mo-8"), Note(text="hier"))
    record = there.state.records_of(Note)[0]
    assert (record.first.step, record.first.target) == ("stap-norms", "mo-8")


def test_a_phone_can_record_at_another_place_than_where_the_talk_is(
    sessions: Sessions, session: Session
) -> None:
    place = place_of(session, "stap-themes", "mo-t2")
    body = Judgement(target="mo-t2", perspective="keten", value=JudgementValue.MOSTLY)
    given = sessions.record(session, body, place=place, author=Author.PARTICIPANT)
    first = given.state.records_of(Judgement)[0].first
    assert (first.step, first.target, first.author) == ("stap-themes", "mo-t2", "participant")


def test_a_set_up_field_belongs_to_no_step(sessions: Sessions, session: Session) -> None:
    changed = sessions.record(session, Detail(field=DetailField.PLACE, value="Stadhuis"))
    assert changed.state.records_of(Detail)[-1].first.step == ""


def test_a_refused_entry_leaves_no_trace(sessions: Sessions, session: Session) -> None:
    with pytest.raises(InputError):
        sessions.record(session, Note(text="   "))
    assert sessions.newest(session.id) == session.state.seq


def test_a_form_that_changed_a_copy_is_cleaned_like_everything_else(
    sessions: Sessions, session: Session
) -> None:
    copied = Note(text="a").model_copy(update={"text": " met\x00 rommel\ud800 "})
    after = sessions.record(session, copied)
    assert notes(after) == ["met rommel"]
    with pytest.raises(InputError):
        sessions.record(after, copied.model_copy(update={"text": "\x00"}))


def test_the_same_click_twice_is_recorded_once(sessions: Sessions, session: Session) -> None:
    key = new_key()
    first = sessions.record(session, Note(text="klik"), key=key)
    second = sessions.record(first, Note(text="klik"), key=key)
    stale = sessions.record(session, Note(text="klik"), key=key)
    assert notes(second) == notes(stale) == ["klik"]


def test_the_state_in_memory_is_the_state_of_the_file(
    sessions: Sessions, session: Session, say: Say, content: Content
) -> None:
    grown = say(session, Note(text="a"), Decision(text="b"), Parked(text="c"))
    grown = sessions.correct(grown, 3, Note(text="d"))
    grown, _ = sessions.undo(grown)
    assert grown.state == fold(sessions.store.entries_after(session.id))
    assert grown.state == Sessions(sessions.store, content).load(session.id).state


# Correcting, taking back, undoing


def test_a_corrected_note_keeps_its_first_wording_place_and_author(
    sessions: Sessions, session: Session
) -> None:
    said = sessions.record(session, Note(text="eerst"), author=Author.NOTE_TAKER)
    fixed = sessions.correct(said, 3, Note(text="beter", perspective="keten"))
    record = fixed.state.records_of(Note)[0]
    assert [v.entry.body for v in record.versions] == [
        Note(text="eerst"),
        Note(text="beter", perspective="keten"),
    ]
    assert record.entry.step == record.first.step
    assert (record.first.author, record.entry.author) == (Author.NOTE_TAKER, Author.FACILITATOR)


def test_a_correction_obeys_the_same_rules(sessions: Sessions, session: Session) -> None:
    said = sessions.record(session, Note(text="eerst"))
    with pytest.raises(InputError, match="nog geen tekst"):
        sessions.correct(said, 3, Note(text=""))


@pytest.mark.parametrize("seq", [99, 3])
def test_what_is_not_there_any_more_cannot_be_corrected(
    sessions: Sessions, session: Session, seq: int
) -> None:
    said = sessions.withdraw(sessions.record(session, Note(text="weg")), 3)
    with pytest.raises(NotFoundError, match="bestaat niet"):
        sessions.correct(said, seq, Note(text="toch"))


def test_a_picture_cannot_be_corrected_into_the_picture_of_somebody_else(
    sessions: Sessions, session: Session
) -> None:
    mine = Judgement(target="mo-8", perspective="gemeente", value=JudgementValue.MOSTLY)
    given = sessions.record(session, mine)
    with pytest.raises(InputError, match="iets anders"):
        sessions.correct(given, 3, mine.model_copy(update={"perspective": "keten"}))
    with pytest.raises(InputError, match="iets anders"):
        sessions.correct(given, 3, Note(text="nu een notitie"))


def test_a_withdrawn_note_can_be_restored(sessions: Sessions, session: Session) -> None:
    gone = sessions.withdraw(sessions.record(session, Note(text="a")), 3, "dubbel")
    assert notes(gone) == []
    assert notes(sessions.restore(gone, 3)) == ["a"]
    assert history(sessions, session) == [1, 2, 3, 4, 5], "nothing was removed"


def test_what_never_was_cannot_be_withdrawn_or_restored(
    sessions: Sessions, session: Session
) -> None:
    with pytest.raises(NotFoundError, match="bestaat niet"):
        sessions.withdraw(session, 99)
    with pytest.raises(NotFoundError, match="bestaat niet"):
        sessions.restore(session, 99)


def test_undo_takes_back_the_last_thing_and_says_what_it_was(
    sessions: Sessions, session: Session, say: Say
) -> None:
    undone, what = sessions.undo(say(session, Note(text="a"), Note(text="b")))
    assert notes(undone) == ["a"]
    assert what is not None
    assert what.body == Note(text="b")


def test_undo_of_the_schrijver_leaves_what_the_gespreksleider_typed(
    sessions: Sessions, session: Session
) -> None:
    both = sessions.record(session, Note(text="schrijver"), author=Author.NOTE_TAKER)
    both = sessions.record(both, Note(text="gespreksleider"))
    undone, _ = sessions.speaking_as(Author.NOTE_TAKER).undo(both)
    assert notes(undone) == ["gespreksleider"]


def test_undo_stops_before_the_region_and_the_date(
    sessions: Sessions, session: Session, say: Say
) -> None:
    undone = say(session, Note(text="a"))
    for _ in range(5):
        undone, what = sessions.undo(undone)
    assert what is None
    assert details(undone).region == "Voorbeeldregio"
    assert details(undone).date == dt.date(2027, 3, 12)


def test_undo_leaves_the_talk_where_it_is(
    sessions: Sessions, session: Session, at: GoTo, say: Say
) -> None:
    there = at(say(session, Note(text="a")), "stap-ask")
    undone, _ = sessions.undo(there)
    assert notes(undone) == []
    assert current_place(undone).step.id == "stap-ask"


def test_a_changed_set_up_field_goes_back_to_its_former_value(
    sessions: Sessions, session: Session, say: Say
) -> None:
    renamed = say(session, Detail(field=DetailField.REGION, value="Andere regio"))
    undone, _ = sessions.undo(renamed)
    assert details(undone).region == "Voorbeeldregio"


# Drafts

DRAFT = Draft(text="actie: bellen", proposal=Action(what="bellen"))


def actions(session: Session) -> list[str]:
    return [body.what for _, body in session.state.all(Action)]


def test_a_draft_counts_only_after_a_yes(sessions: Sessions, session: Session) -> None:
    draft = sessions.record(session, DRAFT)
    assert actions(draft) == []
    assert actions(sessions.accept(draft, 3)) == ["bellen"]


def test_a_draft_can_be_changed_before_it_is_confirmed(
    sessions: Sessions, session: Session
) -> None:
    draft = sessions.record(session, DRAFT)
    changed = sessions.accept(draft, 3, Action(what="bellen", owner="Gemeente"))
    assert changed.state.all(Action)[0][1].owner == "Gemeente"


def test_two_people_who_confirm_one_draft_record_one_action(
    sessions: Sessions, session: Session, content: Content
) -> None:
    draft = sessions.record(session, DRAFT)
    other = Sessions(sessions.store, content)
    there = other.load(session.id)
    sessions.accept(draft, 3)
    assert actions(other.accept(there, 3)) == ["bellen"]
    assert actions(sessions.accept(sessions.load(session.id), 3)) == ["bellen"]


def test_a_draft_that_was_put_aside_by_mistake_can_still_be_confirmed(
    sessions: Sessions, session: Session
) -> None:
    aside = sessions.accept(sessions.record(session, DRAFT), 3, Dismissal())
    assert actions(sessions.accept(aside, 3)) == []
    undone, _ = sessions.undo(aside)
    assert actions(sessions.accept(undone, 3)) == ["bellen"]


def test_only_a_draft_that_is_still_there_can_be_confirmed(
    sessions: Sessions, session: Session
) -> None:
    gone = sessions.withdraw(sessions.record(session, DRAFT), 3)
    for seq in (1, 3, 99):
        with pytest.raises(NotFoundError, match="voorstel bestaat niet"):
            sessions.accept(gone, seq)


def test_a_draft_changed_into_nothing_is_not_recorded(sessions: Sessions, session: Session) -> None:
    draft = sessions.record(session, DRAFT)
    with pytest.raises(InputError, match="nog niet wat er gebeurt"):
        sessions.accept(draft, 3, Action(what="a").model_copy(update={"what": " "}))
