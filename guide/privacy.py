"""Warns when a text seems to hold personal data; what happens with it stays the person's choice.

Looks for BSN, phone number, e-mail, postcode, street address and date of birth with patterns only:
names and descriptions of people are not found. Works on this machine; nothing is sent anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from guide.models import LabelledEnum


class PersonalDataKind(LabelledEnum):
    """What a finding looks like."""

    BSN = "bsn", "burgerservicenummer (BSN)"
    PHONE = "phone", "telefoonnummer"
    EMAIL = "email", "e-mailadres"
    POSTCODE = "postcode", "postcode"
    STREET = "street", "adres"
    BIRTH_DATE = "birth-date", "geboortedatum"


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in a text that looks like personal data."""

    kind: PersonalDataKind
    excerpt: str
    span: tuple[int, int]


_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,24}(?!\w)"
)

_BSN = re.compile(
    r"(?P<called>(?:\bbsn|burgerservicenummer|sofinummer)\W{0,3}(?:is\s|nummer\W{0,2})?)?"
    r"(?<![\w.,-])(?P<digits>[0-9]{8,9}|[0-9]{3}([. -])[0-9]{3}\3[0-9]{3}|"
    r"[0-9]{4}([. -])[0-9]{2}\4[0-9]{3})(?![\w-]|[.,][0-9])",
    re.IGNORECASE,
)
_CASE_NUMBER = re.compile(
    r"(?:zaak|dossier|kenmerk|documentnummer|factuur|order|kvk|beschikking)[^.;\n]{0,20}$|[A-Z][/-]$",
    re.IGNORECASE,
)

# 0 and nine digits, in at most five groups; +31 or 0031 may take the place of the 0.
_PHONE = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?|\(?0)(?=[1-9])"
    r"[0-9](?:[ .)/-]{0,2}[0-9]){8}(?![\w/]|[.,-][0-9])"
)
_NO_PHONE = re.compile(
    r"0[89]00|"  # numbers of services, not of people
    r"[0-9]{1,2}([-./ ])[0-9]{1,2}\1(?:19|20)[0-9]{2}(?![0-9])|"  # a date
    r"[0-9]{1,2}\.[0-9]{2}.* "  # a time and something else
)

_MONTH = "(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}\\.?"
_FULL_DATE = (
    rf"(?:[0-9]{{1,2}}([-./ ])[0-9]{{1,2}}\1(?:[0-9]{{4}}|[0-9]{{2}})|"
    rf"[0-9]{{1,2}}\s+{_MONTH}\s+(?:[0-9]{{4}}|['’][0-9]{{2}})|"
    r"[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])"
)
_BIRTH_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:\bgeboren|\bgeb\.?|geboortedatum|geboortedag|\bgeb\.?datum)(?:\s+op|\s+is|\s*:)*[\s:]*"
        rf"(?:[a-z]{{2,10}}\s+)?{_FULL_DATE}",
        rf"(?<![0-9.-]){_FULL_DATE}[\s,)(]{{1,3}}(?:geboren|[(]?[0-9]{{1,2}}\s+jaar\s+oud)\b",
        rf"\b[0-9]{{1,2}}\s+jaar\s+oud[\s,(]{{1,3}}(?:op\s+)?{_FULL_DATE}",
    )
)

_POSTCODE = re.compile(
    r"(?<![\w.,/-])(?P<digits>[1-9][0-9]{3})(?: ?(?P<letters>(?!S[ADS])[A-Z]{2})|"
    r"(?P<small>(?!s[ads])[a-z]{2}))(?![\w-])"
    r"(?P<number>[ ,]{1,3}(?:nr\.?\s?|huisnummer\s)?[0-9]{1,5}(?![0-9%.,/]))?"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

_STRONG_STREETS = "straat|laan|gracht|singel|plantsoen|steeg|kade|dreef"
_STREETS = (
    f"{_STRONG_STREETS}|straatje|laantje|weg|plein|dijk|pad|hof|park|baan|markt|wal|kamp|weide|"
    "akker|erf|boulevard|hoek|brink"
)
# What follows a count rather than a house number.
_COUNTED = (
    r"(?:%|jaar|maand|kind|week|weken|dag|uur|norm|punt|stap|actie|euro|gezin|plek|partij|keer|tot\b|"
    r"van de|gemeente|mens|locatie|bijeenkomst|school|scholen|regio|min)"
)
_HOUSE_NUMBER = (
    rf"\s+(?:nr\.?\s?|nummer\s)?(?!(?:19|20)[0-9]{{2}}(?![0-9]))[0-9]{{1,5}}(?:\s?-?[a-zA-Z])?"
    rf"(?![\w.%]*[\w%]|\s*{_COUNTED})"
)
_STREET = re.compile(
    rf"(?<![\w-])(?:(?P<name>[A-Z][\w'’-]{{1,40}}(?:{_STREETS})|"
    rf"[A-Z][\w-]{{1,30}}\s(?:Straat|Laan|Weg|Plein|Dijk|Hof|Singel|Gracht|Kade|Markt|Pad)|"
    rf"(?:Laan|Plein|Weg|Hof|Straat)\s(?:van|op|der|den|de|het)\s"
    rf"(?:de[nr]?\s|het\s)?[A-Z][\w-]{{1,30}})|"
    rf"(?P<small>[a-z][a-z'’-]{{2,40}}(?:{_STRONG_STREETS})))"
    rf"{_HOUSE_NUMBER}"
)
_NO_STREETS = re.compile(
    r"(?:groei|tijd|stappen|leer|ontwikkel|kritieke)pad$|(?:arbeids|woning|koop|zorg)markt$|"
    r"(?:werk|speel|krachten|aandachts)veld$|^(?:onder|over|snel|terug|heen|hal[fv]e?r?)weg$|"
    r"schoolplein$|loopbaan$|verblijfspad$|invalshoek$|^(?:deze|die|elke|een|de|per)\s",
    re.IGNORECASE,
)


def personal_data(text: str) -> tuple[Finding, ...]:
    """The places that look like personal data, in the order of the text and without overlap."""
    found: list[Finding] = []
    taken = bytearray(len(text))
    for kind, search in _SEARCHES:
        for start, end in search(text):
            if not any(taken[start:end]):
                taken[start:end] = b"x" * (end - start)
                found.append(Finding(kind, text[start:end], (start, end)))
    return tuple(sorted(found, key=lambda each: each.span))


def warning(findings: Sequence[Finding]) -> str:
    """What was seen and what to do, in Dutch; '' when nothing was found.

    Does not repeat the data itself: the screen may be on the projector.
    """
    if not findings:
        return ""
    kinds = list(dict.fromkeys(f"een {finding.kind.label}" for finding in findings))
    seen = " en ".join([", ".join(kinds[:-1]), kinds[-1]] if kinds[1:] else kinds)
    return (
        f"Let op: hier lijkt {seen} in te staan. Haal dat liever weg. "
        "Gaat het niet om een persoon of een adres? Dan kan de tekst zo blijven."
    )


def _bsns(text: str) -> Iterator[tuple[int, int]]:
    from stdnum.nl import bsn  # only when there is something to check

    for match in _BSN.finditer(text):
        digits = re.sub("[^0-9]", "", match["digits"])
        before = text[max(match.start("digits") - 40, 0) : match.start("digits")]
        likely = match["called"] or (len(digits) == 9 and not _CASE_NUMBER.search(before))
        if likely and bsn.is_valid(digits):
            yield match.span("digits")


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE.finditer(text):
        said = match.group()
        marks = set(re.sub("[0-9+() ]", "", said))
        if not _NO_PHONE.match(said.lstrip("(")) and len(marks) <= 1:
            yield match.span()


def _birth_dates(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _BIRTH_DATES:
        yield from (match.span() for match in pattern.finditer(text))


def _postcodes(text: str) -> Iterator[tuple[int, int]]:
    """With a house number, or alone when it cannot be a year with an abbreviation ('2022 MO')."""
    for match in _POSTCODE.finditer(text):
        like_year = _YEAR.fullmatch(match["digits"])
        shorthand = (match["letters"] or "").upper() in ("VO", "MO", "EN", "IN", "OP", "OF", "TE")
        if match["number"] and not (like_year and shorthand):
            yield match.span()
        elif match["letters"] and not like_year:
            yield match.span("digits")[0], match.end("letters")


def _streets(text: str) -> Iterator[tuple[int, int]]:
    for match in _STREET.finditer(text):
        if not _NO_STREETS.search(match["name"] or match["small"]):
            yield match.span()


def _emails(text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _EMAIL.finditer(text))


# In this order: an earlier kind keeps a place that a later one would also claim.
_SEARCHES: tuple[tuple[PersonalDataKind, Callable[[str], Iterator[tuple[int, int]]]], ...] = (
    (PersonalDataKind.EMAIL, _emails),
    (PersonalDataKind.BIRTH_DATE, _birth_dates),
    (PersonalDataKind.PHONE, _phones),
    (PersonalDataKind.BSN, _bsns),
    (PersonalDataKind.POSTCODE, _postcodes),
    (PersonalDataKind.STREET, _streets),
)
