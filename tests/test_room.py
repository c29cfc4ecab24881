"""Asking the room: answers in silence, each device once, and everything revealed at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from guide.entries import Answer, Judgement, NewEntry, Note, Priority, Round
from guide.errors import InputError, NotFoundError
from guide.models import JudgementValue, RoundForm, RoundStage
from guide.rounds import answered_count, spread
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.in_the_room import CONSENT, NORM, PICKS, PICTURE, People, in_dutch


@pytest.fixture
def people(sessions: Sessions, session: Session) -> People:
    return People(sessions, session.id)


# Answering


def test_an_answer_counts_only_while_the_round_is_open(people: People) -> None:
    people.join("gemeente")
    with pytest.raises(InputError, match="gesloten"):
        people.answer(1, "mostly")
    people.ask().answer(1, "mostly").reveal()
    with pytest.raises(InputError, match="al getoond"):
        people.answer(1, "not-yet")
    people.close()
    with pytest.raises(InputError, match="gesloten"):
        people.answer(1, "not-yet")


def test_a_device_that_did_not_join_cannot_answer(people: People) -> None:
    people.ask()
    with pytest.raises(NotFoundError, match="doet nog niet mee"):
        people.answer(1, "mostly")


def test_a_perspective_that_is_not_asked_cannot_answer(people: People) -> None:
    people.join("opvang-vo").ask()
    with pytest.raises(InputError, match="andere perspectieven"):
        people.answer(1, "mostly")


@pytest.mark.parametrize(
    ("form", "target", "values"),
    [
        (PICTURE, NORM, ()),
        (PICTURE, NORM, ("not-discussed",)),
        (PICTURE, NORM, ("mostly", "not-yet")),
        (PICTURE, NORM, ("<script>",)),
        (PICKS, "", ("mo-1", "mo-2", "mo-8", "vo-1.1")),
        (PICKS, "", ("mo-1", "mo-1")),
        (PICKS, "", ("mo-99",)),
        (CONSENT, "priority-4", ("6",)),
        (CONSENT, "priority-4", ("3", "4")),
    ],
)
def test_an_answer_that_does_not_fit_the_question_is_refused(
    people: People, form: RoundForm, target: str, values: tuple[str, ...]
) -> None:
    people.sessions.record(people.session, Priority(title="Elk kind een plan"))
    people.join("gemeente")
    people.ask().ask(PICKS, "")
    priority = people.session.state.records_of(Priority)[0].seq
    people.ask(CONSENT, f"priority-{priority}")
    target = f"priority-{priority}" if target.startswith("priority") else target
    with pytest.raises(InputError) as caught:
        people.answer(1, *values, form=form, target=target)
    in_dutch(caught.value)
    assert people.session.state.all(Answer) == []


def test_a_round_is_about_something_that_exists(people: People) -> None:
    for form, target in ((PICTURE, "mo-99"), (PICTURE, ""), (PICKS, NORM), (CONSENT, "priority-9")):
        with pytest.raises(NotFoundError) as caught:
            people.ask(form, target)
        in_dutch(caught.value)


def test_asking_what_is_already_asked_changes_nothing(people: People) -> None:
    people.ask().ask()
    assert len(people.session.state.all(Round)) == 1


def test_a_late_joiner_answers_like_everyone_else(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly").join("keten").answer(2, "not-yet")
    assert answered_count(people.session, people.round()) == 2


def test_an_answer_delivered_twice_counts_once_also_long_after_it_was_changed(
    people: People,
) -> None:
    people.join("gemeente").ask()
    people.answer(1, "not-yet", delivery="tik-1").answer(1, "mostly", delivery="tik-2")
    people.answer(1, "not-yet", delivery="tik-1")
    people.reveal()
    people.answer(1, "mostly", delivery="tik-2")
    (found,) = [each for each in spread(people.session, people.round()) if each.values]
    assert found.values == (("mostly", 1),)
    assert len(people.session.state.all(Answer)) == 2


def test_one_device_cannot_use_up_the_delivery_of_another(people: People) -> None:
    people.join("gemeente", "gemeente").ask()
    people.answer(1, "mostly", delivery="zelfde").answer(2, "mostly", delivery="zelfde")
    assert answered_count(people.session, people.round()) == 2


def test_the_same_tap_without_a_delivery_is_recorded_once(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly").answer(1, "mostly")
    assert len(people.session.state.all(Answer)) == 1


def test_an_answer_is_in_the_file_before_it_is_acknowledged(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly")
    elsewhere = Store(people.sessions.store.url)
    bodies = [entry.body for entry in elsewhere.entries_after(people.session_id)]
    assert sum(isinstance(body, Answer) for body in bodies) == 1
    elsewhere.close()


def test_sixty_phones_that_answer_at_once_all_count_once(people: People) -> None:
    people.join(*["gemeente", "keten", "ervaring"] * 20).ask()
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda number: people.answer(number, "mostly"), range(1, 61)))
    assert answered_count(people.session, people.round()) == 60


# Revealing


def test_a_reveal_records_the_picture_of_who_is_of_one_mind_and_of_nobody_else(
    people: People,
) -> None:
    people.join("gemeente", "gemeente", "keten", "keten").go("stap-themes", "mo-t2")
    people.ask(target="mo-t2")
    for number, value in enumerate(("mostly", "mostly", "mostly", "not-yet"), start=1):
        people.answer(number, value, target="mo-t2")
    people.reveal(target="mo-t2")
    (record,) = people.session.state.records_of(Judgement)
    assert record.body == Judgement(
        target="mo-t2", perspective="gemeente", value=JudgementValue.MOSTLY
    )
    assert (record.first.step, record.first.target) == ("stap-themes", "mo-t2")


def test_revealing_twice_is_revealing_once(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly")
    round_ = people.round()
    people.room.reveal(people.session, round_)
    people.room.reveal(people.session, round_)
    assert len(people.session.state.all(Judgement)) == 1
    assert [body.stage for _, body in people.session.state.all(Round)] == [
        RoundStage.OPEN,
        RoundStage.REVEALED,
    ]


def test_only_pictures_become_pictures(people: People) -> None:
    people.join("gemeente").ask(PICKS, "").answer(1, "mo-1", form=PICKS, target="")
    people.reveal(PICKS, "")
    assert people.session.state.all(Judgement) == []


def test_a_closed_round_cannot_be_revealed_and_shows_nothing(people: People) -> None:
    people.join("gemeente").ask().answer(1, "mostly")
    round_ = people.round()
    people.close()
    with pytest.raises(InputError, match="niet open"):
        people.room.reveal(people.session, round_)
    people.room.close_round(people.session, round_)
    assert people.session.state.all(Judgement) == []


def test_what_was_made_from_an_older_state_is_not_added_when_asked_so(people: People) -> None:
    store, note = people.sessions.store, NewEntry(key="een-notitie", body=Note(text="a"))
    newest = people.session.state.seq
    assert store.append(people.session_id, [note], only_after=newest - 1) == []
    assert [e.seq for e in store.append(people.session_id, [note], only_after=newest)] == [
        newest + 1
    ]


def test_a_reveal_is_made_anew_when_an_answer_comes_in_first(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.join("gemeente", "gemeente").ask().answer(1, "mostly")
    store, append = people.sessions.store, people.sessions.store.append
    crossing = iter([lambda: people.answer(2, "not-yet")])

    def crossed(session_id: str, new: list[NewEntry], *, only_after: int | None = None) -> object:
        if only_after is not None:
            next(crossing, lambda: None)()
        return append(session_id, new, only_after=only_after)

    monkeypatch.setattr(store, "append", crossed)
    people.reveal()
    assert people.session.state.all(Judgement) == [], "they differ after all"
    (found,) = [each for each in spread(people.session, people.round()) if each.values]
    assert dict(found.values) == {"not-yet": 1, "mostly": 1}


def test_an_answer_that_crosses_the_reveal_is_refused_and_does_not_count(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    people.join("gemeente", "gemeente").ask().answer(1, "mostly")
    extend = people.sessions.extend

    def crossed(session: Session, new: list[NewEntry]) -> Session:
        monkeypatch.setattr(people.sessions, "extend", extend)
        people.reveal()
        return extend(session, new)

    monkeypatch.setattr(people.sessions, "extend", crossed)
    with pytest.raises(InputError, match="al getoond"):
        people.answer(2, "not-yet")
    (found,) = [each for each in spread(people.session, people.round()) if each.values]
    assert found.values == (("mostly", 1),)
