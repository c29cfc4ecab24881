"""Where the last text of a norm ends: before the heading of the next theme or of another chapter.

Between two norms of one theme stands nothing else. Elsewhere a heading may follow, with text of its
own below it: a line that starts with a capital, does not end as a sentence does, and was not broken
off only because it was full.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto

from guide.content_models import Framework
from guide.official_text_lines import Line, is_broken_off, is_open

_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+[A-ZÀ-Þ]")
_SENTENCE_END = re.compile(r"[.;!?…][\"”’)\]]*\s+(?=[^\W\d_a-zà-ÿ]|\d|[“‘\"'])")
_ALIKE = 0.85


class Follows(Enum):
    """What comes after the last text of a norm."""

    SAME_THEME = auto()
    NEXT_THEME = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Headings:
    """What the headings of a framework can be known by."""

    word: str
    titles: tuple[str, ...]

    def know(self, line: Line) -> bool:
        """Whether the line is one of these headings."""
        words = line.text.lower()
        if re.match(rf"{re.escape(self.word)}\s+\d+\b", words) and line.text[:1].isupper():
            return True
        return any(SequenceMatcher(None, words, title).ratio() > _ALIKE for title in self.titles)


def headings_of(framework: Framework) -> Headings:
    """The word for a theme and the titles of the themes."""
    titles = tuple(theme.title.lower() for theme in framework.themes)
    return Headings(framework.theme_word.lower(), titles)


def own_lines(
    lines: Sequence[Line], follows: Follows, headings: Headings, width: int
) -> list[Line]:
    """The lines from the beginning of a text that belong to it."""
    if follows is Follows.SAME_THEME:
        return list(lines)
    end = next(
        (n for n in range(1, len(lines)) if _stops(lines, n, follows, headings, width)), None
    )
    if end is not None:
        return list(lines[:end])
    return _without_run_on(lines) if follows is Follows.NEXT_THEME else list(lines)


def _stops(lines: Sequence[Line], n: int, follows: Follows, headings: Headings, width: int) -> bool:
    last, line = lines[n - 1], lines[n]
    if line.heading or headings.know(line):
        return True
    if follows is Follows.UNKNOWN and last.ends and (line.gap or _NUMBERED.match(line.text)):
        return True
    return _begins_heading(lines, n, width) and _is_only_heading(lines, n, follows, width)


def _begins_heading(lines: Sequence[Line], n: int, width: int) -> bool:
    last, line = lines[n - 1], lines[n]
    if line.goes_on or is_open(last):
        return False
    return last.ends or line.gap or line.page or not is_broken_off(last, line, width)


def _is_only_heading(lines: Sequence[Line], n: int, follows: Follows, width: int) -> bool:
    """Whether no sentence begins here: nothing to the end is one, or the line stops by itself."""
    rest = lines[n:]
    if follows is Follows.NEXT_THEME and not any(_has_end(line) for line in rest):
        return True
    if len(rest) < 2 or rest[0].ends or is_open(rest[0]) or rest[1].goes_on:
        return False
    return rest[1].gap or rest[1].page or not is_broken_off(rest[0], rest[1], width)


def _has_end(line: Line) -> bool:
    return line.ends or bool(_SENTENCE_END.search(line.text))


def _without_run_on(lines: Sequence[Line]) -> list[Line]:
    """Without a heading that stands in one line with the text before it."""
    ends = list(_SENTENCE_END.finditer(lines[-1].text)) if lines else []
    if not ends or lines[-1].ends:
        return list(lines)
    words = lines[-1].text[: ends[-1].end()].rstrip()
    return [*lines[:-1], Line(words, lines[-1].gap, lines[-1].page)]
