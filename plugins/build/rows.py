"""The row of every post, drafts included: one by one from the store, all of them only when a list is asked for."""

import marshal
from collections.abc import Iterator, Mapping
from typing import Any

from plugins.build.store import Store
from plugins.model.posts import Listed

ROWS = "rows"


class Rows(Mapping[str, Listed]):
    """Rows by the path of the post's folder.

    Shape: `waiting` has the moments of the published ones that were not public at the last build; `with_figures` are
    the paths of those that show computed figures; `ending` has the last days of consents in published ones.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._all: dict[str, Listed] | None = None
        self._changed: dict[str, Listed | None] = {}
        self.waiting: dict[str, float] = {}
        self.with_figures: set[str] = set()
        self.ending: dict[str, tuple[int, ...]] = {}

    def open(self, noted: dict[str, Any]) -> None:
        """Take what `save` returned."""
        self.waiting, self.with_figures, self.ending = noted["waiting"], set(noted["figures"]), noted["ending"]

    def fill(self, rows: Mapping[str, Listed]) -> None:
        """Take all rows anew."""
        self._all = {}
        for path, row in rows.items():
            self.set(path, row)

    def set(self, path: str, row: Listed | None) -> None:
        """Put a row in the place of the one before, or remove it."""
        self._changed[path] = row
        self.with_figures.discard(path)
        self.waiting.pop(path, None)
        self.ending.pop(path, None)
        if row and row.has_figures:
            self.with_figures.add(path)
        if row and row.is_published:
            self.waiting[path] = row.visible_from
            if row.ends:
                self.ending[path] = row.ends
        if self._all is not None:
            self._all = put_in(self._all, path, row)

    def __getitem__(self, path: str) -> Listed:
        if path in self._changed or self._all is not None:
            row = self._changed[path] if path in self._changed else (self._all or {}).get(path)
        else:
            data = self._store.get(ROWS, path)
            row = Listed._make(marshal.loads(data)) if data is not None else None
        if row is None:
            raise KeyError(path)
        return row

    def _loaded(self) -> dict[str, Listed]:
        if self._all is None:
            self._all = {path: Listed._make(marshal.loads(data)) for path, data in sorted(self._store.all(ROWS))}
            for path, row in self._changed.items():
                self._all = put_in(self._all, path, row)
        return self._all

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded())

    def __len__(self) -> int:
        return len(self._loaded())

    def between(self, one: float, other: float) -> list[str]:
        """Return the paths of published posts whose moment comes between two builds, whichever was the later one."""
        if other < one:  # back in time: what was public waits again
            self.waiting = {path: row.visible_from for path, row in self.items() if row.is_published}
            return [path for path, moment in self.waiting.items() if other < moment <= one]
        return sorted(path for path, moment in self.waiting.items() if one < moment <= other)

    def save(self, now: float) -> dict[str, Any]:
        """Put what changed into the store; return what `open` takes."""
        rows = [(path, row) for path, row in self._changed.items() if row]
        self._store.put(ROWS, [(path, marshal.dumps(tuple(row))) for path, row in rows])
        self._store.remove(ROWS, [path for path, row in self._changed.items() if not row])
        self._changed = {}
        waiting = {path: moment for path, moment in self.waiting.items() if moment > now}
        return {"waiting": waiting, "figures": sorted(self.with_figures), "ending": self.ending}


def put_in(rows: dict[str, Listed], path: str, row: Listed | None) -> dict[str, Listed]:
    """Return rows, sorted by their paths, with one that is another one, a new one or gone."""
    if row is None:
        rows.pop(path, None)
        return rows
    is_new = path not in rows and rows and path < next(reversed(rows))
    rows[path] = row
    return dict(sorted(rows.items())) if is_new else rows
