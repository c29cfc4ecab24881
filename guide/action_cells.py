"""What people typed in a cell of the action list: to a value of the action, or what is wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from guide.action_columns import ActionColumn, Cell, norm_names
from guide.dutch_dates import short_date, understand_date
from guide.errors import InputError
from guide.models import ActionStatus, Mandate
from guide.norm_references import references
from guide.plain_text import clean, one_line
from guide.roadmap import priorities
from guide.session import Session, once
from guide.set_up import frameworks

_EARLIEST = 2000
_A_DATE = "Schrijf dag, maand en jaar, bijvoorbeeld 1-6-2027."
_ERRORS = ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA")


def text_in(cell: Cell) -> str:
    """A cell as text: Excel makes a date of '1-6-2027', also where people meant words.

    The marks are what Excel writes for a carriage return and for text that looks like such a mark.
    """
    if isinstance(cell, dt.date):
        return short_date(cell)
    return clean(cell.replace("_x000D_", "").replace("x005F_", ""))


def understood(
    session: Session, today: dt.date, cells: Mapping[ActionColumn, Cell]
) -> dict[str, Any]:
    """The fields of the action or its progress that these cells stand for.

    A day in 'Klaar' takes the place of older words, and words that name a day set the day, unless
    both cells are given. Raises InputError, in Dutch, when a cell says something impossible.
    """
    values: dict[str, Any] = {}
    for column, cell in cells.items():
        if text_in(cell) in _ERRORS:
            raise InputError("Excel meldt hier een fout.", "Schrijf op wat er moet staan.")
        if column not in _MOMENT:
            values |= _READERS[column](session, text_in(cell))
    return values | _moment(today, {c: cell for c, cell in cells.items() if c in _MOMENT})


_MOMENT = (ActionColumn.DUE, ActionColumn.DUE_WORDS)


def _moment(today: dt.date, cells: Mapping[ActionColumn, Cell]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if ActionColumn.DUE_WORDS in cells:
        words = values["due_words"] = text_in(cells[ActionColumn.DUE_WORDS])
        said = understand_date(words, today) if words else None
        if said is not None and not cells.get(ActionColumn.DUE):
            return values | {"due": said.date}
    if ActionColumn.DUE in cells:
        due, said_so = _day(cells[ActionColumn.DUE], today)
        values["due"] = due
        if due is not None:
            values.setdefault("due_words", said_so)
    return values


def _day(cell: Cell, today: dt.date) -> tuple[dt.date | None, str]:
    """The day in a cell, and the words for it when it says less than a day ('juni 2027')."""
    if isinstance(cell, dt.date):
        if cell.year < _EARLIEST:
            # Somebody typed 2027 in a cell for dates: Excel counts that many days from 1900.
            raise InputError(f"{short_date(cell)} ligt te ver in het verleden.", _A_DATE)
        return cell, ""
    words = text_in(cell)
    if not words:
        return None, ""
    said = understand_date(words, today)
    if said is None:
        raise InputError(f"‘{one_line(words, 40)}’ is geen datum.", _A_DATE)
    return said.date, "" if said.precision == "day" else said.words


def _year(session: Session, typed: str) -> dict[str, Any]:
    number = typed.casefold().removeprefix("jaar").strip()
    if number not in ("", "1", "2", "3"):
        raise InputError(f"Jaar ‘{one_line(typed, 40)}’ bestaat niet.", "Kies 1, 2 of 3.")
    return {"year": int(number) if number else None}


def _norms(session: Session, typed: str) -> dict[str, Any]:
    ids: list[str] = []
    for part in re.split(r"[,;\n]", typed):
        ids.extend(_norms_of_part(session, part))
    return {"norms": tuple(dict.fromkeys(ids))}


def _norms_of_part(session: Session, part: str) -> list[str]:
    known = _norm_ids(session)
    form = " ".join(part.replace("#", " ").split()).casefold().removeprefix("norm ")
    words = [form] if form in known else form.split()
    for word in words:
        if word not in known:
            raise InputError(
                f"Norm ‘{one_line(part, 40)}’ staat niet in de normenkaders, of er zijn er meer.",
                "Schrijf bijvoorbeeld 8b MO of 1.4 VO.",
            )
    return [known[word] for word in words]


@once
def _norm_ids(session: Session) -> dict[str, str]:
    """What people may write for a norm, in small letters -> its id."""
    names = {name.casefold(): id_ for id_, name in norm_names(session).items()}
    turned = {" ".join(reversed(name.split())): id_ for name, id_ in names.items()}
    return references(frameworks(session)) | turned | names


def _priority(session: Session, typed: str) -> dict[str, Any]:
    match = re.fullmatch(r"p?\s*0*([1-9][0-9]{0,3})", typed.casefold())
    wanted = f"P{int(match[1]):02d}" if match else typed
    found = next((p.seq for p in priorities(session) if p.number == wanted), None)
    if typed and found is None:
        raise InputError(
            f"Prioriteit ‘{one_line(typed, 40)}’ bestaat niet.", "Schrijf bijvoorbeeld P01."
        )
    return {"priority": found}


def _mandate(session: Session, typed: str) -> dict[str, Any]:
    said = " ".join(typed.split())
    label = Mandate.TO_SUBMIT.label
    if said.casefold().startswith(label.casefold()):
        to_whom = said[len(label) :].strip(" :")
        return {"mandate": Mandate.TO_SUBMIT, "mandate_of": "" if to_whom == "…" else to_whom}
    for mandate in (Mandate.AGREED, Mandate.PROPOSAL):
        if said.casefold() == mandate.label.casefold():
            return {"mandate": mandate}
    raise InputError(
        f"Mandaat ‘{one_line(typed, 40)}’ is onbekend.",
        f"Kies Afgesproken, Voorstel of ‘{label}’ met de naam van een overleg.",
    )


def _status(session: Session, typed: str) -> dict[str, Any]:
    for status in ActionStatus:
        if typed.casefold() == status.label.casefold():
            return {"status": status}
    raise InputError(
        f"Status ‘{one_line(typed, 40)}’ is onbekend.",
        f"Kies uit {', '.join(status.label for status in ActionStatus)}.",
    )


def _as_typed(field: str) -> Callable[[Session, str], dict[str, Any]]:
    return lambda session, typed: {field: typed}


_READERS: dict[ActionColumn, Callable[[Session, str], dict[str, Any]]] = {
    ActionColumn.WHAT: _as_typed("what"),
    ActionColumn.OWNER: _as_typed("owner"),
    ActionColumn.PARTNERS: _as_typed("partners"),
    ActionColumn.YEAR: _year,
    ActionColumn.NORMS: _norms,
    ActionColumn.PRIORITY: _priority,
    ActionColumn.SIGN: _as_typed("sign"),
    ActionColumn.NEEDS: _as_typed("needs"),
    ActionColumn.MANDATE: _mandate,
    ActionColumn.STATUS: _status,
    ActionColumn.REASON: _as_typed("reason"),
    ActionColumn.NOTICED: _as_typed("noticed"),
}
