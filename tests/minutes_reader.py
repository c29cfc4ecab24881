"""Reads a tree of minutes back: every text in it, and its parts by their titles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import count

from guide.entries import (
    Action,
    Body,
    Decision,
    Detail,
    Entry,
    Judgement,
    Parked,
    Participant,
    Priority,
    SharedPicture,
    StepOpened,
)
from guide.fold import fold
from guide.minutes.model import Bullets, Minutes, Paragraph, Section, Table, WritingLines
from guide.models import DetailField, JudgementValue, PictureOutcome
from guide.session import Session, script_from
from tests.tiny_content import tiny_content

Said = Body | tuple[str, Body] | tuple[str, str, Body]
START = dt.datetime(2027, 3, 12, 12, 30, tzinfo=dt.UTC)


def told(*said: Said) -> Session:
    """A session in which this was recorded, without a database: body, or (step, [target,] body)."""
    numbers = count(1)
    entries = [_entry(next(numbers), each) for each in said]
    return Session("test", script_from(tiny_content()), fold(entries))


def _entry(seq: int, said: Said) -> Entry:
    where = said[:-1] if isinstance(said, tuple) else ()
    step, target = (*where, "", "")[:2]
    fields = {
        "seq": seq,
        "at": START + dt.timedelta(minutes=seq),
        "key": f"key-{seq:05d}",
        "step": step,
        "target": target,
        "body": said[-1] if isinstance(said, tuple) else said,
    }
    return Entry.model_validate(fields)


def opened(step: str, target: str = "") -> tuple[str, str, Body]:
    return step, target, StepOpened()


def texts(minutes: Minutes) -> Iterator[str]:
    """Every text a reader can see, each once."""
    yield from (minutes.title, minutes.status_line)
    for section in minutes.sections:
        yield section.title
        for block in section.blocks:
            match block:
                case Paragraph():
                    yield from (block.label, block.text)
                case Bullets():
                    yield from block.items
                case WritingLines():
                    yield block.label
                case Table():
                    yield from (column.title for column in block.columns)
                    yield from (cell for row in block.rows for cell in row)


def everything(minutes: Minutes) -> str:
    """All of it, also what a reader does not see: file name, properties, descriptions."""
    tables = [b for s in minutes.sections for b in s.blocks if isinstance(b, Table)]
    hidden = [table.description for table in tables]
    about = [minutes.subject, minutes.file_name, *(value for _, value in minutes.fields)]
    return "\n¶\n".join([*texts(minutes), *hidden, *about])


def times(minutes: Minutes, text: str) -> int:
    """In how many places a reader finds a text."""
    return sum(each.count(text) for each in texts(minutes))


def part(minutes: Minutes, title: str) -> Section:
    """The one section with this title."""
    (found,) = [section for section in minutes.sections if section.title == title]
    return found


def said_in(section: Section) -> list[tuple[str, str]]:
    """(label, text) of the paragraphs of a section."""
    return [(b.label, b.text) for b in section.blocks if isinstance(b, Paragraph)]


def table_in(section: Section) -> Table:
    """The one table of a section."""
    (found,) = [block for block in section.blocks if isinstance(block, Table)]
    return found


def bullets_in(section: Section) -> tuple[str, ...]:
    """The one list of a section."""
    (found,) = [block for block in section.blocks if isinstance(block, Bullets)]
    return found.items


def facts(minutes: Minutes) -> dict[str, str]:
    """The header table: name -> value."""
    return {row[0]: row[1] for row in table_in(part(minutes, "Gegevens")).rows}


def a_bit_of_everything() -> Session:
    """A session with one thing of most kinds, agreed at their own steps."""
    return told(
        Detail(field=DetailField.REGION, value="Voorbeeldregio"),
        Detail(field=DetailField.DATE, value="2027-03-12"),
        opened("stap-norms", "mo-8"),
        (
            "stap-norms",
            "mo-8",
            Judgement(target="mo-8", perspective="keten", value=JudgementValue.NOT_YET),
        ),
        (
            "stap-norms",
            "mo-8",
            SharedPicture(
                target="mo-8",
                outcome=PictureOutcome.DIFFERS,
                explanation="Het plan ligt er, maar kinderen kennen het niet.",
            ),
        ),
        ("stap-prioritise", Priority(title="Eén overdracht", targets=("mo-8",))),
        (
            "stap-agree",
            Action(what="Een korte werkwijze maken.", norms=("mo-8b",), priority=6, year=1),
        ),
        ("stap-agree", Action(what="Bellen")),
        (
            "stap-agree",
            Decision(text="Wij delen de werkwijze voor de overdracht.", norms=("mo-8b",)),
        ),
        ("stap-agree", Parked(text="Vervoer")),
        Participant(organisation="Anker", function="", perspective="keten"),
    )
