"""What is kept beside what was said: the house style of a session, and official texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from guide.content_models import Framework
from guide.session import Session
from guide.store_files import FileRows, OfficialRows

if TYPE_CHECKING:
    from guide.official_text import FoundTexts


class SessionFiles:
    """The files of sessions, at most one per purpose; every change is durable when it returns."""

    def __init__(self, rows: FileRows) -> None:
        self._rows = rows

    def keep(self, session: Session, purpose: str, name: str, data: bytes) -> None:
        """Keep a file with the session, in place of an earlier one for the same purpose."""
        self._rows.save(session.id, purpose, name, data)

    def of(self, session: Session, purpose: str) -> tuple[str, bytes] | None:
        """(name, content) of a file kept with the session."""
        return self._rows.load(session.id, purpose)

    def drop(self, session: Session, purpose: str) -> None:
        """Remove a file kept with the session."""
        self._rows.drop(session.id, purpose)


class OfficialTexts:
    """The official texts that were taken in: in every session, on this database only."""

    def __init__(self, rows: OfficialRows) -> None:
        self._rows = rows

    def keep(self, found: FoundTexts, framework: Framework) -> None:
        """Show these official texts from now on; raises InputError when there are none."""
        from guide.official_text import require_norms  # rarely needed: it costs start-up time

        require_norms(found, framework)
        self._rows.save(framework.id, found.texts)

    def all(self) -> Mapping[str, str]:
        """Norm or element id -> official text, of everything that was kept."""
        return self._rows.texts()

    def drop(self, framework: Framework) -> None:
        """Remove the official texts of a framework; our own words are shown again."""
        self._rows.save(framework.id, {})
