"""Lines joined to running text: a word that was broken at the end of a line becomes whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from guide.official_text_lines import Line

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_OPEN_END = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_FIRST = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_JOINING = frozenset({"en", "of", "tot", "dan", "als", "c.q", "naar"})


class Joiner:
    """Joins lines; what the whole document writes shows which hyphens belong to a word."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Learn the words of the document."""
        self._known = Counter(w.lower() for line in lines for w in _WORD.findall(line.text))
        self._breaks_words = self._has_broken_words(lines)

    def join(self, lines: Iterable[str]) -> str:
        """The lines as one paragraph."""
        words: list[str] = []
        for line in lines:
            begin, *rest = line.split() or [""]
            end = _OPEN_END.search(words[-1]) if words else None
            first = _FIRST.match(begin)
            if end is None or first is None or first[0].lower() in _JOINING:
                words.append(begin)
            elif self._is_one_word(end[1], first[0]):
                words[-1] = words[-1][:-1] + begin
            else:
                words[-1] += begin
            words += rest
        return " ".join(words).strip()

    def _is_one_word(self, begin: str, rest: str) -> bool:
        begin, rest = begin.lower(), rest.lower()
        whole, hyphened = self._known[begin + rest], self._known[f"{begin}-{rest}"]
        if whole or hyphened:
            return whole > hyphened
        return self._breaks_words

    def _has_broken_words(self, lines: Sequence[Line]) -> bool:
        """Whether words are broken at syllables here: often, or seen whole elsewhere."""
        ends = whole = 0
        for line, following in pairwise(lines):
            end, first = _OPEN_END.search(line.text), _FIRST.match(following.text)
            if end and first and first[0].islower() and first[0] not in _JOINING:
                ends += 1
                whole += self._known[(end[1] + first[0]).lower()] > 0
        return whole > 0 or ends * 20 > len(lines) > 20
