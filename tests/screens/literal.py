"""Finds user text on a screen that a browser would read as something else than text.

User text in these tests stands between brackets that no markdown knows, with its name in front, so
that it is recognised wherever it appears: ⟦name¦text⟧. A mark may stand before the first bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from streamlit.testing.v1.element_tree import Table

from tests.screens.driver import Tab, plain

# What Streamlit 1.67 does with each text it sends to the browser.
MARKDOWN = {
    "Alert.body",
    "Button.label",
    "ButtonGroup.label",
    "Checkbox.label",
    "Expandable.label",
    "Heading.body",
    "Markdown.body",
    "NumberInput.label",
    "Option.content",
    "Popover.label",
    "Radio.label",
    "Radio.options",
    "Selectbox.label",
    "Tab.label",
    "Table.cell",
    "TextArea.label",
    "TextInput.help",
    "TextInput.label",
}
LITERAL = {
    "ChatMessage.name",
    "Selectbox.options",
    "Selectbox.raw_value",
    "Text.body",
    "TextArea.default",
    "TextArea.value",
    "TextInput.default",
    "TextInput.value",
}
# Never shown: names by which the browser and the server know a part.
UNSEEN = {"Block.id", "Button.id", "ButtonGroup.raw_values", "Checkbox.id", "Form.form_id"}

_ONE = (str, bytes, bool, int, float)
_MARKED = re.compile(r"⟦(\w+)\\?¦(.*?)(?:⟧|(?P<cut>…|$))", re.DOTALL)
_ACTIVE = re.compile(r"[$*<>\[\\\]^_`{|}~]|&(?=[#\w])|:(?=\S)")
# These count even when their marks are escaped.
_LINK = re.compile(r"(?i)(?:https?|ftp|mailto)(?=:)|www(?=\.)|\w@\w")
_SIGN = re.compile(r":\w+:|->|<-")
# At the start of a line, perhaps within a list or bold type that the screen itself begins.
_START = re.compile(r"^(?:\s|- |\*\*)*(?:#+|[-+*>]|\d+[.)])\s+$")


def texts_of(tab: Tab) -> Iterator[tuple[str, str]]:
    """(kind of place, text) of every text that is sent to the browser."""
    for node in tab.nodes():
        if isinstance(node, Table):
            frame = node.value
            yield from (("Table.cell", str(c)) for c in [*frame.columns, *frame.to_numpy().ravel()])
        elif getattr(node, "proto", None) is not None:
            yield from _strings(node.proto)


def _strings(message: Any) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        place = f"{message.DESCRIPTOR.name}.{field.name}"
        # A repeated field of protobuf can be walked without saying that it can.
        many = not isinstance(value, _ONE) and not hasattr(value, "ListFields")
        for each in value if many else [value]:
            if isinstance(each, str):
                yield place, each
            elif hasattr(each, "ListFields"):
                yield from _strings(each)


def seen(tab: Tab) -> set[str]:
    """The names of the user texts that can be read on this screen."""
    return {
        found[1]
        for place, text in texts_of(tab)
        if place not in UNSEEN
        for found in _MARKED.finditer(text)
    }


def faults(tab: Tab, original: str) -> list[str]:
    """Every place where user text is not shown exactly as it was typed."""
    return [
        f"{place}: {problem}: {text[:200]}"
        for place, text in texts_of(tab)
        if "⟦" in text and place not in UNSEEN
        for problem in _problems(place, text, original)
    ]


def _problems(place: str, text: str, original: str) -> Iterator[str]:
    every = [*_MARKED.finditer(text)]
    if len(every) != text.count("⟦"):
        yield "not as it was typed"
    for found in every:
        if problem := _problem(place, found, original):
            yield problem


def _problem(place: str, found: re.Match[str], original: str) -> str:
    said, whole = found[2], original
    if place in MARKDOWN:
        if _ACTIVE.search(re.sub(r"\\.", "", said, flags=re.DOTALL)):
            return "not escaped"
        if _LINK.search(re.sub(r"\\(.)", r"\1", said)):
            return "becomes a link"
        if _SIGN.search(re.sub(r"\\(.)", r"\1", said)):
            return "becomes a picture or an arrow"
        if _START.match(
            found.string[found.string.rfind("\n", 0, found.start()) + 1 : found.start()]
        ):
            return "starts a heading or a list"
        if "\n" in said:
            return "starts a new line, where other marks count"
        said, whole = plain(said), " ".join(original.split())
    elif place not in LITERAL:
        return "a place that is not known yet: does it read markdown?"
    same = whole == said or (found["cut"] is not None and _begins(whole, said))
    return "" if same or _begins(" ".join(original.split()), said) else "not as it was typed"


def _begins(whole: str, said: str) -> bool:
    return " ".join(whole.split()).startswith(" ".join(said.split()).rstrip("\\"))
