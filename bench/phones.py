"""60 phones and a projector on one session: light pages, and the same asked by plain Streamlit.

BENCH_SOAK_ROUNDS says how many questions are asked to see whether memory grows: 40 unless given, as
many as a talk of two hours has with one every three minutes.
"""

from __future__ import annotations

import asyncio
import os
import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from random import choice
from time import perf_counter

from bench.browser import Tab
from bench.light_phone import PATIENCE, LightPhone
from bench.plain_phones import against_plain
from bench.result import Row, high
from bench.sample import PERSPECTIVES, new_sessions, session_with
from bench.server import Server, our_server
from guide.models import ANSWERS, RoundForm
from guide.room import Room
from guide.rounds import given, round_at
from guide.sessions import Sessions

PHONES = 60
FEW, MANY = 20, 60
ROUNDS = 8
SPREAD_SECONDS = 10.0
SOAK_ROUNDS = int(os.environ.get("BENCH_SOAK_ROUNDS", "40"))
ASLEEP = 3
"""One phone in so many sleeps through a question of the soak, and comes back for the next."""
RERUNS = 15
ARRIVING_SECONDS, MOST_ARRIVING_MS = 3.0, 1000.0
PACING, PACE, PACES = 30, 2.0, 5
LOOKING_SECONDS = 10.0
MOST_NEW_MS, MOST_ANSWER_MS, MOST_AT_A_PACE_MS, MOST_PERCENT = 2000.0, 500.0, 120.0, 15.0
MOST_TIMES_ALONE, MOST_MIB, MOST_TIMES_START, MOST_TIMES_GROWTH = 1.5, 600.0, 1.1, 1.1
MIB = 1024
ASKED = 'data-stuur="antwoord"'


@dataclass
class Found:
    """What was measured of the light pages."""

    seen: list[float] = field(default_factory=list)
    spread: list[float] = field(default_factory=list)
    at_once: list[float] = field(default_factory=list)
    alone: list[float] = field(default_factory=list)
    beside: list[float] = field(default_factory=list)
    memory: dict[str, float] = field(default_factory=dict)
    soak: list[float] = field(default_factory=list)
    arriving: list[float] = field(default_factory=list)
    pace: list[float] = field(default_factory=list)
    looking: float = 0.0
    cut: int = 0


def measure(folder: Path) -> Iterator[Row]:
    """The light pages first; then plain Streamlit with fewer and with as many tabs."""
    sessions = new_sessions(folder)
    session_id = session_with(sessions, 50).id
    with our_server(folder / "bench.db") as server:
        server.wait()
        found = asyncio.run(_everyone(server, sessions, session_id))
    with our_server(folder / "bench.db") as server:
        server.wait()
        found.memory["fresh"] = asyncio.run(_opened_and_joined(server, sessions, session_id))
    sessions.store.close()
    yield from _rows(found)
    for tabs in (FEW, MANY):
        yield from asyncio.run(against_plain(folder, tabs))


def _rows(found: Found) -> Iterator[Row]:
    name = f"{PHONES} phones"
    yield Row(
        f"{name} that join within {ARRIVING_SECONDS:.0f} s, p95 to the first screen",
        high(found.arriving),
        most=MOST_ARRIVING_MS,
    )
    told = f"streams that ended early: {found.cut}"
    yield Row(
        f"{name}: new question on every screen, p95", high(found.seen), most=MOST_NEW_MS, note=told
    )
    for how, taken in (("spread over 10 s", found.spread), ("all in one instant", found.at_once)):
        note = f"median {statistics.median(taken):.0f} ms"
        yield Row(
            f"{name}: answer confirmed, {how}, p95", high(taken), most=MOST_ANSWER_MS, note=note
        )
    yield Row(
        f"{PACING} phones that each answer every {PACE:.0f} s, p95",
        high(found.pace),
        most=MOST_AT_A_PACE_MS,
        note=f"median {statistics.median(found.pace):.0f} ms",
    )
    yield Row(f"processor, {name} that only look", found.looking, "%", most=MOST_PERCENT)
    yield Row(
        "page of the gespreksleider beside them (bare: alone)",
        statistics.median(found.beside),
        "ms",
        statistics.median(found.alone),
        MOST_TIMES_ALONE,
    )
    memory = {name: kib / MIB for name, kib in found.memory.items()}
    yield Row("server memory with everyone there", memory["full"], "MiB", most=MOST_MIB)
    left = "server memory after all left (bare: at the start)"
    yield Row(left, memory["after"], "MiB", memory["start"], MOST_TIMES_START)
    third = max(len(found.soak) // 3, 1)
    first, last = (
        statistics.median(part) / MIB for part in (found.soak[:third], found.soak[-third:])
    )
    note = f"{len(found.soak)} questions, {len(found.soak) * PHONES * 2 // ASLEEP} answers kept"
    soak = "server memory in a soak, end (bare: begin)"
    yield Row(soak, last, "MiB", first, MOST_TIMES_GROWTH, note)
    left = "server memory after the soak (bare: a new server with the same session)"
    yield Row(left, memory["soaked"], "MiB", memory["fresh"], MOST_TIMES_START)


class _Leader:
    """Asks and closes, as the gespreksleider's screen does."""

    def __init__(self, sessions: Sessions, session_id: str) -> None:
        self.sessions, self.id = sessions, session_id
        self.room = Room(sessions)
        self.target = sessions.load(session_id).state.target

    def ask(self) -> float:
        self.room.open_round(self.sessions.load(self.id), RoundForm.PICTURE, self.target)
        return perf_counter()

    def close(self) -> int:
        """End the round by showing it; how many answers there were."""
        session = self.sessions.load(self.id)
        now = round_at(session, RoundForm.PICTURE, self.target)
        assert now is not None
        count = len(given(session, now))
        session = self.room.reveal(session, now)
        self.room.close_round(session, now)
        return count


async def _everyone(server: Server, sessions: Sessions, session_id: str) -> Found:
    found, leader = Found(), _Leader(sessions, session_id)
    door, screen = leader.room.open_joining(session_id), leader.room.projector(session_id)
    tab = Tab(server.port, "gesprek", f"sessie={session_id}")
    await tab.open()
    found.alone = [await tab.rerun() for _ in range(RERUNS)]
    await _first_round(server, leader, f"/mee/{door.key}", f"/scherm/{screen.key}")
    found.memory["start"] = server.memory
    phones = [LightPhone(server.port, f"/mee/{door.key}") for _ in range(PHONES)]
    wall = LightPhone(server.port, f"/scherm/{screen.key}")
    # The VO is not asked about a norm of the MO: everyone here has to answer.
    asked = [each for each in PERSPECTIVES if not each.startswith("opvang")]
    await wall.listen()
    waits = (ARRIVING_SECONDS * number / PHONES for number in range(PHONES))
    each = zip(waits, phones, cycle(asked), strict=False)
    found.arriving = await asyncio.gather(*(_arriving(*one) for one in each))
    await _rounds(leader, phones, wall, tab, found)
    found.memory["full"] = server.memory
    await _at_a_pace(leader, phones[:PACING], found)
    await _only_looking(server, found)
    await _all_leave(phones, wall)
    found.memory["after"] = server.memory
    await _soak(server, leader, phones, found)
    found.cut = sum(each.cut for each in (wall, *phones))
    await _all_leave(phones)
    found.memory["soaked"] = server.memory
    await tab.close()
    return found


async def _arriving(wait: float, phone: LightPhone, perspective: str) -> float:
    """Take part and see the first screen."""
    await asyncio.sleep(wait)
    start = perf_counter()
    await phone.join(perspective)
    await phone.listen()
    return (perf_counter() - start) * 1000


async def _all_leave(phones: list[LightPhone], *more: LightPhone) -> None:
    await asyncio.gather(*(each.leave() for each in (*phones, *more)))
    await asyncio.sleep(2)


async def _opened_and_joined(server: Server, sessions: Sessions, session_id: str) -> float:
    """Memory of a server that read the session, with one page, one phone and one screen."""
    leader = _Leader(sessions, session_id)
    door, screen = leader.room.open_joining(session_id), leader.room.projector(session_id)
    tab = Tab(server.port, "gesprek", f"sessie={session_id}")
    await tab.open()
    for _ in range(RERUNS):
        await tab.rerun()
    await _first_round(server, leader, f"/mee/{door.key}", f"/scherm/{screen.key}")
    memory = server.memory
    await tab.close()
    return memory


async def _first_round(server: Server, leader: _Leader, *addresses: str) -> None:
    """One phone and one screen take part and go: what is loaded for the first stays for good."""
    phone, wall = (LightPhone(server.port, address) for address in addresses)
    await phone.join("gemeente")
    await asyncio.gather(phone.listen(), wall.listen())
    await asyncio.to_thread(leader.ask)
    await phone.sees(ASKED)
    await phone.answer(leader.target, ANSWERS[0].value)
    await asyncio.to_thread(leader.close)
    await asyncio.gather(phone.leave(), wall.leave())
    await asyncio.sleep(1)


async def _rounds(
    leader: _Leader, phones: list[LightPhone], wall: LightPhone, tab: Tab, found: Found
) -> None:
    for turn in range(ROUNDS):
        await _ask(leader, phones, wall, found)
        at_once = turn > 0
        waits = [0.0 if at_once else SPREAD_SECONDS * n / PHONES for n in range(PHONES)]
        answering = asyncio.gather(
            *(_later(wait, phone, leader.target) for wait, phone in zip(waits, phones, strict=True))
        )
        while not at_once and not answering.done():
            found.beside.append(await tab.rerun())
            await asyncio.sleep(0.5)
        (found.at_once if at_once else found.spread).extend(await answering)
        assert leader.close() == PHONES, "an answer was lost, or counted twice"


async def _ask(leader: _Leader, phones: list[LightPhone], wall: LightPhone, found: Found) -> None:
    """Ask, and note for every screen how long it took."""
    await asyncio.gather(*(_no_longer(phone) for phone in phones))
    start = await asyncio.to_thread(leader.ask)
    seen = [phone.sees(ASKED) for phone in phones]
    moments = await asyncio.gather(*seen, wall.sees("Geef uw antwoord op uw telefoon"))
    found.seen += [(moment - start) * 1000 for moment in moments]


async def _no_longer(phone: LightPhone) -> None:
    async with asyncio.timeout(PATIENCE):
        while ASKED in phone.screen:
            await asyncio.sleep(0.05)


async def _at_a_pace(leader: _Leader, phones: list[LightPhone], found: Found) -> None:
    """Each changes its answer every two seconds, spread over the room."""
    await asyncio.gather(*(_no_longer(phone) for phone in phones))
    await asyncio.to_thread(leader.ask)
    await asyncio.gather(*(phone.sees(ASKED) for phone in phones))
    for _ in range(PACES):
        waits = (PACE * number / len(phones) for number in range(len(phones)))
        each = zip(waits, phones, strict=True)
        found.pace += await asyncio.gather(*(_later(w, p, leader.target) for w, p in each))
    await asyncio.to_thread(leader.close)


async def _only_looking(server: Server, found: Found) -> None:
    """Percent of one core that the server uses while nothing happens."""
    await asyncio.sleep(PACE)
    used = server.processor_seconds
    await asyncio.sleep(LOOKING_SECONDS)
    found.looking = 100 * (server.processor_seconds - used) / LOOKING_SECONDS


async def _later(wait: float, phone: LightPhone, target: str) -> float:
    await asyncio.sleep(wait)
    return await phone.answer(target, choice(ANSWERS).value)


async def _soak(server: Server, leader: _Leader, phones: list[LightPhone], found: Found) -> None:
    """Question after question, each time with others asleep; memory after each."""
    for turn in range(SOAK_ROUNDS):
        asleep = phones[turn % ASLEEP :: ASLEEP]
        awake = [phone for phone in phones if phone not in asleep]
        await asyncio.gather(*(phone.leave() for phone in asleep))
        await asyncio.gather(*(phone.listen() for phone in awake))
        await asyncio.gather(*(_no_longer(phone) for phone in awake))
        await asyncio.to_thread(leader.ask)
        await asyncio.gather(*(phone.sees(ASKED) for phone in awake))
        await asyncio.gather(*(_later(0, phone, leader.target) for phone in awake))
        await asyncio.to_thread(leader.close)
        found.soak.append(server.memory)
