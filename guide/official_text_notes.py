"""Footnotes: taken out of the lines between which they stand, and their marks out of the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from guide.content_models import Element, Framework, Norm, Theme
from guide.official_text_lines import BULLETS, Line

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE = re.compile(
    rf"(?:(?P<plain>\d{{1,2}})|\[\^?(?P<boxed>\d{{1,2}})\]:?|(?P<raised>[{_RAISED}]{{1,2}}))"
    r"\s*(?P<words>.*)"
)
_BEGINS = re.compile(r"[A-ZÀ-Þ‘“\"'(\[]|https?:|www\.")
_CLOSING = r"[\"”’)\]]?[.,;:]?[\"”’)\]]?"
_AFTER = r"(?![\d.,]*\d)(?!\w)"
_GLUED = re.compile(rf"[a-zà-ÿ]{{2}}{_CLOSING}(\d{{1,2}}){_AFTER}")
_MARK = re.compile(
    rf"[{re.escape(BULLETS)}] |\(?[a-z]\)|[a-z]\. [A-Z]|\d{{1,2}}[).](?: |$)"
    r"|(?:[Nn]orm )?\d{1,2}\.\d{1,2}[.):]*(?: [A-Z]|$)"
)
_UNIT = r"(?<!\bm)(?<!\bkm)(?<!\bcm)"
_ALWAYS = re.compile(rf"\s*{_UNIT}[{_RAISED}]+|\s*\[\^?\d{{1,3}}\]|\s*\^\d{{1,3}}\^?")


def numbers_of(framework: Framework) -> set[int]:
    """The numbers of the footnotes that the framework knows."""
    return {
        number
        for theme in framework.themes
        for number in [*_numbers(theme), *(n for norm in theme.norms for n in note_numbers(norm))]
    }


def note_numbers(norm: Norm) -> set[int]:
    """The numbers of the footnotes of a norm and of its elements."""
    parts: tuple[Norm | Element, ...] = (norm, *norm.elements)
    return {number for part in parts for number in _numbers(part)}


def _numbers(part: Theme | Norm | Element) -> Iterator[int]:
    yield from (int(note.number) for note in part.footnotes if note.number.isdigit())


def marked_numbers(lines: Iterable[Line]) -> set[int]:
    """The numbers that stand glued to a word somewhere, as the mark of a footnote does."""
    return {int(number) for line in lines for number in _GLUED.findall(line.text)}


def without_notes(lines: Sequence[Line], numbers: set[int], starts: set[int]) -> list[int]:
    """The lines, by their place, that are no part of a footnote; `starts` certainly are not."""
    kept: list[int] = []
    inside = False
    for n, line in enumerate(lines):
        if n in starts:
            inside = False
        elif is_note(line, numbers):
            inside = True
        elif inside:
            whole = not kept or lines[kept[-1]].ends
            inside = not _ends_note(lines[n - 1], line, whole)
        if not inside:
            kept.append(n)
    return kept


def is_note(line: Line, numbers: set[int]) -> bool:
    """Whether a footnote begins here: a number, apart, and then a sentence."""
    match = _NOTE.match(line.text)
    if match is None or line.heading or not _BEGINS.match(match["words"]):
        return False
    if match["raised"] or match["boxed"]:
        return True
    return int(match["plain"]) in numbers and match.end("plain") < match.start("words")


def _ends_note(last: Line, line: Line, text_was_whole: bool) -> bool:
    """Whether the text goes on here; a footnote may run on to the next page as the text may."""
    if _MARK.match(line.text) or line.heading:
        return True
    if line.goes_on:
        return last.ends or ((line.page or line.gap) and not text_was_whole)
    return line.page or (line.gap and last.ends)


def without_marks(text: str, own: set[int], known: set[int]) -> str:
    """The text without the marks of footnotes; other numbers stay.

    A raised or boxed number always goes, one glued to a word when a footnote is known by it, one
    apart from the word only when it is a footnote of this very part.
    """
    text = _ALWAYS.sub("", text)
    for number in sorted(known | own, reverse=True):
        letters = r"[^\W\d_]" if number in own else "[a-zà-ÿ]{2}"
        text = re.sub(rf"({letters}{_CLOSING}){number}{_AFTER}", r"\1", text)
    for number in own:
        text = re.sub(rf"(?<=\w) {number}(?=[.,;:)])", "", text)
    return re.sub(r"\s+(?=[.,;:](?:\s|$))", "", text)
