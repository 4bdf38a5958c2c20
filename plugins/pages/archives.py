"""Links to the lists of posts by kind, year and topic."""

from dataclasses import dataclass

from plugins.i18n import format_date
from plugins.model.context import Context
from plugins.model.dates import PartialDate
from plugins.model.kinds import PostKind
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.told import ToldOnce
from plugins.model.urls import kind_url, news_url, tag_url, year_url
from plugins.pages.labels import kind_words
from plugins.pages.names import record_link
from plugins.pages.sayings import say
from plugins.pages.story_lists import STORIES

MOST_TAGS = 40  # topics that every list links to; where there are more, only the first page of all news does


@dataclass(frozen=True, repr=False)
class Archives(ToldOnce):
    """Links to the lists by kind, year and topic; only those that have posts.

    Of many topics the most used are not among them: these change with every other post, and with them every list.
    """

    all_news: tuple[str, str]  # (words, address)
    kinds: tuple[tuple[str, str, str], ...]  # (words, tone, address)
    years: tuple[tuple[str, str], ...]
    tags: tuple[tuple[Said, str], ...]


def archives(context: Context, lang: Lang) -> Archives:
    """Return the links to all lists that have posts, made once for all lists."""
    return context.shared(_archives_of, lang)


def _archives_of(context: Context, lang: Lang) -> Archives:
    site, words = context.site, context.words[lang]
    tags = used_tags(site)
    return Archives(
        all_news=(words.pgettext("news", "All"), news_url(lang)),
        kinds=tuple((kind_words(kind, words), kind.tone, kind_url(lang, kind)) for kind in used_kinds(site)),
        years=tuple((format_date(PartialDate(year), lang), year_url(lang, year)) for year in used_years(site)),
        tags=_links(site, tags, lang) if len(tags) <= MOST_TAGS else (),
    )


def most_used(context: Context, lang: Lang) -> tuple[tuple[Said, str], ...]:
    """Return links to the topics with the most posts, in the order of their table."""
    return context.shared(_most_used_of, lang)


def _most_used_of(context: Context, lang: Lang) -> tuple[tuple[Said, str], ...]:
    site = context.site
    tags = used_tags(site)
    most = frozenset(sorted(tags, key=lambda key: site.posts.count("tag", key), reverse=True)[:MOST_TAGS])
    return _links(site, [key for key in tags if key in most], lang)


def stories(context: Context, lang: Lang) -> tuple[tuple[Said, str], ...]:
    """Return links to the campaigns and disputes that have posts, made once for all who ask."""
    return context.shared(_stories_of, lang)


def _stories_of(context: Context, lang: Lang) -> tuple[tuple[Said, str], ...]:
    site = context.site
    used = ((STORIES[group].section, frozenset(site.posts.keys(group))) for group in ("campaign", "dispute"))
    found = [(section, key) for section, own in used for key in getattr(site, section) if key in own]
    links = (record_link(context, section, key, lang) for section, key in found[:MOST_TAGS])
    return tuple((link[1], link[0]) for link in links if link)


def _links(site: Site, tags: list[str], lang: Lang) -> tuple[tuple[Said, str], ...]:
    labels = ((say(site.tags[key].label, site, lang), tag_url(lang, key)) for key in tags)
    return tuple((label, url) for label, url in labels if label)


def used_kinds(site: Site) -> list[PostKind]:
    """Return the kinds that have posts, in their own order."""
    used = site.posts.keys("kind")
    return [kind for kind in PostKind if kind.value in used]


def used_years(site: Site) -> list[int]:
    """Return the years that have posts, newest first."""
    return sorted((int(year) for year in site.posts.keys("year")), reverse=True)


def used_tags(site: Site) -> list[str]:
    """Return the topics that have posts, in the order of their table."""
    used = frozenset(site.posts.keys("tag"))
    return [key for key in site.tags if key in used]
