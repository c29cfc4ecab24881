"""Cleaning: what is taken out of a text, and that everything else stays what it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.plain_text import clean, one_line

KEPT = (
    "",
    "Gewone tekst",
    "twee\nregels\tmet een tab",
    "👨‍👩‍👧 en 🏳️‍🌈",
    "عائلة في المأوى",
    "**vet** # kop | tabel |",
    "<script>alert('x')</script>",
    "$\\frac{1}{2}$ :red[x] {naam} %s",
    "=SOM(A1:A9)",
    "é met losse accenttekens: e\u0301",
    "x" * 100_000,
)


@pytest.mark.parametrize("text", KEPT, ids=lambda text: repr(text[:20]))
def test_text_that_only_looks_dangerous_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x07c\x1bd\x7f", "abcd\x7f"),
        ("a\ud800b\udfffc", "abc"),
        ("a\ufffeb\uffffc", "abc"),
        ("nota\u202egnp.exe", "notagnp.exe"),
        ("\u2066apart\u2069", "apart"),
    ],
)
def test_what_no_file_may_hold_or_what_turns_text_around_is_taken_out(
    typed: str, kept: str
) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_newline_becomes_one_kind(newline: str) -> None:
    assert clean(f"eerste{newline}tweede") == "eerste\ntweede"


def test_space_around_a_text_does_not_count() -> None:
    assert clean(" \n\t tekst \u00a0\n") == "tekst"


@given(st.text(st.characters()))
def test_cleaning_twice_changes_nothing_more_and_the_result_fits_in_a_file(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


def test_a_long_text_on_one_line_ends_with_an_ellipsis() -> None:
    line = one_line("Een\nheel   lange\ttekst die niet past", 20)
    assert line == "Een heel lange teks…"
    assert len(line) == 20


def test_a_text_that_fits_is_not_cut() -> None:
    assert one_line("precies tien", 12) == "precies tien"
