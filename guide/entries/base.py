"""What every body of an entry shares: frozen, strict, cleaned text, and at most one slot."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from guide.plain_text import clean

# How long a text may be, and which may not be empty, is for guide/rules.py to say, in Dutch.
UserText = Annotated[str, AfterValidator(clean)]
Slot = tuple[str, ...]


class Body(BaseModel):
    """Base of what an entry says."""

    # A copy with other values is checked and cleaned again before it is stored.
    model_config = ConfigDict(frozen=True, extra="forbid", revalidate_instances="always")

    @property
    def slot(self) -> Slot | None:
        """What this body is the newest value of; None when it stands on its own."""
        return None
