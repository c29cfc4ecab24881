"""Opens a house template and finds the place where the minutes go.

The template gives styles, page set-up, headers, footers and logo; markers are optional. Without a
marker in its text, that text is an example and goes; with one, it is meant and stays.
"""

from __future__ import annotations

import io
from copy import deepcopy
from dataclasses import dataclass

import docx
from docx.document import Document
from docx.oxml.ns import qn

from guide.errors import TemplateError
from guide.export.docx_base import BASE_PATH
from guide.export.docx_intake import take_in
from guide.export.docx_layout import Slot, header_references, is_landscape, put_header_references
from guide.export.docx_markers import PLACE, fill_markers, markers_in
from guide.export.docx_package import damaged, read_parts, zip_parts
from guide.export.docx_xml import (
    LANGUAGE,
    Element,
    child,
    element,
    insert_before,
    paragraph,
    properties_of,
    set_in_paragraph,
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A template that can be written in, and what was taken out of it."""

    document: Document
    remarks: tuple[str, ...]


def open_base() -> Document:
    """Our own base document."""
    return docx.Document(io.BytesIO(BASE_PATH.read_bytes()))


def open_template(data: bytes) -> Document:
    """An uploaded .docx, .dotx, .docm or .dotm as a document to write in."""
    return take_in_template(data).document


def take_in_template(data: bytes) -> Opened:
    """The same, with the remarks about what was taken out."""
    parts = read_parts(data)
    remarks = take_in(parts)
    try:
        document = docx.Document(io.BytesIO(zip_parts(parts)))
        _ensure_language(document)
        _ensure_section(document)
        # Looked at here, so that damage shows before anything is written.
        _ = document.part.numbering_part.element
    except (KeyError, ValueError, TypeError, AttributeError, SyntaxError) as error:
        # python-docx has no error of its own for a part that is missing or not what it should be.
        raise damaged() from error
    return Opened(document, remarks)


def make_slot(document: Document) -> Slot:
    """The place for the minutes; the example text of a template without markers is cleared."""
    body = document.element.body
    places = [where for name, where in markers_in(body) if name == PLACE]
    if places:
        holder = _in_plain_text(places[0], body)
        fill_markers(document, {PLACE: ""})
        here = holder if _is_empty_paragraph(holder) else _new_paragraph_after(holder)
    else:
        if not keeps_its_text(body):
            _clear(body)
        here = paragraph(None, "")
        body[-1].addprevious(here)
    return Slot(here, _section_of(here, body))


def keeps_its_text(body: Element) -> bool:
    """Whether the text of the template is meant to stay: it has a marker."""
    return next(markers_in(body), None) is not None


def sections_of(body: Element) -> list[Element]:
    """The page set-ups of a document, in order."""
    return list(body.iter(qn("w:sectPr")))


def first_pages(body: Element) -> Element:
    """The page set-up a cleared template keeps: its first upright pages, with all they inherit."""
    sections = sections_of(body)
    upright = (index for index, section in enumerate(sections) if not is_landscape(section))
    chosen = next(upright, 0)
    kept = deepcopy(sections[chosen])
    references = header_references(sections, chosen)
    put_header_references(kept, references or header_references(sections, len(sections)))
    return kept


def _in_plain_text(where: Element, body: Element) -> Element:
    """The child of the body that holds the marker; it may not be a table or a text box."""
    holder = where
    while (above := holder.getparent()) is not None and above is not body:
        holder = above
    if holder is where or holder.tag == qn("w:sdt"):
        return holder
    raise TemplateError(
        "De plek {{verslag}} staat in een tabel of tekstvak.",
        "Zet {{verslag}} in een eigen alinea in de gewone tekst.",
    )


def _is_empty_paragraph(holder: Element) -> bool:
    shown = (qn("w:drawing"), qn("w:pict"), qn("w:object"))
    texts = "".join(text.text or "" for text in holder.iter(qn("w:t")))
    return not texts.strip() and next(holder.iter(*shown), None) is None


def _new_paragraph_after(holder: Element) -> Element:
    made = paragraph(None, "")
    for section in list(holder.iter(qn("w:sectPr"))):
        set_in_paragraph(properties_of(made), section, "w:sectPr")
    holder.addnext(made)
    return made


def _clear(body: Element) -> None:
    kept = first_pages(body)
    for found in list(body):
        body.remove(found)
    body.append(kept)


def _section_of(here: Element, body: Element) -> Element:
    """The page set-up that holds at `here`: Word keeps it at the end of the pages."""
    own = list(here.iter(qn("w:sectPr")))
    after = (found for later in here.itersiblings() for found in later.iter(qn("w:sectPr")))
    return own[0] if own else next(after, body[-1])


def _ensure_section(document: Document) -> None:
    body = document.element.body
    if body.find(qn("w:sectPr")) is None:
        section = child(body, "w:sectPr")
        child(section, "w:pgSz", w=11906, h=16838)
        sides = dict.fromkeys(("top", "right", "bottom", "left"), 1417)
        child(section, "w:pgMar", **sides, header=708, footer=708, gutter=0)


def _ensure_language(document: Document) -> None:
    """A default language in the styles; the ones that are there are already Dutch."""
    place = document.styles.element
    for tag in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = place.find(qn(tag))
        if found is None:
            found = element(tag)
            place.insert(0, found)
        place = found
    if place.find(qn("w:lang")) is None:
        language = element("w:lang", val=LANGUAGE)
        insert_before(place, language, "w:eastAsianLayout", "w:specVanish")
