"""What every response of the server gets, tried around a made-up server."""

from __future__ import annotations

import asyncio
import gzip
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guide.web import CompressOnce, DutchPage, Later, content_policy

INDEX = """<!DOCTYPE html><html lang="en"><head><title>Streamlit</title>
<link rel="service-desc" href="./_stcore/agent/openapi.json" />
<script>
  window.ready = false
</script><script type="module" src="./static/js/index.js"></script></head>
<body><noscript><p>You need to enable JavaScript.</p></noscript></body></html>"""


@dataclass
class Server:
    """A server inside the middleware: answers the same to all, and remembers what it was asked."""

    body: tuple[bytes, ...] = (INDEX.encode(),)
    content_type: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    asked: list[Scope] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope)
        if scope["type"] != "http":
            await send({"type": "websocket.accept"})
            return
        length = str(sum(map(len, self.body)))
        headers = {"content-type": self.content_type, "content-length": length, **self.headers}
        raw = [(name.encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": self.status, "headers": raw})
        parts = (b"",) if scope["method"] == "HEAD" else self.body
        for number, part in enumerate(parts, start=1):
            more = number < len(parts)
            await send({"type": "http.response.body", "body": part, "more_body": more})


@dataclass
class Answer:
    """What came back through the middleware."""

    messages: list[Message]

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def headers(self) -> dict[str, str]:
        return {name.decode(): value.decode() for name, value in self.messages[0]["headers"]}

    @property
    def body(self) -> bytes:
        return b"".join(message.get("body", b"") for message in self.messages[1:])


def ask(
    app: ASGIApp,
    path: str = "/",
    *,
    method: str = "GET",
    kind: str = "http",
    client: str = "192.0.2.7",
    **headers: str,
) -> Answer:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope: Scope = {"type": kind, "path": path, "headers": raw, "client": (client, 50000)}
    if kind == "http":
        scope["method"] = method
    messages: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        messages.append(message)

    async def serve() -> None:
        await app(scope, receive, send)

    asyncio.run(serve())
    return Answer(messages)


@pytest.fixture
def index_html(tmp_path: Path) -> Path:
    file = tmp_path / "index.html"
    file.write_text(INDEX, encoding="utf-8")
    return file


def test_a_page_is_dutch_and_says_how_long_it_is(index_html: Path) -> None:
    answer = ask(DutchPage(Server(), index_html))
    page = answer.body.decode()
    assert '<html lang="nl">' in page
    assert "<title>Gespreksleidraad</title>" in page
    assert "Zet JavaScript aan" in page
    assert "service-desc" not in page
    assert answer.headers["content-length"] == str(len(answer.body))


@pytest.mark.parametrize("size", [1, 7, 100])
def test_a_page_that_comes_in_pieces_is_dutch_too(index_html: Path, size: int) -> None:
    whole = INDEX.encode()
    pieces = tuple(whole[start : start + size] for start in range(0, len(whole), size))
    in_pieces = ask(DutchPage(Server(body=pieces), index_html))
    assert in_pieces.body == ask(DutchPage(Server(), index_html)).body


def test_a_question_for_the_headers_alone_gets_no_wrong_length(index_html: Path) -> None:
    answer = ask(DutchPage(Server(headers={"etag": "x"}), index_html), method="HEAD")
    assert answer.body == b""
    assert not {"content-length", "etag"} & set(answer.headers)
    assert "content-security-policy" in answer.headers


def test_what_is_no_page_passes_unchanged(index_html: Path) -> None:
    body = b'{"html": "<html lang=\\"en\\">"}'
    server = Server(body=(body,), content_type="application/json", headers={"etag": "x"})
    answer = ask(DutchPage(server, index_html))
    assert answer.body == body
    assert answer.headers["etag"] == "x"
    assert answer.headers["content-length"] == str(len(body))


@pytest.mark.parametrize(
    "server",
    [Server(status=206), Server(headers={"content-encoding": "gzip"})],
    ids=["a part", "compressed"],
)
def test_a_page_that_cannot_be_read_whole_is_left_alone(index_html: Path, server: Server) -> None:
    assert ask(DutchPage(server, index_html)).body == INDEX.encode()


def test_every_response_says_what_a_browser_may_do(index_html: Path) -> None:
    for server in (Server(), Server(content_type="text/css", status=404)):
        headers = ask(DutchPage(server, index_html)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_policy_knows_the_inline_script_by_its_hash() -> None:
    policy = content_policy("<script>\n  window.ready = false\n</script>")
    assert policy == content_policy("<script>\r\n  window.ready = false\r\n</script>")
    assert policy != content_policy("<script>window.ready = true</script>")
    script_rule = re.search(r"script-src ([^;]*)", policy)
    assert script_rule is not None
    assert re.fullmatch(r"'self' 'sha256-[A-Za-z0-9+/]{43}='", script_rule[1])


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/map/_stcore/agent/interact"]
)
def test_doors_that_no_visitor_needs_are_closed(index_html: Path, path: str) -> None:
    server = Server()
    assert ask(DutchPage(server, index_html), path).status == 404
    assert server.asked == []


def test_a_page_is_asked_for_uncompressed_and_a_file_as_the_browser_likes(index_html: Path) -> None:
    server = Server()
    for path in ("/acties", "/static/js/index.js"):
        ask(DutchPage(server, index_html), path, accept_encoding="gzip", accept="*/*")
    page, file = (dict(scope["headers"]) for scope in server.asked)
    assert b"accept-encoding" not in page
    assert b"accept" in page
    assert file[b"accept-encoding"] == b"gzip"


def test_a_page_of_another_site_cannot_open_a_connection(index_html: Path) -> None:
    own = {"host": "gids.example:8501", "origin": "http://gids.example:8501"}
    for headers, reply in (
        (own, "websocket.accept"),
        ({"host": own["host"]}, "websocket.accept"),
        ({**own, "origin": "https://elders.example"}, "websocket.close"),
        ({**own, "origin": "null"}, "websocket.close"),
    ):
        answer = ask(DutchPage(Server(), index_html), kind="websocket", **headers)
        assert answer.messages[0]["type"] == reply, headers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scripts = tmp_path / "static" / "js"
    scripts.mkdir(parents=True)
    (scripts / "index.js").write_text("let x = 1;\n" * 100)
    (scripts / "letter.woff2").write_bytes(b"woff")
    return tmp_path


def test_a_file_is_compressed_once_and_then_comes_from_memory(folder: Path) -> None:
    server = Server()
    app = CompressOnce(server, folder)
    first = ask(app, "/static/js/index.js", accept_encoding="gzip, br")
    (folder / "static" / "js" / "index.js").unlink()
    second = ask(app, "/static/js/index.js", accept_encoding="gzip, br")
    assert gzip.decompress(first.body) == b"let x = 1;\n" * 100
    assert second.body == first.body
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["content-type"].startswith("text/javascript")
    assert server.asked == []


@pytest.mark.parametrize(
    ("path", "encoding"),
    [
        ("/static/js/index.js", "identity"),
        ("/static/js/letter.woff2", "gzip"),
        ("/static/js/unknown.js", "gzip"),
        ("/static/../index.html", "gzip"),
        ("/", "gzip"),
    ],
)
def test_everything_else_is_left_to_streamlit(folder: Path, path: str, encoding: str) -> None:
    server = Server()
    ask(CompressOnce(server, folder), path, accept_encoding=encoding)
    assert [scope["path"] for scope in server.asked] == [path]


@pytest.mark.parametrize(
    ("client", "host", "is_near"),
    [
        ("127.0.0.1", "localhost:8501", True),
        ("::1", "[::1]:8501", True),
        ("127.0.0.1", "gids.voorbeeld.nl", False),
        ("192.0.2.7", "localhost:8501", False),
        ("127.0.0.1", "[onzin", False),
    ],
)
def test_a_browser_on_this_computer_gets_files_as_they_are(
    folder: Path, client: str, host: str, is_near: bool
) -> None:
    server = Server()
    app = CompressOnce(server, folder)
    answer = ask(app, "/static/js/index.js", client=client, host=host, accept_encoding="gzip")
    assert ("content-encoding" not in answer.headers) == is_near
    assert bool(server.asked) == is_near, "then Streamlit itself serves it"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/", 200), ("/gesprek", 200), ("/gesprek/", 200), ("/gesprk", 404), ("/gesprek/meer", 404)],
)
def test_an_address_without_a_screen_says_so_in_dutch(
    index_html: Path, path: str, status: int
) -> None:
    app = DutchPage(Server(headers={"etag": "x"}), index_html, screens={"", "gesprek"})
    answer = ask(app, path)
    assert answer.status == status == ask(app, path, method="HEAD").status
    page = answer.body.decode()
    assert ("Deze pagina bestaat niet." in page) == (status == 404)
    assert '<html lang="nl">' in page
    assert answer.headers["content-length"] == str(len(answer.body))
    assert "content-security-policy" in answer.headers


def test_what_is_needed_later_is_made_once_at_the_first_request() -> None:
    made: list[Server] = []

    def make() -> Server:
        made.append(Server())
        return made[-1]

    app = Later(make)
    assert not made
    first, second = ask(app), ask(app)
    assert first.status == second.status == 200
    assert len(made) == 1
    assert len(made[0].asked) == 2
