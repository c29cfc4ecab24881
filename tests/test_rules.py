"""What may be recorded: every refusal says in Dutch what is wrong and what to do next."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import (
    Action,
    ActionProgress,
    Adoption,
    Attendance,
    Body,
    ChildVoice,
    Confirmation,
    Decision,
    Detail,
    Judgement,
    Mark,
    Note,
    NumberOfChildren,
    OwnItem,
    OwnPerspective,
    Parked,
    ParkedSettled,
    Participant,
    Party,
    Picks,
    Priority,
    Restoration,
    Retraction,
    SharedPicture,
    Use,
    Weighing,
)
from guide.errors import GuideError, InputError, NotFoundError
from guide.models import (
    ActionStatus,
    Commissioning,
    DetailField,
    Exactness,
    JudgementValue,
    PictureOutcome,
    Presence,
)
from guide.plain_text import MAX_LENGTH
from guide.rules import check
from guide.session import Session
from tests.conftest import Say

TOO_LONG = "x" * (MAX_LENGTH + 1)
SHARED, NOT_APPLICABLE = PictureOutcome.SHARED, JudgementValue.NOT_APPLICABLE

REFUSED: dict[str, tuple[type[GuideError], Body]] = {
    # Nothing was typed
    "nog geen tekst": (InputError, Note(text=" \n ")),
    "besluit is nog leeg": (InputError, Decision(text=" ")),
    "parkeerlijst is nog leeg": (InputError, Parked(text="")),
    "nog niet wat er gebeurt": (InputError, Action(what="\x00")),
    "prioriteit heeft nog geen naam": (InputError, Priority(title="")),
    "naam van de partij": (InputError, Party(name="", perspective="keten")),
    "organisatie van de deelnemer": (
        InputError,
        Participant(organisation="", function="x", perspective="keten"),
    ),
    "nog geen titel": (InputError, OwnItem(title="", question="Wat?")),
    "perspectief heeft nog geen naam": (InputError, OwnPerspective(label="")),
    "versienummer": (InputError, Adoption(date=dt.date(2027, 4, 1), version=" ")),
    # Too much, or not what it should be
    "te lang": (InputError, Note(text=TOO_LONG)),
    "datum bestaat niet": (InputError, Detail(field=DetailField.DATE, value="2027-02-30")),
    "tijd bestaat niet": (InputError, Detail(field=DetailField.END, value="25:00")),
    "opvangvorm": (InputError, Detail(field=DetailField.SECTORS, value=("vo", "xx"))),
    "geen antwoord": (
        InputError,
        Judgement(target="mo-8", perspective="keten", value=JudgementValue.NOT_DISCUSSED),
    ),
    "welk beeld jullie delen": (InputError, SharedPicture(target="mo-8", outcome=SHARED)),
    "vraagt om een reden": (
        InputError,
        SharedPicture(target="mo-8", outcome=SHARED, value=NOT_APPLICABLE, explanation=" "),
    ),
    "twee keer gekozen": (InputError, Picks(perspective="keten", targets=("mo-8", "mo-8"))),
    "meer dan 3": (
        InputError,
        Picks(perspective="keten", targets=("mo-1", "mo-2", "mo-8", "vo-1.1")),
    ),
    "aantal ontbreekt": (InputError, NumberOfChildren(sector="vo", exactness=Exactness.EXACT)),
    "Kies VO of MO": (
        InputError,
        NumberOfChildren(sector="xx", count=12, exactness=Exactness.EXACT),
    ),
    # What it refers to is not there
    "norm 'mo-99'": (
        NotFoundError,
        Judgement(target="mo-99", perspective="keten", value=JudgementValue.MOSTLY),
    ),
    "norm ''": (NotFoundError, Mark(target="")),
    "norm 'mo-8a'": (NotFoundError, ChildVoice(target="mo-8a")),
    "norm 'x1'": (NotFoundError, Weighing(target="x1", answers={})),
    "norm 'x2'": (NotFoundError, Picks(perspective="keten", targets=("x2",))),
    "norm 'x3'": (NotFoundError, Action(what="a", norms=("x3",))),
    "norm 'x4'": (NotFoundError, Priority(title="a", targets=("x4",))),
    "perspectief 'bakker'": (NotFoundError, Note(text="a", perspective="bakker")),
}


@pytest.mark.parametrize("words", REFUSED)
def test_what_cannot_be_recorded_is_refused_with_the_reason_and_a_next_step(
    session: Session, words: str
) -> None:
    kind, body = REFUSED[words]
    with pytest.raises(kind) as caught:
        check(session, body)
    assert words in str(caught.value)
    assert caught.value.message.endswith(".")
    assert caught.value.next_step.endswith(".")


MISSING: list[Body] = [
    Attendance(participant=99, presence=Presence.PRESENT),
    Use(priority=99, commissioning=Commissioning.NOT),
    Action(what="a", priority=99),
    ActionProgress(action=99, status=ActionStatus.DONE),
    ParkedSettled(parked=99, outcome="a"),
    Confirmation(record=99, correct=True),
    Retraction(of=99),
    Restoration(of=99),
]


@pytest.mark.parametrize("body", MISSING, ids=lambda body: body.kind)
def test_what_belongs_to_something_that_is_gone_is_refused(session: Session, body: Body) -> None:
    with pytest.raises(NotFoundError, match="bestaat niet \\(meer\\)") as caught:
        check(session, body)
    assert caught.value.next_step


ACCEPTED: list[Body] = [
    Note(text="x" * MAX_LENGTH),
    Note(text="a", perspective="keten"),
    Detail(field=DetailField.DATE, value=""),
    Detail(field=DetailField.START, value="09:15"),
    Detail(field=DetailField.SECTORS, value=("mo",)),
    Detail(field=DetailField.SECTORS, value=()),
    Judgement(target="mo-t1", perspective="keten", value=NOT_APPLICABLE),
    SharedPicture(target="mo-8", outcome=PictureOutcome.OPEN),
    SharedPicture(target="mo-8", outcome=PictureOutcome.DIFFERS),
    SharedPicture(target="mo-8", outcome=SHARED, value=NOT_APPLICABLE, explanation="Geen VO"),
    NumberOfChildren(sector="vo", exactness=Exactness.UNKNOWN),
    NumberOfChildren(sector="mo", count=0, exactness=Exactness.ESTIMATE),
    Picks(perspective="keten", targets=("mo-1", "mo-2", "vo-i1")),
    Picks(perspective="keten", targets=()),
    Action(what="a", norms=("mo-8b", "vo-1.1", "mo-t1")),
    Priority(title="a", targets=("mo-8", "vo-i1")),
    Adoption(date=dt.date(2027, 4, 1), version="1.0"),
]


@pytest.mark.parametrize("body", ACCEPTED, ids=lambda body: body.kind)
def test_what_is_just_allowed_is_allowed(session: Session, body: Body) -> None:
    check(session, body)


def test_the_limit_on_length_holds_for_every_text_in_an_entry(session: Session) -> None:
    bodies = [
        Action(what="a", lands_in=TOO_LONG),
        Weighing(target="mo-8", answers={"asks": TOO_LONG}),
        Detail(field=DetailField.CHOSEN, value=("a", TOO_LONG)),
    ]
    for body in bodies:
        with pytest.raises(InputError, match="te lang"):
            check(session, body)


def test_a_perspective_of_the_region_itself_may_speak(session: Session, say: Say) -> None:
    own = say(session, OwnPerspective(label="Huurders"))
    check(own, Note(text="a", perspective="own-3"))
