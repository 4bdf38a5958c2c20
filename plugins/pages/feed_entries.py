"""A post as an entry of feeds."""

from datetime import datetime
from html import escape

from plugins.feeds.entries import FeedEntry, entry_id
from plugins.feeds.markup import feed_html
from plugins.i18n import Catalogue, format_date
from plugins.model.context import Context
from plugins.model.dates import TOKYO
from plugins.model.post import Post
from plugins.model.text import Lang
from plugins.model.told import LongText
from plugins.model.urls import post_url
from plugins.pages.bodies import finished_html
from plugins.pages.labels import kind_words
from plugins.pages.names import shared_tag
from plugins.typography import cut_summary, plain_text


def shared_entry(context: Context, lang: Lang, folder: str, published: int, updated: int) -> FeedEntry:
    """Return a post as an entry, made once for all feeds that hold it.

    Units: seconds since 1970.
    """
    return context.shared(_entry_of, lang, folder, published, updated)


def _entry_of(context: Context, lang: Lang, folder: str, published: int, updated: int) -> FeedEntry:
    """Return a post as an entry; its figures are those of its own day, never of the build's."""
    site, words, post = context.site, context.words[lang], context.site.posts.get(folder)
    text = post.text(lang) if post else None
    assert post is not None and text is not None
    facts = post.facts
    url = f"{site.url}{post_url(lang, post)}"
    body = finished_html(context, text, post, is_for_feed=True)
    changed = datetime.fromtimestamp(updated, TOKYO)
    tags = (tag[1].text for key in facts.tags if (tag := shared_tag(context, key, lang)))
    return FeedEntry(
        id=entry_id(facts.id or folder, lang),
        url=url,
        title=text.title,
        summary=text.summary or cut_summary(plain_text(body), lang),
        html=LongText(feed_html(body, site.url, url, lang)),
        lang=lang,
        published=datetime.fromtimestamp(published, TOKYO),
        updated=changed,
        categories=(kind_words(facts.kind, words), *tags),
        corrections=_corrections(post, lang, words),
        note=words.gettext("corrected on %(date)s") % {"date": format_date(changed, lang)}
        if updated != published
        else "",
    )


def _corrections(post: Post, lang: Lang, words: Catalogue) -> str:
    if not post.facts.corrections:
        return ""
    newest = sorted(post.facts.corrections, key=lambda c: c.date, reverse=True)
    rows = "".join(f"<li>{format_date(c.date, lang)}: {escape(c.text.pick([lang]).text)}</li>" for c in newest)
    return f"<h2>{escape(words.gettext('Corrections'))}</h2><ul>{rows}</ul>"
