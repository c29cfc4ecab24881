"""A small made-up Content that is valid in every way, for tests of anything that reads content.

Two frameworks (VO and MO) with two themes and three norms each, an agenda with one step of every
kind, every kind of library item, follow-ups, perspectives and wording. All texts are invented.
"""

from __future__ import annotations

from functools import lru_cache

from guide.content_models import (
    Agenda,
    AgendaItem,
    Amount,
    Content,
    CountDefinition,
    Document,
    Element,
    FollowUp,
    Footnote,
    Framework,
    LibraryItem,
    LibraryKind,
    Norm,
    Perspective,
    Point,
    QuickAnswer,
    Remark,
    ScaleStep,
    Sector,
    Source,
    Step,
    StepKind,
    SuggestedAction,
    Theme,
    Wording,
)

BOTH = (Sector.VO, Sector.MO)


@lru_cache(maxsize=1)
def tiny_content() -> Content:
    """The whole made-up content; frozen, so every test may share it."""
    return Content(
        documents=DOCUMENTS,
        frameworks=(_framework_vo(), _framework_mo()),
        agendas=(_agenda(),),
        library=_library(),
        perspectives=PERSPECTIVES,
        follow_ups=FOLLOW_UPS,
        wording=_wording(),
    )


DOCUMENTS = (
    Document(id="rapport-vo", title="Rapport voorbeeld VO", maker="Voorbeeldbureau", date="2019"),
    Document(id="rapport-mo", title="Rapport voorbeeld MO", maker="Voorbeeldbureau", date="2022"),
    Document(id="onderzoek", title="Onderzoek voorbeeld", maker="Voorbeeldbureau", date="2020"),
)

PERSPECTIVES = (
    Perspective(
        id="gemeente",
        label="Gemeente",
        short="Gem.",
        symbol="●",
        aliases=("gemeente", "centrumgemeente", "gem"),
        judges=BOTH,
    ),
    Perspective(
        id="opvang-vo",
        label="Opvang VO",
        short="VO",
        symbol="▲",
        aliases=("vo", "vrouwenopvang"),
        sectors=(Sector.VO,),
        judges=(Sector.VO,),
    ),
    Perspective(
        id="opvang-mo",
        label="Opvang MO",
        short="MO",
        symbol="■",
        aliases=("mo", "maatschappelijke opvang"),
        sectors=(Sector.MO,),
        judges=(Sector.MO,),
    ),
    Perspective(
        id="keten",
        label="Ketenpartners",
        short="Keten",
        symbol="◆",
        aliases=("keten", "veilig thuis", "vt"),
        judges=BOTH,
    ),
    Perspective(
        id="ervaring",
        label="Ervaringsdeskundigen",
        short="Ervaring",
        symbol="★",
        aliases=("ervaring", "ed", "cliënten"),
        judges=BOTH,
    ),
)


def _in(document: str, section: str, norm: str = "") -> Source:
    return Source(document=document, section=section, norm=norm)


def _framework_vo() -> Framework:
    return Framework(
        id="vo-2019",
        title="Voorbeeldkader vrouwenopvang",
        short="VO 2019",
        sector=Sector.VO,
        theme_word="indicator",
        version="1.0",
        date="2019-04-05",
        source=_in("rapport-vo", "§2"),
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
                source=_in("rapport-vo", "§2.1"),
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
                source=_in("rapport-vo", "§2.4"),
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
        source=_in("rapport-vo", "§2.1", "1.1"),
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
        source=_in("rapport-vo", "§2.1", "1.2"),
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
        source=_in("rapport-vo", "§2.4", "4.1"),
    )


def _framework_mo() -> Framework:
    return Framework(
        id="mo-2022",
        title="Voorbeeldkader maatschappelijke opvang",
        short="MO 2022",
        sector=Sector.MO,
        theme_word="thema",
        version="1.0",
        date="2022-12-09",
        source=_in("rapport-mo", "§3.4"),
        themes=(
            Theme(
                id="mo-t1",
                number="1",
                title="Welkom en verblijf",
                goal="Een kind voelt zich vanaf de eerste dag gezien.",
                child_voice="Waaraan merkt een kind dat het welkom is?",
                who_tells="Wie vraagt kinderen hoe de eerste dag was?",
                norms=(_norm_mo_1(), _norm_mo_2()),
                source=_in("rapport-mo", "§3.4"),
            ),
            Theme(
                id="mo-t2",
                number="2",
                title="Een plan voor elk kind",
                goal="Elk kind krijgt de steun die het nodig heeft.",
                child_voice="Wat vindt een kind van zijn eigen plan?",
                who_tells="Wie vertelt ons wat kinderen van hun plan vinden?",
                norms=(_norm_mo_8(),),
                source=_in("rapport-mo", "§3.4"),
            ),
        ),
    )


def _norm_mo_1() -> Norm:
    return Norm(
        id="mo-1",
        number="1",
        title="Elk kind krijgt een warm welkom",
        explanation="Bij de start praat iemand met het kind zelf.",
        source=_in("rapport-mo", "§3.4", "1"),
    )


def _norm_mo_2() -> Norm:
    return Norm(
        id="mo-2",
        number="2",
        title="Kinderen wonen zo gewoon mogelijk",
        explanation="Er is plek om te spelen, te leren en je terug te trekken.",
        neighbours=("vo-1.1",),
        source=_in("rapport-mo", "§3.4", "2"),
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
        source=_in("rapport-mo", "§3.4", "8"),
    )


def _agenda() -> Agenda:
    return Agenda(
        id="voorbeeldagenda",
        title="Voorbeeldagenda",
        version="1.0",
        source=_in("onderzoek", "§5"),
        minutes_note="De minuten zijn een eigen voorstel.",
        ground_rules=("Wij laten elkaar uitpraten.", "Wij noemen geen namen."),
        privacy_line="Noem geen namen, casussen of adressen.",
        items=(
            AgendaItem(id="opening", title="Opening", minutes=15, steps=_steps("opening")),
            AgendaItem(id="beelden", title="Beelden", minutes=90, steps=_steps("beelden")),
            AgendaItem(id="afspraken", title="Afspraken", minutes=60, steps=_steps("afspraken")),
        ),
    )


# Item -> (step kind, title, question for the room). The step id is 'stap-' + the kind.
STEPS: dict[str, tuple[tuple[StepKind, str, str], ...]] = {
    "opening": (
        (StepKind.SAY, "Welkom", "Welkom bij deze regiosessie."),
        (StepKind.ATTEND, "Wie zijn er?", "Wie zijn er vandaag?"),
        (StepKind.SHOW, "Uitkomsten", "Wat kwam er uit het onderzoek?"),
        (StepKind.ASK, "Verwachting", "Wat hoopt u vandaag mee te nemen?"),
        (StepKind.COUNT, "Aantallen", "Hoeveel kinderen verblijven er in de opvang?"),
    ),
    "beelden": (
        (StepKind.THEMES, "Thema's", "Hoe kijken we naar dit thema?"),
        (StepKind.CHOOSE, "Kiezen", "Welke normen bespreken we?"),
        (StepKind.NORMS, "Normen", "In hoeverre herkennen we deze norm?"),
    ),
    "afspraken": (
        (StepKind.PICK, "Top drie", "Welke drie vindt u het belangrijkst?"),
        (StepKind.WEIGH, "Wegen", "Wat maakt dit belangrijk?"),
        (StepKind.PRIORITISE, "Prioriteiten", "Wat zetten we voorop?"),
        (StepKind.USE, "Opdracht", "Hoe komt dit in de opdracht?"),
        (StepKind.AGREE, "Acties", "Wie doet wat, en wanneer?"),
        (StepKind.CHECK_OUT, "Afronden", "Klopt alles wat we hebben afgesproken?"),
    ),
}


def _steps(item: str) -> tuple[Step, ...]:
    return tuple(
        Step(
            id=f"stap-{kind.value.replace('_', '-')}",
            kind=kind,
            title=title,
            question=question,
            subline="We geven samen een beeld.",
            script=(f"We gaan nu verder met: {title.lower()}.",),
            help="Neem de tijd.",
            quick_answers=_quick_answers(kind),
            hear_everyone=kind is StepKind.ASK,
            library=("research-aantallen",) if kind is StepKind.SHOW else (),
        )
        for kind, title, question in STEPS[item]
    )


def _quick_answers(kind: StepKind) -> tuple[QuickAnswer, ...]:
    if kind is not StepKind.ASK:
        return ()
    return (QuickAnswer(label="Niemand", note="Niemand heeft iets toe te voegen."),)


FOLLOW_UPS = (
    FollowUp(
        id="pictures-differ-norms",
        when="pictures-differ",
        at=(StepKind.NORMS,),
        say="De beelden verschillen. Laat eerst {first} vertellen, dan {last}.",
    ),
    FollowUp(
        id="perspective-not-heard-ask",
        when="perspective-not-heard",
        at=(StepKind.ASK,),
        say="Nog niet gehoord: {perspectives}.",
    ),
    FollowUp(
        id="action-without-owner",
        when="action-without-owner",
        say="De actie ‘{action}’ heeft nog geen trekker. Wie neemt dit op zich?",
    ),
    FollowUp(
        id="action-without-date",
        when="action-without-date",
        at=(StepKind.AGREE, StepKind.CHECK_OUT),
        say="De actie ‘{action}’ heeft nog geen datum.",
    ),
    FollowUp(
        id="parked-open",
        when="parked-open",
        at=(StepKind.CHECK_OUT,),
        say="Nog open op de parkeerlijst: {count}.",
    ),
)


def _library() -> tuple[LibraryItem, ...]:
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
            source=_in("rapport-mo", "§5.1"),
        ),
        _precondition(),
        LibraryItem(
            id="recommendation-samen",
            kind=LibraryKind.RECOMMENDATION,
            title="Maak samen afspraken",
            text="Gemeenten en opvang leggen afspraken over kinderen vast.",
            norms=("vo-4.1",),
            source=_in("onderzoek", "§4"),
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
            source=_in("onderzoek", "§2A"),
        ),
        LibraryItem(
            id="right-mening",
            kind=LibraryKind.RIGHT,
            title="Recht om gehoord te worden",
            text="Een kind mag zeggen wat het vindt. Volwassenen luisteren daarnaar.",
            norms=("mo-8b",),
            source=_in("rapport-mo", "§7.4"),
        ),
        LibraryItem(
            id="phase-acuut",
            kind=LibraryKind.PHASE,
            title="Acute fase",
            text="De eerste dagen in de opvang.",
            source=_in("onderzoek", "§2B"),
        ),
        LibraryItem(
            id="background-doel",
            kind=LibraryKind.BACKGROUND,
            title="Waarom er een normenkader is",
            text="Het kader geeft richting en een gedeelde taal.",
            themes=("mo-t1", "vo-i1"),
            source=_in("rapport-mo", "§1.2"),
        ),
        LibraryItem(
            id="development-keurmerk",
            kind=LibraryKind.DEVELOPMENT,
            title="Keurmerk voor de vrouwenopvang",
            text="Later kwam er een keurmerk met andere nummers.",
            sectors=(Sector.VO,),
            norms=("vo-1.2",),
            certainty="Zeker, in 2024.",
            source=_in("onderzoek", "eigen speurwerk"),
        ),
        LibraryItem(
            id="guide-opzet",
            kind=LibraryKind.GUIDE,
            title="Opzet van de gespreksleidraad",
            text="De leidraad heeft een vaste volgorde.",
            source=_in("onderzoek", "§5"),
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
            source=_in("rapport-mo", "bijlage 4.3"),
        ),
        LibraryItem(
            id="def-skj",
            kind=LibraryKind.DEFINITION,
            title="SKJ",
            text="Stichting Kwaliteitsregister Jeugd: het beroepsregister voor jeugdprofessionals.",
            also=("kwaliteitsregister", "jeugdregister"),
            source=_in("rapport-vo", "bijlage 4.3"),
        ),
        LibraryItem(
            id="def-verwijsindex",
            kind=LibraryKind.DEFINITION,
            title="Verwijsindex",
            text="Een landelijk systeem waarin hulpverleners zien dat ook een ander hulp geeft.",
            source=_in("rapport-vo", "bijlage 4.3"),
        ),
    )


def _precondition() -> LibraryItem:
    return LibraryItem(
        id="precondition-kennis",
        kind=LibraryKind.PRECONDITION,
        title="Kennis van kinderen in de opvang",
        text="Medewerkers weten wat kinderen in de opvang nodig hebben.",
        sectors=BOTH,
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
        source=_in("rapport-vo", "bijlage 4.4"),
    )


def _wording() -> Wording:
    return Wording(
        judge_question="In hoeverre herkennen we deze norm in de praktijk?",
        judge_subline="We geven samen een beeld. Dit is geen controle.",
        theme_question="In hoeverre herkennen we dit thema in de praktijk?",
        own_words_notice="De normen staan hier in eigen woorden. Het brondocument geldt.",
        scale=(
            ScaleStep(value="not-yet", label="Nog niet", text="Dit gebeurt nog niet."),
            ScaleStep(value="beginning", label="Een begin", text="Het gebeurt soms."),
            ScaleStep(value="mostly", label="Grotendeels", text="Het gebeurt meestal."),
            ScaleStep(value="assured", label="Ja, en geborgd", text="Het gebeurt altijd."),
            ScaleStep(value="unknown", label="Weten we nog niet", text="Wie zoekt dit uit?"),
            ScaleStep(value="not-applicable", label="Geldt hier niet", text="Waarom niet?"),
            ScaleStep(value="not-discussed", label="Niet besproken", text="Nog niet aan de beurt."),
        ),
        count_definitions=(
            CountDefinition(id="telling-eigen", label="Eigen telling", text="Een eigen telling."),
            CountDefinition(id="telling-kader", label="Kader", text="De telling van het kader."),
        ),
        weigh_questions=(
            ("child-interest", "Waar wordt het kind beter van?"),
            ("feasible", "Is dit haalbaar binnen 1 tot 3 jaar?"),
            ("influence", "Hebben wij hier invloed op?"),
            ("asks", "Wat vraagt het, en van wie?"),
        ),
        minutes_disclaimer="Dit verslag is geen controle en geen oordeel.",
    )
