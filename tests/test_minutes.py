"""The minutes as a whole: the order of their parts and their head."""

from __future__ import annotations

import datetime as dt

import pytest

from guide.entries import (
    Adoption,
    Attendance,
    Detail,
    Participant,
    Party,
)
from guide.minutes import MinutesOptions, make_minutes
from guide.minutes.model import Table
from guide.models import (
    DetailField,
    Presence,
)
from tests.minutes_reader import (
    a_bit_of_everything,
    facts,
    part,
    said_in,
    texts,
    told,
)

NOW = dt.datetime(2027, 3, 14, 12, 0, tzinfo=dt.UTC)


def detail(field: DetailField, value: str) -> Detail:
    return Detail(field=field, value=value)


REGION = detail(DetailField.REGION, "Voorbeeldregio")
DATE = detail(DetailField.DATE, "2027-03-12")


# The order


def test_the_parts_stand_in_the_order_of_the_design() -> None:
    minutes = make_minutes(told(REGION, DATE))
    assert [(s.number, s.title) for s in minutes.sections if s.level == 1] == [
        ("", "Gegevens"),
        ("", "Samenvatting: besluiten en acties"),
        ("1", "Opening"),
        ("2", "Beelden"),
        ("3", "Afspraken"),
        ("", "Beelden per norm"),
        ("", "Prioriteiten en groeipad"),
        ("", "Actielijst"),
        ("", "Parkeerlijst"),
        ("", "Vervolg"),
        ("", "Bijlage: deelnemers"),
    ]


def test_no_heading_is_empty_and_no_level_is_skipped() -> None:
    sections = make_minutes(told(REGION)).sections
    assert all(section.title for section in sections)
    assert sections[0].level == 1
    assert {section.level for section in sections} == {1, 2}


def test_an_empty_session_says_in_words_what_is_not_there() -> None:
    minutes = make_minutes(told())
    said = set(texts(minutes))
    assert {
        "Er zijn geen besluiten genomen.",
        "Er zijn geen acties afgesproken.",
        "Er zijn geen beelden vastgelegd.",
        "Er zijn geen normen gekozen om te bespreken.",
        "De regio kiest geen prioriteiten.",
        "Er zijn nog geen acties voor het groeipad.",
        "Er staat niets op de parkeerlijst.",
        "Er is nog geen datum voor de volgende regiosessie.",
        "Er zijn geen deelnemers vastgelegd.",
        "Niet besproken.",
    } <= said


def test_every_row_has_as_many_cells_as_there_are_columns_and_none_is_blank() -> None:
    full = a_bit_of_everything()
    for section in make_minutes(full, MinutesOptions(names=True)).sections:
        for block in section.blocks:
            for row in getattr(block, "rows", ()):
                assert len(row) == len(block.columns)  # type: ignore[union-attr]
                assert all(row), (section.title, row)


def test_every_table_says_what_its_columns_hold() -> None:
    minutes = make_minutes(a_bit_of_everything())
    heads = {
        section.title: [column.title for column in block.columns]
        for section in minutes.sections
        for block in section.blocks
        if isinstance(block, Table)
    }
    assert heads == {
        "Gegevens": ["Onderdeel", "Gegevens"],
        "Besluitenlijst": ["Nr.", "Besluit", "Agendapunt", "Norm"],
        "Acties in het kort": ["Actie", "Trekker", "Klaar"],
        "Overzicht MO 2022": [
            *("Thema of norm", "Gemeente", "Opvang MO", "Ketenpartners"),
            *("Ervaringsdeskundigen", "Samen"),
        ],
        "Groeipad per jaar": ["Prioriteit", "Jaar 1", "Jaar 2", "Jaar 3", "Nog te bepalen"],
        "Actielijst": [
            *("Nr.", "Wat", "Trekker", "Met wie", "Klaar", "Jaar", "Norm of prioriteit"),
            *("Waaraan zien we het", "Mandaat", "Status"),
        ],
        "Parkeerlijst": ["Nr.", "Punt", "Wat ermee gebeurt"],
        "Bijlage: deelnemers": ["Organisatie", "Functie", "Perspectief", "Aanwezigheid"],
    }


# The head


def test_the_title_the_file_name_and_the_markers_know_region_and_date() -> None:
    minutes = make_minutes(told(REGION, DATE))
    assert minutes.title == "Verslag regiosessie Voorbeeldregio"
    assert minutes.file_name == "2027-03-12-verslag-regiosessie-voorbeeldregio.docx"
    assert dict(minutes.fields) == {"regio": "Voorbeeldregio", "datum": "12 maart 2027"}
    assert minutes.subject.endswith("regio Voorbeeldregio, 12 maart 2027")


@pytest.mark.parametrize(
    ("region", "slug"),
    [
        ("Groot-Ammers & Súdwest-Fryslân", "groot-ammers-sudwest-fryslan"),
        ("../../etc/passwd", "etc-passwd"),
        ("北京", "zonder-naam"),
        ("x" * 200, "x" * 60),
        ("a" * 59 + " b", "a" * 59),
        ("Noord\nZuid", "noord-zuid"),
    ],
)
def test_the_file_name_is_safe_on_every_system(region: str, slug: str) -> None:
    minutes = make_minutes(told(detail(DetailField.REGION, region), DATE))
    assert minutes.file_name == f"2027-03-12-verslag-regiosessie-{slug}.docx"


def test_a_session_without_a_date_is_filed_under_the_day_of_the_last_thing_said() -> None:
    last = told(REGION).state.at
    assert last is not None
    name = make_minutes(told(REGION), now=NOW).file_name
    assert name.startswith(f"{last.date().isoformat()}-verslag")


def test_a_concept_says_so_with_its_version_date_and_that_it_can_become_public() -> None:
    status = make_minutes(told(REGION, DATE), now=NOW).status_line
    assert status == "Concept, versie 0.1 · 14 maart 2027 · kan openbaar worden (Woo)"


def test_adopted_minutes_say_when_and_as_which_version() -> None:
    adopted = Adoption(date=dt.date(2027, 4, 1), version="1.0")
    minutes = make_minutes(told(REGION, DATE, adopted), now=NOW)
    expected = "Vastgesteld op 1 april 2027, versie 1.0 · kan openbaar worden (Woo)"
    assert minutes.status_line == expected


def test_the_subject_leaves_out_what_is_not_known() -> None:
    both = "Kinderen in de opvang (vrouwenopvang en maatschappelijke opvang)"
    assert make_minutes(told()).subject == both
    assert make_minutes(told(REGION)).subject == f"{both}, regio Voorbeeldregio"
    assert make_minutes(told(DATE)).subject == f"{both}, 12 maart 2027"
    one = Detail(field=DetailField.SECTORS, value=("mo",))
    assert make_minutes(told(one)).subject == "Kinderen in de opvang (maatschappelijke opvang)"
    none = make_minutes(told(Detail(field=DetailField.SECTORS, value=())))
    assert none.subject == facts(none)["Onderwerp"] == "Kinderen in de opvang"


def test_the_head_says_when_where_and_by_whom() -> None:
    minutes = make_minutes(
        told(
            REGION,
            DATE,
            detail(DetailField.START, "13:30"),
            detail(DetailField.END, "16:05"),
            detail(DetailField.PLACE, "Stadhuis"),
            detail(DetailField.FACILITATOR, "Adviseur, bureau"),
            detail(DetailField.NOTE_TAKER, "Secretaris, gemeente"),
            detail(DetailField.CASE_NUMBER, "Z-27-001"),
        )
    )
    head = facts(minutes)
    assert head["Datum"] == "12 maart 2027"
    assert head["Tijd"] == "van 13.30 uur tot 16.05 uur"
    assert head["Plaats"] == "Stadhuis"
    assert head["Gespreksleider"] == "Adviseur, bureau"
    assert head["Verslaglegger"] == "Secretaris, gemeente"
    assert head["Zaaknummer of dossier"] == "Z-27-001"
    assert head["Onderwerp"] == "Kinderen in de opvang (vrouwenopvang en maatschappelijke opvang)"


def test_what_was_not_filled_in_says_so_and_is_not_guessed() -> None:
    head = facts(make_minutes(told(REGION)))
    assert head["Tijd"] == head["Datum"] == head["Plaats"] == "Niet ingevuld"
    assert head["Aanwezig"] == head["Afwezig"] == "Niet vastgelegd"


def test_one_time_alone_is_told_as_such() -> None:
    start = facts(make_minutes(told(detail(DetailField.START, "09:00"))))
    end = facts(make_minutes(told(detail(DetailField.END, "12:00"))))
    assert (start["Tijd"], end["Tijd"]) == ("vanaf 9.00 uur", "tot 12.00 uur")


def test_the_head_names_the_parties_by_perspective_and_counts_who_was_there() -> None:
    guest = Participant(organisation="Anker", function="manager", perspective="opvang-mo")
    other = Participant(organisation="Jeugdteam", function="lid", perspective="keten")
    head = facts(
        make_minutes(
            told(
                Party(name="Het Anker", perspective="opvang-mo"),
                Party(name="Veilig Thuis", perspective="keten"),
                guest,
                guest,
                other,
                Attendance(participant=3, presence=Presence.PRESENT),
                Attendance(participant=4, presence=Presence.PRESENT),
                Attendance(participant=5, presence=Presence.EXCUSED),
            )
        )
    )
    assert head["Partijen: Opvang MO"] == "Het Anker"
    assert head["Partijen: Ketenpartners"] == "Veilig Thuis"
    assert "Partijen: Gemeente" not in head
    assert head["Aanwezig"] == "2 deelnemers van 1 organisatie:\nAnker"
    assert head["Afwezig"] == "Jeugdteam (afwezig met bericht)"


def test_several_organisations_are_counted_once_each() -> None:
    guests = [
        Participant(organisation=name, function="lid", perspective="keten")
        for name in ("Anker", "Jeugdteam")
    ]
    here = [Attendance(participant=seq, presence=Presence.PRESENT) for seq in (1, 2)]
    head = facts(make_minutes(told(*guests, *here)))
    assert head["Aanwezig"] == "2 deelnemers van 2 organisaties:\nAnker\nJeugdteam"
    assert head["Afwezig"] == "Niemand afgemeld"


def test_parties_are_never_left_out_of_the_head() -> None:
    nobody = facts(make_minutes(told(REGION)))
    assert nobody["Deelnemende partijen"] == "Niet ingevuld"
    gone = facts(make_minutes(told(Party(name="Sportclub", perspective="own-99"))))
    assert gone["Partijen: overig"] == "Sportclub"
    assert "Deelnemende partijen" not in gone


def test_the_head_gives_version_and_date_of_each_framework() -> None:
    shown = facts(make_minutes(told(REGION)))["Normenkaders"].splitlines()
    assert "Voorbeeldkader vrouwenopvang, 5 april 2019 (onze tekst: versie 1.0)" in shown
    assert len(shown) == 2


def test_the_privacy_line_and_the_disclaimer_stand_under_the_head() -> None:
    said = said_in(part(make_minutes(told(REGION)), "Gegevens"))
    assert ("Afspraak bij dit gesprek", "Noem geen namen, casussen of adressen.") in said
    assert ("", "Dit verslag is geen controle en geen oordeel.") in said
