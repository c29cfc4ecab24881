"""The calendar file (.ics): whole days that a calendar adds, moves or calls off by their UID.

The same session gives the same bytes: it is dated by the last thing that was recorded.
"""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar, Event

from guide.calendar_events import CalendarEvent, calendar_events
from guide.plain_text import clean, one_line
from guide.session import Session
from guide.set_up import details

_MAKER = "-//gespreksleidraad//groeipad//NL"


def write_calendar(session: Session, owner: str | None = None) -> bytes:
    """The days of all actions, or of one trekker, with the next session."""
    moment = (session.state.at or dt.datetime.fromtimestamp(0, dt.UTC)).astimezone(dt.UTC)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = one_line(f"Groeipad {details(session).region} {owner or ''}")
    calendar.add("x-wr-calname", _plain(name))
    for event in calendar_events(session, owner):
        calendar.add_component(_vevent(event, moment.replace(microsecond=0)))
    return bytes(calendar.to_ical())


def _plain(text: str) -> str:
    """The text without what no file may hold, and without the one sign more that RFC 5545 bars."""
    return clean(text.replace("\x7f", ""))


def _vevent(event: CalendarEvent, moment: dt.datetime) -> Event:
    made = Event()
    made.add("uid", _plain(event.uid))
    made.add("dtstamp", moment)
    made.add("dtstart", event.day)
    if event.day < dt.date.max:
        made.add("dtend", event.day + dt.timedelta(days=1))
    made.add("sequence", event.sequence)
    made.add("summary", _plain(event.summary))
    made.add("description", _plain(event.description))
    made.add("status", "CANCELLED" if event.called_off else "CONFIRMED")
    # A deadline does not make anybody busy that day.
    made.add("transp", "TRANSPARENT")
    return made
