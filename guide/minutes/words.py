"""Short Dutch phrases that several parts of the minutes share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from guide.agenda import item_number, item_of_step, target_label, target_title
from guide.minutes.model import Column, Paragraph, Role, Section, Table
from guide.plain_text import one_line
from guide.roadmap import AgreedAction, ChosenPriority, objections
from guide.session import Session
from guide.set_up import perspective_label

TO_DECIDE = "Nog te bepalen"
OPEN_POINT = "Openstaand punt"
NOT_FILLED_IN = "Niet ingevuld"
NO_NORM = "Geen norm"
_LONGEST_HEADING = 120


def listed(words: Iterable[str]) -> str:
    """'a', 'a en b' or 'a, b en c'."""
    *before, last = [*words] or [""]
    return f"{', '.join(before)} en {last}" if before else last


def counted(count: int, one: str, many: str) -> str:
    """'geen acties', '1 actie' or '3 acties'."""
    return f"{count or 'geen'} {one if count == 1 else many}"


def lines(*parts: str) -> str:
    """The parts that say something, each on a line of its own."""
    return "\n".join(part for part in parts if part)


def labelled(label: str, text: str) -> str:
    """'label: text', or nothing when there is no text. The text stays as it was typed."""
    return f"{label}: {text}" if text else ""


def opening_words(text: str, most: int = 48) -> str:
    """The first words of a text, never all of them: so that it stands in full in one place only."""
    words = one_line(text, len(text) + 1).split()
    kept = ""
    for word in words[:-1]:
        longer = f"{kept} {word}".strip()
        if len(longer) > most:
            break
        kept = longer
    return f"{kept.rstrip(',;:.')}…" if kept else ""


def in_short(action: AgreedAction) -> str:
    """An action by its number and first words: 'A03 Maak samen met de scholen…'."""
    return f"{action.number} {opening_words(action.body.what)}".strip()


def priority_in_short(priority: ChosenPriority) -> str:
    """A priority by its number and title: 'P01 Elk kind een eigen plan'."""
    return f"{priority.number} {one_line(priority.body.title, 80)}"


def target_name(session: Session, target: str) -> str:
    """A norm or theme with its heading: 'Norm 8 MO: Elk kind heeft een eigen plan'."""
    title = target_title(session, target)
    return f"{target_label(session, target)}: {title}" if title else target_label(session, target)


def target_labels(session: Session, targets: Sequence[str]) -> str:
    """Norms and themes by their labels alone; '' when there are none."""
    return ", ".join(target_label(session, target) for target in targets)


def item_name(session: Session, step: str) -> str:
    """The agenda item a step belongs to: '7. Verdiepingsgesprek'."""
    item = item_of_step(session, step)
    if item is None:
        return "Buiten de agenda"
    number, title = item_number(session, item.id), one_line(item.item.title)
    return f"{number}. {title}" if number else title


def objection_paragraphs(session: Session, seq: int, about: str = "") -> list[Paragraph]:
    """Everyone who said 'klopt niet' about a record, with what they want instead."""
    return [
        Paragraph(lines(_objected(session, each.perspective), each.objection), about, Role.REMARK)
        for each in objections(session, seq)
    ]


def _objected(session: Session, perspective: str) -> str:
    who = perspective_label(session, perspective)
    return f"Klopt niet, volgens {who if perspective else who.lower()}."


def heading(title: str, instead: str) -> tuple[str, tuple[Paragraph, ...]]:
    """A title that people typed as a heading; a long or broken one stands below `instead`."""
    fits = one_line(title, _LONGEST_HEADING) == title
    return (title, ()) if fits else (instead, (Paragraph(title),))


def list_section(
    title: str,
    empty: str,
    columns: Sequence[tuple[str, float]],
    rows: Sequence[tuple[str, ...]],
    description: str,
    *,
    more: Sequence[Paragraph] = (),
    level: int = 1,
    landscape: bool = False,
) -> Section:
    """A heading with one table under it, or with the sentence that says there is nothing."""
    if not rows:
        return Section(title, (Paragraph(empty),), level=level)
    table = Table(tuple(Column(*each) for each in columns), tuple(rows), description)
    return Section(title, (table, *more), level=level, landscape=landscape)
