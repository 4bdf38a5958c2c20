"""Atom 1.0, through feedgenerator."""

import re
from datetime import datetime
from functools import lru_cache
from html import escape, unescape
from io import StringIO
from typing import Any

from feedgenerator import Atom1Feed
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from plugins.feeds.browsers import entry_for_browsers, for_browsers
from plugins.feeds.entries import Feed, FeedEntry
from plugins.feeds.markup import plain_line, reads_as_html, xml_text

TEXT = re.compile(r'<(title|subtitle|summary)(?: type="text")?>([^<]*)')
END = "</feed>"


def render_atom(feed: Feed) -> str:
    """Render the feed with full texts and summaries.

    Source: RFC 4287; titles and summaries are of the type "text", the full text is "html".
    """
    title = plain_line(feed.title)
    atom = _Atom(
        title=title,
        link=feed.home_url,
        description=None,
        subtitle=plain_line(feed.subtitle),
        language=feed.lang,
        author_name=plain_line(feed.author) or title,
        feed_url=feed.url,
        feed_guid=feed.id,
        changed=max(max(entry.published, entry.updated) for entry in feed.entries),
    )
    head = for_browsers(TEXT.sub(_declared, atom.writeString("utf-8").removesuffix(END)), feed)
    return "\n".join([head, *map(_entry_xml, feed.entries), END, ""])


@lru_cache(maxsize=1024)
def _entry_xml(entry: FeedEntry) -> str:
    """Return one entry; it stands in the feeds of all news, of its kind, its dispute and its campaign."""
    name = plain_line(entry.title) or entry.url
    atom = _Atom(title="", link="", description=None)
    atom.add_item(
        title=name,
        link=entry.url,
        description=None,
        unique_id=entry.id,
        pubdate=entry.published,
        updateddate=entry.updated,
        categories=[plain_line(category) for category in entry.categories if plain_line(category)],
        summary=plain_line(entry.summary) or name,
        full_text=xml_text(entry.content),
        lang=entry.lang,
    )
    written = StringIO()
    atom.write_items(SimplerXMLGenerator(written, "utf-8", short_empty_elements=True))
    return entry_for_browsers(TEXT.sub(_declared, written.getvalue()), entry.note)


def _declared(element: re.Match[str]) -> str:
    """Declare a text as HTML, and escape it once more, where it could be taken for HTML by mistake."""
    name, text = element.groups()
    return f'<{name} type="html">{escape(text, quote=False)}' if reads_as_html(unescape(text)) else element[0]


class _Atom(Atom1Feed):
    """Adds the language of each entry and a summary that is text; its last change is given to it."""

    def latest_post_date(self) -> datetime:
        return self.feed["changed"]

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"], {"type": "text"})
        handler.addQuickElement("content", item["full_text"], {"type": "html"})
