"""Rounds: what counts as an answer, the spread per perspective, and who can be recognised."""

from __future__ import annotations

import pytest

from guide.entries import Party
from guide.models import JudgementValue, RoundForm
from guide.round_outcomes import agreed_views
from guide.rounds import (
    Spread,
    answered_count,
    extremes,
    joined,
    label_of,
    present,
    rounds,
    spread,
    stands_out,
)
from guide.session import Session
from guide.sessions import Sessions
from tests.in_the_room import CONSENT, PICKS, PICTURE, People


@pytest.fixture
def people(sessions: Sessions, session: Session) -> People:
    return People(sessions, session.id)


def counted(people: People) -> dict[str, dict[str, int]]:
    """Perspective -> answer -> how often."""
    found = spread(people.session, people.round())
    return {each.perspective.id: dict(each.values) for each in found if each.values}


def test_how_many_are_in_is_known_per_perspective_but_not_who(people: People) -> None:
    people.join("gemeente", "gemeente", "keten")
    assert present(people.session) == {"gemeente": 2, "keten": 1}


def test_a_device_that_chooses_again_is_still_one_device(people: People) -> None:
    people.join("gemeente")
    people.room.join(people.door, "toestel-000000000001", "keten")
    assert present(people.session) == {"keten": 1}
    assert len(joined(people.session)) == 1


def test_before_the_reveal_only_the_number_of_answers_is_known(people: People) -> None:
    people.join("gemeente", "keten").ask().answer(1, "mostly").answer(2, "not-yet")
    assert answered_count(people.session, people.round()) == 2
    assert spread(people.session, people.round()) == ()
    assert agreed_views(people.session, people.round()) == ()


def test_after_the_reveal_each_perspective_has_its_own_counts(people: People) -> None:
    people.join("gemeente", "gemeente", "gemeente", "keten").ask()
    people.answer(1, "mostly").answer(2, "not-yet").answer(3, "mostly").answer(4, "assured")
    people.reveal()
    assert counted(people) == {"gemeente": {"not-yet": 1, "mostly": 2}, "keten": {"assured": 1}}


def test_answers_stand_in_the_order_of_the_scale_whatever_came_most(people: People) -> None:
    people.join(*["gemeente"] * 4).ask()
    for number, value in enumerate(("unknown", "assured", "assured", "not-yet"), start=1):
        people.answer(number, value)
    first = next(each for each in spread_of(people) if each.values)
    assert [value for value, _ in first.values] == ["not-yet", "assured", "unknown"]


def spread_of(people: People) -> tuple[Spread, ...]:
    people.reveal()
    return spread(people.session, people.round())


def test_a_changed_answer_counts_once_and_is_the_newest(people: People) -> None:
    people.join("gemeente").ask().answer(1, "not-yet").answer(1, "mostly").answer(1, "assured")
    assert answered_count(people.session, people.round()) == 1
    people.reveal()
    assert counted(people) == {"gemeente": {"assured": 1}}


def test_what_is_asked_again_after_the_reveal_starts_empty(people: People) -> None:
    people.join("gemeente", "keten").ask().answer(1, "not-yet").reveal().close().ask()
    assert answered_count(people.session, people.round()) == 0
    people.answer(2, "mostly").reveal()
    assert counted(people) == {"keten": {"mostly": 1}}


def test_answers_given_at_home_are_still_there_when_the_round_is_opened_again(
    people: People,
) -> None:
    people.join("gemeente", "keten").ask().answer(1, "not-yet").close().ask().answer(2, "mostly")
    people.reveal()
    assert counted(people) == {"gemeente": {"not-yet": 1}, "keten": {"mostly": 1}}


def test_who_changes_perspective_after_the_reveal_does_not_change_what_was_seen(
    people: People,
) -> None:
    people.join("gemeente", "keten").ask().answer(1, "not-yet").answer(2, "mostly").reveal()
    before = counted(people)
    people.room.join(people.door, "toestel-000000000001", "keten")
    assert counted(people) == before


def test_taking_the_reveal_back_opens_the_round_again(people: People, sessions: Sessions) -> None:
    people.join("gemeente").ask().answer(1, "not-yet").reveal()
    sessions.undo(people.session)
    assert spread(people.session, people.round()) == ()
    people.answer(1, "mostly").reveal()
    assert counted(people) == {"gemeente": {"mostly": 1}}


def test_a_closed_round_is_gone_and_others_stay(people: People) -> None:
    people.ask().ask(target="mo-1").close()
    assert [each.target for each in rounds(people.session)] == ["mo-1"]


def test_the_vo_is_not_asked_about_a_norm_of_the_mo(people: People) -> None:
    people.join("gemeente").ask().reveal()
    asked = [each.perspective.id for each in spread(people.session, people.round())]
    assert "opvang-vo" not in asked
    assert "opvang-mo" in asked


@pytest.mark.parametrize(("devices", "flagged"), [(1, True), (2, True), (3, False), (4, False)])
def test_fewer_than_three_answers_can_be_recognised(
    people: People, devices: int, flagged: bool
) -> None:
    people.join(*["gemeente"] * devices)
    assert stands_out(people.session, "gemeente") is flagged, "told before anybody answers"
    people.ask()
    for number in range(1, devices + 1):
        people.answer(number, "mostly")
    found = next(each for each in spread_of(people) if each.values)
    assert found.recognisable is flagged


def test_one_organisation_can_be_recognised_however_many_answer(
    people: People, sessions: Sessions
) -> None:
    sessions.record(people.session, Party(name="Stichting Een", perspective="opvang-mo"))
    people.join(*["opvang-mo"] * 5)
    assert stands_out(people.session, "opvang-mo")
    people.ask()
    for number in range(1, 6):
        people.answer(number, "mostly")
    assert next(each for each in spread_of(people) if each.values).recognisable


def test_a_perspective_that_said_nothing_is_not_called_recognisable(people: People) -> None:
    people.join("gemeente").ask().reveal()
    assert not any(each.recognisable for each in spread(people.session, people.round()))


def test_the_lowest_and_the_highest_perspective_are_named(people: People) -> None:
    people.join("gemeente", "opvang-mo", "keten", "ervaring").ask()
    values = ("not-yet", "mostly", "unknown", "not-yet")
    for number, value in enumerate(values, start=1):
        people.answer(number, value)
    assert extremes(spread_of(people)) == (
        ("Gemeente", "Ervaringsdeskundigen"),
        ("Opvang MO",),
    )


def test_when_all_say_the_same_there_are_no_extremes(people: People) -> None:
    people.join("gemeente", "keten").ask().answer(1, "mostly").answer(2, "mostly")
    assert extremes(spread_of(people)) == ((), ())


def test_only_who_is_of_one_mind_has_a_picture_to_record(people: People) -> None:
    people.join("gemeente", "gemeente", "keten", "keten").ask()
    for number, value in enumerate(("mostly", "mostly", "mostly", "not-yet"), start=1):
        people.answer(number, value)
    people.reveal()
    (view,) = agreed_views(people.session, people.round())
    assert (view.perspective, view.value) == ("gemeente", JudgementValue.MOSTLY)


def test_an_answer_has_words() -> None:
    assert label_of(PICTURE, "mostly") == "Grotendeels"
    assert label_of(CONSENT, "3") == "Ik kan ermee leven"
    assert label_of(PICKS, "mo-8") == "mo-8"
    assert set(RoundForm) == {PICTURE, PICKS, CONSENT}
