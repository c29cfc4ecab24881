"""The addresses of the server: a name for each screen, and where the pages for the room begin."""

from __future__ import annotations

SCREENS = {
    "start": "",
    "set_up": "voorbereiden",
    "conversation": "gesprek",
    "roadmap": "groeipad",
    "minutes": "verslag",
    "library": "naslag",
}
ROOM_ADDRESSES = tuple(
    address for top in ("mee", "scherm", "zaal") for address in (f"/{top}", f"/{top}/{{rest:path}}")
)
