"""Every norm and theme that was talked about stands in the minutes and in the Word file."""

from __future__ import annotations

import pytest

from guide.content import norms_of
from guide.content_models import Content, Sector
from guide.entries import Detail, Judgement
from guide.export.docx import write_minutes
from guide.minutes import make_minutes
from guide.minutes.model import Minutes
from guide.models import DetailField, JudgementValue
from guide.session import Session
from guide.sessions import Sessions
from guide.store import Store
from tests.word_checks import W, WordFile, heading_level, lost_texts, text_of

PERSPECTIVES = {Sector.VO: "opvang-vo", Sector.MO: "opvang-mo"}


def story(target: str) -> str:
    return f"Zo gaat het bij {target}."


@pytest.fixture(scope="module")
def judged(shared_store: Store, real_content: Content) -> Session:
    """A session in which every theme and norm was judged, each with a story of its own."""
    sessions = Sessions(shared_store, real_content)
    session = sessions.load(sessions.start("Voorbeeldregio", "2027-03-12"))
    chosen = tuple(norm.id for each in real_content.frameworks for norm in norms_of(each))
    session = sessions.record(session, Detail(field=DetailField.CHOSEN, value=chosen))
    for framework in real_content.frameworks:
        found = [*(theme.id for theme in framework.themes), *(n.id for n in norms_of(framework))]
        for target in found:
            told = Judgement(
                target=target,
                perspective=PERSPECTIVES[framework.sector],
                value=JudgementValue.BEGINNING,
                remark=story(target),
            )
            session = sessions.record(session, told)
    return session


@pytest.fixture(scope="module")
def minutes(judged: Session) -> Minutes:
    return make_minutes(judged)


def targets(session: Session) -> list[str]:
    found = [*session.script.themes, *session.script.norms]
    assert len(found) == 47
    return found


def names(session: Session) -> dict[str, str]:
    """Its name as the minutes give it -> the story that was told about it."""
    script = session.script
    return {
        f"{script.label(t)}: {script.title(t)}": f"Zo gaat het bij {t}." for t in targets(session)
    }


def test_every_norm_has_a_heading_with_its_story_in_the_minutes(
    judged: Session, minutes: Minutes
) -> None:
    under = {section.title: str(section.blocks) for section in minutes.sections}
    for name, told in names(judged).items():
        assert told in under[name]


def test_every_norm_stands_once_in_the_overview_of_its_framework(
    judged: Session, minutes: Minutes
) -> None:
    rows = [
        row
        for section in minutes.sections
        if section.title.startswith("Overzicht ")
        for block in section.blocks
        for row in getattr(block, "rows", ())
    ]
    assert sorted(row[0] for row in rows) == sorted(names(judged))
    assert all(JudgementValue.BEGINNING.label in row for row in rows)


def test_every_norm_is_a_heading_in_the_word_file(judged: Session, minutes: Minutes) -> None:
    data = write_minutes(minutes)
    word = WordFile.read(data)
    paragraphs = [(heading_level(word, p), text_of(p)) for p in word.body.iter(f"{W}p")]
    headings = [text for level, text in paragraphs if level == 2]
    for name, told in names(judged).items():
        assert headings.count(name) == 1
        assert any(told in text for _, text in paragraphs)
    assert lost_texts(data, minutes) == []
