"""The session file: one readable JSON file with which a session opens on another computer.

    {"format": "gespreksleidraad-sessie", "version": 2, "exported_at": "...",
     "script": {...}, "entries": [{"seq": 1, ...}, ...], "files": [...]}

`script` is the content the session is held with, `entries` is everything that was recorded, `files`
is what was kept with it, such as the house style. The id of the session is not in the file: whoever
knows it can open the session on its server. Reading checks the whole file before anything is used.
Raise VERSION when older programs cannot read it, and add a step to `_UPGRADES`. Described for
others in docs/sessiebestand.md.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Sequence
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from guide.entries import Entry, KeptFile
from guide.errors import GuideError, SessionFileError
from guide.follow_ups import check_conditions
from guide.rules import RECORD_FIELDS, check_alone
from guide.session import Script

FORMAT = "gespreksleidraad-sessie"
VERSION = 2
MOST_BYTES = 50 * 1024 * 1024


class SessionFile(BaseModel):
    """What stands in a session file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["gespreksleidraad-sessie"]
    version: Literal[2]
    exported_at: AwareDatetime
    script: Script
    entries: tuple[Entry, ...]
    files: tuple[KeptFile, ...] = ()


_OTHER_FILE = "Kies een bestand dat u met ‘Sessie bewaren’ hebt gemaakt."
_DAMAGED = "Het bestand is beschadigd of met de hand aangepast. Gebruik een ander exemplaar."
_WRONG_SCRIPT = "De inhoud waarmee de sessie is gehouden, klopt niet:"
_NEWER = "Gebruik die nieuwere versie om het bestand te openen."


def write_session_file(
    script_json: str,
    entries: Sequence[Entry],
    files: Sequence[KeptFile] = (),
    *,
    exported_at: dt.datetime | None = None,
) -> str:
    """The session as text; `script_json` is the content snapshot as the store keeps it."""
    moment = exported_at or dt.datetime.now(dt.UTC)
    held = {
        "format": FORMAT,
        "version": VERSION,
        "exported_at": moment.isoformat(timespec="seconds"),
        "script": json.loads(script_json),
        "entries": [entry.model_dump(mode="json") for entry in entries],
        "files": [file.model_dump(mode="json") for file in files],
    }
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def read_session_file(text: str | bytes) -> SessionFile:
    """What stands in the file; raises SessionFileError that says exactly what is wrong."""
    held = _object(_decoded(text))
    _check_head(held)
    for version in range(held["version"], VERSION):
        held = _UPGRADES[version](held)
    # Each part on its own, so that the error can name it; SessionFile would only repeat that.
    return SessionFile.model_construct(
        format=FORMAT,
        version=VERSION,
        exported_at=_moment(held.get("exported_at")),
        script=_script(held.get("script")),
        entries=_entries(held.get("entries")),
        files=_files(held.get("files")),
    )


def _with_files(held: dict[str, Any]) -> dict[str, Any]:
    """Version 1 kept no files."""
    return {**held, "version": 2, "files": []}


_UPGRADES: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _with_files}


def _decoded(text: str | bytes) -> str:
    size = len(text) if isinstance(text, bytes) else len(text.encode("utf-8", "surrogatepass"))
    if size > MOST_BYTES:
        raise SessionFileError("Het bestand is groter dan 50 MB.", _OTHER_FILE)
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SessionFileError("Het bestand is geen tekst (UTF-8).", _OTHER_FILE) from error


def _object(text: str) -> dict[str, Any]:
    try:
        held = json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        where = f"(regel {error.lineno}, teken {error.colno})"
        message = f"Het bestand is geen geldige JSON {where}."
        raise SessionFileError(message, _OTHER_FILE) from error
    except (ValueError, RecursionError) as error:
        raise SessionFileError("Het bestand is geen geldige JSON.", _OTHER_FILE) from error
    if not isinstance(held, dict):
        raise SessionFileError("Het bestand is geen sessie.", _OTHER_FILE)
    return held


def _no_number(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _check_head(held: dict[str, Any]) -> None:
    if held.get("format") != FORMAT:
        raise SessionFileError("Het bestand is geen sessie van de gespreksleidraad.", _OTHER_FILE)
    version = held.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise SessionFileError("Het versienummer van het bestand ontbreekt.", _DAMAGED)
    if version > VERSION:
        raise SessionFileError(
            f"Het bestand is gemaakt met een nieuwere versie van de gespreksleidraad ({version}).",
            _NEWER,
        )


def _moment(data: Any) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(data)
    except (TypeError, ValueError) as error:
        message = "Het moment waarop het bestand is gemaakt, klopt niet."
        raise SessionFileError(message, _DAMAGED) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


def _files(data: Any) -> tuple[KeptFile, ...]:
    if not isinstance(data, list):
        raise SessionFileError("De lijst met bestanden bij de sessie ontbreekt.", _DAMAGED)
    try:
        files = tuple(KeptFile.model_validate_json(json.dumps(each)) for each in data)
    except ValidationError as error:
        message = f"Een bestand bij de sessie klopt niet: {_first(error)}."
        raise SessionFileError(message, _DAMAGED) from error
    if len({file.purpose for file in files}) < len(files):
        raise SessionFileError("Een bestand bij de sessie staat er twee keer in.", _DAMAGED)
    return files


def _script(data: Any) -> Script:
    try:
        script = Script.model_validate(data)
        check_conditions(script.follow_ups)
    except ValidationError as error:
        raise SessionFileError(f"{_WRONG_SCRIPT} {_first(error)}.", _DAMAGED) from error
    except GuideError as error:
        raise SessionFileError(f"{_WRONG_SCRIPT} {error.message}", _NEWER) from error
    return script


def _entries(data: Any) -> tuple[Entry, ...]:
    if not isinstance(data, list):
        raise SessionFileError("De lijst met wat er is vastgelegd, ontbreekt.", _DAMAGED)
    keys: set[str] = set()
    entries = []
    for number, each in enumerate(data, start=1):
        entry = _entry(number, each)
        if entry.key in keys:
            raise _broken(number, "hij staat twee keer in het bestand")
        keys.add(entry.key)
        entries.append(entry)
    return tuple(entries)


def _entry(number: int, data: Any) -> Entry:
    try:
        entry = Entry.model_validate(data)
        check_alone(entry.body)
    except ValidationError as error:
        raise _broken(number, _first(error)) from error
    except GuideError as error:
        raise _broken(number, error.message.rstrip(".")) from error
    if entry.seq != number:
        raise _broken(number, f"het volgnummer is {entry.seq} in plaats van {number}")
    if any(earlier >= number for earlier in _refers_to(entry)):
        raise _broken(number, "hij verwijst naar iets wat later is vastgelegd")
    return entry


def _refers_to(entry: Entry) -> list[int]:
    """The earlier entries that this one changes, answers or is about."""
    found = [entry.replaces, entry.answers]
    found += [getattr(entry.body, field, None) for field in RECORD_FIELDS]
    return [seq for seq in found if isinstance(seq, int)]


def _broken(number: int, why: str) -> SessionFileError:
    return SessionFileError(f"Vastlegging {number} klopt niet: {why}.", _DAMAGED)


def _first(error: ValidationError) -> str:
    """Where the first mistake stands and what it is."""
    first = error.errors(include_url=False)[0]
    place = " > ".join(str(part) for part in first["loc"])
    said = _EXPECTED.get(first["type"], "de waarde past niet")
    return f"{said} (bij {place})" if place else said


_EXPECTED = {
    "missing": "er ontbreekt iets",
    "extra_forbidden": "er staat iets wat er niet hoort",
    "union_tag_invalid": "de soort is onbekend",
    "union_tag_not_found": "de soort ontbreekt",
    "timezone_aware": "de tijdzone ontbreekt",
}
