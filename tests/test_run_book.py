"""The draaiboek and the empty forms on paper: the agenda, norms and fields of the screen."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from guide.agenda import target_label, target_title
from guide.content_models import Content
from guide.empty_forms import make_empty_forms
from guide.entries import (
    Action,
    Detail,
    EarlierAction,
    ItemPlan,
    Note,
    OwnItem,
    OwnPerspective,
)
from guide.example import start_example
from guide.export.docx import write_minutes
from guide.judgements import chosen_norms
from guide.minutes.model import Minutes, Paragraph, Section, Table, WritingLines
from guide.models import ANSWERS, DetailField, Mandate, PictureOutcome
from guide.run_book import make_run_book
from guide.session import Session
from guide.sessions import Sessions
from guide.set_up import active_agenda, perspectives
from guide.store import Store
from tests.house_templates import house, pack, written
from tests.minutes_reader import everything, part, said_in, table_in, texts, told
from tests.readers import needs
from tests.test_docx_readers import convert, pages, sdk_errors
from tests.word_checks import W, WordFile, lost_texts, problems, text_of

HOSTILE = "$x^2$ \\frac{1}{2} <b>vet</b> **vet** {{titel}} \x00 😀"
MAKERS = (make_run_book, make_empty_forms)


@pytest.fixture
def example(shared_store: Store, real_content: Content) -> Session:
    sessions = Sessions(shared_store, real_content)
    return sessions.load(start_example(sessions))


def titles(paper: Minutes) -> list[str]:
    return [f"{section.number} {section.title}".strip() for section in paper.sections]


def labels(section: Section) -> list[str]:
    """What one can write down on a form."""
    return [block.label for block in section.blocks if isinstance(block, WritingLines)]


# The draaiboek


def test_the_items_have_the_numbers_of_the_agenda_and_the_time_they_begin(example: Session) -> None:
    book = make_run_book(example)
    assert "1 Welkom (13.30 uur, 5 minuten)" in titles(book)
    assert "7 Verdiepingsgesprek (14.30 uur, 90 minuten)" in titles(book)
    rows = table_in(part(book, "Tijdschema")).rows
    assert rows[0] == ("13.30 uur", "1. Welkom", "5")
    assert rows[-1] == ("16.30 uur", "Einde", "–")
    assert len(rows) == len(active_agenda(example)) + 1


def test_times_follow_the_plan_of_this_session() -> None:
    session = told(
        Detail(field=DetailField.START, value="23:30"),
        ItemPlan(item="opening", minutes=45, order=0, enabled=True),
        ItemPlan(item="beelden", minutes=90, order=1, enabled=False),
        OwnItem(title="Onze vraag", question="Wat willen wij weten?"),
    )
    book = make_run_book(session)
    numbered = [title for title in titles(book) if title[0].isdigit()]
    assert numbered == [
        "1 Opening (23.30 uur, 45 minuten)",
        "2 Onze vraag (0.15 uur, 10 minuten)",
        "3 Afspraken (0.25 uur, 60 minuten)",
    ]


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("16:15", "De agenda past precies in de bijeenkomst."),
        ("16:45", "Over voor uitloop of een pauze: 30 minuten."),
        ("16:14", "De agenda duurt 1 minuut langer dan de bijeenkomst."),
    ],
)
def test_it_says_whether_the_agenda_fits(end: str, said: str) -> None:
    session = told(
        Detail(field=DetailField.START, value="13:30"), Detail(field=DetailField.END, value=end)
    )
    assert said_in(part(make_run_book(session), "Tijdschema")) == [("", said)]


def test_every_step_has_its_question_what_to_say_and_room_to_write(example: Session) -> None:
    book = make_run_book(example)
    said = [*texts(book)]
    for item in active_agenda(example):
        for step in item.item.steps:
            section = next(s for s in book.sections if s.title == step.title and s.level == 2)
            assert step.question in said_in(section)[0][1]
            assert all(line in said for line in step.script)
            assert all(line.removeprefix("- ") in said for line in step.help.splitlines())
            assert labels(section)


def test_where_everyone_is_heard_each_perspective_has_its_own_lines(example: Session) -> None:
    heard = labels(part(make_run_book(example), "Waarderen"))
    assert heard == [each.label for each in perspectives(example)]


def test_only_the_chosen_norms_are_in_it(example: Session) -> None:
    for make in MAKERS:
        words = everything(make(example))
        for norm in example.script.norms.values():
            assert (norm.explanation in words) == (norm.id in chosen_norms(example))


def test_earlier_actions_that_are_still_open_stand_at_the_terugblik() -> None:
    earlier = EarlierAction(uid="vorige-A03", number="A03", action=Action(what="Bellen met school"))
    words = everything(make_run_book(told(earlier)))
    assert "Bellen met school" in words
    assert "Bellen met school" not in everything(make_run_book(told()))


def test_nothing_that_was_recorded_or_kept_private_is_in_the_papers(example: Session) -> None:
    note = Note(text="Alleen voor mij", private=True)
    said = Note(text="Wat de zaal zei")
    for make in MAKERS:
        words = everything(make(told(note, said)))
        assert "Alleen voor mij" not in words
        assert "Wat de zaal zei" not in words
        assert "Het woningtekort" not in everything(make(example))
        assert "zaal is wat stil" not in everything(make(example))


def test_the_privacy_line_is_on_both(example: Session) -> None:
    for make in MAKERS:
        assert example.script.agenda.privacy_line in everything(make(example))


# The forms


def test_each_chosen_norm_has_a_form_with_a_box_per_perspective_and_answer(
    example: Session,
) -> None:
    forms = make_empty_forms(example)
    for norm in chosen_norms(example):
        title = f"{target_label(example, norm)}: {target_title(example, norm)}"
        form = part(forms, title)
        assert form.new_page
        table = table_in(form)
        assert [column.title for column in table.columns[1:]] == [each.label for each in ANSWERS]
        assert all(set(row[1:]) == {"☐"} for row in table.rows)
        assert "Gemeente" in [row[0] for row in table.rows]
        outcomes = dict(said_in(form))["Hoe eindigt dit gesprek"]
        assert all(each.label.replace(" ", "\u00a0") in outcomes for each in PictureOutcome)


def test_vo_does_not_judge_mo_norms_on_paper_either(example: Session) -> None:
    (form,) = [s for s in make_empty_forms(example).sections if s.title.startswith("Norm 8 MO")]
    assert "Opvang VO" not in [row[0] for row in table_in(form).rows]


def test_the_question_who_is_to_act_stands_only_where_the_keten_is_concerned(
    example: Session,
) -> None:
    for norm in chosen_norms(example):
        start = f"{target_label(example, norm)}:"
        (form,) = [s for s in make_empty_forms(example).sections if s.title.startswith(start)]
        assert ("Wie is aan zet" in labels(form)) == example.script.is_chain(norm)


def test_the_child_is_asked_about_once_per_theme(example: Session) -> None:
    found = [t for t in titles(make_empty_forms(example)) if t.startswith("Stem van het kind")]
    themes = {example.script.theme_of[norm].id for norm in chosen_norms(example)}
    assert sorted(found) == sorted(
        f"Stem van het kind: {target_label(example, theme)}" for theme in themes
    )


def test_without_chosen_norms_there_is_one_blank_form() -> None:
    forms = make_empty_forms(told(OwnPerspective(label="Scholen")))
    form = part(forms, "Norm")
    assert labels(form)[0] == "Nummer en titel van de norm"
    assert "Scholen" in [row[0] for row in table_in(form).rows]
    assert part(forms, "Stem van het kind").new_page


def test_the_form_for_an_action_has_a_place_for_every_field(example: Session) -> None:
    form = part(make_empty_forms(example), "Actie")
    asked = " ".join([*labels(form), *(label for label, _ in said_in(form))]).lower()
    words = {
        "what": "gebeuren", "norms": "normen", "priority": "prioriteit", "where": "waar (",
        "owner": "trekker", "partners": "wie doet mee", "year": "jaar op het groeipad",
        "due": "wanneer klaar", "due_words": "wanneer klaar", "sign": "waaraan zien we het",
        "needs": "nodig", "mandate": "mandaat", "mandate_of": "voor te leggen aan",
        "lands_in": "overleg", "review": "wanneer kijken we terug",
    }  # fmt: skip
    # `earlier` is no field that people fill in; a new field must get its place on paper.
    assert {*Action.model_fields} - {"kind", "earlier"} == {*words}
    assert [field for field, word in words.items() if word not in asked] == []
    mandates = dict(said_in(form))["Mandaat"]
    assert all(each.label.replace(" ", "\u00a0") in mandates for each in Mandate)


# The Word files


@pytest.mark.parametrize("make", MAKERS)
def test_the_word_file_is_sound_and_loses_nothing(make, example: Session) -> None:
    own = told(OwnItem(title=HOSTILE, question=HOSTILE), OwnPerspective(label=HOSTILE))
    for session in (example, told(), own):
        paper = make(session)
        data = write_minutes(paper)
        assert problems(data) == []
        assert lost_texts(data, paper) == []
        assert write_minutes(make(session)) == data
        assert "Einde verslag" not in [text_of(p) for p in WordFile.read(data).body.iter(f"{W}p")]


@pytest.mark.parametrize("make", MAKERS)
def test_the_papers_take_the_house_style(make, example: Session) -> None:
    written(house(), make(example))


def lines_only(count: int) -> bytes:
    lines = Section("Formulier", (WritingLines("Antwoord", count),), new_page=True)
    made = dt.datetime(2027, 3, 12, tzinfo=dt.UTC)
    return write_minutes(Minutes("Leeg", "", "", made, "leeg.docx", (lines,)))


def test_lines_to_write_on_are_one_paragraph_with_a_label() -> None:
    (found,) = [
        p for p in WordFile.read(lines_only(4)).body.iter(f"{W}p") if "Antwoord" in text_of(p)
    ]
    assert text_of(found) == "Antwoord: \t\n\t\n\t\n\t"
    tab = found.find(f"{W}pPr/{W}tabs/{W}tab")
    assert tab is not None
    assert tab.get(f"{W}leader") == "underscore"


def test_lines_without_a_label_still_say_what_they_are() -> None:
    session = told()
    blank = replace(make_run_book(session), sections=(Section("A", (WritingLines("", 2),)),))
    paragraphs = [text_of(p) for p in WordFile.read(write_minutes(blank)).body.iter(f"{W}p")]
    assert "Schrijf hier: \t\n\t" in paragraphs


def test_a_form_begins_on_a_page_of_its_own() -> None:
    body = WordFile.read(lines_only(1)).body
    (heading,) = [p for p in body.iter(f"{W}p") if text_of(p) == "Formulier"]
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None


@pytest.mark.word
@needs("npm")
def test_the_sdk_finds_no_error(example: Session, tmp_path: Path) -> None:
    for make in MAKERS:
        for session in (example, told()):
            assert sdk_errors(write_minutes(make(session)), tmp_path) == []


@pytest.mark.word
@needs("npm")
def test_the_sdk_notices_a_page_break_in_the_wrong_place(tmp_path: Path) -> None:
    parts = dict(WordFile.read(lines_only(1)).parts)
    name = "word/document.xml"
    moved = parts[name].replace(b"<w:pageBreakBefore/>", b"")
    parts[name] = moved.replace(b"</w:pPr>", b"<w:pageBreakBefore/></w:pPr>")
    assert sdk_errors(pack(dict(parts)), tmp_path)


@pytest.mark.word
@needs("soffice")
@needs("pdftotext")
def test_every_form_stands_on_one_page(example: Session, tmp_path: Path) -> None:
    forms = make_empty_forms(example)
    (tmp_path / "formulieren.docx").write_bytes(write_minutes(forms))
    convert(tmp_path, "pdf", tmp_path / "formulieren.docx")
    found = pages(tmp_path / "formulieren.pdf")
    assert len(found) == len(forms.sections)
    for page, section in zip(found, forms.sections, strict=True):
        assert " ".join(section.title.split()) in " ".join(page.split())
        tables = [block for block in section.blocks if isinstance(block, Table)]
        assert page.count("☐") >= sum(len(t.rows) * (len(t.columns) - 1) for t in tables)
        drawn = sum(b.count for b in section.blocks if isinstance(b, WritingLines))
        assert page.count("____") >= drawn
        assert all(
            " ".join(b.text.split()) in " ".join(page.split())
            for b in section.blocks
            if isinstance(b, Paragraph) and b.label == "Vraag"
        )
