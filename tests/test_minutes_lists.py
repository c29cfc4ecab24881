"""The groeipad and the lists of the minutes."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import (
    Action,
    ActionProgress,
    Adoption,
    Body,
    Confirmation,
    Decision,
    Detail,
    Parked,
    ParkedSettled,
    Participant,
    Priority,
    Use,
)
from guide.minutes import make_minutes
from guide.minutes.model import Paragraph
from guide.models import (
    ActionStatus,
    Commissioning,
    DetailField,
    Mandate,
)
from tests.minutes_reader import (
    bullets_in,
    part,
    said_in,
    table_in,
    times,
    told,
)

DATE = Detail(field=DetailField.DATE, value="2027-03-12")


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
    assert table.rows == (("P01 Plan", "A01 Eerst dit…", "A02 Dan nog dat…", "Geen actie"),)


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


def test_the_summary_of_a_session_without_agreements_says_so() -> None:
    ((_, said),) = said_in(part(make_minutes(told()), "Samenvatting: besluiten en acties"))
    assert said == (
        "De deelnemers nemen geen besluiten, kiezen geen prioriteiten en spreken geen acties af."
    )


def test_the_annex_tells_organisation_function_perspective_and_attendance() -> None:
    guest = Participant(organisation="Anker", function="lid", perspective="keten")
    annex = part(make_minutes(told(guest)), "Bijlage: deelnemers")
    assert table_in(annex).rows == (("Anker", "lid", "Ketenpartners", "Niet vastgelegd"),)


def test_the_follow_up_says_that_no_place_was_agreed() -> None:
    said = said_in(part(make_minutes(told()), "Vervolg"))
    assert said[-1] == ("", "Er is nog niet afgesproken in welk overleg de acties terugkomen.")


def test_a_summary_without_priorities_has_no_empty_list() -> None:
    (only,) = part(make_minutes(told()), "Samenvatting: besluiten en acties").blocks
    assert isinstance(only, Paragraph)


def test_a_long_title_of_a_priority_is_shortened_where_it_is_only_named() -> None:
    title = "woord " * 30
    minutes = make_minutes(told(Priority(title=title)))
    (short,) = bullets_in(part(minutes, "Samenvatting: besluiten en acties"))
    assert short.startswith("P01 woord")
    assert len(short) == len("P01 ") + 80
    assert said_in(part(minutes, "Prioriteit P01"))[0] == ("", title.strip())


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
    asked = Detail(field=DetailField.REMARKS_TO, value="de secretaris")
    adopted = told(asked, Adoption(date=dt.date(2027, 4, 1), version="1.0"))
    for session in (told(), adopted):
        assert times(make_minutes(session), "conceptverslag") == 0
