"""The page of feeds: how to follow the site, and the address of every feed and calendar that it has."""

import re
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

from plugins.i18n import Catalogue
from plugins.i18n.locales import language_name
from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import PostKind
from plugins.model.posts import ALL
from plugins.model.text import Lang, Said
from plugins.model.urls import calendar_url, feed_url, opml_url, output_path, partner_page_url, section_url
from plugins.pages.archives import MOST_TAGS, used_tags
from plugins.pages.feed_jobs import feed_lists, feed_owner, forms_of
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair
from plugins.pages.labels import kind_words
from plugins.pages.names import shared_name, shared_tag
from plugins.pages.people import cleared_contact
from plugins.pages.relations import running_campaigns

# Adds an account as a friend. Source: LINE Developers, "LINE URL scheme"
LINE = "https://line.me/R/ti/p/"
LINE_ID = re.compile(r"@[A-Za-z0-9._-]+")


class FeedRow(NamedTuple):
    """One feed or calendar with its addresses."""

    title: Said | None  # none where the heading above says it
    url: str  # root-absolute
    address: str  # the same, absolute, to copy
    other: str = ""  # root-absolute, of the same feed as RSS 2.0
    json: str = ""  # root-absolute, of the same feed as JSON Feed


class FeedGroup(NamedTuple):
    """The feeds of one sort; never empty."""

    what: str  # "news", "kinds", "disputes", "campaigns", "topics" or "calendar"
    title: str
    rows: tuple[FeedRow, ...]


class FeedsShown(NamedTuple):
    """What the page of feeds shows; a feed without an entry in the language does not exist."""

    url: str
    title: Said
    other: Said | None
    line: str  # LINE official account of the site's contact
    line_url: str  # where it can be added, if that is known
    language: str
    opml: str  # root-absolute, of the list of all feeds; empty where there is none
    main: tuple[FeedGroup, ...]  # all news, and the calendar
    parts: tuple[FeedGroup, ...]  # of one kind, dispute, campaign or topic
    partners: tuple[tuple[Said, str], ...]  # (name, address) of what other sites can show of a campaign


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
    line = contact.line_official if contact else ""
    found = [
        (group, FeedGroup(*sort_words(group, words), tuple(_feed_row(context, lang, *one) for one in lists)))
        for group, lists in groupby(_listed(context, lang), key=lambda found: found[0])
    ]
    main = [shown for group, shown in found if group == ALL]
    return FeedsShown(
        url=section_url(lang, "feeds"),
        title=title,
        other=other,
        line=line,
        line_url=f"{LINE}{quote(line, safe='')}" if LINE_ID.fullmatch(line) else "",
        language=language_name(lang, lang),
        opml=opml_url(lang) if found else "",
        main=(*main, *([_calendar(context, lang)] if site.events else [])),
        parts=tuple(shown for group, shown in found if group != ALL),
        partners=tuple(
            (shared_name(context, "campaigns", slug, lang) or Said(slug, lang), partner_page_url(lang, slug))
            for slug in dict.fromkeys((*running_campaigns(context), *site.campaigns))
        ),
    )


def _listed(context: Context, lang: Lang) -> Iterable[tuple[str, str]]:
    """Yield the lists whose feeds stand on the page; of very many topics each has the address on its own page only."""
    are_many = len(used_tags(context.site)) > MOST_TAGS
    return (found for found in feed_lists(context, lang) if not (are_many and found[0] == "tag"))


def sort_words(group: str, words: Catalogue) -> tuple[str, str]:
    """Return the anchor and the title of the feeds of one sort."""
    return {
        ALL: ("news", words.gettext("All news")),
        "kind": ("kinds", words.gettext("News of one kind")),
        "dispute": ("disputes", words.gettext("News of one dispute")),
        "campaign": ("campaigns", words.gettext("News of one campaign")),
        "tag": ("topics", words.gettext("News of one topic")),
    }[group]


def _feed_row(context: Context, lang: Lang, group: str, key: str) -> FeedRow:
    owner = feed_owner(lang, group, key)
    url = feed_url(owner, "atom")
    other, json = (feed_url(owner, form) if form in forms_of(group) else "" for form in ("rss", "json"))
    return FeedRow(_title(context, lang, group, key), url, f"{context.site.url}{url}", other, json)


def _title(context: Context, lang: Lang, group: str, key: str) -> Said | None:
    if group == ALL:
        return None
    if group == "kind":
        return Said(kind_words(PostKind(key), context.words[lang]), lang)
    if group == "tag":
        found = shared_tag(context, key, lang)
        return found[1] if found else Said(key, lang)
    return shared_name(context, f"{group}s", key, lang) or Said(key, lang)


def _calendar(context: Context, lang: Lang) -> FeedGroup:
    url = calendar_url(lang)
    row = FeedRow(None, url, f"{context.site.url}{url}")
    return FeedGroup("calendar", context.words[lang].gettext("Calendar of events"), (row,))
