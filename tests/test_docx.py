"""The Word export in our own look: structure, text that stays text, and equal bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import os
import subprocess
import sys
import time
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from guide.export.docx import write_minutes
from guide.export.docx_base import BASE_PATH, make_base
from guide.minutes.model import Bullets, Column, Minutes, Paragraph, Role, Section, Table
from guide.plain_text import clean
from tests.readers import ROOT
from tests.sample_minutes import sample_minutes
from tests.word_checks import W, WordFile, heading_level, lost_texts, problems, text_of, val

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


def minutes_of(*sections: Section, title: str = "Verslag", status: str = "Concept") -> Minutes:
    made = dt.datetime(2027, 3, 12, 16, 40, tzinfo=dt.UTC)
    return Minutes(title, "Onderwerp", status, made, "verslag.docx", sections)


def paragraphs(data: bytes) -> list[str]:
    return [text_of(paragraph) for paragraph in WordFile.read(data).body.iter(f"{W}p")]


def headings(data: bytes) -> list[tuple[int, str]]:
    word = WordFile.read(data)
    found = ((heading_level(word, p), text_of(p)) for p in word.body.iter(f"{W}p"))
    return [(level, text) for level, text in found if level is not None]


def table_of(*rows: tuple[str, ...], columns: int = 2, description: str = "Een tabel.") -> Table:
    return Table(tuple(Column(f"Kolom {n}") for n in range(columns)), rows, description)


def seconds(rows: int) -> float:
    """The shortest of three times to write one table of this many rows."""
    table = table_of(*((f"A{n}", "Iets doen met de gemeente") for n in range(rows)))
    minutes = minutes_of(Section("Acties", (table,)))
    times = []
    for _ in range(3):
        start = time.perf_counter()
        write_minutes(minutes)
        times.append(time.perf_counter() - start)
    return min(times)


def test_the_sample_has_no_problems_and_loses_nothing() -> None:
    data = write_minutes(sample_minutes())
    assert problems(data) == []
    assert lost_texts(data, sample_minutes()) == []


def test_every_decision_and_action_stands_once_in_its_list() -> None:
    tables = WordFile.read(write_minutes(sample_minutes())).body.iter(f"{W}tbl")
    cells = [text_of(cell) for table in tables for cell in table.iter(f"{W}tc")]
    for code in ("B1", "B2", "B3", "B4", "A01", "A02", "A03", "A04", "A05", "A06"):
        assert cells.count(code) == 1


def test_headings_keep_the_numbers_of_the_agenda() -> None:
    found = headings(write_minutes(sample_minutes()))
    assert (1, "1. Welkom") in found
    assert (2, "7.2 MO norm 8: Een ondersteuningsplan voor het kind") in found
    assert (1, "Actielijst") in found


def test_the_title_and_status_open_the_body() -> None:
    minutes = sample_minutes()
    assert paragraphs(write_minutes(minutes))[:2] == [minutes.title, minutes.status_line]


def test_the_footer_counts_pages_and_repeats_the_status() -> None:
    footer = WordFile.read(write_minutes(sample_minutes())).tree("footer")
    codes = [(code.text or "").strip() for code in footer.iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]
    words = "".join(text.text or "" for text in footer.iter(f"{W}t"))
    assert words == "Pagina 1 van 1  ·  Concept, versie 1. Dit verslag kan openbaar worden (Woo)."


def test_wide_lists_lie_on_their_side_and_the_rest_stands_again() -> None:
    sizes = WordFile.read(write_minutes(sample_minutes())).body.iter(f"{W}pgSz")
    assert [size.get(f"{W}orient") for size in sizes] == [None, "landscape", None]


@pytest.mark.parametrize("last", [True, False])
def test_minutes_that_end_or_start_lying_down_have_no_empty_page(last: bool) -> None:
    upright, lying = Section("Staand", (Paragraph("Iets"),)), Section("Liggend", landscape=True)
    data = write_minutes(minutes_of(*((upright, lying) if last else (lying, upright))))
    assert [problem for problem in problems(data) if "empty" in problem] == []
    assert len(list(WordFile.read(data).body.iter(f"{W}sectPr"))) == 2 + (not last)


def test_header_rows_repeat_and_short_rows_stay_whole() -> None:
    long = table_of(("A1", "kort"), ("A2", "lang " * 400))
    rows = list(WordFile.read(write_minutes(minutes_of(Section("A", (long,))))).body.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, True, False]
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None


def test_two_tables_that_follow_each_other_do_not_become_one() -> None:
    data = write_minutes(minutes_of(Section("A", (table_of(("a", "b")), table_of(("c", "d"))))))
    assert problems(data) == []
    assert "Een tabel." in paragraphs(data)


def test_the_line_below_the_last_table_never_stands_alone() -> None:
    data = write_minutes(minutes_of(Section("A", (table_of(("a", "b"), ("c", "d")),))))
    last = list(WordFile.read(data).body.iter(f"{W}tr"))[-1]
    assert all(p.find(f"{W}pPr/{W}keepNext") is not None for p in last.iter(f"{W}p"))


def test_a_list_of_facts_is_not_a_table() -> None:
    facts = Table((Column("Wat"), Column("Gegeven")), (("Regio", "Voorbeeld"),), "", True)
    data = write_minutes(minutes_of(Section("Gegevens", (facts,))))
    assert "Regio:\tVoorbeeld" in paragraphs(data)
    assert not list(WordFile.read(data).body.iter(f"{W}tbl"))


def test_columns_follow_their_weights_but_keep_words_whole() -> None:
    columns = (Column("Nr.", 0.01), Column("Functie", 1), Column("Toelichting", 6))
    table = Table(columns, (("A100", "Kwaliteitsmedewerker", "x"),), "Een tabel.")
    data = write_minutes(minutes_of(Section("A", (table,))))
    widths = [int(c.get(f"{W}w", "0")) for c in WordFile.read(data).body.iter(f"{W}gridCol")]
    assert widths[0] > 500
    assert widths[1] > 2000
    assert widths[2] > widths[1]


def test_many_columns_with_long_words_still_fit() -> None:
    columns = tuple(Column("Samenwerkingsovereenkomst") for _ in range(12))
    table = Table(columns, (("Samenwerkingsovereenkomst",) * 12,), "Een tabel.")
    assert problems(write_minutes(minutes_of(Section("A", (table,))))) == []


def test_words_stay_whole_in_smaller_letters_when_the_page_is_full() -> None:
    titles = (
        "Ondersteuningsplan",
        "Grotendeels",
        "Opvang",
        "Ketenpartners",
        "Ervaringsdeskundigen",
    )
    columns = tuple(Column(title) for title in (*titles, "Nabespreking"))
    wide = Table(columns, (("Grotendeels",) * 6,), "Een tabel.")
    narrow = Table(columns[:3], (("Grotendeels",) * 3,), "Een tabel.")
    data = write_minutes(minutes_of(Section("A", (wide, narrow))))
    used = [val(p, "pPr/pStyle") for p in WordFile.read(data).body.iterfind(f"{W}tbl//{W}p")]
    assert used[0] == "VerslagTabelkopSmal"
    assert used[-1] == "VerslagTabeltekst"


def test_long_names_of_facts_do_not_run_into_their_values() -> None:
    rows = (("Partijen: Ervaringsdeskundigen en hun achterban", "Vereniging"), ("Regio", "X"))
    facts = Table((Column("Wat"), Column("Gegeven")), rows, "", True)
    data = write_minutes(minutes_of(Section("Gegevens", (facts,))))
    found = [i.get(f"{W}left") for i in WordFile.read(data).body.iter(f"{W}ind")]
    assert len(set(found)) == 1
    assert int(found[0] or 0) > 3500


def test_a_list_leaves_no_item_alone_and_a_question_stays_with_its_answer() -> None:
    question = Paragraph("Wat herkennen jullie?", role=Role.REMARK)
    blocks = (question, Paragraph("Dit.", "Gemeente"), Bullets(("a", "b", "c", "d")))
    data = write_minutes(minutes_of(Section("A", blocks)))
    kept = [
        text_of(p)
        for p in WordFile.read(data).body.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}keepNext") is not None
    ]
    assert kept == ["Wat herkennen jullie?", "Gemeente: Dit.", "a", "c"]


def test_the_properties_are_those_of_the_minutes() -> None:
    core = docx.Document(io.BytesIO(write_minutes(sample_minutes()))).core_properties
    assert core.title == sample_minutes().title
    assert core.subject == sample_minutes().subject
    assert (core.author, core.comments, core.last_modified_by) == ("", "", "")
    assert core.created == core.modified == dt.datetime(2027, 3, 12, 16, 40, tzinfo=dt.UTC)


def test_a_very_long_title_is_cut_in_the_properties_only() -> None:
    data = write_minutes(minutes_of(title="Verslag " * 100))
    assert len(docx.Document(io.BytesIO(data)).core_properties.title) <= 255
    assert clean("Verslag " * 100) in paragraphs(data)


def test_equal_minutes_give_equal_bytes() -> None:
    assert write_minutes(sample_minutes()) == write_minutes(sample_minutes())
    later = replace(sample_minutes(), made_at=dt.datetime(2027, 3, 13, tzinfo=dt.UTC))
    assert write_minutes(later) != write_minutes(sample_minutes())


def test_the_order_of_hashes_makes_no_difference() -> None:
    code = (
        "import hashlib; from guide.export.docx import write_minutes; "
        "from tests.sample_minutes import sample_minutes; "
        "print(hashlib.sha256(write_minutes(sample_minutes())).hexdigest())"
    )
    here = hashlib.sha256(write_minutes(sample_minutes())).hexdigest()
    for seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            cwd=ROOT, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert run.stdout.strip() == here


def test_the_base_document_is_what_the_script_makes() -> None:
    made, committed = WordFile.read(make_base()), WordFile.read(BASE_PATH.read_bytes())
    assert made.parts == committed.parts


def test_word_is_not_loaded_before_it_is_needed() -> None:
    code = "import sys, guide.export, guide.minutes.model; assert 'docx' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


LITERAL = (
    "=1+1", "<b>vet</b>", "{{datum}}", "{{ 7*7 }}", "{% for x in y %}", "R&D <w:p/>", "a\tb",
    "regel 1\nregel 2", "\r\nregel", "*ster* _streep_", "\x00\x0bbel", "emoji 👩‍👧 en عربي",
)  # fmt: skip


@pytest.mark.parametrize("text", LITERAL)
def test_what_people_typed_stays_text(text: str) -> None:
    blocks = (Paragraph(text), Bullets((text,)), table_of((text, "b")))
    data = write_minutes(minutes_of(Section(text, blocks)))
    assert paragraphs(data).count(clean(text)) == 4
    assert not list(WordFile.read(data).body.iter(f"{W}fldChar", f"{W}fldSimple", f"{W}instrText"))


@settings(max_examples=60, deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_any_text_survives_but_for_what_xml_forbids(one: str, two: str, three: str) -> None:
    blocks = (
        Paragraph(one, role=Role.DECISION),
        Paragraph(two, "Gemeente"),
        Bullets((three,)),
        table_of((one, two), description=three),
    )
    data = write_minutes(minutes_of(Section("Kop", blocks), title=f"T{one}", status=f"S{two}"))
    expected = [clean(f"T{one}"), clean(f"S{two}"), "Kop", clean(one)]
    expected += [f"Gemeente: {clean(two)}" if clean(two) else "Gemeente", clean(three)]
    expected = [text for text in expected if text]
    cells = ["Kolom 0", "Kolom 1", clean(one), clean(two)]
    assert paragraphs(data) == [*expected, *cells, "Einde verslag"]


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT)
def test_any_text_gives_a_sound_file(text: str) -> None:
    table = Table((Column("Kop"), Column("Kop twee")), ((text, text),), f"Tabel {text}")
    minutes = minutes_of(
        Section(f"A {text}", (Paragraph(text, text), Bullets((text, text)), table), landscape=True),
        title=f"Verslag {text}",
    )
    assert problems(write_minutes(minutes)) == []


def test_a_label_stands_bold_before_its_text() -> None:
    data = write_minutes(minutes_of(Section("A", (Paragraph("Wij willen dit.", "Gemeente:"),))))
    assert "Gemeente: Wij willen dit." in paragraphs(data)
    bold = [
        run
        for run in WordFile.read(data).body.iter(f"{W}r")
        if run.find(f"{W}rPr/{W}b") is not None
    ]
    assert ["".join(text.text or "" for text in run.iter(f"{W}t")) for run in bold] == [
        "Gemeente: "
    ]


def test_what_introduces_a_list_stays_with_it() -> None:
    data = write_minutes(minutes_of(Section("A", (Paragraph("De acties:"), Bullets(("a", "b"))))))
    found = [p for p in WordFile.read(data).body.iter(f"{W}p") if text_of(p) == "De acties:"]
    assert found[0].find(f"{W}pPr/{W}keepNext") is not None
    assert val(found[0], "pPr/pStyle") is None


def test_twice_the_rows_take_about_twice_the_time() -> None:
    assert seconds(800) < 3.5 * seconds(400)


def test_the_file_holds_no_more_than_it_needs() -> None:
    data = write_minutes(sample_minutes())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert not [name for name in archive.namelist() if "theme" in name or "thumbnail" in name]
        for name in archive.namelist():
            etree.fromstring(archive.read(name))
    assert len(data) < 20_000
