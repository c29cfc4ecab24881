"""The session file: what is written comes back exactly, and a wrong file says what is wrong."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.entries import (
    Action,
    Body,
    Decision,
    Detail,
    EarlierAction,
    Judgement,
    Note,
    Parked,
)
from guide.errors import GuideError, SessionFileError
from guide.export import session_file
from guide.export.session_file import read_session_file, write_session_file
from guide.fold import fold
from guide.models import DetailField, JudgementValue
from guide.session import Session, script_from
from guide.sessions import HOUSE_STYLE, Sessions
from tests.conftest import Say
from tests.minutes_reader import a_bit_of_everything
from tests.tiny_content import tiny_content

MOMENT = dt.datetime(2027, 3, 12, 16, 30, tzinfo=dt.UTC)
SCRIPT = script_from(tiny_content())


def file_of(sessions: Sessions, session: Session) -> str:
    return write_session_file(*sessions.everything(session.id), exported_at=MOMENT)


@pytest.fixture
def held(sessions: Sessions, session: Session, say: Say) -> dict[str, Any]:
    """A good file of four entries, parsed, to break."""
    full = say(session, Note(text="Eén"), Action(what="Twee", due=dt.date(2027, 6, 1)))
    parsed: dict[str, Any] = json.loads(file_of(sessions, full))
    return parsed


def test_what_is_written_comes_back_exactly(sessions: Sessions, session: Session, say: Say) -> None:
    full = say(session, Note(text="Eén\n“twee” \U0001f600"), Action(what="Doen"))
    corrected = sessions.correct(full, 4, Action(what="Beter doen"))
    last = sessions.withdraw(corrected, 3)
    read = read_session_file(file_of(sessions, last))
    assert read.script == last.script
    assert list(read.entries) == sessions.store.entries_after(session.id)
    assert fold(read.entries).records == last.state.records


def test_the_file_is_the_same_for_the_same_session_and_moment(
    sessions: Sessions, session: Session
) -> None:
    assert file_of(sessions, session) == file_of(sessions, session)


def test_the_file_says_what_it_is_and_keeps_the_id_of_the_session_to_itself(
    sessions: Sessions, session: Session
) -> None:
    text = file_of(sessions, session)
    held = json.loads(text)
    assert list(held) == ["format", "version", "exported_at", "script", "entries", "files"]
    assert (held["format"], held["version"]) == ("gespreksleidraad-sessie", 2)
    assert held["exported_at"] == "2027-03-12T16:30:00+00:00"
    assert session.id not in text


def test_without_a_moment_it_is_dated_now() -> None:
    text = write_session_file(SCRIPT.model_dump_json(), ())
    exported = dt.datetime.fromisoformat(json.loads(text)["exported_at"])
    assert abs(dt.datetime.now(dt.UTC) - exported) < dt.timedelta(minutes=1)


def test_a_file_that_an_editor_saved_with_a_mark_at_the_start_opens_too(
    sessions: Sessions, session: Session
) -> None:
    text = file_of(sessions, session)
    assert read_session_file(text.encode("utf-8-sig")) == read_session_file(text)
    assert read_session_file("\ufeff" + text) == read_session_file(text)


@given(st.text(max_size=60).filter(str.strip))
@settings(max_examples=40, deadline=None)
def test_every_text_survives_the_way_there_and_back(text: str) -> None:
    session = a_bit_of_everything()
    last = [v.entry for r in session.state.records.values() for v in r.versions]
    entries = sorted(last, key=lambda entry: entry.seq)[:2]
    note = entries[1].model_copy(update={"body": Note(text=text)})
    if not isinstance(note.body, Note) or not note.body.text:
        return
    read = read_session_file(write_session_file(SCRIPT.model_dump_json(), (entries[0], note)))
    assert read.entries[1].body == note.body


# What is wrong


def refused(text: str | bytes) -> SessionFileError:
    with pytest.raises(SessionFileError) as caught:
        read_session_file(text)
    assert caught.value.next_step
    return caught.value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "geen geldige JSON (regel 1, teken 1)"),
        ('{"format":\n oeps}', "geen geldige JSON (regel 2, teken 2)"),
        ('{"format": NaN}', "geen geldige JSON"),
        ("[" * 100_000, "geen geldige JSON"),
        ('{"version": ' + "9" * 5000 + "}", "geen geldige JSON"),
        ("[]", "geen sessie"),
        ("null", "geen sessie"),
        ("{}", "geen sessie van de gespreksleidraad"),
        ('{"format": "iets-anders", "version": 1}', "geen sessie van de gespreksleidraad"),
        (b"\xff\xfe\x00", "geen tekst (UTF-8)"),
    ],
)
def test_another_file_is_told_apart(text: str | bytes, message: str) -> None:
    assert message in refused(text).message


def test_a_file_that_is_too_large_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session_file, "MOST_BYTES", 5)
    assert "groter dan 50 MB" in refused("ééé").message
    assert "groter dan 50 MB" in refused(b"123456").message
    assert "geen geldige JSON" in refused("12é,").message


Break = Callable[[dict[str, Any]], object]

BREAKS: dict[str, tuple[Break, str]] = {
    "newer": (lambda h: h.update(version=3), "nieuwere versie van de gespreksleidraad (3)"),
    "no version": (lambda h: h.pop("version"), "versienummer van het bestand ontbreekt"),
    "version true": (lambda h: h.update(version=True), "versienummer"),
    "version zero": (lambda h: h.update(version=0), "versienummer"),
    "version text": (lambda h: h.update(version="1"), "versienummer"),
    "no script": (lambda h: h.pop("script"), "De inhoud waarmee de sessie is gehouden"),
    "script key": (lambda h: h["script"].update(extra=1), "er staat iets wat er niet hoort"),
    "script part": (lambda h: h["script"].pop("agenda"), "er ontbreekt iets (bij agenda)"),
    "condition": (
        lambda h: h["script"]["follow_ups"][0].update(when="bestaat-niet"),
        "de voorwaarde 'bestaat-niet' bestaat niet",
    ),
    "no entries": (lambda h: h.pop("entries"), "wat er is vastgelegd, ontbreekt"),
    "entries text": (lambda h: h.update(entries="x"), "wat er is vastgelegd, ontbreekt"),
    "gap": (lambda h: h["entries"].pop(1), "Vastlegging 2 klopt niet: het volgnummer is 3"),
    "order": (lambda h: h["entries"].reverse(), "Vastlegging 1 klopt niet: het volgnummer is 4"),
    "no object": (lambda h: h["entries"].__setitem__(2, 7), "Vastlegging 3 klopt niet"),
    "kind": (lambda h: h["entries"][2]["body"].update(kind="x"), "de soort is onbekend"),
    "no kind": (lambda h: h["entries"][2]["body"].pop("kind"), "de soort ontbreekt"),
    "no text": (lambda h: h["entries"][2]["body"].pop("text"), "er ontbreekt iets"),
    "empty": (lambda h: h["entries"][2]["body"].update(text=" "), "Er staat nog geen tekst"),
    "no zone": (lambda h: h["entries"][2].update(at="2027-03-12T10:00:00"), "tijdzone"),
    "surrogate": (lambda h: h["entries"][2]["body"].update(text="\ud800"), "Vastlegging 3"),
    "twice": (
        lambda h: h["entries"][2].update(key=h["entries"][1]["key"]),
        "Vastlegging 3 klopt niet: hij staat twee keer in het bestand",
    ),
    "later": (lambda h: h["entries"][2].update(replaces=4), "later is vastgelegd"),
    "itself": (lambda h: h["entries"][2].update(answers=3), "later is vastgelegd"),
    "about something later": (
        lambda h: h["entries"][2].update(
            body={"kind": "use", "priority": 4, "commissioning": "not"}
        ),
        "later is vastgelegd",
    ),
    "no moment": (lambda h: h.pop("exported_at"), "Het moment waarop het bestand is gemaakt"),
    "no files": (lambda h: h.pop("files"), "De lijst met bestanden bij de sessie ontbreekt"),
    "file": (lambda h: h.update(files=[{"purpose": "x"}]), "Een bestand bij de sessie klopt niet"),
    "no base64": (
        lambda h: h.update(files=[{"purpose": "x", "name": "y", "data": "é"}]),
        "Een bestand bij de sessie klopt niet",
    ),
    "file twice": (
        lambda h: h.update(files=[{"purpose": "x", "name": "y", "data": ""}] * 2),
        "staat er twee keer in",
    ),
    "retraction": (
        lambda h: h["entries"][2].update(body={"kind": "retraction", "of": 3}),
        "later is vastgelegd",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_file_says_what_is_broken(held: dict[str, Any], name: str) -> None:
    break_it, message = BREAKS[name]
    read_session_file(json.dumps(held))
    break_it(held)
    assert message in refused(json.dumps(held)).message


def test_an_entry_may_point_at_an_earlier_one(held: dict[str, Any]) -> None:
    held["entries"][3]["replaces"] = 3
    assert read_session_file(json.dumps(held)).entries[3].replaces == 3


def test_a_session_without_entries_is_a_session() -> None:
    read = read_session_file(write_session_file(SCRIPT.model_dump_json(), ()))
    assert (read.script, read.entries, read.files) == (SCRIPT, (), ())


def test_kinds_that_look_alike_are_not_mixed_up(held: dict[str, Any]) -> None:
    held["entries"][2]["body"] = {"kind": "decision", "text": "Ja."}
    assert isinstance(read_session_file(json.dumps(held)).entries[2].body, Decision)


# Older versions, and a session that goes on elsewhere


def test_a_file_of_the_first_version_is_brought_up_to_date(held: dict[str, Any]) -> None:
    new = read_session_file(json.dumps(held))
    held["version"] = 1
    del held["files"]
    assert read_session_file(json.dumps(held)) == new


def test_a_session_goes_on_from_its_file_beside_the_one_it_came_from(
    sessions: Sessions, session: Session, say: Say
) -> None:
    here = say(session, Note(text="Hier"), Action(what="Doen", due=dt.date(2027, 6, 1)))
    sessions.files.keep(here, HOUSE_STYLE, "stijl.docx", b"PK\x03\x04\xff")
    read = read_session_file(file_of(sessions, here))
    there = sessions.load(sessions.take_in(read.script, read.entries, read.files))
    assert there.id != here.id
    assert (there.uid, there.state.records) == (here.uid, here.state.records)
    assert sessions.files.of(there, HOUSE_STYLE) == ("stijl.docx", b"PK\x03\x04\xff")
    assert file_of(sessions, there) == file_of(sessions, here)

    say(there, Note(text="Daar"))
    assert [body.text for _, body in sessions.load(here.id).state.all(Note)] == ["Hier"]


# Any session at all


class AnySession:
    """Says and does things at random, with texts of any kind, as far as the rules allow."""

    KINDS: tuple[Callable[[str], Body], ...] = (
        lambda text: Note(text=text, perspective="keten"),
        lambda text: Decision(text=text, norms=("mo-8b",)),
        lambda text: Action(what=text, owner=text, due=dt.date(2027, 6, 1)),
        lambda text: Parked(text=text),
        lambda text: Detail(field=DetailField.PLACE, value=text),
        lambda text: Judgement(
            target="mo-8", perspective="keten", value=JudgementValue.MOSTLY, remark=text
        ),
        lambda text: EarlierAction(uid=text[:80], number="A01", action=Action(what=text)),
    )

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self.session = sessions.load(sessions.start("Voorbeeldregio", "2027-03-12"))

    def do(self, move: str, number: int, text: str) -> None:
        with suppress(GuideError):  # the rules forbid it here, as they would on the screen
            self.session = self._done(move, number, text)

    def _done(self, move: str, number: int, text: str) -> Session:
        body = self.KINDS[number % len(self.KINDS)](text)
        seq = number % (self.session.state.seq + 1)
        match move:
            case "correct":
                return self.sessions.correct(self.session, seq, body)
            case "withdraw":
                return self.sessions.withdraw(self.session, seq, text)
            case "restore":
                return self.sessions.restore(self.session, seq)
            case "undo":
                return self.sessions.undo(self.session)[0]
            case "next":
                return self.sessions.next(self.session)
            case _:
                return self.sessions.record(self.session, body)


MOVES = st.sampled_from(["say", "say", "say", "correct", "withdraw", "restore", "undo", "next"])


@given(st.lists(st.tuples(MOVES, st.integers(0, 200), st.text(max_size=40)), max_size=25))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_session_folds_goes_out_and_in_and_out_to_the_same(
    sessions: Sessions, moves: list[tuple[str, int, str]]
) -> None:
    told = AnySession(sessions)
    for move in moves:
        told.do(*move)
    out = file_of(sessions, told.session)
    read = read_session_file(out)
    assert fold(read.entries) == fold(sessions.store.entries_after(told.session.id))
    again = sessions.load(sessions.take_in(read.script, read.entries, read.files))
    assert file_of(sessions, again) == out
    assert again.state == sessions.load(told.session.id).state
