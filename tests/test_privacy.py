"""Likely personal data is pointed out, and ordinary sentences of a regiosessie are left alone."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.privacy import PersonalDataKind, personal_data, warning

K = PersonalDataKind


@pytest.mark.parametrize(
    ("text", "kind", "excerpt"),
    [
        ("het kind met 123456782", K.BSN, "123456782"),
        ("BSN 123456782", K.BSN, "123456782"),
        ("bsn: 12345672", K.BSN, "12345672"),
        ("burgerservicenummer is 123.456.782.", K.BSN, "123.456.782"),
        ("bsn 1234 56 782", K.BSN, "1234 56 782"),
        ("bel 06-12345678", K.PHONE, "06-12345678"),
        ("bel 06 12 34 56 78 of mail", K.PHONE, "06 12 34 56 78"),
        ("0612345678.", K.PHONE, "0612345678"),
        ("bel 06.12.34.56.78.", K.PHONE, "06.12.34.56.78"),
        ("(06) 12345678", K.PHONE, "(06) 12345678"),
        ("+31 6 12345678", K.PHONE, "+31 6 12345678"),
        ("+31(0)6-12345678", K.PHONE, "+31(0)6-12345678"),
        ("0031612345678", K.PHONE, "0031612345678"),
        ("020-1234567", K.PHONE, "020-1234567"),
        ("(020) 123 45 67", K.PHONE, "(020) 123 45 67"),
        ("tel: 0123-456789", K.PHONE, "0123-456789"),
        ("mail info@voorbeeld.nl.", K.EMAIL, "info@voorbeeld.nl"),
        ("een.naam+x@mail.voorbeeld.nl", K.EMAIL, "een.naam+x@mail.voorbeeld.nl"),
        ("woont op 1234 AB 12", K.POSTCODE, "1234 AB 12"),
        ("1234AB, nr. 12", K.POSTCODE, "1234AB, nr. 12"),
        ("1234ab 12", K.POSTCODE, "1234ab 12"),
        ("postcode 1234 AB", K.POSTCODE, "1234 AB"),
        ("op Dorpsstraat 1 woont", K.STREET, "Dorpsstraat 1"),
        ("dorpsstraat 12a", K.STREET, "dorpsstraat 12a"),
        ("Dorpsstraat nr. 5", K.STREET, "Dorpsstraat nr. 5"),
        ("Dorpsweg 12", K.STREET, "Dorpsweg 12"),
        ("het huis aan de Lange Weg 3", K.STREET, "Lange Weg 3"),
        ("Laan van Voorbeeld 3", K.STREET, "Laan van Voorbeeld 3"),
        ("Kerkplein 10-b", K.STREET, "Kerkplein 10-b"),
        ("geboren op 1-2-2015", K.BIRTH_DATE, "geboren op 1-2-2015"),
        ("geb. 1-2-2015", K.BIRTH_DATE, "geb. 1-2-2015"),
        ("geb 01-02-15", K.BIRTH_DATE, "geb 01-02-15"),
        ("Geboren op zondag 1 februari 2015", K.BIRTH_DATE, "Geboren op zondag 1 februari 2015"),
        ("geboortedatum: 01-02-2015", K.BIRTH_DATE, "geboortedatum: 01-02-2015"),
        ("1-2-2015 geboren", K.BIRTH_DATE, "1-2-2015 geboren"),
        ("1 februari 2015 (11 jaar oud)", K.BIRTH_DATE, "1 februari 2015 (11 jaar oud"),
    ],
)
def test_likely_personal_data_is_found(text: str, kind: PersonalDataKind, excerpt: str) -> None:
    assert [(f.kind, f.excerpt) for f in personal_data(text)] == [(kind, excerpt)]


@pytest.mark.parametrize(
    "text",
    [
        *("norm 1.4 en norm 8b", "#1.4-3 en #mo-8b", "1.2.3.4.5.6.7.8.9", "RV 1 2 3 4 5 6"),
        *("22 november 2026", "op 22-11-2026 om 13.30 uur", "2027-06-01", "1 juni 2027"),
        *("01-06-2027 14.00", "06-12-2027 10.00 uur", "per 01-01-2027 10 plekken"),
        *("van 09.00 tot 10.30 uur", "09.00-10.30 12 personen", "08.30 10.30 12 mensen"),
        *("binnen 72 uur", "3.019 kinderen", "20 van 29 gemeenten", "69% van 1.234", "0,5 fte"),
        *("€ 1.250.000", "123.456.789 euro", "100.000.000", "123456789", "12345678", "010203"),
        *("zaaknummer 123456782", "zaak Z/123456782", "kenmerk 2026-123456782"),
        *("dossier: 123456782", "KvK 12345678", "Kamerstuk 29 325 nr. 99"),
        *("2019 in 4 regio's", "MO 2022 VO 1.4", "2022 MO", "2020 EN 3", "1000 kinderen 12"),
        *("groeipad 3", "Groeipad 2027", "Tijdpad 3", "onderweg 2 kinderen", "Op weg 3"),
        *("werkveld 4 partijen", "arbeidsmarkt 2025", "Schoolplein 2", "deze straat 3", "Laan"),
        *("Noord-Holland 3", "Een park 3", "Halverwege 2 stappen", "in Dorpsstraat gebeurt veel"),
        *("Dorpsstraat 2 gezinnen", "geboren in 2015", "kinderen van 6 jaar oud", "0-18 jaar"),
        *("actie: plan @gemeente #8b vóór 1-6-2027", "112", "0800-2000", "0900-1234567"),
        *("www.voorbeeld.nl", "Antwoord 3", "Dankwoord 20", "Amsterdam 3", "Tilburg 12"),
    ],
)
def test_ordinary_sentences_give_no_warning(text: str) -> None:
    assert personal_data(text) == ()


def test_everything_in_a_text_is_found_once_and_in_order() -> None:
    text = "Dorpsstraat 1, 1234 AB Voorbeeld, 06-12345678, info@voorbeeld.nl"
    findings = personal_data(text)
    assert [f.kind for f in findings] == [K.STREET, K.POSTCODE, K.PHONE, K.EMAIL]
    assert all(text[slice(*f.span)] == f.excerpt for f in findings)


def test_the_warning_says_what_was_seen_and_what_to_do_without_repeating_it() -> None:
    said = warning(personal_data("bel 06-12345678 of 06-87654321 of mail a@voorbeeld.nl"))
    assert said.startswith("Let op: hier lijkt een telefoonnummer en een e-mailadres in te staan.")
    assert "Haal dat liever weg." in said
    assert "06" not in said
    assert "voorbeeld.nl" not in said


def test_without_findings_there_is_no_warning() -> None:
    assert warning(personal_data("Wij missen een vast aanspreekpunt.")) == ""


@given(st.integers(10_000_000, 99_999_999))
def test_every_number_that_passes_the_eleven_test_is_found(start: int) -> None:
    weighted = sum(
        weight * int(digit) for weight, digit in zip(range(9, 1, -1), str(start), strict=True)
    )
    if (check := weighted % 11) < 10:
        found = personal_data(f"kind {start}{check} is hier")
        assert [(f.kind, f.excerpt) for f in found] == [(K.BSN, f"{start}{check}")]


@given(st.integers(10_000_000, 99_999_999), st.sampled_from(["06{}", "06-{}", "06 {}", "+316{}"]))
def test_every_mobile_number_is_found(number: int, form: str) -> None:
    text = form.format(number)
    assert [f.kind for f in personal_data(f"bel {text} even")] == [K.PHONE]


@given(st.dates(), st.integers(0, 23), st.integers(0, 59), st.integers(0, 400))
def test_dates_times_and_counts_are_never_taken_for_more(
    day: object, hour: int, minute: int, count: int
) -> None:
    text = (
        f"Op {day:%d-%m-%Y} om {hour}.{minute:02} uur waren er {count} kinderen in {count} plekken"
    )
    assert personal_data(text) == ()


@given(st.text(max_size=120))
def test_no_text_breaks_the_search_and_findings_never_overlap(text: str) -> None:
    findings = personal_data(text)
    ends = 0
    for finding in findings:
        assert finding.span[0] >= ends
        assert text[slice(*finding.span)] == finding.excerpt
        ends = finding.span[1]


def test_a_long_text_takes_no_long_time() -> None:
    pieces = ("0 ", "a@", "a.", "Aaa", "1-1-", "geboren ", "0612345678 ", "1234 ", "straat ", " ")
    for piece in (*pieces, "123456782 "):
        start = time.perf_counter()
        personal_data(piece * (100_000 // len(piece)))
        assert time.perf_counter() - start < 2
