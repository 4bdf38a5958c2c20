"""Feeds of each language: all news, each kind, dispute, campaign and topic; only where there is something to tell."""

from collections.abc import Iterable, Mapping
from weakref import WeakKeyDictionary

from plugins.feeds.atom import render_atom
from plugins.feeds.entries import NEWEST, feed_of
from plugins.feeds.json_feed import render_json
from plugins.feeds.rss import render_rss
from plugins.feeds.times import FeedTimes
from plugins.model.context import Context, kept
from plugins.model.jobs import Job
from plugins.model.kinds import PostKind
from plugins.model.posts import ALL, Listed, Lists
from plugins.model.text import Lang
from plugins.model.urls import (
    FEED_STYLE,
    feed_url,
    kind_url,
    main_feed_owner,
    output_path,
    record_url,
    tag_url,
)
from plugins.pages.archives import used_tags
from plugins.pages.feed_entries import shared_entry
from plugins.pages.labels import kind_words
from plugins.pages.names import shared_name, shared_tag
from plugins.pages.sayings import reading_order

WITH_FEED = frozenset(("kind", "dispute", "campaign", "tag"))  # lists of posts that have one, beside all news
FORMS = {"atom": render_atom, "rss": render_rss, "json": render_json}
OF_TOPIC = 10  # entries of a topic's feed: topics are many, and each of their posts is written out whole
# How 10,000 posts are spread over the seconds is worked out once for all feeds of a language.
TIMES: WeakKeyDictionary[Lists, tuple[Mapping[str, Listed], dict[Lang, FeedTimes]]] = WeakKeyDictionary()


def feed_lists(context: Context, lang: Lang) -> Iterable[tuple[str, str]]:
    """Yield the lists of posts that have a feed: a post without a text in `lang` is no entry."""
    site = context.site
    lists = [(ALL, ""), *(("kind", kind.value) for kind in PostKind)]
    lists += [("dispute", slug) for slug in site.disputes]
    lists += [("campaign", slug) for slug in site.campaigns]
    lists += [("tag", key) for key in used_tags(site)]
    return (found for found in lists if lang in site.posts.langs(*found))


def feed_jobs(context: Context) -> Iterable[Job]:
    """Give each feed in its forms."""
    for lang in context.site.langs:
        for group, key in feed_lists(context, lang):
            for form in forms_of(group):
                path = output_path(feed_url(feed_owner(lang, group, key), form))
                yield Job(path, render_feed, (lang, group, key, form))


def forms_of(group: str) -> tuple[str, ...]:
    """Return the forms of the feeds of a group: every reader reads Atom; JSON is for programs, which take all news."""
    if group == "tag":  # topics are many
        return ("atom",)
    return tuple(FORMS) if group == ALL else ("atom", "rss")


def render_feed(context: Context, lang: Lang, group: str, key: str, form: str, at: str = "") -> str:
    """Render the feed of a list in one of its forms; `at` is the old address of the list where it goes on there."""
    site, owner = context.site, feed_owner(lang, group, key)
    name = site.facts.name.pick(reading_order(site, lang)).text
    newest = context.shared(newest_entries, lang, group, key)
    feed = feed_of(
        [shared_entry(context, lang, *entry) for entry in newest],
        site_id=site.facts.id,
        path=owner,
        url=f"{site.url}{feed_url(owner, form)}",
        title=f"{title} – {name}" if (title := feed_title(context, lang, group, key)) else name,
        subtitle=site.facts.tagline.pick(reading_order(site, lang)).text,
        lang=lang,
        home_url=f"{site.url}{owner}",
        author=name,
        note=context.words[lang].gettext(
            "This is a feed. Copy the address of this page into a feed reader, and new posts will reach you there."
        ),
        style=f"{'../' * ((at or owner).count('/') - 1)}{FEED_STYLE.lstrip('/')}",
    )
    assert feed is not None
    return FORMS[form](feed)


def feed_owner(lang: Lang, group: str, key: str) -> str:
    """Return the root-absolute address of the list that a feed belongs to."""
    if group == "kind":
        return kind_url(lang, PostKind(key))
    if group == ALL:
        return main_feed_owner(lang)
    if group == "tag":
        return tag_url(lang, key)
    return record_url(lang, f"{group}s", key)


def feed_title(context: Context, lang: Lang, group: str, key: str) -> str:
    """Return what a feed is called beside the site's name; nothing for that of all news."""
    if group == ALL:
        return ""
    if group == "kind":
        return kind_words(PostKind(key), context.words[lang])
    if group == "tag":
        found = shared_tag(context, key, lang)
        return found[1].text if found else ""
    said = shared_name(context, f"{group}s", key, lang)
    return said.text if said else ""


@kept  # so that the times of all posts are worked out only where the lists have changed
def newest_entries(context: Context, lang: Lang, group: str, key: str) -> tuple[tuple[str, int, int], ...]:
    """Return (folder, published, last changed) of the entries of a feed, the one changed last first.

    Units: seconds since 1970.
    """
    lists = context.site.posts.dated
    most = OF_TOPIC if group == "tag" else NEWEST
    return _times(lists, lang).newest((group, key), lists.rows_of(group, key), most)


def _times(lists: Lists, lang: Lang) -> FeedTimes:
    rows, by_lang = TIMES.get(lists, ({}, {}))
    if rows is not lists.rows:  # lists that stay in memory get other rows
        rows, by_lang = TIMES[lists] = lists.rows, {}
    if lang not in by_lang:
        by_lang[lang] = FeedTimes(rows.values(), lang)
    return by_lang[lang]
