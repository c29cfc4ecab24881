"""The Word export as other programs read it: Microsoft's Open XML SDK and LibreOffice."""

from __future__ import annotations

import io
import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from guide.export.docx import check_template, write_minutes
from guide.export.docx_base import make_base
from guide.minutes.model import Column, Minutes, Section, Table
from tests.house_templates import (
    GREEN,
    NUMBERED,
    house,
    level,
    pack,
    paragraph,
    style,
    styles,
    with_marker,
    written,
)
from tests.readers import ROOT, needs, path_of
from tests.sample_minutes import sample_minutes
from tests.word_checks import OF_THE_HOUSE, WordFile, lost_texts, problems

pytestmark = pytest.mark.word

PDF = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)

FILTERS = {
    "docx": "docx",
    "dotx": "dotx:MS Word 2007 XML Template",
    "docm": "docm:MS Word 2007 XML VBA",
}


def long_minutes() -> Minutes:
    """The sample with an action list of several pages."""
    columns = (Column("Nr.", 0.5), Column("Wat moet er gebeuren", 4), Column("Trekker", 2))
    rows = tuple((f"A{n:02}", "Iets regelen met de gemeente", "Opvang") for n in range(1, 91))
    table = Table(columns, rows, "Alle acties.")
    wide = Section("Actielijst", (table,), landscape=True)
    return replace(sample_minutes(), sections=(*sample_minutes().sections, wide))


def numbering_house() -> bytes:
    extra = "".join(style(f"Kop{n}", f"heading {n}", level(n, True), GREEN) for n in (1, 2))
    body = with_marker(paragraph("Aan {{regio}}"), paragraph("Ondertekening"))
    return house(body, styles_part=styles(extra), numbering=NUMBERED)


def broken(*changes: tuple[str, str]) -> bytes:
    """The sample with pieces of its body and styles replaced."""
    parts = dict(WordFile.read(write_minutes(sample_minutes())).parts)
    for name in ("word/document.xml", "word/styles.xml"):
        for old, new in changes:
            parts[name] = parts[name].replace(old.encode(), new.encode())
    return pack(dict(parts))


FILES = {
    "sample": write_minutes(sample_minutes()),
    "long": write_minutes(long_minutes()),
    "house": write_minutes(sample_minutes(), house()),
    "numbered": write_minutes(sample_minutes(), numbering_house()),
    "bare": write_minutes(sample_minutes(), house(styles_part=styles(""))),
    "base": make_base(),
}
BROKEN = {
    "no-header-rows": broken(("<w:tblHeader/>", "")),
    "no-headings": broken(("<w:outlineLvl", "<w:x"), ("heading ", "kopje ")),
    "english": broken(("nl-NL", "en-US")),
}


# Microsoft's own validator


def sdk_errors(data: bytes, folder: Path) -> list[str]:
    """What the Open XML SDK finds wrong with a file."""
    file = folder / "verslag.docx"
    file.write_bytes(data)
    validator = ROOT / "node_modules" / "@xarsh" / "ooxml-validator" / "dist" / "src" / "cli.js"
    run = subprocess.run(["node", validator, file], capture_output=True, text=True, check=False)
    return [error["description"] for error in json.loads(run.stdout)["errors"]]


@needs("npm")
@pytest.mark.parametrize("name", FILES)
def test_the_sdk_finds_no_error(name: str, tmp_path: Path) -> None:
    assert sdk_errors(FILES[name], tmp_path) == []


@needs("npm")
def test_the_sdk_finds_an_error_that_is_there(tmp_path: Path) -> None:
    assert sdk_errors(broken(("<w:cantSplit/>", "<w:nonsense/>")), tmp_path)


# LibreOffice


def convert(folder: Path, to: str, *files: Path) -> None:
    """Let LibreOffice convert files, with a profile of its own so that runs do not collide."""
    program = path_of("soffice")
    assert program is not None, "LibreOffice is missing"
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
    subprocess.run(
        [*command, "--outdir", folder, *files], capture_output=True, check=True, timeout=180
    )


def poppler(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every file as a tagged PDF, made in one start of LibreOffice."""
    folder = tmp_path_factory.mktemp("pdf")
    made = {**FILES, **BROKEN}
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    convert(folder, PDF, *(folder / f"{name}.docx" for name in made))
    return folder


def tags(pdf: Path) -> list[str]:
    """The kinds of the elements in a tagged PDF, in order."""
    lines = poppler("pdfinfo", "-struct", pdf).splitlines()
    return [word[0].rstrip(":") for line in lines if (word := line.split())]


def pages(pdf: Path) -> list[str]:
    """The text of each page."""
    return poppler("pdftotext", "-layout", pdf, "-").split("\f")[:-1]


def headers_of(minutes: Minutes) -> int:
    tables = (b for s in minutes.sections for b in s.blocks if isinstance(b, Table))
    return sum(len(table.columns) for table in tables if not table.header_column_only)


@needs("soffice")
@needs("pdftotext")
class TestLibreOffice:
    """What a reader gets who has no Word."""

    def test_every_heading_is_a_heading(self, pdfs: Path) -> None:
        levels = [section.level for section in sample_minutes().sections]
        for name in ("sample", "house", "numbered", "bare"):
            found = tags(pdfs / f"{name}.pdf")
            assert (found.count("H1"), found.count("H2")) == (levels.count(1), levels.count(2))

    def test_every_column_has_a_header(self, pdfs: Path) -> None:
        assert tags(pdfs / "sample.pdf").count("TH") == headers_of(sample_minutes())

    def test_lists_are_lists(self, pdfs: Path) -> None:
        assert tags(pdfs / "sample.pdf").count("LI") == 9
        assert tags(pdfs / "bare.pdf").count("LI") == 9

    def test_the_language_and_title_are_set(self, pdfs: Path) -> None:
        assert b"/Lang(nl-NL)" in (pdfs / "sample.pdf").read_bytes()
        about = poppler("pdfinfo", pdfs / "sample.pdf")
        assert sample_minutes().title in about
        assert re.search(r"Tagged:\s+yes", about)

    def test_a_defect_shows_in_the_pdf(self, pdfs: Path) -> None:
        assert "TH" not in tags(pdfs / "no-header-rows.pdf")
        assert "H1" not in tags(pdfs / "no-headings.pdf")
        assert b"/Lang(nl-NL)" not in (pdfs / "english.pdf").read_bytes()

    def test_the_sample_is_short_and_every_page_is_counted(self, pdfs: Path) -> None:
        found = pages(pdfs / "sample.pdf")
        assert 5 <= len(found) <= 7
        for number, text in enumerate(found, start=1):
            assert f"Pagina {number} van {len(found)}" in text
            assert len(text.split()) > 30

    def test_the_header_row_stands_on_every_page_of_a_long_table(self, pdfs: Path) -> None:
        with_rows = [text for text in pages(pdfs / "long.pdf") if "Iets regelen" in text]
        assert len(with_rows) > 2
        assert all("Wat moet er gebeuren" in text for text in with_rows)

    def test_wide_pages_are_wide(self, pdfs: Path) -> None:
        sizes = poppler("pdfinfo", "-l", "9", pdfs / "sample.pdf")
        found = [float(a) > float(b) for a, b in re.findall(r"size:\s+([\d.]+) x ([\d.]+)", sizes)]
        assert found.count(True) == 1

    def test_numbers_are_printed_once(self, pdfs: Path) -> None:
        text = "\n".join(pages(pdfs / "numbered.pdf"))
        assert re.search(r"^\s*1\.\s+Welkom", text, re.MULTILINE)
        assert re.search(r"^\s*7\.2\s+MO norm 8", text, re.MULTILINE)
        assert not re.search(r"1\.\s+1\.", text)
        assert re.search(r"^\s*Actielijst", text, re.MULTILINE)

    def test_the_house_header_stands_on_every_page(self, pdfs: Path) -> None:
        assert all("Gemeente Voorbeeldstad" in text for text in pages(pdfs / "house.pdf"))

    @pytest.mark.parametrize("kind", FILTERS)
    def test_a_template_made_by_libreoffice_works(self, kind: str, tmp_path: Path) -> None:
        own = docx.Document()
        own.add_heading("Hoofdstuk", 1)
        own.add_paragraph("{{verslag}}")
        own.sections[0].header.paragraphs[0].text = "Gemeente {{regio}}"
        own.save(str(tmp_path / "huis.docx"))
        (tmp_path / "uit").mkdir()
        convert(tmp_path / "uit", FILTERS[kind], tmp_path / "huis.docx")
        template = (tmp_path / "uit" / f"huis.{kind}").read_bytes()
        assert check_template(template).markers == ("verslag", "regio")
        written(template)

    def test_minutes_saved_by_libreoffice_keep_their_words(self, tmp_path: Path) -> None:
        (tmp_path / "verslag.docx").write_bytes(FILES["sample"])
        (tmp_path / "uit").mkdir()
        convert(tmp_path / "uit", "docx", tmp_path / "verslag.docx")
        saved = (tmp_path / "uit" / "verslag.docx").read_bytes()
        assert lost_texts(saved, sample_minutes()) == []
        assert docx.Document(io.BytesIO(saved)).core_properties.title == sample_minutes().title
        again = write_minutes(sample_minutes(), saved)
        assert problems(again, without=OF_THE_HOUSE) == []
