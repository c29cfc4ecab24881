"""What is typed in the conversation: a note, a question to the naslag, or the draft of something.

    actie: warme overdracht regelen @gemeente #8b vóór 1 juni 2027
    besluit: … #8    parkeer: …    @gemeente: …    privé: …    ?warme overdracht

Everything else is a note. What was not understood stays in the text and is said in `unclear`;
nothing that was typed is lost. The rules for @, # and dates stand in shorthand_marks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guide.content_models import Perspective
from guide.dutch_dates import date_in_words
from guide.entries import Action, Decision, Draft, LibraryQuestion, Note, Parked
from guide.errors import InputError
from guide.norm_references import references
from guide.plain_text import MAX_LENGTH, clean
from guide.shorthand_marks import all_marks, norm_marks

__all__ = ["Understood", "read_back", "references", "understand"]

_PRIVATE = re.compile("^[ \t]*priv(?:e\u0301?|é)(?:\\s*[:：;]|\\s+[-–](?=\\s))", re.I | re.M)
_ALMOST_PRIVATE = re.compile("priv(?:e\u0301?|é)\\s", re.I)
_KEYWORD = re.compile(r"\s*(?P<word>actie|besluit|parkeer)\s*[:：]", re.I)
_LATER_KEYWORD = re.compile(r"\n\s*(?:actie|besluit|parkeer)\s*[:：]", re.I)
_SPEAKER = re.compile(r"@\s*(?P<name>[^:：\n]{1,60}?)\s*[:：]")


@dataclass(frozen=True, slots=True)
class Understood:
    """What a typed text is, and in Dutch sentences what was not clear in it."""

    body: Note | LibraryQuestion | Draft
    unclear: tuple[str, ...] = ()


def understand(
    text: str,
    *,
    today: dt.date,
    norm_ids: Mapping[str, str],
    perspectives: Sequence[Perspective],
) -> Understood:
    """The entry that a typed text stands for; the key of `norm_ids` is what people type after #.

    Raises InputError only when the text is longer than can be stored.
    """
    if len(text) > MAX_LENGTH:
        raise InputError("Deze tekst is te lang.", "Verdeel de tekst over meer notities.")
    text = clean(text)
    if private := _PRIVATE.search(text):
        return _private(text, private)
    keyword = _KEYWORD.match(text)
    if keyword and text[keyword.end() :].strip():
        typed = text[keyword.end() :].strip()
        return _draft(keyword["word"].lower(), text, typed, today, norm_ids, perspectives)
    if text.startswith("?") and (question := text.lstrip("? \t\n")):
        return Understood(LibraryQuestion(text=question))
    if speaker := _SPEAKER.match(text):
        return _said_by(text, speaker, perspectives)
    return Understood(Note(text=text), _hints(text, perspectives))


def _private(text: str, keyword: re.Match[str]) -> Understood:
    """A private note; when only a later line says so, the whole text is kept private to be safe."""
    if keyword.start() > 0:
        unclear = "Een regel begint met privé. Daarom is alles privé. Typ de rest apart."
        return Understood(Note(text=text, private=True), (unclear,))
    said = text[keyword.end() :].strip()
    return Understood(Note(text=said, private=True) if said else Note(text=text))


def _said_by(text: str, speaker: re.Match[str], perspectives: Sequence[Perspective]) -> Understood:
    found = next((p for p in perspectives if _plain(speaker["name"]) in _names(p)), None)
    said = text[speaker.end() :].strip()
    if found is not None and said:
        return Understood(Note(text=said, perspective=found.id))
    if found is not None:
        return Understood(Note(text=text))
    known = ", ".join(f"@{(p.aliases or (p.id,))[0]}" for p in perspectives)
    unclear = f"De groep ‘{speaker['name']}’ ken ik niet; dit blijft een gewone notitie."
    return Understood(Note(text=text), (unclear, *((f"Ik ken: {known}.",) if known else ())))


def _names(perspective: Perspective) -> set[str]:
    named = (perspective.id, perspective.label, perspective.short, *perspective.aliases)
    return {_plain(name) for name in named}


def _plain(name: str) -> str:
    """A name without capitals, spaces and hyphens: 'Veilig Thuis' and 'veiligthuis' are one."""
    return re.sub(r"[\s.-]", "", name.casefold())


def _hints(text: str, perspectives: Sequence[Perspective]) -> tuple[str, ...]:
    """Sentences for a note that looks as if it was meant to be something else."""
    if _ALMOST_PRIVATE.match(text):
        return ("Typ privé: met een dubbele punt als alleen de gespreksleider dit mag zien.",)
    first = text.split(maxsplit=1)[0] if text.startswith("@") else ""
    if any(_plain(first[1:]) in _names(p) for p in perspectives if first):
        return (f"Typ {first}: met een dubbele punt voor een notitie van die groep.",)
    return ()


def _draft(
    keyword: str,
    text: str,
    typed: str,
    today: dt.date,
    norm_ids: Mapping[str, str],
    perspectives: Sequence[Perspective],
) -> Understood:
    proposal: Action | Decision | Parked
    match keyword:
        case "actie":
            proposal, unclear = _action(typed, today, norm_ids, perspectives)
        case "besluit":
            proposal, unclear = _decision(typed, norm_ids)
        case _:
            proposal, unclear = Parked(text=typed), ()
    if _LATER_KEYWORD.search(text):
        unclear = (*unclear, "Er staat nog een actie, besluit of parkeerpunt in. Typ die apart.")
    return Understood(Draft(text=text, proposal=proposal, unclear=unclear), unclear)


def _action(
    typed: str,
    today: dt.date,
    norm_ids: Mapping[str, str],
    perspectives: Sequence[Perspective],
) -> tuple[Action, tuple[str, ...]]:
    groups = [name for p in perspectives for name in (p.label, p.short, *p.aliases)]
    marks = all_marks(typed, today=today, norm_ids=norm_ids, groups=groups)
    clear = bool(re.search(r"\w", marks.rest))
    action = Action(
        what=marks.rest if clear else typed,
        norms=marks.norms,
        owner=marks.owner,
        partners=marks.partners,
        due=marks.date.date if marks.date else None,
        due_words=marks.date.words if marks.date else "",
    )
    missing = () if clear else ("Ik zie nog niet wat er gaat gebeuren.",)
    return action, (*marks.unclear, *missing)


def _decision(typed: str, norm_ids: Mapping[str, str]) -> tuple[Decision, tuple[str, ...]]:
    marks = norm_marks(typed, norm_ids)
    clear = bool(re.search(r"\w", marks.rest))
    missing = () if clear else ("Ik zie nog niet wat er is besloten.",)
    decision = Decision(text=marks.rest if clear else typed, norms=marks.norms)
    return decision, (*marks.unclear, *missing)


def read_back(draft: Draft, norm_label: Callable[[str], str]) -> str:
    """The draft as the guide says it, with what is missing; `norm_label` names a norm id.

    Leaves out `draft.unclear`: those sentences stand on their own.
    """
    match draft.proposal:
        case Action() as action:
            parts = ["Ik noteer een actie: " + _sentence(action.what), *_about(action)]
            norms = action.norms
        case Decision(text=decided, norms=norms):
            parts = ["Ik noteer een besluit: " + _sentence(decided)]
        case Parked(text=parked):
            parts, norms = ["Ik zet op de parkeerlijst: " + _sentence(parked)], ()
    if norms:
        parts.append(_sentence(_listed([norm_label(norm) for norm in norms])))
    return " ".join([*parts, "Klopt dit?"])


def _about(action: Action) -> Iterator[str]:
    if action.owner:
        yield _sentence(f"Trekker: {action.owner}")
    else:
        yield "Er is nog geen trekker."
    if action.partners:
        yield _sentence(f"Doet mee: {action.partners}")
    yield _sentence(f"Klaar: {_due(action)}") if action.due else "Er is nog geen datum."


def _due(action: Action) -> str:
    """The words that were typed, with the date they were understood as when they leave it open."""
    day = date_in_words(action.due) if action.due else ""
    if not action.due_words or day in action.due_words:
        return action.due_words or day
    return f"{action.due_words} ({day})"


def _listed(labels: Sequence[str]) -> str:
    """'Norm 8b MO, norm 2 MO en norm 1.4 VO'."""
    later = [label[:1].lower() + label[1:] for label in labels[1:]]
    first = labels[0][:1].upper() + labels[0][1:]
    return " en ".join([", ".join([first, *later[:-1]]), *later[-1:]])


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
