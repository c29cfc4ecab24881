"""User text in places that Streamlit reads as markdown: shown as it was typed.

Where there is a choice, st.text shows user text exactly; this is for labels, alerts and captions.
"""

import re

# A bare address becomes a link even when every mark is escaped; an invisible mark ends it.
_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|www)(?=[:.])")
_AT = re.compile(r"(?<=\w)@(?=\w)")
# ':smile:' becomes a picture and '->' an arrow, also when escaped.
_SIGNS = re.compile(r"(:(?=\w)|[-<>](?=[-<>=]))")
# A screen reader reads the escape marks of a label aloud: a comma or a full stop needs none. All
# text is on one line, so what only counts at the start of a line is escaped there alone.
_MARKS = re.compile(
    r"([$*<>\[\\\]^_`{|}~]"
    r"|&(?=[#\w])"
    r"|:(?=\S)"
    r"|^[-+#=]"
    r"|(?:(?<=^\d)|(?<=^\d\d)|(?<=^\d{3}))[.)](?=\s|$))"
)
_INVISIBLE = "\u2060"


def md(text: str) -> str:
    """The text with every mark that markdown would read escaped; newlines become one space."""
    broken = _AT.sub(f"{_INVISIBLE}@{_INVISIBLE}", _ADDRESS.sub(rf"\1{_INVISIBLE}", text))
    broken = _SIGNS.sub(rf"\1{_INVISIBLE}", broken)
    return _MARKS.sub(r"\\\1", " ".join(broken.split()))
