"""The calendar file: a calendar that reads a newer one in again updates, and doubles nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from guide.calendar_events import calendar_owners
from guide.entries import (
    Action,
    ActionProgress,
    Detail,
    EarlierAction,
    Entry,
    Note,
    Restoration,
    Retraction,
)
from guide.example import start_example
from guide.export.ics import write_calendar
from guide.file_names import file_name
from guide.fold import apply, fold
from guide.models import ActionStatus, DetailField
from guide.roadmap import actions
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.action_lists import DATE, REGION
from tests.minutes_reader import Said, told
from tests.test_xlsx import HOSTILE

JUNE, JULY = dt.date(2027, 6, 30), dt.date(2027, 7, 1)
NEXT = Detail(field=DetailField.NEXT_DATE, value="2028-03-10")


def read(data: bytes) -> Calendar:
    """The file as another library reads it."""
    return IcsCalendarStream.calendar_from_ics(data.decode())


def events(session: Session, owner: str | None = None) -> dict[str, Event]:
    """The events by the number of their action, or 'next'."""
    found = read(write_calendar(session, owner)).events
    named = {str(event.uid).partition("@")[0].rpartition("-")[2]: event for event in found}
    assert len(named) == len(found)
    return named


def agreed(*more: Said) -> Session:
    return told(REGION, DATE, Action(what="Een plan maken", owner="Opvang", due=JUNE), *more)


def status(session: Session, name: str) -> str:
    said = events(session)[name].status
    return said.value if said else ""


def sequence(session: Session, name: str = "A01") -> int:
    return int(events(session)[name].sequence or 0)


# What it says


def test_every_deadline_is_a_whole_day_that_keeps_nobody_busy() -> None:
    event = events(agreed())["A01"]
    assert (event.dtstart, event.dtend) == (JUNE, JULY)
    assert event.transparency == "TRANSPARENT"
    assert event.status == "CONFIRMED"
    assert event.summary == "Actie A01: Een plan maken"
    assert event.uid == f"{agreed().uid}-A01@gespreksleidraad.invalid"
    assert event.alarm == []


def test_the_description_tells_who_and_what_for() -> None:
    action = Action(
        what="Een plan\nmaken",
        owner="Opvang, zorgmanager",
        due=JUNE,
        due_words="vóór de zomer",
        norms=("mo-8b",),
        sign="Vijf plannen",
    )
    said = events(told(REGION, DATE, action))["A01"].description
    assert said == (
        "Een plan\nmaken\nTrekker: Opvang, zorgmanager\nKlaar: vóór de zomer\nNorm 8b MO\n"
        "Waaraan zien we het: Vijf plannen\nRegiosessie Voorbeeldregio & omgeving, 12 maart 2027"
    )


def test_the_next_session_is_in_every_calendar() -> None:
    event = events(agreed(NEXT), "Opvang")["next"]
    assert event.dtstart == dt.date(2028, 3, 10)
    assert event.summary == "Volgende regiosessie Voorbeeldregio & omgeving"


def test_an_action_without_a_day_is_not_in_the_calendar() -> None:
    assert events(told(REGION, DATE, Action(what="Ooit", due_words="ooit"))) == {}


def test_the_same_session_gives_the_same_bytes_dated_by_its_last_entry() -> None:
    assert write_calendar(agreed(NEXT)) == write_calendar(agreed(NEXT))
    calendar = read(write_calendar(agreed(NEXT)))
    moments = {event.dtstamp for event in calendar.events}
    assert moments == {dt.datetime(2027, 3, 12, 12, 34, tzinfo=dt.UTC)}
    assert calendar.method == "PUBLISH"


def test_the_lines_are_those_of_the_standard() -> None:
    data = write_calendar(agreed(Action(what="é" * 300, owner=";,\\ \n:", due=JUNE)))
    assert data.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"Trekker: \\;\\,\\\\ \\n:" in data.replace(b"\r\n ", b"")


@pytest.mark.parametrize("text", [*HOSTILE, "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "\x00\x0b\x1b x"])
def test_text_stays_text(text: str) -> None:
    action = Action.model_validate({"what": f"x{text}", "owner": text, "due": JUNE})
    session = told(REGION, DATE, action)
    (event,) = events(session).values()
    assert event.description is not None
    assert event.description.startswith(action.what)
    data = write_calendar(session)
    assert not set(data) & (set(range(32)) - {9, 10, 13})


def test_a_day_at_the_end_of_time_is_written_too() -> None:
    data = write_calendar(told(REGION, DATE, Action(what="x", due=dt.date.max)))
    assert b"DTSTART;VALUE=DATE:99991231" in data
    assert b"DTEND" not in data


def test_the_example_is_read_by_another_library(store: Store, real_content: object) -> None:
    sessions = Sessions(store, real_content)  # type: ignore[arg-type]
    session = sessions.load(start_example(sessions))
    expected = {each.number: each.body.due for each in actions(session) if each.body.due}
    assert {name: event.dtstart for name, event in events(session).items()} == expected


# What a calendar that reads it in again sees


def moved(due: dt.date | None, *more: Said) -> Session:
    """The same session after the deadline of A01 was corrected."""
    newer = Action(what="Een plan maken", owner="Opvang", due=due)
    return corrected(agreed(), newer, *more)


def corrected(session: Session, body: Action, *more: Said) -> Session:
    """The session with a newer wording of its first action, and what came after that."""
    first = session.state.records[3].first
    seq = session.state.seq + 1
    entry = first.model_copy(
        update={"seq": seq, "key": f"key-{seq:05d}", "body": body, "replaces": 3}
    )
    state = apply(session.state, entry)
    later = [
        Entry.model_validate(
            {"seq": seq + n, "at": entry.at, "key": f"key-{seq + n:05d}", "body": each}
        )
        for n, each in enumerate(more, start=1)
    ]
    return Session(session.id, session.script, fold(later, state))


def test_a_new_deadline_moves_the_event() -> None:
    before, after = events(agreed())["A01"], events(moved(JULY))["A01"]
    assert after.uid == before.uid
    assert after.dtstart == JULY
    assert sequence(moved(JULY)) > sequence(agreed())


def test_the_sequence_never_goes_back_when_a_change_is_taken_back() -> None:
    back = moved(JULY, Retraction(of=4))
    again = moved(JULY, Retraction(of=4), Restoration(of=4))
    assert (events(back)["A01"].dtstart, events(again)["A01"].dtstart) == (JUNE, JULY)
    assert sequence(agreed()) < sequence(moved(JULY)) < sequence(back) < sequence(again)


def test_what_is_said_about_something_else_leaves_the_sequence() -> None:
    assert sequence(agreed(Note(text="Iets"))) == sequence(agreed())


@pytest.mark.parametrize(
    ("session", "word"),
    [
        (agreed(Retraction(of=3)), " (ingetrokken)"),
        (
            agreed(ActionProgress(action=3, status=ActionStatus.DROPPED, reason="Geen geld")),
            " (vervallen)",
        ),
        (moved(None), ""),
    ],
    ids=["withdrawn", "dropped", "without-a-day"],
)
def test_what_no_longer_goes_on_is_called_off_with_the_same_uid(
    session: Session, word: str
) -> None:
    event = events(session)["A01"]
    assert event.status == "CANCELLED"
    assert (event.uid, event.dtstart) == (events(agreed())["A01"].uid, JUNE)
    assert event.summary == f"Actie A01{word}: Een plan maken"
    assert sequence(session) > sequence(agreed())


def test_what_is_done_stays_and_says_so() -> None:
    session = agreed(ActionProgress(action=3, status=ActionStatus.DONE))
    assert events(session)["A01"].summary == "Actie A01 (gereed): Een plan maken"
    assert status(session, "A01") == "CONFIRMED"
    running = agreed(ActionProgress(action=3, status=ActionStatus.RUNNING))
    assert events(running)["A01"].summary == "Actie A01: Een plan maken"


def test_a_next_session_that_has_no_date_any_more_is_called_off() -> None:
    wiped = agreed(NEXT, Detail(field=DetailField.NEXT_DATE, value=""))
    assert status(wiped, "next") == "CANCELLED"
    assert events(wiped)["next"].dtstart == dt.date(2028, 3, 10)
    assert sequence(wiped, "next") > sequence(agreed(NEXT), "next")


EARLIER = EarlierAction(
    uid="eerder-A03",
    number="A03",
    agreed_on=dt.date(2026, 3, 1),
    action=Action(what="Van toen", owner="Opvang", due=JUNE),
)


def test_an_action_that_is_carried_over_keeps_its_uid_and_counts_on() -> None:
    session = told(REGION, DATE, EARLIER, Action(what="Van toen", due=JULY, earlier=3))
    (event,) = events(session).values()
    assert event.uid == "eerder-A03@gespreksleidraad.invalid"
    assert event.summary == "Actie A01: Van toen"
    # Far above what an earlier session of any length came to.
    assert int(event.sequence or 0) > 10_000


def test_a_uid_from_a_file_made_by_hand_cannot_break_the_calendar() -> None:
    earlier = EARLIER.model_copy(update={"uid": "x\x00\x0b\r\nSUMMARY:y"})
    (event,) = events(
        told(REGION, DATE, earlier, Action(what="Van toen", due=JULY, earlier=3))
    ).values()
    assert event.summary == "Actie A01: Van toen"
    assert "\x00" not in event.uid


def test_an_earlier_action_that_is_dropped_now_is_called_off() -> None:
    dropped = ActionProgress(action=3, status=ActionStatus.DROPPED, reason="Niet meer nodig")
    (event,) = events(told(REGION, DATE, EARLIER, dropped)).values()
    assert event.uid == "eerder-A03@gespreksleidraad.invalid"
    assert event.status == "CANCELLED"
    assert events(told(REGION, DATE, EARLIER)) == {}


def test_an_action_taken_back_and_carried_over_anew_is_one_event_that_goes_on() -> None:
    carried = Action(what="Van toen", due=JULY, earlier=3)
    session = told(REGION, DATE, EARLIER, carried, Retraction(of=4), carried)
    (event,) = events(session).values()
    assert event.status == "CONFIRMED"


# One calendar per party


def test_there_is_one_calendar_per_trekker() -> None:
    session = agreed(
        Action(what="Twee", owner=" opvang ", due=JULY),
        Action(what="Drie", owner="Gemeente, adviseur", due=JULY),
        Action(what="Vier", due=JULY),
        NEXT,
    )
    assert calendar_owners(session) == ["Gemeente, adviseur", "Opvang"]
    assert events(session, "Opvang").keys() == {"A01", "A02", "next"}
    assert events(session, "Gemeente, adviseur").keys() == {"A03", "next"}
    assert events(session).keys() == {"A01", "A02", "A03", "A04", "next"}
    name = file_name(session, "agenda", "ics", "Gemeente, adviseur")
    assert name == "2027-03-12-agenda-voorbeeldregio-omgeving-gemeente-adviseur.ics"
    assert file_name(session, "agenda", "ics") == "2027-03-12-agenda-voorbeeldregio-omgeving.ics"


@pytest.mark.parametrize("name", ["../../x", "CON", "Ünïcode/\\:*?", "", "a" * 300, "\u0645"])
def test_the_name_of_the_file_is_safe(name: str) -> None:
    session = told(Detail(field=DetailField.REGION, value=name))
    made = file_name(session, "agenda", "ics", name)
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert made.count(".") == 1
    assert len(made) < 180


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.dates()), max_size=5))
def test_any_actions_are_read_by_another_library(said: list[tuple[str, dt.date]]) -> None:
    session = told(REGION, DATE, *(Action(what=f"x{text}", due=day) for text, day in said))
    expected = {each.number: (each.body.due, each.body.what) for each in actions(session)}
    found = events(session)
    assert found.keys() == expected.keys()
    for name, event in found.items():
        day, what = expected[name]
        assert event.dtstart == day
        assert str(event.description).startswith(what.replace("\x7f", ""))
