"""The page of feeds: how to follow the site, and the address of every feed and calendar that it has."""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from plugins.i18n import Catalogue
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import PostKind
from plugins.model.posts import ALL
from plugins.model.text import Lang, Said
from plugins.model.urls import calendar_url, feed_url, output_path, section_url
from plugins.pages.feed_jobs import feed_lists, feed_owner
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair
from plugins.pages.labels import kind_words
from plugins.pages.names import shared_name
from plugins.pages.people import cleared_contact
from plugins.pages.sayings import reading_order

FORMS = (("Atom", "atom"), ("RSS", "rss"))  # the recommended one first


class FeedRow(NamedTuple):
    """One feed with its addresses.

    Shape: `forms` holds (name of the form, root-absolute address, absolute address to copy).
    """

    title: Said
    forms: tuple[tuple[str, str, str], ...]


class FeedGroup(NamedTuple):
    """The feeds of one sort; never empty."""

    what: str  # "news", "kinds", "disputes", "campaigns" or "calendar"
    title: str
    rows: tuple[FeedRow, ...]


class FeedsShown(NamedTuple):
    """What the page of feeds shows; a feed without an entry in the language does not exist."""

    url: str
    title: Said
    other: Said | None
    line: str  # LINE official account of the site's contact
    groups: tuple[FeedGroup, ...]
    contents: tuple[tuple[str, str], ...]  # (words, "#anchor") of the page's sections


class FeedsView(NamedTuple):
    """The page of feeds."""

    head: Head
    page: FeedsShown


def feeds_page_jobs(context: Context) -> Iterable[Job]:
    """Give the page in each language; the footer links to it, so it exists even before the first post."""
    for lang in context.site.langs:
        yield Job(output_path(section_url(lang, "feeds")), feeds_view, (lang,), "pages/feeds.html", lang)


def feeds_view(context: Context, lang: Lang) -> FeedsView:
    """Return the view of the page of feeds."""
    shown = feeds_shown(context, lang)
    return FeedsView(head_of(frame(context, lang), shown.url, shown.title.text), shown)


def feeds_shown(context: Context, lang: Lang) -> FeedsShown:
    """Return the feeds that have an entry in `lang`, and the calendar if there is an event."""
    site, words = context.site, context.words[lang]
    title, other = section_pair(site, "feeds", lang, context.words)
    contact = cleared_contact(site, site.facts.contact)
    groups = [
        FeedGroup(*_sort(group, words), tuple(_feed_row(context, lang, *found) for found in lists))
        for group, lists in groupby(feed_lists(context, lang), key=lambda found: found[0])
    ]
    if site.events:
        groups.append(_calendar(context, lang))
    contents = ((words.gettext("What is RSS?"), "#rss"), *((group.title, f"#{group.what}") for group in groups))
    line = contact.line_official if contact else ""
    return FeedsShown(section_url(lang, "feeds"), title, other, line, tuple(groups), contents)


def _sort(group: str, words: Catalogue) -> tuple[str, str]:
    """Return the anchor and the title of the feeds of one sort."""
    return {
        ALL: ("news", words.gettext("All news")),
        "kind": ("kinds", words.gettext("News of one kind")),
        "dispute": ("disputes", words.gettext("News of one dispute")),
        "campaign": ("campaigns", words.gettext("News of one campaign")),
    }[group]


def _feed_row(context: Context, lang: Lang, group: str, key: str) -> FeedRow:
    owner = feed_owner(lang, group, key)
    urls = ((name, feed_url(owner, form)) for name, form in FORMS)
    return FeedRow(
        _title(context, lang, group, key), tuple((name, url, f"{context.site.url}{url}") for name, url in urls)
    )


def _title(context: Context, lang: Lang, group: str, key: str) -> Said:
    if group == ALL:
        return _site_name(context, lang)
    if group == "kind":
        return Said(kind_words(PostKind(key), context.words[lang]), lang)
    return shared_name(context, f"{group}s", key, lang) or Said(key, lang)


def _calendar(context: Context, lang: Lang) -> FeedGroup:
    url = calendar_url(lang)
    row = FeedRow(_site_name(context, lang), (("iCalendar", url, f"{context.site.url}{url}"),))
    return FeedGroup("calendar", context.words[lang].gettext("Calendar of events"), (row,))


def _site_name(context: Context, lang: Lang) -> Said:
    return context.site.facts.name.pick(reading_order(context.site, lang))
