"""What this process has read of the sessions already, shared by every tab and phone."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

from guide.entries import Entry
from guide.fold import fold
from guide.session import Script, Session
from guide.store import Store

_KEPT_IN_MEMORY = 64


class KnownSessions:
    """The sessions of one database as they were seen last. Safe to share between threads."""

    def __init__(self, store: Store) -> None:
        """Read from this database."""
        self._store = store
        self._seen: OrderedDict[str, Session] = OrderedDict()
        self._scripts: dict[str, Script] = {}
        self._lock = threading.Lock()

    def load(self, session_id: str) -> Session:
        """The session as it is now; only what is new since the last time is read and applied."""
        with self._lock:
            known = self._seen.get(session_id)
        if known is not None:
            new = self._store.entries_since(session_id, known.state.seq, known.state.key)
            if new is not None:
                return self.remember(known, new)
            self.forget(session_id)
        fresh = Session(session_id, self._script(session_id), fold(()))
        return self.remember(fresh, self._store.entries_after(session_id))

    def forget(self, session_id: str) -> None:
        """Read it anew at the next look."""
        with self._lock:
            self._seen.pop(session_id, None)

    def remember(self, session: Session, new: Sequence[Entry]) -> Session:
        """The session after these entries, kept unless a newer moment is known."""
        # The same moment stays the same object: what was computed from it stays known.
        current = session
        if new:
            current = Session(session.id, session.script, fold(new, session.state))
        with self._lock:
            known = self._seen.get(session.id)
            if known is None or known.state.seq <= current.state.seq:
                self._seen[session.id] = current
            self._seen.move_to_end(session.id)
            while len(self._seen) > _KEPT_IN_MEMORY:
                self._seen.popitem(last=False)
        return current

    def _script(self, session_id: str) -> Script:
        digest, data = self._store.snapshot(session_id)
        if digest not in self._scripts:
            self._scripts[digest] = Script.model_validate_json(data)
        return self._scripts[digest]
