"""Getting into the room: codes, keys and devices; opened, renewed and closed."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest

from guide.access import FREE_GUESSES, Role
from guide.entries import Answer, Joined, Note, Party, Round
from guide.errors import InputError, NotFoundError
from guide.live_agreements import is_over
from guide.models import Author
from guide.room import Room
from guide.rounds import answered_count
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.in_the_room import NORM, PICTURE, People, device, in_dutch

NOW = dt.datetime(2027, 3, 12, 12, 0, tzinfo=dt.UTC)
WRONG_CODE = "222222"


@pytest.fixture
def people(sessions: Sessions, session: Session) -> People:
    return People(sessions, session.id)


# Getting in


def test_joining_is_closed_until_it_is_opened(sessions: Sessions, session: Session) -> None:
    assert Room(sessions).joining(session.id) is None


def test_opening_again_keeps_the_code_that_is_on_the_wall(people: People) -> None:
    assert people.room.open_joining(people.session_id) == people.door
    people.room.close_joining(people.session_id)
    assert people.room.open_joining(people.session_id) == people.door


def test_a_typed_code_opens_the_session_and_so_does_its_key(people: People) -> None:
    code = people.door.code
    typed = f" {code[:3]}-{code[3:]} ".lower()
    assert people.room.by_code(typed, "client", NOW) == people.door
    assert people.room.by_key(people.door.key, Role.PARTICIPANT) == people.door


def test_a_key_opens_only_the_view_it_was_made_for(people: People) -> None:
    projector = people.room.projector(people.session_id)
    assert projector == people.room.projector(people.session_id)
    assert projector.code == ""
    for key, role in ((projector.key, Role.PARTICIPANT), (people.door.key, Role.PROJECTOR)):
        with pytest.raises(NotFoundError, match="werkt niet") as caught:
            people.room.by_key(key, role)
        in_dutch(caught.value)


@pytest.mark.parametrize("key", ["", "x", "' OR 1=1 --", "a" * 5000, "\x00"])
def test_a_made_up_key_opens_nothing(people: People, key: str) -> None:
    with pytest.raises(NotFoundError):
        people.room.by_key(key, Role.PARTICIPANT)


def test_an_empty_code_is_not_that_of_a_projector(people: People) -> None:
    people.room.projector(people.session_id)
    with pytest.raises(InputError):
        people.room.by_code("", "client", NOW)


def test_guessing_is_slowed_down_even_when_the_next_guess_is_right(people: People) -> None:
    for _ in range(FREE_GUESSES):
        with pytest.raises(NotFoundError, match="klopt niet"):
            people.room.by_code(WRONG_CODE, "client", NOW)
    with pytest.raises(InputError, match="Te vaak"):
        people.room.by_code(people.door.code, "client", NOW)
    assert people.room.by_code(people.door.code, "another", NOW) == people.door
    later = NOW + dt.timedelta(minutes=1)
    assert people.room.by_code(people.door.code, "client", later) == people.door


def test_what_cannot_be_a_code_is_not_counted_as_a_guess(people: People) -> None:
    for _ in range(FREE_GUESSES + 1):
        with pytest.raises(InputError, match="6 tekens"):
            people.room.by_code("hallo", "client", NOW)
    assert people.room.by_code(people.door.code, "client", NOW) == people.door


def test_a_renewed_code_kills_the_old_code_and_key(people: People) -> None:
    people.join("gemeente").ask()
    new = people.room.renew_code(people.session_id)
    assert new.is_open
    with pytest.raises(NotFoundError):
        people.room.by_code(people.door.code, "client", NOW)
    with pytest.raises(NotFoundError, match="nieuwe link"):
        people.answer(1, "mostly")
    people.room.answer(new, device(1), PICTURE, NORM, ("mostly",))
    assert answered_count(people.session, people.round()) == 1


def test_a_renewed_projector_key_kills_the_old_one(people: People) -> None:
    old = people.room.projector(people.session_id)
    people.room.renew_projector(people.session_id)
    with pytest.raises(NotFoundError):
        people.room.by_key(old.key, Role.PROJECTOR)


def test_a_code_renewed_while_joining_is_closed_stays_closed(people: People) -> None:
    people.room.close_joining(people.session_id)
    assert not people.room.renew_code(people.session_id).is_open


def test_when_joining_is_closed_nobody_new_comes_in_but_who_is_in_goes_on(people: People) -> None:
    people.join("gemeente").ask()
    people.room.close_joining(people.session_id)
    with pytest.raises(NotFoundError, match="gesloten"):
        people.room.by_code(people.door.code, "client", NOW)
    with pytest.raises(InputError, match="Meedoen is gesloten"):
        people.join("keten")
    people.room.join(people.door, device(1), "gemeente")
    people.answer(1, "mostly")
    assert answered_count(people.session, people.round()) == 1


def test_after_the_session_a_closed_link_shows_nothing_any_more(people: People) -> None:
    people.finish()
    assert is_over(people.session)
    assert people.room.by_key(people.door.key, Role.PARTICIPANT).is_open
    people.room.close_joining(people.session_id)
    with pytest.raises(NotFoundError):
        people.room.by_key(people.door.key, Role.PARTICIPANT)


def test_a_deleted_session_takes_its_doors_along(people: People) -> None:
    projector = people.room.projector(people.session_id)
    people.join("gemeente").ask()
    people.sessions.delete(people.session_id)
    for key, role in ((people.door.key, Role.PARTICIPANT), (projector.key, Role.PROJECTOR)):
        with pytest.raises(NotFoundError):
            people.room.by_key(key, role)
    with pytest.raises(NotFoundError):
        people.answer(1, "mostly")
    for make in (people.room.open_joining, people.room.projector, people.room.renew_code):
        with pytest.raises(NotFoundError, match="niet \\(meer\\) te vinden"):
            make(people.session_id)


def test_the_doors_are_still_there_after_a_restart(people: People) -> None:
    store = Store(people.sessions.store.url)
    again = Room(Sessions(store, people.sessions.content))
    assert again.by_key(people.door.key, Role.PARTICIPANT) == people.door
    assert again.by_code(people.door.code, "client", NOW) == people.door
    store.close()


def test_two_screens_that_open_joining_at_once_have_one_code(
    sessions: Sessions, session: Session
) -> None:
    rooms = [Room(sessions) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda room: room.open_joining(session.id), rooms))
    doors = {room.joining(session.id) for room in rooms}
    assert len(doors) == 1


# Joining


@pytest.mark.parametrize("number", ["", "kort", "a" * 65, "met spatie " * 3, "é" * 20])
def test_a_device_without_a_number_of_its_own_is_refused(people: People, number: str) -> None:
    with pytest.raises(InputError, match="niet herkend"):
        people.room.join(people.door, number, "gemeente")


def test_a_perspective_that_is_not_in_this_session_is_refused(people: People) -> None:
    with pytest.raises(NotFoundError) as caught:
        people.join("bakker")
    in_dutch(caught.value)
    assert people.session.state.all(Joined) == []


def test_joining_twice_is_recorded_once(people: People) -> None:
    people.room.join(people.door, device(1), "gemeente")
    people.room.join(people.door, device(1), "gemeente")
    assert len(people.session.state.all(Joined)) == 1


def test_an_organisation_comes_from_the_list_of_the_set_up(people: People) -> None:
    people.sessions.record(people.session, Party(name="Stichting Een", perspective="opvang-mo"))
    people.room.join(people.door, device(1), "opvang-mo", "Stichting Een")
    with pytest.raises(NotFoundError, match="Stichting Een"):
        people.room.join(people.door, device(2), "opvang-mo", "Jan Jansen")


def test_what_devices_say_is_no_part_of_the_talk_and_not_undone(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly")
    for record in people.session.state.records_of(Joined) + people.session.state.records_of(Answer):
        assert record.first.author is Author.PARTICIPANT
        assert record.first.step == ""
    people.sessions.undo(people.session)
    assert people.session.state.all(Round) == [], "the round was the last of the gespreksleider"
    assert len(people.session.state.all(Answer)) == 1


# Writing along


def test_a_schrijver_has_a_key_of_its_own_once_it_is_asked_for(people: People) -> None:
    assert people.room.note_taker(people.session_id) is None
    made = people.room.open_note_taker(people.session_id)
    assert people.room.note_taker(people.session_id) == made
    assert people.room.by_key(made.key, Role.NOTE_TAKER) == made
    others = (people.door.key, people.room.projector(people.session_id).key)
    for key, role in (
        (made.key, Role.PARTICIPANT),
        (made.key, Role.PROJECTOR),
        *((key, Role.NOTE_TAKER) for key in (*others, people.door.code, people.session_id, "")),
    ):
        with pytest.raises(NotFoundError, match="werkt niet"):
            people.room.by_key(key, role)


def test_a_new_link_ends_the_old_one_and_closing_ends_it_at_once(people: People) -> None:
    old = people.room.open_note_taker(people.session_id)
    new = people.room.open_note_taker(people.session_id)
    with pytest.raises(NotFoundError):
        people.room.by_key(old.key, Role.NOTE_TAKER)
    people.room.close_note_taker(people.session_id)
    assert people.room.note_taker(people.session_id) is None
    with pytest.raises(NotFoundError):
        people.room.by_key(new.key, Role.NOTE_TAKER)


def test_what_a_schrijver_does_in_the_room_is_by_the_schrijver(people: People) -> None:
    writer = people.room.speaking_as(Author.NOTE_TAKER)
    writer.open_round(people.session, PICTURE, NORM)
    people.join("gemeente").answer(1, "mostly")
    writer.reveal(people.session, people.round())
    records = people.session.state.records_of(Round)
    assert {record.first.author for record in records} == {Author.NOTE_TAKER}
    people.ask()
    newest = people.session.state.records_of(Round)[-1]
    assert newest.first.author is Author.FACILITATOR, "nobody else became a schrijver"


def test_a_schrijver_takes_back_only_what_the_schrijver_did(people: People) -> None:
    sessions = people.sessions
    writer = sessions.speaking_as(Author.NOTE_TAKER)
    writer.record(people.session, Note(text="Van de schrijver"))
    sessions.record(people.session, Note(text="Van de gespreksleider"))
    writer.undo(people.session)
    assert [n.text for _, n in people.session.state.all(Note)] == ["Van de gespreksleider"]
    _, undone = writer.undo(people.session)
    assert undone is None
    sessions.undo(people.session)
    assert people.session.state.all(Note) == []
