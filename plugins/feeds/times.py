"""When each entry of a language was published and last changed, no two of them at the same second."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from heapq import nlargest
from typing import NamedTuple

from plugins.feeds.entries import NEWEST, entry_id, feed_time
from plugins.model.dates import TOKYO
from plugins.model.text import Lang

SECONDS = 59  # that moments moved into a minute may take: a full minute is left out


class Dated(NamedTuple):
    """A post that is an entry.

    Units: seconds since 1970.
    """

    post_id: str
    published: int
    changed: int  # equal to `published` as long as nothing was corrected


class FeedTimes:
    """The times of all entries of a language, worked out only where somebody asks.

    The older post keeps its second, so that a new one never makes an old one look changed.
    """

    def __init__(self, posts: Mapping[str, Dated], lang: Lang) -> None:
        self._posts, self._lang = posts, lang
        moments = [(moment, name) for name, post in posts.items() for moment in {post.published, post.changed}]
        self._runs = _runs(Counter(moment // 60 for moment, _ in moments))
        self._members: dict[int, set[str]] = {}
        for moment, name in moments:
            self._members.setdefault(self._run(moment), set()).add(name)
        self._times: dict[int, dict[tuple[str, bool], int]] = {}

    def newest(self, names: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
        """Return (name, published, last changed) of the entries changed last, the last one first.

        Units: seconds since 1970.
        """
        by_run = [(self._run(self._posts[name].changed), name) for name in names]
        oldest = min(nlargest(NEWEST, (run for run, _ in by_run)), default=0)
        timed = ((name, *self.of(name)) for run, name in by_run if run >= oldest)
        return tuple(sorted(timed, key=lambda entry: entry[2], reverse=True)[:NEWEST])

    def of(self, name: str) -> tuple[int, int]:
        """Return when an entry was published and last changed."""
        post = self._posts[name]
        published = self._times_of_run(self._run(post.published))[name, False]
        if post.changed == post.published:
            return published, published
        return published, self._times_of_run(self._run(post.changed))[name, True]

    def _run(self, moment: int) -> int:
        return self._runs[moment // 60]

    def _times_of_run(self, run: int) -> dict[tuple[str, bool], int]:
        if run not in self._times:
            self._times[run] = self._taken(run)
        return self._times[run]

    def _taken(self, run: int) -> dict[tuple[str, bool], int]:
        """Let every moment of a run take its second, the older post first."""
        taken: set[int] = set()
        times = {}
        ids = {name: entry_id(self._posts[name].post_id, self._lang) for name in self._members[run]}
        for name in sorted(ids, key=lambda name: (self._posts[name].published, ids[name])):
            post = self._posts[name]
            for is_change, moment in enumerate(dict.fromkeys((post.published, post.changed))):
                if self._run(moment) == run:
                    times[name, bool(is_change)] = _free(_second(moment, ids[name]), taken)
        return times


def _runs(counts: Mapping[int, int]) -> dict[int, int]:
    """Return the first minute of the run that each minute belongs to.

    Shape: from minute to the number of moments written in it. Where several share a minute, some may have to move to
    the next one; no moment ever moves out of its run.
    """
    runs: dict[int, int] = {}
    first = last = moving = 0
    for minute in sorted(counts):
        moving = max(0, moving - SECONDS * (minute - last - 1))  # at most so many come over from the minutes before
        first = first if moving else minute
        runs[minute], last = first, minute
        moving += counts[minute] - 1
    return runs


def _second(moment: int, entry: str) -> int:
    return int(feed_time(datetime.fromtimestamp(moment, TOKYO), entry).timestamp())


def _free(moment: int, taken: set[int]) -> int:
    """Take the next second that nobody has; a full minute is left out, since `feed_time` would move it again."""
    while moment in taken:
        moment += 1 if moment % 60 < 59 else 2
    taken.add(moment)
    return moment
