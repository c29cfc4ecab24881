"""The minutes as a tree of headings, paragraphs, lists and tables; no Word and no screen in it.

guide/minutes.py makes this tree from a session; the preview on screen and the Word file are both
drawn from it, so they cannot differ.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is for; decides only how it looks."""

    BODY = "body"
    STATUS = "status"
    DECISION = "decision"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `label` is a short bold run-in such as 'Gemeente'. Newlines are kept."""

    text: str
    label: str = ""
    role: Role = Role.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short statements."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: its header and its share of the width."""

    title: str
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Table:
    """A simple table: one header row, no merged cells, the first column names the row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    description: str
    header_column_only: bool = False


@dataclass(frozen=True, slots=True)
class WritingLines:
    """Room to write by pen: what it is for, and how many lines of it there are."""

    label: str
    count: int = 1


Block = Paragraph | Bullets | Table | WritingLines


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (level 1 or 2, numbered where the agenda numbers it) and what is under it."""

    title: str
    blocks: tuple[Block, ...] = ()
    level: int = 1
    number: str = ""
    landscape: bool = False
    new_page: bool = False
    """For a form that is handed out by itself."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """The whole document and what its properties say."""

    title: str
    subject: str
    status_line: str
    made_at: dt.datetime
    file_name: str
    sections: tuple[Section, ...]
    fields: tuple[tuple[str, str], ...] = ()
    """What markers in a house template stand for, such as ("datum", "12 maart 2027")."""
