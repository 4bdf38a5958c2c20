"""Every item as it was read, kept by its place and known by its bytes; opened only when somebody asks for it."""

import marshal
import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from plugins.build.assets import ASSET_FAULTS, ASSETS
from plugins.build.fingerprints import fingerprint
from plugins.build.nodes import version_of
from plugins.build.store import Store
from plugins.model.posts import Listed
from plugins.problems import Problem
from plugins.reading.assembly import KEYED, KINDS, Tables, tables_of
from plugins.reading.items import Item
from plugins.reading.keeping import Keeper
from plugins.reading.sources import SourceItem

ITEMS, CONVERSIONS, FAULTS, SINCE = "items", "conversions", "faults", "since"
TABLES = dict.fromkeys((ITEMS, CONVERSIONS, FAULTS, SINCE, ASSETS, ASSET_FAULTS), "TEXT")


MOST_OPEN = 1000  # items that are held open at once, besides those that were read anew
_OWNERS = ("campaigns/", "reports/", "explainers/")
_OWNERS_OF_FACTS = (*_OWNERS, "pages/")
# The records that each table of the site is made of, as the beginning of their paths below the content folder.
SOURCES_OF: dict[str, tuple[str, ...]] = {
    **{kind: (f"{kind}/",) for kind in KINDS},
    **{name: (f"data/{name}.yml",) for name in KEYED},
    "events": ("events/",),
    "notices": ("data/notices.yml",),
    "actions": ("data/actions.yml", "campaigns/"),
    "action_table": ("data/actions.yml",),
    "facts_by_id": _OWNERS_OF_FACTS,
    "distributions": _OWNERS,
    "shown": ("data/figures.yml",),
    "revisions": ("data/revisions.yml",),
    "redirects": ("data/redirects.yml",),
    "old_site": ("data/old_site.yml",),
    "media": ("",),
}

Faults = tuple[tuple[Problem, ...], tuple[str, ...]]  # what is wrong with an item, and the names in what is unread


def content_key(source: SourceItem, langs: tuple[str, ...]) -> bytes:
    """Return what an item depends on: its place, its files' bytes, the languages."""
    files = (part for file in source.files for part in (file.name, file.data))
    return bytes.fromhex(fingerprint(",".join(langs), source.path, *files))


class KeptItem:
    """An item with what is known of it without opening it.

    Shape: `key` of its bytes, `version` of its value, `lines_version` of its lines, `listed` of a post, `kept` the
    keys of the conversions that it is made of.
    """

    __slots__ = ("_data", "_item", "has_faults", "kept", "key", "lines_version", "listed", "version")

    def __init__(self, known: tuple[Any, ...], data: bytes) -> None:
        self.key, self.version, self.lines_version, self.has_faults, self.kept, listed = known
        self.listed = Listed._make(listed) if listed else None
        self._data = data
        self._item: Item | None = None

    @classmethod
    def of(cls, item: Item, key: bytes, kept: Iterable[str]) -> "KeptItem":
        """Keep an item that was read anew."""
        has_faults = bool(item.problems or item.unread)
        known = (key, version_of(item.value), version_of(item.lines), has_faults, tuple(kept), item.listed)
        return cls(known, pickle.dumps(item, protocol=5))

    @property
    def item(self) -> Item:
        if self._item is None:
            self._item = pickle.loads(self._data)
        return self._item

    def packed(self) -> bytes:
        """Return it as bytes."""
        listed = tuple(self.listed) if self.listed else None
        known = marshal.dumps((self.key, self.version, self.lines_version, self.has_faults, self.kept, listed))
        return len(known).to_bytes(4, "big") + known + self._data

    @classmethod
    def unpacked(cls, data: bytes) -> "KeptItem":
        """Return what `packed` gave."""
        end = 4 + int.from_bytes(data[:4], "big")
        return cls(marshal.loads(data[4:end]), data[end:])


class Library:
    """All items of a site, by path.

    Raises: Damaged when the store is.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._opened: dict[str, KeptItem | None] = {}
        self.changed: dict[str, KeptItem | None] = {}  # none: removed
        self.records: set[str] = set()  # paths of all items but posts
        self._paths: set[str] | None = None
        self._tables: dict[str, Mapping[Any, Any]] = {}
        self._faults: dict[str, Faults] | None = None
        self.faults_version = 0  # another one with every fault that comes or goes
        data = store.get(SINCE, "")
        self.since: tuple[str, dict[str, Any]] = marshal.loads(data) if data else ("", {})  # read since which build
        self._since_before = self.since

    def find(self, path: str) -> KeptItem | None:
        """Return an item, or none."""
        if path not in self._opened:
            if len(self._opened) > MOST_OPEN + len(self.changed):
                self._opened = dict(self.changed)
            data = self._store.get(ITEMS, path)
            self._opened[path] = KeptItem.unpacked(data) if data is not None else None
        return self._opened[path]

    def paths(self) -> set[str]:
        """Return the path of every item."""
        if self._paths is None:
            gone = {path for path, kept in self.changed.items() if not kept}  # the store still has them
            self._paths = {*self._store.names(ITEMS), *self.changed} - gone
        return self._paths

    def rows(self) -> dict[str, Listed]:
        """Return the row of every post, drafts included, by the path of its folder."""
        found = ((path, self.find(path)) for path in sorted(self.paths() - self.records))
        return {path: kept.listed for path, kept in found if kept and kept.listed}

    def put(self, path: str, item: KeptItem | None) -> None:
        """Take in an item that was read anew, or is no more."""
        self._opened[path] = self.changed[path] = item
        if self._paths is not None:
            self._paths.add(path) if item else self._paths.discard(path)
        if not path.partition("/")[2].startswith("news/"):
            self._tables.clear()
        self._note_faults(path, item)

    @property
    def record_items(self) -> Iterator[Item]:
        """All items but posts, in the order of their paths."""
        found = (self.find(path) for path in sorted(self.records))
        return (kept.item for kept in found if kept)

    def table(self, name: str) -> Mapping[Any, Any]:
        """Return a mapping of the site that records give; only those that it is made of are opened."""
        if name not in self._tables:
            paths = (path for path in sorted(self.records) if path.partition("/")[2].startswith(SOURCES_OF[name]))
            found = (self.find(path) for path in paths)
            self._tables[name] = tables_of(kept.item for kept in found if kept)[name]
        return self._tables[name]

    @property
    def _at_fault(self) -> dict[str, Faults]:
        if self._faults is None:
            self._faults = {path: pickle.loads(data) for path, data in self._store.all(FAULTS)}
            for path, kept in self.changed.items():
                self._note_faults(path, kept)
        return self._faults

    def _note_faults(self, path: str, kept: KeptItem | None) -> None:
        if self._faults is None:
            return
        before = self._faults.pop(path, None)
        if kept and kept.has_faults:
            self._faults[path] = kept.item.problems, kept.item.unread
        self.faults_version += self._faults.get(path) != before

    def faults(self) -> Iterable[Faults]:
        """Return what is wrong with each item at fault, and the names in what could not be read."""
        return self._at_fault.values()

    def lacking(self, rule: str) -> list[str]:
        """Return the paths of the items that break a rule, sorted."""
        return sorted(path for path, (found, _) in self._at_fault.items() if any(one.rule == rule for one in found))

    def close(self) -> None:
        """Close every item, once all are saved: who makes pages opens those that he needs."""
        self._opened = dict(self.changed)

    def save(self) -> None:
        """Put what changed into the store."""
        store, changed = self._store, self.changed
        store.put(ITEMS, ((path, kept.packed()) for path, kept in changed.items() if kept))
        store.remove(ITEMS, [path for path, kept in changed.items() if not kept])
        store.remove(FAULTS, changed)
        at_fault = ((path, kept.item) for path, kept in changed.items() if kept and kept.has_faults)
        store.put(FAULTS, ((path, pickle.dumps((item.problems, item.unread), 5)) for path, item in at_fault))
        if self.since != self._since_before:
            store.put(SINCE, [("", marshal.dumps(self.since))])
        changed.clear()


class Conversions(Keeper):
    """Converted texts and read headers, on disk; `is_first` says that there are none yet."""

    def __init__(self, store: Store, is_first: bool = False) -> None:
        super().__init__()
        self._is_first = is_first
        self._store_of_all = store
        self.made: dict[str, bytes] = {}
        self.asked: list[str] = []

    def keep(self, function: Any, *args: Any) -> tuple[str, Any]:
        """Return the key of a result and the result, and note that it is in use."""
        key, result = super().keep(function, *args)
        self.asked.append(key)
        return key, result

    def _load(self, key: str) -> Any | None:
        data = self.made.get(key)
        if data is None and not self._is_first:
            data = self._store_of_all.get(CONVERSIONS, key)
        return pickle.loads(data) if data is not None else None

    def _store(self, key: str, result: Any) -> None:
        self.made[key] = pickle.dumps(result, protocol=5)

    def get(self, key: str) -> Any:
        """Return a result that is kept."""
        return self._load(key)


def leaf_versions(tables: Tables) -> dict[str, bytes]:
    """Return the version of every record of every table, by the name of its leaf, and of the order of each table."""
    found: dict[str, bytes] = {}
    for name, records in tables.items():
        found[f"{name}/*"] = version_of(tuple(records))
        for key, value in records.items():
            found[leaf_name(name, key)] = version_of(value)
            found[f"{leaf_name(name, key)}?"] = b"1"
    return found


def leaf_name(table: str, key: Any) -> str:
    """Return the name of the leaf of a record."""
    return f"{table}/{getattr(key, 'value', key)}"
