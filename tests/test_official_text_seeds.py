"""The real reports beside the project, where they are present: every norm, every element."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.content_models import Content, Framework, Sector
from guide.errors import OwnCopyError
from guide.official_text import FoundTexts, find_official_texts, require_norms
from guide.own_copy import text_of
from tests.readers import ROOT

SEEDS = ROOT.parent / "shared" / "seeds"
MO_WRAPPED, MO_TABLE, VO, OTHER, ANOTHER = ("000", "001", "002", "003", "004")
NOTE_AT_LINE_START = re.compile(r"(?m)^ ?(?:\d{1,2} |[¹²³⁴-⁹]\s?)([A-Z].{25,})$")
# Words that one extraction of the same report has and the other has not.
KNOWN_DIFFERENCES = {("verengingen", "verenigingen"), ("betrekt", "betreft")}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is not here")


def file_of(seed: str) -> Path:
    return next(SEEDS.glob(f"{seed}_*.txt"))


def found_in(seed: str, framework: Framework) -> FoundTexts:
    file = file_of(seed)
    return find_official_texts(text_of(file.name, file.read_bytes()), framework)


def of_sector(content: Content, sector: Sector) -> Framework:
    return next(f for f in content.frameworks if f.sector is sector)


@pytest.fixture
def mo(real_content: Content) -> Framework:
    return of_sector(real_content, Sector.MO)


@pytest.fixture
def vo(real_content: Content) -> Framework:
    return of_sector(real_content, Sector.VO)


def counted(found: FoundTexts, framework: Framework) -> tuple[int, int]:
    """How many norms and elements were found."""
    norms = [norm for theme in framework.themes for norm in theme.norms]
    return sum(n.id in found.texts for n in norms), sum(found.count_of(n) for n in norms)


@pytest.mark.parametrize("seed", [MO_WRAPPED, MO_TABLE])
def test_both_extractions_of_the_mo_report_give_everything(mo: Framework, seed: str) -> None:
    found = found_in(seed, mo)
    assert (counted(found, mo), found.missing) == ((11, 25), ())
    require_norms(found, mo)


def test_the_vo_report_gives_everything(vo: Framework) -> None:
    found = found_in(VO, vo)
    assert (counted(found, vo), found.missing) == ((26, 57), ())
    require_norms(found, vo)


def words(text: str) -> list[str]:
    return re.findall(r"[\w-]+|[^\w\s]", text.translate(str.maketrans("’‘“”", "''\"\"")))


def test_both_extractions_of_the_mo_report_say_the_same(mo: Framework) -> None:
    one, other = found_in(MO_WRAPPED, mo).texts, found_in(MO_TABLE, mo).texts
    different = set()
    for id_, text in one.items():
        pairs = zip(words(text), words(other[id_]), strict=True)
        different |= {(a, b) for a, b in pairs if a != b}
    assert different == KNOWN_DIFFERENCES


def notes_of(seed: str) -> Iterator[str]:
    """How the footnotes of a report begin."""
    text = file_of(seed).read_text(encoding="utf-8")
    yield from (match[1][:25] for match in NOTE_AT_LINE_START.finditer(text))


@pytest.mark.parametrize(("seed", "least"), [(MO_WRAPPED, 5), (MO_TABLE, 5), (VO, 15)])
def test_no_footnote_heading_or_leftover_is_in_any_text(
    mo: Framework, vo: Framework, seed: str, least: int
) -> None:
    texts = found_in(seed, vo if seed == VO else mo).texts
    notes = list(notes_of(seed))
    assert len(notes) >= least
    for text in texts.values():
        assert not [note for note in notes if note in text]
        assert not re.search(r"[<>\t\n⁰¹²³⁴-⁹]|\b[a-z]{3,}\d|  ", text), text
        assert re.search(r"[.:;]$", text), text
        assert not re.search(r"[.;] [^.;:]*[^.;:]$", text), text


@pytest.mark.parametrize("seed", [OTHER, ANOTHER])
def test_another_report_gets_a_clear_message(real_content: Content, seed: str) -> None:
    for framework in real_content.frameworks:
        with pytest.raises(OwnCopyError, match="In dit bestand staan geen normen van"):
            require_norms(found_in(seed, framework), framework)


def test_the_report_of_the_other_sector_gets_the_same_message(mo: Framework, vo: Framework) -> None:
    for seed, framework in ((VO, mo), (MO_WRAPPED, vo), (MO_TABLE, vo)):
        with pytest.raises(OwnCopyError):
            require_norms(found_in(seed, framework), framework)
