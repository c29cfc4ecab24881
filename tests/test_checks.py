"""What is said before closing: each gap by itself, and nothing when all is well."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.checks import Remark, RemarkKind, completeness
from guide.entries import (
    Action,
    ActionProgress,
    Body,
    Confirmation,
    Decision,
    Detail,
    Draft,
    ItemPlan,
    Joined,
    Judgement,
    LibraryQuestion,
    Note,
    Parked,
    ParkedSettled,
    Participant,
    Picks,
    Priority,
    SharedPicture,
    Suggestion,
    Weighing,
)
from guide.models import ActionStatus, DetailField, JudgementValue, PictureOutcome
from guide.session import Session
from tests.minutes_reader import Said, told

PERSPECTIVES = ("gemeente", "opvang-vo", "opvang-mo", "keten", "ervaring")
SET_UP: tuple[Said, ...] = (
    Detail(field=DetailField.DATE, value="2027-03-12"),
    Detail(field=DetailField.FACILITATOR, value="Adviseur"),
    Detail(field=DetailField.NOTE_TAKER, value="Secretaris"),
    Detail(field=DetailField.NEXT_DATE, value="2028-03-10"),
)
HEARD: tuple[Said, ...] = tuple(
    ("stap-ask", Note(text="Gehoord", perspective=p)) for p in PERSPECTIVES
)
DONE: tuple[Said, ...] = (*SET_UP, *HEARD)
FIRST = len(DONE) + 1
"""The number of the first entry after a session in which nothing is missing."""


def judged(perspective: str, value: JudgementValue) -> Judgement:
    return Judgement(target="mo-8", perspective=perspective, value=value)


def found(*said: Said) -> list[tuple[RemarkKind, str, str]]:
    """What is remarked beyond a session in which nothing was missing."""
    return [(each.kind, each.where, each.text) for each in completeness(told(*DONE, *said))]


def test_a_complete_session_gets_no_remarks() -> None:
    assert completeness(told(*DONE)) == ()


def test_an_action_without_an_owner_and_one_without_a_date_are_named() -> None:
    assert found(Action(what="a", year=1), Action(what="b", owner="c", due_words="snel")) == [
        (RemarkKind.ACTION, "A01", "Deze actie heeft nog geen trekker."),
        (RemarkKind.ACTION, "A01", "Deze actie heeft nog geen datum."),
    ]


def test_an_action_with_a_day_needs_no_words() -> None:
    assert found(Action(what="a", owner="b", due=dt.date(2027, 6, 1))) == []


def test_an_action_that_was_dropped_needs_nothing_more() -> None:
    dropped = ActionProgress(action=FIRST, status=ActionStatus.DROPPED, reason="Geen geld")
    assert found(Action(what="a"), dropped) == []


def test_a_priority_without_an_action_is_named() -> None:
    action = Action(what="a", owner="b", due_words="c", priority=FIRST)
    assert found(Priority(title="x"), Priority(title="y"), action) == [
        (RemarkKind.PRIORITY, "P02", "Bij deze prioriteit is nog geen actie afgesproken.")
    ]


def test_a_chosen_norm_that_was_not_discussed_is_named() -> None:
    chosen = Detail(field=DetailField.CHOSEN, value=("mo-8", "mo-1"))
    assert found(chosen, judged("keten", JudgementValue.MOSTLY)) == [
        (RemarkKind.PICTURE, "Norm 1 MO", "Deze norm is gekozen, maar niet besproken.")
    ]


def test_a_difference_without_an_outcome_is_named_until_it_has_one() -> None:
    differ = (judged("keten", JudgementValue.MOSTLY), judged("gemeente", JudgementValue.NOT_YET))
    text = "De beelden verschillen. Er is niet vastgelegd hoe het gesprek eindigde."
    assert found(*differ) == [(RemarkKind.PICTURE, "Norm 8 MO", text)]
    assert found(*differ, SharedPicture(target="mo-8", outcome=PictureOutcome.DIFFERS)) == []


@pytest.mark.parametrize(
    "unknown",
    [
        judged("keten", JudgementValue.UNKNOWN),
        SharedPicture(target="mo-8", outcome=PictureOutcome.SHARED, value=JudgementValue.UNKNOWN),
    ],
)
def test_an_unknown_picture_asks_for_an_action(unknown: Body) -> None:
    text = "Een beeld is nog niet bekend. Er is geen actie om het uit te zoeken."
    assert found(unknown) == [(RemarkKind.PICTURE, "Norm 8 MO", text)]
    assert found(unknown, Action(what="a", owner="b", due_words="c", norms=("mo-8b",))) == []


def test_a_perspective_that_nobody_heard_is_named() -> None:
    silent = told(*SET_UP, *HEARD[1:])
    assert completeness(silent) == (
        Remark("Van dit perspectief is niets vastgelegd.", "Gemeente", RemarkKind.PERSPECTIVE),
    )


@pytest.mark.parametrize(
    "heard",
    [
        judged("gemeente", JudgementValue.MOSTLY),
        Picks(perspective="gemeente", targets=("mo-8",)),
        Confirmation(record=1, perspective="gemeente", correct=True),
    ],
)
def test_a_picture_a_choice_or_a_confirmation_counts_as_heard(heard: Body) -> None:
    assert completeness(told(*SET_UP, *HEARD[1:], heard)) == ()


@pytest.mark.parametrize(
    "said", [Note(text="x", perspective="gemeente", private=True), Note(text="x")]
)
def test_a_private_note_or_a_note_of_the_room_does_not_count_as_heard(said: Note) -> None:
    assert len(completeness(told(*SET_UP, *HEARD[1:], ("stap-ask", said)))) == 1


def test_a_parked_point_that_nobody_settled_is_named() -> None:
    settled = ParkedSettled(parked=FIRST, outcome="Gedaan")
    assert found(Parked(text="a"), Parked(text="b"), settled) == [
        (RemarkKind.PARKED, "K02", "Voor dit geparkeerde punt is nog niets afgesproken.")
    ]


def test_a_draft_that_still_waits_is_named_with_its_item() -> None:
    draft = Draft(text="actie: x", proposal=Action(what="x"))
    ((kind, where, _),) = found(("stap-agree", draft))
    assert (kind, where) == (RemarkKind.DRAFT, "3. Afspraken")


def test_what_the_set_up_misses_is_named() -> None:
    assert [(each.where, each.text) for each in completeness(told(*HEARD))] == [
        ("Voorbereiding", "De datum van de regiosessie ontbreekt."),
        ("Voorbereiding", "De gespreksleider is niet ingevuld."),
        ("Voorbereiding", "De verslaglegger is niet ingevuld."),
        ("Voorbereiding", "Er is nog geen datum voor de volgende regiosessie."),
    ]


def test_notes_at_an_item_that_was_switched_off_later_are_not_lost_in_silence() -> None:
    off = ItemPlan(item="opening", minutes=0, order=0, enabled=False)
    assert [(kind, where) for kind, where, _ in found(off)] == [(RemarkKind.LEFT_OUT, "Opening")]


def test_an_empty_item_that_is_switched_off_is_no_remark() -> None:
    assert found(ItemPlan(item="beelden", minutes=0, order=0, enabled=False)) == []


# Personal data


MAIL = "jan@voorbeeld.nl"
PRIVACY: list[tuple[Said, str]] = [
    (("stap-ask", Note(text=f"Mail {MAIL}")), "1. Opening"),
    (("stap-ask", Note(text="Bel 06-12345678")), "1. Opening"),
    (Action(what="Bellen", owner=MAIL, due_words="snel"), "A01"),
    (Decision(text=f"Wij mailen {MAIL}."), "B01"),
    (Parked(text=MAIL), "K01"),
    (Detail(field=DetailField.PLACE, value=MAIL), "Plaats (alleen een naam, geen adres)"),
    (Detail(field=DetailField.PERSPECTIVES, value=("keten", MAIL)), "Perspectieven"),
    (("stap-ask", Participant(organisation="a", function=MAIL, perspective="keten")), "1. Opening"),
    (("stap-weigh", Weighing(target="mo-8", answers={"asks": MAIL})), "3. Afspraken"),
]


def privacy(session: Session) -> list[Remark]:
    return [each for each in completeness(session) if each.kind is RemarkKind.PRIVACY]


@pytest.mark.parametrize(("said", "where"), PRIVACY)
def test_likely_personal_data_is_named_with_where_it_stands(said: Said, where: str) -> None:
    (remark,) = privacy(told(*DONE, said))
    assert remark.where == where


def test_the_remark_does_not_repeat_the_data() -> None:
    (remark,) = privacy(told(("stap-ask", Note(text=f"Mail {MAIL} of {MAIL}"))))
    assert remark.text == (
        "In deze tekst staat waarschijnlijk een e-mailadres. Haal dat liever weg."
    )


def test_an_objection_with_personal_data_points_at_what_it_objects_to() -> None:
    objection = Confirmation(record=FIRST, correct=False, objection=MAIL)
    (remark,) = privacy(told(*DONE, Decision(text="Ja."), objection))
    assert remark.where == "B01"


@pytest.mark.parametrize(
    "said",
    [
        Note(text=MAIL, private=True),
        LibraryQuestion(text=MAIL),
        Draft(text=MAIL, proposal=Action(what=MAIL)),
        Suggestion(device="apparaat-1", perspective="keten", text=MAIL),
        Joined(device="apparaat-1", perspective="keten", organisation=MAIL),
    ],
)
def test_what_does_not_go_into_the_minutes_is_not_looked_at(said: Body) -> None:
    assert privacy(told(("stap-ask", said))) == []


def test_only_the_newest_answer_is_looked_at() -> None:
    older = Detail(field=DetailField.PLACE, value=MAIL)
    newer = Detail(field=DetailField.PLACE, value="Stadhuis")
    assert privacy(told(older, newer)) == []


def test_remarks_come_in_the_order_things_were_recorded() -> None:
    said = [Decision(text=MAIL) for _ in range(12)]
    assert [each.where for each in privacy(told(*said))] == [f"B{n:02d}" for n in range(1, 13)]
