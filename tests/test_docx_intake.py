"""What comes in with a house template: what is refused, what is taken out, what may stay."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable

import docx
import pytest
from lxml import etree

from guide.errors import TemplateError
from guide.export.docx import check_template, write_minutes
from guide.export.docx_template import open_template
from tests import house_templates as house_parts
from tests.house_templates import (
    DOCM,
    DOCX,
    DOTM,
    DOTX,
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
    texts,
    with_marker,
    written,
)
from tests.sample_minutes import sample_minutes
from tests.word_checks import (
    OF_THE_HOUSE,
    W,
    WordFile,
    problems,
)

MACRO_PART: dict[str, bytes | str] = {"word/vbaProject.bin": b"macro"}
MACRO_ROW = {
    "rIdV": (
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
        "vbaProject.bin",
    )
}


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
        lambda: pack({"mimetype": "application/vnd.oasis.opendocument.text", "a.xml": "<x/>"}),
        "OpenDocument",
    ),
    "a zip": (lambda: pack({"foto.txt": "hallo"}), "geen Word-bestand"),
    "Excel": (lambda: house(main_type="application/vnd.ms-excel.sheet.main+xml"), "geen Word"),
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
    "fetching": (lambda: house(more={"word/header1.xml": FETCHING_ENTITY}), "beschadigd"),
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
    data = pack({"a.xml": b"\0" * 200_000_000})
    start = time.perf_counter()
    with pytest.raises(TemplateError):
        open_template(data)
    assert time.perf_counter() - start < 2


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


LINKED_PICTURE = (
    header("", logo=True)
    .split(">", 1)[1]
    .split("</w:p>")[0]
    .replace("<w:p>", "<w:p><w:r><w:t>Logo</w:t></w:r>")
) + "</w:p>"
ATTACHED = '<w:attachedTemplate r:id="rIdZ"/>'
SHARE = '<w:p><w:hyperlink r:id="rIdZ"><w:r><w:t>map</w:t></w:r></w:hyperlink></w:p>'
OUTSIDE = {
    "attached template": outside(
        "attachedTemplate", "http://a.example/t.dotx", ATTACHED, "settings"
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
    "link to a share": outside("hyperlink", "file://server/map", SHARE),
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


def damage(parts: dict[str, bytes], chance: random.Random) -> bytes:
    """A template of which a few elements or attributes are gone, doubled or nonsense."""
    parts = dict(parts)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice([name for name in parts if name.endswith((".xml", ".rels"))])
        tree = etree.fromstring(parts[name])
        found = chance.choice(list(tree.iter("*")))
        parent = found.getparent()
        if parent is not None and chance.random() < 0.5:
            parent.remove(found)
        elif found.attrib:
            key = chance.choice(list(found.attrib))
            found.set(key, chance.choice(["x", "", "-5", "99999999999", "1.5", "heading 1"]))
        parts[name] = etree.tostring(tree)
    return pack(dict(parts))


def test_a_damaged_template_is_used_or_refused_but_never_breaks() -> None:
    extra = "".join(style(f"Kop{n}", f"heading {n}", level(n, True), GREEN) for n in (1, 2))
    whole = house(with_marker(after=paragraph("na")), styles_part=styles(extra), numbering=NUMBERED)
    parts, chance = WordFile.read(whole).parts, random.Random(2027)
    outcomes: set[str] = set()
    for _ in range(80):
        template = damage(parts, chance)
        try:
            check_template(template)
            outcomes.add(str(bool(write_minutes(sample_minutes(), template))))
        except TemplateError as error:
            outcomes.add(error.message)
    assert len(outcomes) > 2
