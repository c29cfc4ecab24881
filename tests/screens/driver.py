"""One tab of the guide, driven by AppTest: what a person does, and the words that stand there.

After every run the tab checks for itself that nothing went wrong, so no story can forget it; a
story about failures says so beforehand with `tab.may_fail = True`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Node, Widget

from tests.readers import ROOT

ENTRY = ROOT / "pages" / "_navigation.py"
SECONDS = 20
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Tab:
    """A browser tab. Widgets are found by key, and within a form by their label."""

    def __init__(
        self,
        screen: str = "start",
        session_id: str = "",
        query: Mapping[str, str] = MappingProxyType({}),
        *,
        may_fail: bool = False,
    ) -> None:
        self.app = AppTest.from_file(ENTRY, default_timeout=SECONDS)
        self.may_fail = may_fail
        self.app.run()
        self.visit(screen, session_id, query)

    def visit(
        self,
        screen: str,
        session_id: str = "",
        query: Mapping[str, str] = MappingProxyType({}),
    ) -> Tab:
        """Follow a link to a screen, as from the address bar."""
        self.app.query_params.clear()
        self.app.query_params |= {"sessie": session_id} if session_id else {}
        self.app.query_params |= dict(query)
        self.app.switch_page(f"{screen}.py")
        self.run()
        # Otherwise every later run would come back here, wherever a button leads.
        self.app._page_hash = ""
        return self

    def run(self) -> Tab:
        """Draw the page again, with what was chosen and typed since."""
        self.app.run()
        if not self.may_fail:
            assert not self.app.exception, [e.value for e in self.app.exception]
            assert not self.errors, self.errors
        return self

    # What one does.

    def press(self, key: str) -> Tab:
        self.app.button(key=key).click()
        return self.run()

    def go_to(self, key: str) -> Tab:
        """Choose an item or a step behind 'Ga naar'."""
        return self.unfold("jump").press(key)

    def choose(self, key: str, value: Any) -> Tab:
        """Give a field another value, whatever kind of field it is."""
        self.field(key).set_value(value)
        return self.run()

    def fill(self, form: str, **by_label: Any) -> Tab:
        """Fill in fields of a form, named by a word of their label; nothing is sent yet."""
        for label, value in by_label.items():
            self.field_in(form, label).set_value(value)
        return self

    def send(self, form: str) -> Tab:
        """Press the button of a form."""
        next(b for b in self.fields_of(form) if b.type == "button").click()
        return self.run()

    def say(self, text: str) -> Tab:
        """Type in the line at the bottom."""
        self.app.chat_input(key="typed").set_value(text)
        return self.run()

    def unfold(self, key: str, part: str | bool = True) -> Tab:
        """Open a fold, or one part of several, that is drawn only when it is open."""
        self.app.session_state[key] = part
        return self.run()

    # What one finds.

    @property
    def keys(self) -> set[str]:
        """The keys of everything that stands on the screen."""
        return {key for node in self.nodes() if (key := getattr(node, "key", None))}

    def __contains__(self, key: str) -> bool:
        """Whether something with this key, or a form of this name, stands on the screen."""
        return not self.keys.isdisjoint({key, f"kept:{key}"})

    def block(self, key: str) -> Block:
        found = self.app.get_by_key(key)
        assert isinstance(found, Block)
        return found

    def field(self, key: str) -> Any:
        found = self.app.get_by_key(key)
        assert isinstance(found, Widget)
        return found

    def value(self, key: str) -> Any:
        return self.field(key).value

    def fields_of(self, form: str) -> list[Any]:
        """The fields and buttons of a form, of ours (kept_forms.py) or of Streamlit."""
        if f"kept:{form}" in self:
            return [node for node in self.nodes(f"kept:{form}") if isinstance(node, Widget)]
        found = [n for n in self.nodes() if getattr(n, "form_id", "") == form]
        assert found, f"there is no form {form}"
        return found

    def field_in(self, form: str, label: str) -> Any:
        """The first field whose label holds this word, as a person would look for it."""
        word = label.replace("_", " ").lower()
        found = [f for f in self.fields_of(form) if word in plain(f.label).lower()]
        assert found, f"no {label} among {[f.label for f in self.fields_of(form)]}"
        return found[0]

    def nodes(self, within: str = "") -> Iterator[Node]:
        """Every element, or those in the container with this key."""
        start: Any = self.block(within) if within else self.app._tree
        return iter(start)

    def words(self, within: str = "") -> str:
        """Everything one can read, as it is read; labels of fields and buttons too."""
        return "\n".join(text for node in self.nodes(within) for text in _words(node))

    @property
    def question(self) -> str:
        """The one question, large, in its fixed place."""
        return plain(self.app.title[0].value)

    @property
    def errors(self) -> list[str]:
        return [plain(each.value) for each in self.app.error]


def _words(node: Node) -> Iterator[str]:
    if getattr(node, "type", "") == "html":
        return
    for name in ("value", "label", "options"):
        found = getattr(node, name, None)
        for each in found if isinstance(found, list) else [found]:
            if isinstance(each, str) and each:
                yield plain(each)
    if isinstance(node, Block) and node.type == "popover":
        yield plain(node.proto.popover.label)
    if getattr(node, "type", "") == "table":
        frame = node.value  # type: ignore[union-attr]
        yield from (plain(str(cell)) for cell in [*frame.columns, *frame.to_numpy().ravel()])


def plain(markdown: str) -> str:
    """What a browser shows of escaped text."""
    return _ESCAPED.sub(r"\1", markdown).replace("\u2060", "")
