"""The two made-up frameworks of the tiny content."""

from __future__ import annotations

from guide.content_models import (
    Element,
    Footnote,
    Framework,
    Norm,
    Remark,
    Sector,
    Source,
    Theme,
)


def made_up_source(document: str, section: str, norm: str = "") -> Source:
    """A place in one of the made-up documents: rapport-vo, rapport-mo or onderzoek."""
    return Source(document=document, section=section, norm=norm)


def framework_vo() -> Framework:
    """Two indicators with norms 1.1, 1.2 (two dash items) and 4.1 (keten)."""
    return Framework(
        id="vo-2019",
        title="Voorbeeldkader vrouwenopvang",
        short="VO 2019",
        sector=Sector.VO,
        theme_word="indicator",
        version="1.0",
        date="2019-04-05",
        source=made_up_source("rapport-vo", "§2"),
        remarks=(
            Remark(
                id="vo-andere-nummers",
                title="Het keurmerk heeft andere nummers",
                text="De nummers in het keurmerk zijn anders dan in dit kader.",
            ),
        ),
        themes=(
            Theme(
                id="vo-i1",
                number="1",
                title="Veiligheid en deskundigheid",
                goal="Elk kind is veilig en krijgt hulp van mensen die weten wat ze doen.",
                child_voice="Waardoor voelt een kind zich hier veilig?",
                who_tells="Wie vertelt ons of kinderen zich veilig voelen?",
                norms=(_norm_vo_1_1(), _norm_vo_1_2()),
                source=made_up_source("rapport-vo", "§2.1"),
            ),
            Theme(
                id="vo-i2",
                number="4",
                title="Samenwerken in de keten",
                goal="Partners werken samen rond het kind.",
                child_voice="Wat merkt een kind van de samenwerking?",
                who_tells="Wie vertelt ons hoe kinderen de overgang beleven?",
                chain=True,
                norms=(_norm_vo_4_1(),),
                source=made_up_source("rapport-vo", "§2.4"),
            ),
        ),
    )


def _norm_vo_1_1() -> Norm:
    return Norm(
        id="vo-1.1",
        number="1.1",
        title="De opvang kijkt per kind naar de veiligheid",
        explanation="Binnen 72 uur maakt de opvang per kind een taxatie van het risico.",
        footnotes=(Footnote(number="2", text="Een taxatie gebeurt met een vast instrument."),),
        source=made_up_source("rapport-vo", "§2.1", "1.1"),
    )


def _norm_vo_1_2() -> Norm:
    return Norm(
        id="vo-1.2",
        number="1.2",
        title="Medewerkers zijn opgeleid en geregistreerd",
        explanation="Wie kinderen begeleidt, staat in een register en volgt scholing.",
        elements_intro="Denk aan:",
        elements=(
            Element(
                id="vo-1.2-1",
                label="1",
                text="Begeleiders van kinderen hebben een SKJ-registratie.",
            ),
            Element(
                id="vo-1.2-2",
                label="2",
                text="Elk jaar is er scholing over trauma bij kinderen.",
                footnotes=(Footnote(number="3", text="De scholing mag ook samen met partners."),),
            ),
        ),
        terms=("def-skj",),
        source=made_up_source("rapport-vo", "§2.1", "1.2"),
    )


def _norm_vo_4_1() -> Norm:
    return Norm(
        id="vo-4.1",
        number="4.1",
        title="Partners dragen een kind samen over",
        explanation="Bij vertrek is er een warme overdracht naar het lokale team.",
        chain=True,
        terms=("def-warme-overdracht",),
        neighbours=("mo-8",),
        source=made_up_source("rapport-vo", "§2.4", "4.1"),
    )


def framework_mo() -> Framework:
    """Two themes with norms 1, 2 and 8 (a and b)."""
    return Framework(
        id="mo-2022",
        title="Voorbeeldkader maatschappelijke opvang",
        short="MO 2022",
        sector=Sector.MO,
        theme_word="thema",
        version="1.0",
        date="2022-12-09",
        source=made_up_source("rapport-mo", "§3.4"),
        themes=(
            Theme(
                id="mo-t1",
                number="1",
                title="Welkom en verblijf",
                goal="Een kind voelt zich vanaf de eerste dag gezien.",
                child_voice="Waaraan merkt een kind dat het welkom is?",
                who_tells="Wie vraagt kinderen hoe de eerste dag was?",
                norms=(_norm_mo_1(), _norm_mo_2()),
                source=made_up_source("rapport-mo", "§3.4"),
            ),
            Theme(
                id="mo-t2",
                number="2",
                title="Een plan voor elk kind",
                goal="Elk kind krijgt de steun die het nodig heeft.",
                child_voice="Wat vindt een kind van zijn eigen plan?",
                who_tells="Wie vertelt ons wat kinderen van hun plan vinden?",
                norms=(_norm_mo_8(),),
                source=made_up_source("rapport-mo", "§3.4"),
            ),
        ),
    )


def _norm_mo_1() -> Norm:
    return Norm(
        id="mo-1",
        number="1",
        title="Elk kind krijgt een warm welkom",
        explanation="Bij de start praat iemand met het kind zelf.",
        source=made_up_source("rapport-mo", "§3.4", "1"),
    )


def _norm_mo_2() -> Norm:
    return Norm(
        id="mo-2",
        number="2",
        title="Kinderen wonen zo gewoon mogelijk",
        explanation="Er is plek om te spelen, te leren en je terug te trekken.",
        neighbours=("vo-1.1",),
        source=made_up_source("rapport-mo", "§3.4", "2"),
    )


def _norm_mo_8() -> Norm:
    return Norm(
        id="mo-8",
        number="8",
        title="Er is een plan voor elk kind",
        explanation="Elk kind heeft een eigen ondersteuningsplan over alle delen van het leven.",
        elements_intro="Bij het plan hoort:",
        elements=(
            Element(
                id="mo-8a",
                label="a",
                text="Het plan past bij de leeftijd van het kind.",
                footnotes=(Footnote(number="7", text="De ouder blijft verantwoordelijk."),),
            ),
            Element(id="mo-8b", label="b", text="Het kind praat mee over het eigen plan."),
        ),
        footnotes=(Footnote(number="6", text="Broers en zussen hebben elk een eigen plan."),),
        terms=("def-verwijsindex",),
        source=made_up_source("rapport-mo", "§3.4", "8"),
    )
