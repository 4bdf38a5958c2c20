"""What a feed holds, and how its ids and times are made."""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID, uuid5

from plugins.model.dates import TOKYO
from plugins.model.text import Lang

NAMESPACE = UUID("6f0b6a52-3f0d-5c0e-9a43-8f6d1c2b7e90")  # for ever: every id of every feed hangs on it
NEWEST = 20
SECOND = timedelta(seconds=1)


class FeedEntry(NamedTuple):
    """One post as a feed shows it.

    Shape: `html` and `corrections` come from `feed_html`, every link and image absolute; `title`, `summary` and
    `categories` are plain text.
    """

    id: str  # from entry_id
    url: str  # absolute
    title: str
    summary: str
    html: str
    lang: Lang
    published: datetime
    updated: datetime
    categories: tuple[str, ...] = ()
    corrections: str = ""  # the block "Corrections", shown after the text
    note: str = ""  # on which day it was corrected, in words, for who opens the feed in a browser

    @property
    def content(self) -> str:
        """The full text with its corrections."""
        return f"{self.html}\n{self.corrections}" if self.corrections else self.html


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """One feed in one language; `feed_of` makes it, so that no two entries share `updated`.

    Raises: ValueError when there is no entry.
    """

    site_id: str  # the site's own permanent id
    path: str  # root-absolute address of the list it belongs to, "/ja/news/strike/"; its Atom and RSS share an id
    url: str  # absolute, of the feed itself
    title: str
    subtitle: str
    lang: Lang
    home_url: str  # absolute, of the list as a page
    author: str
    entries: tuple[FeedEntry, ...]
    note: str = ""  # what a feed is, in one line, for who opens it in a browser
    style: str = ""  # the style sheet that browsers show it with, as seen from its own place

    def __post_init__(self) -> None:
        if not self.entries:
            raise ValueError(f"feed without an entry: {self.path}")

    @property
    def id(self) -> str:
        """The feed's permanent id; the host is no part of it."""
        return uuid5(NAMESPACE, f"feed:{self.site_id}:{self.path}").urn

    @property
    def updated(self) -> datetime:
        """When the newest change was made; never the time of the build."""
        return max(entry.updated for entry in self.entries)


@lru_cache(maxsize=4096)
def entry_id(post_id: str, lang: Lang) -> str:
    """Return the permanent id of a post in one language; host, slug and date are no part of it.

    Source: RFC 4287 section 4.2.6: an id never changes, wherever the entry moves.
    """
    return uuid5(NAMESPACE, f"{post_id}:{lang}").urn


def feed_of(
    entries: Iterable[FeedEntry],
    *,
    site_id: str,
    path: str,
    url: str,
    title: str,
    lang: Lang,
    home_url: str,
    author: str,
    subtitle: str = "",
    note: str = "",
    style: str = "",
    limit: int = NEWEST,
) -> Feed | None:
    """Return the feed of the `limit` entries changed last, newest first; none if there is no entry.

    The last change counts, not the publication, so that the correction of an old post reaches its subscribers.
    """
    newest = _newest_first(_timed(entry) for entry in entries)[:limit]
    if not newest:
        return None
    return Feed(
        site_id=site_id,
        path=path,
        url=url,
        title=title,
        subtitle=subtitle,
        lang=lang,
        home_url=home_url,
        author=author,
        entries=_newest_first(_apart(newest)),
        note=note,
        style=style,
    )


def _newest_first(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    by_id = sorted(entries, key=lambda entry: entry.id)
    return tuple(sorted(by_id, key=lambda entry: entry.updated, reverse=True))


def feed_time(moment: datetime, entry: str) -> datetime:
    """Return a time as feeds show it: with the entry's own seconds, 0 to 59, that come from its id alone.

    Posts of one day share their time, and some readers drop all but one entry with the same `updated`. The seconds
    stay the same whatever else is in the feed.
    """
    moment = moment.astimezone(TOKYO).replace(microsecond=0)
    return moment if moment.second else moment + SECOND * own_seconds(entry)


def own_seconds(entry: str) -> int:
    """Return the seconds, 0 to 59, that an entry has by its id alone."""
    return zlib.crc32(entry.encode()) % 60


def _timed(entry: FeedEntry) -> FeedEntry:
    """Give both times of an entry its seconds, so that they are equal as long as nothing was corrected."""
    published, updated = (feed_time(moment, entry.id) for moment in (entry.published, entry.updated))
    return entry._replace(published=published, updated=updated)


def _apart(newest: Iterable[FeedEntry]) -> list[FeedEntry]:
    """Move each entry that still shares its `updated` with one before it to the next free second.

    The newest keep theirs, so that an entry is not changed when an older one leaves the feed.
    """
    taken: set[datetime] = set()
    apart = []
    for entry in newest:
        updated = entry.updated
        while updated in taken:
            updated += SECOND
        taken.add(updated)
        published = updated if entry.published == entry.updated else entry.published
        apart.append(entry._replace(published=published, updated=updated))
    return apart
