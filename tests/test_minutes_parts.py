"""The parts of the minutes: agenda items, pictures, groeipad and lists."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from guide.entries import (
    Action,
    ActionProgress,
    Body,
    ChildVoice,
    Confirmation,
    Decision,
    Detail,
    ItemPlan,
    Judgement,
    Mark,
    Note,
    NumberOfChildren,
    OwnItem,
    OwnPerspective,
    Parked,
    ParkedSettled,
    Picks,
    Priority,
    SharedPicture,
    Use,
    Weighing,
)
from guide.minutes import MinutesOptions, make_minutes
from guide.minutes_model import Minutes
from guide.models import (
    ActionStatus,
    Commissioning,
    DetailField,
    Exactness,
    JudgementValue,
    Mandate,
    Necessity,
    Phase,
    PictureOutcome,
)
from tests.minutes_reader import (
    bullets_in,
    opened,
    part,
    said_in,
    table_in,
    texts,
    times,
    told,
)

DATE = Detail(field=DetailField.DATE, value="2027-03-12")


def judged(target: str, perspective: str, value: JudgementValue, remark: str = "") -> Judgement:
    return Judgement(target=target, perspective=perspective, value=value, remark=remark)


def titles(minutes: Minutes) -> list[str]:
    return [section.title for section in minutes.sections]


# Agenda items


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


# Pictures


def overview(bodies: Sequence[Body], sector: str = "MO") -> Minutes:
    return make_minutes(told(*bodies))


def test_pictures_stand_in_words_per_perspective_and_together() -> None:
    minutes = overview(
        [
            judged("mo-8", "gemeente", JudgementValue.MOSTLY),
            judged("mo-8", "opvang-mo", JudgementValue.BEGINNING),
            SharedPicture(target="mo-8", outcome=PictureOutcome.DIFFERS),
        ]
    )
    table = table_in(part(minutes, "Overzicht MO 2022"))
    assert [column.title for column in table.columns] == [
        "Thema of norm",
        "Gemeente",
        "Opvang MO",
        "Ketenpartners",
        "Ervaringsdeskundigen",
        "Samen",
    ]
    assert table.rows == (
        (
            "Norm 8 MO: Er is een plan voor elk kind",
            "Grotendeels",
            "Een begin",
            "Niet besproken",
            "Niet besproken",
            "Beeld verschilt",
        ),
    )


@pytest.mark.parametrize(
    ("shared", "words"),
    [
        (None, "Niet vastgelegd"),
        (
            SharedPicture(
                target="mo-8", outcome=PictureOutcome.SHARED, value=JudgementValue.BEGINNING
            ),
            "Gedeeld beeld: Een begin",
        ),
        (SharedPicture(target="mo-8", outcome=PictureOutcome.OPEN), "Nog open"),
    ],
)
def test_how_the_talk_ended_stands_in_the_last_column(
    shared: SharedPicture | None, words: str
) -> None:
    given = judged("mo-8", "keten", JudgementValue.BEGINNING)
    minutes = make_minutes(told(given, *([shared] if shared else [])))
    assert table_in(part(minutes, "Overzicht MO 2022")).rows[0][-1] == words


def test_vo_and_mo_never_share_a_table() -> None:
    minutes = overview(
        [
            judged("mo-8", "gemeente", JudgementValue.MOSTLY),
            judged("vo-4.1", "gemeente", JudgementValue.MOSTLY),
        ]
    )
    assert [row[0][:9] for row in table_in(part(minutes, "Overzicht MO 2022")).rows] == [
        "Norm 8 MO"
    ]
    assert [row[0][:11] for row in table_in(part(minutes, "Overzicht VO 2019")).rows] == [
        "Norm 4.1 VO"
    ]


def test_a_framework_without_pictures_has_no_table() -> None:
    minutes = overview([judged("mo-8", "gemeente", JudgementValue.MOSTLY)])
    assert "Overzicht VO 2019" not in titles(minutes)


def test_a_perspective_that_was_not_asked_is_told_apart_from_not_discussed() -> None:
    minutes = overview(
        [
            judged("mo-8", "opvang-vo", JudgementValue.MOSTLY),
            judged("mo-1", "gemeente", JudgementValue.MOSTLY),
        ]
    )
    rows = {row[0][:9]: row for row in table_in(part(minutes, "Overzicht MO 2022")).rows}
    assert "Niet gevraagd" in rows["Norm 1 MO"]
    assert "Niet gevraagd" not in rows["Norm 8 MO"]


def test_no_total_average_or_percentage_stands_among_the_pictures() -> None:
    values = [JudgementValue.MOSTLY, JudgementValue.NOT_YET]
    minutes = overview([judged(t, "gemeente", v) for t in ("mo-1", "mo-8") for v in values])
    said = " ".join(texts(minutes)).lower()
    assert not any(word in said for word in ("%", "totaal", "gemiddeld", "score"))


def test_only_norms_with_a_story_or_a_difference_get_a_part_of_their_own() -> None:
    minutes = overview(
        [
            judged("mo-1", "gemeente", JudgementValue.MOSTLY),
            judged("mo-2", "gemeente", JudgementValue.MOSTLY),
            judged("mo-2", "keten", JudgementValue.NOT_YET),
            judged("mo-8", "keten", JudgementValue.MOSTLY, "Want zo is het."),
        ]
    )
    assert "Norm 1 MO: Elk kind krijgt een warm welkom" not in titles(minutes)
    assert said_in(part(minutes, "Norm 2 MO: Kinderen wonen zo gewoon mogelijk")) == [
        ("", "De beelden verschillen. Er is geen toelichting vastgelegd.")
    ]
    assert said_in(part(minutes, "Norm 8 MO: Er is een plan voor elk kind")) == [
        ("Ketenpartners", "Want zo is het.")
    ]


def test_the_part_on_a_norm_tells_everything_but_the_answers_themselves() -> None:
    minutes = overview(
        [
            judged("vo-4.1", "gemeente", JudgementValue.MOSTLY, "Op papier."),
            judged("vo-4.1", "keten", JudgementValue.NOT_YET, "Niet in het echt."),
            SharedPicture(
                target="vo-4.1",
                outcome=PictureOutcome.DIFFERS,
                explanation="Twee verhalen.",
                going_well="De wil is er.",
                mover="De gemeente.",
            ),
            Mark(
                target="vo-4.1",
                necessity=Necessity.NECESSARY,
                phases=(Phase.STAY, Phase.AFTER),
            ),
        ]
    )
    assert said_in(part(minutes, "Norm 4.1 VO: Partners dragen een kind samen over")) == [
        ("Gemeente", "Op papier."),
        ("Ketenpartners", "Niet in het echt."),
        ("Samen", "Twee verhalen."),
        ("Gaat al goed", "De wil is er."),
        ("Aan zet", "De gemeente."),
        ("Voor onze regio", "Noodzakelijk\nFase: langer verblijf en vervolg"),
    ]


def test_the_voice_of_the_child_stands_at_its_theme_even_without_a_picture() -> None:
    voice = ChildVoice(target="mo-t2", better_off="Rust.", told_by="De kinderraad.")
    assert said_in(part(overview([voice]), "Thema 2 MO: Een plan voor elk kind")) == [
        ("Waar wordt het kind beter van", "Rust."),
        ("Wie vertelt wat kinderen vinden", "De kinderraad."),
    ]


def test_an_objection_to_a_picture_stands_with_that_picture() -> None:
    minutes = overview(
        [
            judged("mo-8", "keten", JudgementValue.MOSTLY),
            Confirmation(record=1, perspective="keten", correct=False, objection="Een begin dus."),
        ]
    )
    assert said_in(part(minutes, "Norm 8 MO: Er is een plan voor elk kind")) == [
        ("", "Klopt niet, volgens Ketenpartners.\nEen begin dus.")
    ]


def test_chosen_norms_that_were_not_discussed_are_named() -> None:
    chosen = Detail(field=DetailField.CHOSEN, value=("mo-8", "mo-1"))
    one = overview([chosen, judged("mo-8", "keten", JudgementValue.MOSTLY)])
    missing = part(one, "Gekozen, maar niet besproken")
    assert bullets_in(missing) == ("Norm 1 MO: Elk kind krijgt een warm welkom",)
    both = overview(
        [chosen, *(judged(t, "keten", JudgementValue.MOSTLY) for t in ("mo-8", "mo-1"))]
    )
    assert said_in(part(both, "Gekozen, maar niet besproken")) == [
        ("", "Alle gekozen normen zijn besproken.")
    ]


def test_an_overview_with_many_perspectives_lies_on_its_side() -> None:
    given = judged("mo-8", "gemeente", JudgementValue.MOSTLY)
    assert not part(overview([given]), "Overzicht MO 2022").landscape
    more = [OwnPerspective(label="Onderwijs")]
    assert part(overview([*more, given]), "Overzicht MO 2022").landscape


# Priorities and groeipad


def test_a_priority_tells_goal_first_step_use_and_its_actions() -> None:
    priority = Priority(
        title="Plan",
        targets=("mo-8",),
        goal="Elk kind een plan.",
        first_step="Proberen.",
        preconditions=("precondition-kennis", "bestaat-niet"),
        reservations="Geen.",
    )
    use = Use(priority=1, commissioning=Commissioning.EXPLICIT, room="Eigen vorm.")
    minutes = make_minutes(told(priority, use, Action(what="Doen", priority=1)))
    assert said_in(part(minutes, "Prioriteit P01: Plan")) == [
        ("Hoort bij", "Norm 8 MO: Er is een plan voor elk kind"),
        ("Doel over drie jaar", "Elk kind een plan."),
        ("Eerste stap in jaar 1", "Proberen."),
        ("Randvoorwaarden", "Kennis van kinderen in de opvang\nbestaat-niet"),
        ("Gebruik in de opdrachtverlening", "Expliciet."),
        ("Ruimte voor professionals", "Eigen vorm."),
        ("Bezwaren en wat daarmee is gedaan", "Geen."),
        ("Acties", "A01."),
    ]


def test_what_a_priority_still_misses_is_said_in_words() -> None:
    assert said_in(part(make_minutes(told(Priority(title="Plan"))), "Prioriteit P01: Plan")) == [
        ("Hoort bij", "Geen norm of thema genoemd."),
        ("Doel over drie jaar", "Nog te bepalen."),
        ("Eerste stap in jaar 1", "Nog te bepalen."),
        ("Gebruik in de opdrachtverlening", "Nog niet besproken."),
        ("Acties", "Nog geen actie."),
    ]


def test_the_groeipad_has_a_column_per_year_and_a_row_per_priority() -> None:
    minutes = make_minutes(
        told(
            DATE,
            Priority(title="Plan"),
            Action(what="Eerst dit doen", priority=2, year=1),
            Action(what="Dan nog dat doen", priority=2, due=dt.date(2029, 1, 1)),
        )
    )
    table = table_in(part(minutes, "Groeipad per jaar"))
    assert [c.title for c in table.columns] == ["Prioriteit", "Jaar 1", "Jaar 2", "Jaar 3"]
    assert table.rows == (("P01 Plan", "A01 Eerst dit…", "A02 Dan nog dat…", "Geen actie"),) or (
        table.rows == (("P01 Plan", "A01 Eerst dit…", "Geen actie", "A02 Dan nog dat…"),)
    )


def test_actions_without_a_year_or_a_priority_are_not_lost() -> None:
    minutes = make_minutes(
        told(Priority(title="Plan"), Action(what="Ooit dit doen"), Action(what="Nu dat", year=1))
    )
    table = table_in(part(minutes, "Groeipad per jaar"))
    assert table.columns[-1].title == "Nog te bepalen"
    assert table.rows == (
        ("P01 Plan", "Geen actie", "Geen actie", "Geen actie", "Geen actie"),
        ("Overige acties", "A02 Nu…", "Geen actie", "Geen actie", "A01 Ooit dit…"),
    )


# Lists


def test_the_summary_counts_in_words_and_names_what_is_open() -> None:
    minutes = make_minutes(
        told(
            Decision(text="Ja."),
            Priority(title="Plan"),
            Action(what="Doen", owner="Gemeente"),
            Action(what="Laten"),
            Parked(text="Later"),
            Parked(text="Nu"),
            ParkedSettled(parked=6, outcome="Gedaan"),
        )
    )
    summary = part(minutes, "Samenvatting: besluiten en acties")
    assert said_in(summary) == [
        (
            "",
            "De deelnemers nemen 1 besluit, kiezen 1 prioriteit en spreken 2 acties af. "
            "Nog zonder trekker: A02. Nog open op de parkeerlijst: K01.",
        )
    ]
    assert bullets_in(summary) == ("P01 Plan",)


def test_the_action_list_is_wide_and_says_everything() -> None:
    action = Action(
        what="De lijst maken",
        norms=("mo-8b", "vo-4.1"),
        priority=2,
        owner="Anker, manager",
        partners="Gemeente",
        due=dt.date(2027, 6, 1),
        due_words="vóór de zomer",
        sign="Er is een lijst.",
        mandate=Mandate.TO_SUBMIT,
        mandate_of="het bestuur",
        where="Locatie 1",
        needs="Geld",
        review="Na een jaar",
    )
    dropped = ActionProgress(action=3, status=ActionStatus.DROPPED, reason="Te duur")
    minutes = make_minutes(told(DATE, Priority(title="Plan"), action, dropped))
    section = part(minutes, "Actielijst")
    assert section.landscape
    assert table_in(section).rows == (
        (
            "A01",
            "De lijst maken",
            "Anker, manager",
            "Gemeente",
            "vóór de zomer (1 juni 2027)",
            "1",
            "P01\nNorm 8b MO, Norm 4.1 VO",
            "Er is een lijst.",
            "Nog voor te leggen aan het bestuur",
            "Vervallen\nTe duur",
        ),
    )
    assert said_in(section) == [
        ("A01", "Waar: Locatie 1\nWat is nodig: Geld\nTerugkijken: Na een jaar")
    ]


def test_what_an_action_misses_is_still_to_be_decided() -> None:
    (row,) = table_in(part(make_minutes(told(Action(what="Doen"))), "Actielijst")).rows
    assert row == (
        "A01",
        "Doen",
        "Nog te bepalen",
        "Niet genoemd",
        "Nog te bepalen",
        "Nog te bepalen",
        "Geen norm",
        "Nog te bepalen",
        "Afgesproken",
        "Open",
    )


def test_actions_stand_in_the_order_of_year_and_deadline() -> None:
    minutes = make_minutes(
        told(
            DATE,
            Action(what="a"),
            Action(what="b", due=dt.date(2028, 9, 1)),
            Action(what="c", due=dt.date(2027, 9, 1)),
            Action(what="d", due=dt.date(2027, 6, 1)),
            Action(what="e", year=1),
        )
    )
    numbers = [row[0] for row in table_in(part(minutes, "Actielijst")).rows]
    assert numbers == ["A04", "A03", "A05", "A02", "A01"]
    short = [row[0] for row in table_in(part(minutes, "Acties in het kort")).rows]
    assert short == numbers


@pytest.mark.parametrize(
    ("body", "where", "number"),
    [
        (Decision(text="x"), "Besluitenlijst", "B01"),
        (Action(what="x"), "Actielijst", "A01"),
        (Parked(text="x"), "Parkeerlijst", "K01"),
    ],
)
def test_an_objection_stands_with_what_it_is_about(body: Body, where: str, number: str) -> None:
    objection = Confirmation(record=1, correct=False, objection="Want anders.")
    said = said_in(part(make_minutes(told(body, objection)), where))
    assert said == [(number, "Klopt niet, volgens de zaal.\nWant anders.")]


def test_an_objection_that_was_settled_is_gone() -> None:
    minutes = make_minutes(
        told(
            Decision(text="x"),
            Confirmation(record=1, perspective="keten", correct=False, objection="Nee."),
            Confirmation(record=1, perspective="keten", correct=True),
        )
    )
    assert times(minutes, "Klopt niet") == 0


def test_a_parked_point_without_an_outcome_is_an_open_point() -> None:
    minutes = make_minutes(
        told(Parked(text="Een"), Parked(text="Twee"), ParkedSettled(parked=2, outcome="Klaar"))
    )
    assert table_in(part(minutes, "Parkeerlijst")).rows == (
        ("K01", "Een", "Openstaand punt"),
        ("K02", "Twee", "Klaar"),
    )


def test_the_follow_up_says_when_and_where() -> None:
    minutes = make_minutes(
        told(
            Detail(field=DetailField.NEXT_DATE, value="2028-03-10"),
            Action(what="a", lands_in="Regio-overleg"),
            Action(what="b", lands_in="Regio-overleg"),
            Action(what="c", lands_in="Bestuur"),
        )
    )
    follow_up = part(minutes, "Vervolg")
    assert said_in(follow_up)[0] == ("", "De volgende regiosessie is op 10 maart 2028.")
    assert bullets_in(follow_up) == ("Regio-overleg: A01 en A02", "Bestuur: A03")


@pytest.mark.parametrize(
    ("before", "to", "sentence"),
    [
        ("2027-03-26", "de secretaris", "graag vóór 26 maart 2027 aan de secretaris."),
        ("2027-03-26", "", "graag vóór 26 maart 2027."),
        ("", "de secretaris", "graag aan de secretaris."),
    ],
)
def test_a_concept_asks_for_remarks(before: str, to: str, sentence: str) -> None:
    minutes = make_minutes(
        told(
            Detail(field=DetailField.REMARKS_BEFORE, value=before),
            Detail(field=DetailField.REMARKS_TO, value=to),
        )
    )
    expected = f"Opmerkingen op dit conceptverslag {sentence}"
    assert expected in [text for _, text in said_in(part(minutes, "Vervolg"))]


def test_no_remarks_are_asked_for_without_a_date_or_once_the_minutes_are_adopted() -> None:
    from guide.entries import Adoption

    asked = Detail(field=DetailField.REMARKS_TO, value="de secretaris")
    adopted = told(asked, Adoption(date=dt.date(2027, 4, 1), version="1.0"))
    for session in (told(), adopted):
        assert times(make_minutes(session), "conceptverslag") == 0
