"""The line that was typed in the conversation, understood as a note, a question or a draft."""

from guide.region_time import region_now
from guide.session import Session
from guide.set_up import details, frameworks, perspectives
from guide.shorthand import Understood, references, understand


def understood(session: Session, typed: str) -> Understood:
    """What the line stands for in this session; raises InputError when it is too long."""
    return understand(
        typed,
        today=details(session).date or region_now().date(),
        norm_ids=references(frameworks(session)),
        perspectives=perspectives(session),
    )
