"""The sheet beside the action list: what one may change, and what happens when it is read in."""

from __future__ import annotations

from collections.abc import Sequence

from xlsxwriter import Workbook

from guide.dutch_dates import date_in_words, time_in_words
from guide.export.xlsx_layout import row_height
from guide.plain_text import one_line
from guide.region_time import REGION
from guide.session import Session
from guide.set_up import details

EXPLANATION = "Uitleg"
_MOST_CUT = 40
_WIDTH = 72
_SPACE = 10

_LINES = (
    ("Wat mag u wijzigen?", ""),
    ("", "U mag alle cellen wijzigen, behalve Nr., Stand en Sleutel."),
    ("", "Schrijf bij Klaar een datum, bijvoorbeeld 1-6-2027. Weet u de dag niet? Schrijf dan bij "
         "Klaar in woorden bijvoorbeeld: vóór de zomer van 2027."),
    ("", "Schrijf bij Normen de nummers met een komma ertussen, bijvoorbeeld 8b MO, 1.4 VO."),
    ("", "Kies bij Status en bij Jaar uit de lijst. Schrijf bij Vervallen in Toelichting waarom."),
    ("Een nieuwe actie", ""),
    ("", "Schrijf de actie op een lege regel onder de lijst. Laat Nr., Stand en Sleutel leeg. "
         "Bij het inlezen wordt de regel een voorstel voor een nieuwe actie."),
    ("Een actie weghalen", ""),
    ("", "Haal geen regels weg. Een actie zonder regel blijft op het groeipad. Kies de status "
         "Vervallen als een actie niet doorgaat."),
    ("Terug in de app", ""),
    ("", "U kunt dit bestand weer inlezen in de app. De app laat elke wijziging zien. Er verandert "
         "pas iets als u de wijziging bevestigt."),
    ("", "De grijze kolommen Stand en Sleutel zijn voor de app. Aan de sleutel herkent de app de "
         "actie. Aan de stand ziet de app of de actie intussen is gewijzigd."),
    ("", "Bewaar het bestand als Excel-werkmap (.xlsx)."),
    ("Privacy", ""),
    ("", "Schrijf geen namen, adressen of verhalen van kinderen of ouders op. Noem bij Trekker een "
         "organisatie en een functie. Dit bestand kan openbaar worden (Woo)."),
)  # fmt: skip


def write_explanation(book: Workbook, session: Session, cut: Sequence[str]) -> None:
    """Add the sheet; `cut` names the texts that did not fit in a cell."""
    sheet = book.add_worksheet(EXPLANATION)
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    heading = book.add_format({"bold": True, "font_size": 12, "text_wrap": True})
    title = book.add_format({"bold": True, "font_size": 14, "text_wrap": True})
    sheet.set_column(0, 0, _WIDTH, text)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    about = f"Uitleg bij de actielijst van {_about(session)}"
    sheet.set_row(0, row_height([(about, _WIDTH / 2)]) + _SPACE)
    sheet.write_string(0, 0, about, title)
    lines = [*_LINES, *_about_cut(cut)]
    for row, (head, line) in enumerate(lines, start=1):
        sheet.set_row(row, row_height([(line, _WIDTH)]) + (_SPACE if head else 0))
        sheet.write_string(row, 0, head or line, heading if head else text)


def _about(session: Session) -> str:
    set_up = details(session)
    held = f", {date_in_words(set_up.date)}" if set_up.date else ""
    about = f"regiosessie {one_line(set_up.region)}{held}".replace(" ,", ",")
    moment = session.state.at
    if moment is None:
        return about
    local = moment.astimezone(REGION)
    return f"{about} (stand van {date_in_words(local.date())}, {time_in_words(local)})"


def _about_cut(cut: Sequence[str]) -> list[tuple[str, str]]:
    if not cut:
        return []
    more = len(cut) - _MOST_CUT
    rest = f" En nog {more} cellen." if more > 0 else ""
    told = f"Afgekapt: {'; '.join(cut[:_MOST_CUT])}.{rest}"
    why = (
        "In een cel van Excel passen 32.767 tekens. Een langere tekst is afgekapt en eindigt "
        "op ‘…’. De hele tekst blijft in de app staan. Pas deze cellen niet in Excel aan."
    )
    return [("Teksten die te lang zijn voor Excel", ""), ("", why), ("", told)]
