"""Small files to hand in: a PDF with text, a scan, one with a password, a Word file.

The PDF bytes are written here, so that no test needs a program that makes them.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph
from pypdf import PdfReader, PdfWriter

from guide.content_models import Framework
from tests.tiny_report import AFTER, OFFICIAL

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
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n"
        % (
            size,
            table,
            size,
        )
        + b"startxref\n%d\n%%%%EOF" % len(body)
    )


_LETTERS = (
    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
)
_FROM_A = (
    f'<w:num {nsdecls("w")} w:numId="{{0}}"><w:abstractNumId w:val="90"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)
_IN_LIST = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{{0}}"/></w:numPr>'


def word(framework: Framework, *, table: bool = False) -> bytes:
    """The made-up report as a Word file; Word itself draws the letters and dashes of its lists."""
    document = docx.Document()
    lists = document.part.numbering_part.element
    lists.append(parse_xml(_LETTERS))
    number = 900
    for theme in framework.themes:
        word = framework.theme_word.capitalize()
        document.add_heading(f"{word} {theme.number}: {theme.title}", 1)
        for norm in theme.norms:
            left, right = document.add_table(1, 2).rows[0].cells if table else [document] * 2
            _write(left.add_paragraph(f"{norm.number}) "), norm.id)
            number += 1
            lists.append(parse_xml(_FROM_A.format(number)))
            for element in norm.elements:
                made = right.add_paragraph()
                if element.label.isdigit():
                    made.style = "List Bullet"
                else:
                    made._p.get_or_add_pPr().append(parse_xml(_IN_LIST.format(number)))
                _write(made, element.id)
    document.add_heading("Tot slot", 1)
    document.add_paragraph("Dank aan de buurt.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write(paragraph: Paragraph, id_: str) -> None:
    """The official text with the raised mark of its footnote in it."""
    text = OFFICIAL[id_]
    half = text.find(" ", len(text) // 2)
    paragraph.add_run(text[:half])
    if id_ in AFTER:
        paragraph.add_run(AFTER[id_]).font.superscript = True
    paragraph.add_run(text[half:])
