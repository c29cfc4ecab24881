"""The checks of a Word file, each proven by a file that was broken on purpose."""

from __future__ import annotations

import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest

from guide.export.docx import write_minutes
from tests import word_checks as checks
from tests.house_templates import house
from tests.sample_minutes import sample_minutes
from tests.word_checks import (
    CHECKS,
    Check,
    WordFile,
    contrast,
    headings_do_not_skip,
    lost_texts,
    names_occur_once,
    pictures_are_described,
)

CORE = "docProps/core.xml"
FOOTER = "word/footer.xml"
BODY = "word/document.xml"
STYLES = "word/styles.xml"
GOOD = write_minutes(sample_minutes())


def replaced(part: str, old: str, new: str, times: int = -1) -> Callable[[], WordFile]:
    """A good file in which the text of one part was changed."""

    def make() -> WordFile:
        word = WordFile.read(GOOD)
        text = word.parts[part].decode()
        assert old in text, f"{old} is not in {part}"
        return WordFile(word.names, {**word.parts, part: text.replace(old, new, times).encode()})

    return make


def house_file(old: str, new: str) -> Callable[[], WordFile]:
    """Minutes in a house template with a logo, of which the header was changed."""

    def make() -> WordFile:
        word = WordFile.read(write_minutes(sample_minutes(), house()))
        name = next(name for name in word.names if "header" in name and name.endswith(".xml"))
        assert old in word.parts[name].decode()
        changed = word.parts[name].decode().replace(old, new)
        return WordFile(word.names, {**word.parts, name: changed.encode()})

    return make


RELATED = (
    '<Relationship Id="x" Type="http://a/attachedTemplate" Target="http://b/c.dotx" '
    'TargetMode="External"/></Relationships>'
)
TABLE_IN_CELL = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc>"
DEFECTS: tuple[tuple[Check, Callable[[], WordFile]], ...] = (
    (checks.language_is_dutch, replaced(STYLES, 'w:val="nl-NL"', 'w:val="en-US"')),
    (checks.language_is_dutch, replaced(STYLES, '<w:lang w:val="nl-NL"', "<w:noProof")),
    (checks.language_is_dutch, replaced("word/settings.xml", "nl-NL", "en-GB")),
    (checks.language_is_dutch, replaced(CORE, "nl-NL", "en")),
    (checks.properties_are_ours, replaced(CORE, "dc:title", "dc:other")),
    (checks.properties_are_ours, replaced(CORE, "<dc:creator>", "<dc:creator>python-docx")),
    (checks.has_one_title, replaced(BODY, '<w:pStyle w:val="Title"/>', "")),
    (checks.has_one_title, replaced(BODY, 'w:val="Heading1"', 'w:val="Title"', 1)),
    (headings_do_not_skip, replaced(BODY, 'w:val="Heading1"', 'w:val="Heading2"', 1)),
    (headings_do_not_skip, replaced(STYLES, "<w:outlineLvl", "<w:x")),
    (checks.tables_are_plain, replaced(BODY, "<w:tblHeader/>", "", 1)),
    (checks.tables_are_plain, replaced(BODY, "<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>', 1)),
    (checks.tables_are_plain, replaced(BODY, "<w:tcPr>", "<w:tcPr><w:vMerge/>", 1)),
    (checks.tables_are_plain, replaced(BODY, "</w:tc>", TABLE_IN_CELL, 1)),
    (checks.tables_are_plain, replaced(BODY, "</w:tr>", "<w:tc><w:p/></w:tc></w:tr>", 1)),
    (checks.tables_are_plain, replaced(BODY, "<w:t>Zekerheid</w:t>", "")),
    (checks.tables_are_described, replaced(BODY, "<w:tblDescription", "<w:x", 1)),
    (checks.tables_are_described, replaced(BODY, "<w:tblCaption", "<w:x", 1)),
    (checks.tables_stand_apart, replaced(BODY, "</w:tbl>", "</w:tbl><w:tbl><w:tr/></w:tbl>", 1)),
    (checks.tables_stand_apart, replaced(BODY, "<w:body>", "<w:body><w:tbl><w:tr/></w:tbl><w:p/>")),
    (checks.tables_fit, replaced(BODY, "<w:gridCol ", '<w:gridCol w:w="9999"/><w:gridCol ', 1)),
    (checks.pages_are_a4, replaced(BODY, 'w:w="11906"', 'w:w="12240"', 1)),
    (checks.pages_are_a4, replaced(BODY, ' w:orient="landscape"', "")),
    (checks.every_section_has_a_footer, replaced(BODY, "<w:footerReference", "<w:x", 1)),
    (checks.styles_are_declared, replaced(BODY, 'w:val="VerslagBesluit"', 'w:val="Weg"', 1)),
    (checks.lists_are_declared, replaced(STYLES, '<w:numId w:val="1"/>', '<w:numId w:val="9"/>')),
    (checks.colours_contrast, replaced(STYLES, 'w:val="1F3A4D"', 'w:val="4F81BD"')),
    (checks.colours_contrast, replaced(STYLES, 'w:fill="E6EDF1"', 'w:fill="345060"')),
    (checks.nothing_is_empty, replaced(BODY, "<w:body>", "<w:body><w:p/>")),
    (checks.cells_end_in_a_paragraph, replaced(BODY, "</w:tc>", "<w:x/></w:tc>", 1)),
    (checks.fields_are_whole, replaced(FOOTER, 'Type="end"', 'Type="begin"', 1)),
    (checks.nothing_runs_or_fetches, replaced("_rels/.rels", "</Relationships>", RELATED)),
    (
        checks.nothing_runs_or_fetches,
        replaced("[Content_Types].xml", "</Types>", "<!-- macroEnabled --></Types>"),
    ),
    (pictures_are_described, house_file('descr="Logo van de gemeente"', "")),
    (
        pictures_are_described,
        house_file("</wp:inline>", '<wp:docPr id="1" name="b" descr="b"/></wp:inline>'),
    ),
)  # fmt: skip


def test_a_good_file_passes_every_check() -> None:
    word = WordFile.read(GOOD)
    assert [problem for check in CHECKS for problem in check(word)] == []


@pytest.mark.parametrize(("check", "defect"), DEFECTS)
def test_a_check_notices_its_defect(check: Check, defect: Callable[[], WordFile]) -> None:
    assert list(check(defect()))


def test_every_check_is_proven_by_a_defect() -> None:
    assert {check for check, _ in DEFECTS} | {names_occur_once} == set(CHECKS)


def test_a_name_that_occurs_twice_is_noticed() -> None:
    buffer = BytesIO(GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("docProps/core.xml", "<x/>")
    assert list(names_occur_once(WordFile.read(buffer.getvalue())))


def test_a_lost_sentence_is_noticed() -> None:
    word = replaced(BODY, "Er zijn geen vragen.", "")()
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in word.parts.items():
            archive.writestr(name, part)
    assert len(lost_texts(buffer.getvalue(), sample_minutes())) == 1


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("4F81BD", "FFFFFF") == pytest.approx(4.03, abs=0.02)
