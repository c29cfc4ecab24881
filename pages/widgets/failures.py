"""What people see when something goes wrong: never a traceback, always a next step."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

import streamlit as st

from guide.errors import GuideError
from pages.widgets.plain import md

P = ParamSpec("P")
R = TypeVar("R")

_log = logging.getLogger("gespreksleidraad")


def show_failure(error: GuideError) -> None:
    """One box with what happened and what to do next."""
    st.error(md(f"{error.message} {error.next_step}".strip()), icon="⚠️")


UNEXPECTED = (
    "Er ging iets mis op dit scherm. Wat is vastgelegd, is bewaard. "
    "Ververs de pagina (F5) om verder te gaan."
)


@contextmanager
def calm_failures(unexpected: str = UNEXPECTED) -> Iterator[None]:
    """Show an expected failure as a box, and anything else as this calm sentence."""
    try:
        yield
    except GuideError as error:
        show_failure(error)
    except Exception as error:  # the last net: nothing else stands between a fault and the room
        # Only the kind and place of the fault are logged: its message may hold what was said.
        place = _innermost(error)
        _log.error("%s at %s", type(error).__name__, place)
        st.error(unexpected, icon="⚠️")


def _innermost(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return "?" if trace is None else f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"


def calm(function: Callable[P, R]) -> Callable[P, R | None]:
    """The same net for a fragment, which runs outside the page."""

    @wraps(function)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> R | None:
        with calm_failures():
            return function(*args, **kwargs)
        return None

    return guarded
