"""Decides how wide columns are: by weight, but never so narrow that an ordinary word is cut.

Word cuts a word that does not fit its cell without a hyphen. So a column gets the room its longest
word needs; when that is more than the page has, the letters become smaller, and only then do the
longest words give way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from guide.minutes.model import Table

# Widths of letters in twentieths of a point, at 10 points, in Arial and fonts like it.
_NARROW, _WIDE = set("fijlrtI.,:;!'|()[] "), set("mwMW@%")
_LETTER = {"narrow": 62, "wide": 172, "other": 114}
_BOLD = 1.07
_WIDE_FONTS = {"Verdana", "Tahoma", "Georgia", "Trebuchet MS", "Century Gothic", "DejaVu Sans"}
_WIDE_FONT = 1.2
_SMALL_TEXT = 0.9
_CELL_MARGINS = 190
_WORD_ENDS = re.compile(r"[\s/-]+")
# No column is widened for longer words than this: those are web addresses and the like.
_LONGEST = 3400
_LEAST = 800
_STEP = 100
_SHARE_FOR_WORDS = 0.97


@dataclass(frozen=True, slots=True)
class Fit:
    """How a table fits on the page."""

    widths: tuple[int, ...]
    small_text: bool = False


def fit_columns(table: Table, total: int, font: str = "") -> Fit:
    """The widths of the columns, together at most `total`."""
    room = int(total * _SHARE_FOR_WORDS)
    words = [_longest_word(table, index, font) for index in range(len(table.columns))]
    for scale in (1.0, _SMALL_TEXT):
        needs = _needs(words, scale, _LONGEST)
        if sum(needs) <= room:
            return Fit(_by_weight(table, needs, total), small_text=scale < 1)
    for longest in range(_LONGEST, _LEAST, -_STEP):
        needs = _needs(words, _SMALL_TEXT, longest)
        if sum(needs) <= room:
            return Fit(_by_weight(table, needs, total), small_text=True)
    return Fit((total // len(needs),) * len(needs), small_text=True)


def word_width(text: str, font: str = "", *, bold: bool = False) -> int:
    """About how wide a piece of text is at 10 points, in twentieths of a point."""
    narrow, wide = (sum(letter in kind for letter in text) for kind in (_NARROW, _WIDE))
    other = len(text) - narrow - wide
    width = narrow * _LETTER["narrow"] + wide * _LETTER["wide"] + other * _LETTER["other"]
    return int(width * (_BOLD if bold else 1) * (_WIDE_FONT if font in _WIDE_FONTS else 1))


def _needs(words: Sequence[int], scale: float, longest: int) -> list[int]:
    """The width each column needs for its longest word, up to `longest`."""
    return [min(int(word * scale), longest) + _CELL_MARGINS for word in words]


def _longest_word(table: Table, index: int, font: str) -> int:
    words = {word for row in table.rows for word in _WORD_ENDS.split(row[index])}
    title = _WORD_ENDS.split(table.columns[index].title)
    heads = (word_width(word, font, bold=True) for word in title)
    return max(*heads, *(word_width(word, font) for word in words), 0, 0)


def _by_weight(table: Table, needs: list[int], total: int) -> tuple[int, ...]:
    """Divide `total` by weight over the columns that then get what they need."""
    weights = [max(column.weight, 0.01) for column in table.columns]
    fixed: set[int] = set()
    while True:
        room = total - sum(needs[index] for index in fixed)
        share = sum(weight for index, weight in enumerate(weights) if index not in fixed)
        widths = [
            needs[index] if index in fixed else int(room * weight / share)
            for index, weight in enumerate(weights)
        ]
        narrow = {index for index, width in enumerate(widths) if width < needs[index]} - fixed
        if not narrow:
            return tuple(widths)
        fixed |= narrow
