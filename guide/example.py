"""The example session: a made-up region in mid-conversation, made with the real verbs.

What happens in it stands in content/example/; here it is only carried out, move by move.
"""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter, ValidationError

from guide.agenda import Place, item_of_step
from guide.content import load_example
from guide.content_models import ExampleMove, ExampleSession
from guide.entries import AnyBody, Body
from guide.errors import ContentError, InputError, NotFoundError
from guide.session import Session
from guide.sessions import Sessions

_bodies: TypeAdapter[AnyBody] = TypeAdapter(AnyBody)


def start_example(sessions: Sessions, example: ExampleSession | None = None) -> str:
    """Make the example session and return its id. Raises ContentError when a move is not right.

    Kept as a whole: nobody sees half of it, and nobody waits for a hundred writes to the disk.
    """
    told = example or load_example()
    with sessions.store.connections.together():
        session_id = sessions.start(told.region, told.date, example=True)
        fill_example(sessions, session_id, told)
    return session_id


def fill_example(
    sessions: Sessions, session_id: str, example: ExampleSession | None = None
) -> Session:
    """Let everything of the example happen in a session, and return how it stands then."""
    session = sessions.load(session_id)
    seqs: dict[str, int] = {}
    for number, move in enumerate((example or load_example()).moves, start=1):
        try:
            session = _happen(sessions, session, move, seqs)
        except (KeyError, ValueError, InputError, NotFoundError) as error:
            raise ContentError(
                f"Het voorbeeld klopt niet bij stap {number}: {_why(error)}"
            ) from error
        if move.name:
            seqs[move.name] = session.state.seq
    return session


def _why(error: Exception) -> str:
    match error:
        case ValidationError():
            place = " > ".join(str(part) for part in error.errors()[0]["loc"])
            return f"{place or 'de soort'} past niet in guide/entries.py."
        case KeyError():
            return f"de naam {error} is niet eerder genoemd."
        case _:
            return str(error)


def _happen(
    sessions: Sessions, session: Session, move: ExampleMove, seqs: dict[str, int]
) -> Session:
    if move.withdraws:
        return sessions.withdraw(session, seqs[move.withdraws], author=move.author)
    if move.go:
        return sessions.go_to(session, _place(session, move, seqs))
    body = _body(move, seqs)
    if move.corrects:
        return sessions.correct(session, seqs[move.corrects], body, author=move.author)
    place = _place(session, move, seqs) if move.step else None
    return sessions.record(session, body, author=move.author, place=place)


def _place(session: Session, move: ExampleMove, seqs: dict[str, int]) -> Place:
    item = item_of_step(session, move.step)
    if item is None:
        raise ValueError(f"de agenda heeft geen stap '{move.step}'.")
    step = next(step for step in item.item.steps if step.id == move.step)
    target = f"priority-{seqs[move.target]}" if move.target in seqs else move.target
    return Place(item, step, target)


def _body(move: ExampleMove, seqs: dict[str, int]) -> Body:
    links: dict[str, Any] = {field: seqs[name] for field, name in move.refers.items()}
    return _bodies.validate_python({**move.body, **links})
