"""The agenda items in the minutes: what was said, counted, picked and weighed at each."""

from __future__ import annotations

import pytest

from guide.entries import (
    Action,
    Attendance,
    Body,
    ChildVoice,
    Confirmation,
    Decision,
    ItemPlan,
    Judgement,
    Mark,
    Note,
    NumberOfChildren,
    OwnItem,
    Parked,
    Picks,
    Priority,
    SharedPicture,
    Use,
    Weighing,
)
from guide.minutes import MinutesOptions, make_minutes
from guide.models import Commissioning, Exactness, JudgementValue, PictureOutcome, Presence
from tests.minutes_reader import (
    opened,
    part,
    said_in,
    times,
    told,
)


def judged(target: str) -> Judgement:
    return Judgement(target=target, perspective="keten", value=JudgementValue.MOSTLY)


def test_notes_stand_under_their_question_with_who_said_it() -> None:
    minutes = make_minutes(
        told(
            ("stap-ask", Note(text="Eerst", perspective="keten")),
            ("stap-ask", Note(text="Daarna")),
        )
    )
    assert said_in(part(minutes, "Opening")) == [
        ("", "Wat hoopt u vandaag mee te nemen?"),
        ("Ketenpartners", "Eerst"),
        ("De zaal", "Daarna"),
    ]


def test_notes_at_a_norm_stand_together_under_that_norm() -> None:
    minutes = make_minutes(
        told(
            ("stap-norms", "mo-8", Note(text="Eén")),
            ("stap-norms", "mo-1", Note(text="Twee")),
            ("stap-norms", "mo-8", Note(text="Drie")),
        )
    )
    assert [text for _, text in said_in(part(minutes, "Beelden"))] == [
        "In hoeverre herkennen we deze norm?",
        "Over Norm 8 MO: Er is een plan voor elk kind",
        "Eén",
        "Drie",
        "Over Norm 1 MO: Elk kind krijgt een warm welkom",
        "Twee",
    ]


def test_notes_at_a_priority_name_it_by_its_number() -> None:
    priority = Priority(title="Titel van de prioriteit")
    minutes = make_minutes(told(priority, ("stap-use", "priority-1", Note(text="Zo"))))
    assert ("", "Over prioriteit P01") in said_in(part(minutes, "Afspraken"))


def test_notes_at_a_priority_that_was_withdrawn_are_kept() -> None:
    minutes = make_minutes(told(("stap-use", "priority-7", Note(text="Zo"))))
    assert ("", "Over een ingetrokken prioriteit") in said_in(part(minutes, "Afspraken"))


def test_an_item_of_one_step_needs_no_question_above_its_notes() -> None:
    own = OwnItem(title="Eigen punt", question="Waarom?")
    minutes = make_minutes(told(own, ("own-1-gesprek", Note(text="Daarom"))))
    assert said_in(part(minutes, "Eigen punt")) == [("De zaal", "Daarom")]


def test_an_objection_to_a_note_stands_below_it() -> None:
    objection = Confirmation(record=1, perspective="keten", correct=False, objection="Anders.")
    minutes = make_minutes(told(("stap-ask", Note(text="Zo")), objection))
    assert said_in(part(minutes, "Opening"))[1:] == [
        ("De zaal", "Zo"),
        ("", "Klopt niet, volgens Ketenpartners.\nAnders."),
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "besluit B01; prioriteit P01; actie A01; parkeerpunt K01."),
        (
            2,
            "besluiten B01 en B02; prioriteiten P01 en P02; acties A01 en A02; "
            "parkeerpunten K01 en K02.",
        ),
    ],
)
def test_what_was_agreed_at_an_item_is_named_by_number(count: int, words: str) -> None:
    agreed = (Decision(text="x"), Priority(title="x"), Action(what="x"), Parked(text="x"))
    here = [("stap-agree", body) for body in agreed for _ in range(count)]
    elsewhere = [("stap-ask", body) for body in agreed]
    minutes = make_minutes(told(*here, *elsewhere))
    assert said_in(part(minutes, "Afspraken")) == [("Vastgelegd", words)]


@pytest.mark.parametrize(
    ("body", "where"),
    [
        (Attendance(participant=1, presence=Presence.PRESENT), "de bijlage"),
        (judged("mo-8"), "‘Beelden per norm’"),
        (SharedPicture(target="mo-8", outcome=PictureOutcome.OPEN), "‘Beelden per norm’"),
        (ChildVoice(target="mo-t2", better_off="x"), "‘Beelden per norm’"),
        (Mark(target="mo-8"), "‘Beelden per norm’"),
        (Use(priority=1, commissioning=Commissioning.NOT), "‘Prioriteiten en groeipad’"),
    ],
)
def test_an_item_says_where_the_rest_of_it_stands(body: Body, where: str) -> None:
    ((_, words),) = said_in(part(make_minutes(told(("stap-norms", body))), "Beelden"))
    assert where in words
    assert words.count("staa") == 1


def test_a_weighing_without_answers_says_nothing() -> None:
    minutes = make_minutes(told(("stap-weigh", "mo-8", Weighing(target="mo-8", answers={}))))
    assert said_in(part(minutes, "Afspraken")) == [("", "Niet besproken.")]


def test_the_summary_version_leaves_the_notes_out_and_keeps_the_outcomes() -> None:
    session = told(
        ("stap-ask", Note(text="Lang verhaal")),
        ("stap-count", NumberOfChildren(sector="vo", count=40, exactness=Exactness.EXACT)),
        ("stap-agree", Decision(text="Wij doen het.")),
    )
    minutes = make_minutes(session, MinutesOptions(notes="summary"))
    assert times(minutes, "Lang verhaal") == 0
    assert times(minutes, "40 kinderen (exact).") == 1
    assert times(minutes, "Wij doen het.") == 1


def test_an_item_of_which_only_notes_were_left_out_still_counts_as_discussed() -> None:
    session = told(("stap-ask", Note(text="Lang verhaal")))
    minutes = make_minutes(session, MinutesOptions(notes="summary"))
    assert said_in(part(minutes, "Opening")) == [("", "Dit agendapunt is besproken.")]


def test_an_item_that_was_opened_without_a_word_is_not_called_not_discussed() -> None:
    minutes = make_minutes(told(opened("stap-ask")))
    assert said_in(part(minutes, "Opening")) == [
        ("", "Dit agendapunt is besproken. Er is niets over vastgelegd.")
    ]
    assert said_in(part(minutes, "Beelden")) == [("", "Niet besproken.")]


def test_a_private_note_alone_does_not_show_that_something_was_said() -> None:
    minutes = make_minutes(told(("stap-ask", Note(text="x", private=True))))
    assert said_in(part(minutes, "Opening")) == [("", "Niet besproken.")]


def test_an_item_that_is_switched_off_is_left_out_and_the_others_keep_the_screens_numbers() -> None:
    off = ItemPlan(item="opening", minutes=0, order=0, enabled=False)
    minutes = make_minutes(told(("stap-ask", Note(text="Weg")), off))
    assert [(s.number, s.title) for s in minutes.sections if s.number] == [
        ("1", "Beelden"),
        ("2", "Afspraken"),
    ]
    assert times(minutes, "Weg") == 0


def test_what_was_said_at_an_own_item_that_is_gone_is_kept() -> None:
    minutes = make_minutes(told(("own-9-gesprek", Note(text="Toch gezegd"))))
    assert said_in(part(minutes, "Overige aantekeningen")) == [("De zaal", "Toch gezegd")]


def test_an_own_item_with_a_long_title_keeps_it_below_a_short_heading() -> None:
    title = "Waarom " + "heel " * 40 + "lang?"
    minutes = make_minutes(told(OwnItem(title=title, question="Zo?")))
    assert said_in(part(minutes, "Eigen agendapunt"))[0] == ("", title)


def test_the_number_of_children_says_who_counts_and_where_it_comes_from() -> None:
    number = NumberOfChildren(
        sector="vo",
        count=3019,
        exactness=Exactness.ESTIMATE,
        definition="telling-kader",
        reference_date="1 januari 2027",
        origin="registratie",
        remark="Let op.",
    )
    said = said_in(part(make_minutes(told(("stap-count", number))), "Opening"))
    assert said[-1] == (
        "Vrouwenopvang",
        "Ongeveer 3.019 kinderen (schatting).\nWie telt mee: Kader\nPeildatum: 1 januari 2027\n"
        "Bron: registratie\nLet op.",
    )


@pytest.mark.parametrize(
    ("count", "exactness", "words"),
    [
        (9, Exactness.ESTIMATE, "Minder dan 10 kinderen."),
        (10, Exactness.EXACT, "10 kinderen (exact)."),
        (0, Exactness.EXACT, "Minder dan 10 kinderen."),
        (None, Exactness.UNKNOWN, "Het aantal kinderen is niet bekend."),
        (50, Exactness.UNKNOWN, "Het aantal kinderen is niet bekend."),
    ],
)
def test_a_number_of_children_in_words(count: int | None, exactness: Exactness, words: str) -> None:
    number = NumberOfChildren(sector="mo", count=count, exactness=exactness)
    said = said_in(part(make_minutes(told(("stap-count", number))), "Opening"))
    assert said[-1] == ("Maatschappelijke opvang", words)


def test_only_the_newest_number_and_choice_are_told() -> None:
    numbers = [
        ("stap-count", NumberOfChildren(sector="mo", count=n, exactness=Exactness.EXACT))
        for n in (40, 41)
    ]
    choices = [("stap-pick", Picks(perspective="keten", targets=t)) for t in (("mo-8",), ())]
    minutes = make_minutes(told(*numbers, *choices))
    assert [text for _, text in said_in(part(minutes, "Opening"))][1:] == ["41 kinderen (exact)."]
    assert said_in(part(minutes, "Afspraken"))[1:] == [("Ketenpartners", "Kiest niets.")]


def test_picks_stand_per_perspective_with_the_norms_in_words() -> None:
    picks = Picks(perspective="gemeente", targets=("mo-8", "vo-i2"))
    said = said_in(part(make_minutes(told(("stap-pick", picks))), "Afspraken"))
    assert said[-1] == (
        "Gemeente",
        "Kiest als belangrijkste:\nNorm 8 MO: Er is een plan voor elk kind\n"
        "Indicator 4 VO: Samenwerken in de keten",
    )


def test_a_weighing_stands_at_its_priority_or_else_at_its_item() -> None:
    weighing = Weighing(target="mo-8", answers={"asks": "Tijd", "child-interest": "Rust"})
    words = "Waar wordt het kind beter van? Rust\nWat vraagt het, en van wie? Tijd"
    loose = make_minutes(told(("stap-weigh", "mo-8", weighing)))
    assert ("Weging", words) in said_in(part(loose, "Afspraken"))
    priority = Priority(title="Plan", targets=("mo-8",))
    bound = make_minutes(told(("stap-weigh", "mo-8", weighing), priority))
    told_there = said_in(part(bound, "Prioriteit P01: Plan"))
    assert ("Weging van Norm 8 MO: Er is een plan voor elk kind", words) in told_there
    assert times(bound, words) == 1
    assert any("Prioriteiten en groeipad" in text for _, text in said_in(part(bound, "Afspraken")))


def test_a_norm_of_two_priorities_is_weighed_in_one_place() -> None:
    weighing = Weighing(target="mo-8", answers={"asks": "Tijd van iedereen"})
    one, two = (Priority(title=t, targets=("mo-8",)) for t in ("Een", "Twee"))
    assert times(make_minutes(told(weighing, one, two)), "Tijd van iedereen") == 1
