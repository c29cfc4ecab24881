"""Who may see a session from elsewhere: a code, a key, and guessing that is slowed down."""

from __future__ import annotations

import datetime as dt
import hmac
import math
import secrets
import unicodedata
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from guide.errors import InputError
from guide.models import LabelledEnum

# No signs that look alike, no vowels: a code is never a word, and can be read aloud.
ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ"
CODE_LENGTH = 6

FREE_GUESSES = 5
MOST_GUESSES = 300
FIRST_WAIT = dt.timedelta(seconds=5)
LONGEST_WAIT = dt.timedelta(minutes=10)
_OVERALL_TIME = dt.timedelta(minutes=10)
_FORGET_AFTER = dt.timedelta(minutes=30)


class Role(LabelledEnum):
    """What a link gives: one view of one session, or writing along in it; nothing else."""

    PARTICIPANT = "participant", "Deelnemer"
    PROJECTOR = "projector", "Publieksscherm"
    NOTE_TAKER = "note-taker", "Schrijver"


@dataclass(frozen=True, slots=True)
class Access:
    """A door to one session: an unguessable key and, for participants, a code to type."""

    session_id: str
    role: Role
    key: str
    code: str
    is_open: bool


def new_key() -> str:
    """A key that nobody can guess: it stands in the address."""
    return secrets.token_urlsafe(24)


def new_code() -> str:
    """A code that is short enough to read aloud."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def spoken_code(code: str) -> str:
    """The code in two parts, as it is shown and said."""
    half = CODE_LENGTH // 2
    return f"{code[:half]} {code[half:]}".strip()


def normal_code(typed: str) -> str:
    """What was typed as a code: without spaces and dashes, in capitals."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(sign for sign in plain if sign.isalnum())


def checked_code(typed: str) -> str:
    """The code that was typed; raises InputError when no code looks like that."""
    code = normal_code(typed)
    if len(code) != CODE_LENGTH or not set(code) <= set(ALPHABET):
        raise InputError(
            f"Een code heeft {CODE_LENGTH} tekens, zonder klinkers en zonder 0 en 1.",
            "Kijk op het scherm en vul de code opnieuw in.",
        )
    return code


def matching(code: str, every: Iterable[Access]) -> Access | None:
    """The access with this code; takes as long whichever it is, and also when there is none."""
    found = None
    for access in every:
        if hmac.compare_digest(access.code.encode(), code.encode()):
            found = access
    return found


class Guesses:
    """Wrong codes in memory: a client that guesses waits longer each time; so does a crowd.

    A refused try does not count as a wrong one, so the memory this takes is bounded. Who is in
    already has the whole key, and is never held up here.
    """

    def __init__(self) -> None:
        self._of_client: dict[str, tuple[int, dt.datetime]] = {}
        self._of_all: deque[dt.datetime] = deque()

    def check(self, client: str, now: dt.datetime) -> None:
        """Raise InputError when this client, or everybody together, was wrong too often."""
        wait = max(self._wait_of_client(client, now), self._wait_of_all(now))
        if wait > dt.timedelta(0):
            raise InputError(
                "Te vaak een verkeerde code ingevuld.",
                f"Wacht {_in_words(wait)} en probeer het opnieuw.",
            )

    def wrong(self, client: str, now: dt.datetime) -> None:
        """Remember a wrong code."""
        self._forget(now)
        count, _ = self._of_client.get(client, (0, now))
        self._of_client[client] = (count + 1, now)
        self._of_all.append(now)

    def _wait_of_client(self, client: str, now: dt.datetime) -> dt.timedelta:
        count, last = self._of_client.get(client, (0, now))
        if count < FREE_GUESSES or now - last > _FORGET_AFTER:
            return dt.timedelta(0)
        waits = FIRST_WAIT * (1 << min(count - FREE_GUESSES, 10))
        return last + min(waits, LONGEST_WAIT) - now

    def _wait_of_all(self, now: dt.datetime) -> dt.timedelta:
        recent = [moment for moment in self._of_all if now - moment < _OVERALL_TIME]
        if len(recent) < MOST_GUESSES:
            return dt.timedelta(0)
        return recent[-MOST_GUESSES] + _OVERALL_TIME - now

    def _forget(self, now: dt.datetime) -> None:
        while self._of_all and now - self._of_all[0] >= _OVERALL_TIME:
            self._of_all.popleft()
        kept = {c: seen for c, seen in self._of_client.items() if now - seen[1] <= _FORGET_AFTER}
        self._of_client = kept


def _in_words(wait: dt.timedelta) -> str:
    seconds = math.ceil(wait.total_seconds())
    minutes = -(-seconds // 60)
    if seconds < 60:
        return f"{seconds} seconden" if seconds > 1 else "een seconde"
    return f"{minutes} minuten" if minutes > 1 else "een minuut"
