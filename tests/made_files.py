"""Small files to hand in: a PDF with text, one that is a scan, one with a password, and a Word file.

The PDF bytes are written here, so that no test needs a program that makes them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence

import docx
from pypdf import PdfReader, PdfWriter

from guide.content_models import Framework
from tests.tiny_report import AFTER, NOTES, OFFICIAL

_LEADING = 14


def pdf(pages: Iterable[str]) -> bytes:
    """A PDF with one line of text under the other."""
    return _pdf([_lines_drawn(page.splitlines()) for page in pages])


def scan() -> bytes:
    """A PDF of one page with a picture and no text."""
    return _pdf([b"q 200 0 0 200 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"])


def with_password(data: bytes, to_open: str, owner: str = "geheim") -> bytes:
    """The PDF with a password; with an empty one it opens, but may not be changed."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt(to_open, owner, algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _lines_drawn(lines: Sequence[str]) -> bytes:
    drawn = [b"BT /F1 10 Tf 50 800 Td %d TL" % _LEADING]
    for line in lines:
        words = line.encode("cp1252", "replace")
        for sign in (b"\\", b"(", b")"):
            words = words.replace(sign, b"\\" + sign)
        drawn.append(b"(%s) Tj T*" % words)
    return b"\n".join([*drawn, b"ET"])


def _pdf(contents: Sequence[bytes]) -> bytes:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", font]
    kids = []
    for content in contents:
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    body, places = b"%PDF-1.4\n", []
    for number, made in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return body + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n" % (
        size,
        table,
        size,
    ) + b"startxref\n%d\n%%%%EOF" % len(body)


def word(framework: Framework, *, table: bool = False) -> bytes:
    """The made-up report as a Word file, its elements as a list that Word numbers itself."""
    document = docx.Document()
    _with_lists(document)
    document.add_heading("Rapport", 0)
    for theme in framework.themes:
        word = framework.theme_word.capitalize()
        document.add_heading(f"{word} {theme.number}: {theme.title}", 1)
        for norm in theme.norms:
            place = document.add_table(1, 2).rows[0].cells if table else (document, document)
            _paragraph(place[0], f"{norm.number}) ", norm.id)
            for element in norm.elements:
                style = "Lijst streep" if element.label.isdigit() else f"Lijst {norm.id}"
                _paragraph(place[1], "", element.id).style = style
    document.add_heading("Tot slot", 1)
    document.add_paragraph("Dank aan de buurt.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraph(place: object, begin: str, id_: str):  # type: ignore[no-untyped-def]
    made = place.add_paragraph(begin)  # type: ignore[attr-defined]
    half = len(OFFICIAL[id_]) // 2
    half = OFFICIAL[id_].index(" ", half)
    made.add_run(OFFICIAL[id_][:half])
    if id_ in AFTER:
        made.add_run(AFTER[id_]).font.superscript = True
    made.add_run(OFFICIAL[id_][half:])
    return made
