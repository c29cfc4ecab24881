"""Takes out of the parts of a Word file what runs code or fetches something from elsewhere.

Hyperlinks to websites stay: a reader follows those, Word does not. Nothing is ever fetched here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath

from docx.oxml.ns import qn
from lxml import etree

from guide.export.docx_package import Parts, parse, serialise
from guide.export.docx_xml import remove

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# Named by the last part of the relationship type; both spellings of core-properties end alike.
_DROPPED = {
    "vbaProject", "wordVbaData", "attachedTemplate", "core-properties", "thumbnail", "aFChunk",
    "subDocument", "glossaryDocument", "keyMapCustomizations", "attachedToolbars", "extensibility",
    "control", "origin",
}  # fmt: skip
_SAFE_LINK = re.compile(r"(https?|mailto):", re.IGNORECASE)
_FETCHING = re.compile(r"\b(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK|IMPORT)\b", re.IGNORECASE)
_PICTURES = {
    qn("w:drawing"),
    qn("w:pict"),
    qn("w:object"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}
_CLICKED_PICTURE = {qn("a:hlinkClick"), qn("a:hlinkHover")}


def clean_relationships(parts: Parts, name: str) -> bool:
    """Drop the relationships in `name` that run or fetch; tell whether one led outside."""
    relations = parse(parts[name])
    dropped = [relation for relation in relations.iter(RELATION) if _must_go(relation)]
    if not dropped:
        return False
    for relation in dropped:
        relations.remove(relation)
    parts[name] = serialise(relations)
    source = normpath(join(dirname(name), "..", basename(name).removesuffix(".rels")))
    if source in parts:
        root = parse(parts[source])
        _remove_uses(root, {relation.get("Id", "") for relation in dropped})
        parts[source] = serialise(root)
    return any(relation.get("TargetMode") == "External" for relation in dropped)


def stop_fetching_fields(root: etree._Element) -> bool:
    """Turn fields that load something into the text or picture they show now."""
    simple = [f for f in root.iter(qn("w:fldSimple")) if _FETCHING.search(f.get(qn("w:instr"), ""))]
    for field in simple:
        for content in list(field):
            field.addprevious(content)
        remove(field)
    fetching = [
        paragraph for paragraph in root.iter(qn("w:p")) if _FETCHING.search(_code(paragraph))
    ]
    for paragraph in fetching:
        # A field over several paragraphs can only be taken out whole, so with all in this part.
        scope = paragraph if _is_balanced(paragraph) else root
        for piece in list(scope.iter(qn("w:fldChar"), qn("w:instrText"))):
            remove(piece)
    return bool(simple or fetching)


def _must_go(relation: etree._Element) -> bool:
    kind = relation.get("Type", "").rsplit("/", 1)[-1]
    if kind in _DROPPED:
        return True
    if relation.get("TargetMode") != "External":
        return False
    return kind != "hyperlink" or not _SAFE_LINK.match(relation.get("Target", ""))


def _remove_uses(root: etree._Element, ids: set[str]) -> None:
    for user in list(_users(root, ids)):
        for name in list(_links(user, ids)):
            del user.attrib[name]
        if user.tag == qn("w:hyperlink") or user.get(f"{{{OFFICE}}}embed"):
            # The words of the link stay, and so does a picture that is stored as well as linked.
            continue
        remove(user if user.tag in _CLICKED_PICTURE else _holder(user))


def _users(root: etree._Element, ids: set[str]) -> Iterator[etree._Element]:
    return (found for found in root.iter("*") if any(_links(found, ids)))


def _links(user: etree._Element, ids: set[str]) -> Iterator[str]:
    for name, value in user.attrib.items():
        if str(name).startswith(f"{{{OFFICE}}}") and value in ids:
            yield str(name)


def _holder(user: etree._Element) -> etree._Element:
    """What must go with `user`: the whole picture, or all of the mail merge it serves."""
    whole = {*_PICTURES, qn("w:mailMerge")}
    return next((a for a in reversed(list(user.iterancestors())) if a.tag in whole), user)


def _code(paragraph: etree._Element) -> str:
    return "".join(code.text or "" for code in paragraph.iter(qn("w:instrText")))


def _is_balanced(paragraph: etree._Element) -> bool:
    kinds = [mark.get(qn("w:fldCharType")) for mark in paragraph.iter(qn("w:fldChar"))]
    return kinds.count("begin") == kinds.count("end")
