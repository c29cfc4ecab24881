"""The messy text of a report as clean lines: what a norm can be found in.

Extractions differ in everything but the words: tabs, marks of HTML or markdown, soft hyphens, page
headers in the middle of a sentence. Here all of that becomes lines that say of themselves how they
stand; nothing here knows what a norm is.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from guide.plain_text import clean

BULLETS = "-–—−•·●○◦▪▫■□‣⁃∙*➢✓\uf0b7\uf0a7\uf02d\uf0d8"
_MARK = rf"(?:[{re.escape(BULLETS)}o]|\(?[A-Za-z][).:]|\(?\d{{1,2}}(?:\.\d{{1,2}})?[).:]*)"
MARKED = re.compile(rf"(?:{_MARK}|[Nn]orm\s+\d[\d.]*\S?)(?:\s|$)")

_BREAKING = re.compile(r"(?i)</?(?:p|br|div|tr|td|th|table|ul|ol|h[1-6])\b[^<>]*>")
_LIST_ITEM = re.compile(r"(?i)<li\b[^<>]*>")
_RAISED = re.compile(r"(?i)<sup\b[^<>]*>\s*\[?(\d{1,3})\]?\s*</sup>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_EMPHASIS = re.compile(r"\*\*+|__+|(?<![\w*])\*(?=\w)|(?<=[\w.,;:)])\*(?!\w)")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ODD_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u3000]")
_SHAPES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_MARK_AND_TAB = re.compile(rf"(?m)^([ \t]*(?:{_MARK}))[ ]*\t+")
_WITHIN = re.compile(r"(?<=[.;:]) +(?=[a-z]\)(?: |$)|\d{1,2}\) [A-Z]|[-–] |•)|(?<=\S) +(?=[•▪●] )")
_HEADING = re.compile(r"#{1,6}\s+")
_RULE = re.compile(r"[-–—_=*.|:\s]{2,}$")
_END = re.compile(r"[.;:!?…]\W{0,2}$")
_LAST_WORDS = frozenset(
    [
        "aan",
        "als",
        "bij",
        "dat",
        "de",
        "die",
        "door",
        "een",
        "en",
        "het",
        "hun",
        "in",
        "is",
        "met",
        "naar",
        "of",
        "om",
        "ook",
        "op",
        "te",
        "tot",
        "uit",
        "van",
        "voor",
        "waar",
        "waarmee",
        "waarvan",
        "wat",
        "worden",
        "zich",
        "zijn",
        "zodat",
    ]
)
_FEWEST_WRAPPED = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, and what stood between it and the line before."""

    text: str
    gap: bool = False
    page: bool = False
    heading: bool = False

    @property
    def ends(self) -> bool:
        """Whether a sentence or an item ends here."""
        return bool(_END.search(self.text))

    @property
    def goes_on(self) -> bool:
        """Whether it can only go on from what stood before."""
        return self.text[:1].islower() or self.text[:1] in ",;)"


def lines_of(text: str) -> list[Line]:
    """The lines that hold words."""
    pages = _plain(text).split("\f")
    rows = [(n > 0 and not k, row) for n, p in enumerate(pages) for k, row in enumerate(_rows(p))]
    return _read(rows, one_space_is_a_page=len(pages) == 1)


def _plain(text: str) -> str:
    """The text without marks of HTML and markdown; a table cell becomes a line."""
    text = "\f".join(clean(page) for page in unicodedata.normalize("NFC", text).split("\f"))
    for mark, words in _SHAPES.items():
        text = text.replace(mark, words)
    text = _RAISED.sub(r"[\1]", _LIST_ITEM.sub("\n• ", _BREAKING.sub("\n", text)))
    text = html.unescape(_TAG.sub("", text))
    text = _ODD_SPACE.sub(" ", _INVISIBLE.sub("", text))
    return _EMPHASIS.sub("", _LINK.sub(r"\1", text))


def _rows(page: str) -> Iterator[str]:
    """The rows of a page, broken where a cell or an item begins."""
    page = _MARK_AND_TAB.sub(r"\1 ", page)
    for row in re.split(r"[\n\t|]", page):
        yield from _WITHIN.split(row) if row.strip() else [row]


def _read(rows: Sequence[tuple[bool, str]], one_space_is_a_page: bool) -> list[Line]:
    usual_gap = _usual_gap([row for _, row in rows])
    spaced = sum(_has_one_space(row) for _, row in rows)
    trusted = one_space_is_a_page and spaced * 5 < len(rows)
    lines: list[Line] = []
    empty, page = 0, False
    for first, row in rows:
        words = " ".join(row.split())
        page = page or first or (trusted and _has_one_space(row))
        if not words or _RULE.fullmatch(words):
            empty += 1
            continue
        heading = bool(_HEADING.match(words))
        lines.append(Line(_HEADING.sub("", words, count=1), empty > usual_gap, page, heading))
        empty, page = 0, False
    return lines


def _has_one_space(row: str) -> bool:
    return row[:1] == " " and row[1:2].strip() != ""


def _usual_gap(rows: Sequence[str]) -> int:
    """How many empty rows stand between two rows of one sentence; these say nothing."""
    gaps: Counter[int] = Counter()
    last, empty = "", 0
    for row in rows:
        words = row.strip()
        if not words:
            empty += 1
            continue
        if last and words[:1].islower() and not _END.search(last):
            gaps[empty] += 1
        last, empty = words, 0
    usual, times = gaps.most_common(1)[0] if gaps else (0, 0)
    return usual if times >= _FEWEST_WRAPPED else 0


def width_of(lines: Iterable[Line]) -> int:
    """How long a line can get here before it is broken off."""
    return max((len(line.text) for line in lines), default=0)


def is_broken_off(line: Line, following: Line, width: int) -> bool:
    """Whether a line ended only because the next word did not fit any more."""
    word = following.text.split(" ", 1)[0]
    return len(line.text) + 1 + len(word) > 0.9 * width


def is_open(line: Line) -> bool:
    """Whether a line ends in a word that no heading ends in."""
    return line.text.rsplit(" ", 1)[-1].lower() in _LAST_WORDS or line.text.endswith(",")
