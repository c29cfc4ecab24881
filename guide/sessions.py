"""The verbs: start, record, correct, take back, move on. The only way from a screen to the store.

Every verb validates first, is durable when it returns, and gives back the session as it is then.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from copy import copy
from pathlib import Path

from guide.agenda import Place, current_place, neighbour
from guide.content import load_content
from guide.content_models import Content
from guide.entries import (
    AnyBody,
    Body,
    Detail,
    Draft,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    Entry,
    ItemPlan,
    KeptFile,
    NewEntry,
    OwnItem,
    OwnPerspective,
    Participant,
    Party,
    Paused,
    Restoration,
    Resumed,
    Retraction,
    StepClosed,
    StepOpened,
)
from guide.errors import InputError, NotFoundError
from guide.fold import last_undoable
from guide.follow_ups import check_conditions
from guide.following import first_entries
from guide.models import Author, DetailField
from guide.plain_text import clean
from guide.rules import check, check_alone
from guide.session import Script, Session, script_from
from guide.sessions_files import OfficialTexts, SessionFiles
from guide.sessions_known import KnownSessions
from guide.store import SessionRow, Store, new_key, now
from guide.store_connections import database_url

SET_UP = (
    Detail,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    ItemPlan,
    OwnItem,
    OwnPerspective,
    Participant,
    Party,
)
HOUSE_STYLE = "house_style"
_DOUBLE_CLICK = dt.timedelta(milliseconds=500)


class Sessions:
    """The sessions of one database; one object serves every tab and phone of the process."""

    author = Author.FACILITATOR

    def __init__(self, store: Store, content: Content) -> None:
        """Work on this database, and start new sessions with this content."""
        self.store = store
        self.content = content
        self.files = SessionFiles(store.files)
        self.official = OfficialTexts(store.official)
        self._known = KnownSessions(store)

    def speaking_as(self, author: Author) -> Sessions:
        """The same, sharing everything, but recording as this author unless a verb is told."""
        other = copy(self)
        other.author = author
        return other

    def start(
        self, region: str, date: str, *, agenda_id: str | None = None, example: bool = False
    ) -> str:
        """Make a session for a region and a date (JJJJ-MM-DD); returns its unguessable id."""
        if not clean(region):
            raise InputError("De naam van de regio ontbreekt.", "Vul de regio in.")
        first = [
            Detail(field=DetailField.REGION, value=region),
            Detail(field=DetailField.DATE, value=date),
        ]
        return self.create(self.script(agenda_id), first, example=example)

    def follow(self, earlier: Session, date: str) -> str:
        """Make the next session of a region, which looks back at this one; returns its id."""
        script = self.script(earlier.script.agenda.id)
        made = self.create(script, first_entries(earlier, script, date))
        kept = self.files.of(earlier, HOUSE_STYLE)
        if kept is not None:
            self.store.files.save(made, HOUSE_STYLE, *kept)
        return made

    def script(self, agenda_id: str | None = None) -> Script:
        """What a new session is held with: the content of today, with this or the first agenda."""
        return script_from(self.content, agenda_id)

    def create(self, script: Script, first: Sequence[Body], *, example: bool = False) -> str:
        """Make a session that begins with these entries, at once; returns its unguessable id."""
        for body in first:
            check_alone(body)
        # By the guide: taking back what one recorded never takes away the region or the date.
        new = [self._new(body, author=Author.GUIDE) for body in first]
        return self.store.create_session(script.model_dump_json(), new, example=example)

    def list(self) -> list[SessionRow]:
        """The newest sessions first."""
        return self.store.list_sessions()

    def delete(self, session_id: str) -> None:
        """Remove a session with everything in it."""
        self.store.delete_session(session_id)
        self._known.forget(session_id)

    def everything(self, session_id: str) -> tuple[str, Sequence[Entry], Sequence[KeptFile]]:
        """(content snapshot, entries, files): all there is of a session, for its file."""
        _, snapshot = self.store.snapshot(session_id)
        entries = self.store.entries_after(session_id)
        return snapshot, entries, self.store.files.of(session_id)

    def take_in(
        self, script: Script, entries: Sequence[Entry], files: Sequence[KeptFile] = ()
    ) -> str:
        """Keep a session that was read from its file, beside those already here; its new id."""
        return self.store.take_in(script.model_dump_json(), entries, files)

    def load(self, session_id: str) -> Session:
        """The session as it is now; only what is new since the last time is read and applied."""
        return self._known.load(session_id)

    def newest(self, session_id: str) -> int:
        """The number of the newest entry: all that a poll asks."""
        return self.store.newest_seq(session_id)

    def record(
        self,
        session: Session,
        body: Body,
        *,
        author: Author | None = None,
        place: Place | None = None,
        answers: int | None = None,
        key: str | None = None,
    ) -> Session:
        """Record something at a place (the current one unless given); durable when it returns.

        Raises InputError or NotFoundError when a rule forbids it, StorageError when it is not kept.
        """
        body = _cleaned(body)
        check(session, body)
        # The set-up belongs to no step, unless somebody comes in during the talk.
        where = place if isinstance(body, SET_UP) else place or current_place(session)
        entry = self._new(body, where, author=author, answers=answers, key=key)
        return self._append(session, [entry])

    def correct(
        self, session: Session, seq: int, body: Body, *, author: Author | None = None
    ) -> Session:
        """Record a newer wording of a record; the older one stays in its history."""
        record = session.state.record(seq)
        if record is None or record.withdrawn:
            raise NotFoundError("Wat u wilt aanpassen, bestaat niet (meer).", "Ververs de pagina.")
        body = _cleaned(body)
        check(session, body, replaces=record.seq)
        if type(body) is not type(record.body) or body.slot != record.body.slot:
            raise InputError("Dit gaat over iets anders dan wat er stond.", "Leg het apart vast.")
        first = record.first
        return self._append(
            session,
            [
                NewEntry(
                    key=new_key(),
                    author=author or self.author,
                    step=first.step,
                    target=first.target,
                    body=_any(body),
                    replaces=record.seq,
                )
            ],
        )

    def withdraw(
        self, session: Session, seq: int, reason: str = "", *, author: Author | None = None
    ) -> Session:
        """Take a record or a correction back; it stays in the history and can be restored."""
        return self.record(session, Retraction(of=seq, reason=reason), author=author)

    def restore(self, session: Session, seq: int) -> Session:
        """Undo a withdrawal."""
        return self.record(session, Restoration(of=seq))

    def undo(self, session: Session) -> tuple[Session, Entry | None]:
        """Undo the last thing this author did, and give it; None when there is nothing left.

        What was recorded or corrected is taken back, what was withdrawn comes back, what was
        restored is withdrawn again. What somebody else worded anew since is left alone.
        """
        last = last_undoable(session.state, [self.author])
        if last is None:
            return session, None
        move: Retraction | Restoration
        match last.body:
            case Retraction(of=seq):
                move = Restoration(of=seq, undo=True)
            case Restoration(of=seq):
                move = Retraction(of=seq, undo=True)
            case _:
                move = Retraction(of=last.seq, undo=True)
        return self.record(session, move), last

    def accept(self, session: Session, seq: int, body: Body | None = None) -> Session:
        """Confirm a draft: what it proposes, or a corrected body, now counts."""
        record = session.state.record(seq)
        if record is None or record.withdrawn or not isinstance(record.body, Draft):
            raise NotFoundError("Dit voorstel bestaat niet (meer).", "Ververs de pagina.")
        if session.state.is_answered(seq):
            return session
        agreed = _cleaned(body or record.body.proposal)
        check(session, agreed)
        first = record.first
        entry = NewEntry(
            # One key per time the draft was waiting: confirming twice records once.
            key=f"accept-{session.id[:8]}-{seq}-{session.state.answered.get(seq) or 0}",
            author=self.author,
            step=first.step,
            target=first.target,
            body=_any(agreed),
            answers=seq,
        )
        return self._append(session, [entry])

    def go_to(self, session: Session, place: Place, *, close_current: bool = False) -> Session:
        """Open a place; the step one leaves is closed when the talk there is done."""
        here = current_place(session)
        moves = []
        if close_current and here.step.id != place.step.id:
            moves.append(self._new(StepClosed(), here))
        moves.append(self._new(StepOpened(), place))
        return self._append(session, moves)

    def next(self, session: Session) -> Session:
        """Go on to the next place. A double click counts as one."""
        since = session.state.clock.since
        if since is not None and now() - since < _DOUBLE_CLICK:
            return session
        place = neighbour(session, +1)
        if place is not None:
            return self.go_to(session, place, close_current=True)
        return self._append(session, [self._new(StepClosed(), current_place(session))])

    def back(self, session: Session) -> Session:
        """Go back one place."""
        place = neighbour(session, -1)
        return self.go_to(session, place) if place is not None else session

    def pause(self, session: Session) -> Session:
        """Stop the clock, or let it go on."""
        body = Resumed() if session.state.clock.paused else Paused()
        return self._append(session, [self._new(body, current_place(session))])

    def extend(self, session: Session, new: Sequence[NewEntry]) -> Session:
        """Append entries that were made elsewhere and already checked."""
        return self._append(session, new)

    def _new(
        self,
        body: Body,
        place: Place | None = None,
        *,
        author: Author | None = None,
        answers: int | None = None,
        key: str | None = None,
    ) -> NewEntry:
        return NewEntry(
            key=key or new_key(),
            author=author or self.author,
            step=place.step.id if place else "",
            target=place.target if place else "",
            body=_any(body),
            answers=answers,
        )

    def _append(self, session: Session, new: Sequence[NewEntry]) -> Session:
        added = self.store.append(session.id, new)
        following = range(session.state.seq + 1, session.state.seq + 1 + len(added))
        if [entry.seq for entry in added] != list(following):
            return self.load(session.id)  # somebody else recorded something in between
        return self._known.remember(session, added)


def _cleaned(body: Body) -> Body:
    """The body as it will be read back: a copy with changed fields was not cleaned yet."""
    return type(body).model_validate(body.model_dump())


def _any(body: Body) -> AnyBody:
    """The body, known to be one of the kinds: NewEntry validates that it is."""
    return body  # type: ignore[return-value]


def open_sessions(url: str | None = None, home: Path | None = None) -> Sessions:
    """The sessions in the database at this address, else in GUIDE_DATABASE_URL, else in data/.

    A folder content/ beside the SQLite file adds a region's own normenkaders and agendas. Raises
    ContentError or StorageError.
    """
    own_content = _data(home) / "content"
    content = load_content(*([own_content] if own_content.is_dir() else []))
    check_conditions(content.follow_ups)
    return Sessions(Store(url or database_address(home)), content)


def database_address(home: Path | None = None) -> str:
    """The address of the database: GUIDE_DATABASE_URL, else the file in data/."""
    return os.environ.get("GUIDE_DATABASE_URL") or database_url(_data(home))


def _data(home: Path | None) -> Path:
    return (home or Path.cwd()) / "data"
