"""A realistic set of minutes made by hand: all that the Word export has to lay out.

Roles and organisations are invented; nobody is named.
"""

from __future__ import annotations

import datetime as dt

from guide.minutes_model import Bullets, Column, Minutes, Paragraph, Role, Section, Table

_FACTS = Table(
    columns=(Column("Onderdeel", 1), Column("Gegevens", 3)),
    rows=(
        ("Regio", "Voorbeeld (centrumgemeente Voorbeeldstad)"),
        ("Datum en tijd", "12 maart 2027, 13.30 tot 16.35 uur"),
        ("Plaats", "Stadskantoor Voorbeeldstad"),
        ("Gespreksleider", "Onafhankelijk gespreksleider, Regiobureau"),
        ("Verslaglegger", "Beleidsmedewerker, gemeente Voorbeeldstad"),
        (
            "Aanwezig",
            "Gemeente Voorbeeldstad, gemeente Rivierdorp, Opvang De Haven (VO), "
            "Stichting Onderdak (MO), Veilig Thuis, Jeugdteam Voorbeeldstad, ervaringsdeskundigen",
        ),
        ("Afwezig met bericht", "Jeugdgezondheidszorg"),
        ("Normenkaders", "VO 2019 en MO 2022, in eigen woorden van de gids"),
    ),
    description="Regio, datum, plaats en deelnemende organisaties van deze regiosessie.",
    header_column_only=True,
)

_DECISIONS = (
    (
        "B1",
        "De regio werkt met één vast aanspreekpunt kind per opvanglocatie. De opvang regelt dit en "
        "de gemeente neemt het op in de gesprekken over de opdracht.",
        "7, MO norm 11",
        "Gemeente, Opvang VO, Opvang MO",
    ),
    (
        "B2",
        "De deelnemers gebruiken de norm over het ondersteuningsplan expliciet in de opdracht voor "
        "2028. De vorm van het plan blijft aan de professional.",
        "7, MO norm 8",
        "Gemeente, Opvang MO",
    ),
    (
        "B3",
        "De cijfers over kinderen worden elk jaar op 1 oktober geteld met de omschrijving van het "
        "onderzoek uit 2020.",
        "6",
        "Allen",
    ),
    (
        "B4",
        "Er is geen besluit genomen over traumabehandeling; dit punt blijft openstaan.",
        "7",
        "-",
    ),
)

_ACTIONS = (
    (
        "A01",
        "Per locatie een aanspreekpunt kind aanwijzen en de namen van de functies delen met het "
        "jeugdteam.",
        "MO 11, VO 4.2",
        "Teamleider, Opvang De Haven",
        "Jaar 1, juni 2027",
        "Elke locatie heeft een aanspreekpunt; het jeugdteam kent de lijst.",
        "Afgesproken",
        "Open",
    ),
    (
        "A02",
        "Een werkwijze voor de warme overdracht bij vertrek uit de opvang maken en op twee "
        "locaties proberen.",
        "MO 11a",
        "Kwaliteitsmedewerker, Stichting Onderdak",
        "Jaar 1, oktober 2027",
        "Tien overdrachten zijn samen met school en ouder besproken.",
        "Afgesproken",
        "Open",
    ),
    (
        "A03",
        "Uitzoeken hoeveel kinderen in de opvang geen eigen ondersteuningsplan hebben.",
        "MO 8, VO 2.3",
        "Beleidsmedewerker, gemeente Voorbeeldstad",
        "Jaar 1, december 2027",
        "Er ligt een telling met peildatum en omschrijving.",
        "Afgesproken",
        "Open",
    ),
    (
        "A04",
        "Kinderen vragen wat zij van de woonruimte en het buiten spelen vinden, en de uitkomst "
        "bespreken met de bewonersraad.",
        "MO 2, VO 1.3",
        "Ervaringsdeskundige, Cliëntenraad Onderdak",
        "Jaar 2, maart 2028",
        "De wensen van kinderen staan in het jaarplan van beide organisaties.",
        "Voorstel",
        "Open",
    ),
    (
        "A05",
        "Afspraken maken over snelle verwijzing naar traumabehandeling, met een maximum aan de "
        "wachttijd die de regio aanvaardbaar vindt.",
        "MO 9b",
        "Accountmanager jeugdhulp, gemeente Rivierdorp",
        "Jaar 2, september 2028",
        "De samenwerkingsovereenkomst is getekend.",
        "Nog voor te leggen aan: bestuurlijk overleg",
        "Open",
    ),
    (
        "A06",
        "Scholing in traumasensitief werken voor alle vaste medewerkers, met een terugkomdag.",
        "MO 9a, VO 3.1",
        "HR-adviseur, Opvang De Haven",
        "Jaar 3, juni 2029",
        "Nieuwe medewerkers volgen de scholing in het eerste half jaar.",
        "Voorstel",
        "Open",
    ),
)

_PICTURES = (
    ("MO 1", "Eerste contactmoment met elk kind", "Grotendeels", "Grotendeels", "Gedeeld beeld"),
    ("MO 2", "Kindvriendelijk verblijf", "Een begin", "Grotendeels", "Beeld verschilt"),
    ("MO 6", "Deskundige medewerkers", "Grotendeels", "Ja, en geborgd", "Gedeeld beeld"),
    ("MO 8", "Ondersteuningsplan voor het kind", "Een begin", "Een begin", "Gedeeld beeld"),
    ("MO 9", "Traumasensitief werken", "Nog niet", "Een begin", "Nog open"),
    ("MO 11", "Samenwerking in de keten", "Een begin", "Grotendeels", "Beeld verschilt"),
    ("VO 1.1", "Risico's inschatten", "Grotendeels", "Ja, en geborgd", "Gedeeld beeld"),
    ("VO 1.3", "Zo normaal mogelijk wonen", "Grotendeels", "Grotendeels", "Gedeeld beeld"),
    ("VO 2.3", "Plan samen met het kind", "Weten we nog niet", "Een begin", "Nog open"),
    ("VO 3.1", "Kennis van trauma bij kinderen", "Een begin", "Grotendeels", "Beeld verschilt"),
    ("VO 4.2", "Afspraken met ketenpartners", "Een begin", "Een begin", "Gedeeld beeld"),
)  # fmt: skip

_ATTENDANCE = (
    ("Gemeente Voorbeeldstad", "Beleidsadviseur maatschappelijke opvang", "Gemeente", "Aanwezig"),
    ("Gemeente Voorbeeldstad", "Contractmanager jeugdhulp", "Gemeente", "Aanwezig"),
    ("Gemeente Rivierdorp", "Accountmanager jeugdhulp", "Gemeente", "Aanwezig"),
    ("Opvang De Haven", "Teamleider kind en gezin", "Opvang VO", "Aanwezig"),
    ("Opvang De Haven", "HR-adviseur", "Opvang VO", "Aanwezig"),
    ("Stichting Onderdak", "Kwaliteitsmedewerker", "Opvang MO", "Aanwezig"),
    ("Stichting Onderdak", "Begeleider gezinslocatie", "Opvang MO", "Aanwezig"),
    ("Veilig Thuis", "Aandachtsfunctionaris", "Ketenpartners", "Aanwezig"),
    ("Jeugdteam Voorbeeldstad", "Jeugdconsulent", "Ketenpartners", "Aanwezig vanaf 14.10 uur"),
    ("Jeugdgezondheidszorg", "Jeugdarts", "Ketenpartners", "Afwezig met bericht"),
    ("Cliëntenraad Onderdak", "Ervaringsdeskundige", "Ervaringsdeskundigen", "Aanwezig"),
)


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
                for number, text, *_ in _DECISIONS[:3]
            ),
            Paragraph("De acties voor het eerste jaar:"),
            Bullets(tuple(f"{a[0]}: {a[1]} Trekker: {a[3]}." for a in _ACTIONS[:3])),
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
                Paragraph(_DECISIONS[2][1], "Besluit B3", Role.DECISION),
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
                Paragraph(_DECISIONS[1][1], "Besluit B2", Role.DECISION),
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
                Paragraph(_DECISIONS[0][1], "Besluit B1", Role.DECISION),
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
            _PICTURES,
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
                    _DECISIONS,
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
                    _ACTIONS,
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
                    _ATTENDANCE,
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
        sections=(Section("Gegevens", (_FACTS,)), _summary(), *_agenda(), *_lists()),
        fields=(("datum", "12 maart 2027"), ("regio", "Voorbeeld")),
    )
