"""The made-up library items of the tiny content."""

from __future__ import annotations

from guide.content_models import (
    Amount,
    LibraryItem,
    LibraryKind,
    Point,
    Sector,
    SuggestedAction,
)
from tests.tiny_frameworks import made_up_source


def library() -> tuple[LibraryItem, ...]:
    """One item of every kind, and three definitions."""
    return (
        *_definitions(),
        LibraryItem(
            id="example-tuin",
            kind=LibraryKind.EXAMPLE,
            title="Samen in de tuin",
            text="Een locatie maakte met kinderen een moestuin.",
            also=("natuur",),
            sectors=(Sector.MO,),
            norms=("mo-1", "mo-8"),
            points=(Point(text="De kinderen kozen zelf de planten."),),
            caveat="Niemand heeft gemeten wat dit oplevert.",
            source=made_up_source("rapport-mo", "§5.1"),
        ),
        _precondition(),
        LibraryItem(
            id="recommendation-samen",
            kind=LibraryKind.RECOMMENDATION,
            title="Maak samen afspraken",
            text="Gemeenten en opvang leggen afspraken over kinderen vast.",
            norms=("vo-4.1",),
            source=made_up_source("onderzoek", "§4"),
        ),
        LibraryItem(
            id="research-aantallen",
            kind=LibraryKind.RESEARCH,
            title="Aantal kinderen in de opvang",
            text="Het onderzoek vroeg gemeenten naar aantallen.",
            amounts=(
                Amount(label="Kinderen in de VO", value=3019, unit="kinderen"),
                Amount(label="Gemeenten met een antwoord", value=20, base="20 van 29"),
            ),
            caveat="De definities verschillen per gemeente.",
            source=made_up_source("onderzoek", "§2A"),
        ),
        LibraryItem(
            id="right-mening",
            kind=LibraryKind.RIGHT,
            title="Recht om gehoord te worden",
            text="Een kind mag zeggen wat het vindt. Volwassenen luisteren daarnaar.",
            norms=("mo-8b",),
            source=made_up_source("rapport-mo", "§7.4"),
        ),
        LibraryItem(
            id="phase-acuut",
            kind=LibraryKind.PHASE,
            title="Acute fase",
            text="De eerste dagen in de opvang.",
            source=made_up_source("onderzoek", "§2B"),
        ),
        LibraryItem(
            id="background-doel",
            kind=LibraryKind.BACKGROUND,
            title="Waarom er een normenkader is",
            text="Het kader geeft richting en een gedeelde taal.",
            themes=("mo-t1", "vo-i1"),
            source=made_up_source("rapport-mo", "§1.2"),
        ),
        LibraryItem(
            id="development-keurmerk",
            kind=LibraryKind.DEVELOPMENT,
            title="Keurmerk voor de vrouwenopvang",
            text="Later kwam er een keurmerk met andere nummers.",
            sectors=(Sector.VO,),
            norms=("vo-1.2",),
            certainty="Zeker, in 2024.",
            source=made_up_source("onderzoek", "eigen speurwerk"),
        ),
        LibraryItem(
            id="guide-opzet",
            kind=LibraryKind.GUIDE,
            title="Opzet van de gespreksleidraad",
            text="De leidraad heeft een vaste volgorde.",
            source=made_up_source("onderzoek", "§5"),
        ),
    )


def _definitions() -> tuple[LibraryItem, ...]:
    return (
        LibraryItem(
            id="def-warme-overdracht",
            kind=LibraryKind.DEFINITION,
            title="Warme overdracht",
            text="De oude en de nieuwe hulpverlener spreken samen met het gezin over wat nodig is.",
            also=("overdragen",),
            source=made_up_source("rapport-mo", "bijlage 4.3"),
        ),
        LibraryItem(
            id="def-skj",
            kind=LibraryKind.DEFINITION,
            title="SKJ",
            text="Stichting Kwaliteitsregister Jeugd: het beroepsregister voor jeugdprofessionals.",
            also=("kwaliteitsregister", "jeugdregister"),
            source=made_up_source("rapport-vo", "bijlage 4.3"),
        ),
        LibraryItem(
            id="def-verwijsindex",
            kind=LibraryKind.DEFINITION,
            title="Verwijsindex",
            text="Een landelijk systeem waarin hulpverleners zien dat ook een ander hulp geeft.",
            source=made_up_source("rapport-vo", "bijlage 4.3"),
        ),
    )


def _precondition() -> LibraryItem:
    return LibraryItem(
        id="precondition-kennis",
        kind=LibraryKind.PRECONDITION,
        title="Kennis van kinderen in de opvang",
        text="Medewerkers weten wat kinderen in de opvang nodig hebben.",
        sectors=(Sector.VO, Sector.MO),
        norms=("mo-8",),
        actions=(
            SuggestedAction(
                id="rva-scholing",
                text="Organiseer samen scholing over praten met kinderen.",
                level="regionaal",
                initiative="Gemeente",
                norms=("mo-8", "vo-1.2"),
            ),
            SuggestedAction(
                id="rva-informatie",
                text="Maak informatie voor nieuwe medewerkers.",
                level="organisatie",
                initiative="Opvang",
                norms=("vo-1.1",),
            ),
        ),
        source=made_up_source("rapport-vo", "bijlage 4.4"),
    )
