"""How little a phone has to fetch, and what the projector shows beside it."""

from __future__ import annotations

import gzip
import re

from tests.asgi import HOST, Visitor
from tests.in_the_room import People
from tests.room_pages.addresses import mee, scherm

HUNDRED_KB = 100_000


def test_a_page_weighs_less_than_a_hundred_kilobytes(phone: Visitor, people: People) -> None:
    people.ask()
    for address in (mee(people), scherm(people)):
        page = phone.get(address)
        files = re.findall(r'"(/zaal/[^"]+)"', page.text)
        assert len(files) == 2
        weight = len(page.body) + sum(len(phone.get(each).body) for each in files)
        assert weight < HUNDRED_KB / 4


def test_the_script_is_small_and_files_are_compressed_and_kept(
    phone: Visitor, people: People
) -> None:
    for each in re.findall(r'"(/zaal/[^"]+)"', phone.get(mee(people)).text):
        plain, packed = phone.get(each), phone.get(each, accept_encoding="gzip, br")
        assert gzip.decompress(packed.body) == plain.body
        assert packed.headers["content-encoding"] == "gzip"
        assert "immutable" in packed.headers["cache-control"]
        if each.endswith(".js"):
            assert len(plain.body) < 6000


def test_the_qr_code_is_there_only_while_joining_is_open(phone: Visitor, people: People) -> None:
    page = phone.get(scherm(people)).text
    assert "<svg" in page
    assert f"{HOST}/mee" in page
    people.room.close_joining(people.session_id)
    page = phone.get(scherm(people)).text
    assert "<svg" not in page
    assert people.door.code[:3] not in page
