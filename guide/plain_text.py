"""What a text may hold before it is stored or exported: the one place that cleans user text.

Only what XML 1.0 forbids and what would display differently from what was agreed is taken out;
markdown, HTML and formulas stay what they are: text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_LENGTH = 100_000

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DIRECTION_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def clean(text: str) -> str:
    """The text with one kind of newline and without characters that no file may hold."""
    # Nearly every text is printable: one quick look instead of three passes.
    if text.isprintable():
        return text.strip()
    unified = _NEWLINES.sub("\n", text)
    return _DIRECTION_OVERRIDES.sub("", _FORBIDDEN.sub("", unified)).strip()


def one_line(text: str, most: int = 120) -> str:
    """The text on one line, cut with an ellipsis after `most` characters."""
    line = " ".join(clean(text).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def texts_in(value: object) -> Iterator[str]:
    """Every text in a value as pydantic dumps it, however deep."""
    match value:
        case str():
            yield value
        case dict():
            yield from (text for part in value.values() for text in texts_in(part))
        case tuple() | list():
            yield from (text for part in value for text in texts_in(part))
