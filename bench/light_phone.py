"""A phone or projector on the light pages: plain requests, and one stream that stays open."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import perf_counter
from urllib.parse import urlencode

PATIENCE = 30
AGAIN = 2.0


class RefusedError(Exception):
    """The server did not take what was sent: what was measured would mean nothing."""


class LightPhone:
    """One device; `screen` is what it shows now."""

    def __init__(self, port: int, address: str) -> None:
        """The page at this address, such as /mee/<key>."""
        self.port, self.address = port, address
        self.screen = ""
        self.cut = 0
        """How often its stream ended while it was there."""
        self._cookie = ""
        self._changed = asyncio.Event()
        self._listening: asyncio.Task[None] | None = None
        self._deliveries = 0

    async def join(self, perspective: str) -> None:
        """Take part for a perspective."""
        head, _ = await self._post("deelnemen", {"perspectief": perspective})
        cookies = (line for line in head.splitlines() if line.lower().startswith("set-cookie:"))
        self._cookie = next(cookies).split(":", 1)[1].split(";")[0].strip()

    async def listen(self) -> None:
        """Follow the screen from now on; nothing happens when it does so already."""
        if self._listening is not None:
            return
        started = asyncio.get_running_loop().create_future()
        self._listening = asyncio.create_task(self._follow(started))
        await asyncio.wait_for(started, PATIENCE)

    async def sees(self, words: str) -> float:
        """Wait until these words are on the screen; the moment they were."""
        async with asyncio.timeout(PATIENCE):
            while words not in self.screen:
                self._changed.clear()
                await self._changed.wait()
        return perf_counter()

    async def answer(self, target: str, value: str) -> float:
        """Tap an answer; milliseconds until the server says it has it."""
        self._deliveries += 1
        form = {"vorm": "picture", "doel": target, "waarde": value, "sleutel": self._deliveries}
        start = perf_counter()
        await self._post("antwoord", form)
        return (perf_counter() - start) * 1000

    async def leave(self) -> None:
        """Close the page."""
        if self._listening is not None:
            self._listening.cancel()
            with suppress(asyncio.CancelledError):
                await self._listening
            self._listening = None

    async def _post(self, what: str, form: dict[str, object]) -> tuple[str, str]:
        body = urlencode(form)
        more = (
            f"Origin: http://127.0.0.1:{self.port}\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\n"
            f"Content-Length: {len(body)}\r\nX-Deel: 1\r\nConnection: close\r\n"
        )
        reader, writer = await self._ask("POST", f"{self.address}/{what}", more, body)
        try:
            whole = (await asyncio.wait_for(reader.read(), PATIENCE)).decode()
        finally:
            writer.close()
        head, _, rest = whole.partition("\r\n\r\n")
        if head.split()[1] not in {"200", "303"}:
            raise RefusedError(head.splitlines()[0])
        return head, rest

    async def _follow(self, started: asyncio.Future[None]) -> None:
        while True:
            with suppress(OSError):
                await self._stream(started)
            # As a browser does; that it was needed is told beside the figures.
            self.cut += 1
            await asyncio.sleep(AGAIN)

    async def _stream(self, started: asyncio.Future[None]) -> None:
        reader, writer = await self._ask("GET", f"{self.address}/stroom")
        lines: list[str] = []
        try:
            while raw := await reader.readline():
                line = raw.decode().rstrip("\r\n")
                if line.startswith("data: "):
                    lines.append(line[6:])
                elif line.startswith("event: ") and line != "event: beeld":
                    lines = []
                elif not line and lines:
                    self.screen, lines = "\n".join(lines), []
                    self._changed.set()
                    if not started.done():
                        started.set_result(None)
        finally:
            writer.close()

    async def _ask(
        self, method: str, path: str, more: str = "", body: str = ""
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        # A screen is one long line of a stream now and then.
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**20)
        cookie = f"Cookie: {self._cookie}\r\n" if self._cookie else ""
        head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n{cookie}{more}\r\n"
        writer.write((head + body).encode())
        await writer.drain()
        return reader, writer
