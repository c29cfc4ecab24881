"""What the room offers and confirms: suggestions to take over, and 'klopt dit?'."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import Action, Adoption, Confirmation, Decision, Note, Parked, Suggestion
from guide.errors import InputError, NotFoundError
from guide.models import Author
from guide.roadmap import is_confirmed, objections
from guide.rounds import present, waiting_suggestions
from guide.session import Session
from guide.sessions import Sessions
from tests.in_the_room import People, device, in_dutch


@pytest.fixture
def people(sessions: Sessions, session: Session) -> People:
    return People(sessions, session.id)


# Suggestions


def test_a_suggestion_waits_until_it_is_taken_over(people: People) -> None:
    people.join("keten").room.suggest(people.door, device(1), "Een vast nummer voor scholen")
    ((seq, body),) = waiting_suggestions(people.session)
    assert (body.perspective, body.text) == ("keten", "Een vast nummer voor scholen")
    people.go("stap-agree")
    people.room.adopt(people.session, seq, Action(what="Eén vast nummer voor scholen"))
    assert waiting_suggestions(people.session) == []
    (record,) = people.session.state.records_of(Action)
    assert (record.first.step, record.first.answers) == ("stap-agree", seq)


def test_a_suggestion_taken_over_by_two_at_once_is_recorded_once(people: People) -> None:
    people.join("keten").room.suggest(people.door, device(1), "Idee")
    seen = people.session
    ((seq, _),) = waiting_suggestions(seen)
    people.room.adopt(seen, seq, Parked(text="Idee"))
    people.room.speaking_as(Author.NOTE_TAKER).adopt(seen, seq, Parked(text="Idee"))
    people.room.adopt(people.session, seq, Note(text="Idee"))
    assert len(people.session.state.all(Parked)) == 1
    assert people.session.state.all(Note) == []


def test_a_suggestion_put_aside_can_come_back(people: People) -> None:
    people.join("keten").room.suggest(people.door, device(1), "Idee")
    ((seq, _),) = waiting_suggestions(people.session)
    people.room.put_aside(people.session, seq)
    assert waiting_suggestions(people.session) == []
    people.sessions.undo(people.session)
    assert [found for found, _ in waiting_suggestions(people.session)] == [seq]
    people.room.put_aside(people.session, seq)
    assert waiting_suggestions(people.session) == []


@pytest.mark.parametrize(("text", "words"), [("  ", "nog leeg"), ("x" * 1001, "te lang")])
def test_a_suggestion_is_one_sentence(people: People, text: str, words: str) -> None:
    people.join("keten")
    with pytest.raises(InputError, match=words) as caught:
        people.room.suggest(people.door, device(1), text)
    in_dutch(caught.value)


def test_one_phone_cannot_bury_the_gespreksleider(people: People) -> None:
    people.join("keten")
    for number in range(10):
        people.room.suggest(people.door, device(1), f"Idee {number}")
    people.room.suggest(people.door, device(1), "Idee 3")
    with pytest.raises(InputError, match="Wacht daar even op"):
        people.room.suggest(people.door, device(1), "Nog een")
    assert len(people.session.state.all(Suggestion)) == 10


def test_who_did_not_join_offers_nothing(people: People) -> None:
    with pytest.raises(NotFoundError, match="doet nog niet mee"):
        people.room.suggest(people.door, device(1), "Idee")


def test_only_a_suggestion_can_be_taken_over(people: People) -> None:
    people.sessions.record(people.session, Note(text="a"))
    for seq in (people.session.state.seq, 999):
        with pytest.raises(NotFoundError):
            people.room.adopt(people.session, seq, Note(text="b"))


# Klopt dit?


@pytest.fixture
def at_the_end(people: People) -> People:
    people.join("gemeente", "gemeente", "keten")
    people.sessions.record(people.session, Action(what="Plan maken"))
    return people.go("stap-check-out")


def action_of(people: People) -> int:
    return people.session.state.records_of(Action)[0].seq


def against(people: People) -> list[tuple[str, str]]:
    found = objections(people.session, action_of(people))
    return [(each.perspective, each.objection) for each in found]


def test_two_devices_of_one_perspective_do_not_overwrite_each_other(at_the_end: People) -> None:
    people, seq = at_the_end, action_of(at_the_end)
    people.room.confirm(people.door, device(1), seq, False, "Te snel")
    people.room.confirm(people.door, device(2), seq, True)
    people.room.confirm(people.door, device(3), seq, False, "Wie betaalt?")
    assert against(people) == [("gemeente", "Te snel"), ("keten", "Wie betaalt?")]
    people.room.confirm(people.door, device(1), seq, True)
    assert against(people) == [("keten", "Wie betaalt?")]
    assert not is_confirmed(people.session, seq), "that is for the room to say"


def test_a_corrected_action_must_be_confirmed_again(at_the_end: People) -> None:
    people, seq = at_the_end, action_of(at_the_end)
    people.room.confirm(people.door, device(1), seq, False, "Te snel")
    people.sessions.correct(people.session, seq, Action(what="Plan maken in mei"))
    assert against(people) == []
    people.room.confirm(people.door, device(1), seq, False, "Te snel")
    assert against(people) == [("gemeente", "Te snel")]


def test_what_the_room_confirmed_counts_only_for_the_wording_it_heard(at_the_end: People) -> None:
    people, seq = at_the_end, action_of(at_the_end)

    def confirm() -> bool:
        people.sessions.record(people.session, Confirmation(record=seq, correct=True))
        return is_confirmed(people.session, seq)

    assert not is_confirmed(people.session, seq)
    assert confirm()
    people.sessions.correct(people.session, seq, Action(what="Plan maken in mei"))
    assert not is_confirmed(people.session, seq), "another wording"
    assert confirm()
    people.sessions.undo(people.session)
    people.sessions.undo(people.session)
    assert not is_confirmed(people.session, seq), "the first wording again: to be read once more"
    assert confirm()
    people.sessions.record(people.session, Note(text="iets anders"))
    assert is_confirmed(people.session, seq)


def test_a_no_says_what_should_be_different(at_the_end: People) -> None:
    with pytest.raises(InputError, match="niet klopt") as caught:
        at_the_end.room.confirm(at_the_end.door, device(1), action_of(at_the_end), False, "  ")
    in_dutch(caught.value)


def test_nothing_is_confirmed_before_the_end_or_after_the_minutes_are_adopted(
    at_the_end: People,
) -> None:
    people, seq = at_the_end, action_of(at_the_end)
    people.go("stap-say")
    with pytest.raises(InputError, match="nog gemaakt"):
        people.room.confirm(people.door, device(1), seq, True)
    people.sessions.record(people.session, Adoption(date=dt.date(2027, 4, 1), version="1.0"))
    with pytest.raises(InputError, match="vastgesteld"):
        people.room.confirm(people.door, device(1), seq, True)


def test_only_what_was_agreed_and_still_stands_is_confirmed(at_the_end: People) -> None:
    people, seq = at_the_end, action_of(at_the_end)
    people.sessions.record(people.session, Parked(text="Later"))
    parked = people.session.state.seq
    people.sessions.record(people.session, Decision(text="Wij starten"))
    people.room.confirm(people.door, device(1), people.session.state.seq, True)
    people.sessions.withdraw(people.session, seq)
    for wrong in (parked, seq, 9999):
        with pytest.raises(NotFoundError) as caught:
            people.room.confirm(people.door, device(1), wrong, True)
        in_dutch(caught.value)


def test_a_link_of_the_projector_says_nothing(at_the_end: People) -> None:
    door = at_the_end.room.projector(at_the_end.session_id)
    with pytest.raises(NotFoundError):
        at_the_end.room.join(door, device(9), "gemeente")
    assert present(at_the_end.session) == {"gemeente": 2, "keten": 1}
