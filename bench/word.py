"""The Word minutes of a large session, against the same XML as a string that is zipped."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape, unescape

from bench.result import Row, side_by_side
from bench.sample import large_session, new_sessions
from guide.export.docx import write_minutes
from guide.minutes import make_minutes
from guide.session import Session

MOST_TIMES_BARE = 15.0
MOST_TIMES_HALF = 2.6
TIMES = 5
MOMENT = dt.datetime(2027, 3, 11, 16, 30, tzinfo=dt.UTC)
TEXT = re.compile(r"(?<=>)([^<]+)(?=</w:t>)")


def measure(folder: Path) -> Iterator[Row]:
    """Making and writing, together and apart, and the same at twice the size."""
    sessions = new_sessions(folder)
    one, two = large_session(sessions), large_session(sessions, times=2)
    minutes, data = make_minutes(one, now=MOMENT), _word(one)
    bare = _Bare(data)
    assert bare.body() == bare.parts["word/document.xml"].decode(), "not the same XML"
    size = f"{len(bare.body()) / 1e6:.1f} MB of XML, {len(data) / 1e3:.0f} kB zipped"
    taken = side_by_side(
        TIMES, lambda: _word(one), bare.write, lambda: _word(two),
        lambda: make_minutes(one, now=MOMENT), lambda: write_minutes(minutes), tidy=True,
    )  # fmt: skip
    whole, plain, double, making, writing = taken
    yield Row("Word minutes of a large session", whole, "ms", plain, MOST_TIMES_BARE, size)
    yield Row("of which make_minutes()", making, "ms", plain)
    yield Row("of which write_minutes()", writing, "ms", plain)
    yield Row(
        "Word minutes at twice the size (bare: at once)", double, "ms", whole, MOST_TIMES_HALF
    )
    sessions.store.close()


def _word(session: Session) -> bytes:
    return write_minutes(make_minutes(session, now=MOMENT))


class _Bare:
    """The same parts and the same document, with only the texts put in and the zip made."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        pieces = TEXT.split(self.parts["word/document.xml"].decode())
        self.markup, self.texts = pieces[0::2], [unescape(text) for text in pieces[1::2]]

    def body(self) -> str:
        """The XML of the document."""
        made = [self.markup[0]]
        for text, markup in zip(self.texts, self.markup[1:], strict=True):
            made += (escape(text), markup)
        return "".join(made)

    def write(self) -> bytes:
        """The file."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, part in {**self.parts, "word/document.xml": self.body().encode()}.items():
                archive.writestr(name, part)
        return buffer.getvalue()
