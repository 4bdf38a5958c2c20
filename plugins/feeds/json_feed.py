"""JSON Feed 1.1."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from plugins.feeds.entries import Feed, FeedEntry
from plugins.feeds.markup import plain_line, xml_text

VERSION = "https://jsonfeed.org/version/1.1"


def render_json(feed: Feed) -> str:
    """Render the feed with full texts and summaries; its entries have the ids of the Atom feed.

    Source: JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/; what is empty is left out.
    """
    title = plain_line(feed.title)
    return json_text(
        {
            "version": VERSION,
            "title": title,
            "home_page_url": feed.home_url,
            "feed_url": feed.url,
            "description": plain_line(feed.subtitle),
            "language": feed.lang,
            "authors": [{"name": plain_line(feed.author) or title}],
            "items": [_item(entry) for entry in feed.entries],
        }
    )


def _item(entry: FeedEntry) -> Mapping[str, Any]:
    name = plain_line(entry.title) or entry.url
    return _without_gaps(
        {
            "id": entry.id,
            "url": entry.url,
            "title": name,
            "content_html": xml_text(entry.content),
            "summary": plain_line(entry.summary) or name,
            "date_published": _written(entry.published),
            "date_modified": _written(entry.updated),
            "tags": [plain_line(category) for category in entry.categories if plain_line(category)],
            "language": entry.lang,
        }
    )


def json_text(data: Mapping[str, Any]) -> str:
    """Return data as the site's files of JSON hold it: readable, letters as they are, without what is empty."""
    return json.dumps(_without_gaps(data), ensure_ascii=False, indent=1) + "\n"


def _without_gaps(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in ("", [], None)}


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
