"""When each entry of a language was published and last changed, no two of them at the same second."""

from collections import Counter
from collections.abc import Iterable, Mapping
from heapq import nlargest

from plugins.feeds.entries import NEWEST, entry_id, own_seconds
from plugins.model.posts import Listed, places_of
from plugins.model.text import Lang

SECONDS = 59  # that moments moved into a minute may take: a full minute is left out


class FeedTimes:
    """The times of all entries of a language, worked out only where somebody asks.

    The older post keeps its second, so that a new one never makes an old one look changed.
    Units: seconds since 1970; minutes are those divided by 60.
    """

    def __init__(self, rows: Iterable[Listed], lang: Lang) -> None:
        self._lang = lang
        own = [row for row in rows if lang in row.langs]
        minutes = [row.published // 60 for row in own]
        corrected = [row for row in own if row.changed != row.published]
        self._runs = _runs(Counter([*minutes, *(row.changed // 60 for row in corrected)]))
        self._members: dict[float, dict[str, Listed]] = {}  # of the runs in which not every moment is alone
        for row, minute in zip(own, minutes, strict=True):
            if minute in self._runs:
                self._members.setdefault(self._runs[minute], {})[row.folder] = row
        for row in corrected:
            if (minute := row.changed // 60) in self._runs:
                self._members.setdefault(self._runs[minute], {})[row.folder] = row
        self._corrected: dict[tuple[str, str], dict[str, Listed]] = {}  # of each list
        for row in corrected:
            for place in places_of(row):
                self._corrected.setdefault(place, {})[row.folder] = row
        self._times: dict[float, dict[tuple[str, bool], int]] = {}

    def newest(
        self, place: tuple[str, str], rows: Iterable[Listed], most: int = NEWEST
    ) -> tuple[tuple[str, int, int], ...]:
        """Return (folder, published, last changed) of the entries of a list that were changed last, the last one first.

        Shape: `place` is (group, key) of the list; `rows` are its own, the one published last first.
        """
        found = {row.folder: row for row in self._published_last(rows, most)} | self._corrected.get(place, {})
        by_run = [(self._run(row.changed), row) for row in found.values()]
        oldest = min(nlargest(most, (run for run, _ in by_run)), default=0)
        timed = ((row.folder, *self.of(row)) for run, row in by_run if run >= oldest)
        return tuple(sorted(timed, key=lambda entry: entry[2], reverse=True)[:most])

    def _published_last(self, rows: Iterable[Listed], most: int) -> list[Listed]:
        """Return as many as a feed shows, and those whose moments may be moved behind theirs."""
        found: list[Listed] = []
        for row in rows:
            if self._lang in row.langs:
                if len(found) >= most and self._run(row.published) < self._run(found[most - 1].published):
                    break
                found.append(row)
        return found

    def of(self, row: Listed) -> tuple[int, int]:
        """Return when an entry was published and last changed."""
        published = self._time(row, row.published, False)
        return published, published if row.changed == row.published else self._time(row, row.changed, True)

    def _run(self, moment: float) -> float:
        return self._runs.get(moment // 60, moment // 60)

    def _time(self, row: Listed, moment: float, is_change: bool) -> int:
        run = self._run(moment)
        if run not in self._members:
            return _second(moment, self._id(row))
        if run not in self._times:
            self._times[run] = self._taken(run)
        return self._times[run][row.folder, is_change]

    def _id(self, row: Listed) -> str:
        return entry_id(row.id or row.folder, self._lang)

    def _taken(self, run: float) -> dict[tuple[str, bool], int]:
        """Let every moment of a run take its second, the older post first."""
        taken: set[int] = set()
        times = {}
        members = [(row.published, self._id(row), row) for row in self._members[run].values()]
        for published, entry, row in sorted(members, key=lambda member: member[:2]):
            for is_change, moment in enumerate(dict.fromkeys((published, row.changed))):
                if self._run(moment) == run:
                    times[row.folder, bool(is_change)] = _free(_second(moment, entry), taken)
        return times


def _runs(counts: Mapping[float, int]) -> dict[float, float]:
    """Return the first minute of the run that a minute belongs to, of those that are no run of their own.

    Shape: from minute to the number of moments written in it. Where several share a minute, some may have to move to
    the next one; no moment ever moves out of its run.
    """
    runs: dict[float, float] = {}
    for first in sorted(minute for minute, count in counts.items() if count > 1):
        if first in runs:
            continue
        minute, moving = first, counts[first] - 1
        runs[first] = first
        while moving > 0:
            minute += 1
            if minute in counts:
                runs[minute] = first
                moving += counts[minute] - 1
            else:
                moving -= SECONDS  # so many find room there
    return runs


def _second(moment: float, entry: str) -> int:
    """Return what `feed_time` gives, without its objects: asked for each entry of each feed whenever a date moves."""
    return int(moment) + (0 if int(moment) % 60 else own_seconds(entry))


def _free(moment: int, taken: set[int]) -> int:
    """Take the next second that nobody has; a full minute is left out, since `feed_time` would move it again."""
    while moment in taken:
        moment += 1 if moment % 60 < 59 else 2
    taken.add(moment)
    return moment
