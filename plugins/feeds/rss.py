"""RSS 2.0, through feedgenerator."""

import re
from html import escape
from typing import Any

from feedgenerator import Rss201rev2Feed
from feedgenerator.django.utils.feedgenerator import rfc3339_date

from plugins.feeds.entries import Feed
from plugins.feeds.markup import plain_line, xml_text

PLAIN = re.compile(r"<(title|category|dc:creator)\b[^>]*>[^<]*")  # elements that hold text, never HTML


def render_rss(feed: Feed) -> str:
    """Render the feed with full texts and summaries.

    Source: RSS 2.0 and the RSS Advisory Board's profile: `description` is HTML and stands before
    `content:encoded`; & and < in plain text are written as numbers, since programs disagree about &amp; and &lt;.
    """
    title = plain_line(feed.title)
    rss = _Rss(
        title=title,
        link=feed.home_url,
        description=escape(plain_line(feed.subtitle) or title, quote=False),
        language=feed.lang,
        feed_url=feed.url,
    )
    for entry in feed.entries:
        name = plain_line(entry.title) or entry.url
        rss.add_item(
            title=name,
            link=entry.url,
            description=escape(plain_line(entry.summary) or name, quote=False),
            author_name=plain_line(feed.author) or title,
            unique_id=entry.id,
            unique_id_is_permalink=False,
            pubdate=entry.published,
            updateddate=entry.updated,
            categories=[plain_line(category) for category in entry.categories if plain_line(category)],
            full_text=xml_text(entry.content),
            lang=entry.lang,
        )
    return f"{PLAIN.sub(_numbered, rss.writeString('utf-8'))}\n"


def _numbered(element: re.Match[str]) -> str:
    return element[0].replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;")


class _Rss(Rss201rev2Feed):
    """Adds the full text, the language and the last change of each item; begins each item on a line of its own."""

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xml:lang": self.feed["language"],
        }

    def write_items(self, handler: Any) -> None:
        for item in self.items:
            handler.ignorableWhitespace("\n")
            handler.startElement("item", self.item_attributes(item))
            self.add_item_elements(handler, item)
            handler.endElement("item")
        handler.ignorableWhitespace("\n")

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", item["full_text"])
