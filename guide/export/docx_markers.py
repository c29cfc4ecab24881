"""Fills markers such as {{datum}} in a template; plain words, no expressions, no second round.

The values are put in before the minutes themselves, so a marker that someone typed in the session
stays what it is: text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.part import XmlPart
from docx.oxml.ns import qn

from guide.export.docx_xml import Element
from guide.plain_text import clean

PLACE = "verslag"
FIELDS = ("titel", "status", "datum", "regio")

_MARKER = re.compile(r"\{\{\s*([^{}\n]{1,60}?)\s*\}\}")
_STORIES = (CT.WML_DOCUMENT_MAIN, CT.WML_HEADER, CT.WML_FOOTER)


def stories(document: Document) -> Iterator[Element]:
    """The body and every header and footer."""
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and part.content_type in _STORIES:
            yield part.element


def markers_in(root: Element) -> Iterator[tuple[str, Element]]:
    """Every marker under `root`, in lower case, with its paragraph; split runs are read as one."""
    for paragraph in root.iter(qn("w:p")):
        for match in _MARKER.finditer("".join(t.text or "" for t in _texts(paragraph))):
            yield match[1].lower(), paragraph


def fill_markers(document: Document, values: Mapping[str, str]) -> None:
    """Replace the markers that have a value, in the body and in all headers and footers."""
    flat = {name.lower(): " ".join(clean(value).split()) for name, value in values.items()}
    for story in stories(document):
        for paragraph in story.iter(qn("w:p")):
            _fill_paragraph(_texts(paragraph), flat)


def _texts(paragraph: Element) -> list[Element]:
    # A text box holds paragraphs inside a paragraph: each text belongs to the nearest one.
    own = paragraph.iter(qn("w:t"))
    return [text for text in own if next(text.iterancestors(qn("w:p"))) is paragraph]


def _fill_paragraph(texts: list[Element], values: Mapping[str, str]) -> None:
    whole = "".join(text.text or "" for text in texts)
    # From the back, so the places of earlier markers stay right and no value is read again.
    for match in reversed(list(_MARKER.finditer(whole))):
        name = match[1].lower()
        if name in values:
            _replace(texts, match.start(), match.end(), values[name])


def _replace(texts: list[Element], start: int, end: int, value: str) -> None:
    """Put `value` where the characters from `start` to `end` stand, also over several runs."""
    at = 0
    for text in texts:
        content = text.text or ""
        low, high = max(start - at, 0), min(end - at, len(content))
        at += len(content)
        if low >= high:
            continue
        text.text = content[:low] + value + content[high:]
        text.set(qn("xml:space"), "preserve")
        value = ""
