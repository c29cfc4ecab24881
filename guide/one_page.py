"""Session -> the groeipad on one page, for administrators (bestuurders) who read nothing else.

The same tree as the minutes, so the same Word writer and house style. Long texts are cut: what
was agreed stands in full in the minutes, and only there.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from textwrap import wrap

from guide.dutch_dates import date_in_words, short_date
from guide.minutes import last_moment
from guide.minutes.model import Bullets, Column, Minutes, Paragraph, Section, Table
from guide.minutes.words import TO_DECIDE, lines, listed
from guide.models import ActionStatus, Mandate
from guide.papers import paper
from guide.plain_text import one_line
from guide.region_time import REGION
from guide.roadmap import AgreedAction, ChosenPriority, actions, parked_points, priorities
from guide.session import Session
from guide.set_up import details

# What fits on one A4: the more there is, the fewer lines each text gets. Lengths in letters.
_ROOMY = 11
_LINES_IF_ROOMY, _LINES = 3, 2
_WHAT, _OWNER, _GOAL = 40, 22, 86
_LONGEST, _LONGEST_WORD = 400, 40
_MOST_NAMED = 8


def make_one_page(session: Session) -> Minutes:
    """The groeipad as it stands on one A4; with very many actions it flows on."""
    made = last_moment(session).astimezone(REGION)
    now = f"Stand van {date_in_words(made)} · " if session.state.records else ""
    status = f"{now}Kan openbaar worden (Woo)"
    return paper(session, "Groeipad", status, (_priorities(session), _actions(session)))


def _priorities(session: Session) -> Section:
    found = priorities(session)
    if not found:
        return Section("Wat voorgaat", (Paragraph("Er zijn nog geen prioriteiten gekozen."),))
    return Section("Wat voorgaat", (Bullets(tuple(map(_goal, found))),))


def _goal(each: ChosenPriority) -> str:
    """'P01 title. Goal', as far as it fits."""
    title = f"{each.number} {one_line(each.body.title, _LONGEST).rstrip('.')}"
    return _fitting(f"{title}. {each.body.goal}" if each.body.goal else title, _GOAL, _LINES)


def _fitting(text: str, width: int, most: int) -> str:
    """As many whole words as fit on so many lines of this width."""
    # No word is broken, so one that is no word at all is cut.
    line = " ".join(one_line(word, _LONGEST_WORD) for word in one_line(text, _LONGEST).split())
    kept = wrap(
        line, width, max_lines=most, placeholder="…", break_long_words=False, break_on_hyphens=False
    )
    return re.sub(r"[\s,;:.]*…$", "…", " ".join(kept))


def _actions(session: Session) -> Section:
    found = sorted(actions(session), key=_order)
    told = _told(session)
    if not found:
        nothing = Paragraph("Er zijn nog geen acties afgesproken.")
        return Section("Wie doet wat", (nothing, *told))
    roomy = len(found) + len(priorities(session)) <= _ROOMY
    rows = tuple(_row(session, each, _LINES_IF_ROOMY if roomy else _LINES) for each in found)
    table = Table(_COLUMNS, rows, "De acties met jaar, trekker, moment, status en prioriteit.")
    return Section("Wie doet wat", (table, *told))


_COLUMNS = (
    Column("Nr.", 0.5), Column("Wat", 4.8), Column("Trekker", 2.75), Column("Klaar", 1.35),
    Column("Bij", 0.5),
)  # fmt: skip


def _order(each: AgreedAction) -> tuple[int, dt.date, int]:
    return each.year or 4, each.body.due or dt.date.max, each.seq


def _row(session: Session, each: AgreedAction, most: int) -> tuple[str, ...]:
    of = [p.number for p in priorities(session) if p.seq == each.body.priority]
    due = short_date(each.body.due) if each.body.due else one_line(each.body.due_words, 24)
    year = f"Jaar {each.year}" if each.year else ""
    status = "" if each.status is ActionStatus.OPEN else each.status.label.lower()
    return (
        each.number,
        _fitting(each.body.what, _WHAT, most),
        _fitting(each.body.owner, _OWNER, most) or TO_DECIDE,
        lines(due or TO_DECIDE, ", ".join(part for part in (year, status) if part)),
        of[0] if of else "–",
    )


def _told(session: Session) -> tuple[Paragraph, Paragraph]:
    """What is still to be decided, and when the region meets again."""
    points = "; ".join(_open_points(session))
    date = details(session).next_date
    when = f"op {date_in_words(date)}" if date else "nog niet gepland"
    return (
        Paragraph(f"{points}." if points else "Er zijn geen open punten.", "Nog te bepalen"),
        Paragraph(f"{when}. {_IN_FULL}", "Volgende regiosessie"),
    )


_IN_FULL = "Alle afspraken staan volledig in het verslag."


def _open_points(session: Session) -> Iterator[str]:
    going = [each for each in actions(session) if not each.status.ended]
    for label, found in (
        ("mandaat van", [a.number for a in going if a.body.mandate is not Mandate.AGREED]),
        ("trekker van", [a.number for a in going if not a.body.owner]),
        ("moment van", [a.number for a in going if not (a.body.due or a.body.due_words)]),
        ("jaar van", [a.number for a in going if a.year is None]),
        ("actie bij", [p.number for p in priorities(session) if not _has_action(p)]),
        ("op de parkeerlijst", [k.number for k in parked_points(session) if not k.outcome]),
    ):
        if found:
            yield f"{label} {_some(found)}"


def _has_action(priority: ChosenPriority) -> bool:
    return any(each.status is not ActionStatus.DROPPED for each in priority.actions)


def _some(numbers: list[str]) -> str:
    rest = len(numbers) - _MOST_NAMED
    return listed(numbers) if rest <= 0 else f"{', '.join(numbers[:_MOST_NAMED])} en nog {rest}"
