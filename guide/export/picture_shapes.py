"""What a picture is made of: boxes and lines of text at a place, in points, grouped by meaning."""

from __future__ import annotations

from dataclasses import dataclass

# Every pair of ink and ground that is used has a contrast of at least 7.
INK, TEXT, SOFT, LINE, TINT, PALE, WHITE = (
    "#1F3A4D", "#1A1A1A", "#4A5560", "#9AA8B2", "#E6EDF1", "#F4F7F9", "#FFFFFF",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `line` is the colour of its edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str = WHITE
    line: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text from `x`, standing on `y`."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False
    colour: str = TEXT


Shape = Box | Words


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that belong together, such as the card of one action, with what they are."""

    name: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of the picture."""

    width: float
    height: float
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Sheets under one another, with the title and the words for who cannot see them."""

    title: str
    words: str
    sheets: tuple[Sheet, ...]
