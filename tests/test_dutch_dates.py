"""Dates as people write them, and as the guide writes them."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.dutch_dates import (
    date_in_words,
    find_date,
    number,
    short_date,
    time_in_words,
    understand_date,
)
from guide.errors import InputError

TODAY = dt.date(2026, 11, 22)
DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2099, 12, 31))


def day(text: str, today: dt.date = TODAY) -> str:
    found = understand_date(text, today)
    assert found is not None, text
    return found.date.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        *("1 juni 2027", "1-6-2027", "01-06-2027", "1/6/27", "01.06.2027", "2027-06-01"),
        *("1 JUNI 2027", "1e juni 2027", "1 jun 2027", "1-jun-2027", "1 juni '27", "1 juni 2027."),
        *(
            "dinsdag 1 juni 2027",
            "vóór 1 juni 2027",
            "uiterlijk op 1 juni 2027",
            "klaar 1 juni 2027",
        ),
        *("voor 1 juni volgend jaar", "vo\u0301o\u0301r 1-6-2027", " t/m 1 juni 2027 "),
    ],
)
def test_a_full_date_is_understood_in_every_way_of_writing(text: str) -> None:
    found = understand_date(text, TODAY)
    assert found is not None
    assert (found.date, found.precision, found.certain) == (dt.date(2027, 6, 1), "day", True)


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("juni 2027", "2027-06-30", "month"),
        ("februari 2028", "2028-02-29", "month"),
        ("6-2027", "2027-06-30", "month"),
        ("eind juni 2027", "2027-06-30", "month"),
        ("volgende maand", "2026-12-31", "month"),
        ("eind van de maand", "2026-11-30", "month"),
        ("juni volgend jaar", "2027-06-30", "month"),
        ("Q2 2027", "2027-06-30", "quarter"),
        ("tweede kwartaal 2027", "2027-06-30", "quarter"),
        ("2e kwartaal van 2027", "2027-06-30", "quarter"),
        ("volgend kwartaal", "2027-03-31", "quarter"),
        ("2027", "2027-12-31", "year"),
        ("eind 2027", "2027-12-31", "year"),
        ("eind dit jaar", "2026-12-31", "year"),
        ("volgend jaar", "2027-12-31", "year"),
    ],
)
def test_a_period_means_its_last_day_and_is_certain(
    text: str, expected: str, precision: str
) -> None:
    found = understand_date(text, TODAY)
    assert found is not None
    assert (found.date.isoformat(), found.precision, found.certain) == (expected, precision, True)


@pytest.mark.parametrize(
    ("text", "expected", "precision"),
    [
        ("1 juni", "2027-06-01", "day"),
        ("1-6", "2027-06-01", "day"),
        ("29 februari", "2028-02-29", "day"),
        ("maandag 1 juni 2027", "2027-06-01", "day"),  # it is a Tuesday
        ("week 23", "2027-06-11", "day"),
        ("volgende week", "2026-11-27", "day"),
        ("juni", "2027-06-30", "month"),
        ("begin juni", "2027-06-10", "month"),
        ("medio juni 2027", "2027-06-15", "month"),
        ("half mei", "2027-05-15", "month"),
        ("Q2", "2027-06-30", "quarter"),
        ("begin 2027", "2027-03-31", "year"),
        ("medio 2027", "2027-06-30", "year"),
        ("begin volgend jaar", "2027-03-31", "year"),
        ("voorjaar 2027", "2027-05-31", "season"),
        ("dit najaar", "2026-11-30", "season"),
        ("komend najaar", "2027-11-30", "season"),
        ("winter 2026-2027", "2027-02-28", "season"),
        ("eerste helft van 2027", "2027-06-30", "season"),
        ("vóór de zomer", "2027-06-30", "season"),
        ("voor de zomervakantie", "2027-06-30", "season"),
        ("na de zomer", "2027-09-01", "season"),
        ("na de zomer van 2028", "2028-09-01", "season"),
        ("vóór de kerst", "2026-12-24", "season"),
        ("na de kerstvakantie", "2027-01-08", "season"),
        ("vóór de jaarwisseling", "2026-12-31", "season"),
    ],
)
def test_when_the_guide_chooses_something_the_date_is_not_certain(
    text: str, expected: str, precision: str
) -> None:
    found = understand_date(text, TODAY)
    assert found is not None
    assert (found.date.isoformat(), found.precision, found.certain) == (expected, precision, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("morgen", "2026-11-23"),
        ("overmorgen", "2026-11-24"),
        ("vrijdag", "2026-11-27"),
        ("zondag", "2026-11-29"),  # today is a Sunday
        ("volgende week vrijdag", "2026-11-27"),
        ("over 3 maanden", "2027-02-22"),
        ("over drie maanden", "2027-02-22"),
        ("over een half jaar", "2027-05-22"),
        ("over anderhalf jaar", "2028-05-22"),
        ("binnen twee weken", "2026-12-06"),
        ("over één week", "2026-11-29"),
        ("over een kwartaal", "2027-02-22"),
        ("binnen een jaar", "2027-11-22"),
        ("over 10 dagen", "2026-12-02"),
    ],
)
def test_a_distance_counts_from_today(text: str, expected: str) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vóór juni 2027", "2027-05-31"),
        ("vóór 2027", "2026-12-31"),
        ("vóór Q3 2027", "2027-06-30"),
        ("vóór eind juni 2027", "2027-06-30"),
        ("per juni 2027", "2027-06-01"),
        ("met ingang van 2028", "2028-01-01"),
        ("na juni 2027", "2027-07-01"),
        ("in juni 2027", "2027-06-30"),
    ],
)
def test_the_word_before_a_period_points_at_a_day_of_it(text: str, expected: str) -> None:
    assert day(text) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [("2026-06-30", "2026-06-30"), ("2026-07-01", "2027-06-30"), ("2027-01-01", "2027-06-30")],
)
def test_without_a_year_it_is_the_first_one_from_today_on(today: str, expected: str) -> None:
    assert day("vóór de zomer", dt.date.fromisoformat(today)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31 februari 2027",
        "32-1-2027",
        "29 februari 2027",
        "31 april",
        "0 juni",
        "week 54",
        "1-13-27",
    ],
)
def test_a_date_that_does_not_exist_is_refused_with_its_own_words(text: str) -> None:
    with pytest.raises(InputError) as caught:
        understand_date(f"vóór {text}", TODAY)
    assert caught.value.message == f"{text} bestaat niet."
    assert caught.value.next_step


@pytest.mark.parametrize(
    "text",
    ["", "  ", "kind", "1.4", "8b", "norm 8", "72 uur", "3.019", "de zomerschool", "12", "1-13"],
)
def test_other_words_and_numbers_are_no_date(text: str) -> None:
    assert understand_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("Plan vóór 1 juni 2027 met scholen", "vóór 1 juni 2027", "vóór 1 juni 2027"),
        ("Afspraken klaar in juni 2027", "in juni 2027", "klaar in juni 2027"),
        ("Klaar: 1 juni 2027, dus snel", "1 juni 2027", "Klaar: 1 juni 2027"),
        ("regelen, juni 2027 #8b", "juni 2027", "juni 2027"),
        ("eind 2027 evalueren", "eind 2027", "eind 2027"),
        ("in het voorjaar van 2027 starten", "in het voorjaar van 2027", None),
        ("vóór de zomer een plan, evaluatie in 2028", "vóór de zomer", None),
        ("na overleg in mei uiterlijk 1 juli vastleggen", "uiterlijk 1 juli", None),
        ("een plan over 3 maanden", "over 3 maanden", None),
    ],
)
def test_the_date_is_found_in_a_sentence(text: str, words: str, place: str | None) -> None:
    found = find_date(text, TODAY)
    assert found is not None
    assert found[0].words == words
    assert text[slice(*found[1])] == (place or words)


@pytest.mark.parametrize(
    "text",
    [
        "Notulen van 1 juni 2026 rondsturen",
        "het plan dat in 2019 is gemaakt vernieuwen",
        "terugkijken op 1 juni 2020",
        "binnen 72 uur na de start",
        "norm 1.4 uitwerken op locatie 3",
        "voor kinderen van 0-18 jaar",
        "groepen voor 10-12 jaar",
        "gesprek over een jaar jeugdhulp",
        "in 2 regio's, voor 3.019 kinderen",
        "24/7 bereikbaar, op termijn",
        "zaak 2026-11-22-004",
        "versie 1.10.20",
        "een plan voor de zomerschool",
        "de maand na de opvang",
    ],
)
def test_a_sentence_without_a_moment_to_be_ready_gives_nothing(text: str) -> None:
    assert find_date(text, TODAY) is None


@settings(deadline=None)
@given(DAYS)
def test_every_day_is_understood_in_the_ways_the_guide_writes_it(any_day: dt.date) -> None:
    for text in (date_in_words(any_day), short_date(any_day), any_day.isoformat()):
        found = understand_date(text, TODAY)
        assert found is not None
        assert (found.date, found.certain) == (any_day, True)


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("form", ["{0} {2} 2027", "{0}-{1}-2027", "{0}/{1}/27", "{0}.{1}.2027"])
def test_every_day_of_the_calendar_is_either_right_or_refused(month: int, form: str) -> None:
    name = date_in_words(dt.date(2027, month, 1)).split()[1]
    for number_of_day in range(36):
        text = form.format(number_of_day, month, name)
        try:
            expected = dt.date(2027, month, number_of_day)
        except ValueError:
            with pytest.raises(InputError):
                understand_date(text, TODAY)
        else:
            assert day(text) == expected.isoformat()


@settings(deadline=None)
@given(DAYS)
def test_a_day_without_a_year_can_be_today(today: dt.date) -> None:
    assert day(date_in_words(today).rsplit(" ", 1)[0], today) == today.isoformat()
    assert day(f"{today.day}-{today.month}", today) == today.isoformat()


@settings(deadline=None)
@given(DAYS, st.sampled_from(["vóór", "uiterlijk", "per", "klaar op"]))
def test_every_day_is_found_in_a_sentence(any_day: dt.date, lead: str) -> None:
    text = f"Plan maken {lead} {date_in_words(any_day)} met de scholen"
    found = find_date(text, TODAY)
    assert found is not None
    assert found[0].date == any_day
    assert "Plan maken " + text[slice(*found[1])] + " met de scholen" == text


@settings(deadline=None)
@given(DAYS, st.sampled_from(["1 juni", "juni", "Q2", "vóór de zomer", "na de zomer", "de winter"]))
def test_a_date_without_a_year_is_never_in_the_past(today: dt.date, text: str) -> None:
    assert today <= dt.date.fromisoformat(day(text, today)) < today + dt.timedelta(days=500)


_PIECES = st.sampled_from(
    ["vóór", "eind", "de", "31", "1", "juni", "-", "/", ".", "2027", "Q2", "zomer", "over", "week"]
)


@settings(deadline=None)
@given(st.text(max_size=60) | st.lists(_PIECES, max_size=7).map(" ".join))
def test_no_text_breaks_the_understanding_of_dates(text: str) -> None:
    for understand in (understand_date, find_date):
        try:
            understand(text, TODAY)
        except InputError:
            continue


def test_a_long_text_takes_no_long_time() -> None:
    for text in ("vóór " * 8_000, "1 juni 2027 " * 3_000, " " * 40_000, "12-" * 13_000):
        start = time.perf_counter()
        find_date(text, TODAY)
        assert time.perf_counter() - start < 2


def test_dates_times_and_numbers_are_written_the_dutch_way() -> None:
    assert date_in_words(dt.date(2026, 3, 2)) == "2 maart 2026"
    assert short_date(dt.date(2026, 3, 2)) == "02-03-2026"
    assert time_in_words(dt.time(13, 30)) == "13.30 uur"
    assert time_in_words(dt.datetime(2026, 3, 2, 9, 5)) == "9.05 uur"
    assert [number(n) for n in (7, 3019, 1234567, 2.5)] == ["7", "3.019", "1.234.567", "2,5"]
