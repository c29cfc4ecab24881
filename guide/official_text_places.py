"""Where each norm begins: the numbers of a framework, in its order, found among the lines.

A number can stand in many places: in a table of contents, in a reference, before a footnote or a
heading. The places that fit together best win: in order, close together, with the right elements.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guide.content_models import Element, Framework, Norm
from guide.official_text_lines import BULLETS, Line, is_broken_off, is_open, width_of
from guide.official_text_notes import is_note

_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|o(?= ))\s*(?=\S|$)")
_NUMBERED = re.compile(r"\(?(\d{1,2})[).](?:\s+|$)")
_LETTER = re.compile(r"\(?(?:\d{1,2}(?:\.\d{1,2})?\s?\.?\s?)?([A-Za-z])[).:](?:\s+|$)")
_DOTTED_LINE = re.compile(r"(?:\.\s?){4,}\s*\d*$|…\s*\d*$")
_ENDS_IN_PAGE = re.compile(r"\w \d{1,3}$")
_STYLES = (
    r"[Nn]orm\s*(?P<number>{number})\s?[).:]?\s*[-–—]?(?:\s+|$)",
    r"\(?(?P<number>{number})\)(?:\s*|$)",
    r"(?P<number>{number})\s?[.:](?:\s+|(?=[A-Z])|$)",
    r"(?P<number>{number})(?:\s+|$)",
)
_DOTTED_STYLE = r"(?:[Nn]orm\s*)?\(?(?P<number>{number})\s?[).:]*\s*[-–—]?(?:\s+|(?=[A-Z])|$)"
_MOST_PLACES = 25
_LOOK_AHEAD = 8
_MOST_LINES = 250
_FOUND, _ELEMENTS, _SENTENCE, _PER_LINE = 10.0, 10.0, 4.0, 0.01


@dataclass(frozen=True, slots=True)
class Place:
    """A line where a norm may begin, and the column where its words begin."""

    line: int
    column: int
    worth: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A line where an element may begin: its label, '' for a bullet."""

    line: int
    column: int
    label: str


@dataclass(frozen=True, slots=True)
class Cut:
    """Where a text begins within the lines of a norm, and whose it is: '' for nobody's."""

    line: int
    column: int
    id: str = ""


def places_of(framework: Framework, lines: Sequence[Line], notes: set[int]) -> dict[str, Place]:
    """Norm id -> where it begins, for the norms that were found; `notes` are footnote numbers."""
    norms = [norm for theme in framework.themes for norm in theme.norms]
    marks = marks_of(lines)
    dotted = any("." in norm.number for norm in norms)
    styles = (_DOTTED_STYLE,) if dotted else _STYLES
    tried = [
        _best(norms, [_places(norm, s, lines, notes) for norm in norms], marks) for s in styles
    ]
    return max(tried, key=lambda found: found[0])[1]


def marks_of(lines: Iterable[Line]) -> list[Mark]:
    """Every line that begins as an element may begin."""
    return [Mark(n, *found) for n, line in enumerate(lines) for found in _marks(line.text)]


def _marks(text: str) -> Iterator[tuple[int, str]]:
    if found := _BULLET.match(text):
        yield found.end(), ""
    if found := _LETTER.match(text) or _NUMBERED.match(text):
        yield found.end(), found[1].lower()


def elements_between(
    elements: Sequence[Element], marks: Sequence[Mark], start: int, end: int
) -> list[Mark | None]:
    """The mark of each element, in order, among the lines from start to end."""
    here = marks[bisect_left(marks, start, key=_line) : bisect_left(marks, end, key=_line)]
    if elements and all(element.label.isdigit() for element in elements):
        bullets = [mark for mark in here if not mark.label]
        if bullets:
            return list(bullets)
    found: list[Mark | None] = []
    after = -1
    for element in elements:
        fits = (m for m in here if m.label == element.label.lower() and m.line > after)
        mark = next(fits, None)
        after = mark.line if mark else after
        found.append(mark)
    return found


def cuts_of(norm: Norm, lines: Sequence[Line]) -> list[Cut]:
    """Where the elements begin in the lines of one norm; the first line is the norm's own.

    Another number of dashes than the norm has elements says where texts begin, not whose they are.
    """
    marks = [mark for mark in marks_of(lines) if mark.line > 0]
    found = elements_between(norm.elements, marks, 0, len(lines))
    if len(found) > len(norm.elements):
        found = [mark for mark in found if mark and lines[mark.line - 1].ends]
    ids = [element.id for element in norm.elements]
    if len(found) != len(ids):
        ids = [""] * len(found)
    return [Cut(m.line, m.column, id_) for m, id_ in zip(found, ids, strict=True) if m]


def _line(mark: Mark) -> int:
    return mark.line


def _places(norm: Norm, style: str, lines: Sequence[Line], notes: set[int]) -> list[Place]:
    number = r"\s?\.\s?".join(map(re.escape, norm.number.split(".")))
    pattern = re.compile(style.format(number=number + r"(?![\d]|\.\d)"))
    found = []
    for n, line in enumerate(lines):
        match = pattern.match(line.text)
        if match and not _is_heading(lines, n, line.text[match.end() :], notes):
            words = line.text[match.end() :] or (lines[n + 1].text if n + 1 < len(lines) else "")
            found.append(Place(n, match.end(), 0.0 if words[:1].islower() else _SENTENCE))
    return sorted(found, key=lambda p: (-p.worth, p.line))[:_MOST_PLACES]


def _is_heading(lines: Sequence[Line], n: int, words: str, notes: set[int]) -> bool:
    """Whether a numbered line is a heading or stands in a table of contents, not a norm."""
    if lines[n].heading or _DOTTED_LINE.search(words):
        return True
    following = lines[n + 1] if n + 1 < len(lines) else None
    if following is None or not words or following.goes_on:
        return not words and following is None
    if _ENDS_IN_PAGE.search(words):
        return True
    if lines[n].ends or next(_marks(following.text), None) or is_note(following, notes):
        return False
    return not is_open(lines[n]) and not is_broken_off(
        lines[n], following, width_of(lines[n : n + _LOOK_AHEAD])
    )


def _best(
    norms: Sequence[Norm], places: Sequence[list[Place]], marks: Sequence[Mark]
) -> tuple[float, dict[str, Place]]:
    """The increasing row of places with the highest score, worked out from the last norm back."""
    best: dict[tuple[int, Place], tuple[float, tuple[int, Place] | None]] = {}
    for n in reversed(range(len(norms))):
        for place in places[n]:
            later = [key for key in best if key[0] > n and key[1].line > place.line]
            ways = [
                (_worth(norms[n], place, key[1].line, marks) + best[key][0], key) for key in later
            ]
            alone = (_worth(norms[n], place, None, marks), None)
            best[n, place] = max([*ways, alone], key=lambda way: way[0])
    if not best:
        return 0.0, {}
    here: tuple[int, Place] | None = max(best, key=lambda key: best[key][0])
    score, found = best[here][0] if here else 0.0, {}
    while here is not None:
        found[norms[here[0]].id] = here[1]
        here = best[here][1]
    return score, found


def _worth(norm: Norm, place: Place, end: int | None, marks: Sequence[Mark]) -> float:
    limit = place.line + _MOST_LINES
    worth = _FOUND + place.worth - _PER_LINE * ((end or limit) - place.line)
    if not norm.elements:
        return worth
    found = elements_between(norm.elements, marks, place.line, min(end or limit, limit))
    right = sum(mark is not None for mark in found)
    if end is None:
        right = min(right, len(norm.elements))
    return worth + _ELEMENTS * max(0.0, 1 - abs(right - len(norm.elements)) / len(norm.elements))
