"""The page of feeds: how to follow the site, and the address of every feed and calendar that it has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.i18n import Catalogue
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.kinds import PostKind
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import (
    calendar_url,
    campaign_url,
    dispute_url,
    feed_url,
    kind_url,
    main_feed_owner,
    output_path,
    section_url,
)  # fmt: skip
from plugins.pages.feed_jobs import feed_plans
from plugins.pages.frames import head_of
from plugins.pages.headings import section_pair
from plugins.pages.labels import kind_words
from plugins.pages.sayings import reading_order, say

FORMS = (("Atom", "atom"), ("RSS", "rss"))  # the recommended one first


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One feed with its addresses.

    Shape: `forms` holds (name of the form, root-absolute address, absolute address to copy).
    """

    title: Said
    forms: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class FeedGroup:
    """The feeds of one sort; never empty."""

    what: str  # "news", "kinds", "disputes", "campaigns" or "calendar"
    title: str
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True, slots=True)
class FeedsShown:
    """What the page of feeds shows; a feed without an entry in the language does not exist."""

    url: str
    title: Said
    other: Said | None
    line: str  # LINE official account of the site's contact
    groups: tuple[FeedGroup, ...]
    contents: tuple[tuple[str, str], ...]  # (words, "#anchor") of the page's sections


@dataclass(frozen=True, slots=True)
class FeedsView:
    """The page of feeds."""

    head: Head
    page: FeedsShown


def feeds_page_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the page in each language; the footer links to it, so it exists even before the first post."""
    for lang in site.langs:
        shown = feeds_shown(site, lang, words)
        yield Job(output_path(shown.url), feeds_view, (frames[lang], shown), "pages/feeds.html", lang)


def feeds_view(frame: Frame, shown: FeedsShown) -> FeedsView:
    """Return the view of the page of feeds."""
    return FeedsView(head_of(frame, shown.url, shown.title.text), shown)


def feeds_shown(site: Site, lang: Lang, words: Mapping[Lang, Catalogue]) -> FeedsShown:
    """Return the feeds that have an entry in `lang`, and the calendar if there is an event."""
    title, other = section_pair(site, "feeds", lang, words)
    contact = site.contacts.get(site.facts.contact)
    owners = {plan.owner for plan in feed_plans(site, lang, words[lang])}
    groups = [
        FeedGroup(what, named, tuple(_row(site, owner, said) for owner, said in lists if owner in owners))
        for what, named, lists in _lists(site, lang, words[lang])
    ]
    if site.events:
        groups.append(_calendar(site, lang, words[lang]))
    shown = tuple(group for group in groups if group.rows)
    contents = ((words[lang].gettext("What is RSS?"), "#rss"), *((group.title, f"#{group.what}") for group in shown))
    line = contact.line_official if contact else ""
    return FeedsShown(section_url(lang, "feeds"), title, other, line, shown, contents)


def _lists(site: Site, lang: Lang, words: Catalogue) -> Iterable[tuple[str, str, Iterable[tuple[str, Said]]]]:
    """Yield every list that may have a feed, with its name, by sort."""
    yield "news", words.gettext("All news"), [(main_feed_owner(lang), site.facts.name.pick(reading_order(site, lang)))]
    kinds = [(kind_url(lang, kind), Said(kind_words(kind, words), lang)) for kind in PostKind]
    yield "kinds", words.gettext("News of one kind"), kinds
    yield (
        "disputes",
        words.gettext("News of one dispute"),
        [
            (dispute_url(lang, slug), say(dispute.facts.name, site, lang) or Said(slug, lang))
            for slug, dispute in site.disputes.items()
        ],
    )
    yield (
        "campaigns",
        words.gettext("News of one campaign"),
        [
            (campaign_url(lang, slug), say(campaign.facts.name, site, lang) or Said(slug, lang))
            for slug, campaign in site.campaigns.items()
        ],
    )


def _calendar(site: Site, lang: Lang, words: Catalogue) -> FeedGroup:
    url = calendar_url(lang)
    row = FeedRow(site.facts.name.pick(reading_order(site, lang)), (("iCalendar", url, site.url + url),))
    return FeedGroup("calendar", words.gettext("Calendar of events"), (row,))


def _row(site: Site, owner: str, title: Said) -> FeedRow:
    urls = ((name, feed_url(owner, form)) for name, form in FORMS)
    return FeedRow(title, tuple((name, url, site.url + url) for name, url in urls))
