"""Campaigns (キャンペーン): goal, demands, one action, partners, facts."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from plugins.model.dates import PartialDate
from plugins.model.kinds import CampaignState, DemandState, OutcomeStatus, PartnerRole
from plugins.model.photo import Photo
from plugins.model.record import Action, ClaimPair, Demand, Distribution, Fact, FaqItem
from plugins.model.text import Detail, Lang, Text, Words, text_in

SETTLED = frozenset((DemandState.MET, DemandState.WITHDRAWN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """An organisation that takes part, and how."""

    organisation: str
    role: PartnerRole = PartnerRole.PARTNER
    region: Words = Words()
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """To whom the demands go (要請先)."""

    name: Words
    office: Words = Words()
    receives_letters: bool = False  # by post: an office whose address everybody can look up
    postal_address: Words = Words()
    fax: str = ""
    email: str = ""  # of an office, never of a person

    @property
    def takes_letters(self) -> bool:
        """Whether readers are asked to write there."""
        return self.receives_letters or bool(self.postal_address or self.fax or self.email)


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignFacts:
    """`campaign.yml`."""

    short: str = ""  # as of a post
    name: Words
    slogan: Words = Words()
    goal: Words
    demands: tuple[Demand, ...] = ()
    targets: tuple[Target, ...] = ()
    letter: Words = Words()  # the union's own paragraph in the letters to them
    partners: tuple[Partner, ...] = ()
    action: str = ""  # the one action asked for: id of an action here or in data/actions.yml
    actions: tuple[Action, ...] = ()
    facts: tuple[Fact, ...] = ()
    show_facts: tuple[str, ...] = ()  # ids of facts that stand in another record
    distributions: tuple[Distribution, ...] = ()
    show_distributions: tuple[str, ...] = ()
    claims: tuple[ClaimPair, ...] = ()
    faq: tuple[FaqItem, ...] = ()
    contact: str = ""
    press_contact: str = ""  # whom journalists are to ask
    photos: tuple[Photo, ...] = ()
    privacy_promise: Words = Words()
    start: PartialDate | None = None
    end: PartialDate | None = None
    paused: PartialDate | None = None  # since when it rests
    result: Words = Words()
    outcome_status: OutcomeStatus = OutcomeStatus.ONGOING
    what_changed: Words = Words()  # with the result
    thanks: Words = Words()


class Campaign(NamedTuple):
    """One campaign with its words."""

    slug: str
    path: str
    facts: CampaignFacts
    texts: tuple[Text, ...] = ()
    details: tuple[Detail, ...] = ()  # in its record
    easy: Text | None = None  # in やさしい日本語

    def text(self, lang: Lang) -> Text | None:
        """Return the running text in `lang`, or none."""
        return text_in(self.texts, lang)

    @property
    def has_letters(self) -> bool:
        """Whether it has a page of letters; also once it has ended, since others link to it."""
        return bool(self.facts.demands) and any(target.takes_letters for target in self.facts.targets)

    @property
    def open_demands(self) -> tuple[Demand, ...]:
        """What it still asks for."""
        return tuple(demand for demand in self.facts.demands if demand.state not in SETTLED)

    def has_letters_for(self, action: str) -> bool:
        """Return whether an action that it asks for, or has among its own, can be to write its letters."""
        is_own = action == self.facts.action or any(own.id == action for own in self.facts.actions)
        return is_own and self.has_letters

    def state(self, today: date) -> CampaignState:
        """Return where the campaign stands on `today`."""
        if self.facts.start and today < self.facts.start.date:
            return CampaignState.PLANNED
        if self.facts.end and today > self.facts.end.last:
            return CampaignState.CLOSED
        paused = self.facts.paused
        return CampaignState.PAUSED if paused and paused.date <= today else CampaignState.ACTIVE
