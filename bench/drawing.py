"""A recipe of a page: which parts Streamlit drew, in order; and the same drawn by bare Streamlit.

The bare page shows what ours shows, part by part, without any of our own work behind it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

Part = dict[str, Any]
TEXT_FIELDS = ("body", "label", "placeholder")


def part_of(delta: Any, path: list[int]) -> Part:
    """One element or block, as much of it as the bare page needs."""
    block = delta.WhichOneof("type") == "add_block"
    made = delta.add_block if block else delta.new_element
    kind = made.WhichOneof("type") or ""
    proto = getattr(made, kind) if kind else None
    options = [_option(each) for each in getattr(proto, "options", ())]
    text = next((getattr(proto, f) for f in TEXT_FIELDS if getattr(proto, f, "")), "-")
    submits = bool(getattr(proto, "is_form_submitter", False))
    return {
        "path": path,
        "block": block,
        "kind": kind,
        "text": text,
        "options": options,
        "submits": submits,
    }


def _option(option: Any) -> str:
    return option if isinstance(option, str) else str(option.content)


def keep_recipe(folder: Path, name: str, parts: list[Part]) -> str:
    """Write a recipe down; the address with which a bare page draws it."""
    (folder / f"{name}.json").write_text(json.dumps(parts), encoding="utf-8")
    return f"recipe={name}"


@cache
def recipe(name: str) -> list[Part]:
    """A recipe that was written down in the folder of the bare server, read once per process."""
    file = Path(os.environ["BENCH_RECIPES"]) / f"{name}.json"
    return list(json.loads(file.read_text(encoding="utf-8")))


def draw(parts: list[Part]) -> None:
    """Draw every part in its place."""
    body: Any = st.container()
    boxes: dict[tuple[int, ...], Any] = {(0,): body, (3,): st.bottom}
    for part in parts:
        path = tuple(part["path"])
        parent, key = boxes.get(path[:-1], body), "-".join(map(str, path))
        if part["block"]:
            boxes[path] = _BLOCKS.get(part["kind"], _box)(parent, part, key)
        else:
            _ELEMENTS.get(part["kind"], _text)(parent, part, key)


def _box(parent: Any, part: Part, key: str) -> Any:
    return parent.container()


def _text(parent: Any, part: Part, key: str) -> Any:
    return parent.text(part["text"])


def _button(parent: Any, part: Part, key: str) -> Any:
    return (parent.form_submit_button if part["submits"] else parent.button)(part["text"], key=key)


_BLOCKS: dict[str, Callable[[Any, Part, str], Any]] = {
    "chat_message": lambda parent, part, key: parent.chat_message("Gids", avatar=":material/chat:"),
    "expandable": lambda parent, part, key: parent.expander(
        part["text"], key=key, on_change="rerun"
    ),
    "popover": lambda parent, part, key: parent.popover(part["text"], key=key),
    "form": lambda parent, part, key: parent.form(key),
}
_ELEMENTS: dict[str, Callable[[Any, Part, str], Any]] = {
    "markdown": lambda parent, part, key: parent.markdown(part["text"]),
    "html": lambda parent, part, key: parent.html(part["text"]),
    "heading": lambda parent, part, key: parent.title(part["text"], anchor=False),
    "button": _button,
    "button_group": lambda parent, part, key: parent.segmented_control(
        part["text"], part["options"], key=key, wrap=True
    ),
    "radio": lambda parent, part, key: parent.radio(part["text"], part["options"], key=key),
    "selectbox": lambda parent, part, key: parent.selectbox(part["text"], part["options"], key=key),
    "text_input": lambda parent, part, key: parent.text_input(part["text"], key=key),
    "text_area": lambda parent, part, key: parent.text_area(part["text"], key=key),
    "chat_input": lambda parent, part, key: parent.chat_input(part["text"], key=key),
}
