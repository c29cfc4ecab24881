"""Naslag: every norm, theme and library item opens, with all of its words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from guide.content import norms_by_id, norms_of, themes_by_id
from guide.content_models import Content, LibraryItem, LibraryKind, Norm, Theme
from guide.entries import Detail
from guide.library_documents import source_in_words
from guide.models import DetailField
from tests.screens.conftest import Open, Record

Item = Norm | Theme | LibraryItem
KINDS = ["norm", "theme", *LibraryKind]


def of_kind(content: Content, kind: str) -> list[Item]:
    themes = [theme for framework in content.frameworks for theme in framework.themes]
    if kind == "theme":
        return [*themes]
    if kind == "norm":
        return [norm for theme in themes for norm in theme.norms]
    return [item for item in content.library if item.kind == kind]


def words_of(item: Item) -> Iterator[str]:
    """What one must be able to read when it is open."""
    yield item.title
    match item:
        case Norm():
            yield from (item.explanation, item.elements_intro)
            yield from (note.text for note in item.footnotes)
            for element in item.elements:
                yield from (element.text, *(note.text for note in element.footnotes))
        case Theme():
            yield item.goal
            yield from (norm.title for norm in item.norms)
        case LibraryItem():
            yield from (item.text, item.caveat, item.certainty)
            yield from (point.text for point in item.points)
            yield from (action.text for action in item.actions)
            for amount in item.amounts:
                yield from (amount.label, amount.base)


def on_one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("kind", KINDS)
def test_every_item_of_a_kind_can_be_opened_and_read(
    kind: str, open_tab: Open, real_content: Content
) -> None:
    items = of_kind(real_content, kind)
    assert items, "there is nothing of this kind"
    titles = {document.id: document.title for document in real_content.documents}
    tab = open_tab("library", item=items[0].id)
    for item in items:
        tab.app.query_params["item"] = item.id
        read = on_one_line(tab.run().words())
        assert tab.question.endswith(item.title)
        for words in (*words_of(item), source_in_words(item.source, titles)):
            assert on_one_line(words) in read, f"{item.id}: {words}"
        assert "Dit staat niet (meer) in de naslag." not in read


def test_the_footnotes_of_a_theme_can_be_read(open_tab: Open, real_content: Content) -> None:
    themes = [theme for framework in real_content.frameworks for theme in framework.themes]
    noted = [theme for theme in themes if theme.footnotes]
    assert noted
    for theme in noted:
        read = on_one_line(open_tab("library", item=theme.id).words())
        assert all(on_one_line(note.text) in read for note in theme.footnotes)


def test_every_remark_on_a_framework_can_be_opened_and_read(
    open_tab: Open, real_content: Content
) -> None:
    remarks = [remark for framework in real_content.frameworks for remark in framework.remarks]
    assert len(remarks) > 30
    tab = open_tab("library", item=remarks[0].id)
    for remark in remarks:
        tab.app.query_params["item"] = remark.id
        read = on_one_line(tab.run().words())
        assert remark.title in tab.question
        assert on_one_line(remark.text) in read


def test_every_theme_and_norm_is_shown_in_the_conversation(
    record: Record, open_tab: Open, real_content: Content
) -> None:
    found = real_content.frameworks
    chosen = tuple(norm.id for each in found for norm in norms_of(each))
    record.add(Detail(field=DetailField.CHOSEN, value=chosen))
    tab = open_tab("conversation")
    for theme in themes_by_id(found).values():
        record.at("themaronde", theme.id)
        read = on_one_line(tab.unfold(f"norm:{theme.id}").words())
        assert on_one_line(theme.title) in on_one_line(tab.words("question"))
        assert on_one_line(theme.goal) in read
    for norm in norms_by_id(found).values():
        record.at("normen-bespreken", norm.id)
        read = on_one_line(tab.unfold(f"norm:{norm.id}").words())
        assert on_one_line(norm.title) in on_one_line(tab.words("question"))
        assert all(on_one_line(words) in read for words in words_of(norm))


def test_together_that_is_everything(real_content: Content) -> None:
    found = [item.id for kind in KINDS for item in of_kind(real_content, kind)]
    assert len(found) == len(set(found)) == 37 + 10 + len(real_content.library)
    assert len(found) > 200
