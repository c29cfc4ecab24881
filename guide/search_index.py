"""Finds texts by the words in them: whole words, beginnings, parts of compounds and typing errors.

Knows nothing of norms; guide/library.py says what a text is.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+(?:\\.[0-9]+[a-z]?)*")
# fmt: off
_STOP_WORDS = frozenset((
    "aan", "als", "bij", "dan", "dat", "de", "deze", "die", "dit", "doe", "een", "en", "er",
    "het", "hoe", "ik", "in", "is", "je", "kan", "met", "moet", "naar", "nog", "nu", "of", "om",
    "onder", "ook", "op", "over", "te", "tot", "uit", "van", "voor", "waar", "waarom", "wat",
    "we", "welke", "werd", "wie", "wij", "worden", "wordt", "zegt", "zijn", "betekent",
))
# fmt: on
_WHOLE, _START, _PART, _ALIKE = 1.0, 0.8, 0.55, 0.4


@dataclass(frozen=True, slots=True)
class Field:
    """A piece of text of a document. In a heading a match counts before any match elsewhere."""

    text: str
    weight: float
    heading: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A document that fits: how well, where, and which of its words matched."""

    document: int
    score: float
    in_heading: bool
    complete: bool
    field: int
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Best:
    score: float
    quality: float
    field: int
    word: str


def fold(text: str) -> str:
    """The text without capitals and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in apart if not unicodedata.combining(c))


def words_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Every word, folded, with where it stands in the text."""
    for match in _WORD.finditer(text):
        yield fold(match.group()), match.start(), match.end()


class Index:
    """An inverted index over documents, each a sequence of fields; made once, then only read."""

    def __init__(self, documents: Sequence[Sequence[Field]]) -> None:
        self._documents = documents
        places: defaultdict[str, dict[tuple[int, int], None]] = defaultdict(dict)
        for number, fields in enumerate(documents):
            for position, field in enumerate(fields):
                for word in _indexed(field):
                    places[word][number, position] = None
        self._places = {word: tuple(found) for word, found in places.items()}
        self._words = list(self._places)

    def search(self, query: str) -> list[Match]:
        """The documents that fit, best first: with all words, or else with half of them or more."""
        typed = [word for word, _, _ in words_in(query)]
        tokens = [word for word in typed if word not in _STOP_WORDS] or typed
        phrases = {" ".join(typed), " ".join(tokens)}
        best: dict[int, Match] = {}
        for variant in _variants(tokens):
            for match in self._matches(variant, phrases):
                if match.document not in best or _rank(match) > _rank(best[match.document]):
                    best[match.document] = match
        matches = sorted(best.values(), key=_rank, reverse=True)
        complete = [match for match in matches if match.complete]
        return complete or matches

    def _matches(self, tokens: Sequence[str], phrases: set[str]) -> Iterator[Match]:
        found = [self._best_places(token) for token in tokens]
        for number in set().union(*found):
            hits = [places[number] for places in found if number in places]
            if 2 * len(hits) < len(tokens):
                continue
            fields = self._documents[number]
            top = max(hits, key=lambda hit: hit.score)
            yield Match(
                number,
                sum(hit.score for hit in hits) * len(hits) / len(tokens)
                + _phrase_bonus(fields, phrases),
                all(fields[hit.field].heading and hit.quality >= _PART for hit in hits),
                len(hits) == len(tokens),
                top.field,
                frozenset(hit.word for hit in hits),
            )

    def _best_places(self, token: str) -> dict[int, _Best]:
        """Document -> the best place of this token in it."""
        best: dict[int, _Best] = {}
        for word, quality in self._alike(token):
            places = self._places[word]
            rarity = 1 + math.log(len(self._documents) / len(places) + 1)
            for number, position in places:
                score = quality * self._documents[number][position].weight * rarity
                if number not in best or score > best[number].score:
                    best[number] = _Best(score, quality, position, word)
        return best

    def _alike(self, token: str) -> list[tuple[str, float]]:
        """The words of the index that this token may stand for."""
        if len(token) < 2 or token[0].isdigit():
            return [(token, _WHOLE)] if token in self._places else []
        found = [(word, _quality(token, word)) for word in self._words if token in word]
        found = [(word, quality) for word, quality in found if quality]
        return found or self._misspelt(token)

    def _misspelt(self, token: str) -> list[tuple[str, float]]:
        if len(token) < 4:
            return []
        from rapidfuzz import process  # only when no word fits as typed
        from rapidfuzz.distance import OSA

        errors = 1 if len(token) < 8 else 2
        near = process.extract(
            token, self._words, scorer=OSA.distance, score_cutoff=errors, limit=8
        )
        return [(word, _ALIKE / (1 + distance / 4)) for word, distance, _ in near]


def _indexed(field: Field) -> Iterator[str]:
    """The words of a field; of a heading also each pair as one word ('verwijs index')."""
    words = [word for word, _, _ in words_in(field.text)]
    yield from words
    if field.heading:
        yield from (first + second for first, second in pairwise(words))


def _variants(tokens: list[str]) -> Iterator[list[str]]:
    """The tokens, and the tokens with two neighbours written as one word."""
    if tokens:
        yield tokens
    for at in range(min(len(tokens), 6) - 1):
        yield [*tokens[:at], tokens[at] + tokens[at + 1], *tokens[at + 2 :]]


def _quality(token: str, word: str) -> float:
    if token == word:
        return _WHOLE
    if word.startswith(token):
        return _START * (0.75 + 0.25 * len(token) / len(word))
    return _PART if len(token) >= 4 else 0.0


def _phrase_bonus(fields: Sequence[Field], phrases: set[str]) -> float:
    """Extra for a heading that is what was typed, or begins with it."""
    headings = [fold(field.text) for field in fields if field.heading]
    if not phrases.isdisjoint(headings):
        return 40.0
    return 10.0 if any(heading.startswith(tuple(phrases)) for heading in headings) else 0.0


def _rank(match: Match) -> tuple[bool, bool, float]:
    return match.complete, match.in_heading, match.score


def excerpt(text: str, words: frozenset[str], most: int) -> str:
    """At most so many characters of the text, around the first of these words, cut at spaces."""
    if len(text) <= most:
        return text
    place = next((start for word, start, _ in words_in(text) if word in words), 0)
    start = 0 if place < most // 2 else text.rfind(" ", 0, place - most // 3) + 1
    end = text.rfind(" ", start, start + most) if start + most < len(text) else len(text)
    end = end if end > start else start + most
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")
