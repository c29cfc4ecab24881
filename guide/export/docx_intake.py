"""Makes an uploaded Word file one that python-docx can open and that holds nothing unsafe.

It works on the parts, before anything is opened: templates and files with macros become plain
documents, missing parts come from our base, and the language becomes Dutch.
"""

from __future__ import annotations

from posixpath import basename, dirname, join

from docx.oxml.ns import qn
from lxml import etree

from guide.errors import TemplateError
from guide.export.docx_base import BASE_PATH
from guide.export.docx_links import OFFICE, RELATION, clean_relationships, stop_fetching_fields
from guide.export.docx_package import CONTENT_TYPES, Parts, damaged, parse, read_parts, serialise
from guide.export.docx_xml import LANGUAGE, remove

_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WITHOUT_MACROS = {f"{_WORD}.document.main+xml", f"{_WORD}.template.main+xml"}
_WITH_MACROS = {
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
}
_NEEDED = {
    "Relationship": ("Id", "Type", "Target"),
    "Override": ("PartName", "ContentType"),
    "Default": ("Extension", "ContentType"),
}
_NO_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)
_NO_LISTS = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'

MACROS = "De macro's uit het sjabloon gaan niet mee."
LINKS = "Verwijzingen naar bestanden buiten het sjabloon zijn weggehaald."
PROTECTED = "De beveiliging tegen bewerken is weggehaald, zodat u het verslag kunt aanpassen."


def take_in(parts: Parts) -> tuple[str, ...]:
    """Change the parts in place; say in Dutch what was taken out."""
    main = _main_part(parts)
    remarks = [MACROS] if _make_document(parts, main) else []
    _check_attributes(parts)
    _add_missing_parts(parts, main)
    for name in sorted(parts):
        if name.endswith(".rels") and clean_relationships(parts, name):
            remarks.append(LINKS)
    for name in sorted(parts):
        if name.startswith(join(dirname(main), "")) and name.endswith(".xml"):
            remarks.extend(_clean_part(parts, name))
    return tuple(dict.fromkeys(remarks))


def _main_part(parts: Parts) -> str:
    if b"opendocument" in parts.get("mimetype", b""):
        raise TemplateError(
            "Dit is een OpenDocument-bestand (.odt of .ott).",
            "Open het en sla het op als Word-document (.docx).",
        )
    for relation in parse(parts.get("_rels/.rels", _NO_RELATIONS)).iter(RELATION):
        kind = relation.get("Type", "")
        if kind == f"{_STRICT}/officeDocument":
            raise TemplateError(
                "Dit bestand is opgeslagen als 'Strict Open XML-document'.",
                "Open het in Word en sla het op als gewoon Word-document (.docx).",
            )
        if kind == f"{OFFICE}/officeDocument":
            return relation.get("Target", "").lstrip("/")
    raise _no_word_file()


def _check_attributes(parts: Parts) -> None:
    """Refuse what python-docx would only stumble over when it saves."""
    for name, part in parts.items():
        if name == CONTENT_TYPES or name.endswith(".rels"):
            for found in parse(part):
                needed = _NEEDED.get(etree.QName(found).localname, ())
                if not all(found.get(attribute) for attribute in needed):
                    raise damaged()


def _no_word_file() -> TemplateError:
    return TemplateError(
        "Dit is geen Word-bestand.", "Kies een bestand dat eindigt op .docx of .dotx."
    )


def _make_document(parts: Parts, main: str) -> bool:
    """Give the main part the type of a plain document; tell whether it had macros."""
    if CONTENT_TYPES not in parts or main not in parts:
        raise _no_word_file()
    types = parse(parts[CONTENT_TYPES])
    for override in types.iter(_OVERRIDE):
        kind = override.get("ContentType", "")
        if override.get("PartName") == f"/{main}" and kind in _WITHOUT_MACROS | _WITH_MACROS:
            override.set("ContentType", f"{_WORD}.document.main+xml")
            parts[CONTENT_TYPES] = serialise(types)
            return kind in _WITH_MACROS
    raise _no_word_file()


def _add_missing_parts(parts: Parts, main: str) -> None:
    """Styles, settings and lists for a file made without them."""
    rels = join(dirname(main), "_rels", f"{basename(main)}.rels")
    relations, types = parse(parts.get(rels, _NO_RELATIONS)), parse(parts[CONTENT_TYPES])
    present = {relation.get("Type", "").rsplit("/", 1)[-1] for relation in relations}
    base = read_parts(BASE_PATH.read_bytes())
    if "styles" in present:
        # The lists of our base go with its styles only.
        base["word/numbering.xml"] = _NO_LISTS
    for kind in ("styles", "settings", "numbering"):
        if kind not in present:
            name = join(dirname(main), f"verslag-{kind}.xml")
            parts[name] = base[f"word/{kind}.xml"]
            _declare(relations, types, name, kind)
    parts[rels], parts[CONTENT_TYPES] = serialise(relations), serialise(types)


def _declare(relations: etree._Element, types: etree._Element, name: str, kind: str) -> None:
    relation = {"Id": f"verslag-{kind}", "Type": f"{OFFICE}/{kind}", "Target": basename(name)}
    etree.SubElement(relations, RELATION, relation)
    etree.SubElement(
        types, _OVERRIDE, {"PartName": f"/{name}", "ContentType": f"{_WORD}.{kind}+xml"}
    )


def _clean_part(parts: Parts, name: str) -> list[str]:
    """Dutch as the language, no protection against editing, no fields that fetch."""
    root = parse(parts[name])
    remarks = []
    for language in root.iter(qn("w:lang"), qn("w:themeFontLang")):
        language.set(qn("w:val"), LANGUAGE)
    for protection in list(root.iter(qn("w:documentProtection"), qn("w:writeProtection"))):
        remove(protection)
        remarks.append(PROTECTED)
    if stop_fetching_fields(root):
        remarks.append(LINKS)
    parts[name] = serialise(root)
    return remarks
