"""The errors people may see: what happened and what to do next, in Dutch."""

from __future__ import annotations


class GuideError(Exception):
    """An expected failure; `message` says what happened, `next_step` what to do."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(f"{message} {next_step}".strip())
        self.message = message
        self.next_step = next_step


class ContentError(GuideError):
    """A content file does not hold: names the file, the place in it and what was expected."""


class InputError(GuideError):
    """Something typed or chosen cannot be recorded as it is."""


class NotFoundError(GuideError):
    """A session, norm or record that does not exist (any more)."""


class StorageError(GuideError):
    """The database cannot be read or written."""


class TemplateError(GuideError):
    """An uploaded Word file cannot serve as house style."""


class SessionFileError(GuideError):
    """A session file is damaged, foreign or too new."""


class OwnCopyError(GuideError):
    """An uploaded copy of a report cannot be read, or holds no norms."""


class ActionListError(GuideError):
    """An uploaded Excel file cannot be read, or holds no action list."""
