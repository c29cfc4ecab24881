"""A new session that goes on from an earlier one: what is taken over, and what is copied to look
back at.

Taken over: the set-up that a region keeps (parties, perspectives, normenkaders, agenda, spelregels,
house style). Not taken over: participants, because every session asks again who is there, and the
norms chosen to discuss, because the region chooses those anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from guide.entries import (
    AnyBody,
    Body,
    Detail,
    EarlierAction,
    EarlierPicture,
    EarlierSession,
    EarlierView,
    ItemPlan,
    Neighbours,
    OwnItem,
    OwnPerspective,
    Party,
)
from guide.errors import InputError
from guide.judgements import Picture, discussed
from guide.look_back import unsettled
from guide.models import DetailField
from guide.roadmap import AgreedAction, actions, priorities
from guide.session import Script, Session
from guide.set_up import details, sectors

# Kept by the region from one session to the next, and easy to change in the set-up.
_KEPT = (
    DetailField.START,
    DetailField.END,
    DetailField.SECTORS,
    DetailField.GROUND_RULES,
    DetailField.FACILITATOR,
    DetailField.NOTE_TAKER,
    DetailField.REMARKS_TO,
)
B = TypeVar("B", bound=Body)


def first_entries(earlier: Session, script: Script, date: str) -> list[AnyBody]:
    """What the next session of a region (date as JJJJ-MM-DD, content `script`) begins with.

    Raises InputError when the date is not after that of the earlier session.
    """
    held_on = details(earlier).date
    if held_on and date and date <= held_on.isoformat():
        raise InputError(
            "De datum ligt niet na die van de eerdere sessie.",
            "Kies een latere datum voor de vervolgsessie.",
        )
    return list(_Taken(earlier, script, date).bodies())


class _Taken:
    """The entries that a new session begins with; own perspectives and items get new numbers."""

    def __init__(self, earlier: Session, script: Script, date: str) -> None:
        self.earlier = earlier
        self.script = script
        self.date = date
        self.renamed: dict[str, str] = {}
        self.count = 0

    def bodies(self) -> Iterator[AnyBody]:
        """In the order in which they are recorded: the numbers of the entries count from 1."""
        for body in self._in_order():
            self.count += 1
            yield body  # type: ignore[misc]  # every body below is one of the kinds

    def _in_order(self) -> Iterator[Body]:
        set_up = details(self.earlier)
        yield Detail(field=DetailField.REGION, value=set_up.region)
        yield Detail(field=DetailField.DATE, value=self.date)
        yield EarlierSession(uid=self.earlier.uid, held_on=set_up.date)
        yield from self._kept_details()
        yield from self._perspectives()
        yield from self._agenda()
        yield from self._looking_back()

    def _kept_details(self) -> Iterator[Body]:
        for field in _KEPT:
            yield from self._detail(field)
        known = {framework.id for framework in self.script.frameworks}
        chosen = self._value(DetailField.FRAMEWORKS)
        if isinstance(chosen, tuple) and known & set(chosen):
            still = tuple(each for each in chosen if each in known)
            yield Detail(field=DetailField.FRAMEWORKS, value=still)

    def _detail(self, field: DetailField) -> Iterator[Body]:
        value = self._value(field)
        if value:
            yield Detail(field=field, value=value)

    def _value(self, field: DetailField) -> str | tuple[str, ...] | None:
        kept = self.earlier.state.value(("detail", field.value), Detail)
        return kept.value if kept else None

    def _perspectives(self) -> Iterator[Body]:
        state = self.earlier.state
        for seq, own in state.all(OwnPerspective):
            yield self._as_new(f"own-{seq}", own)
        known = {p.id for p in self.script.perspectives} | set(self.renamed.values())
        chosen = self._value(DetailField.PERSPECTIVES)
        if isinstance(chosen, tuple):
            now = tuple(p for p in map(self._renamed, chosen) if p in known)
            yield Detail(field=DetailField.PERSPECTIVES, value=now)
        for _, party in state.all(Party):
            if (perspective := self._renamed(party.perspective)) in known:
                yield party.model_copy(update={"perspective": perspective})

    def _agenda(self) -> Iterator[Body]:
        state = self.earlier.state
        for seq, own in state.all(OwnItem):
            yield self._as_new(f"own-{seq}", own)
        known = {item.id for item in self.script.agenda.items} | set(self.renamed.values())
        for plan in self._newest(ItemPlan):
            if self._renamed(plan.item) in known:
                yield plan.model_copy(update={"item": self._renamed(plan.item)})
        norms = self.script.norms
        for near in self._newest(Neighbours):
            if {near.target, *near.norms} <= norms.keys():
                yield near

    def _newest(self, kind: type[B]) -> Iterator[B]:
        """Of a kind that has one value per slot: only the values that count now."""
        state = self.earlier.state
        for _, body in state.all(kind):
            if body.slot and state.value(body.slot, kind) is body:
                yield body

    def _as_new(self, old_id: str, body: Body) -> Body:
        """An own perspective or item: it is known by the number of its entry, which is the next."""
        self.renamed[old_id] = f"own-{self.count + 1}"
        return body

    def _renamed(self, id_: str) -> str:
        return self.renamed.get(id_, id_)

    def _looking_back(self) -> Iterator[Body]:
        titles = {p.seq: p.body.title for p in priorities(self.earlier)}
        for each in unsettled(self.earlier):
            # Nobody came back to it: it does not drop out, and says what is known of it.
            yield each.body.model_copy(
                update={"status": each.status, "reason": each.reason, "noticed": each.noticed}
            )
        for action in actions(self.earlier):
            yield _earlier_action(action, titles.get(action.body.priority or 0, ""))
        yield from self._pictures()

    def _pictures(self) -> Iterator[Body]:
        found = discussed(self.earlier)
        today = {each.target for each in found}
        for _, older in self.earlier.state.all(EarlierPicture):
            if older.about not in today:
                yield older  # the last time that this norm was talked about lies further back
        for each in found:
            yield _earlier_picture(self.earlier, each)


def _earlier_action(action: AgreedAction, priority_title: str) -> EarlierAction:
    return EarlierAction(
        uid=action.uid,
        number=action.number,
        agreed_on=action.agreed_on,
        action=action.body.model_copy(update={"priority": None, "earlier": None}),
        priority_title=priority_title,
        status=action.status,
        reason=action.reason,
        noticed=action.noticed,
        moved=action.moved,
    )


def _earlier_picture(session: Session, each: Picture) -> EarlierPicture:
    script, shared = session.script, each.shared
    framework = script.framework_of[each.target]
    return EarlierPicture(
        about=each.target,
        label=script.label(each.target),
        title=script.title(each.target),
        framework=framework.short,
        version=framework.version,
        sectors=tuple(sector.value for sector in sectors(session)),
        held_on=details(session).date,
        views=tuple(
            EarlierView(perspective=v.perspective.label, value=v.value, remark=v.remark)
            for v in each.given
        ),
        outcome=shared.outcome if shared else None,
        value=shared.value if shared else None,
        explanation=shared.explanation if shared else "",
    )
