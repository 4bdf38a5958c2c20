"""All feeds of a language in one file, for feed readers to take in at once."""

from collections.abc import Iterable
from itertools import groupby

from plugins.feeds.opml import Outline, render_opml
from plugins.model.context import Context
from plugins.model.jobs import Job
from plugins.model.text import Lang
from plugins.model.urls import feed_url, opml_url, output_path
from plugins.pages.feed_jobs import feed_lists, feed_owner, feed_title
from plugins.pages.feeds_page import sort_words
from plugins.pages.sayings import reading_order


def feed_list_jobs(context: Context) -> Iterable[Job]:
    """Give one list for each language that has a feed."""
    for lang in context.site.langs:
        if lang in context.site.posts.langs():
            yield Job(output_path(opml_url(lang)), render_feed_list, (lang,))


def render_feed_list(context: Context, lang: Lang) -> str:
    """Render the list of the recommended form of every feed, in the groups of the page of feeds."""
    name = context.site.facts.name.pick(reading_order(context.site, lang)).text
    groups = (
        (sort_words(group, context.words[lang])[1], [_outline(context, lang, name, *found) for found in lists])
        for group, lists in groupby(feed_lists(context, lang), key=lambda found: found[0])
    )
    return render_opml(name, lang, groups)


def _outline(context: Context, lang: Lang, name: str, group: str, key: str) -> Outline:
    owner, title = feed_owner(lang, group, key), feed_title(context, lang, group, key)
    url = context.site.url
    return Outline(f"{title} – {name}" if title else name, f"{url}{feed_url(owner, 'atom')}", f"{url}{owner}")
