"""A region over the years: its sessions together, a full groeipad, and what leaves the app."""

from __future__ import annotations

import asyncio
import datetime as dt
import io
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter
from icalendar import Calendar, Event

from bench.reruns import against_bare, opened
from bench.result import Row, side_by_side
from bench.sample import new_sessions, session_with, with_actions
from bench.server import bare_server, our_server
from guide.action_columns import ActionColumn, cells_of
from guide.calendar_events import calendar_events
from guide.entries import Entry, NewEntry
from guide.export.ics import write_calendar
from guide.export.xlsx import write_action_list
from guide.look_back import earlier_actions
from guide.models import ActionStatus
from guide.roadmap import actions
from guide.session import Session
from guide.session_list import lines
from guide.sessions import Sessions
from guide.then_and_now import earlier_pictures

MOST_TIMES_BARE = 2.0
MOST_TIMES_FEW = 1.2
TIMES = 9
RERUNS = 15
YEARS, ENTRIES = 5, 1000
FEW, MANY = 10, 1000
_COPIED = "what the newest looks back at was copied into it"
ROWS = "SELECT data FROM entry WHERE session_id = ? ORDER BY seq"


def measure(folder: Path) -> Iterator[Row]:
    """Each against its bare counterpart in the same run."""
    for number, part in enumerate((_region, _roadmap_page, _files, _many_sessions)):
        own = folder / str(number)
        own.mkdir()
        yield from part(own)


def _region(folder: Path) -> Iterator[Row]:
    """Five sessions of 1,000 entries that follow one another, opened by a program just started."""
    sessions = new_sessions(folder)
    ids = [_grown(sessions).id]
    for year in range(1, YEARS):
        earlier = sessions.load(ids[-1])
        ids.append(_grown(sessions, sessions.follow(earlier, f"{2027 + year}-03-11")).id)

    def ours() -> None:
        """The list with its line, and the newest session with what it looks back at."""
        fresh = Sessions(sessions.store, sessions.content)
        (line,) = lines(fresh)
        assert len(line) == YEARS
        newest = fresh.load(line[0].id)
        assert earlier_actions(newest)
        assert earlier_pictures(newest)

    def each_of_them() -> None:
        fresh = Sessions(sessions.store, sessions.content)
        for session_id in ids:
            fresh.load(session_id)

    raw = sqlite3.connect(folder / "bench.db")

    def bare() -> None:
        for session_id in ids:
            for (data,) in raw.execute(ROWS, (session_id,)):
                Entry.model_validate_json(data)

    taken = side_by_side(TIMES, ours, bare, each_of_them)
    of = f"{YEARS} sessions of {ENTRIES} entries (bare: reading them)"
    yield Row(f"opening a region, {of}", taken[0], "ms", taken[1], MOST_TIMES_BARE, _COPIED)
    yield Row(f"opening each of {of}", taken[2], "ms", taken[1])
    raw.close()
    sessions.store.close()


def _grown(sessions: Sessions, session_id: str = "") -> Session:
    """A session of 1,000 entries; a follow-up gets those of another one after its own first."""
    if not session_id:
        return session_with(sessions, ENTRIES)
    session = sessions.load(session_id)
    donor = session_with(sessions, ENTRIES)
    entries = sessions.store.entries_after(donor.id, session.state.seq)
    sessions.delete(donor.id)
    new = [NewEntry(**each.model_dump(include=set(NewEntry.model_fields))) for each in entries]
    return sessions.extend(session, new)


def _roadmap_page(folder: Path) -> Iterator[Row]:
    """The screen with 200 actions, beside a bare page with the same parts."""
    sessions = new_sessions(folder)
    session_id = with_actions(sessions, 200).id
    with our_server(folder / "bench.db") as ours, bare_server(folder) as bare:
        yield asyncio.run(_page(folder, (ours, bare), session_id))
    sessions.store.close()


async def _page(folder: Path, servers: tuple[object, object], session_id: str) -> Row:
    tab = await opened(servers[0], session_id, "groeipad")  # type: ignore[arg-type]
    what = "groeipad, 200 actions"
    row = await against_bare(folder, servers, tab, what, RERUNS)  # type: ignore[arg-type]
    await tab.close()
    return Row(row.what, row.ours, row.unit, row.bare, MOST_TIMES_BARE, row.note)


def _files(folder: Path) -> Iterator[Row]:
    """Excel and calendar of 500 actions, beside the same values by the library alone."""
    sessions = new_sessions(folder)
    session = with_actions(sessions, 500)
    cells = [cells_of(session, each) for each in actions(session)]
    fresh = lambda: Session(session.id, session.script, session.state)  # noqa: E731 - nothing known

    def plain_list() -> bytes:
        file = io.BytesIO()
        book = xlsxwriter.Workbook(file, {"in_memory": True})
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd-mm-yyyy", "text_wrap": True})
        look = book.add_format({"text_wrap": True})
        last = len(ActionColumn) - 1
        columns = [{"header": column.label} for column in ActionColumn]
        sheet.add_table(0, 0, len(cells), last, {"name": "Actielijst", "columns": columns})
        choices = {"validate": "list", "source": [status.label for status in ActionStatus]}
        sheet.data_validation(1, last, len(cells), last, choices)
        for row, found in enumerate(cells, start=1):
            for number, column in enumerate(ActionColumn):
                value = found.get(column)
                if isinstance(value, dt.date):
                    sheet.write_datetime(row, number, dt.datetime(*value.timetuple()[:3]), day)
                elif value in (None, ""):
                    sheet.write_blank(row, number, None, look)
                else:
                    sheet.write_string(row, number, str(value), look)
        book.close()
        return file.getvalue()

    taken = side_by_side(TIMES, lambda: write_action_list(fresh()), plain_list)
    yield Row("Excel of 500 actions", taken[0], "ms", taken[1], MOST_TIMES_BARE)
    events = calendar_events(session)

    def plain_calendar() -> bytes:
        calendar = Calendar()
        for found in events:
            event = Event()
            event.add("uid", found.uid)
            event.add("summary", found.summary)
            event.add("description", found.description)
            event.add("dtstart", found.day)
            event.add("dtend", found.day + dt.timedelta(days=1))
            event.add("dtstamp", dt.datetime(2027, 3, 11, tzinfo=dt.UTC))
            event.add("sequence", found.sequence)
            calendar.add_component(event)
        return calendar.to_ical()

    taken = side_by_side(TIMES, lambda: write_calendar(fresh()), plain_calendar)
    yield Row("calendar of 500 actions", taken[0], "ms", taken[1], MOST_TIMES_BARE)
    sessions.store.close()


def _many_sessions(folder: Path) -> Iterator[Row]:
    """Opening one session when the database holds few others, and when it holds many."""
    found = {}
    for count in (FEW, MANY):
        own = folder / f"{count}"
        own.mkdir()
        sessions = new_sessions(own)
        session_id = session_with(sessions, 200).id
        for number in range(count - 1):
            sessions.start(f"Regio {number}", "2027-03-11")
        found[count] = (sessions, session_id)

    def opening(count: int) -> None:
        sessions, session_id = found[count]
        Sessions(sessions.store, sessions.content).load(session_id)

    taken = side_by_side(31, lambda: opening(MANY), lambda: opening(FEW), warm_up=3)
    what = f"opening a session among {MANY:,} (bare: among {FEW})"
    yield Row(what, taken[0], "ms", taken[1], MOST_TIMES_FEW)
    for sessions, _ in found.values():
        sessions.store.close()
