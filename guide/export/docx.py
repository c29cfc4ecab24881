"""Writes the minutes as a Word file, in our own look or in a house template.

The file is accessible (real headings, header rows, Dutch throughout), holds user text as text
only, and is the same bytes for the same minutes. Import this module where it is used: python-docx
is not needed to start the product.
"""

from __future__ import annotations

import datetime as dt
import io
from itertools import groupby

from docx.document import Document

from guide.export.docx_blocks import STATUS, Drawer, numbers_in_order
from guide.export.docx_layout import Slot, Stretch, text_width
from guide.export.docx_markers import fill_markers, markers_in
from guide.export.docx_package import same_every_time
from guide.export.docx_report import TemplateReport, check_template
from guide.export.docx_styles import HEADINGS, TITLE, StyleBook
from guide.export.docx_tables import keep_last_row_with_next
from guide.export.docx_template import make_slot, open_base, open_template
from guide.export.docx_xml import LANGUAGE, Element, paragraph, style_of
from guide.minutes.model import Minutes, Section
from guide.plain_text import one_line

__all__ = ["TemplateReport", "check_template", "write_minutes"]

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


def write_minutes(minutes: Minutes, template: bytes | None = None) -> bytes:
    """The minutes as a .docx file; `template` is a municipality's own .docx or .dotx."""
    document = open_base() if template is None else open_template(template)
    already_there = {name for name, _ in markers_in(document.element.body)}
    slot = make_slot(document)
    fill_markers(document, _marker_values(minutes))
    book = StyleBook(document)
    drawer = Drawer(book, _may_number_itself(document, book, minutes))
    slot.place(_stretches(minutes, drawer, slot, _opening(minutes, book, already_there)))
    _set_properties(document, minutes)
    buffer = io.BytesIO()
    document.save(buffer)
    return same_every_time(buffer.getvalue())


def _marker_values(minutes: Minutes) -> dict[str, str]:
    made = minutes.made_at
    standard = {
        "titel": minutes.title,
        "status": minutes.status_line,
        "datum": f"{made.day} {_MONTHS[made.month - 1]} {made.year}",
        "regio": "",
    }
    return standard | dict(minutes.fields)


def _opening(minutes: Minutes, book: StyleBook, present: set[str]) -> list[Element]:
    """Title and status, but for what the template shows in its own text already."""
    parts = (("titel", TITLE, minutes.title), ("status", STATUS, minutes.status_line))
    return [
        paragraph(book.id_of(style), text)
        for marker, style, text in parts
        if marker not in present and text.strip()
    ]


def _may_number_itself(document: Document, book: StyleBook, minutes: Minutes) -> bool:
    """Whether a house style that numbers headings would print the numbers of the agenda."""
    headings = {book.id_of(heading) for heading in HEADINGS}
    own = any(style_of(p) in headings for p in document.element.body.iterchildren())
    return not own and numbers_in_order(minutes.sections)


def _stretches(
    minutes: Minutes, drawer: Drawer, slot: Slot, opening: list[Element]
) -> list[Stretch]:
    made = [Stretch(False, opening)] if opening else []
    for landscape, grouped in groupby(minutes.sections, lambda section: section.landscape):
        sections = tuple(grouped)
        if not made or made[-1].landscape != landscape:
            made.append(Stretch(landscape))
        width = text_width(slot.section, landscape=landscape)
        for section in sections:
            made[-1].elements.append(drawer.heading(section))
            made[-1].elements.extend(drawer.blocks(section, width))
        if made[-1].ends_in_table():
            keep_last_row_with_next(made[-1].elements[-1])
            made[-1].elements.append(drawer.closing(_end_line(minutes, sections[-1])))
    return made


def _end_line(minutes: Minutes, section: Section) -> str:
    """What stands below a table at the end: Word wants a paragraph there, readers want to know."""
    if section is minutes.sections[-1]:
        return "Einde verslag"
    title = section.title
    return f"Einde {title if title[:2].isupper() else title[:1].lower() + title[1:]}"


def _set_properties(document: Document, minutes: Minutes) -> None:
    """The properties of the file; never those of the template or of python-docx."""
    made = minutes.made_at
    moment = made.astimezone(dt.UTC).replace(tzinfo=None) if made.tzinfo else made
    properties = document.core_properties
    properties.title = one_line(minutes.title, 250)
    properties.subject = one_line(minutes.subject, 250)
    properties.language = LANGUAGE
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = moment
    properties.revision = 1
