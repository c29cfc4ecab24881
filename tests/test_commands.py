"""`python -m guide` as people run it: a process of its own, with files and an exit status."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from guide.content_models import Content
from guide.export.session_file import read_session_file
from guide.readable import content_page
from guide.sessions import open_sessions
from guide.set_up import details
from tests.readers import ROOT

COMMANDS = ("minutes", "files", "example", "check", "content", "schema", "backup", "restore")


def run(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """One command, started in another folder than that of the project."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "guide", *map(str, arguments)],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("example") / "voorbeeld.json"
    done = run("example", file, folder=file.parent)
    assert done.returncode == 0, done.stderr
    assert str(file) in done.stdout
    return file


def words(file: Path) -> str:
    document = Document(io.BytesIO(file.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_example_is_a_session_file_and_leaves_nothing_else_behind(example: Path) -> None:
    entries = read_session_file(example.read_bytes()).entries
    assert len(entries) > 60
    assert list(example.parent.iterdir()) == [example]


def test_a_session_file_becomes_the_same_minutes_every_time(example: Path, tmp_path: Path) -> None:
    made = [tmp_path / name for name in ("een.docx", "twee.docx")]
    for file in made:
        assert run("minutes", example, file, folder=tmp_path).returncode == 0
    assert "Verslag regiosessie Voorbeeldregio" in words(made[0])
    assert made[0].read_bytes() == made[1].read_bytes()


def test_a_house_style_is_used_when_it_is_given(example: Path, tmp_path: Path) -> None:
    template, out = tmp_path / "huisstijl.docx", tmp_path / "verslag.docx"
    document = Document()
    document.add_paragraph("Brief van de gemeente Voorbeeldstad")
    document.add_paragraph("{{verslag}}")
    document.save(str(template))
    done = run("minutes", example, out, "--template", template, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "Brief van de gemeente Voorbeeldstad" in words(out)


def test_everything_else_that_leaves_the_app_comes_out_at_once(
    example: Path, tmp_path: Path
) -> None:
    done = run("files", example, tmp_path / "uit", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    made = sorted(file.name.removeprefix("2027-03-11-") for file in (tmp_path / "uit").iterdir())
    assert made == [
        "actielijst-voorbeeldregio.xlsx",
        "agenda-voorbeeldregio.ics",
        "draaiboek-voorbeeldregio.docx",
        "groeipad-voorbeeldregio.docx",
        "groeipad-voorbeeldregio.png",
        "groeipad-voorbeeldregio.svg",
        "invulformulieren-voorbeeldregio.docx",
    ]
    assert "Met de kinderraad" in words(
        tmp_path / "uit" / "2027-03-11-groeipad-voorbeeldregio.docx"
    )


def test_all_sessions_are_copied_and_put_back(tmp_path: Path) -> None:
    home, copy = tmp_path / "thuis", tmp_path / "kopie.db"
    home.mkdir()
    nothing = run("backup", copy, folder=home)
    assert (nothing.returncode, "nog geen gegevens" in nothing.stderr) == (1, True)

    sessions = open_sessions(home=home)
    session_id = sessions.start("Regio Noord", "2027-03-12")
    done = run("backup", copy, folder=home)
    assert (done.returncode, "1 sessie" in done.stdout) == (0, True), done.stderr
    sessions.delete(session_id)
    done = run("restore", copy, folder=home)
    assert (done.returncode, "Teruggezet: 1 sessie." in done.stdout) == (0, True), done.stderr
    assert "bewaard in" in done.stdout
    assert details(sessions.load(session_id)).region == "Regio Noord"
    sessions.store.close()


def test_names_are_in_the_minutes_only_when_asked_for(example: Path, tmp_path: Path) -> None:
    named = tmp_path / "namen.json"
    text = example.read_text(encoding="utf-8")
    named.write_text(text.replace('"name": ""', '"name": "Naam-X"'), encoding="utf-8")
    for options, there in (([], False), (["--names"], True)):
        out = tmp_path / "verslag.docx"
        assert run("minutes", named, out, *options, folder=tmp_path).returncode == 0
        assert ("Naam-X" in words(out)) is there


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("geen json", "geen geldige JSON"),
        ("{}", "geen sessie van de gespreksleidraad"),
        (None, "kan niet worden gelezen of geschreven"),
    ],
)
def test_a_wrong_file_is_explained_in_dutch_and_ends_in_an_error(
    tmp_path: Path, content: str | None, message: str
) -> None:
    wrong, out = tmp_path / "fout.json", tmp_path / "verslag.docx"
    if content is not None:
        wrong.write_text(content, encoding="utf-8")
    done = run("minutes", wrong, out, folder=tmp_path)
    assert done.returncode == 1
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_the_content_is_checked_and_counted(tmp_path: Path) -> None:
    done = run("check", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("De inhoud klopt: 2 normenkaders met 37 normen")


def test_content_that_does_not_hold_is_explained(tmp_path: Path) -> None:
    done = run("check", "--folder", tmp_path, folder=tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert "yaml" in done.stderr


def test_the_content_can_be_read_on_one_page(tmp_path: Path) -> None:
    done = run("content", folder=tmp_path)
    assert done.returncode == 0
    assert "7. Verdiepingsgesprek" in done.stdout
    assert "Norm 3.4: " in done.stdout


def test_without_a_command_it_says_which_there_are(tmp_path: Path) -> None:
    done = run(folder=tmp_path)
    assert done.returncode == 2
    told = run("-h", folder=tmp_path).stdout
    assert all(name in told for name in COMMANDS)


# The page to read


def test_the_page_holds_every_question_script_norm_and_element(content: Content) -> None:
    page = " ".join(content_page(content).split())
    for agenda in content.agendas:
        for step in (step for item in agenda.items for step in item.steps):
            assert f"{step.title}: {step.question}" in page
            assert all(line in page for line in (step.subline, *step.script))
    for theme in (theme for framework in content.frameworks for theme in framework.themes):
        assert theme.goal in page
        assert theme.child_voice in page
        for norm in theme.norms:
            assert f"Norm {norm.number}: {norm.title} {norm.explanation}" in page
            assert all(f"{e.label}. {e.text}" in page for e in norm.elements)


def test_no_line_of_the_page_is_wider_than_a_screen(real_content: Content) -> None:
    assert max(map(len, content_page(real_content).splitlines())) <= 96
