"""What a phone and the projector may see: the question, their own answer, and no more than that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from guide.entries import (
    Action,
    ActionProgress,
    Body,
    Decision,
    Detail,
    Judgement,
    Note,
    Parked,
    ParkedSettled,
    Participant,
    Party,
    Priority,
    SharedPicture,
)
from guide.live import projector_view
from guide.models import (
    ANSWERS,
    ActionStatus,
    DetailField,
    JudgementValue,
    PictureOutcome,
    RoundStage,
)
from guide.session import Session
from guide.sessions import Sessions
from tests.in_the_room import CONSENT, NORM, PICKS, People, device

UNSAID = "geheim-zinnetje"
AT_TEN = dt.datetime(2027, 3, 12, 9, 0, tzinfo=dt.UTC)  # ten o'clock in the Netherlands


@pytest.fixture
def people(sessions: Sessions, session: Session) -> People:
    chosen = Detail(field=DetailField.CHOSEN, value=("mo-8", "mo-1"))
    sessions.record(session, chosen)
    return People(sessions, session.id).go("stap-norms", NORM)


def record(people: People, *bodies: Body) -> None:
    for body in bodies:
        people.sessions.record(people.session, body)


# The phone


def test_the_phone_follows_the_current_question(people: People) -> None:
    view = people.phone(1)
    assert view.question == people.session.script.wording.judge_question
    assert view.about == "Norm 8 MO: Er is een plan voor elk kind"
    assert "ondersteuningsplan" in view.about_text
    assert view.region == "Voorbeeldregio"


def test_who_did_not_join_chooses_a_perspective_and_answers_nothing(people: People) -> None:
    view = people.join("gemeente").ask().phone(9)
    assert view.joined is None
    assert view.rounds == ()
    assert [choice.id for choice in view.perspectives][:2] == ["gemeente", "opvang-vo"]


def test_a_late_joiner_sees_the_open_question_at_once(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly").join("keten")
    (asked,) = people.phone(2).rounds
    assert (asked.stage, asked.mine, asked.most) == (RoundStage.OPEN, (), 1)
    assert [label for _, label, _ in asked.options] == [value.label for value in ANSWERS]


def test_a_phone_sees_its_own_answer_and_remark_only(people: People) -> None:
    people.join("gemeente", "gemeente").ask().answer(1, "mostly", remark="Bij ons wel")
    mine, other = (people.phone(number).rounds[0] for number in (1, 2))
    assert (mine.mine, mine.my_remark) == (("mostly",), "Bij ons wel")
    assert (other.mine, other.my_remark) == ((), "")


def test_a_perspective_that_is_not_asked_gets_no_question_but_sees_the_spread(
    people: People,
) -> None:
    people.join("opvang-vo", "gemeente").ask()
    assert people.phone(1).rounds == ()
    people.answer(2, "mostly").reveal()
    assert people.phone(1).rounds[0].spread_words[0] == "● Gemeente: één keer ◕ Grotendeels"


def test_a_phone_is_told_beforehand_that_its_answer_can_be_recognised(people: People) -> None:
    people.join("gemeente", "keten", "keten", "keten").ask()
    assert "herkennen" in people.phone(1).rounds[0].notice
    assert people.phone(2).rounds[0].notice == ""


def test_the_present_question_stands_first_and_others_wait_below(people: People) -> None:
    people.join("gemeente").ask(target="mo-1").ask()
    assert [each.target for each in people.phone(1).rounds] == [NORM, "mo-1"]


def test_a_revealed_round_leaves_the_screens_when_the_talk_goes_on(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly").reveal()
    assert people.phone(1).rounds
    assert people.projector().round is not None
    people.go("stap-norms", "mo-1")
    assert people.phone(1).rounds == ()
    assert people.projector().round is None


def test_the_top_three_asks_for_what_was_chosen(people: People) -> None:
    people.join("gemeente").go("stap-pick").ask(PICKS, "")
    (asked,) = people.phone(1).rounds
    assert asked.most == 3
    assert [option.value for option in asked.options] == ["mo-1", "mo-8"]
    people.answer(1, "mo-8", "mo-1", form=PICKS, target="").reveal(PICKS, "")
    words = people.phone(1).rounds[0].spread_words[0]
    assert words.startswith("● Gemeente: één keer • Norm")
    assert "Norm 8 MO: Er is een plan voor elk kind" in words


def test_support_for_a_priority_is_said_in_words(people: People) -> None:
    record(people, Priority(title="Elk kind een plan", goal="In drie jaar"))
    target = f"priority-{people.session.state.records_of(Priority)[0].seq}"
    people.join("gemeente").go("stap-prioritise").ask(CONSENT, target)
    asked = people.phone(1).rounds[0]
    assert asked.about == "Prioriteit P01: Elk kind een plan"
    assert asked.options[0].label == "Nee, zo kan ik niet verder"
    people.answer(1, "3", form=CONSENT, target=target).reveal(CONSENT, target)
    seen = people.projector().round
    assert seen is not None
    assert seen.spread[0].words == "één keer 3 Ik kan ermee leven"
    assert seen.extremes == ""


# Reading back


def test_agreements_reach_the_phone_at_the_check_out_and_not_before(people: People) -> None:
    people.join("gemeente")
    record(
        people,
        Action(what="Plan maken", owner="Gemeente, beleid", due_words="mei"),
        Decision(text="Wij starten"),
    )
    assert people.phone(1).agreements == ()
    people.go("stap-check-out")
    decision, action = people.phone(1).agreements
    assert (decision.number, decision.kind, decision.text) == ("B01", "Besluit", "Wij starten")
    assert (action.number, action.kind) == ("A01", "Actie")
    assert action.facts == ("Trekker: Gemeente, beleid", "Klaar: mei")
    assert not people.phone(1).done


def test_a_phone_reads_what_it_said_until_the_action_changes(people: People) -> None:
    people.join("gemeente", "gemeente")
    record(people, Action(what="Plan maken"))
    seq = people.session.state.seq
    people.go("stap-check-out").room.confirm(people.door, device(1), seq, False, "Te snel")
    assert people.phone(1).agreements[0].mine == "klopt niet"
    assert people.phone(1).agreements[0].my_objection == "Te snel"
    assert people.phone(2).agreements[0].mine == ""
    people.room.confirm(people.door, device(1), seq, True)
    assert people.phone(1).agreements[0].mine == "klopt"
    people.sessions.correct(people.session, seq, Action(what="Plan maken in mei"))
    assert people.phone(1).agreements[0].mine == ""


def test_after_the_session_the_link_still_shows_what_was_agreed(people: People) -> None:
    people.join("gemeente")
    record(people, Action(what="Plan maken"))
    people.finish()
    assert people.phone(1).done
    assert [each.text for each in people.phone(9).agreements] == ["Plan maken"]


def test_an_action_that_was_dropped_or_withdrawn_is_not_read_back(people: People) -> None:
    people.join("gemeente")
    record(people, Action(what="Eerste"))
    first = people.session.state.seq
    record(people, Action(what="Tweede"))
    people.sessions.withdraw(people.session, people.session.state.seq)
    record(people, ActionProgress(action=first, status=ActionStatus.DROPPED, reason="Geen geld"))
    assert people.go("stap-check-out").phone(1).agreements == ()
    assert people.projector().actions == ()


# The public screen


def test_the_projector_shows_only_how_many_answered_until_the_reveal(people: People) -> None:
    people.join("gemeente", "keten").ask().answer(1, "not-yet")
    waiting = people.projector().round
    assert waiting is not None
    assert (waiting.answered, waiting.spread, waiting.extremes) == (1, (), "")
    people.answer(2, "mostly").reveal()
    shown = people.projector().round
    assert shown is not None
    assert shown.answered is None
    assert [(s.label, s.words) for s in shown.spread if s.told] == [
        ("Gemeente", "één keer ○ Nog niet"),
        ("Ketenpartners", "één keer ◕ Grotendeels"),
    ]
    assert shown.extremes == "Laat eerst Gemeente vertellen, dan Ketenpartners."
    assert "te herkennen" in shown.notice


def test_a_difference_within_one_perspective_is_a_question_too(people: People) -> None:
    people.join("gemeente", "gemeente").ask().answer(1, "not-yet").answer(2, "assured").reveal()
    shown = people.projector().round
    assert shown is not None
    assert shown.extremes.startswith("Binnen Gemeente verschillen de beelden.")


def test_a_shared_picture_is_said_in_words_without_the_story(people: People) -> None:
    assert people.projector().shared == ""
    shared = SharedPicture(
        target=NORM,
        outcome=PictureOutcome.SHARED,
        value=JudgementValue.MOSTLY,
        explanation=UNSAID,
    )
    record(people, shared)
    assert people.projector().shared == "Gedeeld beeld: Grotendeels"
    assert UNSAID not in repr(people.projector())


def test_the_newest_five_actions_and_the_open_parked_points_are_there(people: People) -> None:
    record(people, *(Action(what=f"Actie {number}") for number in range(1, 8)))
    record(people, Parked(text="Vervoer"), Parked(text="Geld"))
    parked = people.session.state.seq
    record(people, ParkedSettled(parked=parked, outcome="Naar het bestuur"))
    seen = people.projector()
    assert [each.number for each in seen.actions] == ["A07", "A06", "A05", "A04", "A03"]
    assert seen.parked == 1
    assert "Vervoer" not in repr(seen)


def test_the_code_is_on_the_wall_only_while_joining_is_open(people: People) -> None:
    door = replace(people.door, code="K7MX4R")
    seen = projector_view(people.session, AT_TEN, door, "http://gids:8501/mee")
    assert (seen.code, seen.address) == ("K7M X4R", "http://gids:8501/mee")
    closed = replace(door, is_open=False)
    seen = projector_view(people.session, AT_TEN, closed, "http://gids:8501/mee")
    assert (seen.code, seen.address) == ("", "")
    assert people.projector().code == ""


def test_the_clock_tells_the_time_of_the_region_and_what_is_left_that_day(people: People) -> None:
    assert projector_view(people.session, AT_TEN).clock == "10.00 uur · nog 390 min."
    another_day = AT_TEN + dt.timedelta(days=1)
    assert projector_view(people.session, another_day).clock == "10.00 uur"
    people.sessions.pause(people.session)
    assert projector_view(people.session, AT_TEN).clock == "10.00 uur · pauze"


# Nothing else


def test_what_is_for_the_gespreksleider_reaches_no_screen(people: People) -> None:
    people.join("gemeente", "keten").ask()
    person = Participant(
        organisation="Stichting Een", function=UNSAID, perspective="keten", name=UNSAID
    )
    record(
        people,
        Note(text=UNSAID, private=True),
        Note(text=UNSAID, perspective="keten"),
        person,
        Judgement(target=NORM, perspective="keten", value=JudgementValue.NOT_YET, remark=UNSAID),
        Parked(text=UNSAID),
    )
    people.room.suggest(people.door, device(2), UNSAID)
    people.answer(2, "mostly", remark=UNSAID)
    place = people.session.script.agenda.items[1].steps[2]
    for screen in (people.phone(1), people.phone(9), people.projector()):
        seen = repr(screen)
        assert UNSAID not in seen
        assert place.script[0] not in seen
        assert place.help not in seen
        assert device(2) not in seen
    people.reveal()
    for screen in (people.phone(1), people.phone(9), people.projector()):
        assert UNSAID not in repr(screen), "a remark goes to the gespreksleider first"


def test_a_phone_may_choose_from_the_organisations_of_the_set_up(people: People) -> None:
    record(people, Party(name="Stichting Een", perspective="opvang-mo"))
    assert people.phone(1).organisations == (("opvang-mo", "Stichting Een"),)


CHANGES: list[tuple[str, Callable[[People], object], bool, bool]] = [
    ("another answers", lambda p: p.answer(2, "mostly"), False, True),
    ("oneself answers", lambda p: p.answer(1, "mostly"), True, True),
    ("somebody offers something", lambda p: p.room.suggest(p.door, device(2), "x"), False, False),
    ("a note", lambda p: record(p, Note(text="x")), False, False),
    ("an action", lambda p: record(p, Action(what="x")), False, True),
    ("the reveal", lambda p: p.reveal(), True, True),
    ("another place", lambda p: p.go("stap-norms", "mo-1"), True, True),
]


@pytest.mark.parametrize(
    ("change", "phone", "projector"), [each[1:] for each in CHANGES], ids=[c[0] for c in CHANGES]
)
def test_the_version_changes_only_when_that_screen_does(
    people: People, change: Callable[[People], object], phone: bool, projector: bool
) -> None:
    people.join("gemeente", "keten").ask()
    before = people.phone(1), projector_view(people.session, AT_TEN)
    change(people)
    after = people.phone(1), projector_view(people.session, AT_TEN)
    assert (before[0].version != after[0].version) is phone
    assert (before[1].version != after[1].version) is projector
    assert (before[0] == after[0]) is not phone, "equal views have equal versions"
    assert (before[1] == after[1]) is not projector
