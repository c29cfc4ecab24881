"""Entries -> SessionState: pure and incremental, at a cost that does not grow with the history.

The state is made of persistent maps: applying an entry gives a new state that shares everything
unchanged with the old one, so one state can safely serve every tab and phone at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from rpds import HashTrieMap, HashTrieSet, List

from guide.entries import (
    Body,
    Dismissal,
    Entry,
    Paused,
    Restoration,
    Resumed,
    Retraction,
    Slot,
    StepClosed,
    StepOpened,
)
from guide.models import Author

B = TypeVar("B", bound=Body)
Changes = dict[str, Any]

_LONGEST_TALK = 4 * 60 * 60


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a record: the entry that said it, and the last that took or gave it back."""

    entry: Entry
    withdrawn: bool = False
    marked_by: int = 0


@dataclass(frozen=True, slots=True)
class Record:
    """A recorded thing with all its versions, newest last."""

    versions: tuple[Version, ...]

    @property
    def first(self) -> Entry:
        """The entry that made the record."""
        return self.versions[0].entry

    @property
    def seq(self) -> int:
        """The stable number of the record."""
        return self.first.seq

    @property
    def withdrawn(self) -> bool:
        """Whether the record as a whole was taken back."""
        return self.versions[0].withdrawn

    @property
    def entry(self) -> Entry:
        """The entry that counts now."""
        corrections = reversed(self.versions[1:])
        return next((v.entry for v in corrections if not v.withdrawn), self.first)

    @property
    def body(self) -> Body:
        """What the record says now."""
        return self.entry.body

    def corrected(self, entry: Entry) -> Record:
        """The record with a newer version."""
        return Record((*self.versions, Version(entry)))

    @property
    def changed(self) -> int:
        """The number of the newest entry that changed what the record says."""
        return max(max(v.entry.seq, v.marked_by) for v in self.versions)

    def marked(self, seq: int, by: int, *, withdrawn: bool) -> Record:
        """The record with one version taken back or restored."""
        return Record(
            tuple(
                replace(v, withdrawn=withdrawn, marked_by=by) if v.entry.seq == seq else v
                for v in self.versions
            )
        )


@dataclass(frozen=True, slots=True)
class Clock:
    """Seconds used per step, without pauses."""

    used: HashTrieMap[str, float] = field(default_factory=HashTrieMap)
    step: str = ""
    since: dt.datetime | None = None
    paused: bool = False

    def at(
        self, moment: dt.datetime, *, step: str | None = None, paused: bool | None = None
    ) -> Clock:
        """The clock after time ran until `moment`, then with another step or pause."""
        used = self.used
        if self.since is not None and not self.paused and self.step:
            passed = max((moment - self.since).total_seconds(), 0.0)
            # Nobody talks about one step for hours: it was left open overnight.
            passed = passed if passed < _LONGEST_TALK else 0.0
            used = used.insert(self.step, (used.get(self.step) or 0.0) + passed)
        return Clock(
            used,
            self.step if step is None else step,
            moment,
            self.paused if paused is None else paused,
        )

    def seconds(self, step: str, now: dt.datetime) -> float:
        """Seconds used in a step until now."""
        return self.at(now).used.get(step) or 0.0


@dataclass(frozen=True, slots=True)
class SessionState:
    """Everything a session's entries add up to. Lists hold record numbers, newest first."""

    seq: int = 0
    key: str = ""
    at: dt.datetime | None = None
    records: HashTrieMap[int, Record] = field(default_factory=HashTrieMap)
    record_of: HashTrieMap[int, int] = field(default_factory=HashTrieMap)
    of_kind: HashTrieMap[str, List[int]] = field(default_factory=HashTrieMap)
    at_step: HashTrieMap[str, List[int]] = field(default_factory=HashTrieMap)
    in_slot: HashTrieMap[Slot, List[int]] = field(default_factory=HashTrieMap)
    about: HashTrieMap[str, List[int]] = field(default_factory=HashTrieMap)
    answered: HashTrieMap[int, int] = field(default_factory=HashTrieMap)
    undoable: List[Entry] = field(default_factory=List)
    step: str = ""
    target: str = ""
    opened: HashTrieMap[str, dt.datetime] = field(default_factory=HashTrieMap)
    closed: HashTrieSet[str] = field(default_factory=HashTrieSet)
    clock: Clock = field(default_factory=Clock)

    def record(self, seq: int) -> Record | None:
        """The record that the entry with this number belongs to."""
        owner = self.record_of.get(seq)
        return None if owner is None else self.records.get(owner)

    def newest(self, slot: Slot) -> Record | None:
        """The record that counts for a slot."""
        for seq in self.in_slot.get(slot) or ():
            record = self.records[seq]
            if not record.withdrawn:
                return record
        return None

    def value(self, slot: Slot, kind: type[B]) -> B | None:
        """The body that counts for a slot."""
        record = self.newest(slot)
        return record.body if record is not None and isinstance(record.body, kind) else None

    def ever(self, slot: Slot, kind: type[B]) -> list[B]:
        """Every body a slot ever had, the newest first, those taken back too."""
        bodies = (self.records[seq].body for seq in self.in_slot.get(slot) or ())
        return [body for body in bodies if isinstance(body, kind)]

    def all(self, kind: type[B], *, withdrawn: bool = False) -> list[tuple[int, B]]:
        """(record number, body) of every record of a kind, in the order it was recorded."""
        found = [
            (record.seq, record.body)
            for record in self.records_of(kind)
            if isinstance(record.body, kind) and (withdrawn or not record.withdrawn)
        ]
        return found

    def records_of(self, kind: type[Body]) -> list[Record]:
        """Every record of a kind, withdrawn ones too, in the order it was recorded."""
        name = str(kind.model_fields["kind"].default)
        return [self.records[seq] for seq in self.of_kind.get(name) or ()][::-1]

    def is_answered(self, draft: int) -> bool:
        """Whether a draft was confirmed or put aside; a dismissal taken back is no answer."""
        record = self.record(self.answered.get(draft) or 0)
        return record is not None and not (isinstance(record.body, Dismissal) and record.withdrawn)

    def latest_at(self, step: str) -> Iterator[Record]:
        """The records made at a step, newest first, one by one."""
        for seq in self.at_step.get(step) or ():
            yield self.records[seq]


def fold(entries: Iterable[Entry], state: SessionState | None = None) -> SessionState:
    """The state after these entries, from nothing or from a state that saw the earlier ones."""
    current = state or SessionState()
    for entry in entries:
        current = apply(current, entry)
    return current


def apply(state: SessionState, entry: Entry) -> SessionState:
    """The state after one more entry; an entry that was already seen changes nothing."""
    if entry.seq <= state.seq:
        return state
    changed = _changed(state, entry)
    if entry.answers is not None:
        changed["answered"] = state.answered.insert(entry.answers, entry.seq)
    # One copy per entry: with thousands of entries copying is most of the work.
    return replace(state, seq=entry.seq, key=entry.key, at=entry.at, **changed)


def _changed(state: SessionState, entry: Entry) -> Changes:
    """The fields of the state that this entry changes."""
    match entry.body:
        case StepOpened():
            return _opened(state, entry)
        case StepClosed():
            return {"closed": state.closed.insert(entry.step)}
        case Paused() | Resumed():
            paused = isinstance(entry.body, Paused)
            return {"clock": state.clock.at(entry.at, paused=paused)}
        case Retraction() | Restoration():
            return _marked(state, entry, entry.body)
        case _:
            return _recorded(state, entry)


def _opened(state: SessionState, entry: Entry) -> Changes:
    opened = state.opened
    for place in {entry.step, f"{entry.step}/{entry.target}"}:
        if place not in opened:
            opened = opened.insert(place, entry.at)
    return {
        "step": entry.step,
        "target": entry.target,
        "opened": opened,
        "closed": state.closed.discard(entry.step),
        "clock": state.clock.at(entry.at, step=entry.step, paused=False),
    }


def _marked(state: SessionState, entry: Entry, move: Retraction | Restoration) -> Changes:
    record = state.record(move.of)
    if record is None:
        return {}
    marked = record.marked(move.of, entry.seq, withdrawn=isinstance(move, Retraction))
    changed: Changes = {"records": state.records.insert(record.seq, marked)}
    return changed if move.undo else {**changed, "undoable": state.undoable.push_front(entry)}


def _recorded(state: SessionState, entry: Entry) -> Changes:
    undoable = state.undoable.push_front(entry)
    older = state.record(entry.replaces) if entry.replaces is not None else None
    if older is not None:
        return {
            "undoable": undoable,
            "records": state.records.insert(older.seq, older.corrected(entry)),
            "record_of": state.record_of.insert(entry.seq, older.seq),
        }
    changed: Changes = {
        "undoable": undoable,
        "records": state.records.insert(entry.seq, Record((Version(entry),))),
        "record_of": state.record_of.insert(entry.seq, entry.seq),
        "of_kind": _pushed(state.of_kind, entry.body.kind, entry.seq),
        "at_step": _pushed(state.at_step, entry.step, entry.seq),
    }
    if entry.target:
        changed["about"] = _pushed(state.about, entry.target, entry.seq)
    if slot := entry.body.slot:
        changed["in_slot"] = _pushed(state.in_slot, slot, entry.seq)
    return changed


K = TypeVar("K")


def _pushed(index: HashTrieMap[K, List[int]], key: K, seq: int) -> HashTrieMap[K, List[int]]:
    return index.insert(key, (index.get(key) or List()).push_front(seq))


def last_undoable(state: SessionState, authors: Iterable[Author]) -> Entry | None:
    """The newest thing these authors did that still holds and can be undone.

    That is what they recorded, corrected, withdrew or restored, but no undoing itself. What
    somebody else worded anew since is passed over: taking it back would take their words along.
    """
    allowed = set(authors)
    for entry in state.undoable:
        if entry.author in allowed and _holds(state, entry, allowed):
            return entry
    return None


def _holds(state: SessionState, entry: Entry, authors: set[Author]) -> bool:
    """Whether nothing came after this that it would be wrong to undo along with it."""
    match entry.body:
        case Retraction(of=seq) | Restoration(of=seq):
            version = _version(state, seq)
            return version is not None and version.marked_by == entry.seq
    version, record = _version(state, entry.seq), state.record(entry.seq)
    if version is None or record is None or version.withdrawn or record.withdrawn:
        return False
    later = [v for v in record.versions if v.entry.seq > entry.seq and not v.withdrawn]
    return all(v.entry.author in authors for v in later)


def _version(state: SessionState, seq: int) -> Version | None:
    record = state.record(seq)
    versions = record.versions if record is not None else ()
    return next((version for version in versions if version.entry.seq == seq), None)
