"""The plain text of a Word document: paragraphs and table cells in order, lists with their marks.

Footnotes, headers and footers are parts of their own in a Word file, so they are not in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn

from guide.export.docx_numbering import Numbering
from guide.export.docx_template import take_in_template
from guide.export.docx_xml import Element, value_of

_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
    qn("w:softHyphen"): "\u00ad",
}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {_FALLBACK, qn("w:pPr"), qn("w:rPr"), qn("w:p")}


def docx_text(data: bytes) -> str:
    """The text of an uploaded Word file; raises TemplateError when it cannot be read."""
    document = take_in_template(data).document
    numbering = Numbering(_lists(document), document.styles.element)
    written = (_written(p, numbering) for p in document.element.body.iter(qn("w:p")))
    return "\n\n".join(text for text in written if text)


def _lists(document: Document) -> Element | None:
    # Asking a document without lists for them makes python-docx raise.
    try:
        element: Element = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return None
    return element


def _written(paragraph: Element, numbering: Numbering) -> str:
    if next(paragraph.iterancestors(_FALLBACK), None) is not None:
        return ""
    words = "".join(_words(paragraph)).strip()
    return f"{numbering.mark_of(paragraph)} {words}".strip() if words else ""


def _words(parent: Element) -> Iterator[str]:
    """The words of a paragraph; those of a text box in it are a paragraph of their own."""
    for found in parent:
        if found.tag == qn("w:t"):
            yield _raised(parent, found.text or "")
        elif found.tag in _CHARACTERS:
            yield _CHARACTERS[found.tag]
        elif found.tag not in _SKIPPED:
            yield from _words(found)


def _raised(run: Element, text: str) -> str:
    """A raised number is the mark of a footnote, and is shown as one."""
    is_mark = text.strip().isdigit() and value_of(run, "w:rPr/w:vertAlign") == "superscript"
    return f"[{text.strip()}]" if is_mark else text
