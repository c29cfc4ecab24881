"""What a reveal records: who is of one mind, what most picked, or only what all said together."""

from __future__ import annotations

import pytest

from guide.entries import Entry, Judgement, Party, Picks, Priority, Round
from guide.judgements import picks
from guide.models import RoundStage
from guide.roadmap import PRIORITY_TARGET
from guide.round_outcomes import joint_answers, joint_remarks, suggested_picks
from guide.round_words import spread_in_words, who_tells_first
from guide.rounds import is_recognisable, spread
from guide.session import Session
from guide.sessions import Sessions
from tests.in_the_room import CONSENT, PICKS, People


@pytest.fixture
def people(sessions: Sessions, session: Session) -> People:
    return People(sessions, session.id)


def picking(people: People, *choices: tuple[str, ...]) -> People:
    """One device after another chooses, and all is shown."""
    people.ask(PICKS, "")
    for number, values in enumerate(choices, start=1):
        people.answer(number, *values, form=PICKS, target="")
    return people.reveal(PICKS, "")


def known(session: Session, number: int) -> tuple[str, ...]:
    """So many norms or themes that one can pick, in the order of the sources."""
    return tuple(session.script.theme_of)[:number]


def test_who_is_of_one_mind_has_picked_at_the_reveal(people: People, session: Session) -> None:
    a, b, c = known(session, 3)
    people.join("gemeente", "gemeente", "keten", "opvang-mo", "opvang-mo")
    picking(people, (a, b), (b, a), (c,), (a,), (b,))
    assert picks(people.session) == {"gemeente": (a, b), "keten": (c,)}


def test_before_the_reveal_nothing_is_picked(people: People, session: Session) -> None:
    (a,) = known(session, 1)
    people.join("keten").ask(PICKS, "").answer(1, a, form=PICKS, target="")
    assert picks(people.session) == {}


def test_where_devices_differ_one_starts_from_what_most_of_that_perspective_picked(
    people: People, session: Session
) -> None:
    a, b, c, d = known(session, 4)
    people.join("gemeente", "gemeente", "gemeente", "keten", "keten")
    picking(people, (a, b, c), (a, b), (a, d), (d,), (d,))
    found = people.round(PICKS, "")
    assert suggested_picks(people.session, found, "gemeente") == (a, b), "c and d do not both fit"
    assert suggested_picks(people.session, found, "keten") == (d,)
    assert suggested_picks(people.session, found, "ervaring") == ()
    assert "gemeente" not in picks(people.session)


def test_what_was_picked_before_the_phones_is_not_lost_when_they_differ(
    people: People, session: Session
) -> None:
    a, b = known(session, 2)
    people.sessions.record(people.session, Picks(perspective="gemeente", targets=(b,)))
    people.join("gemeente", "gemeente")
    picking(people, (a,), (b,))
    assert picks(people.session) == {"gemeente": (b,)}


def together(people: People) -> People:
    people.room.reveal(people.session, people.round(), joint=True)
    return people


def test_shown_together_no_perspective_and_no_number_is_told(people: People) -> None:
    people.join("gemeente", "keten", "keten").ask()
    people.answer(1, "mostly", remark="Wij wel.").answer(2, "not-yet").answer(3, "mostly")
    together(people)
    session, now = people.session, people.round()
    assert spread(session, now) == ()
    assert joint_answers(session, now) == ("not-yet", "mostly")
    assert joint_remarks(session, now) == ("Wij wel.",)
    (row,) = spread_in_words(session, now)
    assert row.words == "○ Nog niet, ◕ Grotendeels"
    assert who_tells_first(session, now) == ""
    assert session.state.all(Judgement) == [], "no picture per perspective is recorded"


def test_picks_shown_together_are_nobodys(people: People, session: Session) -> None:
    (a,) = known(session, 1)
    people.join("keten").ask(PICKS, "").answer(1, a, form=PICKS, target="")
    people.room.reveal(people.session, people.round(PICKS, ""), joint=True)
    assert picks(people.session) == {}
    assert suggested_picks(people.session, people.round(PICKS, ""), "keten") == ()


def test_before_the_reveal_nothing_is_said_together_either(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly")
    assert joint_answers(people.session, people.round()) == ()
    assert joint_remarks(people.session, people.round()) == ()


@pytest.mark.parametrize(("answers", "told"), [(0, False), (1, True), (2, True), (3, False)])
def test_it_is_known_before_the_reveal_that_a_perspective_can_be_recognised(
    people: People, answers: int, told: bool
) -> None:
    people.join(*["gemeente"] * 3).ask()
    for number in range(1, answers + 1):
        people.answer(number, "mostly")
    assert is_recognisable(people.session, people.round()) is told


def test_one_organisation_can_be_recognised_before_the_reveal(people: People) -> None:
    people.sessions.record(people.session, Party(name="Stichting Een", perspective="opvang-mo"))
    people.join(*["opvang-mo"] * 4).ask()
    for number in range(1, 5):
        people.answer(number, "mostly")
    assert is_recognisable(people.session, people.round())


def test_a_reveal_of_before_this_choice_existed_is_per_perspective() -> None:
    old = {
        "seq": 1,
        "at": "2026-11-22T10:00:00Z",
        "key": "k" * 8,
        "body": {"kind": "round", "form": "picture", "target": "mo-8", "stage": "revealed"},
    }
    body = Entry.model_validate(old).body
    assert isinstance(body, Round)
    assert (body.stage, body.joint) == (RoundStage.REVEALED, False)


def test_support_shown_together_is_a_list_of_words(people: People, sessions: Sessions) -> None:
    session = sessions.record(people.session, Priority(title="Elk kind een plan"))
    target = f"{PRIORITY_TARGET}{session.state.seq}"
    people.join("gemeente", "keten").ask(CONSENT, target)
    people.answer(1, "3", form=CONSENT, target=target)
    people.answer(2, "0", form=CONSENT, target=target)
    people.room.reveal(people.session, people.round(CONSENT, target), joint=True)
    (row,) = spread_in_words(people.session, people.round(CONSENT, target))
    assert [told.label for told in row.told] == ["Nee, zo kan ik niet verder", "Ik kan ermee leven"]
