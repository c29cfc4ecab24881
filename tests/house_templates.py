"""House templates as municipalities have them, built part by part, each with one peculiarity."""

from __future__ import annotations

import base64
import io
import zipfile
from collections.abc import Mapping

from guide.export.docx import write_minutes
from guide.export.docx_base import base_parts
from guide.minutes.model import Minutes
from tests.sample_minutes import sample_minutes
from tests.word_checks import OF_THE_HOUSE, W, WordFile, lost_texts, problems, text_of

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCX = f"{WORD}.document.main+xml"
DOTX = f"{WORD}.template.main+xml"
DOCM = "application/vnd.ms-word.document.macroEnabled.main+xml"
DOTM = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"

HEADER = '<w:headerReference w:type="default" r:id="rIdH"/>'

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = f'xmlns:r="{OFFICE}"'
_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
# A grey square of one pixel.
LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)


def _numbered_level(number: int, shown: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number - 1}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Kop{number}"/><w:lvlText w:val="{shown}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
    )


NUMBERED = (
    '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="multilevel"/>'
    f"{_numbered_level(1, '%1.')}{_numbered_level(2, '%1.%2')}</w:abstractNum>"
    '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
)


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """Parts as a zip file, as any program would write it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph with one run."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def section(references: str = "", size: str = 'w:w="11906" w:h="16838"', more: str = "") -> str:
    """A page set-up."""
    return (
        f"<w:sectPr>{references}<w:pgSz {size}/>"
        '<w:pgMar w:top="1985" w:right="1417" w:bottom="1417" w:left="1701" w:header="708" '
        f'w:footer="708" w:gutter="0"/>{more}</w:sectPr>'
    )


def style(
    style_id: str, name: str, paragraph_properties: str = "", run_properties: str = ""
) -> str:
    """A paragraph style of the house."""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Standaard"/><w:qFormat/><w:pPr>{paragraph_properties}</w:pPr>'
        f"<w:rPr>{run_properties}</w:rPr></w:style>"
    )


def level(number: int, numbered: bool = False) -> str:
    """What makes a style a heading, with the numbering of NUMBERED if asked."""
    number_of = f'<w:ilvl w:val="{number - 1}"/><w:numId w:val="7"/>'
    listed = f"<w:numPr>{number_of}</w:numPr>" if numbered else ""
    outline = f'<w:outlineLvl w:val="{number - 1}"/>'
    return f'<w:keepNext/>{listed}<w:spacing w:before="360" w:after="120"/>{outline}'


GREEN = '<w:b/><w:color w:val="2B5D34"/><w:sz w:val="28"/>'
DUTCH_STYLES = (
    style("Titel", "Title", "", '<w:color w:val="2B5D34"/><w:sz w:val="48"/>')
    + style("Kop1", "heading 1", level(1), GREEN)
    + style("Kop2", "heading 2", level(2), GREEN.replace("28", "24"))
)


def styles(extra: str = DUTCH_STYLES) -> str:
    """A styles part with the house font, in English as many templates are, and these styles."""
    return (
        f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="20"/><w:lang w:val="en-US"/>'
        '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
        'w:styleId="Standaard"><w:name w:val="Normal"/><w:pPr>'
        '<w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:style>'
        f"{extra}</w:styles>"
    )


def header(text: str, *, logo: bool = False) -> str:
    """A header, with the logo of the municipality if asked."""
    picture = """<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">
<wp:extent cx="720000" cy="360000"/><wp:docPr id="1" name="Logo" descr="Logo van de gemeente"/>
<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="rId1"/>
<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="720000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"""
    shown = picture.replace("\n", "") if logo else ""
    return f"<w:hdr {_W} {_R} {_DRAWING}>{shown}{paragraph(text)}</w:hdr>"


def relationships(rows: Mapping[str, tuple[str, str]]) -> str:
    """A relationships part: id -> (kind, target); a target with a colon leads outside."""
    made = ""
    for key, (kind, target) in rows.items():
        full = kind if ":" in kind else f"{OFFICE}/{kind}"
        mode = ' TargetMode="External"' if _outside(target) else ""
        made += f'<Relationship Id="{key}" Type="{full}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _outside(target: str) -> bool:
    return ":" in target or target.startswith("\\\\")


def house(
    body: str = "",
    *,
    styles_part: str | None = None,
    main_type: str = DOTX,
    numbering: str = "",
    settings: str = "",
    rows: Mapping[str, tuple[str, str]] | None = None,
    header_text: str = "Gemeente Voorbeeldstad",
    more: Mapping[str, bytes | str] | None = None,
    overrides: str = "",
) -> bytes:
    """A house template with a logo in the header; the arguments replace what is usual in it."""
    parts: dict[str, bytes | str] = dict(base_parts())
    del parts["word/footer.xml"]
    inside = body or paragraph("Klik hier om tekst in te voeren.") + section(HEADER)
    parts["word/document.xml"] = (
        f"<w:document {_W} {_R} {_DRAWING}><w:body>{inside}</w:body></w:document>"
    )
    parts["word/styles.xml"] = styles_part or styles()
    parts["word/settings.xml"] = (
        f'<w:settings {_W} {_R}>{settings}<w:themeFontLang w:val="en-US"/></w:settings>'
    )
    parts["word/numbering.xml"] = f"<w:numbering {_W}>{numbering}</w:numbering>"
    parts["word/header1.xml"] = header(header_text, logo=True)
    parts["word/_rels/header1.xml.rels"] = relationships({"rId1": ("image", "media/logo.png")})
    parts["word/media/logo.png"] = LOGO
    parts["word/_rels/document.xml.rels"] = relationships(
        {kind: (kind, f"{kind}.xml") for kind in ("styles", "settings", "numbering")}
        | {"rIdH": ("header", "header1.xml")}
        | dict(rows or {})
    )
    parts["[Content_Types].xml"] = _content_types(main_type, overrides)
    return pack({**parts, **(more or {})})


def _content_types(main_type: str, overrides: str) -> str:
    kinds = {
        "styles": "styles",
        "settings": "settings",
        "numbering": "numbering",
        "header1": "header",
    }
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main_type}"/>'
        f"{rows}{overrides}</Types>"
    )


def written(template: bytes, minutes: Minutes | None = None) -> WordFile:
    """The sample in a template; it may have no problem and lose no text, whatever the template."""
    minutes = minutes or sample_minutes()
    data = write_minutes(minutes, template)
    assert problems(data, without=OF_THE_HOUSE) == []
    assert lost_texts(data, minutes) == []
    return WordFile.read(data)


def texts(word: WordFile) -> list[str]:
    """The text of every paragraph."""
    return [text_of(found) for found in word.body.iter(f"{W}p")]


def with_marker(before: str = "", after: str = "", more: str = "") -> str:
    """The text of a template with a place for the minutes."""
    return before + paragraph("{{verslag}}") + after + section(HEADER, more=more)
