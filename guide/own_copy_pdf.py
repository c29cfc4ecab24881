"""The text of a PDF, page by page; only guide/own_copy.py uses it, and only when it must."""

from __future__ import annotations

import io
import logging
import time

import pypdf
from pypdf.errors import DependencyError, PyPdfError

from guide.errors import OwnCopyError

MAX_PAGES = 400
MAX_SECONDS = 30.0

_AS_TEXT = "Open de pdf, selecteer alle tekst, plak die in een tekstbestand (.txt) en kies dat."
_FEWEST_CHARACTERS = 20

# It reports every small flaw of a file; a reader has no use for that.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_text(data: bytes) -> str:
    """The text of all pages, parted by form feeds; raises OwnCopyError."""
    try:
        text = "\f".join(_pages(data))
    except OwnCopyError:
        raise
    except DependencyError as error:
        raise _protected() from error
    except (PyPdfError, ValueError, TypeError, KeyError, IndexError) as error:
        raise _damaged() from error
    except (AttributeError, AssertionError, RecursionError, OverflowError, OSError) as error:
        # What else pypdf raises when a file is not what it says it is.
        raise _damaged() from error
    if len(text.strip()) < _FEWEST_CHARACTERS:
        raise OwnCopyError(
            "In deze pdf staat geen tekst: het zijn plaatjes, bijvoorbeeld van een scan.",
            "Zoek een pdf waarin u de tekst kunt selecteren.",
        )
    return text


def _pages(data: bytes) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise _protected()
    if len(reader.pages) > MAX_PAGES:
        raise OwnCopyError(f"Deze pdf heeft meer dan {MAX_PAGES} pagina's.", _AS_TEXT)
    until = time.monotonic() + MAX_SECONDS
    texts = []
    for page in reader.pages:
        if time.monotonic() > until:
            raise OwnCopyError("Het lezen van deze pdf duurt te lang.", _AS_TEXT)
        texts.append(page.extract_text().replace("\f", "\n"))
    return texts


def _protected() -> OwnCopyError:
    return OwnCopyError("Deze pdf is beveiligd en kan niet worden gelezen.", _AS_TEXT)


def _damaged() -> OwnCopyError:
    return OwnCopyError("Deze pdf is beschadigd en kan niet worden gelezen.", _AS_TEXT)
