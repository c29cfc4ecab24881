"""Every fact of the inventory stands in content/, exactly once, and every number with it.

tests/facts/inventory.tsv keeps the ids of the inventory, and for the norms the numbers that their
text must hold. The inventory itself is not part of the project; where it is there, it is compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from guide.content import load_example, norms_of
from guide.content_models import Content, Element, Framework, LibraryItem, LibraryKind, Norm, Theme
from tests.readers import ROOT

KEPT = Path(__file__).parent / "facts" / "inventory.tsv"
INVENTORY = ROOT.parent / "shared" / "reference" / "seed-inventory.md"
DEVELOPMENTS = ROOT.parent / "shared" / "reference" / "nl-context.md"

# Facts that are left out of content/ on purpose, and why. There are none now.
LEFT_OUT: dict[str, str] = {}

NUMBER_WORDS = {
    "één": "1",
    "twee": "2",
    "drie": "3",
    "vier": "4",
    "vijf": "5",
    "zes": "6",
    "zeven": "7",
    "acht": "8",
    "negen": "9",
    "tien": "10",
}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*%?")


@cache
def kept() -> dict[str, tuple[str, ...]]:
    """Id -> the numbers that must be in its text."""
    lines = KEPT.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    found = {id_: tuple(numbers.split()) for id_, numbers in rows}
    assert len(found) == len(rows), "an id stands in the list twice"
    return found


def parts(thing: BaseModel) -> Iterator[BaseModel]:
    """A thing and everything in it that has a model of its own."""
    yield thing
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from parts(each)


def facts_of(thing: BaseModel) -> tuple[str, ...]:
    return getattr(thing, "facts", ()) if "facts" in type(thing).model_fields else ()


@pytest.fixture(scope="module")
def claims(real_content: Content) -> list[tuple[str, BaseModel]]:
    """Every fact id in content/, with what claims it."""
    everything = (*parts(real_content), *parts(load_example()))
    return [(fact, part) for part in everything for fact in facts_of(part)]


def words_of(thing: BaseModel) -> str:
    """All that one can read in a thing; the place in the source is not a text of ours."""
    texts: list[str] = []
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel) and name != "source":
                texts.append(words_of(each))
            elif isinstance(each, str | float) and name not in ("id", "label", "number", "facts"):
                texts.append(f"{each:g}" if isinstance(each, float) else each)
    return "\n".join(texts)


def numbers_in(text: str) -> set[str]:
    """Its numbers, also those in words: '5 werkdagen', 'drie dingen', '75%'."""
    spelled = re.findall(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", text.lower())
    return {*NUMBER.findall(text), *(NUMBER_WORDS[word] for word in spelled)}


# Both ways


def test_every_fact_stands_in_the_content_exactly_once(
    claims: list[tuple[str, BaseModel]],
) -> None:
    times = Counter(fact for fact, _ in claims)
    assert {fact: n for fact, n in times.items() if n > 1} == {}
    assert sorted(kept().keys() - times.keys() - LEFT_OUT.keys()) == [], "not in content/"


def test_the_content_claims_no_fact_that_the_inventory_lacks(
    claims: list[tuple[str, BaseModel]],
) -> None:
    assert sorted({fact for fact, _ in claims} - kept().keys()) == []


def test_what_is_left_out_has_a_reason_and_is_really_left_out(
    claims: list[tuple[str, BaseModel]],
) -> None:
    assert all(reason.endswith(".") for reason in LEFT_OUT.values())
    assert LEFT_OUT.keys() <= kept().keys()
    assert not LEFT_OUT.keys() & {fact for fact, _ in claims}


def test_the_list_is_not_empty() -> None:
    groups = Counter(id_.split("-")[0] for id_ in kept())
    assert groups == {
        "ADV": 46,
        "AFW": 29,
        "DEF": 20,
        "DEV": 17,
        "GAP": 9,
        "GL": 25,
        "LR": 35,
        "META": 12,
        "MO": 49,
        "MOC": 55,
        "OND": 91,
        "PV": 34,
        "RVA": 53,
        "TOT": 12,
        "VO": 106,
        "VOC": 30,
        "WRN": 12,
    }


def numbers_of_line(text: str) -> tuple[str, ...]:
    """The numbers in an inventory line that our text must hold too.

    Not its source, the numbers of the norm or footnote it is about, nor references to others.
    """
    text = re.sub(r"\{[^}]*\}|\((?:link with|to|norms?) [^)]*\)|\(\d\.\d\)|AFW-\d+", "", text)
    text = re.sub(r"(?i)\bfootnotes? \d+|^(?:theme|indicator) \d+", "", text)
    for word, number in (("three", "3"), ("five", "5")):
        text = re.sub(rf"\b{word}\b", number, text)
    return tuple(sorted(set(NUMBER.findall(text))))


@pytest.mark.skipif(not INVENTORY.exists(), reason="the inventory is not beside the project")
def test_the_kept_list_is_that_of_the_inventory() -> None:
    listed = re.findall(r"(?m)^- \*\*([A-Z]+-[\w.-]+)\*\* (.+)$", INVENTORY.read_text("utf-8"))
    found = {
        id_: numbers_of_line(text) if id_.startswith(("MO-", "VO-")) else () for id_, text in listed
    }
    later = re.findall(r"(?m)^- (DEV-\d+) ", DEVELOPMENTS.read_text("utf-8"))
    assert found | dict.fromkeys(later, ()) == kept()


# Numbers


def test_every_number_of_a_norm_stands_in_its_text(claims: list[tuple[str, BaseModel]]) -> None:
    needed = {id_: set(numbers) for id_, numbers in kept().items() if numbers}
    assert len(needed) > 15
    lacking = {
        fact: sorted(needed[fact] - numbers_in(words_of(part)))
        for fact, part in claims
        if fact in needed and needed[fact] - numbers_in(words_of(part))
    }
    assert lacking == {}


def test_the_explanation_alone_holds_every_threshold(real_content: Content) -> None:
    for norm in (norm for framework in real_content.frameworks for norm in norms_of(framework)):
        facts = [fact for part in (norm, *norm.elements) for fact in facts_of(part)]
        # The three things of 8b only announce what follows there.
        asked = {number for fact in facts if fact != "MO-8b" for number in kept()[fact]}
        assert asked <= numbers_in(norm.explanation), norm.id


def test_every_number_in_a_norm_is_one_of_the_source(real_content: Content) -> None:
    for norm in (norm for framework in real_content.frameworks for norm in norms_of(framework)):
        facts = [fact for part in (norm, *norm.elements) for fact in facts_of(part)]
        asked = {number for fact in facts for number in kept()[fact]}
        told = "\n".join([norm.title, norm.explanation, *(e.text for e in norm.elements)])
        # 'norm 1.4' is a reference, not a threshold.
        assert set(NUMBER.findall(re.sub(r"\bnorm \d\.\d", "", told))) <= asked, norm.id


# Totals


def framework(content: Content, id_: str) -> Framework:
    return next(each for each in content.frameworks if each.id == id_)


def elements_per_norm(found: Framework) -> dict[str, int]:
    return {norm.number: len(norm.elements) for norm in norms_of(found) if norm.elements}


def footnotes(found: Framework) -> list[int]:
    """The numbers of the footnotes that hang on a theme, norm or element."""
    holders = (part for part in parts(found) if isinstance(part, Theme | Norm | Element))
    return sorted(int(note.number) for holder in holders for note in holder.footnotes)


def of_kind(content: Content, kind: LibraryKind, document: str = "") -> list[LibraryItem]:
    return [
        item
        for item in content.library
        if item.kind is kind and document in ("", item.source.document)
    ]


def claimed(content: Content, prefix: str) -> int:
    """How many things claim a fact of this group."""
    facts = (fact for part in parts(content) for fact in facts_of(part))
    return sum(bool(re.fullmatch(prefix, fact)) for fact in facts)


def tot_1(content: Content) -> None:
    found = framework(content, "mo-2022")
    assert (len(found.themes), len(norms_of(found))) == (6, 11)
    assert elements_per_norm(found) == {"1": 3, "2": 7, "6": 3, "8": 5, "9": 2, "11": 5}
    assert sum(elements_per_norm(found).values()) == 25


def tot_2(content: Content) -> None:
    assert footnotes(framework(content, "mo-2022")) == [3, 4, 5, 6, 7]
    assert claimed(content, r"MO-F\d") == 7


def tot_3(content: Content) -> None:
    found = framework(content, "vo-2019")
    assert [len(theme.norms) for theme in found.themes] == [7, 8, 6, 5]
    assert len(norms_of(found)) == 26


def tot_4(content: Content) -> None:
    found = elements_per_norm(framework(content, "vo-2019"))
    first = {"1.2": 2, "1.3": 6, "1.4": 14, "1.5": 3, "2.3": 8, "2.5": 5}
    assert found == {**first, "3.1": 3, "3.3": 2, "3.4": 5, "3.6": 2, "4.2": 7}
    assert (sum(found.values()), 26 - len(found)) == (57, 15)


def tot_5(content: Content) -> None:
    assert footnotes(framework(content, "vo-2019")) == list(range(4, 19))
    assert claimed(content, r"VO-F\d+") == 19


def tot_6(content: Content) -> None:
    found = of_kind(content, LibraryKind.DEFINITION, "rapport-vo-2019")
    of_list = [item for item in found if item.source.section.startswith("bijlage 4.3, ")]
    # What is told there under another term has a part of its own after a second comma.
    terms = {item.source.section.split(", ")[1] for item in of_list}
    assert len(terms) == 15


def tot_7(content: Content) -> None:
    found = of_kind(content, LibraryKind.PRECONDITION)
    assert [len(item.actions) for item in found] == [10, 10, 12, 6, 7, 7]
    assert sum(len(item.actions) for item in found) == 52


def tot_8(content: Content) -> None:
    points = [i for i in of_kind(content, LibraryKind.GUIDE) if i.title.startswith("Punt ")]
    leader = next(item for item in points if item.id == "leidraad-gespreksleider")
    assert (len(points), len(leader.points)) == (5, 4)
    assert sum(not item.after_earlier for item in content.agendas[0].items) == 8
    assert claimed(content, r"GL-Q\d") == 6
    assert "1 tot 3 jaar" in next(item for item in points if item.id == "leidraad-doel").text


def tot_9(content: Content) -> None:
    found = of_kind(content, LibraryKind.EXAMPLE)
    sections = [re.match(r"§(5\.\d)", item.source.section) for item in found]
    times = Counter(section[1] for section in sections if section)
    assert times == {**{f"5.{n}": 1 for n in range(1, 8)}, "5.8": 2}


def tot_10(content: Content) -> None:
    assert len(of_kind(content, LibraryKind.RECOMMENDATION, "onderzoek-2020")) == 6
    conclusions = next(item for item in content.library if item.id == "onderzoek-conclusies")
    assert (
        sum(bool(re.match(r"OND-C[123]$", f)) for p in parts(conclusions) for f in facts_of(p)) == 3
    )
    assert claimed(content, r"OND-E\d") == 3
    assert claimed(content, r"OND-F[123]") == 3


def tot_11(content: Content) -> None:
    found = of_kind(content, LibraryKind.RECOMMENDATION, "rapport-lenferink")
    groups = Counter(item.id.split("-")[1] for item in found)
    assert groups == {"gemeente": 5, "instelling": 5, "belangenorganisaties": 1, "rijk": 1}


def tot_12(content: Content) -> None:
    found = content.frameworks
    assert [(len(norms_of(each)), len(each.themes)) for each in found] == [(26, 4), (11, 6)]


TOTALS: tuple[Callable[[Content], None], ...] = (
    *(tot_1, tot_2, tot_3, tot_4, tot_5, tot_6),
    *(tot_7, tot_8, tot_9, tot_10, tot_11, tot_12),
)


@pytest.mark.parametrize("total", TOTALS)
def test_the_totals_hold(real_content: Content, total: Callable[[Content], None]) -> None:
    total(real_content)


def test_every_total_of_the_inventory_is_asserted() -> None:
    asserted = {each.__name__.upper().replace("_", "-") for each in TOTALS}
    assert asserted == {id_ for id_ in kept() if id_.startswith("TOT-")}
