"""What is not certain about the texts of one norm is left out: it is then reported as not found."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from guide.content_models import Norm
from guide.official_text_lines import Line

_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Part:
    """The text found for a norm or an element, and whether a page turns in it."""

    text: str
    turns: bool

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence or an item does."""
        return Line(self.text).ends


def certain_texts(norm: Norm, parts: dict[str, Part]) -> dict[str, str]:
    """The texts by the id of their norm or element, without those that may be mixed up."""
    doubted = _mixed_columns(norm, parts)
    kept = {id_: part.text for id_, part in parts.items() if part.text and id_ not in doubted}
    kept = _without_neighbours(norm, kept, set(parts))
    if len(kept.get(norm.id, "").split()) < _FEWEST_WORDS:
        kept.pop(norm.id, None)
    return kept


def _mixed_columns(norm: Norm, parts: dict[str, Part]) -> set[str]:
    """Two cells side by side, both broken by the end of a page, are read through one another.

    The norm then stops in the middle of a sentence, and the rest stands where the page turns.
    """
    if len(parts) < 2 or norm.id not in parts or parts[norm.id].ends:
        return set()
    return {norm.id, *(id_ for id_, part in parts.items() if part.turns)}


def _without_neighbours(norm: Norm, kept: dict[str, str], present: set[str]) -> dict[str, str]:
    """Without a text that may go on into that of an element that was not found."""
    kept = dict(kept)
    for id_, after in pairwise([norm.id, *(element.id for element in norm.elements)]):
        if id_ in kept and after not in present:
            opening, colon, _ = kept.pop(id_).partition(":")
            if id_ == norm.id and colon:
                kept[id_] = opening + colon
    return kept
