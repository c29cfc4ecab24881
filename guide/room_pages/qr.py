"""The address to join at as a QR code, drawn as a picture within the page."""

from __future__ import annotations

import io
from functools import lru_cache

from markupsafe import Markup


@lru_cache(maxsize=32)
def qr_code(address: str) -> Markup:
    """An SVG picture of the address; the page beside it says the same in words."""
    import segno  # at the first QR code: it costs start-up time

    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", xmldecl=False, svgns=False, omitsize=True, svgclass="qr", lineclass=None
    )
    picture = out.getvalue().decode().strip()
    named = 'role="img" aria-label="QR-code om mee te doen"'
    # Made of numbers only: the address itself does not stand in it.
    return Markup(picture.replace("<svg ", f"<svg {named} ", 1))  # noqa: S704
