"""Session -> empty forms to fill in by pen: pictures per norm, priorities, actions and decisions.

The same norms, words and fields as on the screen. One form per page, to copy and hand out; what
was recorded is not in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from guide.agenda import target_label, target_title
from guide.content_models import Norm, Perspective, Theme
from guide.judgements import chosen_norms, judging, session_themes
from guide.minutes.model import (
    Block,
    Bullets,
    Column,
    Minutes,
    Paragraph,
    Role,
    Section,
    Table,
    WritingLines,
)
from guide.minutes.words import target_name
from guide.models import ANSWERS, Commissioning, Exactness, Mandate, PictureOutcome
from guide.papers import paper
from guide.plain_text import one_line
from guide.roadmap import priorities
from guide.session import Session
from guide.set_up import perspectives, sectors

_BOX = "☐"
_LINES_OF_A_LIST = 8
_STATUS = "Leeg, om met de pen in te vullen"
_USE = (
    "Kopieer een formulier zo vaak als nodig. Eén formulier per norm, prioriteit of actie.",
    "Zet per perspectief één kruisje. Een perspectief dat er niet is, blijft leeg.",
    "Neem na afloop alles over in de gids, in dezelfde volgorde en met dezelfde nummers.",
    "Vernietig de formulieren als het verslag is vastgesteld.",
)


def make_empty_forms(session: Session) -> Minutes:
    """The forms for this session: its own norms, themes and perspectives."""
    sections = (
        _explanation(session),
        _count(session),
        _quick_round(session),
        *_norms(session),
        _priority(session),
        _action(session),
        _lists(),
    )
    return paper(session, "Invulformulieren", _STATUS, sections)


def _explanation(session: Session) -> Section:
    wording = session.script.wording
    scale = {step.value: step.text for step in wording.scale}
    meanings = (f"{value.label}: {scale.get(value.value, '')}".rstrip(": ") for value in ANSWERS)
    return Section(
        "Zo gebruikt u deze formulieren",
        (
            Paragraph(
                session.script.agenda.privacy_line, "Afspraak bij dit gesprek", Role.DECISION
            ),
            Bullets(_USE),
            Paragraph("Wat de antwoorden betekenen:"),
            Bullets(tuple(meanings)),
            Paragraph(wording.own_words_notice, role=Role.REMARK),
        ),
    )


def _form(title: str, blocks: Iterable[Block]) -> Section:
    return Section(title, tuple(blocks), new_page=True)


def _ticks(labels: Iterable[str], label: str) -> Paragraph:
    # A box stays on the line of its word.
    return Paragraph("   ".join("\u00a0".join((_BOX, *each.split())) for each in labels), label)


def _tick_table(names: Sequence[str], first: str, description: str) -> Table:
    """A row per name and a column per answer, each with a box to tick."""
    columns = (Column(first, 2.5), *(Column(value.label, 1.0) for value in ANSWERS))
    rows = tuple((name, *(_BOX for _ in ANSWERS)) for name in names)
    return Table(columns, rows, description)


def _count(session: Session) -> Section:
    blocks: list[Block] = []
    for sector in sectors(session):
        blocks += (
            WritingLines(f"Aantal kinderen in de {sector.label}"),
            _ticks((each.label for each in Exactness), "Exact of geschat"),
        )
    definitions = session.script.wording.count_definitions
    blocks += (
        _ticks((each.label for each in definitions), "Wie telt mee"),
        WritingLines("Peildatum of periode"),
        WritingLines("Bron"),
        WritingLines("Toelichting", 4),
    )
    return _form("Aantal kinderen", blocks)


def _quick_round(session: Session) -> Section:
    themes = [target_name(session, theme.id) for theme in session_themes(session)]
    table = _tick_table(themes, "Thema", "De thema’s met per antwoord een vakje om aan te kruisen.")
    question = Paragraph(session.script.wording.theme_question)
    blocks = (question, WritingLines("Perspectief"), table, WritingLines("Toelichting", 4))
    return _form("Snelle ronde langs de thema’s", blocks)


def _norms(session: Session) -> Iterator[Section]:
    """A form per chosen norm, and the child's voice after the norms of each theme."""
    chosen = chosen_norms(session)
    if not chosen:
        yield _form("Norm", _norm_fields(session, None, perspectives(session)))
        yield _form("Stem van het kind", _child_fields(None))
    for theme in session_themes(session):
        norms = [norm for norm in theme.norms if norm.id in chosen]
        for norm in norms:
            fields = _norm_fields(session, norm, judging(session, norm.id))
            yield _form(target_name(session, norm.id), fields)
        if norms:
            title = f"Stem van het kind: {target_label(session, theme.id)}"
            yield _form(title, (Paragraph(target_title(session, theme.id)), *_child_fields(theme)))


def _norm_fields(
    session: Session, norm: Norm | None, asked: Sequence[Perspective]
) -> Iterator[Block]:
    if norm is None:
        yield WritingLines("Nummer en titel van de norm")
    else:
        yield Paragraph(norm.explanation)
        if norm.elements:
            yield Paragraph("\n".join(f"{each.label}. {each.text}" for each in norm.elements))
    yield Paragraph(session.script.wording.judge_question, "Vraag", Role.DECISION)
    names = [one_line(each.label, 60) for each in asked]
    yield _tick_table(names, "Perspectief", "Per perspectief de antwoorden om aan te kruisen.")
    yield from (WritingLines(f"Toelichting {name}") for name in names)
    yield _ticks((each.label for each in PictureOutcome), "Hoe eindigt dit gesprek")
    yield _ticks((value.label for value in ANSWERS), "Welk beeld delen jullie")
    yield WritingLines("De verhalen achter het beeld", 2)
    yield WritingLines("Wat gaat al goed")
    if norm is None or norm.chain:
        yield WritingLines("Wie is aan zet")


def _child_fields(theme: Theme | None) -> Iterator[Block]:
    if theme is None:
        yield WritingLines("Thema")
    for question, asked in (
        ("Waar wordt het kind beter van?", theme.child_voice if theme else ""),
        ("Wie vertelt wat kinderen vinden?", theme.who_tells if theme else ""),
    ):
        yield Paragraph(asked or question, "Vraag", Role.DECISION)
        yield WritingLines("Antwoord", 5)


def _priority(session: Session) -> Section:
    """The fields of a priority, and how it is used in the opdrachtverlening."""
    return _form(
        "Prioriteit",
        (
            WritingLines("Prioriteit", 2),
            WritingLines("Normen of thema’s"),
            WritingLines("Wat is er over drie jaar voor kinderen anders", 3),
            WritingLines("Eerste stap in jaar 1", 2),
            *_preconditions(session),
            WritingLines("Bezwaren, en wat daarmee is gedaan", 3),
            _ticks((each.label for each in Commissioning), "Gebruik in de opdrachtverlening"),
            WritingLines("Ruimte voor professionals", 2),
        ),
    )


def _preconditions(session: Session) -> Iterator[Block]:
    titles = session.script.preconditions.values()
    if titles:
        yield _ticks(titles, "Randvoorwaarden")


def _action(session: Session) -> Section:
    numbers = [each.number for each in priorities(session)]
    return _form(
        "Actie",
        (
            WritingLines("Wat gaat er gebeuren", 2),
            WritingLines("Trekker (organisatie en functie, geen naam)"),
            WritingLines("Wie doet mee"),
            WritingLines("Wanneer klaar (maand en jaar)"),
            _ticks(("Jaar 1", "Jaar 2", "Jaar 3"), "Jaar op het groeipad"),
            _ticks(numbers, "Bij welke prioriteit") if numbers else WritingLines("Prioriteit"),
            WritingLines("Normen (bijvoorbeeld 8b of 1.4)"),
            WritingLines("Waar (VO, MO, fase)"),
            WritingLines("Waaraan zien we het", 2),
            WritingLines("Wat is nodig"),
            _ticks((each.label for each in Mandate), "Mandaat"),
            WritingLines("Voor te leggen aan"),
            WritingLines("In welk bestaand overleg komt dit terug"),
            WritingLines("Wanneer kijken we terug"),
        ),
    )


def _lists() -> Section:
    return _form(
        "Besluiten en parkeerlijst",
        (
            WritingLines("Besluiten", _LINES_OF_A_LIST),
            WritingLines("Parkeerlijst, met wie het meeneemt", _LINES_OF_A_LIST),
            WritingLines("Volgende regiosessie (datum)"),
            WritingLines("Wie nodigt uit"),
        ),
    )
