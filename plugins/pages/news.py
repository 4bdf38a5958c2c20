"""Lists of posts: all news page by page, and one list each for kinds, years and tags that have posts."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.i18n import format_date
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.kinds import PostKind
from plugins.model.posts import ALL
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import kind_url, news_url, output_path, tag_url, year_url
from plugins.pages.archives import Archives, archives, most_used, used_kinds, used_tags, used_years
from plugins.pages.frames import feed_links, frame, head_of, section_label
from plugins.pages.labels import kind_words
from plugins.pages.page_window import page_window
from plugins.pages.rows import PostRow, shared_row
from plugins.pages.sayings import headline, reading_order, say, say_also

PER_PAGE = 10


class NewsView(NamedTuple):
    """One page of a list of posts."""

    head: Head
    title: Said
    other: Said | None  # the title in the other language
    url: str  # of the list's first page
    summary: Said | None
    rows: tuple[PostRow, ...]
    number: int  # which page of the list this is, from 1
    pages: tuple[tuple[int, str], ...]  # (number, address) of the pages to link to; (0, "") for those left out
    newer: str
    older: str
    links: Archives
    tags: tuple[tuple[Said, str], ...]  # (label, address)

    @property
    def chips(self) -> tuple[tuple[str, str, str, bool], ...]:
        """Links to the kinds: (kind, tone, address, is this list)."""
        word, url = self.links.all_news
        kinds = ((word, tone, url, url == self.url) for word, tone, url in self.links.kinds)
        return ((word, "quiet", url, url == self.url), *kinds)

    @property
    def years(self) -> tuple[tuple[str, str], ...]:
        return self.links.years


class ListTitle(NamedTuple):
    """What a list of posts is called."""

    text: str  # for the head
    title: Said
    other: Said | None  # in the first other language
    summary: Said | None


def news_jobs(context: Context) -> Iterable[Job]:
    """Give every list of posts in every language; a post that only another language has is in the lists too."""
    for group, key in _lists(context.site):
        yield from context.shared(_jobs_of, group, key)


def _jobs_of(context: Context, group: str, key: str) -> tuple[Job, ...]:
    """Return the jobs of one list: of thousands, few have other pages than before."""
    return tuple(
        Job(output_path(_page_url(_list_url(lang, group, key), number)), news_view, (lang, group, key, number),
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


def _page_count(context: Context, group: str, key: str) -> int:
    return -(-context.site.posts.count(group, key) // PER_PAGE)


def _list_url(lang: Lang, group: str, key: str) -> str:
    if group == "kind":
        return kind_url(lang, PostKind(key))
    if group == "year":
        return year_url(lang, int(key))
    return tag_url(lang, key) if group == "tag" else news_url(lang)


def _page_url(url: str, number: int) -> str:
    """Return the address of one page of a list; the first has no number."""
    return url if number == 1 else f"{url}page/{number}/"


def news_view(context: Context, lang: Lang, group: str, key: str, number: int) -> NewsView:
    """Return the view of one page of a list."""
    site, url = context.site, _list_url(lang, group, key)
    called = context.shared(_title_of, lang, group, key)
    count = context.shared(_page_count, group, key)
    shown = site.posts.folders(group, key, (number - 1) * PER_PAGE, number * PER_PAGE)
    return NewsView(
        head=_head(context, lang, group, key, number, called),
        title=called.title,
        other=called.other,
        url=url,
        summary=called.summary,
        rows=tuple(shared_row(context, folder, lang) for folder in shown),
        number=number,
        pages=tuple((page, _page_url(url, page) if page else "") for page in page_window(number, count)),
        newer=_page_url(url, number - 1) if number > 1 else "",
        older=_page_url(url, number + 1) if number < count else "",
        links=(links := archives(context, lang)),
        tags=links.tags or (most_used(context, lang) if (group, number) == (ALL, 1) else ()),
    )


def _head(context: Context, lang: Lang, group: str, key: str, number: int, called: ListTitle) -> Head:
    url = _list_url(lang, group, key)
    langs = context.site.posts.langs(group, key)
    feeds = feed_links(called.text, url) if group == "kind" and lang in langs else ()
    # A list of stand-ins only stands in itself, for the list in a language that has the posts.
    original = "" if lang in langs else next(iter(langs), "")
    full = called.text if number == 1 else f"{called.text} ({number})"
    description = called.summary.text if called.summary else ""
    address = _page_url(url, number)
    return head_of(frame(context, lang), address, full, description, "news", feeds, langs, original)


def _title_of(context: Context, lang: Lang, group: str, key: str) -> ListTitle:
    site = context.site
    label = headline(site.tags[key].label, site, lang) if group == "tag" else None
    if label:  # a topic has its name in the other language itself
        tag = site.tags[key]
        return ListTitle(label.text, label, say_also(tag.label, site, lang), say(tag.summary, site, lang))
    text = _words_of(context, lang, group, key)
    other = next(iter(reading_order(site, lang)[1:]), "")
    pair = Said(_words_of(context, other, group, key), other) if other else None
    return ListTitle(text, Said(text, lang), pair, None)


def _words_of(context: Context, lang: Lang, group: str, key: str) -> str:
    words = context.words[lang]
    if group == "kind":
        return kind_words(PostKind(key), words)
    if group == "year":
        return words.gettext("News of %(year)s") % {"year": format_date(PartialDate(int(key)), lang)}
    return section_label("news", words)
