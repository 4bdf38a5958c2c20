"""The whole site as data: everything, looked up by its key."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from plugins.model.posts import NO_POSTS, Posts
from plugins.model.text import NO_BODY, Body, Lang, Text, Words

# The records of a kind are loaded when one of them is opened, and few builds open all.
if TYPE_CHECKING:
    from plugins.model.campaign import Campaign
    from plugins.model.dispute import Dispute
    from plugins.model.event import Event
    from plugins.model.jobs import FileInput
    from plugins.model.organisation import Contact, Notice, Organisation, Tag, Term
    from plugins.model.page import Explainer, Page
    from plugins.model.picture import PictureFile
    from plugins.model.record import Action, Distribution, Fact, Source
    from plugins.model.revisions import Revision
    from plugins.model.shown import ShownFigures
    from plugins.model.survey import Report, Survey


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFacts:
    """`content/data/site.yml`: whose site it is."""

    id: str = ""  # short, permanent and no other site's; feeds hang on it
    languages: tuple[Lang, ...] = ("ja", "en")  # in the order they are shown
    name: Words
    tagline: Words
    seal: str = "労"  # one character
    union: str = ""  # key of the union's own organisation
    contact: str = ""  # key of the contact in the footer
    demonstration: Words = Words()  # a line on every page; empty on a real site
    footer: Words = Words()
    lead_dispute: str = ""  # whose figures stand on the home page
    lead_post: str = ""  # folder of the post on top of the home page; the newest if empty
    keep_together: tuple[str, ...] = ()  # Japanese words never broken in a headline


class Clock(NamedTuple):
    """The moment for which a site is built."""

    now: datetime  # aware, Japan time

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Site:
    """Everything that is published, and the moment it is built for.

    Shape: mappings by slug or key, `events` by folder in the order of their start. In a build each mapping notes what
    is read of it, so that a page is made anew when, and only when, something that it has read changes: a page asks
    for what it shows and never walks over what it does not.
    """

    facts: SiteFacts
    url: str  # "https://union.example", no slash at the end
    clock: Clock
    posts: Posts = NO_POSTS
    disputes: Mapping[str, Dispute] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    surveys: Mapping[str, Survey] = field(default_factory=dict)
    reports: Mapping[str, Report] = field(default_factory=dict)
    explainers: Mapping[str, Explainer] = field(default_factory=dict)
    pages: Mapping[str, Page] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    action_table: Mapping[str, Action] = field(default_factory=dict)  # those of `content/data/actions.yml`: "0", "1"
    sources: Mapping[str, Source] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    tags: Mapping[str, Tag] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)  # as written: "0", "1"
    facts_by_id: Mapping[str, Fact] = field(default_factory=dict)
    distributions: Mapping[str, Distribution] = field(default_factory=dict)
    shown: Mapping[str, ShownFigures] = field(default_factory=dict)  # what is in the ledger, by a post's id
    revisions: Mapping[str, Revision] = field(default_factory=dict)  # how each event was last told, by its id
    redirects: Mapping[str, str] = field(default_factory=dict)  # old address to new one, without a language
    old_site: Mapping[str, str] = field(default_factory=dict)  # "/2019/05/spring/" of another site: "/ja/news/2019/x/"
    pictures: Mapping[str, PictureFile] = field(default_factory=dict)  # by `picture_key`
    bodies: Mapping[str, Body] = field(default_factory=dict)  # by `Text.key`
    fonts: Mapping[str, FileInput] = field(default_factory=dict)  # of the theme; without them no card is drawn
    searched: Container[Lang] = frozenset()  # the languages whose words are in an index for the search page

    @property
    def langs(self) -> tuple[Lang, ...]:
        return self.facts.languages

    @property
    def now(self) -> datetime:
        return self.clock.now

    @property
    def today(self) -> date:
        return self.clock.today

    def body(self, text: Text) -> Body:
        """Return the running text of an item in one language; empty where there is none."""
        return self.bodies[text.key] if text.has_body else NO_BODY


def closed_with(site: Site, action: Action) -> date | None:
    """Return the last day of the ended campaign in whose record an action stands; none while that runs."""
    own = (c for c in site.campaigns.values() if action in c.facts.actions)
    return next((c.facts.end.last for c in own if c.facts.end and c.facts.end.last < site.today), None)


def promise_of(site: Site, action: Action) -> Words:
    """Return what is promised to those who take an action: its own promise, else its campaign's or its survey's."""
    asking = [
        *(c.facts for c in site.campaigns.values() if action.id == c.facts.action or action in c.facts.actions),
        *(s.facts for s in site.surveys.values() if any(action.id == wave.action for wave in s.facts.waves)),
    ]
    return next((p for p in (action.privacy_promise, *(facts.privacy_promise for facts in asking)) if p), Words())
