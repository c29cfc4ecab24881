"""Reading an uploaded copy of a report: every kind of file gives its text or a clear message."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress

import pytest

from guide import own_copy, own_copy_pdf
from guide.content_models import Framework
from guide.errors import OwnCopyError
from guide.official_text import find_official_texts
from guide.own_copy import text_of
from tests.made_files import pdf, scan, with_password, word
from tests.tiny_report import Look, official, report, with_dashes, with_letters

TEXT = "1) Eén speeltuin per buurt, vóór de zomer: “klaar”.\n"
FRAMEWORKS = pytest.mark.parametrize("framework", [with_letters(), with_dashes()], ids=["a", "b"])


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_plain_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert text_of("rapport.txt", TEXT.encode(encoding)) == TEXT


def test_a_file_is_known_by_its_content_not_by_its_name() -> None:
    assert "klaar" in text_of("rapport.txt", pdf([TEXT]))
    assert text_of("rapport.pdf", TEXT.encode()) == TEXT


@FRAMEWORKS
def test_a_pdf_gives_its_pages_and_all_norms(framework: Framework) -> None:
    pages = report(framework, Look(page_lines=12, header="Speeltuinen", footer="{}")).split("\f")
    text = text_of("rapport.pdf", pdf(pages))
    assert text.count("\f") == len(pages) - 1
    assert find_official_texts(text, framework).texts == official(framework)


@FRAMEWORKS
@pytest.mark.parametrize("table", [False, True])
def test_a_word_file_gives_lists_and_tables_and_all_norms(
    framework: Framework, table: bool
) -> None:
    text = text_of("rapport.docx", word(framework, table=table))
    assert find_official_texts(text, framework).texts == official(framework)


def test_a_pdf_that_only_its_owner_may_change_can_be_read() -> None:
    assert "klaar" in text_of("rapport.pdf", with_password(pdf([TEXT]), to_open=""))


def zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (100 * 1024 * 1024))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("rapport.txt", b"", "geen tekst"),
        ("rapport.txt", b" \n\t", "geen tekst"),
        ("rapport.txt", random.Random(1).randbytes(5000), "geen tekstbestand"),
        ("foto.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 30, "geen tekstbestand"),
        ("rapport.docx", b"geen zip", "geen Word-bestand"),
        ("rapport.docx", b"PK\x03\x04" + b"x" * 100, "beschadigd"),
        ("rapport.docx", zip_bomb(), "veel te groot"),
        ("rapport.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "voor 2007"),
        ("rapport.rtf", b"{\\rtf1 hallo}", "RTF"),
        ("rapport.pdf", scan(), "plaatjes"),
        ("rapport.pdf", with_password(pdf([TEXT]), to_open="open"), "beveiligd"),
        ("rapport.pdf", b"%PDF-1.7\n" + b"\0\xff" * 500, "beschadigd"),
        ("rapport.pdf", pdf([TEXT])[:300], "beschadigd"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_why_and_what_to_do(name: str, data: bytes, said: str) -> None:
    with pytest.raises(OwnCopyError, match=said) as caught:
        text_of(name, data)
    assert caught.value.next_step
    assert "sjabloon" not in str(caught.value), "this is no template for the minutes"


def test_a_file_that_is_too_big_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_copy, "MAX_BYTES", 10)
    with pytest.raises(OwnCopyError, match="20 MB"):
        text_of("rapport.txt", b"x" * 11)


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_copy, "MAX_CHARACTERS", 10)
    with pytest.raises(OwnCopyError, match="te veel tekst"):
        text_of("rapport.txt", b"x" * 11)


def test_a_pdf_with_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_copy_pdf, "MAX_PAGES", 1)
    with pytest.raises(OwnCopyError, match="meer dan 1 pagina"):
        text_of("rapport.pdf", pdf([TEXT, TEXT]))


def test_a_pdf_that_takes_too_long_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_copy_pdf, "MAX_SECONDS", -1.0)
    with pytest.raises(OwnCopyError, match="te lang"):
        text_of("rapport.pdf", pdf([TEXT]))


def test_damage_anywhere_never_ends_in_another_error() -> None:
    chance = random.Random(7)
    for whole in (pdf([TEXT, TEXT]), word(with_letters())):
        for _ in range(40):
            data = bytearray(whole)
            for _ in range(8):
                data[chance.randrange(len(data))] = chance.randrange(256)
            with suppress(OwnCopyError):
                text_of("rapport", bytes(data))
