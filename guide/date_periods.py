"""What a matched date phrase means: the period of days that its words stand for.

The kept library dateparser reads days and distances ('1 juni', 'over 3 maanden'); the readers here
add what it does not know: quarters, seasons, halves, week numbers.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Literal

from guide.errors import InputError

Precision = Literal["day", "month", "quarter", "season", "year"]
Match = re.Match[str]

MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_COUNT_WORDS = (
    *("een", "twee", "drie", "vier", "vijf", "zes"),
    *("zeven", "acht", "negen", "tien", "elf", "twaalf"),
)
COUNTS = {word: count for count, word in enumerate(_COUNT_WORDS, start=1)}
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "laatste": 4}
# First month and number of months. The summer starts in July, as the school holidays do.
_SEASONS = {
    "voorjaar": (3, 3),
    "lente": (3, 3),
    "zomer": (7, 2),
    "najaar": (9, 3),
    "herfst": (9, 3),
}

_parser_lock = Lock()


@dataclass(frozen=True, slots=True)
class Period:
    """The days a phrase means; `certain` is False when its words leave something to choose."""

    start: dt.date
    end: dt.date
    precision: Precision = "day"
    certain: bool = True


def _parsed(text: str, today: dt.date, *parts: str) -> dt.date | None:
    """What dateparser makes of a short text; guarded, since it is not safe in threads."""
    import dateparser  # heavy: only when a date is typed

    with _parser_lock:
        found = dateparser.parse(
            text,
            languages=["nl"],
            settings={
                "DATE_ORDER": "DMY",
                "PREFER_DATES_FROM": "future",
                "RELATIVE_BASE": dt.datetime.combine(today, dt.time()),
                "REQUIRE_PARTS": list(parts),
            },
        )
    return found.date() if found else None


def _no_such(match: Match, noun: str = "datum") -> InputError:
    return InputError(f"{match['core'].strip()} bestaat niet.", f"Kies een andere {noun}.")


def _day(text: str, match: Match, today: dt.date, *, certain: bool = True) -> Iterator[Period]:
    day = _parsed(text, today, "day", "month")
    if day is None:
        raise _no_such(match)
    yield Period(day, day, "day", certain)


def _year(match: Match, today: dt.date) -> int | None:
    """The year that is said; None when it is left out."""
    said = match["year"]
    if not said:
        return None
    digits = re.sub("[^0-9]", "", said)
    if digits:
        return int(digits) + (2000 if len(digits) == 2 else 0)
    return today.year + (0 if said.lower().startswith("dit") else 1)


def _month_number(name: str) -> int:
    return MONTHS.index(name.lower().replace("maart", "mrt")[:3]) + 1


def _months(year: int, first: int, count: int = 1) -> tuple[dt.date, dt.date]:
    """First and last day of so many months; a first month above 12 is in a later year."""
    first_year, first_month = divmod(year * 12 + first - 1, 12)
    last_year, last_month = divmod(year * 12 + first + count - 2, 12)
    last_day = calendar.monthrange(last_year, last_month + 1)[1]
    return (
        dt.date(first_year, first_month + 1, 1),
        dt.date(last_year, last_month + 1, last_day),
    )


def _each_year(
    match: Match, today: dt.date, first: int, count: int, precision: Precision
) -> Iterator[Period]:
    """The months in the year that is said, or in every year around today when none is."""
    said = _year(match, today)
    years = range(today.year - 1, today.year + 3) if said is None else [said]
    for year in years:
        if not 1900 <= year <= 2999:
            raise InputError(f"Het jaar {year} past hier niet.", "Kies een ander jaar.")
        certain = said is not None and precision != "season"
        yield Period(*_months(year, first, count), precision, certain)


def day_in_words(match: Match, today: dt.date) -> Iterator[Period]:
    """'1 juni 2027', '1 juni', 'dinsdag 1 juni 2027'; the day of the week may contradict it."""
    year = _year(match, today)
    month = MONTHS[_month_number(match["month"]) - 1]
    year_text = "" if year is None else f" {year:04}"
    # dateparser looks after its base day, and today itself is a good answer to '22 november'.
    for day in _day(f"{match['day']} {month}{year_text}", match, today - dt.timedelta(days=1)):
        said = (match["name"] or "")[:2].lower()
        certain = year is not None and said in ("", DAYS[day.start.weekday()])
        yield Period(day.start, day.end, "day", certain)


def day_in_numbers(match: Match, today: dt.date) -> Iterator[Period]:
    """'1-6-2027', '1/6/27', '01.06.2027', '2027-06-01'."""
    century = "20" if len(match["year"]) == 2 else ""
    number = int(match["number"])
    if not 1 <= number <= 12:
        raise _no_such(match)  # dateparser would read 1-13-2027 as 13 January
    return _day(f"{match['day']} {MONTHS[number - 1]} {century}{match['year']}", match, today)


def day_and_month_number(match: Match, today: dt.date) -> Iterator[Period]:
    """'1-6': only a date when the second number can be a month."""
    number = int(match["number"])
    if 1 <= number <= 12:
        yesterday = today - dt.timedelta(days=1)
        yield from _day(f"{match['day']} {MONTHS[number - 1]}", match, yesterday, certain=False)


def near_day(match: Match, today: dt.date) -> Iterator[Period]:
    """'vandaag', 'morgen', 'overmorgen'."""
    return _day(match["near"], match, today)


def day_of_week(match: Match, today: dt.date) -> Iterator[Period]:
    """'vrijdag', 'volgende week vrijdag'."""
    weekday = DAYS.index(match["name"][:2].lower())
    if match["next1"] or match["next2"]:
        later = 7 - today.weekday() + weekday
    else:
        later = (weekday - today.weekday() - 1) % 7 + 1
    day = today + dt.timedelta(days=later)
    yield Period(day, day)


def distance(match: Match, today: dt.date) -> Iterator[Period]:
    """'over 3 maanden', 'binnen twee weken', 'over een kwartaal'."""
    unit, count = match["unit"].lower(), match["count"].lower().replace("é", "e")
    number = int(count) if count.isdigit() else COUNTS[count]
    if unit.startswith("kwarta"):
        number, unit = number * 3, "maanden"
    for period in _day(f"over {number} {unit}", match, today):
        yield Period(period.start, period.end, "day" if unit[0] in "dw" else "month")


def distance_in_halves(match: Match, today: dt.date) -> Iterator[Period]:
    """'over een half jaar', 'binnen anderhalf jaar'."""
    months = 18 if match["halves"].lower() == "anderhalf" else 6
    for period in _day(f"over {months} maanden", match, today):
        yield Period(period.start, period.end, "month")


def month(match: Match, today: dt.date) -> Iterator[Period]:
    """'juni 2027', 'juni'."""
    return _each_year(match, today, _month_number(match["month"]), 1, "month")


def month_in_numbers(match: Match, today: dt.date) -> Iterator[Period]:
    """'6-2027', '06/2027'."""
    return _each_year(match, today, int(match["number"]), 1, "month")


def whole_year(match: Match, today: dt.date) -> Iterator[Period]:
    """'2027'."""
    return _each_year(match, today, 1, 12, "year")


def quarter(match: Match, today: dt.date) -> Iterator[Period]:
    """'Q2 2027', 'tweede kwartaal 2027', 'kwartaal 2'."""
    said = (match["ordinal"] or match["digit1"] or match["digit2"]).lower()
    number = _ORDINALS.get(said) or int(said[0])
    return _each_year(match, today, number * 3 - 2, 3, "quarter")


def half_year(match: Match, today: dt.date) -> Iterator[Period]:
    """'eerste helft van 2027', 'tweede halfjaar'."""
    second = match["half"].lower()[0] in "t2"
    return _each_year(match, today, 7 if second else 1, 6, "season")


def season(match: Match, today: dt.date) -> Iterator[Period]:
    """'voorjaar 2027', 'de zomer', 'de kerst', 'de jaarwisseling'."""
    name = match["season"].lower().removesuffix("vakantie")
    if name in _SEASONS:
        coming = "komend" in match["core"].lower() or "volgend" in match["core"].lower()
        for period in _each_year(match, today, *_SEASONS[name], "season"):
            if match["year"] or not coming or period.start > today:
                yield period
        return
    for winter in _each_year(match, today, 12, 3, "season"):
        year = winter.start.year
        christmas = dt.date(year, 12, 25), dt.date(year + 1, 1, 7)
        new_year = dt.date(year + 1, 1, 1), dt.date(year + 1, 1, 1)
        days = {"kerst": christmas, "jaarwisseling": new_year}.get(name)
        yield Period(*days, "season", certain=False) if days else winter


def named_unit(match: Match, today: dt.date) -> Iterator[Period]:
    """'deze week', 'volgende maand', 'volgend jaar'; 'de maand' only in 'eind van de maand'."""
    which = match["which"].lower()
    if which in ("de", "het") and not match["part"]:
        return
    later = int(which.startswith(("volgend", "komend", "aanstaand")))
    match match["unit"].lower():
        case "week":
            week = _working_week(today + dt.timedelta(days=7 * later))
            yield Period(week.start, max(week.end, today), "day", certain=False)
        case "maand":
            yield Period(*_months(today.year, today.month + later), "month")
        case "kwartaal":
            first = (today.month - 1) // 3 * 3 + 1
            yield Period(*_months(today.year, first + 3 * later, 3), "quarter")
        case _:
            yield Period(*_months(today.year + later, 1, 12), "year")


def week_number(match: Match, today: dt.date) -> Iterator[Period]:
    """'week 23', 'week 23 van 2027': Monday to Friday."""
    said = _year(match, today)
    for year in range(today.year, today.year + 2) if said is None else [said]:
        try:
            yield _working_week(dt.date.fromisocalendar(year, int(match["number"]), 1))
        except ValueError as error:
            raise _no_such(match, "week") from error


def _working_week(day: dt.date) -> Period:
    monday = day - dt.timedelta(days=day.weekday())
    return Period(monday, monday + dt.timedelta(days=4), "day", certain=False)
