"""One browser tab as the server sees it: a websocket, reruns, and the timers of its fragments.

It speaks Streamlit's own messages. One request is under way at a time, so a finished run is always
the answer to the last request; a click during a run waits for its end, and that wait counts.
"""

from __future__ import annotations

import asyncio
import socket
from time import perf_counter
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidHandshake

from bench.drawing import Part, part_of

PATIENCE = 60
AT_ONCE = getattr(socket, "TCP_QUICKACK", None)


class PageFailedError(Exception):
    """The page showed an error: what was measured would mean nothing."""


class Tab:
    """One open tab."""

    def __init__(self, port: int, page: str = "", query: str = "") -> None:
        self.port, self.page, self.query = port, page, query
        self.page_hash = ""
        self.parts: list[Part] = []
        self.widgets: dict[str, tuple[str, Any]] = {}
        self.states: dict[str, WidgetState] = {}
        self.timers: dict[str, float] = {}
        self._cached: dict[str, Any] = {}
        self._turn = asyncio.Lock()
        self._ticking: list[asyncio.Task[None]] = []

    async def open(self) -> float:
        """Connect as soon as the server listens and draw the page; when that was done."""
        async with asyncio.timeout(PATIENCE):
            while not await self._connected():
                await asyncio.sleep(0.005)
        await self.rerun()
        return perf_counter()

    async def _connected(self) -> bool:
        try:
            self.socket: ClientConnection = await connect(
                f"ws://127.0.0.1:{self.port}/_stcore/stream",
                subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
                origin=f"http://127.0.0.1:{self.port}",  # type: ignore[arg-type]
                max_size=None, ping_interval=None, proxy=None,
            )  # fmt: skip
        except (OSError, InvalidHandshake):
            return False  # not listening yet, or not yet ready to speak
        return True

    async def close(self) -> None:
        """Close the tab."""
        for task in self._ticking:
            task.cancel()
        await self.socket.close()

    async def rerun(self, fragment: str = "") -> float:
        """Ask for a run; milliseconds until it, and what followed from it, is done."""
        start = perf_counter()
        async with self._turn:
            await self._run(fragment)
        return (perf_counter() - start) * 1000

    async def answer(self, number: int, turn: int) -> float:
        """Choose in one of the rows of choices, another choice each turn; milliseconds as above."""
        start = perf_counter()
        async with self._turn:
            rows = [
                p for kind, p in self.widgets.values() if kind == "button_group" and not p.form_id
            ]
            row = rows[number % len(rows)]
            state = WidgetState(id=row.id)
            state.string_array_value.data.append(_shown(row.options[turn % len(row.options)]))
            self.states[row.id] = state
            await self._run()
        return (perf_counter() - start) * 1000

    async def _run(self, fragment: str = "") -> None:
        await self.socket.send(self._request(fragment))
        async with asyncio.timeout(PATIENCE):
            while not self._finishes(await self.socket.recv()):
                self._acknowledge()

    def _acknowledge(self) -> None:
        # Streamlit's server leaves TCP_NODELAY off, so it waits for every acknowledgement; a
        # browser gives it at once, a plain socket on Linux up to 40 ms later.
        if AT_ONCE is not None:
            raw = self.socket.transport.get_extra_info("socket")
            raw.setsockopt(socket.IPPROTO_TCP, AT_ONCE, 1)

    def keep_polling(self) -> None:
        """From now on let the timers of the page's fragments run, as a browser does."""
        self._ticking = [
            asyncio.create_task(self._tick(fragment, every))
            for fragment, every in self.timers.items()
        ]

    async def _tick(self, fragment: str, every: float) -> None:
        while True:
            await asyncio.sleep(every)
            await self.rerun(fragment)

    def _request(self, fragment: str) -> bytes:
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.fragment_id = self.query, fragment
        asked.is_auto_rerun = bool(fragment)
        if self.page_hash:
            asked.page_script_hash = self.page_hash
        else:
            asked.page_name = self.page
        asked.widget_states.widgets.extend(self.states.values())
        asked.cached_message_hashes.extend(self._cached)
        asked.context_info.timezone, asked.context_info.locale = "Europe/Amsterdam", "nl-NL"
        request: bytes = message.SerializeToString()
        return request

    def _finishes(self, raw: bytes | str) -> bool:
        message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
        match message.WhichOneof("type"):
            case "delta":
                if message.metadata.cacheable and message.hash:
                    self._cached[message.hash] = message.delta
                self._draw(message.delta, list(message.metadata.delta_path))
            case "ref_hash":
                self._draw(self._cached[message.ref_hash], list(message.metadata.delta_path))
            case "auto_rerun":
                self.timers[message.auto_rerun.fragment_id] = message.auto_rerun.interval
            case "script_finished":
                return bool(message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN)
            case _:
                self._turn_to(message)
        return False

    def _turn_to(self, message: ForwardMsg) -> None:
        """Which page is being drawn; a full run starts on an empty sheet."""
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.page_hash = message.navigation.page_script_hash or self.page_hash
        elif kind == "new_session":
            self.page_hash = message.new_session.page_script_hash
            if not message.metadata.run.fragment_ids:
                self.parts, self.widgets = [], {}

    def _draw(self, delta: Any, path: list[int]) -> None:
        part = part_of(delta, path)
        if part["kind"] == "exception":
            raise PageFailedError(delta.new_element.exception.message)
        if part["kind"] == "alert" and delta.new_element.alert.format == 1:  # st.error
            raise PageFailedError(delta.new_element.alert.body)
        self.parts.append(part)
        if not part["block"] and part["kind"]:
            proto = getattr(delta.new_element, part["kind"])
            if getattr(proto, "id", ""):
                self.widgets[proto.id] = (part["kind"], proto)
                _first_state(part["kind"], proto, self.states)


def _first_state(kind: str, proto: Any, states: dict[str, WidgetState]) -> None:
    """What a browser sends back for a field that nobody touched, or that the page filled in."""
    if proto.id in states and not getattr(proto, "set_value", False):
        return
    state = WidgetState(id=proto.id)
    if kind == "button_group":
        found = (
            proto.raw_values
            if proto.set_value
            else [_shown(proto.options[n]) for n in proto.default]
        )
        state.string_array_value.data.extend(found)
    elif kind in ("text_input", "text_area"):
        state.string_value = proto.value if proto.set_value else proto.default
    else:
        return
    states[proto.id] = state


def _shown(option: Any) -> str:
    return f"{option.content_icon} {option.content}".strip()
