"""Lists of posts: all news page by page, and one list each for kinds, years and tags that have posts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from plugins.i18n import Catalogue, format_date
from plugins.model.dates import PartialDate
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.kinds import PostKind
from plugins.model.post import Post
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import kind_url, news_url, output_path, tag_url, year_url
from plugins.pages.frames import feed_links, head_of, section_label
from plugins.pages.labels import kind_words
from plugins.pages.rows import PostRow, post_row, tone_of
from plugins.pages.sayings import headline, reading_order, say, say_also

PER_PAGE = 10


@dataclass(frozen=True, slots=True)
class Archives:
    """Links to the lists by kind, year and topic; only those that have posts."""

    all_news: tuple[str, str]  # (words, address)
    kinds: tuple[tuple[str, str, str], ...]  # (words, tone, address)
    years: tuple[tuple[str, str], ...]
    tags: tuple[tuple[Said, str], ...]


@dataclass(frozen=True, slots=True)
class NewsView:
    """One page of a list of posts."""

    head: Head
    title: Said
    other: Said | None  # the title in the other language
    url: str  # of the list's first page
    summary: Said | None
    rows: tuple[PostRow, ...]
    number: int  # which page of the list this is, from 1
    pages: tuple[tuple[int, str], ...]  # (number, address) of all pages of the list
    newer: str
    older: str
    chips: tuple[tuple[str, str, str, bool], ...]  # (kind, tone, address, is this list)
    years: tuple[tuple[str, str], ...]
    tags: tuple[tuple[Said, str], ...]


@dataclass(frozen=True, slots=True)
class NewsList:
    """One list of posts, before it is cut into pages."""

    what: str
    url: str
    kind: PostKind | None = None
    year: int = 0
    label: Said | None = None
    label_other: Said | None = None
    summary: Said | None = None
    langs: tuple[Lang, ...] = ()  # languages in which one of its posts can be read


def news_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give every list of posts in every language; a post that only another language has is in the lists too."""
    for lang in site.langs:
        rows = {post.folder: post_row(site, post, lang, words[lang]) for post in site.posts}
        archives = archives_of(site, lang, words[lang])
        for found, posts in _lists(site, lang):
            which = replace(found, langs=tuple(sorted({code for post in posts for code in post.langs})))
            own = [rows[post.folder] for post in posts]
            pages = tuple(_page_url(which, number) for number in range(1, -(-len(own) // PER_PAGE) + 1))
            title = _title(which, lang, words[lang])
            other = _other_title(site, which, lang, words)
            for number, url in enumerate(pages, 1):
                shown = tuple(own[(number - 1) * PER_PAGE : number * PER_PAGE])
                inputs = (frames[lang], which, title, other, shown, number, pages, archives)
                yield Job(output_path(url), news_view, inputs, "pages/news.html", lang)


def _lists(site: Site, lang: Lang) -> Iterable[tuple[NewsList, list[Post]]]:
    if site.posts:
        yield NewsList("news", news_url(lang)), list(site.posts)
    for kind in _kinds(site):
        own = [p for p in site.posts if p.facts.kind is kind]
        yield NewsList("kind", kind_url(lang, kind), kind=kind), own
    for year in _years(site):
        yield NewsList("year", year_url(lang, year), year=year), [p for p in site.posts if p.published.year == year]
    for key in _tags(site):
        tag = site.tags[key]
        which = NewsList(
            "tag",
            tag_url(lang, key),
            label=headline(tag.label, site, lang),
            label_other=say_also(tag.label, site, lang),
            summary=say(tag.summary, site, lang),
        )
        yield which, [p for p in site.posts if key in p.facts.tags]


def _title(which: NewsList, lang: Lang, words: Catalogue) -> str:
    if which.kind:
        return kind_words(which.kind, words)
    if which.year:
        return words.gettext("News of %(year)s") % {"year": format_date(PartialDate(which.year), lang)}
    return which.label.text if which.label else section_label("news", words)


def _other_title(site: Site, which: NewsList, lang: Lang, words: Mapping[Lang, Catalogue]) -> Said | None:
    """Return the list's title in the first other language; a topic has its own."""
    if which.label:
        return which.label_other
    other = next(iter(reading_order(site, lang)[1:]), "")
    return Said(_title(which, other, words[other]), other) if other else None


def _page_url(which: NewsList, number: int) -> str:
    """Return the address of one page of a list; the first has no number."""
    return which.url if number == 1 else f"{which.url}page/{number}/"


def news_view(
    frame: Frame, which: NewsList, title: str, other: Said | None, rows: tuple[PostRow, ...], number: int,
    pages: tuple[str, ...], archives: Archives,
) -> NewsView:  # fmt: skip
    """Return the view of one page of a list."""
    feeds = feed_links(title, which.url) if which.what == "kind" and frame.lang in which.langs else ()
    # A list of stand-ins only stands in itself, for the list in a language that has the posts.
    original = "" if frame.lang in which.langs else next(iter(which.langs), "")
    full = title if number == 1 else f"{title} ({number})"
    description = which.summary.text if which.summary else ""
    head = head_of(frame, pages[number - 1], full, description, "news", feeds, which.langs, original)
    return NewsView(
        head=head,
        title=which.label or Said(title, frame.lang),
        other=other,
        url=which.url,
        summary=which.summary,
        rows=rows,
        number=number,
        pages=tuple(enumerate(pages, 1)),
        newer=pages[number - 2] if number > 1 else "",
        older=pages[number] if number < len(pages) else "",
        chips=_chips(archives, which),
        years=archives.years,
        tags=archives.tags,
    )


def _chips(archives: Archives, which: NewsList) -> tuple[tuple[str, str, str, bool], ...]:
    word, url = archives.all_news
    kinds = ((word, tone, url, url == which.url) for word, tone, url in archives.kinds)
    return ((word, "quiet", url, url == which.url), *kinds)


def archives_of(site: Site, lang: Lang, words: Catalogue) -> Archives:
    """Return the links to all lists that have posts."""
    labels = ((say(site.tags[key].label, site, lang), tag_url(lang, key)) for key in _tags(site))
    return Archives(
        all_news=(words.pgettext("news", "All"), news_url(lang)),
        kinds=tuple((kind_words(kind, words), tone_of(site, kind), kind_url(lang, kind)) for kind in _kinds(site)),
        years=tuple((format_date(PartialDate(year), lang), year_url(lang, year)) for year in _years(site)),
        tags=tuple((label, url) for label, url in labels if label),
    )


def _kinds(site: Site) -> list[PostKind]:
    used = {post.facts.kind for post in site.posts}
    return [kind for kind in PostKind if kind in used]


def _years(site: Site) -> list[int]:
    return sorted({post.published.year for post in site.posts}, reverse=True)


def _tags(site: Site) -> list[str]:
    used = {tag for post in site.posts for tag in post.facts.tags}
    return [key for key in site.tags if key in used]
