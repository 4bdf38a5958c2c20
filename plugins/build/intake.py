"""Sources into the library: what changed is read, on all cores, and nothing else is opened."""

import pickle
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.build.ids import WrittenId, write_missing_ids
from plugins.build.library import CONVERSIONS, Conversions, KeptItem, Library, content_key
from plugins.build.proofs import as_published, proofed
from plugins.build.settings import BuildSettings
from plugins.build.stamps import NEVER, settled
from plugins.build.store import Store, sealed
from plugins.build.workers import shared_out
from plugins.model.site import SiteFacts
from plugins.problems import Problem, problem, severity_of
from plugins.reading.items import Item
from plugins.reading.keeping import Keeper
from plugins.reading.reader import item_of
from plugins.reading.sources import TABLES, SourceFile, SourceItem, read_source, scan_item, scan_sources, stamp_of

DEFAULT_LANGS = ("ja", "en")
Files = tuple[tuple[str, int], ...]  # name and stamp
Progress = Callable[[str, int, int], None]  # what, done, of how many


@dataclass(slots=True, eq=False, repr=False)
class Intake:
    """What reading found.

    Shape: `changed` holds each item whose files have other stamps than at the last build, none if it is no more;
    `files` the files of every item with their stamps.
    """

    problems: list[Problem] = field(default_factory=list)
    ids: tuple[WrittenId, ...] = ()
    facts: SiteFacts | None = None
    packed_facts: bytes = b""
    langs: tuple[str, ...] = DEFAULT_LANGS
    files: dict[str, Files] = field(default_factory=dict)
    since: int = 0  # when looking began, in ns
    is_partial: bool = False  # only some items were looked at: the others were known to be as they were
    changed: dict[str, KeptItem | None] = field(default_factory=dict)
    seen: dict[str, tuple[SourceFile, ...]] = field(default_factory=dict)  # what was read, as it was before
    touched_files: set[str] = field(default_factory=set)  # "/media/…" addresses of files beside the words
    read: int = 0  # items that were read anew
    converted: int = 0  # texts that were converted


def read_again(settings: BuildSettings, path: str, langs: tuple[str, ...]) -> Item | None:
    """Read an item and keep nothing of it; none if it is no more."""
    item, _ = scan_item(settings.content, path)
    return item_of(read_source(settings.content, item), langs, Keeper()) if item else None


def changed_meanwhile(settings: BuildSettings, intake: Intake) -> list[Problem]:
    """Find the files that were saved or removed since they were read: what was read may be half of a text."""
    project = settings.content.parent
    files = (file for files in intake.seen.values() for file in files)
    return [problem("changed-meanwhile", f.path) for f in files if stamp_of(f"{project}/{f.path}") != f.stamp]


class Reader:
    """Brings a library up to date."""

    def __init__(self, settings: BuildSettings, store: Store, library: Library, progress: Progress) -> None:
        self._settings, self._store, self._library, self._progress = settings, store, library, progress
        self.found = Intake()
        self._facts_before: tuple[Files | None, bytes] = None, b""  # the file of the facts of the last build, and they
        self._is_first = False  # nothing is kept: nothing need be looked up
        self._unused: set[str] = set()  # conversions that no item is made of any longer

    def take_in(self, last: Mapping[str, Any], changed: Iterable[str] | None = None) -> Intake:
        """Read what differs from the last build, which left `last`; empty if that is not known.

        Shape: `changed` are the paths of the only items that can differ, none if that is not known.
        What a build that failed has read is in the library already: `since` says so, until the next one succeeds; it
        holds none for an item that was no more, which one without files is not.
        """
        build, files = last.get("build", ""), last.get("files", {})
        self._facts_before = files.get(self._site_path), last.get("facts", b"")
        of_build, since = self._library.since
        since = since if of_build == build else {}
        for path in since:
            self.found.changed[path] = self._library.find(path)
        if any(not own or path not in files for path, own in since.items()):  # some came or went in between
            changed = None
        self._look({**files, **since} if files and since else files, tuple(last.get("langs", ())), changed)
        self._note_files(since, files)
        if self._settings.write_ids and (ids := self._write_ids()):
            self.found.ids = ids
            self._look(dict(self.found.files), self.found.langs)
        if self.found.changed:
            self._library.since = build, {path: self.found.files.get(path) for path in self.found.changed}
        return self.found

    def _look(self, before: dict[str, Files], langs_before: tuple[str, ...], only: Iterable[str] | None = None) -> None:
        found = self.found
        sources = self._some(before, {*only, self._site_path}) if only is not None else None
        by_path = sources or self._all()
        found.is_partial = sources is not None
        self._read_facts(by_path.get(self._site_path))
        if found.langs != langs_before:
            if found.is_partial:
                self._look(before, langs_before)
                return
            before = {}
        files = found.files
        changed = [path for path in by_path if before.get(path) != files[path] or _is_unsettled(files[path])]
        self._note_files(changed, before)
        found.seen |= {path: by_path[path].files for path in changed}
        news = f"{self._settings.content.name}/news/"
        if not (found.is_partial and self._library.records):
            self._library.records = {path for path in files if not path.startswith(news)}
        if not found.is_partial:  # else each of them is still there
            for path in (before or dict.fromkeys(self._library.paths())).keys() - files.keys():
                self._note_files([path], before)
                self._take(path, None)
        self._read([by_path[path] for path in changed])

    def _all(self) -> dict[str, SourceItem]:
        """Look at the files of every item."""
        found = self.found
        found.since = time.time_ns()
        sources, found.problems = scan_sources(self._settings.content)
        sources = [self._proofed(source) for source in sources]
        found.files = {source.path: self._files_of(source) for source in sources}
        return {source.path: source for source in sources}

    def _some(self, before: dict[str, Files], paths: set[str]) -> dict[str, SourceItem] | None:
        """Look at the files of some items; none where one is no more, or something in it is no part of it."""
        found = self.found
        found.since = time.time_ns()
        sources = {}
        for path in sorted(paths):
            source, problems = scan_item(self._settings.content, path)
            if source is None or problems:
                return None
            sources[path] = self._proofed(source)
        found.files = {**before, **{path: self._files_of(source) for path, source in sources.items()}}
        return sources

    def _proofed(self, source: SourceItem) -> SourceItem:
        """Return an item with the texts that somebody is typing in the place of those on the disk."""
        return proofed(source, proof) if (proof := self._settings.proofs.get(source.path)) else source

    def _files_of(self, source: SourceItem) -> Files:
        return tuple((file.name, settled(file.stamp, self.found.since)) for file in source.files)

    def _note_files(self, paths: Iterable[str], before: dict[str, Files]) -> None:
        """Note the pictures and documents of changed items that are not what they were."""
        for path in paths:
            now = self.found.files.get(path, ())
            differing = {*(set(before.get(path) or ()) ^ set(now)), *(file for file in now if _is_unsettled([file]))}
            names = {name for name, _ in differing if not name.endswith((".md", ".yml"))}
            self.found.touched_files |= {f"/media/{path.partition('/')[2]}/{name}" for name in names}

    @property
    def _site_path(self) -> str:
        return f"{self._settings.content.name}/{TABLES}/site.yml"

    def _read_facts(self, site: SourceItem | None) -> None:
        """Read what the site is, or take it from the last build where its file is as it was then."""
        found, (before, packed) = self.found, self._facts_before
        now = found.files[site.path] if site else ()
        if site is None:
            found.facts, found.packed_facts = None, b""
        elif packed and now == before and not _is_unsettled(now):
            found.facts, found.packed_facts = pickle.loads(packed), packed
        else:
            source = read_source(self._settings.content, site)
            found.facts = item_of(source, DEFAULT_LANGS, Conversions(self._store)).value
            found.packed_facts = pickle.dumps(found.facts, protocol=5)
        found.langs = found.facts.languages if found.facts else DEFAULT_LANGS

    def _read(self, sources: list[SourceItem]) -> None:
        self._store.commit()  # who is forked could not read what is being written
        done = 0
        self._is_first = not self._library.paths() and not self._store.has_any(CONVERSIONS)
        later: list[tuple[str, bytes]] = []  # put at the end: who reads the file is in the way of who writes
        begin = (lambda: None) if self._is_first else self._store.reopen  # it is locked while a first build writes
        for results in shared_out(self._work, sources, self._settings.workers, begin):
            for path, packed, made, counts in results:
                done += 1
                if packed is None:  # other stamps, the same bytes
                    self._take(path, self._library.find(path))
                    continue
                if self._is_first:
                    self._store.put_sealed(CONVERSIONS, made)
                else:
                    later += made
                self._take(path, KeptItem.unpacked(packed))
                self.found.read += 1
                self.found.converted += counts
            self._progress("read", done, len(sources))
        self._store.remove(CONVERSIONS, self._unused)
        self._store.put_sealed(CONVERSIONS, later)

    def _work(self, sources: Sequence[SourceItem]) -> list[tuple[str, bytes | None, list[Any], int]]:
        return [self._read_one(source) for source in sources]

    def _read_one(self, source: SourceItem) -> tuple[str, bytes | None, list[Any], int]:
        """Return (path, the item, its new conversions, how many texts were converted); no item if it is the same.

        Shape: the conversions with their checksums, which are made on all cores.
        """
        source = self._proofed(read_source(self._settings.content, source))
        is_proof = source.path in self._settings.proofs
        key = content_key(source, (*self.found.langs, *["proof"] * is_proof))
        kept = None if self._is_first else self._library.find(source.path)
        if kept and kept.key == key:
            return source.path, None, [], 0
        keeper = Conversions(self._store, self._is_first)
        item = item_of(source, self.found.langs, keeper)
        if item.listed and is_proof:
            item = item._replace(listed=as_published(item.listed))
        new = KeptItem.of(item, key, keeper.asked)
        made = [(name, sealed(name, data)) for name, data in keeper.made.items()]
        return source.path, new.packed(), made, keeper.counts["convert_body"]

    def _take(self, path: str, new: KeptItem | None) -> None:
        old = self._library.find(path)
        self.found.changed[path] = new
        if old is new:
            return
        self._library.put(path, new)
        if old:
            self._unused |= set(old.kept) - set(new.kept if new else ())

    def _write_ids(self) -> tuple[WrittenId, ...]:
        """Give an id to each item that lacks nothing else."""
        library = self._library
        paths = sorted(self.found.changed) if self.found.is_partial else library.lacking("missing-id")
        lacking = [kept.item for path in paths if (kept := library.find(path)) and kept.has_faults]
        lacking = [item for item in lacking if _lacks_only_an_id(item) and item.path not in self._settings.proofs]
        if not lacking:
            return ()
        taken = {row.id for row in library.rows().values()}
        taken |= {event.facts.id for event in library.table("events").values()}
        site_id = self.found.facts.id if self.found.facts else ""
        return tuple(write_missing_ids(lacking, taken, site_id, self._settings.content.parent))


def _is_unsettled(files: Iterable[tuple[str, int]]) -> bool:
    """Whether a file may have changed again since it was read, within the grain of the clock."""
    return any(stamp == NEVER for _, stamp in files)


def _lacks_only_an_id(item: Any) -> bool:
    return {p.rule for p in item.problems if severity_of(p) == "error"} == {"missing-id"}
