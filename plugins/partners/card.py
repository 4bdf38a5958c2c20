"""A campaign as a partner site shows it."""

from datetime import date, datetime
from typing import NamedTuple

from plugins.model.text import Lang, Said


class PartnerPost(NamedTuple):
    """One of the campaign's newest posts."""

    id: str  # permanent, the one of the feeds
    url: str  # absolute
    title: Said
    published: datetime
    updated: datetime
    day: str  # of its publication, in words


class PartnerAction(NamedTuple):
    """What the campaign asks for."""

    label: Said
    url: str  # absolute; empty unless it is open
    state: str  # a word of ActionState
    closes: date | None  # a moment, or a whole day
    until: str  # the same in words


class PartnerOutcome(NamedTuple):
    """How the campaign ended, as far as it is told."""

    status: str  # a word of OutcomeStatus
    status_words: str  # "Won"; empty where that is not told
    text: Said | None


class PartnerCard(NamedTuple):
    """A campaign in one language, whole addresses only; nobody's name is in it but the union's."""

    id: str  # the campaign's folder
    lang: Lang  # of the page that it is for
    url: str  # absolute, of the campaign
    name: Said
    state: str  # a word of CampaignState
    state_words: str  # empty while it runs
    union: Said
    home_url: str  # absolute
    action: PartnerAction | None
    posts: tuple[PartnerPost, ...]
    outcome: PartnerOutcome | None = None  # once it has ended
