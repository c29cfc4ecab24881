"""Opdrachten zonder scherm: de inhoud controleren en lezen, een verslag of voorbeeld maken."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from guide.content import CONTENT_FOLDER, load_content
from guide.content_models import (
    Agenda,
    Content,
    Document,
    ExampleSession,
    FollowUp,
    Framework,
    LibraryItem,
    Perspective,
    Wording,
)
from guide.empty_forms import make_empty_forms
from guide.errors import GuideError
from guide.example import start_example
from guide.export.session_file import SessionFile, read_session_file, write_session_file
from guide.file_names import file_name
from guide.fold import fold
from guide.follow_ups import check_conditions
from guide.minutes import MinutesOptions, make_minutes
from guide.minutes.words import counted
from guide.one_page import make_one_page
from guide.readable import content_page
from guide.run_book import make_run_book
from guide.session import Session
from guide.sessions import database_address, open_sessions
from guide.store_backup import back_up, put_back
from guide.store_connections import database_url

SCHEMAS_FOR_OTHERS = Path(__file__).resolve().parent.parent / "docs" / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
# A file holds one thing, or a list under the key `items`.
ONE: dict[str, Any] = {
    "agenda": Agenda,
    "example": ExampleSession,
    "framework": Framework,
    "wording": Wording,
}
LISTS: dict[str, Any] = {
    "documents": Document,
    "follow_ups": FollowUp,
    "library": LibraryItem,
    "perspectives": Perspective,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 1 when something does not hold, and says so in Dutch."""
    chosen = _parser().parse_args(arguments)
    try:
        done = chosen.run(chosen)
    except GuideError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename} kan niet worden gelezen of geschreven.", file=sys.stderr)
        return 1
    print(done)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m guide", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    for name, help_text, run in (
        ("check", "controleer de bestanden in content/", lambda a: check(a.folder)),
        ("content", "lees de agenda en de normenkaders op één pagina", lambda a: page(a.folder)),
        ("schema", "schrijf de JSON-schema's van de bestanden", lambda a: schemas(a.folder)),
    ):
        command = commands.add_parser(name, help=help_text)
        command.add_argument("--folder", type=Path, default=CONTENT_FOLDER)
        command.set_defaults(run=run)
    command = commands.add_parser("minutes", help="maak het verslag bij een sessiebestand")
    command.add_argument("session", type=Path, metavar="SESSIE.json")
    command.add_argument("out", type=Path, metavar="VERSLAG.docx")
    command.add_argument("--template", type=Path, help="Word-bestand met de huisstijl")
    command.add_argument("--names", action="store_true", help="met namen van deelnemers")
    command.set_defaults(run=minutes)
    command = commands.add_parser("files", help="maak alle bestanden bij een sessiebestand")
    command.add_argument("session", type=Path, metavar="SESSIE.json")
    command.add_argument("folder", type=Path, metavar="MAP")
    command.set_defaults(run=lambda a: files(a.session, a.folder))
    command = commands.add_parser("example", help="schrijf de voorbeeldsessie naar een bestand")
    command.add_argument("out", type=Path, metavar="SESSIE.json")
    command.set_defaults(run=lambda a: example(a.out))
    command = commands.add_parser("backup", help="maak een reservekopie van alle sessies")
    command.add_argument("out", type=Path, metavar="KOPIE.db")
    command.set_defaults(run=lambda a: backup(a.out))
    command = commands.add_parser("restore", help="zet een reservekopie terug")
    command.add_argument("copy", type=Path, metavar="KOPIE.db")
    command.set_defaults(run=lambda a: restore(a.copy))
    return parser


def minutes(chosen: argparse.Namespace) -> str:
    """Write the minutes of a session file as a Word file."""
    from guide.export.docx import write_minutes  # python-docx takes time to load

    session = _session_of(chosen.session)
    template = chosen.template.read_bytes() if chosen.template else None
    # Dated by the last entry, so that the same session file always gives the same Word file.
    made = make_minutes(session, MinutesOptions(names=chosen.names))
    chosen.out.write_bytes(write_minutes(made, template))
    return f"Geschreven: {chosen.out}"


def files(session_file: Path, folder: Path) -> str:
    """Write everything that leaves the app but the minutes: lists, calendar, picture, papers."""
    from guide.export.docx import write_minutes  # these take time to load
    from guide.export.ics import write_calendar
    from guide.export.roadmap_picture import draw_roadmap
    from guide.export.xlsx import write_action_list

    session = _session_of(session_file)
    papers = (make_one_page(session), make_run_book(session), make_empty_forms(session))
    made = {paper.file_name: write_minutes(paper) for paper in papers}
    made[file_name(session, "actielijst", "xlsx")] = write_action_list(session)
    made[file_name(session, "agenda", "ics")] = write_calendar(session)
    made[file_name(session, "groeipad", "png")] = draw_roadmap(session, "png")
    made[file_name(session, "groeipad", "svg")] = draw_roadmap(session, "svg")
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return "\n".join(f"Geschreven: {folder / name}" for name in made)


def _session_of(session_file: Path) -> Session:
    held = read_session_file(session_file.read_bytes())
    return Session(session_file.stem, held.script, fold(held.entries))


def example(out: Path) -> str:
    """Write the example session as a session file, by way of a database that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        sessions = open_sessions(home=Path(folder), url=database_url(Path(folder)))
        session_id = start_example(sessions)
        script, entries, files = sessions.everything(session_id)
        sessions.store.close()
    out.write_text(write_session_file(script, entries, files), encoding="utf-8")
    return f"Geschreven: {out} ({len(entries)} vastleggingen)"


def backup(out: Path) -> str:
    """Copy the whole database to a file; safe while the guide runs."""
    count = back_up(database_address(), out)
    return f"Geschreven: {out} ({counted(count, 'sessie', 'sessies')})"


def restore(copy: Path) -> str:
    """Put a copy back in place of everything; safe while the guide runs."""
    count, aside = put_back(database_address(), copy, moment=dt.datetime.now())
    kept = f" Wat er stond, is bewaard in {aside}." if aside else ""
    return f"Teruggezet: {counted(count, 'sessie', 'sessies')}.{kept}"


def page(folder: Path) -> str:
    """The content to read through, with what was found in it at the end."""
    found = check(folder)
    return f"{content_page(_content(folder))}\n{found}"


def check(folder: Path) -> str:
    """Load everything in a content folder, and say what was found."""
    content = _content(folder)
    check_conditions(content.follow_ups)
    norms = sum(len(theme.norms) for each in content.frameworks for theme in each.themes)
    return (
        f"De inhoud klopt: {len(content.frameworks)} normenkaders met {norms} normen, "
        f"{len(content.agendas)} agenda('s) en {len(content.library)} stukken naslag."
    )


def _content(folder: Path) -> Content:
    # What the guide would start with here: also a region's own content.
    own = Path.cwd() / "data" / "content"
    return load_content(*([own] if own.is_dir() else []), folder=folder)


def schemas(folder: Path) -> str:
    """Write the JSON Schema of every kind of content file, and of the session file.

    For editors that check while one types, and for programs that read a session file.
    """
    _write_schemas(folder / "schema", schema_of_each_kind())
    if folder == CONTENT_FOLDER:
        _write_schemas(SCHEMAS_FOR_OTHERS, {"session-file": schema_of_session_file()})
    return f"Geschreven: {len(ONE) + len(LISTS) + 1} schema's."


def _write_schemas(target: Path, found: dict[str, dict[str, Any]]) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for name, schema in found.items():
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        (target / f"{name}.schema.json").write_text(text + "\n", encoding="utf-8")


def schema_of_session_file() -> dict[str, Any]:
    """The JSON Schema of the session file, made from the models (docs/sessiebestand.md)."""
    return {"$schema": DIALECT, **SessionFile.model_json_schema()}


def schema_of_each_kind() -> dict[str, dict[str, Any]]:
    """Name of the kind of file -> its JSON Schema."""
    whole = {name: TypeAdapter(model).json_schema() for name, model in ONE.items()}
    found = whole | {name: _list_schema(model) for name, model in LISTS.items()}
    return {name: {"$schema": DIALECT, **schema} for name, schema in found.items()}


def _list_schema(model: Any) -> dict[str, Any]:
    items = TypeAdapter(tuple[model, ...]).json_schema()
    definitions = items.pop("$defs", {})
    return {
        "$defs": definitions,
        "type": "object",
        "properties": {"items": items},
        "required": ["items"],
        "additionalProperties": False,
    }


if __name__ == "__main__":
    sys.exit(main())
