"""Tells what a house template offers and lacks, before anyone exports with it."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.oxml.ns import qn

from guide.export.docx_colours import is_faint
from guide.export.docx_layout import is_a4
from guide.export.docx_markers import FIELDS, PLACE, markers_in, stories
from guide.export.docx_styles import HEADINGS, HOUSE_STYLES, TITLE, StyleBook
from guide.export.docx_template import first_pages, make_slot, sections_of, take_in_template

_NO_PLACE = (
    "De tekst van het sjabloon vervalt; opmaak, kop- en voettekst en logo daarin blijven. Wilt u "
    "eigen tekst houden, zet dan {{verslag}} op de plek van het verslag."
)
_AT_THE_END = "Er staat geen {{verslag}} in de tekst; het verslag komt achteraan."
_PICTURES_GO = (
    "In de tekst staan afbeeldingen die vervallen. Zet een logo in de koptekst, of zet {{verslag}} "
    "op de plek van het verslag."
)
_NUMBERS = "De koppen nummeren zichzelf; de nummers van de agenda blijven gelijk."
_NOT_A4 = "Het papierformaat van het sjabloon is geen A4."
_ADDED = "Ontbrekende stijlen vult het verslag zelf aan."


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What a template has; everything in it is text for the screen."""

    markers: tuple[str, ...] = ()
    unknown_markers: tuple[str, ...] = ()
    missing_styles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def check_template(data: bytes) -> TemplateReport:
    """Look at an uploaded Word file; a TemplateError says why it cannot be used at all."""
    opened = take_in_template(data)
    document = opened.document
    names = [name for story in stories(document) for name, _ in markers_in(story)]
    found = tuple(dict.fromkeys(names))
    book = StyleBook(document)
    missing = tuple(style.dutch for style in HOUSE_STYLES if book.find(style) is None)
    remarks = [*opened.remarks, *_about_text(document), *_about_look(document, book)]
    # Finding the place raises what exporting would raise.
    make_slot(document)
    return TemplateReport(
        markers=tuple(name for name in found if name in (PLACE, *FIELDS)),
        unknown_markers=tuple(name for name in found if name not in (PLACE, *FIELDS)),
        missing_styles=missing,
        remarks=(*remarks, _ADDED) if missing else tuple(remarks),
    )


def _about_text(document: Document) -> list[str]:
    body = document.element.body
    names = {name for name, _ in markers_in(body)}
    if PLACE in names:
        return []
    if names:
        return [_AT_THE_END]
    pictures = next(body.iter(qn("w:drawing"), qn("w:pict")), None)
    return [_NO_PLACE] if pictures is None else [_NO_PLACE, _PICTURES_GO]


def _about_look(document: Document, book: StyleBook) -> list[str]:
    body = document.element.body
    remarks = []
    styles = [style for heading in HEADINGS if (style := book.find(heading)) is not None]
    if any(book.numbers_itself(style.get(qn("w:styleId"), "")) for style in styles):
        remarks.append(_NUMBERS)
    for wanted in (TITLE, *HEADINGS):
        if is_faint(book.colour_of(wanted)):
            remarks.append(f"De kleur van de stijl {wanted.dutch} is te licht om goed te lezen.")
    if sections_of(body) and not is_a4(first_pages(body)):
        remarks.append(_NOT_A4)
    return remarks
