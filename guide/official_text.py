"""Official norm texts in one's own copy of a report, found by the structure of our framework.

The numbers of the norms, the letters or dashes of their elements and the order of both show where
a text begins and ends. What is not certain is reported as missing: a text under the wrong heading
is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from guide.content_models import Framework, Norm
from guide.errors import OwnCopyError
from guide.official_text_doubts import Part, certain_texts
from guide.official_text_ends import Follows, Headings, headings_of, own_lines
from guide.official_text_lines import Line, lines_of, width_of
from guide.official_text_notes import (
    marked_numbers,
    note_numbers,
    numbers_of,
    without_marks,
    without_notes,
)
from guide.official_text_pages import without_headers
from guide.official_text_places import Cut, Place, cuts_of, places_of
from guide.official_text_words import Joiner

_TAIL_LINES = 3
_ENOUGH = 3
_MOST_LINES = 200


@dataclass(frozen=True, slots=True)
class FoundTexts:
    """The official texts by the id of their norm or element, and the ids that were not found."""

    texts: Mapping[str, str]
    missing: tuple[str, ...]

    @property
    def found(self) -> tuple[str, ...]:
        """The ids of the norms and elements that were found."""
        return tuple(self.texts)

    def count_of(self, norm: Norm) -> int:
        """How many elements of a norm were found."""
        return sum(element.id in self.texts for element in norm.elements)


def find_official_texts(text: str, framework: Framework) -> FoundTexts:
    """The official texts of a framework in the text of a report; raises nothing."""
    search = _Search(framework, without_headers(lines_of(text)))
    texts = search.texts()
    wanted = [i for norm in _norms(framework) for i in (norm.id, *(e.id for e in norm.elements))]
    return FoundTexts(
        {id_: texts[id_] for id_ in wanted if id_ in texts},
        tuple(id_ for id_ in wanted if id_ not in texts),
    )


def require_norms(found: FoundTexts, framework: Framework) -> None:
    """Raise OwnCopyError when what was found cannot be this framework.

    Other reports have numbered sections too, so numbers prove little; a norm that has exactly the
    right elements proves more. A part of the framework is enough when there are a few of those.
    """
    norms = _norms(framework)
    telling = [norm for norm in norms if norm.elements] or norms
    complete = [n for n in telling if n.id in found.texts and found.count_of(n) == len(n.elements)]
    present = sum(norm.id in found.texts for norm in norms)
    half = present * 2 >= len(norms) and len(complete) * 2 >= len(telling)
    if not half and (len(complete) < _ENOUGH or telling is norms):
        raise OwnCopyError(
            f"In dit bestand staan geen normen van {framework.short}.",
            f"Kies het rapport met het normenkader ‘{framework.title}’, of kies hierboven een "
            "ander normenkader.",
        )


def _norms(framework: Framework) -> list[Norm]:
    return [norm for theme in framework.themes for norm in theme.norms]


class _Search:
    """One search in one document."""

    def __init__(self, framework: Framework, lines: Sequence[Line]) -> None:
        self._framework = framework
        self._lines = lines
        self._numbers = numbers_of(framework) | marked_numbers(lines)
        self._places = places_of(framework, lines, self._numbers)
        starts = {place.line for place in self._places.values()}
        self._kept = without_notes(lines, self._numbers, starts)
        self._joiner = Joiner(lines)
        self._headings: Headings = headings_of(framework)

    def texts(self) -> dict[str, str]:
        """Every text that is certain, by the id of its norm or element."""
        norms = _norms(self._framework)
        ends = [self._places[norm.id].line for norm in norms if norm.id in self._places]
        following = dict(pairwise(ends))
        texts: dict[str, str] = {}
        for norm, after in pairwise([*norms, None]):
            place = self._places.get(norm.id) if norm else None
            if norm and place:
                end = following.get(place.line, len(self._lines))
                texts.update(self._of_norm(norm, place, end, self._what_follows(norm, after)))
        return texts

    def _what_follows(self, norm: Norm, after: Norm | None) -> Follows:
        if after is None or after.id not in self._places:
            return Follows.UNKNOWN
        of_one = any(
            norm in theme.norms and after in theme.norms for theme in self._framework.themes
        )
        return Follows.SAME_THEME if of_one else Follows.NEXT_THEME

    def _of_norm(self, norm: Norm, place: Place, end: int, follows: Follows) -> dict[str, str]:
        lines = [self._lines[n] for n in self._kept if place.line <= n < end]
        cuts = [Cut(0, place.column, norm.id), *cuts_of(norm, lines), Cut(len(lines), 0)]
        width = width_of(lines[: cuts[-2].line + _TAIL_LINES])
        parts: dict[str, Part] = {}
        for cut, after in pairwise(cuts):
            own = lines[cut.line : min(after.line, cut.line + _MOST_LINES + 1)]
            if after is cuts[-1]:
                own = own_lines(own, follows, self._headings, width)
            if cut.id and len(own) <= _MOST_LINES:
                turns = any(line.page for line in own[1:])
                parts[cut.id] = Part(self._joined(own, cut.column, norm), turns)
        return certain_texts(norm, parts)

    def _joined(self, lines: Sequence[Line], column: int, norm: Norm) -> str:
        words = [lines[0].text[column:], *(line.text for line in lines[1:])]
        return without_marks(self._joiner.join(words), note_numbers(norm), self._numbers)
