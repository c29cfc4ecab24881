"""Preparing from home: every theme asked at once, hidden until the reveal, and where to begin."""

from __future__ import annotations

import pytest

from guide.entries import Judgement, Round, SharedPicture
from guide.judgements import picture, session_themes
from guide.models import Author, PictureOutcome, RoundStage
from guide.preparation import (
    devices_ready,
    preparation,
    where_pictures_differ_most,
    where_to_begin,
)
from guide.session import Session
from guide.sessions import Sessions
from tests.in_the_room import PICTURE, People


@pytest.fixture
def people(sessions: Sessions, session: Session) -> People:
    found = People(sessions, session.id).join("gemeente", "keten")
    found.room.prepare(found.session)
    return found


@pytest.fixture
def themes(session: Session) -> list[str]:
    return [theme.id for theme in session_themes(session)]


def reveal_all(people: People, *, joint: bool = False) -> Session:
    waiting = preparation(people.session).waiting
    return people.room.reveal(people.session, *waiting, joint=joint)


def test_one_press_asks_about_every_theme(people: People, themes: list[str]) -> None:
    assert [each.target for each in preparation(people.session).waiting] == themes
    before = people.session.state.seq
    assert people.room.prepare(people.session).state.seq == before, "twice is no news"


def test_a_theme_that_is_asked_already_is_left_alone(
    sessions: Sessions, session: Session, themes: list[str]
) -> None:
    people = People(sessions, session.id).join("gemeente").ask(PICTURE, themes[0])
    people.answer(1, "mostly", target=themes[0]).reveal(PICTURE, themes[0])
    people.room.prepare(people.session)
    found = preparation(people.session)
    assert [each.target for each in found.revealed] == themes[:1]
    assert [each.target for each in found.waiting] == themes[1:]


def test_a_phone_has_them_as_a_list_beside_what_the_talk_is_about(
    people: People, themes: list[str]
) -> None:
    rounds = people.phone(1).rounds
    assert {each.target for each in rounds} <= set(themes)
    assert len(rounds) > 1
    assert all(each.ahead for each in rounds)
    at = rounds[0].target
    people.go("stap-themes", at)
    assert [each.target for each in people.phone(1).rounds if not each.ahead] == [at]


def test_nobody_sees_anything_before_the_reveal(people: People, themes: list[str]) -> None:
    people.answer(1, "not-yet", target=themes[0])
    assert devices_ready(people.session) == 1
    other = next(each for each in people.phone(2).rounds if each.target == themes[0])
    assert (other.mine, other.spread_words) == ((), ())
    assert people.projector().round is None
    assert people.session.state.all(Judgement) == []
    assert where_to_begin(people.session) == ""


def test_the_reveal_records_each_picture_at_its_own_theme(
    people: People, themes: list[str]
) -> None:
    first, last = themes[0], themes[-1]
    people.answer(1, "not-yet", target=first).answer(1, "mostly", target=last)
    session = reveal_all(people)
    assert preparation(session).waiting == ()
    places = {
        record.body.target: (record.first.step, record.first.target, record.first.author)
        for record in session.state.records_of(Judgement)
        if isinstance(record.body, Judgement)
    }
    assert places == {each: ("stap-themes", each, Author.PARTICIPANT) for each in (first, last)}, (
        "not in the talk about something else"
    )


def test_one_press_closes_them_all_and_what_was_not_shown_stays_unseen(
    people: People, themes: list[str]
) -> None:
    people.answer(1, "not-yet", target=themes[0])
    now = preparation(people.session)
    session = people.room.close_round(people.session, *now.waiting, *now.revealed)
    assert preparation(session).to_open == tuple(themes)
    assert people.phone(2).rounds == ()
    assert session.state.all(Judgement) == []
    stages = {body.stage for _, body in session.state.all(Round)}
    assert RoundStage.REVEALED not in stages


def differing(people: People, theme: str, low: str, high: str) -> None:
    people.answer(1, low, target=theme).answer(2, high, target=theme)


def test_the_talk_may_begin_where_the_pictures_differ_most(
    people: People, themes: list[str]
) -> None:
    differing(people, themes[0], "beginning", "mostly")
    differing(people, themes[-1], "not-yet", "assured")
    session = reveal_all(people)
    assert where_pictures_differ_most(session) == (themes[-1],)
    label = session.script.label(themes[-1])
    assert where_to_begin(session) == (
        f"De beelden verschillen het meest bij {label}. Begin daar, als de zaal dat wil."
    )


def test_equally_wide_differences_are_named_in_the_order_of_the_sources(
    people: People, themes: list[str]
) -> None:
    differing(people, themes[-1], "not-yet", "mostly")
    differing(people, themes[0], "beginning", "assured")
    assert where_pictures_differ_most(reveal_all(people)) == (themes[0], themes[-1])


def test_also_a_difference_within_one_perspective_counts(
    sessions: Sessions, session: Session, themes: list[str]
) -> None:
    people = People(sessions, session.id).join("gemeente", "gemeente")
    people.room.prepare(people.session)
    differing(people, themes[0], "not-yet", "assured")
    found = reveal_all(people)
    assert picture(found, themes[0]).given == (), "no picture of its own"
    assert where_pictures_differ_most(found) == (themes[0],)


def test_what_was_talked_about_is_no_place_to_begin(people: People, themes: list[str]) -> None:
    differing(people, themes[0], "not-yet", "assured")
    session = reveal_all(people)
    done = SharedPicture(target=themes[0], outcome=PictureOutcome.DIFFERS)
    assert where_to_begin(people.sessions.record(session, done)) == ""


def test_where_nobody_differs_nothing_is_suggested(people: People, themes: list[str]) -> None:
    differing(people, themes[0], "mostly", "mostly")
    people.answer(1, "unknown", target=themes[-1])
    assert where_to_begin(reveal_all(people)) == ""


def test_shown_together_it_still_tells_where_to_begin_and_records_no_picture(
    people: People, themes: list[str]
) -> None:
    differing(people, themes[0], "not-yet", "assured")
    session = reveal_all(people, joint=True)
    assert session.state.all(Judgement) == []
    assert where_pictures_differ_most(session) == (themes[0],)
