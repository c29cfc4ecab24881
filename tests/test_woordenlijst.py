"""docs/woordenlijst.md and the code say the same: one Dutch term, one identifier, both ways."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.readers import ROOT

LIST = ROOT / "docs" / "woordenlijst.md"
ROW = re.compile(r"^\| (?P<dutch>[^|`]+) \| `(?P<name>[\w.]+)` \| `(?P<file>[\w/.]+)` \|.*\|$")
COMPLETE = ("guide/models.py", "guide/entries", "guide/content_models")


@dataclass(frozen=True, slots=True)
class Term:
    """One row of the table."""

    dutch: str
    name: str
    file: str


def terms() -> list[Term]:
    rows = map(ROW.match, LIST.read_text(encoding="utf-8").splitlines())
    return [Term(row["dutch"].strip(), row["name"], row["file"]) for row in rows if row]


def defined(source: str) -> Iterator[str]:
    """Names of the classes in a module, and of their fields and members as Class.name."""
    for node in ast.parse(source).body:
        if not isinstance(node, ast.ClassDef):
            continue
        yield node.name
        for part in node.body:
            if isinstance(part, ast.Assign):
                yield from (f"{node.name}.{each.id}" for each in named(part))
            elif isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name):
                yield f"{node.name}.{part.target.id}"


def named(assignment: ast.Assign) -> list[ast.Name]:
    return [target for target in assignment.targets if isinstance(target, ast.Name)]


def names_in(place: str) -> set[str]:
    """Names in a module, or in all modules of a package."""
    path = ROOT / place
    modules = sorted(path.glob("*.py")) if path.is_dir() else [path]
    return {name for module in modules for name in defined(module.read_text(encoding="utf-8"))}


def test_every_row_of_the_table_is_read() -> None:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ") and not line.startswith("| Neder")]
    assert len(terms()) == len(rows)


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.dutch)
def test_the_name_exists_where_the_table_says(term: Term) -> None:
    assert term.name in names_in(term.file)


def test_no_term_and_no_name_stands_there_twice() -> None:
    for field in ("dutch", "name"):
        counted = Counter(getattr(term, field) for term in terms())
        assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("file", COMPLETE)
def test_no_class_lacks_a_dutch_term(file: str) -> None:
    classes = {name for name in names_in(file) if "." not in name}
    listed = {term.name for term in terms() if term.file == file}
    assert classes - listed == set()


def test_the_names_are_found_in_a_module() -> None:
    source = "class A(B):\n    X = 'x', 'label'\n    y: int = 1\n    def z(self): ...\nw = 1"
    assert set(defined(source)) == {"A", "A.X", "A.y"}
