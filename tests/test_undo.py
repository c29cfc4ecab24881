"""Undoing: what one did last, one by one, and never what somebody else did."""

from __future__ import annotations

from guide.entries import (
    Note,
    Paused,
    Restoration,
    Resumed,
    Retraction,
    StepClosed,
    StepOpened,
)
from guide.fold import SessionState, apply, last_undoable
from guide.models import Author
from tests.test_fold import entry, told

FACILITATOR, TAKER = Author.FACILITATOR, Author.NOTE_TAKER


def undo(state: SessionState, author: Author) -> tuple[SessionState, int | None]:
    last = last_undoable(state, [author])
    if last is None:
        return state, None
    move = (
        Restoration(of=last.body.of, undo=True)
        if isinstance(last.body, Retraction)
        else Retraction(of=getattr(last.body, "of", last.seq), undo=True)
    )
    return apply(state, entry(state.seq + 1, move, author=author)), last.seq


def test_undo_walks_back_one_by_one_and_then_stops() -> None:
    state = told(Note(text="a"), Note(text="b"), entry(3, Note(text="c"), replaces=1))
    undone = []
    for _ in range(4):
        state, seq = undo(state, FACILITATOR)
        undone.append(seq)
    assert undone == [3, 2, 1, None]
    assert state.all(Note) == []


def test_undo_takes_back_only_ones_own_entries() -> None:
    state = told(
        entry(1, Note(text="van de schrijver"), author=TAKER),
        entry(2, Note(text="van mij"), author=FACILITATOR),
        entry(3, Note(text="ook van de schrijver"), author=TAKER),
    )
    state, seq = undo(state, FACILITATOR)
    assert seq == 2
    assert undo(state, FACILITATOR)[1] is None
    assert [number for number, _ in state.all(Note)] == [1, 3]


def test_undo_never_takes_back_navigation() -> None:
    state = told(
        Note(text="a"),
        entry(2, StepOpened(), step="b"),
        entry(3, StepClosed(), step="b"),
        Paused(),
        Resumed(),
    )
    state, seq = undo(state, FACILITATOR)
    assert (seq, state.step) == (1, "b")


def test_undo_after_a_withdrawal_first_gives_back_what_was_withdrawn() -> None:
    state = told(Note(text="a"), Note(text="b"), Retraction(of=1))
    state, seq = undo(state, FACILITATOR)
    assert seq == 3
    assert [number for number, _ in state.all(Note)] == [1, 2], "b is left alone"
    undone = []
    for _ in range(3):
        state, seq = undo(state, FACILITATOR)
        undone.append(seq)
    assert undone == [2, 1, None], "undoing itself is not undone"


def test_undo_after_a_restoration_withdraws_again() -> None:
    state = told(Note(text="a"), Retraction(of=1), Restoration(of=1))
    state, seq = undo(state, FACILITATOR)
    assert seq == 3
    assert state.all(Note) == []
    assert undo(state, FACILITATOR)[1] is None, "what is withdrawn is not recorded last"


def test_a_withdrawal_that_somebody_else_undid_is_not_undone_once_more() -> None:
    state = told(
        Note(text="a"),
        entry(2, Retraction(of=1), author=FACILITATOR),
        entry(3, Restoration(of=1), author=TAKER),
    )
    assert undo(state, FACILITATOR)[1] == 1


def test_undo_leaves_what_somebody_else_worded_anew() -> None:
    state = told(
        entry(1, Note(text="eerder"), author=FACILITATOR),
        entry(2, Note(text="mijn woorden"), author=FACILITATOR),
        entry(3, Note(text="beter gezegd"), author=TAKER, replaces=2),
    )
    state, seq = undo(state, FACILITATOR)
    assert seq == 1, "the words of the schrijver stay"
    assert [body.text for _, body in state.all(Note)] == ["beter gezegd"]
    state, seq = undo(state, TAKER)
    assert seq == 3
    assert undo(state, FACILITATOR)[1] == 2, "without the new words it is one's own again"
