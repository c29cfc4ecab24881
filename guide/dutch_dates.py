"""Dates as people write and read them in Dutch: 'vóór de zomer' to a day, a day to words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guide.date_periods import Match, Period, Precision
from guide.date_words import BEFORE, STRONG_LEAD, Phrase, phrases

Span = tuple[int, int]

_STRONG = 3
# A day named after these words is when something was, not when an action is ready.
_LOOKS_BACK = ("van", "sinds", "vanaf", "dd", "d.d.", "versie", "dateert")
_ENDS_HERE = (".", ",", ";", ")", "#", "@", "\n")


@dataclass(frozen=True, slots=True)
class UnderstoodDate:
    """A date as it was understood.

    `words` is what was typed. `certain` is False when the guide chose something: the year in
    '1 juni', the day in 'medio juni' or 'vóór de zomer'.
    """

    date: dt.date
    words: str
    precision: Precision
    certain: bool


def understand_date(text: str, today: dt.date) -> UnderstoodDate | None:
    """The day that a phrase such as '1-6-2027', 'Q2 2027' or 'vóór de zomer' means.

    A period means its last day; 'vóór' a period the day before it, 'per' its first day, 'na' the
    day after it. 'Vóór de zomer' is 30 June, 'na de zomer' 1 September, 'vóór de kerst' 24
    December. Without a year it is the first such day from today on. None when the text is no
    date; raises InputError when it is one that does not exist (31 februari).
    """
    words = text.strip().rstrip(".")
    for phrase in phrases():
        match = phrase.pattern.fullmatch(words)
        if match is not None and (found := _understood(phrase, match, today, words)):
            return found
    return None


def find_date(text: str, today: dt.date) -> tuple[UnderstoodDate, Span] | None:
    """The date in a sentence and where it stands, from its lead ('klaar vóór') to its end.

    A date counts after a lead such as vóór, uiterlijk, per or in, and without one only at the end
    of a clause ('… regelen, juni 2027'). With more dates the clearest lead wins, then the last.
    A day in the past only counts after a strong lead such as vóór or uiterlijk: 'het plan dat in
    2019 is gemaakt' says nothing about when. Raises InputError when the date does not exist.
    """
    found = [(phrase, match) for phrase in phrases() for match in phrase.pattern.finditer(text)]
    ranked = [
        (_clearness(phrase, match), match.start(), phrase, match)
        for phrase, match in _widest(found)
    ]
    for clear, _, phrase, match in sorted(ranked, key=lambda each: each[:2], reverse=True):
        start = match.end("ready") if match["ready"] else match.start()
        words = text[start : match.end()].lstrip(" :\t\n")
        date = _understood(phrase, match, today, words) if clear else None
        if date and (clear == _STRONG or date.date >= today):
            return date, match.span()
    return None


def _widest(found: Iterable[tuple[Phrase, Match]]) -> Iterator[tuple[Phrase, Match]]:
    """The matches that do not lie within another: '1 juni 2027' but not the 'juni 2027' in it."""
    widest = (0, 0)
    for phrase, match in sorted(found, key=lambda each: (each[1].start(), -each[1].end())):
        if match.end() > widest[1] or match.span() == widest:
            widest = max(widest, match.span(), key=lambda span: span[1])
            yield phrase, match


def _clearness(phrase: Phrase, match: Match) -> int:
    """How surely the words are meant as a date: _STRONG lead, 2 weak lead, 1 none, 0 no."""
    lead, part = match["lead"] or "", match["part"]
    if match["ready"] or STRONG_LEAD.match(lead):
        return _STRONG
    if lead or part:
        return 2
    rest = match.string[match.end() : match.end() + 9].lstrip(" \t")
    words_before = match.string[max(match.start() - 20, 0) : match.start()].lower().split()
    looks_back = bool(words_before) and words_before[-1] in _LOOKS_BACK
    at_end = not rest or rest.startswith(_ENDS_HERE)
    return int(phrase.alone and at_end and not looks_back)


def _understood(phrase: Phrase, match: Match, today: dt.date, words: str) -> UnderstoodDate | None:
    lead, part = (match["lead"] or "").lower(), (match["part"] or "").lower()
    meant = [(_day_of(period, part, lead), period) for period in phrase.read(match, today)]
    if not meant:
        return None
    day, period = next((each for each in meant if each[0] >= today), meant[-1])
    loose = part not in ("", "eind", "einde")
    return UnderstoodDate(day, words, period.precision, period.certain and not loose)


def _day_of(period: Period, part: str, lead: str) -> dt.date:
    """The day that lead and part point at."""
    if part:
        return _day_of_part(period, part)
    if period.start == period.end and period.precision != "season":
        return period.end
    if BEFORE.fullmatch(lead):
        return period.start - dt.timedelta(days=1)
    if lead in ("per", "met ingang van"):
        return period.start
    return period.end + dt.timedelta(days=1) if lead == "na" else period.end


def _day_of_part(period: Period, part: str) -> dt.date:
    if part.startswith("eind"):
        return period.end
    length = (period.end - period.start).days
    early, middle = {"month": (9, 14), "year": (89, 180)}.get(
        period.precision, (length // 3, length // 2)
    )
    return period.start + dt.timedelta(days=early if part == "begin" else middle)


def date_in_words(day: dt.date) -> str:
    """'22 november 2026', whatever the locale of the server."""
    from babel.dates import format_date  # heavy: not at app start

    return format_date(day, "d MMMM y", locale="nl")


def short_date(day: dt.date) -> str:
    """'22-11-2026'."""
    return f"{day:%d-%m-%Y}"


def time_in_words(time: dt.time | dt.datetime) -> str:
    """'13.30 uur'."""
    return f"{time.hour}.{time.minute:02} uur"


def number(value: float) -> str:
    """'3.019' or '2,5': a point for thousands and a comma for decimals."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale="nl", decimal_quantization=False)
