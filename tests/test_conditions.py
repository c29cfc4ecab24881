"""Every condition that content may name: a state in which it speaks, and a near one where not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from guide.conditions import CONDITIONS, Finding
from guide.entries import (
    Action,
    ActionProgress,
    Body,
    ChildVoice,
    Detail,
    EarlierAction,
    EarlierPicture,
    Judgement,
    Note,
    NumberOfChildren,
    Parked,
    ParkedSettled,
    Picks,
    Priority,
    SharedPicture,
)
from guide.models import (
    ActionStatus,
    DetailField,
    Exactness,
    JudgementValue,
    Mandate,
    PictureOutcome,
)
from guide.session import Session
from guide.sessions import Sessions
from tests.conftest import GoTo, Say

ON_ANOTHER_DAY = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
NOT_YET, MOSTLY, ASSURED = JudgementValue.NOT_YET, JudgementValue.MOSTLY, JudgementValue.ASSURED
UNKNOWN, NOT_APPLICABLE = JudgementValue.UNKNOWN, JudgementValue.NOT_APPLICABLE
FIRST = 4  # the record number of the first thing said, after opening the step


def view(perspective: str, value: JudgementValue, target: str = "mo-8", remark: str = "") -> Body:
    return Judgement(target=target, perspective=perspective, value=value, remark=remark)


def shared(value: JudgementValue, **more: str) -> Body:
    return SharedPicture(
        target="mo-8",
        outcome=PictureOutcome.SHARED,
        value=value,
        **more,  # type: ignore[arg-type]
    )


def children(count: int | None, definition: str = "telling-eigen") -> Body:
    exactness = Exactness.UNKNOWN if count is None else Exactness.EXACT
    return NumberOfChildren(sector="vo", count=count, exactness=exactness, definition=definition)


def said_by(*perspectives: str) -> tuple[Body, ...]:
    return tuple(Note(text="gezegd", perspective=each) for each in perspectives)


def owned(*owners: str) -> tuple[Body, ...]:
    return tuple(Action(what="regelen", owner=owner) for owner in owners)


def earlier(number: str = "A03", **more: object) -> EarlierAction:
    made = EarlierAction(uid=f"toen-{number}", number=number, action=Action(what="Bellen"))
    return made.model_copy(update=more)


def seen_then(version: str = "1.0") -> tuple[Body, ...]:
    """Norm 8 is talked about now, and was in an earlier session, in a text of this version."""
    return (
        Detail(field=DetailField.CHOSEN, value=("mo-8",)),
        EarlierPicture(
            about="mo-8",
            label="Norm 8 MO",
            title="Warm",
            framework="MO",
            version=version,
            sectors=("vo", "mo"),
            held_on=dt.date(2026, 3, 12),
            outcome=PictureOutcome.SHARED,
            value=NOT_YET,
        ),
    )


EVERYONE = ("gemeente", "opvang-vo", "opvang-mo", "keten", "ervaring")
NORM_8, DIFFERS = (
    {"target": "Norm 8 MO"},
    SharedPicture(target="mo-8", outcome=PictureOutcome.DIFFERS),
)


@dataclass(frozen=True)
class Case:
    """What was recorded where the condition speaks, what it finds, and what silences it."""

    speaks: tuple[Body, ...]
    finds: Finding
    silent: tuple[Body, ...]
    step: str = "stap-check-out"


CASES: dict[str, Case] = {
    "pictures-differ": Case(
        (view("gemeente", NOT_YET), view("keten", MOSTLY), view("ervaring", MOSTLY)),
        {**NORM_8, "first": "Gemeente", "last": "Ketenpartners en Ervaringsdeskundigen"},
        (view("gemeente", NOT_YET), view("keten", MOSTLY), DIFFERS),
    ),
    "picture-open": Case(
        (view("gemeente", MOSTLY), view("keten", MOSTLY)),
        NORM_8,
        (view("gemeente", MOSTLY),),
    ),
    "low-without-action": Case(
        (view("gemeente", NOT_YET),),
        NORM_8,
        (view("gemeente", NOT_YET), Action(what="a", norms=("mo-8b",))),
    ),
    "unknown-picture": Case(
        (view("gemeente", UNKNOWN), view("keten", MOSTLY)),
        {**NORM_8, "perspective": "Gemeente"},
        (view("gemeente", MOSTLY), view("keten", MOSTLY)),
    ),
    "not-applicable-without-reason": Case(
        (view("gemeente", NOT_APPLICABLE), view("keten", NOT_APPLICABLE)),
        NORM_8,
        (view("gemeente", NOT_APPLICABLE, remark="Geen VO"),),
    ),
    "well-assured": Case((shared(ASSURED),), NORM_8, (shared(ASSURED, going_well="Vast team"),)),
    "no-child-voice": Case(
        (view("gemeente", MOSTLY),),
        {"target": "Thema 2 MO"},
        (view("gemeente", MOSTLY), ChildVoice(target="mo-t2", told_by="De kinderraad")),
    ),
    "chain-without-mover": Case(
        (view("gemeente", MOSTLY, "vo-4.1"),),
        {"target": "Norm 4.1 VO"},
        (
            view("gemeente", MOSTLY, "vo-4.1"),
            SharedPicture(target="vo-4.1", outcome=PictureOutcome.OPEN, mover="Het lokale team"),
        ),
    ),
    "norm-not-discussed": Case(
        (Detail(field=DetailField.CHOSEN, value=("mo-1", "mo-8")),),
        {"count": "2"},
        (Detail(field=DetailField.CHOSEN, value=("mo-8",)), view("keten", MOSTLY)),
    ),
    "perspective-not-heard": Case(
        said_by("gemeente", "keten"),
        {"perspectives": "Opvang VO, Opvang MO, Ervaringsdeskundigen"},
        said_by(*EVERYONE),
        step="stap-ask",
    ),
    "small-number": Case((children(9),), {"sector": "vrouwenopvang"}, (children(10),)),
    "figure-without-definition": Case(
        (children(40, ""),), {"sector": "vrouwenopvang"}, (children(40),)
    ),
    "too-many-priorities": Case(
        (Priority(title="p"),) * 6, {"count": "6"}, (Priority(title="p"),) * 5
    ),
    "priority-without-action": Case(
        (Priority(title="Welkom"), Action(what="ergens anders bij")),
        {"priority": "Welkom"},
        (Priority(title="Welkom"), Action(what="a", priority=FIRST)),
    ),
    "priority-without-first-year": Case(
        (Priority(title="Welkom"), Action(what="a", priority=FIRST, year=2)),
        {"priority": "Welkom"},
        (
            Priority(title="Welkom"),
            Action(what="a", priority=FIRST, year=2),
            Action(what="b", priority=FIRST, due=dt.date(2027, 6, 1)),
        ),
    ),
    "action-without-owner": Case(
        (Action(what="Bellen"),), {"action": "Bellen"}, (Action(what="Bellen", owner="Gemeente"),)
    ),
    "action-without-date": Case(
        (Action(what="Bellen"),), {"action": "Bellen"}, (Action(what="Bellen", due_words="snel"),)
    ),
    "action-needs-mandate": Case(
        (Action(what="Bellen", mandate=Mandate.TO_SUBMIT, mandate_of="het college"),),
        {"action": "Bellen", "body": "het college"},
        (Action(what="Bellen", mandate=Mandate.PROPOSAL, mandate_of="het college"),),
    ),
    "all-actions-one-party": Case(
        owned("Gemeente", "Gemeente", "Gemeente"),
        {"owner": "Gemeente"},
        owned("Gemeente", "Gemeente", "Opvang"),
    ),
    "no-next-session": Case((), {}, (Detail(field=DetailField.NEXT_DATE, value="2028-03-12"),)),
    "parked-open": Case(
        (Parked(text="a"), Parked(text="b"), ParkedSettled(parked=FIRST, outcome="Klaar")),
        {"count": "1"},
        (Parked(text="a"), ParkedSettled(parked=FIRST, outcome="Klaar")),
    ),
    "earlier-picture": Case(
        seen_then(),
        {**NORM_8, "date": "12 maart 2026", "outcome": "gedeeld beeld: nog niet"},
        seen_then("0.9"),
        step="stap-norms",
    ),
    "earlier-changed": Case(
        seen_then("0.9"),
        {
            **NORM_8,
            "change": "De tekst van MO 2022 is sindsdien veranderd "
            "(toen versie 0.9, nu versie 1.0).",
        },
        seen_then(),
        step="stap-norms",
    ),
    "earlier-moved": Case(
        (earlier(moved=2),),
        {"action": "A03", "count": "2"},
        (earlier(moved=1),),
        step="stap-look-back",
    ),
    "earlier-done-unnoticed": Case(
        (earlier(), ActionProgress(action=FIRST, status=ActionStatus.DONE)),
        {"action": "A03"},
        (earlier(), ActionProgress(action=FIRST, status=ActionStatus.DONE, noticed="Rust")),
        step="stap-look-back",
    ),
    "earlier-unsettled": Case(
        (earlier(), earlier("A04", status=ActionStatus.DONE)),
        {"action": "A03 ‘Bellen’"},
        (earlier(), Action(what="Bellen", earlier=FIRST)),
    ),
    "nothing-before-next-session": Case(
        (
            Detail(field=DetailField.NEXT_DATE, value="2028-03-12"),
            Action(what="a", due=dt.date(2028, 6, 1)),
        ),
        {"date": "12 maart 2028"},
        (
            Detail(field=DetailField.NEXT_DATE, value="2028-03-12"),
            Action(what="a", due=dt.date(2028, 6, 1)),
            Action(what="b", due=dt.date(2027, 6, 1)),
        ),
    ),
    "open-points": Case(
        (view("gemeente", UNKNOWN), view("keten", MOSTLY, "mo-1")),
        {"count": "1"},
        (view("gemeente", MOSTLY), view("keten", MOSTLY)),
    ),
}

# These look at the clock as well; they have tests of their own below.
TIMED: dict[str, Finding] = {
    "item-over-time": {"item": "Opening", "minutes": "5"},
    "time-short": {"minutes": "45"},
}


def findings(name: str, session: Session, now: dt.datetime = ON_ANOTHER_DAY) -> list[Finding]:
    return list(CONDITIONS[name](session, now))


def test_every_condition_is_tested_here() -> None:
    assert CASES.keys() | TIMED.keys() == CONDITIONS.keys()


@pytest.mark.parametrize("name", CASES)
def test_a_condition_speaks_where_it_should(
    session: Session, say: Say, at: GoTo, name: str
) -> None:
    there = say(at(session, CASES[name].step), *CASES[name].speaks)
    assert findings(name, there) == [CASES[name].finds]


@pytest.mark.parametrize("name", CASES)
def test_a_condition_is_silent_when_one_thing_is_different(
    session: Session, say: Say, at: GoTo, name: str
) -> None:
    there = say(at(session, CASES[name].step), *CASES[name].silent)
    assert findings(name, there) == []


@pytest.mark.parametrize("name", sorted(CASES.keys() - {"no-next-session"}))
def test_nothing_is_said_about_a_session_in_which_nothing_was_said(
    session: Session, name: str
) -> None:
    assert findings(name, session) == []


@pytest.mark.parametrize(
    "name", sorted(CASES.keys() - {"no-next-session", "perspective-not-heard"})
)
def test_what_was_withdrawn_is_not_spoken_about(
    sessions: Sessions, session: Session, say: Say, at: GoTo, name: str
) -> None:
    there = say(at(session, CASES[name].step), *CASES[name].speaks)
    for seq in list(there.state.records.keys()):
        if seq >= FIRST:
            there = sessions.withdraw(there, seq)
    assert findings(name, there) == []


def at_minute(session: Session, minute: int) -> dt.datetime:
    """So many minutes after the step was opened, on the day and in the zone of the session."""
    since = session.state.clock.since
    assert since is not None
    return since + dt.timedelta(minutes=minute)


def test_an_item_over_its_time_is_noticed_after_a_whole_minute(session: Session, at: GoTo) -> None:
    there = at(session, "stap-say")
    assert findings("item-over-time", there, at_minute(there, 20)) == [TIMED["item-over-time"]]
    assert findings("item-over-time", there, at_minute(there, 15)) == []


def test_a_rest_that_does_not_fit_is_noticed_on_the_day_itself(session: Session) -> None:
    late = dt.datetime(2027, 3, 12, 14, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))
    assert findings("time-short", session, late) == [TIMED["time-short"]]
    assert findings("time-short", session, late - dt.timedelta(minutes=45)) == []
    assert findings("time-short", session, late + dt.timedelta(days=1)) == []


def test_at_a_norm_only_that_norm_is_spoken_about(session: Session, say: Say, at: GoTo) -> None:
    both = say(
        session,
        Detail(field=DetailField.CHOSEN, value=("mo-1", "mo-8")),
        view("gemeente", NOT_YET),
        view("gemeente", NOT_YET, "mo-1"),
    )
    assert findings("low-without-action", at(both, "stap-norms", "mo-8")) == [NORM_8]
    assert len(findings("low-without-action", at(both, "stap-check-out"))) == 2


def test_without_a_chosen_norm_there_is_nothing_to_say_at_the_norms(
    session: Session, say: Say, at: GoTo
) -> None:
    there = at(say(session, view("gemeente", NOT_YET)), "stap-norms")
    assert findings("low-without-action", there) == []


def test_who_gave_no_picture_yet_is_named_once_the_first_ones_are_in(
    session: Session, say: Say, at: GoTo
) -> None:
    there = at(session, "stap-themes", "mo-t2")
    assert findings("perspective-not-heard", there) == []
    given = say(there, view("gemeente", MOSTLY, "mo-t2"), view("keten", MOSTLY, "mo-t2"))
    assert findings("perspective-not-heard", given) == [
        {"perspectives": "Opvang MO, Ervaringsdeskundigen"}
    ]


def test_who_made_no_choice_yet_is_named(session: Session, say: Say, at: GoTo) -> None:
    there = say(at(session, "stap-pick"), Picks(perspective="keten", targets=("mo-8",)))
    (found,) = findings("perspective-not-heard", there)
    assert "Ketenpartners" not in found["perspectives"]
    assert "Gemeente" in found["perspectives"]


def test_a_picture_left_open_on_purpose_still_asks_attention(session: Session, say: Say) -> None:
    left = say(session, SharedPicture(target="mo-8", outcome=PictureOutcome.OPEN))
    assert findings("picture-open", left) == [NORM_8]
    assert findings("open-points", left) == [{"count": "1"}]


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
@pytest.mark.parametrize(
    "name", ["action-without-owner", "action-without-date", "action-needs-mandate"]
)
def test_nothing_more_is_asked_about_an_action_that_ended(
    session: Session, say: Say, at: GoTo, name: str, status: ActionStatus
) -> None:
    there = at(session, CASES[name].step)
    ended = say(
        there,
        *CASES[name].speaks,
        ActionProgress(action=FIRST, status=status, reason="Zo besloten"),
    )
    assert findings(name, ended) == []


def test_a_long_action_is_named_in_a_few_words(session: Session, say: Say) -> None:
    (found,) = findings("action-without-owner", say(session, Action(what="lang " * 50)))
    assert len(found["action"]) <= 60
    assert found["action"].endswith("…")
