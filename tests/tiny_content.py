"""A small made-up Content that is valid in every way, for tests of anything that reads content.

Two frameworks (VO and MO) with two themes and three norms each, an agenda with one step of every
kind, every kind of library item, follow-ups, perspectives and wording. All texts are invented.
"""

from __future__ import annotations

from functools import lru_cache

from guide.content_models import (
    Agenda,
    AgendaItem,
    Content,
    CountDefinition,
    Document,
    FollowUp,
    Perspective,
    QuickAnswer,
    ScaleStep,
    Sector,
    Step,
    StepKind,
    Wording,
)
from tests.tiny_frameworks import framework_mo, framework_vo, made_up_source
from tests.tiny_library import library

BOTH = (Sector.VO, Sector.MO)


@lru_cache(maxsize=1)
def tiny_content() -> Content:
    """The whole made-up content; frozen, so every test may share it."""
    return Content(
        documents=DOCUMENTS,
        frameworks=(framework_vo(), framework_mo()),
        agendas=(_agenda(),),
        library=library(),
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


def _agenda() -> Agenda:
    return Agenda(
        id="voorbeeldagenda",
        title="Voorbeeldagenda",
        version="1.0",
        source=made_up_source("onderzoek", "§5"),
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
        (StepKind.LOOK_BACK, "Terugblik", "Wat is er van deze afspraak geworden?"),
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
        (StepKind.FOLLOW_UP, "Vervolg", "Wanneer zien jullie elkaar weer?"),
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
