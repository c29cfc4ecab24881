"""The rows of the tables in the sample minutes; functions and organisations are invented."""

from __future__ import annotations

from guide.minutes.model import Column, Table

FACTS = Table(
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

DECISIONS = (
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

ACTIONS = (
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

PICTURES = (
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

ATTENDANCE = (
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
