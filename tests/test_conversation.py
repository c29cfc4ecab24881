"""What stands on the screen: one question in its fixed place, and the turns below it."""

from __future__ import annotations

import pytest

from guide.agenda import current_place, places
from guide.conversation import Turn, prompt, turns, waiting_drafts
from guide.entries import (
    Action,
    Detail,
    Dismissal,
    Draft,
    ItemPlan,
    Judgement,
    LibraryQuestion,
    Note,
    OwnPerspective,
    Parked,
    Participant,
    Priority,
)
from guide.models import Author, DetailField, JudgementValue
from guide.session import Session
from guide.sessions import Sessions
from guide.set_up import agenda
from tests.conftest import GoTo, Say, place_of

DRAFT = Draft(text="actie: bellen", proposal=Action(what="bellen"))


def said(session: Session, item: str = "opening", most: int = 30) -> list[Turn]:
    """The turns of an item without the questions of the guide."""
    return [turn for turn in every(session, item, most) if turn.body is not None]


def every(session: Session, item: str = "opening", most: int = 30) -> list[Turn]:
    return turns(session, next(i for i in agenda(session) if i.id == item), most)


# The question


def test_the_question_of_the_step_stands_in_its_fixed_place(session: Session, at: GoTo) -> None:
    asked = prompt(at(session, "stap-ask"))
    assert asked.heading == "1 Opening"
    assert asked.question == "Wat hoopt u vandaag mee te nemen?"
    assert asked.subline == "We geven samen een beeld."
    assert asked.script == ("We gaan nu verder met: verwachting.",)
    assert (asked.about, asked.where) == ("", "stap 4 van 6")


def test_at_a_norm_the_norm_is_named_and_the_question_is_about_it(
    session: Session, say: Say, at: GoTo
) -> None:
    chosen = say(session, Detail(field=DetailField.CHOSEN, value=("mo-1", "mo-8")))
    asked = prompt(at(chosen, "stap-norms", "mo-8"))
    assert asked.about == "Norm 8 MO: Er is een plan voor elk kind"
    assert asked.question == chosen.script.wording.judge_question
    assert asked.subline == "We geven samen een beeld. Dit is geen controle."
    assert asked.where == "stap 3 van 3, 2 van 2"


def test_at_a_theme_the_question_is_about_the_theme(session: Session, at: GoTo) -> None:
    asked = prompt(at(session, "stap-themes", "vo-i2"))
    assert asked.about == "Indicator 4 VO: Samenwerken in de keten"
    assert asked.question == session.script.wording.theme_question


def test_at_a_priority_the_step_keeps_its_own_question(
    session: Session, say: Say, at: GoTo
) -> None:
    asked = prompt(at(say(session, Priority(title="Welkom")), "stap-agree"))
    assert asked.about == "Prioriteit P01: Welkom"
    assert asked.question == "Wie doet wat, en wanneer?"


def test_without_a_chosen_norm_the_step_still_asks_something(session: Session, at: GoTo) -> None:
    asked = prompt(at(session, "stap-norms"))
    assert (asked.about, asked.question) == ("", "In hoeverre herkennen we deze norm?")


def test_an_item_that_is_switched_off_has_no_number(session: Session, say: Say, at: GoTo) -> None:
    off = say(at(session, "stap-ask"), ItemPlan(item="opening", minutes=15, order=0, enabled=False))
    assert prompt(off).heading == "Opening"


def test_every_place_has_a_question(sessions: Sessions, session: Session, say: Say) -> None:
    full = say(
        session,
        Detail(field=DetailField.CHOSEN, value=("mo-t1", "vo-i1")),
        Priority(title="Welkom"),
    )
    for place in places(full):
        asked = prompt(sessions.go_to(full, place))
        assert asked.question
        assert asked.script
        assert asked.heading
        assert bool(asked.about) is bool(place.target)


# The turns


def test_the_guide_asks_and_the_room_answers(session: Session, say: Say, at: GoTo) -> None:
    there = say(at(session, "stap-ask"), Note(text="Rust"))
    question, answer = every(there)
    assert (question.speaker, question.text) == (
        Author.GUIDE.label,
        "Wat hoopt u vandaag mee te nemen?",
    )
    assert (answer.speaker, answer.text, answer.seq) == ("De zaal", "Rust", 4)


def test_a_question_about_a_norm_names_the_norm(session: Session, at: GoTo) -> None:
    (question,) = every(at(session, "stap-themes", "mo-t2"), "beelden")
    assert question.text == "Thema 2 MO: Een plan voor elk kind"


def test_everyone_has_a_name_and_a_sign_of_their_own(session: Session, say: Say) -> None:
    there = say(
        session,
        OwnPerspective(label="Huurders"),
        Note(text="a"),
        Note(text="b", perspective="keten"),
        Note(text="c", perspective="own-3"),
        Note(text="d", private=True, perspective="keten"),
        LibraryQuestion(text="skj"),
        Judgement(target="mo-8", perspective="gemeente", value=JudgementValue.MOSTLY),
    )
    found = [(turn.speaker, turn.symbol) for turn in said(there)]
    assert found == [
        ("De zaal", "◎"),
        ("Ketenpartners", "◆"),
        ("Huurders", "◇"),
        ("Privé, alleen voor de gespreksleider", "✎"),
        ("Gespreksleider", "✎"),
        ("Gemeente", "●"),
    ]


def test_what_is_recorded_around_the_talk_is_not_a_turn(session: Session, say: Say) -> None:
    around = say(
        session,
        Detail(field=DetailField.PLACE, value="Stadhuis"),
        Dismissal(what="iets"),
        ItemPlan(item="opening", minutes=5, order=0),
    )
    assert every(around) == []


def test_only_the_turns_of_this_item_are_shown(session: Session, say: Say, at: GoTo) -> None:
    here = say(session, Note(text="hier"))
    there = say(at(here, "stap-choose"), Note(text="daar"))
    assert [turn.text for turn in said(there)] == ["hier"]
    assert [turn.text for turn in said(there, "beelden")] == ["daar"]


def test_only_the_newest_turns_are_shown_oldest_first(session: Session, say: Say) -> None:
    many = say(session, *(Note(text=str(n)) for n in range(12)))
    assert [turn.text for turn in said(many, most=5)] == ["7", "8", "9", "10", "11"]


def test_the_newest_turns_of_all_steps_of_an_item_are_shown(
    session: Session, say: Say, at: GoTo
) -> None:
    first = say(session, Note(text="0"), Note(text="1"), Note(text="2"))
    both = say(at(first, "stap-ask"), Note(text="3"), Note(text="4"))
    back = say(at(both, "stap-say"), Note(text="5"))
    assert [turn.text for turn in every(back, most=2)][-1] == "5"
    assert [turn.text for turn in said(back, most=5)] == ["3", "4", "5"], "two are of the guide"


def test_a_turn_shows_that_it_was_corrected_or_withdrawn(
    sessions: Sessions, session: Session, say: Say
) -> None:
    two = say(session, Note(text="a"), Note(text="b"))
    changed = sessions.withdraw(sessions.correct(two, 3, Note(text="beter")), 4)
    assert [(t.text, t.corrected, t.withdrawn) for t in said(changed)] == [
        ("beter", True, False),
        ("b", False, True),
    ]


@pytest.mark.parametrize("private", [True, False])
def test_a_private_note_is_marked_so_that_no_other_screen_shows_it(
    session: Session, say: Say, private: bool
) -> None:
    there = say(session, Note(text="a", private=private))
    assert said(there)[0].private is private
    assert any(turn.private for turn in said(there)) is private


# Drafts


def test_a_draft_waits_until_it_is_confirmed(sessions: Sessions, session: Session) -> None:
    draft = sessions.record(session, DRAFT)
    assert said(draft)[0].waiting
    assert [seq for seq, _ in waiting_drafts(draft)] == [3]
    agreed = sessions.accept(draft, 3)
    assert not said(agreed)[0].waiting
    assert waiting_drafts(agreed) == []


def test_a_draft_put_aside_by_mistake_waits_again_after_undo(
    sessions: Sessions, session: Session
) -> None:
    aside = sessions.accept(sessions.record(session, DRAFT), 3, Dismissal())
    assert waiting_drafts(aside) == []
    undone, _ = sessions.undo(aside)
    assert [seq for seq, _ in waiting_drafts(undone)] == [3]
    assert said(undone)[0].waiting


def test_a_withdrawn_draft_waits_for_nobody(sessions: Sessions, session: Session) -> None:
    gone = sessions.withdraw(sessions.record(session, DRAFT), 3)
    assert waiting_drafts(gone) == []
    assert not said(gone)[0].waiting


def test_what_was_agreed_stands_at_the_step_where_the_draft_was_made(
    sessions: Sessions, session: Session, at: GoTo
) -> None:
    draft = sessions.record(session, DRAFT)
    agreed = sessions.accept(at(draft, "stap-agree"), 3)
    assert agreed.state.records_of(Action)[0].first.step == "stap-say"


def test_parking_a_point_does_not_move_the_talk(session: Session, say: Say, at: GoTo) -> None:
    there = at(session, "stap-count")
    assert current_place(say(there, Parked(text="Later"))) == current_place(there)


def test_someone_who_comes_in_at_another_step_is_a_turn_there(
    sessions: Sessions, session: Session, at: GoTo
) -> None:
    place = place_of(session, "stap-attend")
    guest = Participant(organisation="Opvang B", function="teamleider", perspective="opvang-mo")
    there = sessions.record(at(session, "stap-choose"), guest, place=place)
    assert [(turn.speaker, turn.text) for turn in said(there)] == [
        ("Opvang MO", "Opvang B, teamleider")
    ]
