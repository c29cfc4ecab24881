"""Which part may know which: read from the syntax tree of every file, never from running it.

Each check is a function of (path, source) that gives problems. Below every check stands a small
made-up file that breaks it, so a check that stops working is noticed too.
"""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import PurePosixPath

import pytest

from tests.readers import ROOT

Check = Callable[[str, str], Iterator[str]]

MOST_LINES = 400
FOLDERS = ("guide", "pages", "tests", "bench")
IMPURE = (
    "guide/__main__.py",
    "guide/content.py",
    "guide/example.py",
    "guide/export/*",
    "guide/migrations/*",
    "guide/own_copy.py",
    "guide/room.py",
    "guide/room_doors.py",
    "guide/room_entries.py",
    "guide/room_pages/*",
    "guide/session_list.py",
    "guide/sessions*.py",
    "guide/shared.py",
    "guide/store*.py",
    "guide/web/*",
)


def sources() -> dict[str, str]:
    """Every Python file of the project: path from the root -> text."""
    files = [ROOT / "app.py", *(file for name in FOLDERS for file in (ROOT / name).rglob("*.py"))]
    return {file.relative_to(ROOT).as_posix(): file.read_text(encoding="utf-8") for file in files}


def imported(path: str, source: str) -> Iterator[str]:
    """The full name of everything a file imports, also within a function."""
    package = PurePosixPath(path).parent.parts
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join((*start, *filter(None, [node.module])))
            yield from (f"{module}.{alias.name}" for alias in node.names)


def is_within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


@dataclass(frozen=True)
class ImportRule:
    """These files may not import these modules; the exceptions may."""

    reason: str
    files: tuple[str, ...]
    modules: tuple[str, ...]
    exceptions: tuple[str, ...] = ()

    def __call__(self, path: str, source: str) -> Iterator[str]:
        covered = any(fnmatch(path, pattern) for pattern in self.files)
        if not covered or any(fnmatch(path, pattern) for pattern in self.exceptions):
            return
        for name in imported(path, source):
            # Whoever imports a module whole reaches everything in it.
            if any(is_within(name, other) or is_within(other, name) for other in self.modules):
                yield f"{path} imports {name}: {self.reason}"


CODE = ("app.py", "guide/*", "pages/*")

knows_no_screen = ImportRule("guide/ runs without a screen", ("guide/*",), ("streamlit", "pages"))
one_reader_of_yaml = ImportRule(
    "only guide/content.py reads content/", CODE, ("yaml",), ("guide/content.py",)
)
one_place_for_sql = ImportRule(
    "SQL stands in guide/store*.py and the migrations",
    CODE,
    ("sqlalchemy", "alembic", "sqlite3"),
    ("guide/store*.py", "guide/migrations/*"),
)
one_place_for_word = ImportRule(
    "Word stands in guide/export/docx*.py", CODE, ("docx",), ("guide/export/docx*.py",)
)
one_place_for_http = ImportRule(
    "HTTP stands in guide/web/ and guide/room_pages/",
    CODE,
    ("starlette", "jinja2"),
    ("app.py", "guide/web/*", "guide/room_pages/*"),
)
pure_modules_store_nothing = ImportRule(
    "pure modules are given what they need",
    ("guide/*",),
    ("guide.store", "guide.sessions", "guide.content.load_content", "guide.export", "guide.web"),
    IMPURE,
)
pages_store_nothing = ImportRule(
    "pages use the verbs in guide/sessions.py", ("pages/*",), ("guide.store", "guide.migrations")
)


def pages_do_not_know_one_another(path: str, source: str) -> Iterator[str]:
    """A page may use pages/widgets/, not another page; a widget knows no page at all."""
    if not fnmatch(path, "pages/*") or path == "pages/_navigation.py":
        return
    page_names = {file.stem for file in (ROOT / "pages").glob("*.py")} | {"_navigation"}
    for name in imported(path, source):
        parts = name.removeprefix("pages.").split(".")
        is_page = name.startswith("pages.") and parts[0] != "widgets"
        if is_page or parts[0] in page_names:
            yield f"{path} imports the page {name}"


def says_what_it_is(path: str, source: str) -> Iterator[str]:
    """A module opens with a sentence; an empty one needs none."""
    if source.strip() and ast.get_docstring(ast.parse(source)) is None:
        yield f"{path} does not say what it is for"


def is_not_too_long(path: str, source: str) -> Iterator[str]:
    """A file that cannot be read in one go is two files."""
    lines = len(source.splitlines())
    if lines > MOST_LINES:
        yield f"{path} has {lines} lines, at most {MOST_LINES}"


def has_a_telling_name(path: str, source: str) -> Iterator[str]:
    """A name that fits everything gathers everything."""
    words = {word for part in PurePosixPath(path).with_suffix("").parts for word in part.split("_")}
    if vague := words & {"util", "utils", "helper", "helpers", "manager", "managers", "misc"}:
        yield f"{path} has a name that says nothing: {', '.join(vague)}"


def shows_no_html(path: str, source: str) -> Iterator[str]:
    """What people typed is never shown as HTML."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.keyword) and node.arg == "unsafe_allow_html":
            yield f"{path}:{node.value.lineno} allows HTML"


@cache
def required() -> set[str]:
    """The packages that requirements.txt names."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pinned = [re.match(r"([\w.-]+)==[\w.]+", line) for line in lines]
    return {canonical(match[1]) for match in pinned if match}


def canonical(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


@cache
def owners_of(module: str) -> frozenset[str]:
    """The installed packages that a top-level module comes from."""
    return frozenset(map(canonical, installed().get(module, ())))


@cache
def installed() -> Mapping[str, list[str]]:
    return importlib.metadata.packages_distributions()


def imports_only_what_is_required(path: str, source: str) -> Iterator[str]:
    """Whoever imports a package directly also pins it directly."""
    for name in imported(path, source):
        top = name.split(".")[0]
        owners = owners_of(top)
        if top not in sys.stdlib_module_names and owners and not owners & required():
            yield f"{path} imports {top}, which requirements.txt does not name"


# Each check with a file that breaks it and one that does not.
CHECKS: tuple[tuple[Check, tuple[str, str], tuple[str, str]], ...] = (
    (
        knows_no_screen,
        ("guide/agenda.py", '"""A."""\ndef f():\n    import streamlit as st'),
        ("pages/start.py", "import streamlit as st"),
    ),
    (
        one_reader_of_yaml,
        ("guide/agenda.py", "from yaml import safe_load"),
        ("guide/content.py", "import yaml"),
    ),
    (
        one_place_for_sql,
        ("guide/sessions.py", "import sqlalchemy.orm as orm"),
        ("guide/migrations/versions/0001_first.py", "from alembic import op"),
    ),
    (
        one_place_for_word,
        ("guide/minutes.py", "from docx import Document"),
        ("guide/export/docx_tables.py", "from docx.oxml.ns import qn"),
    ),
    (
        one_place_for_http,
        ("guide/sessions.py", "from starlette.responses import Response"),
        ("guide/web/dutch_page.py", "from starlette.responses import Response"),
    ),
    (
        pure_modules_store_nothing,
        ("guide/agenda.py", "from . import store"),
        ("guide/sessions.py", "from guide.store import Store"),
    ),
    (
        pure_modules_store_nothing,
        ("guide/agenda.py", "from guide.content import load_content"),
        ("guide/agenda.py", "from guide.content import norms_of"),
    ),
    (
        pure_modules_store_nothing,
        ("guide/agenda.py", "import guide.content"),
        ("guide/agenda.py", "from guide.content_models import Content"),
    ),
    (
        pages_store_nothing,
        ("pages/widgets/card.py", "from guide import store"),
        ("pages/start.py", "from guide import sessions"),
    ),
    (
        pages_do_not_know_one_another,
        ("pages/start.py", "from pages.minutes import show"),
        ("pages/start.py", "from pages.widgets.card import show"),
    ),
    (
        pages_do_not_know_one_another,
        ("pages/widgets/card.py", "import _navigation"),
        ("pages/_navigation.py", "from pages import start"),
    ),
    (says_what_it_is, ("guide/a.py", "x = 1"), ("guide/__init__.py", "")),
    (
        is_not_too_long,
        ("guide/a.py", "x = 1\n" * (MOST_LINES + 1)),
        ("guide/a.py", "x = 1\n" * MOST_LINES),
    ),
    (has_a_telling_name, ("guide/date_utils.py", ""), ("guide/dates.py", "")),
    (
        shows_no_html,
        ("pages/start.py", "import streamlit as st\nst.markdown('x', unsafe_allow_html=True)"),
        ("pages/start.py", "import streamlit as st\nst.text('unsafe_allow_html=True')"),
    ),
    (
        imports_only_what_is_required,
        ("guide/a.py", "import numpy"),
        ("guide/a.py", "import json, pydantic, guide.store"),
    ),
)


def name_of(check: object) -> str:
    return check.reason if isinstance(check, ImportRule) else str(getattr(check, "__name__", check))


@pytest.mark.parametrize("check", {check: None for check, _, _ in CHECKS}, ids=name_of)
def test_the_project_keeps_to(check: Check) -> None:
    found = [problem for path, source in sources().items() for problem in check(path, source)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("check", "wrong", "right"), CHECKS, ids=[name_of(check) for check, _, _ in CHECKS]
)
def test_the_check_itself_notices(
    check: Check, wrong: tuple[str, str], right: tuple[str, str]
) -> None:
    assert list(check(*wrong))
    assert not list(check(*right))


def test_every_requirement_is_pinned_and_no_registry_is_named() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    named = [line for line in lines if line.strip() and not line.startswith("#")]
    assert all(re.match(r"[\w.-]+==[\w.]+(\s+#.*)?$", line) for line in named)


def test_the_files_of_the_project_were_found() -> None:
    assert {"app.py", "guide/models.py", "tests/test_boundaries.py"} <= set(sources())
