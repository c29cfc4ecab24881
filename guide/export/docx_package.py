"""A Word file as a set of parts: read with limits, written the same way every time.

An upload is never trusted: sizes are capped while unpacking, and a part with a document type
definition is refused, because Office files never have one and entity bombs always do.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from guide.errors import TemplateError

Parts = dict[str, bytes]

MAX_UPLOAD = 10 * 1024 * 1024
MAX_UNPACKED = 80 * 1024 * 1024
MAX_RATIO = 100
MAX_PARTS = 2000
CONTENT_TYPES = "[Content_Types].xml"

_FREE_RATIO_UNDER = 5 * 1024 * 1024
_DATE = (1980, 1, 1, 0, 0, 0)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_DOCX = "Open het in Word, kies Opslaan als en kies Word-document (.docx)."
_SMALLER = "Haal grote afbeeldingen en voorbeeldtekst uit het sjabloon en sla het opnieuw op."
_AGAIN = "Open het in Word, sla het opnieuw op als .docx en probeer het nog eens."


def damaged() -> TemplateError:
    """The error for a file that is a Word file by name, but cannot be read."""
    return TemplateError("Dit Word-bestand is beschadigd of onvolledig.", _AGAIN)


def read_parts(data: bytes) -> Parts:
    """Unpack an uploaded Word file in memory, or say in Dutch why that cannot be."""
    if len(data) > MAX_UPLOAD:
        raise TemplateError("Dit bestand is groter dan 10 MB.", _SMALLER)
    if not data.startswith(b"PK"):
        raise _not_a_zip(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _unpack(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        # RuntimeError: a part with its own password; NotImplementedError is a RuntimeError too.
        raise damaged() from error


def _unpack(archive: zipfile.ZipFile) -> Parts:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS:
        raise TemplateError("Dit bestand heeft te veel onderdelen.", _SMALLER)
    parts: Parts = {}
    room = MAX_UNPACKED
    for entry in entries:
        with archive.open(entry) as stream:
            # The size a zip declares may lie, so never read more than there is room for.
            part = stream.read(room + 1)
        room -= len(part)
        if room < 0 or _is_bomb(len(part), entry.compress_size):
            raise TemplateError("Dit bestand wordt bij het uitpakken veel te groot.", _SMALLER)
        parts[entry.filename] = part
    return parts


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > _FREE_RATIO_UNDER and unpacked > MAX_RATIO * max(packed, 1)


def _not_a_zip(data: bytes) -> TemplateError:
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        return TemplateError(
            "Dit bestand is beveiligd met een wachtwoord.",
            "Open het in Word, kies Bestand, Info, Document beveiligen, haal het wachtwoord weg "
            "en sla het op.",
        )
    if data.startswith(_OLE):
        return TemplateError("Dit is een Word-bestand van voor 2007 (.doc of .dot).", _AS_DOCX)
    if data.startswith(b"{\\rtf"):
        return TemplateError("Dit is een RTF-bestand.", _AS_DOCX)
    if not data:
        return TemplateError("Dit bestand is leeg.", "Kies een Word-bestand (.docx of .dotx).")
    return TemplateError(
        "Dit is geen Word-bestand.", "Kies een bestand dat eindigt op .docx of .dotx."
    )


def parse(part: bytes) -> etree._Element:
    """One XML part as a tree; entities are not expanded and nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged() from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged()
    return root


def serialise(root: etree._Element) -> bytes:
    """The bytes of one XML part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def zip_parts(parts: Parts) -> bytes:
    """The parts as one file; equal parts give equal bytes, whenever and wherever it is made."""
    buffer = io.BytesIO()
    names = sorted(parts, key=lambda name: (name != CONTENT_TYPES, name))
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            entry = zipfile.ZipInfo(name, _DATE)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def same_every_time(data: bytes) -> bytes:
    """A file of our own making, packed again so that equal input gives equal bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return zip_parts({name: archive.read(name) for name in archive.namelist()})
