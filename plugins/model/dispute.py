"""Disputes (労働争議): dated entries, and the figures computed from them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from plugins.model.dates import PartialDate
from plugins.model.kinds import DisputeStage, EntryType, Issue, OutcomeStatus, StrikeForm
from plugins.model.photo import Photo
from plugins.model.record import Demand, Document
from plugins.model.text import Detail, Lang, Text, Words, text_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that happened, with its source."""

    date: PartialDate
    type: EntryType
    key: str = ""  # a name within the dispute, to point at this entry
    until: PartialDate | None = None  # last day of a strike or action of several days
    number: int | None = None  # which session it was: 第N回
    reported_total: int | None = None  # sessions held so far, as the source reports; none is invented before it
    form: StrikeForm | None = None
    place: Words = Words()
    prefectures: tuple[str, ...] = ()
    text: Words = Words()
    deadline: PartialDate | None = None  # by when an answer was asked for
    answered: bool | None = None
    document: Document | None = None
    post: str = ""  # folder of the post that tells it
    source: str = ""
    differs_from: str = ""  # key of the entry that another source tells differently
    public: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalCase:
    """A case before a commission or a court (事件)."""

    body: str  # key of an organisation
    case_number: str = ""
    filed: PartialDate | None = None
    next_date: PartialDate | None = None
    outcome: Words = Words()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFacts:
    """`dispute.yml`."""

    name: Words
    summary: Words
    union: str
    opponent: str
    branch: str = ""
    campaign: str = ""
    prefectures: tuple[str, ...] = ()
    workplaces: Words = Words()
    workers_concerned: int | None = None
    workers_as_of: PartialDate | None = None
    workers_source: str = ""
    issues: tuple[Issue, ...] = ()
    demands: tuple[Demand, ...] = ()
    entries: tuple[Entry, ...] = ()
    legal_cases: tuple[LegalCase, ...] = ()
    contact: str = ""
    press_contact: str = ""  # whom journalists are to ask
    action: str = ""
    photos: tuple[Photo, ...] = ()
    paused: PartialDate | None = None  # since when nothing moves
    outcome: Words = Words()
    outcome_status: OutcomeStatus = OutcomeStatus.ONGOING
    closed: PartialDate | None = None
    what_changed: Words = Words()  # for those who work there; with the outcome
    thanks: Words = Words()


class Dispute(NamedTuple):
    """One dispute with its words."""

    slug: str
    path: str
    facts: DisputeFacts
    texts: tuple[Text, ...] = ()
    details: tuple[Detail, ...] = ()  # in its record
    easy: Text | None = None  # in やさしい日本語

    def text(self, lang: Lang) -> Text | None:
        """Return the running text in `lang`, or none."""
        return text_in(self.texts, lang)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The public entries, oldest first; those of one day in the order written."""
        return tuple(sorted((e for e in self.facts.entries if e.public), key=lambda e: e.date))

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the public entries, oldest first."""
        return tuple(entry.document for entry in self.entries if entry.document)


STAGE_OF_TYPE = {
    **dict.fromkeys(
        (EntryType.BARGAINING_REQUESTED, EntryType.BARGAINING_SESSION, EntryType.DEMAND_SUBMITTED,
         EntryType.UNION_NOTICE),
        DisputeStage.BARGAINING,
    ),
    **dict.fromkeys(
        (EntryType.DISPUTE_NOTICE, EntryType.STRIKE_VOTE, EntryType.STRIKE_NOTICE, EntryType.STRIKE,
         EntryType.PROTEST, EntryType.LOCKOUT, EntryType.BARGAINING_REFUSED),
        DisputeStage.DISPUTE,
    ),
    **dict.fromkeys(
        (EntryType.CONCILIATION, EntryType.MEDIATION, EntryType.ARBITRATION, EntryType.ULP_FILED,
         EntryType.ULP_INVESTIGATION, EntryType.ULP_HEARING, EntryType.REVIEW_FILED),
        DisputeStage.COMMISSION,
    ),
    **dict.fromkeys(
        (EntryType.LAWSUIT_FILED, EntryType.COURT_DATE, EntryType.APPEAL), DisputeStage.COURT
    ),
    **dict.fromkeys((EntryType.SETTLEMENT, EntryType.CLOSED), DisputeStage.SETTLED),
}  # fmt: skip
# An order or a judgment ends its procedure: until the next step is taken the dispute is open, and nobody decides it.
ENDS_OF_PROCEDURE = frozenset({EntryType.ULP_ORDER, EntryType.JUDGMENT})
# A stage once reached is not left by talks that go on beside it: only these move a dispute back or forth.
RANK = (DisputeStage.BARGAINING, DisputeStage.DISPUTE, DisputeStage.COMMISSION, DisputeStage.COURT)


class Figures(NamedTuple):
    """What is counted in a dispute up to a day."""

    as_of: date
    sessions: int
    sessions_source: str  # of the entry that gives the number
    sessions_as_of: PartialDate | None
    sessions_at_notice: int  # sessions held when the dispute was declared; 0 if it was not
    strike_days: int
    first_demand: PartialDate | None
    days_since_demand: int | None  # none if the demand is not known to the day
    stage: DisputeStage
    stage_since: PartialDate | None


def entries_until(dispute: Dispute, day: date) -> tuple[Entry, ...]:
    """Return the public entries that had happened by the end of `day`."""
    return tuple(e for e in dispute.entries if e.date.date <= day)


def figures_of(dispute: Dispute, day: date) -> Figures:
    """Count sessions, strike days and days since the first demand as they stood at the end of `day`.

    Units: days are calendar days in Japan. Sessions held is the highest session number, or reported total,
    among the entries; sessions before it are never invented.
    """
    entries = entries_until(dispute, day)
    best = max((e for e in entries if session_number(e)), key=session_number, default=None)
    notice = next((e.date for e in entries if e.type is EntryType.DISPUTE_NOTICE), None)
    before = max((session_number(e) for e in entries if notice and e.date <= notice), default=0)
    demands = (EntryType.DEMAND_SUBMITTED, EntryType.BARGAINING_REQUESTED)
    first = min((e.date for e in entries if e.type in demands), default=None)
    stage, since = stage_of(dispute, entries, day)
    return Figures(
        as_of=day,
        sessions=session_number(best) if best else 0,
        sessions_source=best.source if best else "",
        sessions_as_of=best.date if best else None,
        sessions_at_notice=before,
        strike_days=len(strike_days(entries, day)),
        first_demand=first,
        days_since_demand=(day - first.date).days if first and first.precision == "day" else None,
        stage=stage,
        stage_since=since,
    )


def session_number(entry: Entry) -> int:
    """Return how many sessions had been held after this entry, as far as it tells."""
    if entry.type is not EntryType.BARGAINING_SESSION:
        return 0
    return max(entry.number or 0, entry.reported_total or 0)


def strike_days(entries: tuple[Entry, ...], day: date) -> set[date]:
    """Return the days up to `day` on which there was a strike; a strike not known to the day counts none."""
    days: set[date] = set()
    for entry in entries:
        if entry.type is EntryType.STRIKE and entry.date.precision == "day":
            last = min(entry.until.date if entry.until else entry.date.date, day)
            days.update(entry.date.date + timedelta(n) for n in range((last - entry.date.date).days + 1))
    return days


def stage_of(dispute: Dispute, entries: tuple[Entry, ...], day: date) -> tuple[DisputeStage, PartialDate | None]:
    """Return the stage that the entries lead to, and since when; on a strike day it is the strike."""
    if day in strike_days(entries, day):
        return DisputeStage.STRIKE, PartialDate(day.year, day.month, day.day)
    stage, since = DisputeStage.BARGAINING, entries[0].date if entries else None
    for entry in entries:
        reached = _moved(stage, entry.type)
        if reached is not stage:
            stage, since = reached, entry.date
    if dispute.facts.closed and dispute.facts.closed.date <= day:
        return DisputeStage.SETTLED, dispute.facts.closed
    paused = dispute.facts.paused
    return (DisputeStage.PAUSED, paused) if paused and paused.date <= day else (stage, since)


def _moved(stage: DisputeStage, happened: EntryType) -> DisputeStage:
    """Return the stage after something happened."""
    if happened in ENDS_OF_PROCEDURE:
        return DisputeStage.DISPUTE
    reached = STAGE_OF_TYPE.get(happened, stage)
    if DisputeStage.SETTLED in (stage, reached):
        return reached
    return max(stage, reached, key=RANK.index)
