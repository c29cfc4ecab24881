"""The text of an uploaded copy of a report: plain text, Word or PDF, known by its content.

An upload is never trusted: its size, pages and reading time have limits.
"""

from __future__ import annotations

import codecs

from guide.errors import OwnCopyError, TemplateError

MAX_BYTES = 20 * 1024 * 1024
MAX_CHARACTERS = 1_500_000
KINDS = ("pdf", "docx", "txt")

_AS_TEXT = "Open het bestand, sla het op als .txt (platte tekst) en kies dat bestand."
_OTHER = "Kies een bestand dat eindigt op .pdf, .docx of .txt."
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OFFICE = (b"PK", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_MOST_CONTROLS = 0.02


def text_of(name: str, data: bytes) -> str:
    """The text of the file, pages parted by a form feed; raises OwnCopyError when there is none."""
    if len(data) > MAX_BYTES:
        raise OwnCopyError("Dit bestand is groter dan 20 MB.", _AS_TEXT)
    if b"%PDF-" in data[:1024]:
        # Read only when a PDF is really handed in: it costs start-up time.
        from guide.own_copy_pdf import pdf_text

        text = pdf_text(data)
    elif data.startswith(_OFFICE) or name.lower().endswith(".docx"):
        text = _word_text(data)
    else:
        text = _plain_text(data)
    if not text.strip():
        raise OwnCopyError("In dit bestand staat geen tekst.", _OTHER)
    if len(text) > MAX_CHARACTERS:
        raise OwnCopyError("In dit bestand staat te veel tekst voor één rapport.", _OTHER)
    return text


def _word_text(data: bytes) -> str:
    from guide.export.docx_text import docx_text

    try:
        return docx_text(data)
    except TemplateError as error:
        # Its next step speaks of a template for the minutes.
        raise OwnCopyError(error.message, _AS_TEXT) from error


def _plain_text(data: bytes) -> str:
    text = _decoded(data)
    controls = sum(not (sign.isprintable() or sign.isspace()) for sign in text)
    if controls > _MOST_CONTROLS * len(text):
        raise OwnCopyError("Dit is geen tekstbestand, pdf of Word-bestand.", _OTHER)
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[:200].count(0) * 3 > len(data[:200]):
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
