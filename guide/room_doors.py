"""Letting people in: the code and the keys of a session, opened, renewed and closed."""

from __future__ import annotations

import datetime as dt
import threading

from guide import access as doors
from guide.access import Access, Guesses, Role
from guide.errors import NotFoundError
from guide.live_agreements import is_over
from guide.sessions import Sessions


class Doors:
    """The doors to the sessions of one database: participants, public screen and schrijver."""

    def __init__(self, sessions: Sessions) -> None:
        self.sessions = sessions
        self._doors = sessions.store.access
        self._guesses = Guesses()
        self._guessing = threading.Lock()

    def open_joining(self, session_id: str) -> Access:
        """Let people take part; makes the code and the key the first time."""
        if self.joining(session_id) is None:
            return self._renewed(session_id, is_open=True)
        self._doors.set_open(session_id, Role.PARTICIPANT, is_open=True)
        return self._door(session_id, Role.PARTICIPANT)

    def joining(self, session_id: str) -> Access | None:
        """The door for participants; None when it was never opened."""
        return self._doors.of(session_id, Role.PARTICIPANT)

    def renew_code(self, session_id: str) -> Access:
        """A new code and key; with the old ones nobody sees or answers anything any more."""
        known = self.joining(session_id)
        return self._renewed(session_id, is_open=known is None or known.is_open)

    def close_joining(self, session_id: str) -> None:
        """Let nobody in any more; who takes part goes on until the session is over."""
        self._doors.set_open(session_id, Role.PARTICIPANT, is_open=False)

    def projector(self, session_id: str) -> Access:
        """The door of the public screen; made the first time."""
        return self._doors.of(session_id, Role.PROJECTOR) or self.renew_projector(session_id)

    def renew_projector(self, session_id: str) -> Access:
        """A new key for the public screen; the old one shows nothing any more."""
        self._doors.save(Access(session_id, Role.PROJECTOR, doors.new_key(), "", True))
        return self._door(session_id, Role.PROJECTOR)

    def note_taker(self, session_id: str) -> Access | None:
        """The door of the schrijver; None when it is closed or was never opened."""
        found = self._doors.of(session_id, Role.NOTE_TAKER)
        return found if found is not None and found.is_open else None

    def open_note_taker(self, session_id: str) -> Access:
        """Let a schrijver write along, with a new key; an earlier one opens nothing any more."""
        self._doors.save(Access(session_id, Role.NOTE_TAKER, doors.new_key(), "", True))
        return self._door(session_id, Role.NOTE_TAKER)

    def close_note_taker(self, session_id: str) -> None:
        """Let the schrijver write no more, from now on."""
        self._doors.set_open(session_id, Role.NOTE_TAKER, is_open=False)

    def by_code(self, typed: str, client: str, now: dt.datetime) -> Access:
        """The door that a typed code opens; guessing gets slower with every wrong one."""
        with self._guessing:
            self._guesses.check(client, now)
            code = doors.checked_code(typed)
            found = doors.matching(code, self._doors.open_for_participants())
            if found is None:
                self._guesses.wrong(client, now)
                raise NotFoundError(
                    "Deze code klopt niet, of meedoen is gesloten.",
                    "Kijk op het scherm, of vraag de code aan de gespreksleider.",
                )
        return found

    def by_key(self, key: str, role: Role) -> Access:
        """The door that a key opens, for this role only; NotFoundError when it does not (more)."""
        found = self._doors.of_key(key)
        if found is None or found.role is not role or self._has_ended(found):
            raise NotFoundError(
                "Deze link werkt niet (meer).", "Vraag de gespreksleider om een nieuwe link."
            )
        return found

    def _has_ended(self, found: Access) -> bool:
        if found.is_open:
            return False
        # Who takes part goes on until the end; who writes along stops when that is closed.
        return found.role is Role.NOTE_TAKER or is_over(self.sessions.load(found.session_id))

    def _renewed(self, session_id: str, *, is_open: bool) -> Access:
        taken = {access.code for access in self._doors.open_for_participants()}
        code = doors.new_code()
        while code in taken:
            code = doors.new_code()
        self._doors.save(Access(session_id, Role.PARTICIPANT, doors.new_key(), code, is_open))
        return self._door(session_id, Role.PARTICIPANT)

    def _door(self, session_id: str, role: Role) -> Access:
        found = self._doors.of(session_id, role)
        if found is None:  # removed in between
            raise NotFoundError("Deze sessie is niet (meer) te vinden.", "Ga naar Start.")
        return found
