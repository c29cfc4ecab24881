"""Cleans the parts of an uploaded Word file before python-docx opens it.

Out goes what runs, what fetches and what would say something about another document: macros,
links to other files, properties of the template. Hyperlinks to websites stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath

from docx.oxml.ns import qn
from lxml import etree

from guide.errors import TemplateError
from guide.export.docx_base import BASE_PATH
from guide.export.docx_package import CONTENT_TYPES, Parts, damaged, parse, read_parts, serialise
from guide.export.docx_xml import LANGUAGE

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCX_TYPE = f"{_WORD_TYPE}.document.main+xml"
_WORD_MAIN_TYPES = {
    _DOCX_TYPE: "",
    f"{_WORD_TYPE}.template.main+xml": "",
    "application/vnd.ms-word.document.macroEnabled.main+xml": "macro",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "macro",
}
# Named by the last part of the relationship type; both spellings of core-properties end alike.
_DROPPED = {
    "vbaProject", "wordVbaData", "attachedTemplate", "core-properties", "thumbnail", "aFChunk",
    "subDocument", "glossaryDocument", "keyMapCustomizations", "attachedToolbars", "extensibility",
    "control", "mailMergeSource", "mailMergeHeaderSource", "origin",
}  # fmt: skip
_FETCHED = {"attachedTemplate", "image", "oleObject", "frame", "subDocument", "mailMergeSource"}
_SAFE_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_FETCHING_FIELD = re.compile(r"\b(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK|IMPORT)\b", re.IGNORECASE)
_PICTURES = {
    qn("w:drawing"),
    qn("w:pict"),
    qn("w:object"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}
_KEPT_WITHOUT_LINK = {qn("w:hyperlink"), qn("a:hlinkClick"), qn("a:hlinkHover")}
_PROTECTION = ("w:documentProtection", "w:writeProtection")

MACROS = "De macro's uit het sjabloon gaan niet mee."
LINKS = "Verwijzingen naar bestanden buiten het sjabloon zijn weggehaald."
PROTECTED = "De beveiliging tegen bewerken is weggehaald, zodat u het verslag kunt aanpassen."


def take_in(parts: Parts) -> tuple[str, ...]:
    """Make the parts safe and readable, in place; say in Dutch what was taken out."""
    main = _main_part(parts)
    remarks = [MACROS] if _make_document(parts, main) else []
    _add_missing_parts(parts, main)
    for name in sorted(parts):
        if name.endswith(".rels") and _clean_relationships(parts, name):
            remarks.append(LINKS)
    for name in sorted(parts):
        if name.startswith(f"{dirname(main)}/") and name.endswith(".xml"):
            remarks.extend(_clean_part(parts, name))
    return tuple(dict.fromkeys(remarks))


def _main_part(parts: Parts) -> str:
    if "mimetype" in parts and b"opendocument" in parts["mimetype"]:
        raise TemplateError(
            "Dit is een OpenDocument-bestand (.odt of .ott).",
            "Open het en sla het op als Word-document (.docx).",
        )
    if CONTENT_TYPES not in parts or "_rels/.rels" not in parts:
        raise _no_word_file()
    for relation in parse(parts["_rels/.rels"]).iter(_RELATION):
        if relation.get("Type") == f"{_STRICT}/officeDocument":
            raise TemplateError(
                "Dit bestand is opgeslagen als 'Strict Open XML-document'.",
                "Open het in Word en sla het op als gewoon Word-document (.docx).",
            )
        if relation.get("Type") == f"{_OFFICE}/officeDocument":
            return relation.get("Target", "").lstrip("/")
    raise _no_word_file()


def _no_word_file() -> TemplateError:
    return TemplateError("Dit is geen Word-bestand.", "Kies een bestand dat eindigt op .docx of .dotx.")


def _make_document(parts: Parts, main: str) -> bool:
    """Turn a template or a file with macros into a plain document; tell whether it had macros."""
    types = parse(parts[CONTENT_TYPES])
    for override in types.iter(f"{_TYPES}Override"):
        kind = override.get("ContentType", "")
        if override.get("PartName") == f"/{main}" and kind in _WORD_MAIN_TYPES and main in parts:
            override.set("ContentType", _DOCX_TYPE)
            parts[CONTENT_TYPES] = serialise(types)
            return bool(_WORD_MAIN_TYPES[kind])
    raise _no_word_file()


def _add_missing_parts(parts: Parts, main: str) -> None:
    """Styles, settings and lists from our base, for a file made without them."""
    rels = _rels_of(main)
    relations = parse(parts.get(rels, _NO_RELATIONS))
    present = {relation.get("Type", "") for relation in relations}
    base = read_parts(BASE_PATH.read_bytes())
    types = parse(parts[CONTENT_TYPES])
    for kind in ("styles", "settings", "numbering"):
        if f"{_OFFICE}/{kind}" in present:
            continue
        name = join(dirname(main), f"verslag-{kind}.xml")
        parts[name] = base[f"word/{kind}.xml"]
        etree.SubElement(
            relations, _RELATION, Id=f"verslag{kind}", Type=f"{_OFFICE}/{kind}", Target=basename(name)
        )
        etree.SubElement(
            types, f"{_TYPES}Override", PartName=f"/{name}", ContentType=f"{_WORD_TYPE}.{kind}+xml"
        )
    parts[rels], parts[CONTENT_TYPES] = serialise(relations), serialise(types)


_NO_RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'


def _rels_of(name: str) -> str:
    return join(dirname(name), "_rels", f"{basename(name)}.rels")


def _clean_relationships(parts: Parts, name: str) -> bool:
    """Drop relationships that run or fetch; tell whether one of them led outside."""
    relations = parse(parts[name])
    dropped = [relation for relation in relations.iter(_RELATION) if _must_go(relation)]
    if not dropped:
        return False
    ids = {relation.get("Id", "") for relation in dropped}
    outside = any(relation.get("TargetMode") == "External" for relation in dropped)
    for relation in dropped:
        relations.remove(relation)
    parts[name] = serialise(relations)
    source = normpath(join(dirname(name), "..", basename(name).removesuffix(".rels")))
    if source in parts:
        root = parse(parts[source])
        for user in list(_users(root, ids)):
            _take_out(user, ids)
        parts[source] = serialise(root)
    return outside


def _must_go(relation: etree._Element) -> bool:
    kind = relation.get("Type", "").rsplit("/", 1)[-1]
    if kind in _DROPPED:
        return True
    if relation.get("TargetMode") != "External":
        return False
    return kind != "hyperlink" or not _SAFE_LINK.match(relation.get("Target", ""))


def _users(root: etree._Element, ids: set[str]) -> Iterator[etree._Element]:
    for found in root.iter(etree.Element):
        if any(_is_link(name) and value in ids for name, value in found.attrib.items()):
            yield found


def _is_link(attribute: object) -> bool:
    return str(attribute).startswith(f"{{{_OFFICE}}}")


def _take_out(user: etree._Element, ids: set[str]) -> None:
    """Remove what used a dropped relationship, and no more than that."""
    for name, value in list(user.attrib.items()):
        if _is_link(name) and value in ids:
            del user.attrib[name]
    if user.tag in _KEPT_WITHOUT_LINK or user.get(f"{{{_OFFICE}}}embed"):
        if user.tag != qn("w:hyperlink") and not user.attrib:
            _remove(user)
        return
    pictures = [above for above in user.iterancestors() if above.tag in _PICTURES]
    # In settings the use lies deeper, for instance inside w:mailMerge: that goes as a whole.
    settings = [above for above in user.iterancestors() if above.tag == qn("w:mailMerge")]
    _remove((pictures or settings or [user])[-1])


def _remove(found: etree._Element) -> None:
    parent = found.getparent()
    if parent is not None:
        parent.remove(found)


def _clean_part(parts: Parts, name: str) -> list[str]:
    root = parse(parts[name])
    remarks = []
    for language in root.iter(qn("w:lang"), qn("w:themeFontLang")):
        if language.get(qn("w:val")) is not None or language.tag == qn("w:themeFontLang"):
            language.set(qn("w:val"), LANGUAGE)
    for tag in _PROTECTION:
        for protection in list(root.iter(qn(tag))):
            _remove(protection)
            remarks.append(PROTECTED)
    if _stop_fetching_fields(root):
        remarks.append(LINKS)
    parts[name] = serialise(root)
    return remarks


def _stop_fetching_fields(root: etree._Element) -> bool:
    """Turn fields that load something into the text or picture they show now."""
    found = False
    for simple in list(root.iter(qn("w:fldSimple"))):
        if _FETCHING_FIELD.search(simple.get(qn("w:instr"), "")):
            simple.set(qn("w:instr"), " QUOTE ")
            found = True
    for paragraph in root.iter(qn("w:p")):
        codes = list(paragraph.iter(qn("w:instrText")))
        if _FETCHING_FIELD.search("".join(code.text or "" for code in codes)):
            for piece in [*codes, *paragraph.iter(qn("w:fldChar"))]:
                _remove(piece)
            found = True
    if not found:
        return False
    return True
