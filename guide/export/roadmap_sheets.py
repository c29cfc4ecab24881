"""Lays the groeipad out on sheets of A4 on its side: a column per year, a legend in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from guide.export.picture_fonts import lines_of, text_width
from guide.export.picture_shapes import INK, LINE, SOFT, TEXT, TINT, Box, Group, Shape, Sheet, Words
from guide.export.roadmap_cards import SMALL, card_group, card_height, priority_colour
from guide.roadmap_picture import Card, Lane, RoadmapPicture

_WIDTH, _HEIGHT = 841.89, 595.28
_MARGIN, _BETWEEN = 28.0, 12.0
_TITLE, _SUBTITLE, _YEAR = 22.0, 10.5, 13.0
_TITLE_HIGH, _YEAR_HIGH, _BELOW_YEAR = 50.0, 44.0, 8.0
_LEGEND_LINE = 12.5
_NARROWEST, _EMPTY_LANE = 180.0, 90.0
_MOST_COLUMNS = 3
_MOST_IN_LEGEND = 9
_LEGEND_COLUMNS = 3
_EXPLAINED = (
    "Elke kaart is één actie, met haar nummer in de actielijst. Wat het eerst klaar is, staat "
    "bovenaan. De kleur links is die van de prioriteit; haar nummer staat ook op de kaart."
)
_NO_CARD = "Nog geen actie."
_NO_MORE = "Geen acties meer."


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of cards on one sheet, or of a year on all of them."""

    lane: Lane
    x: float
    width: float
    heads: bool


def roadmap_sheets(shown: RoadmapPicture) -> tuple[Sheet, ...]:
    """The picture on as few sheets as its cards need; the last one is as high as what is on it."""
    legend = _legend(shown)
    room = _HEIGHT - 2 * _MARGIN - _TITLE_HIGH - _YEAR_HIGH - _legend_height(legend)
    every = [_fill(columns, room) for columns in _ways(shown.lanes)]
    chosen = min(every, key=len)
    return tuple(
        _sheet(shown, legend, filled, (number, len(chosen)))
        for number, filled in enumerate(chosen, start=1)
    )


_Filled = list[tuple[_Column, tuple[Card, ...]]]


def _ways(lanes: Sequence[Lane]) -> Iterator[list[_Column]]:
    """Ways to divide the width: even columns first, then more columns for the fullest years."""
    yield _columns(lanes, [1] * len(lanes), 0)
    full = [index for index, lane in enumerate(lanes) if lane.cards]
    for counts in product(range(1, _MOST_COLUMNS + 1), repeat=len(full)):
        asked = dict(zip(full, counts, strict=True))
        made = _columns(lanes, [asked.get(n, 0) for n in range(len(lanes))], _EMPTY_LANE)
        if all(column.width >= _NARROWEST for column in made if column.lane.cards):
            yield made


def _columns(lanes: Sequence[Lane], counts: list[int], empty: float) -> list[_Column]:
    """The columns of each lane; one with no column of its own gets a narrow one."""
    total = sum(counts) + counts.count(0)
    room = _WIDTH - 2 * _MARGIN - (total - 1) * _BETWEEN - counts.count(0) * empty
    width = room / max(sum(counts), 1)
    made: list[_Column] = []
    x = _MARGIN
    for lane, count in zip(lanes, counts, strict=True):
        for number in range(max(count, 1)):
            made.append(_Column(lane, x, width if count else empty, number == 0))
            x += made[-1].width + _BETWEEN
    return made


def _fill(columns: list[_Column], room: float) -> list[_Filled]:
    """Per sheet which cards stand in which column, each year from left to right and then on."""
    waiting = {id(column.lane): list(column.lane.cards) for column in columns}
    sheets: list[_Filled] = []
    while not sheets or any(waiting.values()):
        sheets.append([(each, _take(waiting[id(each.lane)], each.width, room)) for each in columns])
    return sheets


def _take(cards: list[Card], width: float, room: float) -> tuple[Card, ...]:
    taken: list[Card] = []
    while cards and (not taken or card_height(cards[0], width) <= room):
        room -= card_height(cards[0], width)
        taken.append(cards.pop(0))
    return tuple(taken)


def _sheet(
    shown: RoadmapPicture, legend: list[tuple[str, str]], filled: _Filled, count: tuple[int, int]
) -> Sheet:
    used = max(sum(card_height(c, column.width) for c in cards) for column, cards in filled)
    bottom = _HEIGHT - _MARGIN - _legend_height(legend)
    if count[0] == count[1]:
        bottom = min(bottom, _MARGIN + _TITLE_HIGH + _YEAR_HIGH + max(used, 40.0))
    groups = [
        _heading(shown, count),
        *_years(filled, bottom, first=count[0] == 1),
        *_cards(filled),
        _legend_group(legend, bottom),
    ]
    return Sheet(_WIDTH, bottom + _legend_height(legend) + _MARGIN, tuple(groups))


def _heading(shown: RoadmapPicture, count: tuple[int, int]) -> Group:
    room = _WIDTH - 2 * _MARGIN
    title = lines_of(shown.title, room, _TITLE, 1, bold=True)[0]
    sheet = f" Blad {count[0]} van {count[1]}." if count[1] > 1 else ""
    return Group(
        "Titel",
        (
            Words(_MARGIN, _MARGIN + 20, title, _TITLE, True, INK),
            Words(_MARGIN, _MARGIN + 38, shown.subtitle + sheet, _SUBTITLE, False, SOFT),
        ),
    )


def _years(filled: _Filled, bottom: float, *, first: bool) -> Iterator[Group]:
    """The head of each year over all its columns, and the line that time runs along."""
    top = _MARGIN + _TITLE_HIGH
    for column, _ in filled:
        if not column.heads:
            continue
        same = [(each, cards) for each, cards in filled if each.lane is column.lane]
        width = same[-1][0].x + same[-1][0].width - column.x
        shapes: list[Shape] = [Box(column.x, top, width, _YEAR_HIGH - _BELOW_YEAR, TINT)]
        shapes.append(Box(column.x, top, width, 2.5, INK))
        for line in lines_of(column.lane.title, width - 16, _YEAR, 1, bold=True):
            shapes.append(Words(column.x + 8, top + 17, line, _YEAR, True, INK))
        # The narrow column of a year without actions has no room for its date.
        if text_width(column.lane.until, SMALL) <= width - 16:
            shapes.append(Words(column.x + 8, top + 29, column.lane.until, SMALL, False, SOFT))
        if not any(cards for _, cards in same):
            said = _NO_CARD if first and not column.lane.cards else _NO_MORE
            shapes.append(Words(column.x + 8, top + _YEAR_HIGH + 12, said, SMALL + 1, False, SOFT))
        yield Group(column.lane.title, tuple(shapes))


def _cards(filled: _Filled) -> Iterator[Group]:
    for column, cards in filled:
        y = _MARGIN + _TITLE_HIGH + _YEAR_HIGH
        for card in cards:
            yield card_group(card, column.x, y, column.width)
            y += card_height(card, column.width)


def _legend(shown: RoadmapPicture) -> list[tuple[str, str]]:
    """(number, text) of each priority, and a last line when there are too many."""
    width = (_WIDTH - 2 * _MARGIN) / _LEGEND_COLUMNS - 24
    told = [
        (number, lines_of(f"{number} {title}", width, SMALL, 1)[0])
        for number, title in shown.priorities
    ]
    if len(told) <= _MOST_IN_LEGEND:
        return told
    rest = len(told) - _MOST_IN_LEGEND + 1
    return [*told[: _MOST_IN_LEGEND - 1], ("", f"en nog {rest} prioriteiten: zie het verslag")]


def _legend_height(legend: list[tuple[str, str]]) -> float:
    return (2 + -(-len(legend) // _LEGEND_COLUMNS)) * _LEGEND_LINE


def _legend_group(legend: list[tuple[str, str]], top: float) -> Group:
    shapes: list[Shape] = [Box(_MARGIN, top + 4, _WIDTH - 2 * _MARGIN, 0.75, LINE)]
    column = (_WIDTH - 2 * _MARGIN) / _LEGEND_COLUMNS
    below = top + 2 * _LEGEND_LINE - 6
    shapes.append(Words(_MARGIN, below, _EXPLAINED, SMALL, False, SOFT))
    for index, (number, text) in enumerate(legend):
        x = _MARGIN + (index % _LEGEND_COLUMNS) * column
        y = below + (1 + index // _LEGEND_COLUMNS) * _LEGEND_LINE
        if number:
            shapes.append(Box(x, y - 7, 8, 8, priority_colour(number)))
        shapes.append(Words(x + 13, y, text, SMALL, False, TEXT))
    return Group("Uitleg", tuple(shapes))
