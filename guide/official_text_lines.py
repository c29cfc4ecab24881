"""The messy text of a report as clean lines: what a norm can be found in.

Extractions differ in everything but the words: tabs, marks of HTML or markdown, soft hyphens, page
headers in the middle of a sentence. Here all of that becomes lines that say of themselves how they
stand; nothing here knows what a norm is.
"""

from __future__ import annotations

import html
import re
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

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
_PAGE = re.compile(
    r"(?i)[-–—|]?\s*(?:(?:pagina|pag\.?|blz\.?|p\.)\s*)?\d{1,3}"
    r"(?:\s*(?:van|of|/|\|)\s*\d{1,3})?\s*[-–—|]?$"
)
_END = re.compile(r"[.;:!?…]\W{0,2}$")
_LAST_WORDS = frozenset(
    ["aan", "als", "bij", "dat", "de", "die", "door", "een", "en", "het", "hun", "in", "is", "met", "naar", "of", "om", "ook", "op", "te", "tot", "uit", "van", "voor", "waar", "waarmee", "waarvan", "wat", "worden", "zich", "zijn", "zodat"]
)
_FEWEST_WRAPPED = 20
_PAGE_LINES = 10
_HEADER_LINES = 4


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
    """The lines that hold words, without page headers and page numbers."""
    pages = _plain(text).split("\f")
    rows = [(n > 0 and not k, row) for n, p in enumerate(pages) for k, row in enumerate(_rows(p))]
    return _without_headers(_read(rows, one_space_is_a_page=len(pages) == 1))


def _plain(text: str) -> str:
    """The text without marks of HTML and markdown; a table cell becomes a line."""
    text = "\f".join(clean(page) for page in text.split("\f"))
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
    plain_gap = 2 if _is_double_spaced([row for _, row in rows]) else 1
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
        lines.append(Line(_HEADING.sub("", words, count=1), empty >= plain_gap, page, heading))
        empty, page = 0, False
    return lines


def _has_one_space(row: str) -> bool:
    return row[:1] == " " and row[1:2].strip() != ""


def _is_double_spaced(rows: Sequence[str]) -> bool:
    """Whether an empty row stands between rows of one sentence, and so says nothing."""
    apart = together = 0
    last, empty = "", False
    for row in rows:
        words = row.strip()
        if not words:
            empty = True
            continue
        if last and words[:1].islower() and not _END.search(last):
            apart, together = apart + empty, together + (not empty)
        last, empty = words, False
    return apart >= _FEWEST_WRAPPED and apart > together


def _without_headers(lines: list[Line]) -> list[Line]:
    """Without page numbers and what stands on every page; the next line begins a page."""
    for _ in range(_HEADER_LINES):
        lines, before = _without_one_header(lines), len(lines)
        if len(lines) == before:
            break
    return lines


def _without_one_header(lines: list[Line]) -> list[Line]:
    numbers = {n for n, line in enumerate(lines) if _PAGE.fullmatch(line.text)}
    dropped = numbers | _repeated(lines, numbers)
    kept: list[Line] = []
    page = False
    for n, line in enumerate(lines):
        if n in dropped:
            page = True
        else:
            kept.append(replace(line, page=line.page or page))
            page = False
    return kept


def _repeated(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    places: dict[str, list[int]] = {}
    for n, line in enumerate(lines):
        if n not in numbers:
            places.setdefault(re.sub(r"\d+", "#", line.text.lower()), []).append(n)
    return {
        n
        for key, found in places.items()
        if len(found) > 1 and len(key) < 120
        for n in _header_places(lines, found, numbers)
    }


def _header_places(lines: Sequence[Line], found: list[int], numbers: set[int]) -> list[int]:
    """The places of a line that comes back on every page; none when it is a line of the text."""
    edge = [n for n in found if _at_the_edge(lines, n, numbers)]
    if len(edge) > 1:
        return edge
    texts = [lines[n].text for n in found]
    if any(_END.search(text) or MARKED.match(text) or text[:1].islower() for text in texts):
        return []
    counted = [[int(number) for number in re.findall(r"\d+", text)] for text in texts]
    rising = all(a < b for a, b in zip(counted, counted[1:], strict=False))
    steps = [b - a for a, b in zip(found, found[1:], strict=False)]
    even = min(steps) >= _PAGE_LINES and max(steps) <= 3 * statistics.median(steps)
    return found if len(found) > 2 and (rising or even) else []


def _at_the_edge(lines: Sequence[Line], n: int, numbers: set[int]) -> bool:
    """Whether a line stands at the top or the foot of a page."""
    ends_page = n + 1 < len(lines) and lines[n + 1].page
    return lines[n].page or ends_page or bool({n - 1, n + 1} & numbers)


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
