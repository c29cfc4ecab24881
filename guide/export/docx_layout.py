"""Places the minutes in a document: where the marker stands, with landscape pages where asked."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from guide.export.docx_xml import (
    Element,
    element,
    insert_before,
    number_in,
    properties_of,
    remove,
    set_in_paragraph,
)

_A4 = (11906, 16838)
_AFTER_HEADERS = (
    "w:pgSz", "w:pgMar", "w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols",
    "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:textDirection", "w:bidi",
    "w:rtlGutter", "w:docGrid", "w:printerSettings", "w:sectPrChange",
)  # fmt: skip


@dataclass(slots=True)
class Stretch:
    """Pages of one orientation, in order; never empty."""

    landscape: bool
    elements: list[Element] = field(default_factory=list)

    def ends_in_table(self) -> bool:
        """Whether the last element is a table, after which Word wants a paragraph."""
        return bool(self.elements) and self.elements[-1].tag == qn("w:tbl")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where the minutes go: before `marker`, on the pages that `section` describes."""

    marker: Element
    section: Element

    @property
    def followed(self) -> bool:
        """Whether the template has text of its own after the minutes, on the same pages."""
        after = self.marker.getnext()
        return not self._ends_section and after is not None and after.tag != qn("w:sectPr")

    @property
    def _ends_section(self) -> bool:
        return self.section in list(self.marker.iter(qn("w:sectPr")))

    def place(self, stretches: list[Stretch]) -> None:
        """Put the stretches where the marker stands and take the marker away."""
        for index, stretch in enumerate(stretches):
            last = index == len(stretches) - 1
            if not last or (stretch.landscape and self.followed):
                _end_section(stretch, _pages(self.section, stretch.landscape, later=index > 0))
            for made in stretch.elements:
                self.marker.addprevious(made)
        if len(stretches) > 1:
            _as_later_section(self.section)
        if stretches[-1].landscape and not self.followed:
            _turn(self.section)
        self._remove_marker(stretches[-1])

    def _remove_marker(self, last: Stretch) -> None:
        if self._ends_section:
            _end_section(last, self.section)
        remove(self.marker)


def text_width(section: Element, *, landscape: bool) -> int:
    """The room between the margins, in twentieths of a point."""
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    width, height = _size(size)
    if landscape:
        width = max(width, height)
    gutters = ("w:left", "w:right", "w:gutter")
    taken = sum(number_in(margins, name) for name in gutters) if margins is not None else 2 * 1417
    return max(width - taken, 2000)


def is_landscape(section: Element) -> bool:
    """Whether the pages of this section are wider than high."""
    width, height = _size(section.find(qn("w:pgSz")))
    return width > height


def is_a4(section: Element) -> bool:
    """Whether the pages are A4, give or take two millimetres."""
    found = sorted(_size(section.find(qn("w:pgSz"))))
    return all(abs(one - other) <= 120 for one, other in zip(found, _A4, strict=True))


def put_header_references(section: Element, references: list[Element]) -> None:
    """Give a section its own references to headers and footers."""
    for old in _references(section):
        section.remove(old)
    for index, reference in enumerate(references):
        section.insert(index, deepcopy(reference))


def header_references(sections: list[Element], upto: int) -> list[Element]:
    """The references that hold for a section, with those it inherits from the ones before it."""
    held: dict[tuple[str, str], Element] = {}
    for section in sections[: upto + 1]:
        for reference in _references(section):
            held[reference.tag, reference.get(qn("w:type"), "default")] = reference
    return list(held.values())


def _references(section: Element) -> list[Element]:
    return [*section.findall(qn("w:headerReference")), *section.findall(qn("w:footerReference"))]


def _size(size: Element | None) -> tuple[int, int]:
    if size is None:
        return _A4
    return number_in(size, "w:w") or _A4[0], number_in(size, "w:h") or _A4[1]


def _pages(section: Element, landscape: bool, *, later: bool) -> Element:
    made = deepcopy(section)
    if landscape:
        _turn(made)
    if later:
        _as_later_section(made)
    return made


def _turn(section: Element) -> None:
    size = section.find(qn("w:pgSz"))
    if size is None:
        size = element("w:pgSz")
        insert_before(section, size, *_AFTER_HEADERS[1:])
    width, height = sorted(_size(size), reverse=True)
    for name, value in (("w:w", width), ("w:h", height), ("w:orient", "landscape")):
        size.set(qn(name), str(value))


def _as_later_section(section: Element) -> None:
    """A section after the first: on a new page, counting on, without a letterhead of its own."""
    for tag in ("w:type", "w:titlePg"):
        for found in section.findall(qn(tag)):
            section.remove(found)
    insert_before(section, element("w:type", val="nextPage"), *_AFTER_HEADERS)
    numbering = section.find(qn("w:pgNumType"))
    if numbering is not None and numbering.get(qn("w:start")):
        del numbering.attrib[qn("w:start")]


def _end_section(stretch: Stretch, section: Element) -> None:
    last = stretch.elements[-1]
    properties = properties_of(last)
    set_in_paragraph(properties, section, "w:sectPr")
