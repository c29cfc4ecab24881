"""Entries -> state: nothing is overwritten, and it does not matter in how many parts one folds."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.entries import (
    Action,
    Attendance,
    Body,
    Decision,
    Detail,
    Dismissal,
    Draft,
    Entry,
    Judgement,
    Note,
    Parked,
    Paused,
    Restoration,
    Resumed,
    Retraction,
    StepClosed,
    StepOpened,
)
from guide.fold import Record, SessionState, apply, fold
from guide.models import Author, DetailField, JudgementValue, Presence

Part = tuple[Any, ...]
START = dt.datetime(2027, 3, 12, 13, 30, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)


def entry(seq: int, body: Body, **more: object) -> Entry:
    """An entry recorded `seq` minutes after the start."""
    given = {"key": f"key-{seq:05d}", "seq": seq, "at": START + seq * MINUTE, "body": body}
    return Entry.model_validate({**given, **more})


def told(*bodies: Body | Entry) -> SessionState:
    """The state after these bodies, numbered from 1."""
    return fold(b if isinstance(b, Entry) else entry(n, b) for n, b in enumerate(bodies, start=1))


def record(state: SessionState, seq: int) -> Record:
    found = state.record(seq)
    assert found is not None
    return found


def view(value: JudgementValue, perspective: str = "gemeente") -> Judgement:
    return Judgement(target="mo-8", perspective=perspective, value=value)


SLOT = ("judgement", "mo-8", "gemeente")


def test_a_correction_keeps_the_first_wording_in_the_history() -> None:
    state = told(Note(text="eerst"), entry(2, Note(text="later"), replaces=1))
    found = record(state, 1)
    assert found.body == Note(text="later")
    assert [version.entry.body for version in found.versions] == [
        Note(text="eerst"),
        Note(text="later"),
    ]


def test_a_correction_is_not_a_second_note() -> None:
    state = told(Note(text="eerst"), entry(2, Note(text="later"), replaces=1))
    assert state.all(Note) == [(1, Note(text="later"))]
    assert record(state, 2) is record(state, 1)


def test_a_correction_of_a_correction_belongs_to_the_same_record() -> None:
    state = told(
        Note(text="a"),
        entry(2, Note(text="b"), replaces=1),
        entry(3, Note(text="c"), replaces=2),
    )
    assert state.all(Note) == [(1, Note(text="c"))]


def test_a_retracted_correction_falls_back_to_the_former_version() -> None:
    state = told(
        Note(text="a"),
        entry(2, Note(text="b"), replaces=1),
        entry(3, Note(text="c"), replaces=1),
        Retraction(of=3),
    )
    assert state.all(Note) == [(1, Note(text="b"))]


def test_a_retracted_correction_in_between_leaves_the_newest_wording() -> None:
    state = told(
        Note(text="a"),
        entry(2, Note(text="b"), replaces=1),
        entry(3, Note(text="c"), replaces=1),
        Retraction(of=2),
    )
    assert state.all(Note) == [(1, Note(text="c"))]


def test_a_restored_correction_counts_again() -> None:
    state = told(
        Note(text="a"), entry(2, Note(text="b"), replaces=1), Retraction(of=2), Restoration(of=2)
    )
    assert state.all(Note) == [(1, Note(text="b"))]


def test_a_withdrawn_record_no_longer_counts_but_stays_to_be_seen() -> None:
    state = told(Note(text="a"), Retraction(of=1))
    assert state.all(Note) == []
    assert state.all(Note, withdrawn=True) == [(1, Note(text="a"))]
    assert [each.seq for each in state.records_of(Note)] == [1]


def test_a_withdrawn_record_shows_the_wording_that_counted_last() -> None:
    state = told(
        Note(text="a"), entry(2, Note(text="b"), replaces=1), Retraction(of=2), Retraction(of=1)
    )
    assert record(state, 1).body == Note(text="a")


def test_a_restored_record_counts_again_with_its_last_wording() -> None:
    state = told(
        Note(text="a"), entry(2, Note(text="b"), replaces=1), Retraction(of=1), Restoration(of=1)
    )
    assert state.all(Note) == [(1, Note(text="b"))]


def test_the_newest_picture_of_a_perspective_counts_and_the_older_one_stays() -> None:
    state = told(view(JudgementValue.NOT_YET), view(JudgementValue.MOSTLY))
    value = state.value(SLOT, Judgement)
    assert value is not None
    assert value.value is JudgementValue.MOSTLY
    assert len(state.records_of(Judgement)) == 2


def test_a_withdrawn_picture_gives_back_the_older_one() -> None:
    state = told(view(JudgementValue.NOT_YET), view(JudgementValue.MOSTLY), Retraction(of=2))
    assert state.value(SLOT, Judgement) == view(JudgementValue.NOT_YET)


def test_pictures_of_two_perspectives_stand_beside_each_other() -> None:
    state = told(view(JudgementValue.NOT_YET), view(JudgementValue.MOSTLY, "keten"))
    assert state.value(SLOT, Judgement) == view(JudgementValue.NOT_YET)


def test_when_every_picture_is_withdrawn_there_is_none() -> None:
    state = told(view(JudgementValue.NOT_YET), Retraction(of=1))
    assert state.value(SLOT, Judgement) is None


def test_withdrawing_something_unknown_changes_nothing_but_the_number() -> None:
    before = told(Note(text="a"))
    after = apply(before, entry(2, Retraction(of=99)))
    assert after.records == before.records
    assert after.seq == 2


def test_an_entry_that_was_already_seen_changes_nothing() -> None:
    state = told(Note(text="a"), Note(text="b"))
    assert apply(state, entry(1, Note(text="anders"))) is state


def test_the_first_state_is_not_changed_by_what_comes_after_it() -> None:
    before = told(Note(text="a"))
    apply(before, entry(2, Retraction(of=1)))
    assert before.all(Note) == [(1, Note(text="a"))]


def test_what_was_said_at_a_step_comes_back_newest_first() -> None:
    state = told(
        entry(1, Note(text="a"), step="stap-ask"),
        entry(2, Note(text="elders"), step="stap-say"),
        entry(3, Note(text="b"), step="stap-ask"),
    )
    assert [each.seq for each in state.latest_at("stap-ask")] == [3, 1]


def test_what_was_said_about_a_norm_is_kept_together() -> None:
    state = told(
        entry(1, Note(text="a"), step="stap-norms", target="mo-8"), Note(text="zonder norm")
    )
    assert list(state.about["mo-8"]) == [1]
    assert list(state.about) == ["mo-8"]


def test_opening_a_step_closes_no_other_and_opens_a_closed_one_again() -> None:
    closed = told(
        entry(1, StepOpened(), step="a"),
        entry(2, StepClosed(), step="a"),
        entry(3, StepOpened(), step="b", target="mo-8"),
    )
    assert (closed.step, closed.target) == ("b", "mo-8")
    assert set(closed.closed) == {"a"}
    assert set(apply(closed, entry(4, StepOpened(), step="a")).closed) == set()


def test_the_moment_a_place_was_first_opened_is_kept() -> None:
    state = told(
        entry(1, StepOpened(), step="a"),
        entry(2, StepOpened(), step="b"),
        entry(3, StepOpened(), step="a"),
    )
    assert state.opened["a"] == START + MINUTE


def test_the_clock_runs_in_the_open_step_and_not_during_a_pause() -> None:
    state = told(
        entry(1, StepOpened(), step="a"),
        entry(4, Paused()),
        entry(10, Resumed()),
        entry(12, StepOpened(), step="b"),
    )
    assert state.clock.seconds("a", START + 20 * MINUTE) == (3 + 2) * 60
    assert state.clock.seconds("b", START + 20 * MINUTE) == 8 * 60


def test_the_clock_stands_still_while_paused() -> None:
    state = told(entry(1, StepOpened(), step="a"), entry(2, Paused()))
    assert state.clock.seconds("a", START + 60 * MINUTE) == 60


def test_going_to_another_step_ends_a_pause() -> None:
    state = told(entry(1, StepOpened(), step="a"), Paused(), entry(3, StepOpened(), step="b"))
    assert not state.clock.paused


def test_a_clock_that_is_set_back_never_gives_negative_time() -> None:
    state = told(entry(5, StepOpened(), step="a"))
    assert state.clock.seconds("a", START) == 0


DRAFT = Draft(text="actie: bellen", proposal=Action(what="bellen"))


def test_a_confirmed_draft_is_answered() -> None:
    state = told(DRAFT, entry(2, Action(what="bellen"), answers=1))
    assert state.is_answered(1)
    assert not told(DRAFT).is_answered(1)


def test_a_draft_waits_again_when_putting_it_aside_was_taken_back() -> None:
    state = told(DRAFT, entry(2, Dismissal(), answers=1))
    assert state.is_answered(1)
    assert not apply(state, entry(3, Retraction(of=2))).is_answered(1)


def test_a_draft_does_not_come_back_when_the_agreed_action_is_withdrawn_later() -> None:
    state = told(DRAFT, entry(2, Action(what="bellen"), answers=1), Retraction(of=2))
    assert state.is_answered(1)


# Any sequence of entries, also ones that refer to nothing or to themselves.
TEXTS = st.sampled_from(["", "een", "twee", "{drie}"])
NUMBERS = st.integers(0, 14)
BODIES = st.one_of(
    st.builds(Note, text=TEXTS, private=st.booleans()),
    st.builds(Decision, text=TEXTS),
    st.builds(Parked, text=TEXTS),
    st.builds(Dismissal, what=TEXTS),
    st.builds(Draft, text=TEXTS, proposal=st.builds(Parked, text=TEXTS)),
    st.builds(Attendance, participant=NUMBERS, presence=st.sampled_from(Presence)),
    st.builds(Detail, field=st.sampled_from(DetailField), value=TEXTS),
    st.builds(
        Judgement,
        target=st.sampled_from(["mo-1", "mo-8"]),
        perspective=st.sampled_from(["gemeente", "keten"]),
        value=st.sampled_from(JudgementValue),
    ),
    st.builds(Retraction, of=NUMBERS),
    st.builds(Restoration, of=NUMBERS),
    st.just(StepOpened()),
    st.just(StepClosed()),
    st.just(Paused()),
    st.just(Resumed()),
)
PLACES = st.sampled_from(["", "stap-a", "stap-b"])
PARTS = st.tuples(
    BODIES,
    st.sampled_from(Author),
    PLACES,
    st.one_of(st.none(), NUMBERS),
    st.one_of(st.none(), NUMBERS),
    st.integers(-30, 300),
)


def entries_from(parts: Sequence[Part]) -> list[Entry]:
    moments = itertools.accumulate(seconds for *_, seconds in parts)
    return [
        entry(
            seq,
            body,
            author=author,
            step=step,
            replaces=replaces,
            answers=answers,
            at=START + dt.timedelta(seconds=passed),
        )
        for seq, ((body, author, step, replaces, answers, _), passed) in enumerate(
            zip(parts, moments, strict=True), start=1
        )
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, max_size=14), st.lists(NUMBERS, max_size=4))
def test_folding_in_parts_gives_the_same_state_as_folding_at_once(
    parts: list[Part], cuts: list[int]
) -> None:
    entries = entries_from(parts)
    state = SessionState()
    edges = [0, *sorted(cuts), len(entries)]
    for start, end in itertools.pairwise(edges):
        # Each part also delivers again what the part before it delivered.
        state = fold(entries[max(start - 2, 0) : end], state)
    assert state == fold(entries)


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, max_size=14))
def test_no_entry_ever_makes_an_earlier_one_disappear(parts: list[Part]) -> None:
    entries = entries_from(parts)
    state = fold(entries)
    around = (Retraction, Restoration, StepOpened, StepClosed, Paused, Resumed)
    kept = {
        version.entry.seq: version.entry
        for found in state.records.values()
        for version in found.versions
    }
    assert kept == {each.seq: each for each in entries if not isinstance(each.body, around)}


@settings(max_examples=100, deadline=None)
@given(st.lists(PARTS, max_size=14))
def test_every_record_always_has_a_wording(parts: list[Part]) -> None:
    state = fold(entries_from(parts))
    for found in state.records.values():
        assert found.body in [version.entry.body for version in found.versions]
