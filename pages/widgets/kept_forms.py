"""Forms that keep what is filled in until it is recorded, wherever one goes in the meantime.

What stands in a form of Streamlit and was not sent yet is gone as soon as that form is not drawn:
one press of Verder, here or on another device, is enough. The fields of these forms are ordinary
fields that keep their value, per session and per form. Filling them in starts no new run, and Enter
sends nothing. A field that nobody touched follows what others record, as in synced.py; typing.js
makes the field one is typing in count as well.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any
from uuid import uuid4
from zlib import crc32

import streamlit as st

from guide.entries import Body
from guide.session import Session

_PLACE = "place_of_forms"
_FORMS_AT = "forms_at"
_ECHO = 1.0
_MISSING = object()


@dataclass
class _Memory:
    """What this tab knows of a form; what its fields hold stands in the session state itself."""

    shown: dict[str, Any] = field(default_factory=dict)
    """Key -> the value that a field started from when it was drawn last."""
    started: dict[str, int] = field(default_factory=dict)
    emptied: dict[str, tuple[Any, float]] = field(default_factory=dict)
    """Key -> what a field held when the form was emptied, and when that was."""
    delivery: str = field(default_factory=lambda: uuid4().hex)
    times: int = 0

    def is_unsent(self) -> bool:
        """Whether a field holds something else than it started from."""
        held = ((st.session_state.get(key, start), start) for key, start in self.shown.items())
        return any(_bare(value) != _bare(start) for value, start in held)


class KeptForm:
    """One form while it is drawn; see kept_form."""

    def __init__(self, session: Session, name: str) -> None:
        """The form of this name in this session."""
        self._id = _id(session, name)
        self._memory = _memory(self._id)

    def field(
        self, draw: Callable[..., Any], label: str, name: str, start: Any = "", **options: Any
    ) -> Any:
        """Draw one field (st.text_input, a column's selectbox, …); gives what it holds now.

        It starts from `start`. `name` tells the fields of a form apart, `options` go to the widget.
        """
        key = self._key(name, start)
        held = st.session_state.get(key, _MISSING)
        if self._is_echo(key, held):
            held = _MISSING
        if key not in self._memory.shown:
            # Nothing is set here: after a restart the browser may send back what it held.
            options |= _first_value(start, options)
        elif held is _MISSING or (held == self._memory.shown[key] and held != start):
            st.session_state[key] = start
        self._memory.shown[key] = start
        return draw(label, key=key, on_change="ignore", persist_state="session", **options)

    def sent(self, label: str, **options: Any) -> bool:
        """Draw the button; whether it was pressed."""
        # Another key each time: of two quick presses the second has nothing to send.
        return st.button(label, key=f"{self._id}|send|{self._memory.times}", **options)

    def delivery(self, body: Body) -> str:
        """A key for recording this body: sent once more after a failure, it is recorded once."""
        return f"{self._memory.delivery}-{crc32(body.model_dump_json().encode()):08x}"

    def _key(self, name: str, start: Any) -> str:
        """The key of a field: after a restart of the server the browser finds its field again.

        Unless another value was recorded in the meantime: what it then still showed is no edit.
        """
        if name not in self._memory.started:
            self._memory.started[name] = crc32(repr(start).encode())
        return f"{self._id}|{name}|{self._memory.started[name]:08x}"

    def _is_echo(self, key: str, held: Any) -> bool:
        """Whether this is what was just recorded, from a browser that had not heard so yet."""
        sent, moment = self._memory.emptied.pop(key, (_MISSING, 0.0))
        if sent is _MISSING or monotonic() - moment > _ECHO or held not in (sent, _MISSING):
            return False
        self._memory.emptied[key] = sent, moment
        return True


@contextmanager
def kept_form(
    session: Session, name: str, *, border: bool = False, everywhere: bool = False
) -> Iterator[KeptForm]:
    """Draw a form that keeps what is filled in; `name` says what it is about, down to the norm.

    With `everywhere` it stands at every place of the talk: moving on leaves nothing behind.
    """
    if not everywhere:
        _forms_at(st.session_state.get(_PLACE, "")).add(_id(session, name))
    with st.container(border=border, key=f"kept:{name}"):
        yield KeptForm(session, name)


def start_fresh(session: Session, name: str) -> None:
    """Call when its content is recorded, or given up: the form then starts anew."""
    memory = _memory(_id(session, name))
    fresh = _Memory(shown=memory.shown, times=memory.times + 1)
    for key, start in memory.shown.items():
        held = st.session_state.pop(key, start)
        if held != start:
            fresh.emptied[key] = held, monotonic()
    st.session_state[_id(session, name)] = fresh


def has_unsent(session: Session, name: str) -> bool:
    """Whether something is filled in that was not recorded."""
    return _memory(_id(session, name)).is_unsent()


def stand_at(place: str) -> None:
    """The forms that are drawn from now on belong to this place of the talk."""
    before = st.session_state.get(_PLACE, place)
    st.session_state[_PLACE] = place
    if before != place:
        _leave(before)


def _leave(place: str) -> None:
    """Forget the forms of a place that hold nothing: a long walk would make every run slower."""
    for form in [each for each in _forms_at(place) if not _memory(each).is_unsent()]:
        for key in _memory(form).shown:
            st.session_state.pop(key, None)
        del st.session_state[form]
        _forms_at(place).discard(form)


def unsent_at(place: str) -> bool:
    """Whether a form at this place holds something that was not recorded."""
    return any(_memory(form).is_unsent() for form in _forms_at(place))


def _bare(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _first_value(start: Any, options: dict[str, Any]) -> dict[str, Any]:
    """What each kind of widget calls the value it starts from."""
    if "selection_mode" in options:
        return {"default": start}
    if "options" in options:
        choices = list(options["options"])
        return {"index": choices.index(start) if start in choices else None}
    return {"value": start}


def _id(session: Session, name: str) -> str:
    # The name of a field reaches the browser. The id opens the session: it may not.
    return f"kept|{crc32(session.id.encode()):08x}|{name}"


def _memory(form: str) -> _Memory:
    found: _Memory = st.session_state.setdefault(form, _Memory())
    return found


def _forms_at(place: str) -> set[str]:
    found: set[str] = st.session_state.setdefault(_FORMS_AT, {}).setdefault(place, set())
    return found
