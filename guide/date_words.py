"""Which Dutch text is a date phrase: an optional lead, an optional part and a core.

'uiterlijk' (lead) 'eind' (part) 'juni 2027' (core). Every core names its reader in date_periods.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from guide import date_periods as read
from guide.date_periods import Match, Period

_BEFORE = "v(?:o\u0301?|ó|ò){2}r"  # vóór in every spelling, also with separate accents
_LEADS = (
    rf"uiterlijk(?:\s+(?:op|per|in|{_BEFORE}))?|{_BEFORE}|per|op|in|na|met|tegen|rond|t/m|"
    r"met\s+ingang\s+van|tot(?:\s+en\s+met)?|deadline:?"
)
_LEAD = (
    rf"(?:(?P<ready>klaar|gereed|afgerond|af)\s*:?\s+)?(?:(?P<lead>{_LEADS})\s+)?"
    r"(?:(?P<part>begin|medio|half|halverwege|midden|einde?)\s+(?:(?:van|in)\s+)?)?"
)
BEFORE = re.compile(rf"(?:uiterlijk\s+)?{_BEFORE}", re.IGNORECASE)
STRONG_LEAD = re.compile(r"uiterlijk|per|tegen|deadline|tot|t/m|v.?ó|v.*\u0301", re.IGNORECASE)

_MONTH = (
    r"(?P<month>jan(?:uari)?|febr?(?:uari)?|maart|mrt|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|"
    r"sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_YEAR = (
    r"(?:(?:\s+van)?\s*[,/-]?\s*"
    r"(?P<year>[0-9]{4}|['’‘][0-9]{2}|(?:dit|volgend|komend)\s+jaar)(?![0-9]))"
)
_DAY_NAME = r"(?:maan|dins|woens|donder|vrij|zater|zon)dag"
_COUNT = rf"[0-9]{{1,3}}|één|{'|'.join(read.COUNTS)}"
_WITHIN = r"(?:over|binnen(?:\s+nu\s+en)?)"
_ORDINAL = r"(?P<ordinal>eerste|tweede|derde|vierde|laatste|[1-4](?:e|ste|de))"
_THIS = r"deze|dit|volgende?|komende?|aanstaande"
_THE = rf"(?:(?:(?:de|het)\s+)?(?:{_THIS})\s+|(?:de|het)\s+)"

# pattern, reader, and whether it is clear enough in a sentence without a lead before it
_CORES: tuple[tuple[str, Callable[[Match, dt.date], Iterator[Period]], bool], ...] = (
    (
        r"(?P<year>[0-9]{4})-(?P<number>[0-9]{1,2})-(?P<day>[0-9]{1,2})",
        read.day_in_numbers,
        True,
    ),
    (
        r"(?P<day>[0-9]{1,2})(?P<mark>[-/.])(?P<number>[0-9]{1,2})(?P=mark)"
        r"(?P<year>[0-9]{4}|[0-9]{2})",
        read.day_in_numbers,
        True,
    ),
    (
        rf"(?:(?P<name>{_DAY_NAME})\s+)?(?P<day>[0-9]{{1,2}})(?:e|ste|de)?[\s./-]*{_MONTH}{_YEAR}?",
        read.day_in_words,
        True,
    ),
    (
        r"(?P<day>[0-9]{1,2})[-/](?P<number>[0-9]{1,2})(?!\s+[^\W\d_])",
        read.day_and_month_number,
        False,
    ),
    (r"(?P<near>vandaag|morgen|overmorgen)", read.near_day, False),
    (
        r"(?P<next1>volgende\s+week\s+)?(?:(?:aanstaande|komende|volgende)\s+)?"
        rf"(?P<name>{_DAY_NAME})(?P<next2>\s+volgende\s+week)?",
        read.day_of_week,
        False,
    ),
    (
        rf"{_WITHIN}\s+(?P<count>{_COUNT})\s+"
        r"(?P<unit>dag(?:en)?|week|weken|maand(?:en)?|kwartaal|kwartalen|jaar)",
        read.distance,
        True,
    ),
    (
        rf"{_WITHIN}\s+(?P<halves>(?:een\s+)?half|anderhalf)\s+jaar",
        read.distance_in_halves,
        True,
    ),
    (rf"{_MONTH}{_YEAR}", read.month, True),
    (rf"{_MONTH}(?P<year>)", read.month, False),
    (r"(?P<number>0?[1-9]|1[0-2])[-/](?P<year>20[0-9]{2})", read.month_in_numbers, True),
    (
        rf"(?:het\s+)?(?:Q(?P<digit1>[1-4])|{_ORDINAL}\s+kwartaal|kwartaal\s+(?P<digit2>[1-4]))"
        rf"{_YEAR}?",
        read.quarter,
        True,
    ),
    (
        rf"(?:de\s+|het\s+)?(?P<half>eerste|tweede|[12]e)\s+(?:helft|half\s?jaar){_YEAR}?",
        read.half_year,
        True,
    ),
    (
        rf"{_THE}?(?P<season>voorjaar|lente|zomer(?:vakantie)?|najaar|herfst|winter|"
        rf"kerst(?:vakantie)?|jaarwisseling)(?:{_YEAR}(?:\s?[-/]\s?(?:20)?[0-9]{{2}})?)?",
        read.season,
        True,
    ),
    (
        rf"(?:(?:de|het)\s+(?=komend))?(?P<which>{_THIS}|de|het)\s+(?P<unit>week|maand|kwartaal|jaar)",
        read.named_unit,
        True,
    ),
    (rf"week\s+(?P<number>[0-9]{{1,2}}){_YEAR}?", read.week_number, False),
    (r"(?P<year>20[0-9]{2})", read.whole_year, False),
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One kind of date phrase."""

    pattern: re.Pattern[str]
    read: Callable[[Match, dt.date], Iterator[Period]]
    alone: bool


def _phrase(core: str, reader: Callable[[Match, dt.date], Iterator[Period]], alone: bool) -> Phrase:
    # Not inside a longer word or number: 'v1.10.20', '1.4-3' and 'zomerschool' are no dates.
    text = rf"(?<![\w.,/#@-]){_LEAD}(?P<core>{core})(?![\w/]|[.,-][0-9])"
    return Phrase(re.compile(text, re.IGNORECASE), reader, alone)


@cache
def phrases() -> tuple[Phrase, ...]:
    """Every kind of date phrase; compiled at the first date, because it costs start-up time."""
    return tuple(_phrase(*core) for core in _CORES)
