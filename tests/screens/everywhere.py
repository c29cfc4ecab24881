"""A session in which everything that people can type is one and the same text."""

from __future__ import annotations

import datetime as dt

from guide import entries as e
from guide.models import (
    ActionStatus,
    Commissioning,
    DetailField,
    Exactness,
    JudgementValue,
    Mandate,
    PictureOutcome,
    Presence,
)
from tests.readers import ROOT
from tests.screens.conftest import Record

TYPED = (
    DetailField.REGION,
    DetailField.PLACE,
    DetailField.FACILITATOR,
    DetailField.NOTE_TAKER,
    DetailField.CASE_NUMBER,
    DetailField.GROUND_RULES,
    DetailField.REMARKS_TO,
)
HOUSE_STYLE = (ROOT / "content" / "minutes_base.docx").read_bytes()


class Everywhere:
    """Fills the session; every text stands between brackets, with a name of its own before it."""

    def __init__(self, record: Record, text: str, lead: str = "") -> None:
        self.record, self.text, self.lead = record, text, lead
        self.names: set[str] = set()
        self.fill()

    def __call__(self, name: str) -> str:
        self.names.add(name)
        return f"{self.lead}⟦{name}¦{self.text}⟧"

    def fill(self) -> None:
        t, record = self, self.record
        record.add(
            *(
                e.Detail(field=f, value=t(f.name.replace("_", "")))
                for f in DetailField
                if f in TYPED
            ),
            e.Detail(field=DetailField.CHOSEN, value=("mo-8", "mo-11")),
        )
        own = f"own-{record.add(e.OwnPerspective(label=t('perspective')))}"
        guest = record.add(
            e.Party(name=t("party"), perspective=own),
            e.OwnItem(title=t("item"), question=t("question")),
            e.Participant(
                organisation=t("organisation"), function=t("job"), perspective=own, name=t("name")
            ),
        )
        record.add(e.Attendance(participant=guest, presence=Presence.PRESENT))
        record.at("inchecken")
        record.add(
            e.Note(text=t("note"), perspective=own),
            e.Note(text=t("private"), private=True),
            e.LibraryQuestion(text=t("asked")),
            e.Draft(
                text=t("typed"), proposal=e.Action(what=t("proposed")), unclear=(t("unclear"),)
            ),
        )
        self.pictures(own)
        self.agreements()

    def pictures(self, own: str) -> None:
        t, record = self, self.record
        record.at("normen-bespreken", "mo-11")
        record.add(
            e.Judgement(
                target="mo-11",
                perspective=own,
                value=JudgementValue.NOT_APPLICABLE,
                remark=t("reason"),
            ),
            e.Judgement(target="mo-11", perspective="gemeente", value=JudgementValue.NOT_YET),
            e.Judgement(target="mo-11", perspective="keten", value=JudgementValue.UNKNOWN),
            e.SharedPicture(
                target="mo-11",
                outcome=PictureOutcome.DIFFERS,
                explanation=t("stories"),
                going_well=t("well"),
                mover=t("mover"),
            ),
            e.ChildVoice(
                target=record.session.script.theme_of["mo-11"].id,
                better_off=t("better"),
                told_by=t("teller"),
            ),
            e.Picks(perspective=own, targets=("mo-11",)),
            e.Weighing(
                target="mo-11",
                answers={q: t("weighed") for q, _ in record.session.script.wording.weigh_questions},
            ),
            e.NumberOfChildren(
                sector="mo",
                count=20,
                exactness=Exactness.EXACT,
                reference_date=t("reference"),
                origin=t("origin"),
                remark=t("counted"),
            ),
        )

    def agreements(self) -> None:
        t, record = self, self.record
        priority = record.add(
            e.Priority(
                title=t("priority"),
                goal=t("goal"),
                first_step=t("first"),
                reservations=t("reservations"),
            )
        )
        record.add(e.Use(priority=priority, commissioning=Commissioning.NOT, room=t("room")))
        record.at("groeipad-acties", f"priority-{priority}")
        action = record.add(
            e.Action(
                what=t("action"),
                priority=priority,
                owner=t("owner"),
                partners=t("partners"),
                where=t("where"),
                due_words=t("due"),
                sign=t("sign"),
                needs=t("needs"),
                mandate=Mandate.TO_SUBMIT,
                mandate_of=t("mandate"),
                lands_in=t("lands"),
                review=t("review"),
                year=1,
            )
        )
        record.add(
            e.ActionProgress(action=action, status=ActionStatus.DROPPED, reason=t("dropped")),
            e.Action(what=t("bare")),
            e.Decision(text=t("decision")),
            e.Parked(text=t("parked")),
            e.Adoption(date=dt.date(2027, 4, 1), version=t("version")),
        )
        parked = record.seq(e.Parked)
        record.add(e.ParkedSettled(parked=parked, outcome=t("settled")))
        record.sessions.files.keep(record.session, "house_style", t("file"), HOUSE_STYLE)
