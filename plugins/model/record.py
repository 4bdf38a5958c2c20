"""Facts that several kinds of record share."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from plugins.model.dates import Moment, PartialDate
from plugins.model.kinds import ActionState, ActionType, DemandState
from plugins.model.text import Lang, Words
from plugins.model.transfer import Transfer

SOON_DAYS = 7  # an action that closes within these days is "closing soon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact was read: `content/data/sources.yml`, by its key."""

    name: Words
    publisher: str  # key of an organisation
    date: PartialDate | None = None  # day of publication
    checked: PartialDate | None = None  # day on which we read it, for a page without a date
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One demand with the answer to it."""

    text: Words
    detail: Words = Words()
    state: DemandState | None = None  # none where nobody has been asked yet
    answer: Words = Words()  # what the other side said to it, or agreed
    date: PartialDate | None = None  # since when it stands so
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure with its date and source; it is written once and shown in many places."""

    id: str
    value: Decimal
    unit: Words = Words()
    label: Words
    as_of: PartialDate
    source: str  # key of a Source
    n: int | None = None  # size of the sample
    note: Words = Words()  # what a reader must know, such as another figure of the same source
    review_by: PartialDate | None = None  # when somebody is to look whether it still holds; on no page


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One part of a distribution, in per cent."""

    label: Words
    value: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """Parts of a whole, in per cent; they add up to 100."""

    id: str
    label: Words
    shares: tuple[Share, ...]
    as_of: PartialDate
    source: str
    n: int | None = None
    review_by: PartialDate | None = None  # as of a Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPair:
    """What the other side says, and what we say, each with its source."""

    claim: Words
    claim_source: str
    answer: Words
    answer_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqItem:
    """A question and its answer."""

    question: Words
    answer: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One thing that a reader can do, repeated wherever it is asked for."""

    id: str
    type: ActionType
    label: Words  # the words on the button
    title: Words = Words()  # the words above it
    url: str = ""
    opens: Moment | None = None
    closes: Moment | None = None
    effort: Words = Words()  # time needed
    form_languages: tuple[Lang, ...] = ()
    privacy_promise: Words = Words()
    data_holder: Words = Words()
    retention: Words = Words()
    note: Words = Words()  # what a reader must know besides, in every state
    result: Words = Words()
    result_url: str = ""
    figure: int | None = None  # how many have taken part
    figure_as_of: PartialDate | None = None
    purpose: Words = Words()  # what money is used for
    transfer: Transfer | None = None  # the accounts to which it is sent

    def state(self, now: datetime, *, is_over: bool = False) -> ActionState:
        """Return where the action stands at `now`; without a deadline it stays open until its campaign `is_over`."""
        if is_over:
            return ActionState.RESULT if self.result else ActionState.CLOSED
        if self.opens and now < self.opens:
            return ActionState.BEFORE
        if self.closes and now > self.deadline:
            return ActionState.RESULT if self.result else ActionState.CLOSED
        if self.closes and (self.deadline.date() - now.date()).days <= SOON_DAYS:
            return ActionState.CLOSING_SOON
        return ActionState.OPEN

    @property
    def deadline(self) -> datetime:
        """The last moment; a day without a clock time lasts until its end."""
        assert self.closes
        whole_day = self.closes.hour == self.closes.minute == 0
        return self.closes.replace(hour=23, minute=59, second=59) if whole_day else self.closes


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document to read: a file beside the record, or an address."""

    title: Words
    file: str = ""
    url: str = ""
    lang: Lang = ""
