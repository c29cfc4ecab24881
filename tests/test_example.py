"""The example session: real content, real verbs, and a bit of everything that can happen."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest

from guide.agenda import current_place
from guide.checks import RemarkKind, completeness
from guide.content import load_example
from guide.content_models import Content, ExampleMove, ExampleSession, Sector, StepKind
from guide.entries import ChildVoice, Note, NumberOfChildren, SharedPicture, StepOpened, Use
from guide.errors import ContentError
from guide.example import fill_example, start_example
from guide.judgements import discussed, not_discussed, picks, picture, weighing
from guide.minutes import make_minutes
from guide.models import PictureOutcome
from guide.roadmap import actions, decisions, objections, parked_points, priorities
from guide.session import Session
from guide.session_list import summaries
from guide.sessions import Sessions
from guide.set_up import details, guests
from guide.store import Store


@pytest.fixture
def real(store: Store, real_content: Content) -> Sessions:
    return Sessions(store, real_content)


@pytest.fixture
def example(real: Sessions) -> Session:
    return real.load(start_example(real))


def test_the_example_is_marked_as_one(real: Sessions) -> None:
    start_example(real)
    (summary,) = summaries(real)
    assert (summary.region, summary.example) == ("Voorbeeldregio", True)


def test_a_newcomer_lands_in_the_middle_of_the_norms(example: Session) -> None:
    here = current_place(example)
    assert here.step.kind is StepKind.NORMS
    now = picture(example, here.target)
    assert now.differs
    assert now.outcome is None


def test_the_example_has_a_size_one_can_oversee(real: Sessions, example: Session) -> None:
    assert 60 <= real.newest(example.id) <= 120


def test_both_frameworks_are_talked_about(example: Session) -> None:
    framework_of = example.script.framework_of
    sectors = {framework_of[each.target].sector for each in discussed(example)}
    assert sectors == set(Sector)


def test_pictures_are_shared_and_differ_and_some_norms_wait(example: Session) -> None:
    outcomes = Counter(body.outcome for _, body in example.state.all(SharedPicture))
    assert outcomes[PictureOutcome.SHARED] >= 1
    assert outcomes[PictureOutcome.DIFFERS] >= 1
    assert not_discussed(example)
    assert example.state.all(ChildVoice)


def test_one_number_of_children_is_too_small_to_show(example: Session) -> None:
    counts = [body.count for _, body in example.state.all(NumberOfChildren)]
    assert any(count is not None and count < 10 for count in counts)
    assert any(count is not None and count >= 10 for count in counts)


def test_the_groeipad_is_filled_for_three_years(example: Session) -> None:
    assert len(priorities(example)) == 3
    assert all(each.use and each.actions for each in priorities(example))
    assert len(actions(example)) == 8
    assert {each.year for each in actions(example)} == {1, 2, 3}
    assert [each for each in actions(example) if not each.body.owner]
    assert picks(example)
    assert any(weighing(example, each.body.targets[0]) for each in priorities(example))


def test_something_was_decided_parked_corrected_withdrawn_and_objected_to(
    example: Session,
) -> None:
    records = example.state.records.values()
    assert decisions(example)
    assert {bool(point.outcome) for point in parked_points(example)} == {True, False}
    assert any(len(record.versions) > 1 for record in records)
    assert any(record.withdrawn for record in records)
    assert any(objections(example, each.seq) for each in decisions(example))
    assert any(note.private for _, note in example.state.all(Note))
    assert any(guest.presence is not None for guest in guests(example))


def test_nobody_is_named_and_nothing_looks_like_personal_data(example: Session) -> None:
    assert all(not guest.body.name for guest in guests(example))
    assert not [r for r in completeness(example) if r.kind is RemarkKind.PRIVACY]


def test_the_check_finds_what_was_left_open_on_purpose(example: Session) -> None:
    kinds = {remark.kind for remark in completeness(example)}
    assert {RemarkKind.ACTION, RemarkKind.PICTURE, RemarkKind.PARKED} <= kinds


def test_its_minutes_name_the_preconditions_and_not_their_ids(example: Session) -> None:
    said = str(make_minutes(example))
    assert "Randvoorwaarde" in said
    assert "rv-kennis" not in said


def test_the_example_can_fill_a_session_that_was_already_made(real: Sessions) -> None:
    session_id = real.start("Onze regio", "2027-05-20")
    filled = fill_example(real, session_id)
    assert details(filled).region == "Onze regio"
    assert details(filled).date == dt.date(2027, 5, 20)
    assert len(actions(filled)) == 8


def test_what_happens_at_a_priority_is_recorded_there(real: Sessions, example: Session) -> None:
    targets = {f"priority-{each.seq}" for each in priorities(example)}
    entries = real.store.entries_after(example.id)
    uses = [entry.target for entry in entries if isinstance(entry.body, Use)]
    assert set(uses) == targets


# A mistake in the file


def example_of(*moves: ExampleMove) -> ExampleSession:
    return ExampleSession(region="Voorbeeld", date="2027-03-11", moves=moves)


NOTE = {"kind": "note", "text": "x"}


@pytest.mark.parametrize(
    ("move", "message"),
    [
        (ExampleMove(body={"kind": "bestaat-niet"}), "stap 2: de soort past niet"),
        (ExampleMove(body={"kind": "note"}), "stap 2: note > text past niet"),
        (ExampleMove(body={"kind": "note", "text": " "}), "stap 2: Er staat nog geen tekst"),
        (ExampleMove(withdraws="wie"), "stap 2: de naam 'wie' is niet eerder genoemd"),
        (ExampleMove(corrects="wie", body=NOTE), "stap 2: de naam 'wie'"),
        (ExampleMove(step="nergens", go=True), "stap 2: de agenda heeft geen stap 'nergens'"),
        (
            ExampleMove(body={"kind": "use", "commissioning": "not"}, refers={"priority": "p"}),
            "stap 2: de naam 'p'",
        ),
    ],
)
def test_a_mistake_in_the_example_says_at_which_move(
    real: Sessions, move: ExampleMove, message: str
) -> None:
    with pytest.raises(ContentError, match="voorbeeld") as caught:
        start_example(real, example_of(ExampleMove(body=NOTE), move))
    assert message in caught.value.message


def test_every_move_of_the_example_does_something() -> None:
    for move in load_example().moves:
        assert move.body or move.go or move.withdraws


def test_going_somewhere_is_recorded_with_its_target(real: Sessions) -> None:
    go = ExampleMove(step="normen-bespreken", target="mo-8", go=True)
    session_id = start_example(real, example_of(go))
    last = real.store.entries_after(session_id)[-1]
    assert isinstance(last.body, StepOpened)
    assert (last.step, last.target) == ("normen-bespreken", "mo-8")
