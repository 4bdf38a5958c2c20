"""Atom 1.0, through feedgenerator."""

import re
from html import escape, unescape
from typing import Any

from feedgenerator import Atom1Feed

from plugins.feeds.entries import Feed
from plugins.feeds.markup import plain_line, reads_as_html, xml_text

TEXT = re.compile(r'<(title|subtitle|summary)(?: type="text")?>([^<]*)')


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
    )
    for entry in feed.entries:
        name = plain_line(entry.title) or entry.url
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
    return f"{TEXT.sub(_declared, atom.writeString('utf-8'))}\n"


def _declared(element: re.Match[str]) -> str:
    """Declare a text as HTML, and escape it once more, where it could be taken for HTML by mistake."""
    name, text = element.groups()
    return f'<{name} type="html">{escape(text, quote=False)}' if reads_as_html(unescape(text)) else element[0]


class _Atom(Atom1Feed):
    """Adds the language of each entry and a summary that is text; begins each entry on a line of its own."""

    def write_items(self, handler: Any) -> None:
        for item in self.items:
            handler.ignorableWhitespace("\n")
            handler.startElement("entry", self.item_attributes(item))
            self.add_item_elements(handler, item)
            handler.endElement("entry")
        handler.ignorableWhitespace("\n")

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("summary", item["summary"], {"type": "text"})
        handler.addQuickElement("content", item["full_text"], {"type": "html"})
