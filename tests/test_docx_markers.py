"""Markers in a house template: where they are filled, and what stays text."""

from __future__ import annotations

from dataclasses import replace

from guide.export.docx import check_template
from guide.minutes.model import Paragraph, Section
from tests.house_templates import (
    HEADER,
    header,
    house,
    paragraph,
    section,
    texts,
    with_marker,
    written,
)
from tests.sample_minutes import sample_minutes
from tests.word_checks import (
    W,
    WordFile,
)


def headers(word: WordFile) -> str:
    trees = (tree for name, tree in word.trees() if "header" in name)
    return "".join(text.text or "" for tree in trees for text in tree.iter(f"{W}t"))


def test_markers_are_filled_in_text_and_header_also_across_runs() -> None:
    split = (
        "<w:p><w:r><w:t>Regio {{re</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:rPr><w:b/>"
        "</w:rPr><w:t>gio</w:t></w:r><w:r><w:t>}} op {{ Datum }}</w:t></w:r></w:p>"
    )
    template = house(with_marker(split), header_text="{{titel}} - {{STATUS}}")
    word = written(template)
    assert texts(word)[0] == "Regio Voorbeeld op 12 maart 2027"
    minutes = sample_minutes()
    assert headers(word) == f"{minutes.title} - {minutes.status_line}"


def test_the_minutes_stand_where_the_marker_stands() -> None:
    body = with_marker(paragraph("Voorwoord"), paragraph("Ondertekening"))
    found = texts(written(house(body)))
    assert found[0] == "Voorwoord"
    assert found[1] == sample_minutes().title
    assert found[-1] == "Ondertekening"
    assert "{{verslag}}" not in "".join(found)


def test_text_after_the_marker_stands_upright_again() -> None:
    wide = replace(sample_minutes(), sections=(Section("Breed", landscape=True),))
    word = written(house(with_marker(after=paragraph("Ondertekening"))), wide)
    sizes = [size.get(f"{W}orient") for size in word.body.iter(f"{W}pgSz")]
    assert sizes == [None, "landscape", None]


def test_a_marker_that_ends_a_section_keeps_that_section() -> None:
    first = paragraph("{{verslag}}", section(HEADER))
    body = first + paragraph("Bijlage") + section(HEADER, size='w:w="11906" w:h="16838"')
    found = texts(written(house(body)))
    assert found[-1] == "Bijlage"


def test_words_beside_the_marker_stay() -> None:
    found = texts(written(house(paragraph("Hieronder: {{verslag}}") + section(HEADER))))
    assert found[0].strip() == "Hieronder:"


def test_a_marker_in_a_content_control_works() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph('{{verslag}}')}</w:sdtContent></w:sdt>"
    assert sample_minutes().title in texts(written(house(control + section(HEADER))))


def test_title_and_status_are_not_repeated_when_the_template_shows_them() -> None:
    own = paragraph("{{titel}}", '<w:pStyle w:val="Titel"/>') + paragraph("{{status}}")
    found = texts(written(house(with_marker(own))))
    minutes = sample_minutes()
    assert found.count(minutes.title) == 1
    assert found.count(minutes.status_line) == 1


def test_values_are_never_filled_in_again() -> None:
    sections = (Section("A", (Paragraph("{{regio}} en {{verslag}}"),)),)
    minutes = replace(
        sample_minutes(), sections=sections, fields=(("regio", "{{datum}}"), ("datum", "{{regio}}"))
    )
    found = texts(written(house(with_marker(paragraph("{{regio}}{{datum}}"))), minutes))
    assert found[0] == "{{datum}}{{regio}}"
    assert "{{regio}} en {{verslag}}" in found


def test_a_date_without_a_value_is_the_day_of_making() -> None:
    minutes = replace(sample_minutes(), fields=())
    assert texts(written(house(with_marker(paragraph("{{datum}}"))), minutes))[0] == "12 maart 2027"


def test_text_without_any_marker_is_an_example_and_goes() -> None:
    assert "Klik hier om tekst in te voeren." not in texts(written(house()))
    assert any("vervalt" in remark for remark in check_template(house()).remarks)


def test_text_with_a_marker_but_no_place_keeps_its_text() -> None:
    template = house(paragraph("Aan de regio {{regio}}") + section(HEADER))
    assert texts(written(template))[0] == "Aan de regio Voorbeeld"
    assert any("achteraan" in remark for remark in check_template(template).remarks)


def test_the_report_tells_which_markers_are_known() -> None:
    template = house(with_marker(paragraph("{{Datum}} {{naam}} {{7*7}}")), header_text="{{titel}}")
    report = check_template(template)
    assert set(report.markers) == {"verslag", "datum", "titel"}
    assert set(report.unknown_markers) == {"naam", "7*7"}
    assert "{{naam}}" in texts(written(template))[0]


def test_a_picture_that_would_go_is_reported() -> None:
    picture = header("", logo=True).split(">", 1)[1].removesuffix("</w:hdr>")
    report = check_template(house(picture + section(HEADER)))
    assert any("afbeeldingen" in remark for remark in report.remarks)
