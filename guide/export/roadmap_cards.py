"""The card of one action and the column of one year: how high they are and what stands where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from guide.export.picture_fonts import lines_of, text_width
from guide.export.picture_shapes import INK, PALE, SOFT, TEXT, TINT, WHITE, Box, Group, Shape, Words
from guide.models import ActionStatus
from guide.roadmap_picture import Card

# Letters of at least 8.5 points: readable on paper, also for older eyes.
WHAT, SMALL = 10.0, 8.5
_LEADING = 1.28
_PAD, _BAR, _GAP = 6.0, 4.0, 6.0
_BELOW_NUMBER, _ABOVE_FACTS = 2.5, 2.5
_MOST_WHAT, _MOST_FACT = 4, 2

# Told apart by the number in words; the colour only helps to find cards of one priority.
PRIORITY_COLOURS = ("#1F3A4D", "#8A3324", "#2B5D34", "#5B3A78", "#6B4E00", "#0B5563")
_NO_PRIORITY = SOFT
# Ground and letters of the status; what is done or dropped also stands out without colour.
_STATUS = {
    ActionStatus.OPEN: (WHITE, INK),
    ActionStatus.RUNNING: (TINT, INK),
    ActionStatus.DONE: (INK, WHITE),
    ActionStatus.DROPPED: (PALE, SOFT),
}


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    colour: str
    bold: bool
    room: float


def priority_colour(number: str) -> str:
    """The colour of a priority by its number, such as 'P01'; grey for none."""
    digits = number.removeprefix("P")
    return PRIORITY_COLOURS[(int(digits) - 1) % len(PRIORITY_COLOURS)] if digits else _NO_PRIORITY


@lru_cache(maxsize=4_000)
def card_height(card: Card, width: float) -> float:
    """How high the card is at this width, with the white below it."""
    return sum(line.room for line in _lines(card, width)) + 2 * _PAD + _GAP


def card_group(card: Card, x: float, y: float, width: float) -> Group:
    """The card with its corner at (x, y)."""
    height = card_height(card, width) - _GAP
    colour = priority_colour(card.priority)
    shapes: list[Shape] = [
        Box(x, y, width, height, WHITE, "#9AA8B2"),
        Box(x, y, _BAR, height, colour),
        *_status(card, x + width - _PAD, y + _PAD - 1),
    ]
    below = y + _PAD
    for line in _lines(card, width):
        below += line.room
        bottom = below - line.size * (_LEADING - 1)
        left = x + _BAR + _PAD
        shapes.append(Words(left, bottom, line.text, line.size, line.bold, line.colour))
    return Group(f"Actie {card.number}", tuple(shapes))


def _status(card: Card, right: float, y: float) -> tuple[Box, Words]:
    ground, letters = _STATUS[card.status]
    word = card.status.label
    width = text_width(word, SMALL, bold=True) + 10
    box = Box(right - width, y, width, SMALL + 6, ground, letters)
    return box, Words(right - width + 5, y + SMALL + 1.6, word, SMALL, True, letters)


def _lines(card: Card, width: float) -> Iterator[_Line]:
    """The lines of a card from top to bottom, each with the room it takes."""
    room = width - _BAR - 2 * _PAD
    yield _Line(card.number, WHAT, priority_colour(card.priority), True, WHAT * _LEADING)
    above = _BELOW_NUMBER
    for text in lines_of(card.what, room, WHAT, _MOST_WHAT):
        yield _Line(text, WHAT, TEXT, False, WHAT * _LEADING + above)
        above = 0.0
    above = _ABOVE_FACTS
    for fact, bold in _facts(card):
        for text in lines_of(fact, room, SMALL, _MOST_FACT, bold=bold):
            yield _Line(text, SMALL, TEXT if bold else SOFT, bold, SMALL * _LEADING + above)
            above = 0.0


def _facts(card: Card) -> Iterator[tuple[str, bool]]:
    """What stands below the action, and whether in bold: when, who, and where it belongs."""
    belongs = " · ".join(part for part in (card.priority, card.norms) if part)
    yield f"Klaar: {card.due}", True
    yield f"Trekker: {card.owner}", False
    yield f"Hoort bij: {belongs}" if belongs else "Hoort bij geen prioriteit of norm", False
