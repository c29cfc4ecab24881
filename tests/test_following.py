"""A region meets again: the next session starts from the last one, and nothing agreed drops out."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.agenda import places
from guide.content_models import Content, StepKind
from guide.entries import (
    Action,
    ActionProgress,
    Body,
    Detail,
    ItemPlan,
    Judgement,
    OwnItem,
    OwnPerspective,
    Participant,
    Party,
    Priority,
    SharedPicture,
)
from guide.errors import InputError
from guide.look_back import carried_on, earlier_actions, earlier_of, unsettled
from guide.models import ActionStatus, DetailField, JudgementValue, PictureOutcome
from guide.roadmap import actions
from guide.session import Session
from guide.session_list import lines
from guide.sessions import HOUSE_STYLE, Sessions
from guide.set_up import agenda, details, frameworks, parties, perspectives
from guide.store import Store
from guide.then_and_now import then_and_now
from tests.conftest import Say

JUNE = dt.date(2027, 6, 1)
A_YEAR_LATER = "2028-03-10"


def next_of(sessions: Sessions, session: Session, date: str = A_YEAR_LATER) -> Session:
    return sessions.load(sessions.follow(session, date))


def status(seq: int, of: ActionStatus, reason: str = "", noticed: str = "") -> Body:
    return ActionProgress(action=seq, status=of, reason=reason, noticed=noticed)


def test_the_set_up_of_the_region_is_taken_over(
    sessions: Sessions, session: Session, say: Say
) -> None:
    own = session.state.seq + 1
    held = say(
        session,
        OwnPerspective(label="Huurders"),
        OwnItem(title="Vervoer", question="Hoe?"),
        Detail(field=DetailField.SECTORS, value=("mo",)),
        Detail(field=DetailField.FRAMEWORKS, value=("mo-2022",)),
        Detail(field=DetailField.PERSPECTIVES, value=("gemeente", f"own-{own}")),
        Detail(field=DetailField.GROUND_RULES, value="Eerst het kind."),
        Party(name="Huurdersvereniging", perspective=f"own-{own}"),
        ItemPlan(item="beelden", minutes=60, order=1),
        ItemPlan(item="beelden", minutes=45, order=1),
        ItemPlan(item=f"own-{own + 1}", minutes=20, order=2, enabled=False),
    )
    again = next_of(sessions, held)
    assert details(again).region == details(held).region
    assert details(again).date == dt.date(2028, 3, 10)
    assert details(again).ground_rules == ("Eerst het kind.",)
    assert [f.id for f in frameworks(again)] == ["mo-2022"]
    assert [p.label for p in perspectives(again)] == ["Gemeente", "Huurders"]
    (_, party), own_perspective = parties(again)[0], perspectives(again)[1]
    assert (party.name, party.perspective) == ("Huurdersvereniging", own_perspective.id)
    plans = {item.item.title: (item.minutes, item.enabled) for item in agenda(again)}
    assert plans["Beelden"] == (45, True)
    assert plans["Vervoer"] == (20, False)


def test_who_was_there_and_what_was_chosen_is_asked_again(
    sessions: Sessions, session: Session, say: Say
) -> None:
    held = say(
        session,
        Participant(organisation="Gemeente A", function="beleid", perspective="gemeente"),
        Detail(field=DetailField.CHOSEN, value=("mo-8",)),
    )
    again = next_of(sessions, held)
    assert not again.state.all(Participant)
    assert DetailField.CHOSEN not in {body.field for _, body in again.state.all(Detail)}


def test_the_house_style_goes_along(sessions: Sessions, session: Session) -> None:
    sessions.files.keep(session, HOUSE_STYLE, "stijl.docx", b"word")
    assert sessions.files.of(next_of(sessions, session), HOUSE_STYLE) == ("stijl.docx", b"word")


def test_open_actions_come_first_with_what_was_known_of_them(
    sessions: Sessions, session: Session, say: Say
) -> None:
    first = session.state.seq + 2
    held = say(
        session,
        Priority(title="Welkom"),
        Action(what="Bellen", owner="Gemeente", priority=first - 1, due=JUNE),
        Action(what="Schrijven"),
        status(first, ActionStatus.DONE, noticed="Kinderen worden gebeld"),
        status(first + 1, ActionStatus.RUNNING),
    )
    schrijven, bellen = earlier_actions(next_of(sessions, held))
    assert (schrijven.body.number, schrijven.status) == ("A02", ActionStatus.RUNNING)
    assert (bellen.body.number, bellen.status) == ("A01", ActionStatus.DONE)
    assert bellen.noticed == "Kinderen worden gebeld"
    assert bellen.body.priority_title == "Welkom"
    assert bellen.said_on is None


def test_the_talk_walks_along_what_was_still_open(
    sessions: Sessions, session: Session, say: Say
) -> None:
    held = say(session, Action(what="Bellen"), Action(what="Schrijven"))
    done = say(held, status(session.state.seq + 1, ActionStatus.DONE))
    again = next_of(sessions, done)
    walked = [p.target for p in places(again) if p.step.kind is StepKind.LOOK_BACK]
    found = [earlier_of(again, target) for target in walked]
    assert [each.body.action.what for each in found if each] == ["Schrijven"]


def test_an_action_that_goes_on_keeps_its_lasting_number_and_counts_how_often_it_moved(
    sessions: Sessions, session: Session, say: Say
) -> None:
    held = say(session, Action(what="Bellen", due=JUNE, norms=("mo-8b",)))
    (first,) = actions(held)
    held = sessions.correct(
        held, first.seq, first.body.model_copy(update={"due": dt.date(2027, 9, 1)})
    )
    assert [a.moved for a in actions(held)] == [1]

    again = next_of(sessions, held)
    (earlier,) = earlier_actions(again)
    taken = carried_on(again, earlier).model_copy(update={"due": dt.date(2028, 12, 1)})
    again = say(again, Action(what="Nieuw"), taken)
    (earlier,) = earlier_actions(again)
    carried = actions(again)[1]
    assert (earlier.carried, earlier.moved, earlier.settled) == (carried, 2, True)
    assert (carried.number, carried.uid, carried.agreed_on) == ("A02", first.uid, first.agreed_on)

    (later,) = [
        e for e in earlier_actions(next_of(sessions, again, "2029-03-09")) if e.body.number == "A02"
    ]
    assert (later.body.uid, later.body.moved) == (first.uid, 2)


def test_an_earlier_action_goes_on_once(sessions: Sessions, session: Session, say: Say) -> None:
    again = next_of(sessions, say(session, Action(what="Bellen")))
    taken = carried_on(again, earlier_actions(again)[0])
    once = say(again, taken)
    with pytest.raises(InputError, match="gaat al mee"):
        sessions.record(once, taken)
    seq = actions(once)[0].seq
    sessions.correct(once, seq, taken.model_copy(update={"what": "Schrijven"}))
    withdrawn = sessions.withdraw(sessions.load(once.id), seq)
    assert sessions.record(withdrawn, taken).state.seq > withdrawn.state.seq


def test_what_nobody_came_back_to_comes_back_the_next_time(
    sessions: Sessions, session: Session, say: Say
) -> None:
    held = say(session, Action(what="Bellen"), Action(what="Schrijven"), Action(what="Lezen"))
    again = next_of(sessions, held)
    bellen, schrijven, _ = earlier_actions(again)
    again = say(
        again,
        status(bellen.seq, ActionStatus.DROPPED, reason="Geen geld"),
        status(schrijven.seq, ActionStatus.RUNNING, noticed="Een begin"),
    )
    assert [each.body.action.what for each in unsettled(again)] == ["Schrijven", "Lezen"]
    third = next_of(sessions, again, "2029-03-09")
    assert [(e.body.action.what, e.noticed) for e in earlier_actions(third)] == [
        ("Schrijven", "Een begin"),
        ("Lezen", ""),
    ]


@pytest.mark.parametrize(("year", "now"), [(1, 1), (2, 1), (3, 2), (None, None)])
def test_the_years_of_the_groeipad_count_from_this_session(
    sessions: Sessions, session: Session, say: Say, year: int | None, now: int | None
) -> None:
    again = next_of(sessions, say(session, Action(what="Bellen", year=year)))  # type: ignore[arg-type]
    assert carried_on(again, earlier_actions(again)[0]).year == now


def picture(perspective: str, value: JudgementValue) -> Body:
    return Judgement(target="mo-8", perspective=perspective, value=value)


def test_then_stands_beside_now_in_words(sessions: Sessions, session: Session, say: Say) -> None:
    held = say(
        session,
        picture("gemeente", JudgementValue.NOT_YET),
        picture("keten", JudgementValue.BEGINNING),
        SharedPicture(target="mo-8", outcome=PictureOutcome.DIFFERS, explanation="Toen nieuw"),
        Action(what="Bellen", norms=("mo-8b",)),
        Action(what="Iets anders", norms=("mo-1",)),
    )
    again = say(next_of(sessions, held), picture("gemeente", JudgementValue.MOSTLY))
    found = then_and_now(again, "mo-8")
    assert found is not None
    assert found.comparable
    assert [(s.perspective, s.then, s.now) for s in found.said] == [
        ("Gemeente", JudgementValue.NOT_YET, JudgementValue.MOSTLY),
        ("Ketenpartners", JudgementValue.BEGINNING, None),
    ]
    assert (found.then.outcome, found.then.explanation) == (PictureOutcome.DIFFERS, "Toen nieuw")
    assert [each.body.action.what for each in found.agreed] == ["Bellen"]
    assert then_and_now(again, "mo-1") is None


def test_another_scope_is_named_and_not_compared(
    sessions: Sessions, session: Session, say: Say
) -> None:
    held = say(session, picture("gemeente", JudgementValue.NOT_YET))
    again = say(next_of(sessions, held), Detail(field=DetailField.SECTORS, value=("mo",)))
    found = then_and_now(again, "mo-8")
    assert found is not None
    assert found.changed == "Het gesprek ging toen over VO en MO, en nu over MO."
    assert found.said == ()


def test_a_norm_that_was_skipped_once_still_has_its_picture_of_before(
    sessions: Sessions, session: Session, say: Say
) -> None:
    held = say(session, picture("gemeente", JudgementValue.NOT_YET))
    third = next_of(sessions, next_of(sessions, held), "2029-03-09")
    found = then_and_now(third, "mo-8")
    assert found is not None
    assert found.then.held_on == dt.date(2027, 3, 12)


def test_a_next_session_cannot_lie_before_the_earlier_one(
    sessions: Sessions, session: Session
) -> None:
    with pytest.raises(InputError, match="niet na die van de eerdere sessie"):
        sessions.follow(session, "2027-03-12")


def test_the_earlier_session_is_known_by_its_lasting_number_and_not_by_its_key(
    sessions: Sessions, session: Session
) -> None:
    again = next_of(sessions, session)
    kept = " ".join(e.model_dump_json() for e in sessions.store.entries_after(again.id))
    assert session.uid in kept
    assert session.id not in kept


# The list to choose from


def regions(sessions: Sessions) -> list[list[str]]:
    return [[str(each.date) for each in line] for line in lines(sessions)]


def test_the_sessions_of_a_region_form_one_line(store: Store, content: Content) -> None:
    sessions = Sessions(store, content)
    first = sessions.load(sessions.start("Noord", "2027-03-12"))
    sessions.start("Zuid", "2027-05-01")
    second = next_of(sessions, first)
    third = next_of(sessions, second, "2029-03-09")
    assert regions(sessions) == [["2029-03-09", "2028-03-10", "2027-03-12"], ["2027-05-01"]]

    other = next_of(sessions, first, "2028-09-01")
    assert [other.id in (each.id for each in line) for line in lines(sessions)].count(True) == 1
    assert sorted(len(line) for line in lines(sessions)) == [1, 2, 2], (
        "the newest has the one they share"
    )

    read = sessions.everything(second.id)
    sessions.take_in(second.script, read[1])
    assert sum(len(line) for line in lines(sessions)) == 6
    assert third.id in {each.id for line in lines(sessions) for each in line}


def test_the_line_goes_on_on_another_computer(store: Store, content: Content) -> None:
    sessions = Sessions(store, content)
    first = sessions.load(sessions.start("Noord", "2027-03-12"))
    second = next_of(sessions, first)
    _, of_first, _ = sessions.everything(first.id)
    _, of_second, _ = sessions.everything(second.id)
    sessions.delete(first.id)
    sessions.delete(second.id)
    sessions.take_in(first.script, of_first)
    sessions.take_in(second.script, of_second)
    assert regions(sessions) == [["2028-03-10", "2027-03-12"]]
