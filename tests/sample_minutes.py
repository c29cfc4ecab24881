"""A realistic set of minutes made by hand: all that the Word export has to lay out.

Roles and organisations are invented; nobody is named.
"""

from __future__ import annotations

import datetime as dt

from guide.minutes.model import Bullets, Column, Minutes, Paragraph, Role, Section, Table
from tests.sample_rows import ACTIONS, ATTENDANCE, DECISIONS, FACTS, PICTURES


def _summary() -> Section:
    return Section(
        "Samenvatting: besluiten en acties",
        (
            Paragraph(
                "De regio koos drie prioriteiten voor de komende drie jaar: een vast aanspreekpunt "
                "voor kinderen, een eigen plan voor elk kind en traumasensitief werken."
            ),
            *(
                Paragraph(text, f"Besluit {number}", Role.DECISION)
                for number, text, *_ in DECISIONS[:3]
            ),
            Paragraph("De acties voor het eerste jaar:"),
            Bullets(tuple(f"{a[0]}: {a[1]} Trekker: {a[3]}." for a in ACTIONS[:3])),
        ),
    )


def _agenda() -> tuple[Section, ...]:
    return (
        Section(
            "Welkom",
            (
                Paragraph(
                    "De gespreksleider heet iedereen welkom en noemt de spelregels. We bespreken "
                    "geen kinderen, ouders of adressen."
                ),
            ),
            number="1",
        ),
        Section(
            "Korte kennismaking",
            (
                Paragraph("De deelnemers noemen de vraag waarmee zij hier zitten.", ""),
                Paragraph("Hoe komen afspraken echt bij het kind terecht?", "Gemeente"),
                Paragraph("Wie is ons vaste aanspreekpunt bij het jeugdteam?", "Opvang VO"),
                Paragraph("Hoe houden we kinderen op hun eigen school?", "Opvang MO"),
                Paragraph(
                    "Ik wil dat iemand aan het kind zelf vraagt hoe het gaat.",
                    "Ervaringsdeskundigen",
                ),
            ),
            number="2",
        ),
        Section(
            "Doel van de regiosessie",
            (
                Paragraph(
                    "De sessie is geslaagd als er per prioriteit een trekker en een eerste stap is."
                ),
            ),
            number="3",
        ),
        Section(
            "Aanleiding en doel van het onderzoek",
            (Paragraph("De gids licht het onderzoek uit 2020 toe. Er zijn geen vragen."),),
            number="4",
        ),
        Section(
            "Toelichting op de normenkaders",
            (
                Paragraph(
                    "De normen zijn een minimum voor de kwaliteit en laten ruimte voor een eigen "
                    "werkwijze.\nDe deelnemers vragen wat er verschilt tussen VO en MO."
                ),
                Paragraph(
                    "Openstaand punt: hoe lezen we de normen bij ambulante opvang?",
                    role=Role.REMARK,
                ),
            ),
            number="5",
        ),
        Section(
            "Bespreken van de onderzoeksuitkomsten",
            (
                Paragraph("Het aantal kinderen herkennen wij; de verblijfsduur niet.", "Gemeente"),
                Paragraph(
                    "Kinderen wachten bij ons vaak op een woning, niet op hulp. Daardoor blijven "
                    "ze langer dan nodig is.",
                    "Opvang MO",
                ),
                Table(
                    (
                        Column("Opvangvorm", 1.6),
                        Column("Kinderen", 1),
                        Column("Zekerheid", 1),
                        Column("Omschrijving en peildatum", 3),
                    ),
                    (
                        (
                            "Vrouwenopvang",
                            "42",
                            "Exact",
                            "Onderzoek 2020, peildatum 1 oktober 2026",
                        ),
                        ("Maatschappelijke opvang", "ongeveer 60", "Schatting", "Eigen telling"),
                        ("Crisisopvang gezinnen", "minder dan 10", "Schatting", "Eigen telling"),
                    ),
                    "Aantallen kinderen in de opvang in de regio, per opvangvorm.",
                ),
                Paragraph(DECISIONS[2][1], "Besluit B3", Role.DECISION),
            ),
            number="6",
        ),
        Section("Verdiepingsgesprek", _deepening(), number="7"),
        Section(
            "MO norm 2: Kinderen verblijven zo normaal mogelijk",
            (
                Paragraph("Beeld verschilt.", "Uitkomst"),
                Paragraph(
                    "Op twee van de drie locaties kunnen kinderen niet veilig buiten spelen. "
                    "Gezinnen verhuizen gemiddeld nog twee keer.",
                    "Gemeente (Een begin)",
                ),
                Paragraph(
                    "Sinds de verbouwing heeft elk gezin een eigen kamer met keuken. Buiten spelen "
                    "kan alleen onder begeleiding.",
                    "Opvang MO (Grotendeels)",
                ),
                Paragraph(
                    "Het kind merkt het aan rust en een plek voor huiswerk.", "Stem van het kind"
                ),
            ),
            level=2,
            number="7.1",
        ),
        Section(
            "MO norm 8: Een ondersteuningsplan voor het kind",
            (
                Paragraph("Gedeeld beeld: Een begin.", "Uitkomst"),
                Paragraph(
                    "Er is een plan voor het gezin. Een eigen deel voor het kind, in taal die het "
                    "kind begrijpt, ontbreekt meestal.",
                    "Opvang MO",
                ),
                Paragraph(DECISIONS[1][1], "Besluit B2", Role.DECISION),
            ),
            level=2,
            number="7.2",
        ),
        Section(
            "MO norm 11: Samenwerking in de keten",
            (
                Paragraph("Beeld verschilt.", "Uitkomst"),
                Paragraph("Wij missen een vast aanspreekpunt bij de opvang.", "Ketenpartners"),
                Paragraph(
                    "De overdracht bij vertrek gaat goed als de school bekend is. Is die niet "
                    "bekend, dan blijft het bij een brief.",
                    "Opvang MO",
                ),
                Paragraph(DECISIONS[0][1], "Besluit B1", Role.DECISION),
            ),
            level=2,
            number="7.3",
        ),
        Section(
            "Afspraken en afronding",
            (
                Paragraph("De deelnemers lopen alle besluiten en acties langs en bevestigen ze."),
                Bullets(
                    (
                        "Gemeente: klopt.",
                        "Opvang VO: klopt.",
                        "Opvang MO: klopt, met een aanvulling bij A04.",
                        "Ketenpartners: klopt.",
                    )
                ),
                Paragraph(
                    "Opmerkingen op dit concept graag vóór 26 maart 2027 aan de verslaglegger.",
                ),
            ),
            number="8",
        ),
    )


def _deepening() -> tuple[Paragraph | Table, ...]:
    return (
        Paragraph(
            "De regio besprak eerst alle thema's kort en koos daarna elf normen. De tabel geeft "
            "per norm het beeld van nu. Het is geen controle."
        ),
        Table(
            (
                Column("Norm", 0.8),
                Column("Onderwerp", 2.4),
                Column("Gemeente", 1.3),
                Column("Opvang", 1.3),
                Column("Uitkomst", 1.3),
            ),
            PICTURES,
            "Het beeld per norm van gemeente en opvang, met de uitkomst van het gesprek.",
        ),
    )


def _lists() -> tuple[Section, ...]:
    return (
        Section(
            "Groeipad: drie prioriteiten in drie jaar",
            (
                Table(
                    (
                        Column("Prioriteit", 1.2),
                        Column("Jaar 1", 2),
                        Column("Jaar 2", 2),
                        Column("Jaar 3", 2),
                    ),
                    (
                        (
                            "Vast aanspreekpunt kind",
                            "A01 Aanspreekpunt per locatie\nA02 Warme overdracht proberen",
                            "Werkwijze op alle locaties",
                            "Terugkijken met kinderen en scholen",
                        ),
                        (
                            "Een eigen plan voor elk kind",
                            "A03 Telling van plannen",
                            "A04 Kinderen bevragen",
                            "Elk kind heeft een plan dat het zelf begrijpt",
                        ),
                        (
                            "Traumasensitief werken",
                            "Afspraken voorbereiden",
                            "A05 Snelle verwijzing",
                            "A06 Scholing voor alle vaste medewerkers",
                        ),
                    ),
                    "De drie prioriteiten met per jaar de stappen en acties.",
                ),
            ),
        ),
        Section(
            "Besluitenlijst",
            (
                Table(
                    (
                        Column("Nr.", 0.6),
                        Column("Besluit", 5),
                        Column("Bij", 1.3),
                        Column("Partijen", 2),
                    ),
                    DECISIONS,
                    "Alle besluiten met het agendapunt of de norm en de partijen.",
                ),
            ),
        ),
        Section(
            "Actielijst",
            (
                Table(
                    (
                        Column("Nr.", 0.6),
                        Column("Wat", 3.4),
                        Column("Norm", 1),
                        Column("Trekker", 1.8),
                        Column("Wanneer", 1.2),
                        Column("Waaraan zien we het", 2.4),
                        Column("Mandaat", 1.5),
                        Column("Status", 0.8),
                    ),
                    ACTIONS,
                    "Alle acties met norm, trekker, termijn, resultaat, mandaat en status.",
                ),
            ),
            landscape=True,
        ),
        Section(
            "Parkeerlijst",
            (
                Bullets(
                    (
                        "Vervoer naar de eigen school bij plaatsing buiten de regio.",
                        "De rol van het onderwijs in de volgende sessie.",
                    )
                ),
            ),
        ),
        Section(
            "Vervolg",
            (
                Paragraph("De regio kijkt op 9 maart 2028 terug op het groeipad."),
                Paragraph(
                    "Dit verslag geeft het gesprek in de regio weer. Het is geen controle en geen "
                    "oordeel over een organisatie.",
                    role=Role.REMARK,
                ),
            ),
        ),
        Section(
            "Bijlage: deelnemers",
            (
                Table(
                    (
                        Column("Organisatie", 2),
                        Column("Functie", 2.4),
                        Column("Perspectief", 1.6),
                        Column("Aanwezigheid", 1.6),
                    ),
                    ATTENDANCE,
                    "De deelnemende organisaties en functies met hun aanwezigheid.",
                ),
            ),
        ),
    )


def sample_minutes() -> Minutes:
    """The minutes of an invented session: portrait, landscape and back, VO and MO."""
    return Minutes(
        title="Verslag regiosessie kinderen in de opvang, regio Voorbeeld",
        subject="Regiosessie van 12 maart 2027 over de normenkaders VO 2019 en MO 2022",
        status_line="Concept, versie 1. Dit verslag kan openbaar worden (Woo).",
        made_at=dt.datetime(2027, 3, 12, 16, 40, tzinfo=dt.UTC),
        file_name="2027-03-12-verslag-regiosessie-voorbeeld.docx",
        sections=(Section("Gegevens", (FACTS,)), _summary(), *_agenda(), *_lists()),
        fields=(("datum", "12 maart 2027"), ("regio", "Voorbeeld")),
    )
