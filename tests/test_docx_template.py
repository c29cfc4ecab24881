"""House templates: every trap we know of, each with a file that has it."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace

import docx
import pytest

from guide.errors import TemplateError
from guide.export.docx import check_template, write_minutes
from guide.export.docx_template import open_template
from guide.minutes_model import Bullets, Minutes, Paragraph, Section
from tests import house_templates as house_parts
from tests.house_templates import (
    DOCM,
    DOCX,
    DOTM,
    DOTX,
    DUTCH_STYLES,
    GREEN,
    NUMBERED,
    header,
    house,
    level,
    pack,
    paragraph,
    section,
    style,
    styles,
)
from tests.sample_minutes import sample_minutes
from tests.word_checks import (
    OF_THE_HOUSE,
    W,
    WordFile,
    heading_level,
    inherited,
    lost_texts,
    problems,
    text_of,
    val,
)

HEADER = '<w:headerReference w:type="default" r:id="rIdH"/>'
MACRO_PART: dict[str, bytes | str] = {"word/vbaProject.bin": b"macro"}
MACRO_ROW = {
    "rIdV": ("http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin")
}


def written(template: bytes, minutes: Minutes | None = None) -> WordFile:
    """The sample in a template; it may have no problem and lose no text, whatever the template."""
    minutes = minutes or sample_minutes()
    data = write_minutes(minutes, template)
    assert problems(data, without=OF_THE_HOUSE) == []
    assert lost_texts(data, minutes) == []
    return WordFile.read(data)


def texts(word: WordFile) -> list[str]:
    return [text_of(found) for found in word.body.iter(f"{W}p")]


def headings(word: WordFile) -> list[str]:
    found = word.body.iter(f"{W}p")
    return [text_of(p) for p in found if heading_level(word, p) is not None]


def headers(word: WordFile) -> str:
    return "".join(
        "".join(tree.itertext(f"{W}t")) for name, tree in word.trees() if "header" in name
    )


def with_marker(before: str = "", after: str = "", more: str = "") -> str:
    """The text of a template with a place for the minutes."""
    return before + paragraph("{{verslag}}") + after + section(HEADER, more=more)


# Kinds of Word files


@pytest.mark.parametrize("main_type", [DOCX, DOTX, DOCM, DOTM])
def test_every_kind_of_word_file_becomes_a_plain_document(main_type: str) -> None:
    word = written(house(main_type=main_type, rows=MACRO_ROW, more=MACRO_PART))
    assert DOCX.encode() in word.parts["[Content_Types].xml"]
    assert not [name for name in word.names if "vba" in name]


def test_macros_are_reported() -> None:
    report = check_template(house(main_type=DOTM, rows=MACRO_ROW, more=MACRO_PART))
    assert "De macro's uit het sjabloon gaan niet mee." in report.remarks


def strict() -> bytes:
    rels = house_parts.relationships({"rId1": ("officeDocument", "word/document.xml")})
    strict_rels = rels.replace(
        "http://schemas.openxmlformats.org/officeDocument/2006",
        "http://purl.oclc.org/ooxml/officeDocument",
    )
    return house(more={"_rels/.rels": strict_rels})


def lying_size() -> bytes:
    """A zip that says a part is small while it is not."""
    data = bytearray(pack({"[Content_Types].xml": b"x" * 5000}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:styles>&b;</w:styles>'
FETCHING_ENTITY = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/hostname">]><w>&a;</w>'
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "leeg"),
    "text": (lambda: b"Dit is tekst", "geen Word-bestand"),
    "pdf": (lambda: b"%PDF-1.7 ...", "geen Word-bestand"),
    "rtf": (lambda: b"{\\rtf1 tekst}", "RTF"),
    "old Word": (lambda: OLE + b"WordDocument", "voor 2007"),
    "password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
    "odt": (
        lambda: pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"}),
        "OpenDocument",
    ),
    "a zip": (lambda: pack({"foto.txt": "hallo"}), "geen Word-bestand"),
    "Excel": (lambda: house(main_type="application/vnd.openxmlformats-x.sheet.main+xml"), "geen Word"),
    "strict": (strict, "Strict"),
    "cut off": (lambda: house()[:-200], "beschadigd"),
    "lying size": (lying_size, "beschadigd"),
    "broken xml": (lambda: house(more={"word/styles.xml": "<w:styles"}), "beschadigd"),
    "missing part": (lambda: house(rows={"rIdX": ("header", "header9.xml")}), "beschadigd"),
    "not a document": (lambda: house(more={"word/document.xml": "<a/>"}), "beschadigd"),
    "too large": (lambda: b"PK" + b"x" * (10 * 1024 * 1024), "10 MB"),
    "unpacks large": (lambda: pack({"a.xml": b" " * 90_000_000}), "veel te groot"),
    "ratio": (lambda: house(more={"word/media/a.png": b"\0" * 20_000_000}), "veel te groot"),
    "many parts": (lambda: pack({f"{n}.xml": "" for n in range(2001)}), "te veel onderdelen"),
    "entities": (lambda: house(more={"word/styles.xml": BOMB}), "beschadigd"),
    "entity that fetches": (lambda: house(more={"word/header1.xml": FETCHING_ENTITY}), "beschadigd"),
    "in a table": (
        lambda: house(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc>"
            + paragraph("{{verslag}}") + "</w:tc></w:tr></w:tbl>" + section()
        ),
        "tabel of tekstvak",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused_with_a_next_step(name: str) -> None:
    make, words = REFUSED[name]
    data = make()
    for use in (check_template, lambda data: write_minutes(sample_minutes(), data)):
        with pytest.raises(TemplateError) as caught:
            use(data)
        assert words in caught.value.message
        assert caught.value.next_step.endswith(".")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    data = pack({"a.xml": b"\0" * 500_000_000})
    start = time.perf_counter()
    with pytest.raises(TemplateError):
        open_template(data)
    assert time.perf_counter() - start < 2


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


# Markers


def test_markers_are_filled_in_text_and_header_also_across_runs() -> None:
    split = (
        "<w:p><w:r><w:t>Regio {{re</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:rPr><w:b/>"
        "</w:rPr><w:t>gio</w:t></w:r><w:r><w:t>}} op {{ Datum }}</w:t></w:r></w:p>"
    )
    template = house(with_marker(split), header_text="{{titel}} - {{STATUS}}")
    word = written(template)
    assert texts(word)[0] == "Regio Voorbeeld op 12 maart 2027"
    minutes = sample_minutes()
    assert headers(word) == f"{minutes.title} - {minutes.status_line}"


def test_the_minutes_stand_where_the_marker_stands() -> None:
    body = with_marker(paragraph("Voorwoord"), paragraph("Ondertekening"))
    found = texts(written(house(body)))
    assert found[0] == "Voorwoord"
    assert found[1] == sample_minutes().title
    assert found[-1] == "Ondertekening"
    assert "{{verslag}}" not in "".join(found)


def test_text_after_the_marker_stands_upright_again() -> None:
    wide = replace(sample_minutes(), sections=(Section("Breed", landscape=True),))
    word = written(house(with_marker(after=paragraph("Ondertekening"))), wide)
    sizes = [size.get(f"{W}orient") for size in word.body.iter(f"{W}pgSz")]
    assert sizes == [None, "landscape", None]


def test_a_marker_that_ends_a_section_keeps_that_section() -> None:
    first = paragraph("{{verslag}}", section(HEADER))
    body = first + paragraph("Bijlage") + section(HEADER, size='w:w="11906" w:h="16838"')
    found = texts(written(house(body)))
    assert found[-1] == "Bijlage"


def test_words_beside_the_marker_stay() -> None:
    found = texts(written(house(paragraph("Hieronder: {{verslag}}") + section(HEADER))))
    assert found[0].strip() == "Hieronder:"


def test_a_marker_in_a_content_control_works() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('{{verslag}}')}</w:sdtContent></w:sdt>"
    assert sample_minutes().title in texts(written(house(control + section(HEADER))))


def test_title_and_status_are_not_repeated_when_the_template_shows_them() -> None:
    own = paragraph("{{titel}}", '<w:pStyle w:val="Titel"/>') + paragraph("{{status}}")
    found = texts(written(house(with_marker(own))))
    minutes = sample_minutes()
    assert found.count(minutes.title) == 1
    assert found.count(minutes.status_line) == 1


def test_values_are_never_filled_in_again() -> None:
    sections = (Section("A", (Paragraph("{{regio}} en {{verslag}}"),)),)
    minutes = replace(
        sample_minutes(), sections=sections, fields=(("regio", "{{datum}}"), ("datum", "{{regio}}"))
    )
    found = texts(written(house(with_marker(paragraph("{{regio}}{{datum}}"))), minutes))
    assert found[0] == "{{datum}}{{regio}}"
    assert "{{regio}} en {{verslag}}" in found


def test_a_date_without_a_value_is_the_day_of_making() -> None:
    minutes = replace(sample_minutes(), fields=())
    assert texts(written(house(with_marker(paragraph("{{datum}}"))), minutes))[0] == "12 maart 2027"


def test_text_without_any_marker_is_an_example_and_goes() -> None:
    assert "Klik hier om tekst in te voeren." not in texts(written(house()))
    assert any("vervalt" in remark for remark in check_template(house()).remarks)


def test_text_with_a_marker_but_no_place_keeps_its_text() -> None:
    template = house(paragraph("Aan de regio {{regio}}") + section(HEADER))
    assert texts(written(template))[0] == "Aan de regio Voorbeeld"
    assert any("achteraan" in remark for remark in check_template(template).remarks)


def test_the_report_tells_which_markers_are_known() -> None:
    template = house(with_marker(paragraph("{{Datum}} {{naam}} {{7*7}}")), header_text="{{titel}}")
    report = check_template(template)
    assert set(report.markers) == {"verslag", "datum", "titel"}
    assert set(report.unknown_markers) == {"naam", "7*7"}
    assert "{{naam}}" in texts(written(template))[0]


def test_a_picture_that_would_go_is_reported() -> None:
    picture = header("", logo=True).split(">", 1)[1].removesuffix("</w:hdr>")
    report = check_template(house(picture + section(HEADER)))
    assert any("afbeeldingen" in remark for remark in report.remarks)


# What runs, fetches or locks


def outside(kind: str, target: str, use: str, place: str = "document") -> bytes:
    """A template in which something leads outside."""
    key = {"rIdZ": (kind, target)}
    if place == "settings":
        rels: dict[str, bytes | str] = {
            "word/_rels/settings.xml.rels": house_parts.relationships(key)
        }
        return house(settings=use, more=rels)
    return house(with_marker(use), rows=key)


LINKED_PICTURE = header("", logo=True).split(">", 1)[1].split("</w:p>")[0] + "</w:p>"
OUTSIDE = {
    "attached template": outside(
        "attachedTemplate", "http://a.example/t.dotx", '<w:attachedTemplate r:id="rIdZ"/>', "settings"
    ),
    "mail merge": outside(
        "mailMergeSource",
        "file:///C:/adressen.xlsx",
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="textFile"/>'
        '<w:dataSource r:id="rIdZ"/></w:mailMerge>',
        "settings",
    ),
    "remote picture": outside(
        "image",
        "http://a.example/pixel.png",
        LINKED_PICTURE.replace('r:embed="rId1"', 'r:link="rIdZ"'),
    ),
    "link to a share": outside(
        "hyperlink", "file://server/map", '<w:p><w:hyperlink r:id="rIdZ"><w:r><w:t>map</w:t></w:r></w:hyperlink></w:p>'
    ),
    "imported page": outside("aFChunk", "http://a.example/x.html", '<w:altChunk r:id="rIdZ"/>'),
    "sub document": outside("subDocument", "file:///C:/deel.docx", '<w:subDoc r:id="rIdZ"/>'),
}  # fmt: skip


@pytest.mark.parametrize("name", OUTSIDE)
def test_what_leads_outside_is_taken_out_and_reported(name: str) -> None:
    word = written(OUTSIDE[name])
    for part in word.parts.values():
        assert b"a.example" not in part
        assert b"rIdZ" not in part
        assert b"C:/" not in part
    assert any("buiten het sjabloon" in remark for remark in check_template(OUTSIDE[name]).remarks)


def test_a_link_to_a_website_stays() -> None:
    use = '<w:p><w:hyperlink r:id="rIdZ"><w:r><w:t>website</w:t></w:r></w:hyperlink></w:p>'
    word = written(outside("hyperlink", "https://gemeente.example/", use))
    assert b"https://gemeente.example/" in word.parts["word/_rels/document.xml.rels"]


def test_the_words_of_a_link_that_goes_stay() -> None:
    assert "map" in texts(written(OUTSIDE["link to a share"]))


def test_a_picture_that_is_stored_as_well_as_linked_stays() -> None:
    rels = house_parts.relationships(
        {"rId1": ("image", "media/logo.png"), "rIdZ": ("image", "http://a.example/p.png")}
    )
    part = header("", logo=True).replace('r:embed="rId1"', 'r:embed="rId1" r:link="rIdZ"')
    word = written(house(more={"word/header1.xml": part, "word/_rels/header1.xml.rels": rels}))
    assert b"r:embed" in next(
        part for name, part in word.parts.items() if "header" in name and b"hdr" in part
    )


def field(code: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>getoond</w:t></w:r>'
    return f"<w:p>{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{middle}{end}</w:p>"


@pytest.mark.parametrize(
    "code", ["INCLUDEPICTURE http://a.example/x", "DDEAUTO c:\\\\x", "includetext y"]
)
def test_a_field_that_fetches_becomes_what_it_shows(code: str) -> None:
    simple = (
        f'<w:p><w:fldSimple w:instr="{code}"><w:r><w:t>eenvoudig</w:t></w:r></w:fldSimple></w:p>'
    )
    template = house(with_marker(field(code) + simple))
    word = written(template)
    assert texts(word)[:2] == ["getoond", "eenvoudig"]
    assert code.encode() not in word.parts["word/document.xml"]
    assert any("buiten het sjabloon" in remark for remark in check_template(template).remarks)


def test_a_field_that_counts_pages_stays() -> None:
    word = written(house(with_marker(field("PAGE"))))
    assert [code.text for code in word.body.iter(f"{W}instrText")] == ["PAGE"]


def test_a_locked_template_is_unlocked_and_reported() -> None:
    locked = house(settings='<w:documentProtection w:edit="forms" w:enforcement="1"/>')
    assert b"documentProtection" not in written(locked).parts["word/settings.xml"]
    assert any("beveiliging" in remark for remark in check_template(locked).remarks)


def test_the_properties_of_the_template_do_not_come_along() -> None:
    # LibreOffice 24 and later name the relationship differently, which python-docx takes for none.
    for kind in (
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties",
    ):
        core = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Oud</dc:title>'
            "<dc:creator>Maker</dc:creator></cp:coreProperties>"
        )
        rels = house_parts.relationships(
            {"rId1": ("officeDocument", "word/document.xml"), "rId2": (kind, "docProps/core.xml")}
        )
        override = (
            '<Override PartName="/docProps/core.xml" '
            'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        )
        template = house(overrides=override, more={"_rels/.rels": rels, "docProps/core.xml": core})
        data = write_minutes(sample_minutes(), template)
        assert problems(data, without=OF_THE_HOUSE) == []
        assert docx.Document(io.BytesIO(data)).core_properties.title == sample_minutes().title
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.namelist().count("docProps/core.xml") == 1
            assert b"Maker" not in archive.read("docProps/core.xml")


def test_a_file_without_styles_settings_and_lists_gets_ours() -> None:
    bare = house(
        more={
            "word/_rels/document.xml.rels": house_parts.relationships(
                {"rIdH": ("header", "header1.xml")}
            )
        }
    )
    written(bare)


def test_the_same_template_gives_the_same_bytes() -> None:
    assert write_minutes(sample_minutes(), house()) == write_minutes(sample_minutes(), house())
