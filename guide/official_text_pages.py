"""Page numbers and the lines that come back on every page: taken out of a text that runs on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from guide.official_text_lines import MARKED, Line

_PAGE = re.compile(
    r"(?i)[-–—|]?\s*(?:(?:pagina|pag\.?|blz\.?|p\.)\s*)?\d{1,3}"
    r"(?:\s*(?:van|of|/|\|)\s*\d{1,3})?\s*[-–—|]?$"
)
_NORM = re.compile(r"(?:[Nn]orm )?\(?\d{1,2}(?:\.\d{1,2}|[).:])")
_PAGE_LINES = 10
_HEADER_LINES = 4


def without_headers(lines: list[Line]) -> list[Line]:
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
    if len(edge) > 1 and not _counts_norms([lines[n].text for n in edge]):
        return edge
    texts = [lines[n].text for n in found]
    if any(lines[n].ends or lines[n].goes_on for n in found) or any(map(MARKED.match, texts)):
        return []
    counted = [[int(number) for number in re.findall(r"\d+", text)] for text in texts]
    rising = all(a < b for a, b in pairwise(counted))
    steps = sorted(b - a for a, b in pairwise(found))
    even = steps[0] >= _PAGE_LINES and steps[-1] <= 3 * steps[len(steps) // 2]
    return found if len(found) > 2 and (rising or even) else []


def _counts_norms(texts: Sequence[str]) -> bool:
    """Whether these are norms that begin alike: each time another number, with a mark after it."""
    return len(set(texts)) > 1 and any(_NORM.match(text) for text in texts)


def _at_the_edge(lines: Sequence[Line], n: int, numbers: set[int]) -> bool:
    """Whether a line stands at the top or the foot of a page."""
    begins = n == 0 or lines[n].page
    ends = n + 1 == len(lines) or lines[n + 1].page
    return begins or ends or bool({n - 1, n + 1} & numbers)
