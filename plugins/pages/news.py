"""Lists of posts: all news page by page, and one list each for kinds, years, tags and stories that have posts."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import PostKind
from plugins.model.posts import ALL
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import home_url, kind_url, news_url, output_path, paged_url, section_url, tag_url, year_url
from plugins.pages.archives import Archives, archives, most_used, stories, used_kinds, used_tags, used_years
from plugins.pages.correction_log import log_url
from plugins.pages.feed_jobs import WITH_FEED, feed_owner, forms_of
from plugins.pages.frames import Feeds, feed_links, frame, head_of, section_label
from plugins.pages.list_titles import ListTitle, list_title
from plugins.pages.paging import Paging, page_count, paging
from plugins.pages.rows import PostRow, shared_row
from plugins.pages.story_lists import STORIES, story_list_url, story_lists

PER_PAGE = 10


class NewsView(NamedTuple):
    """One page of a list of posts."""

    head: Head
    title: Said
    other: Said | None  # the title in the other language
    url: str  # of the list's first page
    summary: Said | None
    eyebrow: str  # what the list is, where its title does not say it
    parents: tuple[tuple[Said | str, str], ...]  # (words, address) of the pages above it, from the home page on
    rows: tuple[PostRow, ...]
    paging: Paging
    links: Archives
    tags: tuple[tuple[Said, str], ...]  # (label, address)
    stories: tuple[tuple[Said, str], ...]  # (name, address) of campaigns and disputes, on the first page of all news
    feeds: Feeds  # its own, or those of all news
    has_own_feed: bool
    corrections: str  # address of the log of all corrections, on all news

    @property
    def chips(self) -> tuple[tuple[str, str, str, bool], ...]:
        """Links to the kinds: (kind, tone, address, is this list)."""
        word, url = self.links.all_news
        kinds = ((word, tone, url, url == self.url) for word, tone, url in self.links.kinds)
        return ((word, "quiet", url, url == self.url), *kinds)

    @property
    def years(self) -> tuple[tuple[str, str], ...]:
        return self.links.years


def news_jobs(context: Context) -> Iterable[Job]:
    """Give every list of posts in every language; a post that only another language has is in the lists too."""
    for group, key in _lists(context.site):
        yield from context.shared(_jobs_of, group, key)


def _jobs_of(context: Context, group: str, key: str) -> tuple[Job, ...]:
    """Return the jobs of one list: of thousands, few have other pages than before."""
    return tuple(
        Job(output_path(paged_url(_list_url(lang, group, key), number)), news_view, (lang, group, key, number),
            "pages/news.html", lang)
        for number in range(1, context.shared(_page_count, group, key) + 1)
        for lang in context.site.langs  # the innermost: the same posts are open for all languages
    )  # fmt: skip


def _lists(site: Site) -> Iterable[tuple[str, str]]:
    """Yield (group, key) of every list that has posts."""
    if site.posts.count():
        yield ALL, ""
    yield from (("kind", kind.value) for kind in used_kinds(site))
    yield from (("year", str(year)) for year in used_years(site))
    yield from (("tag", key) for key in used_tags(site))
    yield from story_lists(site)


def _page_count(context: Context, group: str, key: str) -> int:
    return page_count(context.site.posts.count(group, key), PER_PAGE)


def _list_url(lang: Lang, group: str, key: str) -> str:
    if group in STORIES:
        return story_list_url(lang, group, key)
    if group == "kind":
        return kind_url(lang, PostKind(key))
    if group == "year":
        return year_url(lang, int(key))
    return tag_url(lang, key) if group == "tag" else news_url(lang)


def news_view(context: Context, lang: Lang, group: str, key: str, number: int) -> NewsView:
    """Return the view of one page of a list."""
    site, url = context.site, _list_url(lang, group, key)
    called = context.shared(list_title, lang, group, key)
    place = paging(url, number, context.shared(_page_count, group, key))
    shown = site.posts.folders(group, key, (number - 1) * PER_PAGE, number * PER_PAGE)
    own_feeds = _own_feeds(context, lang, group, key, called)
    head = _head(context, lang, group, key, place, called, own_feeds)
    return NewsView(
        head=head,
        title=called.title,
        other=called.other,
        url=url,
        summary=called.summary,
        eyebrow=called.eyebrow,
        parents=_parents(context, lang, group, called),
        rows=tuple(shared_row(context, folder, lang) for folder in shown),
        paging=place,
        links=(links := archives(context, lang)),
        tags=links.tags or (most_used(context, lang) if (group, number) == (ALL, 1) else ()),
        stories=stories(context, lang) if (group, number) == (ALL, 1) else (),
        feeds=own_feeds or head.feeds,
        has_own_feed=bool(own_feeds),
        corrections=log_url(context, lang) if group == ALL else "",
    )


def _own_feeds(context: Context, lang: Lang, group: str, key: str, called: ListTitle) -> Feeds:
    """Return the feeds that hold just this list."""
    if group not in WITH_FEED or lang not in context.site.posts.langs(group, key):
        return ()
    return feed_links(called.title.text, feed_owner(lang, group, key))[: len(forms_of(group))]


def _parents(context: Context, lang: Lang, group: str, called: ListTitle) -> tuple[tuple[Said | str, str], ...]:
    words = context.words[lang]
    if group == ALL:
        return ()
    home = (words.gettext("Home"), home_url(lang))
    section = STORIES[group].section if group in STORIES else "news"
    own = (called.parent,) if called.parent else ()
    return (home, (section_label(section, words), section_url(lang, section)), *own)


def _head(context: Context, lang: Lang, group: str, key: str, place: Paging, called: ListTitle, feeds: Feeds) -> Head:
    url = _list_url(lang, group, key)
    langs = context.site.posts.langs(group, key)
    # A list of stand-ins only stands in itself, for the list in a language that has the posts.
    original = "" if lang in langs else next(iter(langs), "")
    description = called.summary.text if called.summary else ""
    address = paged_url(url, place.number)
    section = STORIES[group].section if group in STORIES else "news"
    return head_of(
        frame(context, lang), address, place.titled(called.text), description, section, feeds, langs, original
    )
