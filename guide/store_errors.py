"""What a database says when it fails, in words a person can act on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from guide.errors import NotFoundError, StorageError


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn what a database says into what a person can do."""
    try:
        yield
    except DBAPIError as error:
        raise explained(str(error.orig).lower()) from error
    except (SQLAlchemyError, OSError) as error:
        raise explained(str(error).lower()) from error


def explained(said: str) -> StorageError:
    """What a database said, in small letters, as an error that says what to do."""
    kept = "Wat al was vastgelegd, is bewaard."
    for signs, message, step in (
        (("full",), "De schijf is vol.", "Maak ruimte vrij en probeer het opnieuw."),
        (
            ("readonly", "read-only"),
            "De gegevens kunnen alleen worden gelezen.",
            "Controleer of u in de map met gegevens mag schrijven.",
        ),
        (
            ("locked", "busy"),
            "De gegevens zijn even bezet door een ander programma.",
            "Wacht een paar tellen en probeer het opnieuw.",
        ),
        (
            ("malformed", "not a database", "corrupt"),
            "Het bestand met gegevens is beschadigd.",
            "Zet een reservekopie terug, of kies een andere map voor de gegevens.",
        ),
        (
            ("unable to open",),
            "Het bestand met gegevens kan niet worden geopend.",
            "Controleer of de map bestaat en of u er mag schrijven.",
        ),
    ):
        if any(sign in said for sign in signs):
            return StorageError(f"{message} {kept}", step)
    return StorageError(f"Het lezen of vastleggen is niet gelukt. {kept}", "Probeer het opnieuw.")


def no_such_session() -> NotFoundError:
    """The session was removed, or never existed."""
    return NotFoundError(
        "Deze sessie is niet (meer) te vinden.", "Ga naar Start en kies een sessie uit de lijst."
    )
