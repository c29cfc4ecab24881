"""Visitors of the server without a server: requests and streams straight into the app."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from starlette.types import ASGIApp, Message, Scope

HOST = "gids.example:8501"
ORIGIN = f"http://{HOST}"
PATIENCE = 10.0


@dataclass
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    set_cookies: list[str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass
class Visitor:
    """One browser: it keeps its cookies, and says which page a form comes from."""

    app: ASGIApp
    origin: str | None = ORIGIN
    client: str = "192.0.2.7"
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, address: str, **headers: str) -> Reply:
        return asyncio.run(self._ask("GET", address, b"", headers))

    def post(self, address: str, form: Mapping[str, object], **headers: str) -> Reply:
        body = urlencode(form, doseq=True).encode()
        return asyncio.run(self._ask("POST", address, body, headers))

    def send(self, method: str, address: str, body: bytes = b"") -> Reply:
        return asyncio.run(self._ask(method, address, body, {}))

    def follow(
        self, address: str, *happenings: Callable[[], object], silence: float = 0.0
    ) -> list[str]:
        """The events of a stream: one at once, and one after each thing that happens."""
        return asyncio.run(self._follow(address, happenings, silence))

    async def _ask(self, method: str, address: str, body: bytes, headers: dict[str, str]) -> Reply:
        messages: list[Message] = []
        gone = asyncio.Event()
        sent = False

        async def receive() -> Message:
            nonlocal sent
            if not sent:
                sent = True
                return {"type": "http.request", "body": body}
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            messages.append(message)

        await self.app(self._scope(method, address, headers), receive, send)
        return self._reply(messages)

    async def _follow(
        self, address: str, happenings: tuple[Callable[[], object], ...], silence: float
    ) -> list[str]:
        parts: asyncio.Queue[str] = asyncio.Queue()
        gone = asyncio.Event()

        async def receive() -> Message:
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            if message["type"] == "http.response.body" and message.get("body"):
                await parts.put(message["body"].decode())

        answering: Awaitable[None] = self.app(self._scope("GET", address, {}), receive, send)
        task = asyncio.ensure_future(answering)
        await asyncio.wait_for(parts.get(), PATIENCE)  # how soon to try again
        events = [await asyncio.wait_for(parts.get(), PATIENCE)]
        for happen in happenings:
            await asyncio.to_thread(happen)
            events.append(await asyncio.wait_for(parts.get(), PATIENCE))
        await asyncio.sleep(silence)
        while not parts.empty():
            events.append(parts.get_nowait())
        gone.set()
        await asyncio.wait_for(task, PATIENCE)
        return events

    def _scope(self, method: str, address: str, headers: dict[str, str]) -> Scope:
        parts = urlsplit(address)
        sent = {"host": HOST, **{name.replace("_", "-"): text for name, text in headers.items()}}
        if method == "POST":
            sent.setdefault("content-type", "application/x-www-form-urlencoded")
            if self.origin is not None:
                sent.setdefault("origin", self.origin)
        if self.cookies and parts.path.startswith("/mee"):
            sent["cookie"] = "; ".join(f"{name}={text}" for name, text in self.cookies.items())
        return {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": parts.path,
            "raw_path": parts.path.encode(),
            "root_path": "",
            "query_string": parts.query.encode(),
            "headers": [(name.encode(), text.encode()) for name, text in sent.items()],
            "client": (self.client, 50000),
            "server": ("gids.example", 8501),
        }

    def _reply(self, messages: list[Message]) -> Reply:
        raw = [(name.decode(), text.decode()) for name, text in messages[0]["headers"]]
        set_cookies = [text for name, text in raw if name == "set-cookie"]
        for each in set_cookies:
            self.cookies.update({name: m.value for name, m in SimpleCookie(each).items()})
        body = b"".join(message.get("body", b"") for message in messages[1:])
        return Reply(int(messages[0]["status"]), dict(raw), set_cookies, body)
