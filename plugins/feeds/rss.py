"""RSS 2.0, through feedgenerator."""

import re
from datetime import datetime
from functools import lru_cache
from html import escape
from io import StringIO
from typing import Any

from feedgenerator import Rss201rev2Feed
from feedgenerator.django.utils.feedgenerator import rfc3339_date
from feedgenerator.django.utils.xmlutils import SimplerXMLGenerator

from plugins.feeds.browsers import for_browsers
from plugins.feeds.entries import Feed, FeedEntry
from plugins.feeds.markup import plain_line, xml_text

PLAIN = re.compile(r"<(title|category|dc:creator)\b[^>]*>[^<]*")  # elements that hold text, never HTML
END = "</channel></rss>"


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
        changed=max(max(entry.published, entry.updated) for entry in feed.entries),
    )
    head = for_browsers(PLAIN.sub(_numbered, rss.writeString("utf-8").removesuffix(END)), feed)
    author = plain_line(feed.author) or title
    return "\n".join([head, *(_item_xml(entry, author) for entry in feed.entries), END, ""])


@lru_cache(maxsize=1024)
def _item_xml(entry: FeedEntry, author: str) -> str:
    """Return one item; it stands in the feeds of all news, of its kind, its dispute and its campaign."""
    name = plain_line(entry.title) or entry.url
    rss = _Rss(title="", link="", description="")
    rss.add_item(
        title=name,
        link=entry.url,
        description=escape(plain_line(entry.summary) or name, quote=False),
        author_name=author,
        unique_id=entry.id,
        unique_id_is_permalink=False,
        pubdate=entry.published,
        updateddate=entry.updated,
        categories=[plain_line(category) for category in entry.categories if plain_line(category)],
        full_text=xml_text(entry.content),
        lang=entry.lang,
    )
    written = StringIO()
    rss.write_items(SimplerXMLGenerator(written, "utf-8", short_empty_elements=True))
    return PLAIN.sub(_numbered, written.getvalue())


def _numbered(element: re.Match[str]) -> str:
    return element[0].replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;")


class _Rss(Rss201rev2Feed):
    """Adds the full text, the language and the last change of each item; its own last change is given to it."""

    def latest_post_date(self) -> datetime:
        return self.feed["changed"]

    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xml:lang": self.feed["language"],
        }

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["lang"]}

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", rfc3339_date(item["updateddate"]))
        handler.addQuickElement("content:encoded", item["full_text"])
