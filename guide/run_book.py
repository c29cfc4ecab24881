"""Session -> the draaiboek on paper: what is asked and said when, with room to write.

For when there is no projector or no power: the same agenda, numbers and norms as on the screen,
and nothing of what this session recorded.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from guide.agenda import target_label, target_title, targets
from guide.content_models import Step, StepKind
from guide.dutch_dates import date_in_words, time_in_words
from guide.judgements import chosen_norms
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
from guide.minutes.words import NOT_FILLED_IN, counted, heading, listed
from guide.models import DetailField
from guide.papers import paper
from guide.session import Session
from guide.set_up import PlannedItem, active_agenda, details, perspectives, text
from guide.time_budget import fits

_MINUTES_OF_A_DAY = 24 * 60
_FOR_WHOM = "Voor de gespreksleider en de schrijver"
_NO_NORMS = "Er zijn nog geen normen gekozen. Schrijf op welke jullie bespreken."
# How many lines to write on; what is said or shown needs few, and forms take the rest.
_LINES = {
    StepKind.SAY: 1, StepKind.SHOW: 2, StepKind.ATTEND: 4, StepKind.CHOOSE: 3,
    StepKind.PICK: 4, StepKind.PRIORITISE: 5, StepKind.CHECK_OUT: 4,
}  # fmt: skip
_USUAL_LINES = 3
_FORMS = {
    StepKind.COUNT: "Aantal kinderen",
    StepKind.THEMES: "Snelle ronde",
    StepKind.NORMS: "Norm",
    StepKind.PRIORITISE: "Prioriteit",
    StepKind.USE: "Prioriteit",
    StepKind.AGREE: "Actie",
    StepKind.CHECK_OUT: "Besluiten en parkeerlijst",
}


def make_run_book(session: Session) -> Minutes:
    """The draaiboek of a session as it is planned."""
    sections = (_facts(session), _schedule(session), *_items(session), _last_page(session))
    return paper(session, "Draaiboek", _FOR_WHOM, sections)


def _facts(session: Session) -> Section:
    set_up, agenda = details(session), session.script.agenda
    facts = (
        ("Regio", set_up.region),
        ("Datum", date_in_words(set_up.date) if set_up.date else ""),
        ("Tijd", f"{time_in_words(set_up.start)} tot {time_in_words(set_up.end)}"),
        ("Plaats", set_up.place),
        ("Opvangvormen", listed(sector.label for sector in set_up.sectors)),
        ("Gespreksleider", text(session, DetailField.FACILITATOR)),
        ("Verslaglegger", text(session, DetailField.NOTE_TAKER)),
        ("Perspectieven", listed(each.label for each in perspectives(session))),
        ("Agenda", f"{agenda.title}, versie {agenda.version}"),
    )
    table = Table(
        (Column("Onderdeel", 1), Column("Gegevens", 3)),
        tuple((name, value or NOT_FILLED_IN) for name, value in facts),
        "Regio, datum, tijd, plaats en rollen van deze regiosessie.",
        header_column_only=True,
    )
    rules = Paragraph("De spelregels:", role=Role.REMARK)
    said = Paragraph(agenda.privacy_line, "Zeg dit voor de eerste vraag", Role.DECISION)
    return Section("Gegevens", (table, said, rules, Bullets(set_up.ground_rules)))


def _schedule(session: Session) -> Section:
    rows = [
        (_clock(begin), f"{number}. {item.item.title}", str(item.minutes))
        for number, (item, begin) in enumerate(_timed(session), start=1)
    ]
    end = _start(session) + sum(item.minutes for item in active_agenda(session))
    rows.append((_clock(end), "Einde", "–"))
    columns = (Column("Tijd", 1.0), Column("Agendapunt", 4.5), Column("Minuten", 1.0))
    table = Table(columns, tuple(rows), "De agendapunten met begintijd en minuten.")
    return Section("Tijdschema", (table, Paragraph(_spare(fits(session)))))


def _spare(minutes: int) -> str:
    if minutes < 0:
        return (
            f"De agenda duurt {counted(-minutes, 'minuut', 'minuten')} langer dan de bijeenkomst."
        )
    if minutes == 0:
        return "De agenda past precies in de bijeenkomst."
    return f"Over voor uitloop of een pauze: {counted(minutes, 'minuut', 'minuten')}."


def _start(session: Session) -> int:
    start = details(session).start
    return start.hour * 60 + start.minute


def _timed(session: Session) -> Iterator[tuple[PlannedItem, int]]:
    """The agenda items with the minute of the day they begin at."""
    begin = _start(session)
    for item in active_agenda(session):
        yield item, begin
        begin += item.minutes


def _clock(minute: int) -> str:
    hours, minutes = divmod(minute % _MINUTES_OF_A_DAY, 60)
    return time_in_words(dt.time(hours, minutes))


def _items(session: Session) -> Iterator[Section]:
    for number, (item, begin) in enumerate(_timed(session), start=1):
        title, below = heading(item.item.title, "Eigen agendapunt")
        length = counted(item.minutes, "minuut", "minuten")
        yield Section(f"{title} ({_clock(begin)}, {length})", below, number=str(number))
        for step in item.item.steps:
            name, more = heading(step.title, "Vraag")
            yield Section(name, (*more, *_step(session, step)), level=2)


def _step(session: Session, step: Step) -> Iterator[Block]:
    question = f"{step.question}\n{step.subline}" if step.subline else step.question
    yield Paragraph(question, "Vraag aan de zaal", Role.DECISION)
    yield Paragraph("Zeg:")
    yield Bullets(step.script)
    if step.help:
        yield Paragraph("Helpt daarbij:")
        yield Bullets(tuple(line.removeprefix("- ") for line in step.help.splitlines() if line))
    if step.kind in _ABOUT:
        yield from _ABOUT[step.kind](session, step)
    if step.kind in _FORMS:
        yield Paragraph(f"Gebruik het formulier ‘{_FORMS[step.kind]}’.", "Op papier")
    yield from _room(session, step)


def _themes(session: Session, step: Step) -> Iterator[Block]:
    names = (
        f"{target_label(session, t)}: {target_title(session, t)}" for t in targets(session, step)
    )
    yield Paragraph("De thema’s:")
    yield Bullets(tuple(names))


def _norms(session: Session, step: Step) -> Iterator[Block]:
    """The chosen norms in plain words: what is read out to the room."""
    chosen = chosen_norms(session)
    if not chosen:
        yield Paragraph(_NO_NORMS, role=Role.REMARK)
        yield WritingLines("Normen", 3)
    for norm_id in chosen:
        norm = session.script.norms[norm_id]
        said = f"{norm.title}. {norm.explanation}"
        yield Paragraph(said, target_label(session, norm_id))
        yield WritingLines("Notities", 2)


def _weigh(session: Session, step: Step) -> Iterator[Block]:
    yield Paragraph("Vraag per onderwerp:")
    yield Bullets(tuple(question for _, question in session.script.wording.weigh_questions))


def _look_back(session: Session, step: Step) -> Iterator[Block]:
    """The earlier actions that are still open, as they were agreed then."""
    for target in targets(session, step):
        yield Paragraph(target_title(session, target), target_label(session, target))
        yield WritingLines("Gereed, loopt, open of vervallen; wat is gemerkt", 2)


_ABOUT: dict[StepKind, Callable[[Session, Step], Iterator[Block]]] = {
    StepKind.THEMES: _themes,
    StepKind.NORMS: _norms,
    StepKind.WEIGH: _weigh,
    StepKind.LOOK_BACK: _look_back,
}


def _room(session: Session, step: Step) -> Iterator[WritingLines]:
    """Lines to write on: one per perspective where everyone is heard."""
    if step.kind is StepKind.NORMS:
        return
    if step.hear_everyone:
        yield from (WritingLines(each.label, 2) for each in perspectives(session))
    else:
        yield WritingLines("Notities", _LINES.get(step.kind, _USUAL_LINES))


def _last_page(session: Session) -> Section:
    privacy = Paragraph(session.script.agenda.privacy_line, role=Role.REMARK)
    return Section("Overige notities", (privacy, WritingLines("Notities", 12)))
