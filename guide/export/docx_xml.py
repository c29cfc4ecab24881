"""Small pieces of WordprocessingML: elements, runs of text, paragraphs and fields.

User text enters a document only through `add_text`, so markup, formulas and markers stay text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from functools import lru_cache

from docx.oxml.ns import qn
from docx.oxml.parser import oxml_parser
from lxml import etree

from guide.plain_text import clean

Element = etree._Element

LANGUAGE = "nl-NL"
NAMESPACES = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}

_NUMBER = re.compile(r"-?\d{1,9}(\.\d+)?")
_PIECES = re.compile("([\n\t])")
_BREAKS = {"\n": "w:br", "\t": "w:tab"}
_AFTER_PAGE_BREAK = (
    "w:framePr", "w:widowControl", "w:numPr", "w:pBdr", "w:shd", "w:tabs", "w:suppressAutoHyphens",
    "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl",
)  # fmt: skip
# What may come after these paragraph properties, in the order the schema wants.
_AFTER = {
    "w:keepNext": ("w:keepLines", "w:numPr", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"),
    "w:pageBreakBefore": _AFTER_PAGE_BREAK,
    "w:numPr": ("w:pBdr", "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"),
    "w:spacing": ("w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"),
    "w:outlineLvl": ("w:divId", "w:cnfStyle"),
    "w:sectPr": ("w:pPrChange",),
}
_LAST = ("w:rPr", "w:sectPr", "w:pPrChange")


# A document has thousands of elements and only dozens of names.
_name = lru_cache(maxsize=None)(qn)


def _new(name: str, attributes: dict[str, str]) -> Element:
    return oxml_parser.makeelement(name, attributes, nsmap=NAMESPACES)


def element(tag: str, **attributes: str | int) -> Element:
    """A new element with attributes in the w: namespace."""
    return _new(_name(tag), _named(attributes))


def child(parent: Element, tag: str, **attributes: str | int) -> Element:
    """A new last child of `parent`."""
    if not attributes:  # as most of them are: it saves a twentieth of the writing
        return etree.SubElement(parent, _name(tag))
    return etree.SubElement(parent, _name(tag), _named(attributes))


def _named(attributes: Mapping[str, str | int]) -> dict[str, str]:
    return {_name(f"w:{name}"): str(value) for name, value in attributes.items()}


def insert_before(parent: Element, made: Element, *later: str) -> None:
    """Put `made` in `parent` before the first of the elements that must come after it."""
    after = next((found for tag in later for found in parent.iterchildren(_name(tag))), None)
    if after is None:
        parent.append(made)
    else:
        after.addprevious(made)


def remove(found: Element) -> None:
    """Take an element, with all in it, out of its tree."""
    parent = found.getparent()
    if parent is not None:
        parent.remove(found)


def value_of(parent: Element | None, path: str) -> str | None:
    """The w:val of the element at `path`, None when it is not there."""
    found = None if parent is None else parent.find(path, NAMESPACES)
    return None if found is None else found.get(_name("w:val"))


def set_in_paragraph(properties: Element, made: Element, tag: str) -> None:
    """Put `made` among paragraph properties, in the place the schema wants."""
    for old in properties.findall(_name(tag)):
        properties.remove(old)
    later = _AFTER[tag] if tag == "w:sectPr" else (*_AFTER[tag], *_LAST)
    insert_before(properties, made, *later)


def number_in(parent: Element, name: str) -> int:
    """The whole number in an attribute; 0 when it is absent or not a number."""
    found = parent.get(_name(name), "")
    return int(float(found)) if _NUMBER.fullmatch(found) else 0


def properties_of(paragraph: Element) -> Element:
    """The w:pPr of a paragraph (or of a paragraph style), made when absent."""
    found = paragraph.find(_name("w:pPr"))
    if found is not None:
        return found
    made = element("w:pPr")
    if paragraph.tag == _name("w:p"):
        paragraph.insert(0, made)
    else:
        insert_before(paragraph, made, "w:rPr", "w:tblPr", "w:tcPr", "w:tblStylePr")
    return made


def add_text(run: Element, text: str) -> None:
    """Put plain text in a run; a newline becomes a line break, a tab a tab."""
    for piece in _PIECES.split(text) if _PIECES.search(text) else (text,):
        if piece in _BREAKS:
            child(run, _BREAKS[piece])
        elif piece:
            written = child(run, "w:t")
            written.text = piece
            if piece[0].isspace() or piece[-1].isspace():
                written.set(_name("xml:space"), "preserve")


def add_run(paragraph: Element, text: str, *, bold: bool = False) -> None:
    """Add a run of text to a paragraph."""
    run = child(paragraph, "w:r")
    if bold:
        properties = child(run, "w:rPr")
        child(properties, "w:b")
        child(properties, "w:bCs")
    add_text(run, text)


def paragraph(style: str | None, text: str, label: str = "") -> Element:
    """A paragraph of cleaned text, opened by a bold label where there is one."""
    run_in = clean(label).rstrip(":")
    body = clean(text)
    if body and not _PIECES.search(run_in + body):
        return _labelled(style, run_in, body) if run_in else _plain(style, body)
    made = _empty(style)
    if run_in:
        add_run(made, f"{run_in}: " if body else run_in, bold=True)
    if body:
        add_run(made, body)
    return made


def _empty(style: str | None) -> Element:
    made = element("w:p")
    if style:
        child(child(made, "w:pPr"), "w:pStyle", val=style)
    return made


def _plain(style: str | None, text: str) -> Element:
    made = deepcopy(_prototype(style, labelled=False))
    made[-1][-1].text = text
    return made


def _labelled(style: str | None, label: str, text: str) -> Element:
    made = deepcopy(_prototype(style, labelled=True))
    made[-2][-1].text = f"{label}: "
    made[-1][-1].text = text
    return made


@lru_cache(maxsize=64)
def _prototype(style: str | None, *, labelled: bool) -> Element:
    """What most paragraphs look like; a copy costs a third of making one."""
    made = _empty(style)
    if labelled:
        add_run(made, ": ", bold=True)
    add_run(made, "text")
    return made


def style_of(paragraph_element: Element) -> str | None:
    """The style id a paragraph names."""
    return value_of(paragraph_element, "w:pPr/w:pStyle")
