"""The numbers, letters and dashes that Word draws before the paragraphs of a list.

They stand in no paragraph: Word counts them. Whoever reads the text of a document must count too.
"""

from __future__ import annotations

import re
from collections import defaultdict

from docx.oxml.ns import qn

from guide.export.docx_xml import NAMESPACES, Element, value_of

BULLET = "•"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_STYLES = 20
_MOST = 3000


class Numbering:
    """Counts along with the paragraphs of one document, in their order."""

    def __init__(self, lists: Element | None, styles: Element) -> None:
        """Take the lists and the styles of the document."""
        self._styles = {s.get(qn("w:styleId"), ""): s for s in styles.iter(qn("w:style"))}
        self._kinds: dict[str, Element] = {}
        self._kind_of: dict[str, str] = {}
        self._starts: dict[str, set[int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._seen: set[str] = set()
        if lists is not None:
            self._read(lists)

    def _read(self, lists: Element) -> None:
        for kind in lists.iter(qn("w:abstractNum")):
            self._kinds[kind.get(qn("w:abstractNumId"), "")] = kind
        for made in lists.iter(qn("w:num")):
            number = made.get(qn("w:numId"), "")
            self._kind_of[number] = value_of(made, "w:abstractNumId") or ""
            restarts = made.findall("w:lvlOverride[w:startOverride]", NAMESPACES)
            self._starts[number] = {int(each.get(qn("w:ilvl"), "0")) for each in restarts}

    def mark_of(self, paragraph: Element) -> str:
        """What Word draws before this paragraph; '' for a paragraph of no list."""
        number, depth = self._place_of(paragraph)
        kind = self._kinds.get(self._kind_of.get(number, ""))
        level = None if kind is None else _level(kind, depth)
        if kind is None or level is None:
            return ""
        counts = self._count(number, depth, kind)
        if value_of(level, "w:numFmt") == "bullet":
            return BULLET
        shown = value_of(level, "w:lvlText") or ""
        return re.sub(r"%([1-9])", lambda m: _shown(kind, int(m[1]) - 1, counts), shown)

    def _place_of(self, paragraph: Element) -> tuple[str, int]:
        number = value_of(paragraph, "w:pPr/w:numPr/w:numId")
        depth = value_of(paragraph, "w:pPr/w:numPr/w:ilvl")
        style = value_of(paragraph, "w:pPr/w:pStyle")
        for _ in range(_MOST_STYLES):
            found = self._styles.get(style or "")
            if found is None or (number is not None and depth is not None):
                break
            number = number or value_of(found, "w:pPr/w:numPr/w:numId")
            depth = depth or value_of(found, "w:pPr/w:numPr/w:ilvl")
            style = value_of(found, "w:basedOn")
        return number or "", int(depth) if depth and depth.isdigit() else 0

    def _count(self, number: str, depth: int, kind: Element) -> dict[int, int]:
        counts = self._counts[self._kind_of[number]]
        if number not in self._seen:
            self._seen.add(number)
            for level in self._starts[number]:
                counts.pop(level, None)
        counts[depth] = counts.get(depth, _start(kind, depth) - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return counts


def _level(kind: Element, depth: int) -> Element | None:
    return kind.find(f"w:lvl[@w:ilvl='{depth}']", NAMESPACES)


def _start(kind: Element, depth: int) -> int:
    start = value_of(_level(kind, depth), "w:start") or "1"
    return int(start) if start.isdigit() else 1


def _shown(kind: Element, depth: int, counts: dict[int, int]) -> str:
    count = counts.get(depth, _start(kind, depth))
    form = value_of(_level(kind, depth), "w:numFmt") or "decimal"
    if form.endswith("Letter"):
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letters.upper() if form.startswith("upper") else letters
    if form.endswith("Roman"):
        return _roman(min(count, _MOST)).upper() if form.startswith("upper") else _roman(count)
    return "" if form == "none" else str(count)


def _roman(count: int) -> str:
    shown, rest = "", min(count, _MOST)
    for value, letters in _ROMAN:
        shown += letters * (rest // value)
        rest %= value
    return shown
