"""Priorities and the groeipad in the minutes: what comes first, and which action in which year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from guide.entries import Use
from guide.judgements import weighing
from guide.minutes.model import Paragraph, Section
from guide.minutes.said import weighing_paragraphs
from guide.minutes.words import (
    TO_DECIDE,
    counted,
    heading,
    in_short,
    lines,
    list_section,
    listed,
    objection_paragraphs,
    priority_in_short,
    target_name,
)
from guide.roadmap import AgreedAction, ChosenPriority, Year, actions, priorities
from guide.session import Session

_YEARS: tuple[Year, ...] = (1, 2, 3)
_NO_ACTION = "Geen actie"


def roadmap_sections(session: Session) -> list[Section]:
    """The priorities one by one, then all actions by year."""
    found = priorities(session)
    said = f"De regio kiest {counted(len(found), 'prioriteit', 'prioriteiten')}."
    return [
        Section("Prioriteiten en groeipad", (Paragraph(said),)),
        *_priority_sections(session, found),
        _years(session, found),
    ]


def _priority_sections(session: Session, found: list[ChosenPriority]) -> Iterator[Section]:
    weighed: set[str] = set()
    for each in found:
        title, below = heading(each.body.title, "")
        name = f"Prioriteit {each.number}: {title}" if title else f"Prioriteit {each.number}"
        # A norm that belongs to two priorities is weighed once, and told once.
        targets = [target for target in each.body.targets if target not in weighed]
        weighed.update(targets)
        blocks = (*below, *_priority(session, each), *_weighed(session, targets))
        objected = objection_paragraphs(session, each.seq)
        yield Section(name, (*blocks, *objected), level=2)


def _priority(session: Session, each: ChosenPriority) -> Iterator[Paragraph]:
    body, script = each.body, session.script
    norms = "\n".join(target_name(session, target) for target in body.targets)
    conditions = [script.preconditions.get(id_, id_) for id_ in body.preconditions]
    told = (
        ("Hoort bij", norms or "Geen norm of thema genoemd."),
        ("Doel over drie jaar", body.goal or f"{TO_DECIDE}."),
        ("Eerste stap in jaar 1", body.first_step or f"{TO_DECIDE}."),
        ("Randvoorwaarden", "\n".join(conditions)),
        ("Gebruik in de opdrachtverlening", _use_in_words(each.use)),
        ("Ruimte voor professionals", each.use.room if each.use else ""),
        ("Bezwaren en wat daarmee is gedaan", body.reservations),
        ("Acties", f"{listed(a.number for a in each.actions) or 'Nog geen actie'}."),
    )
    return (Paragraph(text, label) for label, text in told if text)


def _use_in_words(use: Use | None) -> str:
    return f"{use.commissioning.label}." if use else "Nog niet besproken."


def _weighed(session: Session, targets: Sequence[str]) -> Iterator[Paragraph]:
    for target in targets:
        found = weighing(session, target)
        if found is not None:
            label = f"Weging van {target_name(session, target)}"
            yield from weighing_paragraphs(session, found, label)


def _years(session: Session, found: list[ChosenPriority]) -> Section:
    every = actions(session)
    rows = [_row(priority_in_short(each), each.actions) for each in found]
    of_priorities = {action.seq for each in found for action in each.actions}
    rest = [action for action in every if action.seq not in of_priorities]
    if rest:
        rows.append(_row("Overige acties", rest))
    open_years = any(action.year is None for action in every)
    columns = [("Prioriteit", 1.0), *((f"Jaar {year}", 2.0) for year in _YEARS)]
    if open_years:
        columns.append((TO_DECIDE, 2.0))
    return list_section(
        "Groeipad per jaar",
        "Er zijn nog geen acties voor het groeipad.",
        columns,
        [row if open_years else row[:-1] for row in rows] if every else [],
        "De acties per prioriteit en per jaar, met hun nummer in de actielijst.",
        level=2,
    )


def _row(name: str, found: Sequence[AgreedAction]) -> tuple[str, ...]:
    return (name, *(_in_year(found, year) for year in (*_YEARS, None)))


def _in_year(found: Sequence[AgreedAction], year: Year | None) -> str:
    return lines(*(in_short(each) for each in found if each.year == year)) or _NO_ACTION
