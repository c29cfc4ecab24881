"""The marks inside an action or decision: norms after #, the trekker after @, the date.

The trekker after @ is
- what stands between quotes: @"beleidsadviseur jeugd, gemeente";
- when @ comes after the text of the action: all words up to the next mark. A mark is #, another @,
  the date, a semicolon, a new line, the end of a sentence, or a word with which the action goes on
  ('over', 'om', 'zodat' …);
- when @ comes first: a known group ('opvang VO') or one word, with the capitalised words behind it
  ('Veilig Thuis'); or everything up to a colon ('@beleidsadviseur jeugd, gemeente: plan maken').
A second @ names who takes part.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.dutch_dates import Span, UnderstoodDate, find_date
from guide.errors import InputError

_NORM = re.compile(r"(?<![\w#@&/])#\s?(?:norm\s?)?(?P<typed>\w+(?:[.-]\w+)*)", re.IGNORECASE)
_EMPTY_NORM = re.compile(r"(?<![\w#@&/])#(?=\s*(?:$|[^\w\s#]|\s[^0-9]))")
_AT = re.compile(r"(?<![^\s(,;])@")
_QUOTED = re.compile("[\"“”„‘'](?P<name>[^\"“”„‘'’\n]+)[\"”“’']")
_GOES_ON = re.compile(
    r"[;\n@#]|(?<=\w{3})\.(?=\s)|\s(?:over|om|zodat|omdat|waarbij|waarin|naar|die|dat|vóór|"
    r"uiterlijk|klaar|gereed|voor(?=\s+[0-9]))(?=\s)",
    re.IGNORECASE,
)
_FIRST_WORDS = re.compile(r"[^\s,;:#@]+(?:[ \t]+[^\W\d_a-zà-ÿ][^\s,;:#@]*)*")
_UP_TO_COLON = re.compile(r"(?P<name>[^:;\n@#]{2,80}?)\s*:(?=\s)")
_BETWEEN_NORMS = re.compile(r"\s*(?:[,;&+/]|en)?\s*")


@dataclass(frozen=True, slots=True)
class Marks:
    """What the marks in a text say, and the text without the marks that were understood."""

    rest: str
    norms: tuple[str, ...] = ()
    owner: str = ""
    partners: str = ""
    date: UnderstoodDate | None = None
    unclear: tuple[str, ...] = ()


def norm_marks(text: str, norm_ids: Mapping[str, str]) -> Marks:
    """The norms in a text; a number that is not known stays in the text and is reported."""
    spans, norms, unclear = _norms(text, norm_ids)
    return Marks(_without(text, spans), norms, unclear=unclear)


def all_marks(
    text: str, *, today: dt.date, norm_ids: Mapping[str, str], groups: Sequence[str]
) -> Marks:
    """Norms, trekker, partners and date in a text; `groups` are the known names after @."""
    norm_spans, norms, unclear = _norms(text, norm_ids)
    date, date_spans, impossible = _date(text, today)
    owners = list(_owners(text, (*norm_spans, *date_spans), groups))
    named = [(name, span) for name, span in owners if name]
    nameless = ("Achter @ staat geen naam.",) if len(named) < len(owners) else ()
    names = [name for name, _ in named]
    spans = (*norm_spans, *date_spans, *(span for _, span in named))
    return Marks(
        rest=_without(text, spans),
        norms=norms,
        owner=names[0] if names else "",
        partners=", ".join(names[1:]),
        date=date,
        unclear=(*unclear, *nameless, *impossible),
    )


def _norms(
    text: str, norm_ids: Mapping[str, str]
) -> tuple[tuple[Span, ...], tuple[str, ...], tuple[str, ...]]:
    """Where the known norms stand, their ids, and a sentence for each that is not known."""
    spans: list[Span] = []
    found: dict[str, None] = {}
    unclear = {"Achter # staat geen norm.": None} if _EMPTY_NORM.search(text) else {}
    for match in _NORM.finditer(text):
        norm = norm_ids.get(match["typed"].lower())
        if norm is None:
            unclear[f"Norm {match['typed']} ken ik niet."] = None
            continue
        found[norm] = None
        joined = spans and _BETWEEN_NORMS.fullmatch(text, spans[-1][1], match.start())
        spans.append((spans.pop()[0] if joined else match.start(), match.end()))
    return tuple(spans), tuple(found), tuple(unclear)


def _date(
    text: str, today: dt.date
) -> tuple[UnderstoodDate | None, tuple[Span, ...], tuple[str, ...]]:
    try:
        found = find_date(text, today)
    except InputError as error:
        return None, (), (str(error),)
    return (found[0], (found[1],), ()) if found else (None, (), ())


def _owners(text: str, marks: Sequence[Span], groups: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """Every name after @ with its place; '' when there is none."""
    end = 0
    first = _AT.search(text)
    before = text[: first.start()] if first else ""
    said = bool(_without(before, [mark for mark in marks if mark[1] <= len(before)]))
    for at in _AT.finditer(text):
        if at.start() < end or any(start <= at.start() < stop for start, stop in marks):
            continue  # inside the quotes of an earlier name, or inside a mark
        limit = min((start for start, _ in marks if start >= at.end()), default=len(text))
        if text[at.start() - 1 : at.start()] == "(" and (closing := text.find(")", at.end())) > 0:
            limit = min(limit, closing)
        name, end = _name(text, at.end(), limit, None if said else groups)
        said = True
        yield name, (at.start(), end)


def _name(
    text: str, start: int, limit: int, groups_when_first: Sequence[str] | None
) -> tuple[str, int]:
    """The name that starts here, and where it ends."""
    if quoted := _QUOTED.match(text, start):
        return quoted["name"].strip(), quoted.end()
    if groups_when_first is not None:
        return _short_name(text, start, limit, groups_when_first)
    goes_on = _GOES_ON.search(text, start, limit)
    typed = text[start : goes_on.start() if goes_on else limit]
    if typed[:1].isspace():
        return "", start
    name = re.sub(r"(?:[\s,.:()–-]|\s(?:en|klaar))+$", "", typed)
    return name, start + len(name)


def _short_name(text: str, start: int, limit: int, groups: Sequence[str]) -> tuple[str, int]:
    if colon := _UP_TO_COLON.match(text, start, limit):
        return colon["name"].strip(), colon.end()
    words = _FIRST_WORDS.match(text, start, limit)
    if words is None:
        return "", start
    ends = [start + len(g) for g in groups if text[start : start + len(g)].lower() == g.lower()]
    whole = [end for end in ends if not text[end : end + 1].isalnum()]
    end = max(whole, default=0)
    end = max(end, start + len(words.group().rstrip(".)")))
    return text[start:end], end


def _without(text: str, spans: Sequence[Span]) -> str:
    """The text without these places, tidied where something was taken out."""
    if not spans:
        return text.strip()
    kept, position = [], 0
    for start, end in sorted(spans):
        kept.append(text[position:start])
        position = max(end, position)
    joined = " ".join([*kept, text[position:]])
    joined = re.sub(r"\(\s*\)", " ", joined)
    joined = re.sub(r"[ \t]+", " ", joined)
    joined = re.sub(r"\s*,(?:\s*,)+", ",", joined)
    joined = re.sub(r"[ ,]+(?=[.;:!?)])| +(?=,)", "", joined)
    return re.sub(r"^[\s,;:.–-]+|[\s,;:–-]+$", "", joined)
