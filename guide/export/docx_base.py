"""Makes content/minutes_base.docx from minutes_base/: run `python -m guide.export.docx_base`.

python-docx's own default document is US Letter, en-US and has headings with too little contrast.
Ours has only the styles the minutes use; with its markers it is also an example of a template.
Arial, because it is on every Windows and Mac and has a free twin of equal width elsewhere
(Liberation Sans), so pages break alike. Every colour on its ground has a contrast of at least 7.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from guide.export.docx_package import Parts, serialise, zip_parts

BASE_PATH = Path(__file__).resolve().parents[2] / "content" / "minutes_base.docx"

_SOURCE = Path(__file__).resolve().with_name("minutes_base")


def base_parts() -> Parts:
    """The parts of the base document, without the indentation they have in the source."""
    parser = etree.XMLParser(remove_blank_text=True)
    files = sorted(path for path in _SOURCE.rglob("*") if path.is_file())
    return {
        path.relative_to(_SOURCE).as_posix(): serialise(etree.fromstring(path.read_bytes(), parser))
        for path in files
    }


def make_base() -> bytes:
    """The base document as a .docx file."""
    return zip_parts(base_parts())


if __name__ == "__main__":
    BASE_PATH.write_bytes(make_base())
