"""House templates: their styles, numbers and pages; every trap with a file that has it."""

from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest

from guide.export.docx import check_template
from guide.minutes.model import Bullets, Section
from tests.house_templates import (
    DUTCH_STYLES,
    GREEN,
    HEADER,
    NUMBERED,
    header,
    house,
    level,
    paragraph,
    section,
    style,
    styles,
    with_marker,
    written,
)
from tests.sample_minutes import sample_minutes
from tests.word_checks import (
    W,
    WordFile,
    heading_level,
    inherited,
    text_of,
    val,
)


def headings(word: WordFile) -> list[str]:
    found = word.body.iter(f"{W}p")
    return [text_of(p) for p in found if heading_level(word, p) is not None]


# Styles


def test_dutch_style_ids_are_found_by_their_own_name() -> None:
    word = written(house())
    used = {val(found, "pPr/pStyle") for found in word.body.iter(f"{W}p")}
    assert {"Titel", "Kop1", "Kop2"} <= used
    assert not {"Title", "Heading1", "Heading2"} & set(word.styles())


NAMES = ("heading {n}", "Heading {n}", "Kop {n}", "kop {n}", "HEADING {n},Huiskop {n}")


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_found_under_every_name(name: str) -> None:
    extra = "".join(style(f"K{n}", name.format(n=n), level(n), GREEN) for n in (1, 2))
    word = written(house(styles_part=styles(extra)))
    assert {"K1", "K2"} <= {val(found, "pPr/pStyle") for found in word.body.iter(f"{W}p")}


def test_headings_are_found_by_an_alias() -> None:
    alias = '<w:name w:val="Huisstijl hoofdstuk"/><w:aliases w:val="Kop 1,H1"/>'
    own = style("Hoofdstuk", "Huisstijl hoofdstuk", level(1)).replace(
        '<w:name w:val="Huisstijl hoofdstuk"/>', alias
    )
    word = written(house(styles_part=styles(own)))
    assert "Hoofdstuk" in {val(found, "pPr/pStyle") for found in word.body.iter(f"{W}p")}


def test_headings_are_found_by_their_outline_level() -> None:
    extra = style("Hoofdstuk", "Hoofdstuktitel", level(1)) + style(
        "Par", "Paragraaftitel", level(2)
    )
    word = written(house(styles_part=styles(extra)))
    assert {"Hoofdstuk", "Par"} <= {val(found, "pPr/pStyle") for found in word.body.iter(f"{W}p")}


def test_a_heading_style_without_a_level_gets_one() -> None:
    extra = style("Kop1", "heading 1", "<w:keepNext/>") + style("Kop2", "heading 2")
    word = written(house(styles_part=styles(extra)))
    assert inherited(word, "Kop1", "pPr/outlineLvl") == "0"
    assert inherited(word, "Kop2", "pPr/outlineLvl") == "1"


def test_a_template_without_our_styles_gets_them_in_its_own_font() -> None:
    word = written(house(styles_part=styles("")))
    names = {val(found, "name") for found in word.styles().values()}
    assert {"Title", "heading 1", "heading 2", "List Bullet", "Verslag tabel"} <= names
    assert b"Arial" not in word.parts["word/styles.xml"]
    assert check_template(house(styles_part=styles(""))).missing_styles == (
        "Titel", "Kop 1", "Kop 2", "Lijst opsom.teken",
    )  # fmt: skip


def test_an_id_that_is_taken_by_another_style_is_not_used_twice() -> None:
    extra = DUTCH_STYLES + style("ListBullet", "Iets heel anders") + style("VerslagTabeltekst", "X")
    ids = [key for key in written(house(styles_part=styles(extra))).styles()]
    assert "VerslagListBullet" in ids
    assert len(ids) == len(set(ids))


def test_a_bullet_style_without_bullets_is_not_used() -> None:
    extra = DUTCH_STYLES + style("Lijst", "List Bullet")
    minutes = replace(sample_minutes(), sections=(Section("A", (Bullets(("een",)),)),))
    word = written(house(styles_part=styles(extra)), minutes)
    used = next(val(p, "pPr/pStyle") for p in word.body.iter(f"{W}p") if text_of(p) == "een")
    assert used == "ListBullet"
    assert inherited(word, used, "name") == "Verslag lijst opsom.teken"


def test_our_own_styles_take_the_colour_of_the_headings() -> None:
    word = written(house())
    assert inherited(word, "VerslagTabelkop", "rPr/color") == "2B5D34"


def test_a_faint_house_colour_is_reported_and_not_repeated() -> None:
    faint = styles(style("Kop1", "heading 1", level(1), '<w:color w:val="A0C8F0"/>'))
    word = written(house(styles_part=faint))
    assert inherited(word, "VerslagTabelkop", "rPr/color") == "262626"
    report = check_template(house(styles_part=faint))
    assert "De kleur van de stijl Kop 1 is te licht om goed te lezen." in report.remarks


def test_a_table_style_of_the_house_is_used() -> None:
    own = (
        '<w:style w:type="table" w:styleId="HuisTabel"><w:name w:val="Verslag tabel"/>'
        "<w:tblPr/></w:style>"
    )
    word = written(house(styles_part=styles(DUTCH_STYLES + own)))
    assert {val(t, "tblPr/tblStyle") for t in word.body.iter(f"{W}tbl")} == {"HuisTabel"}


def test_columns_are_wider_in_a_wide_font() -> None:
    def first_columns(template: bytes) -> list[int]:
        columns = written(template).body.iterfind(f"{W}tbl/{W}tblGrid/{W}gridCol[1]")
        return [int(column.get(f"{W}w", "0")) for column in columns]

    narrow, wide = (styles().replace("Georgia", font) for font in ("Arial", "Verdana"))
    pairs = zip(
        first_columns(house(styles_part=narrow)),
        first_columns(house(styles_part=wide)),
        strict=True,
    )
    assert any(before < after for before, after in pairs)


# Headings that number themselves


def numbering_house(body: str = "") -> bytes:
    extra = "".join(style(f"Kop{n}", f"heading {n}", level(n, True), GREEN) for n in (1, 2))
    return house(body, styles_part=styles(extra), numbering=NUMBERED)


def test_headings_that_number_themselves_get_no_second_number() -> None:
    word = written(numbering_house())
    assert "Welkom" in headings(word)
    assert "MO norm 2: Kinderen verblijven zo normaal mogelijk" in headings(word)
    off = [text_of(p) for p in word.body.iter(f"{W}p") if val(p, "pPr/numPr/numId") == "0"]
    assert "Actielijst" in off
    assert "Welkom" not in off


def test_numbers_that_are_not_in_order_are_written_out() -> None:
    sections = (Section("Tweede", number="2"), Section("Eerste", number="1"))
    minutes = replace(sample_minutes(), sections=sections)
    word = written(numbering_house(), minutes)
    assert headings(word) == ["2. Tweede", "1. Eerste"]
    marked = [p for p in word.body.iter(f"{W}p") if heading_level(word, p)]
    assert {val(p, "pPr/numPr/numId") for p in marked} == {"0"}


def test_a_heading_of_the_template_itself_does_not_shift_the_numbers() -> None:
    own = paragraph("Voorwoord", '<w:pStyle w:val="Kop1"/>')
    assert "1. Welkom" in headings(written(numbering_house(with_marker(own))))


def test_self_numbering_is_reported() -> None:
    assert any(
        "nummeren zichzelf" in remark for remark in check_template(numbering_house()).remarks
    )


# Pages, headers and footers


def test_the_logo_and_header_hold_on_every_page() -> None:
    word = written(house())
    sections = list(word.body.iter(f"{W}sectPr"))
    assert len(sections) == 3
    assert all(found.find(f"{W}headerReference") is not None for found in sections)
    assert "word/media/logo.png" in word.names or any(n.endswith(".png") for n in word.names)


def test_a_template_with_several_sections_keeps_the_first_header() -> None:
    first = paragraph("Voorblad", section(HEADER, more="<w:titlePg/>"))
    second = paragraph("Tekst", section())
    wide = section(size='w:w="16838" w:h="11906" w:orient="landscape"')
    word = written(house(first + second + paragraph("Bijlage") + wide))
    sections = list(word.body.iter(f"{W}sectPr"))
    assert all(found.find(f"{W}headerReference") is not None for found in sections)
    sizes = [found.find(f"{W}pgSz") for found in sections]
    assert [size is not None and size.get(f"{W}orient") for size in sizes] == [
        None,
        "landscape",
        None,
    ]
    assert [found.find(f"{W}titlePg") is not None for found in sections] == [True, False, False]


def test_upright_pages_inherit_the_header_of_a_wide_first_section() -> None:
    wide = section(HEADER, size='w:w="16838" w:h="11906" w:orient="landscape"')
    word = written(house(paragraph("Breed", wide) + paragraph("Smal") + section()))
    first = next(word.body.iter(f"{W}sectPr"))
    assert first.find(f"{W}headerReference") is not None


def test_pages_are_counted_on_after_the_first_section() -> None:
    numbered = house(paragraph("x") + section(HEADER, more='<w:pgNumType w:start="5"/>'))
    starts = [found.get(f"{W}start") for found in written(numbered).body.iter(f"{W}pgNumType")]
    assert starts == ["5", None, None]


def test_a_template_without_page_set_up_becomes_a4() -> None:
    word = written(house(paragraph("tekst")))
    size = next(word.body.iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")


def test_paper_that_is_not_a4_is_reported() -> None:
    letter = house(paragraph("x") + section(HEADER, size='w:w="12240" w:h="15840"'))
    assert any("geen A4" in remark for remark in check_template(letter).remarks)
    written(letter)


def test_the_default_of_python_docx_works_as_a_template() -> None:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    word = written(buffer.getvalue())
    assert not [name for name in word.names if "thumbnail" in name]


def test_the_language_becomes_dutch_everywhere() -> None:
    english = '<w:p><w:r><w:rPr><w:lang w:val="en-US"/></w:rPr><w:t>x</w:t></w:r></w:p>'
    part = header("Gemeente").replace("</w:hdr>", f"{english}</w:hdr>")
    written(house(more={"word/header1.xml": part}))
    without = styles().replace('<w:lang w:val="en-US"/>', "")
    written(house(styles_part=without))
