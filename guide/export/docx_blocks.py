"""Draws headings, paragraphs, lists and tables of the minutes as WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from guide.export.docx_columns import word_width
from guide.export.docx_styles import BULLET, HEADINGS, StyleBook, own_style
from guide.export.docx_tables import table_element
from guide.export.docx_xml import (
    Element,
    add_run,
    child,
    element,
    paragraph,
    properties_of,
    set_in_paragraph,
)
from guide.minutes.model import Block, Bullets, Paragraph, Role, Section, Table, WritingLines
from guide.plain_text import clean

STATUS = own_style("Verslag status")
CLOSING = own_style("Verslag slot")

_ROLES = {
    Role.STATUS: STATUS,
    Role.DECISION: own_style("Verslag besluit"),
    Role.REMARK: own_style("Verslag opmerking"),
}
_FACTS = own_style("Verslag gegevens")
_TABLE_TITLE = own_style("Verslag tabeltitel")
_WRITING = own_style("Verslag schrijflijn")
_TO_WRITE = "Schrijf hier"
# Extra white above what follows these, in twentieths of a point.
_ROOM_AFTER: dict[type | None, int] = {Table: 200, Bullets: 140}
_ROOM_ABOVE_REMARK = 200
# Where the facts begin, as the style has it, and at most.
_INDENT, _MOST_INDENT = 2835, 4500


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws the parts of one document in the styles of that document."""

    book: StyleBook
    automatic_numbers: bool = False

    def heading(self, section: Section) -> Element:
        """The heading; its number is left out only when the style prints that same number."""
        style = self.book.id_of(HEADINGS[min(max(section.level, 1), len(HEADINGS)) - 1])
        numbered = self.book.numbers_itself(style)
        text = section.title if numbered and self.automatic_numbers else heading_text(section)
        made = paragraph(style, text)
        if numbered and not (self.automatic_numbers and section.number):
            _switch_numbering_off(made)
        if section.new_page:
            properties = properties_of(made)
            set_in_paragraph(properties, element("w:pageBreakBefore"), "w:pageBreakBefore")
        return made

    def blocks(self, section: Section, width: int) -> Iterator[Element]:
        """What stands under the heading of a section."""
        before: Block | None = None
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            drawn = list(self._block(block, section.title, width))
            if not drawn:
                continue
            if _is_grid(before) and _is_grid(block):
                # Word joins two tables that touch, so the second one gets a title.
                yield paragraph(self.book.id_of(_TABLE_TITLE), _title_of(block))
            elif not _is_grid(block):
                _give_room(drawn[0], _room_between(before, block))
            if _introduces(block, after):
                _keep_with_next(drawn[-1])
            yield from drawn
            before = block

    def closing(self, text: str) -> Element:
        """The line that says a list is complete; it carries what Word wants after a table."""
        return paragraph(self.book.id_of(CLOSING), text)

    def _block(self, block: Block, caption: str, width: int) -> Iterator[Element]:
        match block:
            case Paragraph():
                yield from self._paragraph(block)
            case Bullets():
                style = self.book.id_of(BULLET)
                items = [paragraph(style, item) for item in block.items if clean(item)]
                # No first or last item alone on a page.
                for item in (*items[:-1][:1], *items[:-1][-1:]):
                    _keep_with_next(item)
                yield from items
            case Table(header_column_only=True):
                indent = _indent_for_names(block, self.book.font())
                yield from (self._fact(row, indent) for row in block.rows)
            case WritingLines():
                yield self._writing(block, width)
            case Table():
                yield table_element(block, caption, width, self.book)

    def _paragraph(self, block: Paragraph) -> Iterator[Element]:
        if clean(block.text) or clean(block.label):
            style = _ROLES.get(block.role)
            yield paragraph(self.book.id_of(style) if style else None, block.text, block.label)

    def _writing(self, block: WritingLines, width: int) -> Element:
        # One paragraph for all lines: an empty paragraph for each would be read out as such.
        made = element("w:p")
        properties = child(made, "w:pPr")
        child(properties, "w:pStyle", val=self.book.id_of(_WRITING))
        tabs = child(properties, "w:tabs")
        child(tabs, "w:tab", val="right", leader="underscore", pos=width)
        add_run(made, f"{clean(block.label).rstrip(':') or _TO_WRITE}: ", bold=True)
        add_run(made, "\n".join("\t" * max(block.count, 1)))
        return made

    def _fact(self, row: tuple[str, ...], indent: int) -> Element:
        # Not a table: without a header row it would be one that no screen reader can announce.
        name, *values = (clean(text) for text in row)
        made = element("w:p")
        properties = child(made, "w:pPr")
        child(properties, "w:pStyle", val=self.book.id_of(_FACTS))
        if indent > _INDENT:
            tabs = child(properties, "w:tabs")
            child(tabs, "w:tab", val="clear", pos=_INDENT)
            child(tabs, "w:tab", val="left", pos=indent)
            child(properties, "w:ind", left=indent, hanging=indent)
        add_run(made, f"{name.rstrip(':')}:", bold=True)
        add_run(made, "\t" + "; ".join(value for value in values if value))
        return made


def heading_text(section: Section) -> str:
    """The heading as read: '3. Doel regiosessie', '7.2 Norm 8' or without a number."""
    number = section.number.strip()
    if not number:
        return section.title
    return f"{number}. {section.title}" if number.isdigit() else f"{number} {section.title}"


def numbers_in_order(sections: tuple[Section, ...]) -> bool:
    """Whether counting headings from one gives exactly the numbers the sections have."""
    first = second = 0
    for section in sections:
        if not section.number:
            continue
        if section.level == 1:
            first, second = first + 1, 0
        else:
            second += 1
        counted = str(first) if section.level == 1 else f"{first}.{second}"
        if section.number.strip().rstrip(".") != counted:
            return False
    return True


def _switch_numbering_off(heading: Element) -> None:
    off = element("w:numPr")
    child(off, "w:ilvl", val=0)
    child(off, "w:numId", val=0)
    set_in_paragraph(properties_of(heading), off, "w:numPr")


def _is_grid(block: Block | None) -> bool:
    return isinstance(block, Table) and not block.header_column_only


def _title_of(block: Block) -> str:
    description = block.description if isinstance(block, Table) else ""
    return description if clean(description) else "Tabel"


def _room_between(before: Block | None, block: Block) -> int:
    """Extra white above a block: after a table or list, and above a remark that opens a subject."""
    if not isinstance(before, Paragraph):
        return _ROOM_AFTER.get(type(before), 0)
    opens = isinstance(block, Paragraph) and block.role is Role.REMARK is not before.role
    return _ROOM_ABOVE_REMARK if opens else 0


def _introduces(block: Block, after: Block | None) -> bool:
    """Whether a paragraph says what comes next, and so stays on the page of what comes next."""
    if not isinstance(block, Paragraph):
        return False
    if isinstance(after, Bullets | Table | WritingLines):
        return True
    opens = block.role is Role.REMARK or block.text.rstrip().endswith(":")
    return opens and not block.label and isinstance(after, Paragraph)


def _indent_for_names(facts: Table, font: str) -> int:
    """How far the facts stand from the margin: beyond the longest name, up to a limit."""
    names = (word_width(f"{row[0]}:", font, bold=True) for row in facts.rows)
    # The names are half a point larger than the text word_width measures.
    return min(max(_INDENT, int(max(names, default=0) * 1.05) + 150), _MOST_INDENT)


def _give_room(made: Element, before: int) -> None:
    if before:
        set_in_paragraph(properties_of(made), element("w:spacing", before=before), "w:spacing")


def _keep_with_next(made: Element) -> None:
    set_in_paragraph(properties_of(made), element("w:keepNext"), "w:keepNext")
