"""The pages of the room within the middleware of app.py, and a phone that takes part."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route

from guide.entries import Detail
from guide.models import DetailField
from guide.room_pages import room_routes
from guide.room_pages.hub import Hub
from guide.sessions import Sessions
from guide.web import DutchPage
from tests.asgi import Visitor
from tests.in_the_room import NORM, People
from tests.room_pages.addresses import mee
from tests.test_web import INDEX


@pytest.fixture
def hub() -> Hub:
    return Hub(pause=0.02, heartbeat=0.2)


@pytest.fixture
def people(sessions: Sessions) -> People:
    session_id = sessions.start("Regio Zuiderzon", "2027-03-12")
    chosen = Detail(field=DetailField.CHOSEN, value=(NORM,))
    sessions.record(sessions.load(session_id), chosen)
    return People(sessions, session_id).go("stap-norms", NORM)


@pytest.fixture
def visitor(people: People, hub: Hub, tmp_path: Path) -> Callable[..., Visitor]:
    """Makes browsers of visitors; the pages stand within the same middleware as in app.py."""
    index = tmp_path / "index.html"
    index.write_text(INDEX, encoding="utf-8")
    everything_else = Route("/{rest:path}", lambda _: HTMLResponse(INDEX))
    app = Starlette(
        routes=[*room_routes(lambda: people.room, hub), everything_else],
        middleware=[Middleware(DutchPage, index_html=index)],
    )
    return lambda **more: Visitor(app, **more)


@pytest.fixture
def phone(visitor: Callable[..., Visitor], people: People) -> Visitor:
    """A phone of somebody of the gemeente."""
    found = visitor()
    assert found.post(f"{mee(people)}/deelnemen", {"perspectief": "gemeente"}).status == 303
    return found
