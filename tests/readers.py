"""The programs outside Python that some tests read our output with, and what to do without them.

On a developer's machine such a test is skipped with the reason; with CI=true it is not skipped, so
a machine that should have everything cannot quietly test less.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Program:
    """How a program is found, and how to get it."""

    label: str
    candidates: tuple[str, ...]
    how_to_get: str


PROGRAMS = {
    "chromium": Program(
        "Chromium",
        (
            "chromium",
            "chromium-browser",
            "google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:/Program Files/Google/Chrome/Application/chrome.exe",
        ),
        "Debian: apt install chromium",
    ),
    "soffice": Program(
        "LibreOffice",
        (
            "soffice",
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            "C:/Program Files/LibreOffice/program/soffice.exe",
        ),
        "Debian: apt install libreoffice-writer libreoffice-calc",
    ),
    "pdftotext": Program("pdftotext", ("pdftotext",), "Debian: apt install poppler-utils"),
    "npm": Program(
        "de npm-pakketten in node_modules",
        (str(ROOT / "node_modules" / "axe-core" / "axe.min.js"),),
        "installeer Node.js met npm, en doe weer `make test`",
    ),
}


def path_of(program: str) -> str | None:
    """Where a program stands; None when this machine has none."""
    for candidate in PROGRAMS[program].candidates:
        if Path(candidate).is_file():
            return candidate
        if found := shutil.which(candidate):
            return found
    return None


def needs(program: str) -> pytest.MarkDecorator:
    """Skip a test where a program lacks, unless CI=true: then the test runs, and fails."""
    wanted = PROGRAMS[program]
    absent = path_of(program) is None and os.environ.get("CI") != "true"
    return pytest.mark.skipif(
        absent, reason=f"{wanted.label} ontbreekt op deze machine ({wanted.how_to_get})"
    )


def missing() -> list[str]:
    """One Dutch line for each program that lacks: what is left out, and how to get it."""
    return [
        f"Zonder {program.label} vallen tests weg. Zo krijgt u het: {program.how_to_get}"
        for name, program in PROGRAMS.items()
        if path_of(name) is None
    ]


if __name__ == "__main__":
    lines = missing()
    print("\n".join(lines) or "Alle programma's voor de tests zijn er.")
    raise SystemExit(bool(lines) and os.environ.get("CI") == "true")
