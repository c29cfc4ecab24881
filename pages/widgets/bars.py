"""Figures as plain bars; the table beside them says the same in words and numbers."""

from typing import Any

import streamlit as st

from guide.content_models import Amount
from guide.dutch_dates import number

BAR_COLOUR = "#1f5f66"
TEXT_COLOUR = "#0e1418"
PIXELS_PER_BAR = 46


def show_bars(amounts: tuple[Amount, ...], description: str) -> None:
    """One bar per figure, largest value at its own end: no ranking, the order of the source."""
    st.altair_chart(_chart(amounts, description), width="stretch")


def _chart(amounts: tuple[Amount, ...], description: str) -> Any:
    # Altair is loaded when there is something to draw: it costs start-up time.
    import altair as alt

    rows = [{"wat": a.label, "waarde": a.value, "tekst": shown(a)} for a in amounts]
    most = 100 if amounts[0].unit == "%" else max(a.value for a in amounts) * 1.15
    data = alt.Data(values=rows)  # type: ignore[no-untyped-call]
    base = alt.Chart(data, description=description).encode(
        y=alt.Y(
            "wat:N",
            sort=None,
            title=None,
            axis=alt.Axis(labelLimit=420, labelFontSize=16, labelColor=TEXT_COLOUR),
        ),
        x=alt.X("waarde:Q", title=None, axis=None, scale=alt.Scale(domain=[0, most])),
        tooltip=alt.value(None),
    )
    bars = base.mark_bar(color=BAR_COLOUR, height=22)
    words = base.mark_text(align="left", dx=6, fontSize=16).encode(text="tekst:N")
    return (bars + words).properties(height=PIXELS_PER_BAR * len(rows))


def shown(amount: Amount) -> str:
    """A figure as people write it: 3.019 kinderen, 69%."""
    value = number(amount.value)
    return f"{value}%" if amount.unit == "%" else f"{value} {amount.unit}".strip()
