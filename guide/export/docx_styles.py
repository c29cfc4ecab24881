"""Finds the styles of a document by what they are, and adds from our base what it does not have.

A house template may call a heading 'heading 1', 'Heading 1' or 'Kop 1', give it any id, number it
itself, or not have it at all. Ids are looked up once: naming a style per paragraph is slow.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from guide.export.docx_base import BASE_PATH
from guide.export.docx_colours import house_ink, recolour
from guide.export.docx_package import read_parts
from guide.export.docx_xml import (
    NAMESPACES,
    Element,
    element,
    insert_before,
    number_in,
    properties_of,
    set_in_paragraph,
    value_of,
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A style the minutes need: what it may be called and its id in our base."""

    names: tuple[str, ...]
    base_id: str
    dutch: str
    kind: str = "paragraph"
    outline: int | None = None
    listed: bool = False


TITLE = Wanted(("title", "titel"), "Title", "Titel")
HEADINGS = (
    Wanted(("heading 1", "kop 1"), "Heading1", "Kop 1", outline=0),
    Wanted(("heading 2", "kop 2"), "Heading2", "Kop 2", outline=1),
)
BULLET = Wanted(
    ("list bullet", "lijst opsomteken", "lijstopsomteken"),
    "ListBullet",
    "Lijst opsom.teken",
    listed=True,
)
HOUSE_STYLES = (TITLE, *HEADINGS, BULLET)


def own_style(name: str, kind: str = "paragraph") -> Wanted:
    """A style of our own; a template that has it under this name decides its look."""
    base_id = "".join(word.capitalize() for word in name.split())
    return Wanted((name.lower(),), base_id, name, kind)


class StyleBook:
    """The styles of one document, each resolved once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root: Element = document.styles.element
        self._found: dict[Wanted, str] = {}
        self._numbered: dict[str, bool] = {}

    def id_of(self, wanted: Wanted) -> str:
        """The id of the style, which is added to the document when it has none."""
        if wanted not in self._found:
            style = self.find(wanted)
            if style is None:
                style = self._add(wanted)
            _ensure_outline(style, wanted, self)
            self._found[wanted] = style.get(qn("w:styleId"), "")
        return self._found[wanted]

    def find(self, wanted: Wanted) -> Element | None:
        """The style as the document has it: by name, then by outline level."""
        styles = self._of_kind(wanted.kind)
        for style in styles:
            if _names(style) & set(wanted.names) and self._fits(style, wanted):
                return style
        if wanted.outline is None:
            return None
        level = str(wanted.outline)
        return next((s for s in styles if value_of(s, "w:pPr/w:outlineLvl") == level), None)

    def inherited(self, style: Element, path: str) -> str | None:
        """The value at `path` in the style or in the nearest style it is based on."""
        seen: set[str | None] = set()
        current: Element | None = style
        while current is not None and current.get(qn("w:styleId")) not in seen:
            found = value_of(current, path)
            if found is not None:
                return found
            seen.add(current.get(qn("w:styleId")))
            current = self._by_id(value_of(current, "w:basedOn"))
        return None

    def colour_of(self, wanted: Wanted) -> str | None:
        """The colour of text in a style the document has."""
        style = self.find(wanted)
        return None if style is None else self.inherited(style, "w:rPr/w:color")

    def font(self) -> str:
        """The name of the font of ordinary text; empty when a theme decides it."""
        default = next((s for s in self._of_kind("paragraph") if s.get(qn("w:default"))), None)
        defaults = self._root.find("w:docDefaults/w:rPrDefault", NAMESPACES)
        fonts = (
            None if p is None else p.find("w:rPr/w:rFonts", NAMESPACES) for p in (default, defaults)
        )
        return next((name for f in fonts if f is not None and (name := f.get(qn("w:ascii")))), "")

    def numbers_itself(self, style_id: str) -> bool:
        """Whether paragraphs in this style get a number or bullet from the style."""
        if style_id not in self._numbered:
            style = self._by_id(style_id)
            self._numbered[style_id] = style is not None and self._is_listed(style)
        return self._numbered[style_id]

    def _is_listed(self, style: Element) -> bool:
        return self.inherited(style, "w:pPr/w:numPr/w:numId") not in (None, "0")

    def _fits(self, style: Element, wanted: Wanted) -> bool:
        return not wanted.listed or self._is_listed(style)

    def _of_kind(self, kind: str) -> list[Element]:
        styles = self._root.iterchildren(qn("w:style"))
        return [s for s in styles if s.get(qn("w:type"), "paragraph") == kind]

    def _by_id(self, style_id: str | None) -> Element | None:
        styles = self._root.iterchildren(qn("w:style"))
        return next((s for s in styles if s.get(qn("w:styleId")) == style_id), None)

    def _add(self, wanted: Wanted) -> Element:
        style = deepcopy(_base_styles()[wanted.base_id])
        recolour(style, house_ink(self.colour_of(HEADINGS[0])))
        taken = {s.get(qn("w:styleId")) for s in self._root.iterchildren(qn("w:style"))}
        if wanted.base_id in taken:
            style.set(qn("w:styleId"), f"Verslag{wanted.base_id}")
        if any(_names(style) & _names(other) for other in self._of_kind(wanted.kind)):
            _set(style, "w:name", f"Verslag {wanted.dutch.lower()}")
        self._join(style, wanted)
        self._root.append(style)
        return style

    def _join(self, style: Element, wanted: Wanted) -> None:
        """Tie a style from our base to the default style and the lists of this document."""
        default = next(
            (s for s in self._of_kind(wanted.kind) if s.get(qn("w:default")) == "1"), None
        )
        for tag in ("w:basedOn", "w:next"):
            old = style.find(qn(tag))
            if old is not None and default is None:
                style.remove(old)
            elif old is not None and default is not None:
                old.set(qn("w:val"), default.get(qn("w:styleId"), ""))
        if wanted.listed:
            style_id = style.get(qn("w:styleId"), "")
            number = _add_bullet_list(self._document, style_id)
            _set(style, "w:pPr/w:numPr/w:numId", number)


def _names(style: Element) -> set[str]:
    aliases = (value_of(style, "w:name") or "", value_of(style, "w:aliases") or "")
    return {name.strip().casefold() for name in ",".join(aliases).split(",")} - {""}


def _set(style: Element, path: str, value: str) -> None:
    found = style.find(path, NAMESPACES)
    if found is not None:
        found.set(qn("w:val"), value)


def _ensure_outline(style: Element, wanted: Wanted, book: StyleBook) -> None:
    """Give a heading style its level: without it no reader sees a heading."""
    if wanted.outline is None or book.inherited(style, "w:pPr/w:outlineLvl") == str(wanted.outline):
        return
    level = element("w:outlineLvl", val=wanted.outline)
    set_in_paragraph(properties_of(style), level, "w:outlineLvl")


@lru_cache(maxsize=1)
def _base_styles() -> dict[str, Element]:
    root = parse_xml(read_parts(BASE_PATH.read_bytes())["word/styles.xml"])
    return {style.get(qn("w:styleId"), ""): style for style in root.findall(qn("w:style"))}


def _add_bullet_list(document: Document, style_id: str) -> str:
    """Copy our bullet list into the numbering of this document and give its number."""
    source = parse_xml(read_parts(BASE_PATH.read_bytes())["word/numbering.xml"])
    numbering = document.part.numbering_part.element
    abstract, number = next(source.iter(qn("w:abstractNum"))), next(source.iter(qn("w:num")))
    abstract_id = _next_id(numbering, "w:abstractNum", "w:abstractNumId")
    number_id = _next_id(numbering, "w:num", "w:numId")
    abstract.set(qn("w:abstractNumId"), abstract_id)
    _set(abstract, "w:lvl/w:pStyle", style_id)
    number.set(qn("w:numId"), number_id)
    _set(number, "w:abstractNumId", abstract_id)
    first = numbering.find(qn("w:num"))
    # The schema wants every abstractNum before the first num.
    if first is None:
        insert_before(numbering, abstract, "w:numIdMacAtCleanup")
    else:
        first.addprevious(abstract)
    insert_before(numbering, number, "w:numIdMacAtCleanup")
    return number_id


def _next_id(numbering: Element, tag: str, attribute: str) -> str:
    used = [number_in(found, attribute) for found in numbering.findall(qn(tag))]
    return str(max(used, default=0) + 1)
