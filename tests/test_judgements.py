"""Pictures: words per perspective and how the talk ended; never a sum, an average or a rank."""

from __future__ import annotations

import pytest

from guide.entries import (
    ChildVoice,
    Detail,
    Judgement,
    Mark,
    Neighbours,
    Picks,
    SharedPicture,
    Weighing,
)
from guide.judgements import (
    child_voice,
    chosen_norms,
    discussed,
    judging,
    mark,
    neighbours,
    not_discussed,
    picked,
    picks,
    picture,
    session_themes,
    weighing,
)
from guide.models import DetailField, JudgementValue, Necessity, PictureOutcome
from guide.session import Session
from guide.sessions import Sessions
from tests.conftest import Say

NOT_YET, MOSTLY, UNKNOWN = JudgementValue.NOT_YET, JudgementValue.MOSTLY, JudgementValue.UNKNOWN


def view(perspective: str, value: JudgementValue, target: str = "mo-8") -> Judgement:
    return Judgement(target=target, perspective=perspective, value=value)


def names(views: object) -> list[str]:
    return [each.perspective.id for each in views]  # type: ignore[attr-defined]


def test_before_anyone_said_anything_a_norm_is_not_discussed(session: Session) -> None:
    found = picture(session, "mo-8")
    assert {each.value for each in found.views} == {JudgementValue.NOT_DISCUSSED}
    assert not found.discussed
    assert not found.differs
    assert not found.is_low
    assert found.outcome is None
    assert found.extremes == ((), ())


def test_each_perspective_has_its_own_place_in_the_picture(session: Session, say: Say) -> None:
    found = picture(say(session, view("keten", MOSTLY), view("gemeente", NOT_YET)), "mo-8")
    assert names(found.views) == ["gemeente", "opvang-mo", "keten", "ervaring"]
    assert names(found.given) == ["gemeente", "keten"]


def test_the_vo_is_not_asked_about_norms_of_the_mo_unless_it_gave_a_picture(
    session: Session, say: Say
) -> None:
    assert "opvang-vo" not in names_of(session, "mo-8")
    assert "opvang-vo" in names_of(say(session, view("opvang-vo", MOSTLY)), "mo-8")
    assert "opvang-mo" not in names_of(session, "vo-i1")


def names_of(session: Session, target: str) -> list[str]:
    return [each.id for each in judging(session, target)]


def test_pictures_that_differ_show_who_stands_at_either_end(session: Session, say: Say) -> None:
    found = picture(
        say(
            session,
            view("gemeente", NOT_YET),
            view("keten", JudgementValue.BEGINNING),
            view("opvang-mo", MOSTLY),
            view("ervaring", NOT_YET),
        ),
        "mo-8",
    )
    lowest, highest = found.extremes
    assert found.differs
    assert names(lowest) == ["gemeente", "ervaring"]
    assert names(highest) == ["opvang-mo"]


def test_not_knowing_differs_but_stands_at_no_end_of_the_scale(session: Session, say: Say) -> None:
    found = picture(say(session, view("gemeente", UNKNOWN), view("keten", MOSTLY)), "mo-8")
    assert found.differs
    assert found.extremes == ((), ())


def test_a_shared_picture_goes_before_a_low_view(session: Session, say: Say) -> None:
    low = say(session, view("gemeente", NOT_YET))
    assert picture(low, "mo-8").is_low
    shared = SharedPicture(target="mo-8", outcome=PictureOutcome.SHARED, value=MOSTLY)
    assert not picture(say(low, shared), "mo-8").is_low


def test_a_difference_is_a_valid_end(session: Session, say: Say) -> None:
    ended = say(session, SharedPicture(target="mo-8", outcome=PictureOutcome.DIFFERS))
    assert picture(ended, "mo-8").outcome is PictureOutcome.DIFFERS
    assert picture(ended, "mo-8").discussed


def test_a_withdrawn_picture_gives_back_the_older_one(
    sessions: Sessions, session: Session, say: Say
) -> None:
    twice = say(session, view("gemeente", NOT_YET), view("gemeente", MOSTLY))
    assert picture(sessions.withdraw(twice, 4), "mo-8").given[0].value is NOT_YET


def test_a_chosen_theme_means_all_its_norms_in_the_order_of_the_source(
    session: Session, say: Say
) -> None:
    assert chosen_norms(session) == ()
    chosen = say(session, Detail(field=DetailField.CHOSEN, value=("mo-8", "vo-i1")))
    assert chosen_norms(chosen) == ("vo-1.1", "vo-1.2", "mo-8")


def test_a_chosen_norm_of_a_normenkader_that_is_not_used_is_left_out(
    session: Session, say: Say
) -> None:
    only_mo = say(
        session,
        Detail(field=DetailField.CHOSEN, value=("mo-8", "vo-i1")),
        Detail(field=DetailField.SECTORS, value=("mo",)),
    )
    assert chosen_norms(only_mo) == ("mo-8",)
    assert [theme.id for theme in session_themes(only_mo)] == ["mo-t1", "mo-t2"]


def test_chosen_norms_nobody_talked_about_are_named_and_never_forgotten(
    session: Session, say: Say
) -> None:
    chosen = say(session, Detail(field=DetailField.CHOSEN, value=("mo-1", "mo-8")))
    assert not_discussed(chosen) == ["mo-1", "mo-8"]
    assert not_discussed(say(chosen, view("keten", MOSTLY))) == ["mo-1"]


def test_what_was_discussed_stands_in_the_order_of_the_source(session: Session, say: Say) -> None:
    talked = say(session, view("keten", MOSTLY), view("keten", MOSTLY, "vo-i1"))
    assert [each.target for each in discussed(talked)] == ["vo-i1", "mo-8"]


def test_the_voice_of_the_child_is_kept_per_theme_and_found_from_its_norms(
    session: Session, say: Say
) -> None:
    heard = say(session, ChildVoice(target="mo-t2", better_off="Een eigen plan"))
    voice = child_voice(heard, "mo-8")
    assert voice is not None
    assert voice.better_off == "Een eigen plan"
    assert child_voice(heard, "mo-1") is None
    assert child_voice(heard, "priority-3") is None


def test_what_the_region_finds_of_a_norm_is_kept(session: Session, say: Say) -> None:
    marked = say(session, Mark(target="mo-8", necessity=Necessity.NECESSARY))
    found = mark(marked, "mo-8")
    assert found is not None
    assert found.necessity is Necessity.NECESSARY
    assert mark(marked, "mo-1") is None


def test_picks_are_kept_per_perspective_and_joined_without_counting(
    session: Session, say: Say
) -> None:
    chosen = say(
        session,
        Picks(perspective="keten", targets=("mo-8", "vo-1.1")),
        Picks(perspective="gemeente", targets=("mo-8",)),
        Picks(perspective="ervaring", targets=()),
    )
    assert picks(chosen) == {"gemeente": ("mo-8",), "keten": ("mo-8", "vo-1.1")}
    assert picked(chosen) == ("vo-1.1", "mo-8"), "in the order of the source, not by number"


def test_the_newest_picks_of_a_perspective_count(session: Session, say: Say) -> None:
    twice = say(
        session,
        Picks(perspective="keten", targets=("mo-8",)),
        Picks(perspective="keten", targets=("mo-1",)),
    )
    assert picked(twice) == ("mo-1",)


def test_the_weighing_of_a_norm_is_kept(session: Session, say: Say) -> None:
    weighed = say(session, Weighing(target="mo-8", answers={"feasible": "Ja"}))
    found = weighing(weighed, "mo-8")
    assert found is not None
    assert found.answers == {"feasible": "Ja"}
    assert weighing(weighed, "mo-1") is None


@pytest.mark.parametrize("word", ["average", "score", "total", "percentage", "rank"])
def test_no_picture_has_a_number_to_compare(session: Session, word: str) -> None:
    assert not any(word in name for name in dir(picture(session, "mo-8")))


def test_neighbours_are_our_suggestion_until_the_region_says_otherwise(
    sessions: Sessions, session: Session
) -> None:
    suggested = neighbours(session, "mo-8")
    own = sessions.record(session, Neighbours(target="mo-8", norms=("vo-1.1",)))
    assert neighbours(own, "mo-8") == ("vo-1.1",)
    undone, _ = sessions.undo(own)
    assert neighbours(undone, "mo-8") == suggested


def test_neighbours_go_both_ways(session: Session) -> None:
    pairs = [(n.id, other) for n in session.script.norms.values() for other in n.neighbours]
    assert pairs
    for norm, other in pairs:
        assert other in neighbours(session, norm)
        assert norm in neighbours(session, other)
