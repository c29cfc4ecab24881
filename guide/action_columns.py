"""The columns of the action list in Excel and what stands in them: for writing and for reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from guide.models import LabelledEnum
from guide.phrases import mandate_in_words
from guide.roadmap import AgreedAction, priorities
from guide.session import Session, once

SHEET = "Actielijst"
MOST_SIGNS = 32_767
"""What one cell of Excel holds; it counts an emoji as two."""
FIRST_EXCEL_YEAR = 1901
_CUT = "…"


class ActionColumn(LabelledEnum):
    """A column of the action list, in the order in which they stand, with its heading."""

    NUMBER = "number", "Nr."
    WHAT = "what", "Wat"
    OWNER = "owner", "Trekker"
    PARTNERS = "partners", "Met wie"
    DUE = "due", "Klaar"
    DUE_WORDS = "due-words", "Klaar in woorden"
    YEAR = "year", "Jaar"
    NORMS = "norms", "Normen"
    PRIORITY = "priority", "Prioriteit"
    SIGN = "sign", "Waaraan zien we het"
    NEEDS = "needs", "Wat is nodig"
    MANDATE = "mandate", "Mandaat"
    STATUS = "status", "Status"
    REASON = "reason", "Toelichting"
    NOTICED = "noticed", "Wat is gemerkt"
    STAND = "stand", "Stand"
    KEY = "key", "Sleutel"

    @property
    def technical(self) -> bool:
        """Whether it is there for reading the file back, not for people."""
        return self in (ActionColumn.STAND, ActionColumn.KEY)


Cell = str | dt.date
"""What stands in a cell; '' for nothing, and a date only where Excel has a real date."""


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One row of the sheet with its row number in Excel."""

    number: int
    cells: Mapping[ActionColumn, Cell]


@dataclass(frozen=True, slots=True)
class ActionSheet:
    """What was read: which columns were there, and every row in which something stands."""

    columns: tuple[ActionColumn, ...]
    rows: tuple[ActionRow, ...]


def cells_of(session: Session, action: AgreedAction) -> dict[ActionColumn, Cell]:
    """What stands in the row of an action, its long texts still whole.

    'Stand' is the number of the newest entry: with it an older file can be told from the session
    as it is now.
    """
    body, names = action.body, norm_names(session)
    return {
        ActionColumn.NUMBER: action.number,
        ActionColumn.WHAT: body.what,
        ActionColumn.OWNER: body.owner,
        ActionColumn.PARTNERS: body.partners,
        ActionColumn.DUE: body.due or "",
        ActionColumn.DUE_WORDS: body.due_words,
        ActionColumn.YEAR: str(action.year or ""),
        ActionColumn.NORMS: ", ".join(names.get(norm, norm) for norm in body.norms),
        ActionColumn.PRIORITY: _priority_number(session, body.priority),
        ActionColumn.SIGN: body.sign,
        ActionColumn.NEEDS: body.needs,
        ActionColumn.MANDATE: mandate_in_words(body),
        ActionColumn.STATUS: action.status.label,
        ActionColumn.REASON: action.reason,
        ActionColumn.NOTICED: action.noticed,
        ActionColumn.STAND: str(session.state.seq),
        ActionColumn.KEY: action.uid,
    }


def _priority_number(session: Session, seq: int | None) -> str:
    return next((p.number for p in priorities(session) if p.seq == seq), "")


@once
def norm_names(session: Session) -> dict[str, str]:
    """Norm, element or theme id -> how people write it: '8b MO'; the id itself where two share it.

    Not only of the chosen normenkaders: an action may name a norm that was chosen earlier.
    """
    script = session.script
    ids = (*script.norms, *script.elements, *script.themes)
    labels = {id_: script.label(id_).removeprefix("Norm ") for id_ in ids}
    every = [label.casefold() for label in labels.values()]
    shared = {label for label in every if every.count(label) > 1}
    return {id_: id_ if label.casefold() in shared else label for id_, label in labels.items()}


def fitting(text: str) -> str:
    """The text as far as it fits in one cell, with '…' where it was cut."""
    if len(text) <= MOST_SIGNS // 2 or _size(text) <= MOST_SIGNS:
        return text
    # Half of a character at the end is left out.
    kept = text.encode("utf-16-le")[: (MOST_SIGNS - 1) * 2].decode("utf-16-le", "ignore")
    return kept.rstrip() + _CUT


def fits(cell: Cell) -> bool:
    """Whether everything in a cell comes back when the file is read."""
    return not isinstance(cell, str) or fitting(cell) == cell


def _size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
