"""The site of one build: what pages read, and what has changed of it since the last one."""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from functools import partial
from pathlib import Path
from typing import Any

from plugins.build.assets import Asset, Assets, place_of
from plugins.build.graph import Graph
from plugins.build.intake import Intake
from plugins.build.library import SOURCES_OF, Conversions, Library, leaf_versions
from plugins.build.moments import next_of, version_at
from plugins.build.nodes import NOTHING, version_of
from plugins.build.noted import (
    DATED,
    INDEX,
    NOW,
    TODAY,
    YES,
    BuildContext,
    NotedClock,
    NotedItems,
    NotedLines,
    NotedNames,
    NotedPosts,
    NotedTable,
)
from plugins.build.outputs import file_mark
from plugins.build.rows import Rows
from plugins.build.settings import BuildSettings
from plugins.cards.letters import letters_of, written_as
from plugins.cards.words import FONT_FILES
from plugins.i18n import Catalogue
from plugins.model.evidence import Evidence
from plugins.model.jobs import FileInput
from plugins.model.picture import split_key
from plugins.model.posts import Listed, Lists, dated, places_of
from plugins.model.site import Site, SiteFacts
from plugins.model.text import NO_BODY, Body
from plugins.pages.anchors import anchors_at
from plugins.pictures.files import published_picture
from plugins.reading.running_text import body_of

SITE_TABLES = (
    "disputes", "campaigns", "events", "surveys", "reports", "explainers", "pages", "organisations", "contacts",
    "actions", "action_table", "sources", "terms", "tags", "notices", "facts_by_id", "distributions",
    "shown", "revisions", "redirects", "old_site",
)  # fmt: skip


class Paths:
    """The addresses of all files of the output: `in` is asked of the files, so that no set is made of them."""

    def __init__(self, files: Mapping[str, Any]) -> None:
        self.files = files

    def __contains__(self, address: object) -> bool:
        path = str(address).removeprefix("/")
        return str(address)[:1] == "/" and (f"{path}index.html" if path[-1:] in {"", "/"} else path) in self.files

    def __iter__(self) -> Iterator[str]:
        for path in self.files:
            yield f"/{path}"
            if path.endswith("index.html"):
                yield f"/{path.removesuffix('index.html')}"


class BuildSite:
    """A site with everything behind it; `context` is what jobs read."""

    def __init__(
        self, settings: BuildSettings, graph: Graph, library: Library, assets: Assets, kept: Conversions,
        facts: SiteFacts, catalogues: Mapping[str, Catalogue], rows: Rows,
    ) -> None:  # fmt: skip
        self._settings, self._graph, self._library, self._kept = settings, graph, library, kept
        self._looked_at = assets
        self.rows = rows
        self.index_version = NOTHING
        self.files: dict[str, Any] = {}  # of the output
        self.sources: Mapping[str, Any] = {}  # the files of every item
        self._assets: set[str] | None = None
        self._lists: Lists | None = None
        self._held_back: frozenset[str] | None = None  # folders of posts
        self.moments: list[float] = []
        self.endings: dict[str, tuple[int, ...]] = {}  # ordinals of the last days of consents in records, by path
        self._theme_files, self._fonts = _files_of(settings.theme / "static"), _fonts_of(settings.theme / "fonts")
        self.context = context = BuildContext(graph, catalogues)
        self._posts = NotedItems(graph, "posts", self._post)
        self._bodies = NotedItems(graph, "bodies", self._body)
        self._pictures = NotedItems(graph, "pictures", self._picture)
        context.site = Site(
            facts=facts,
            url=settings.url.rstrip("/"),
            clock=NotedClock(graph, settings.now, self.moment_version),  # type: ignore[arg-type]
            posts=NotedPosts(self._posts, self.lists, lambda: self.index_version, self._is_public, context),
            bodies=self._bodies,
            pictures=self._pictures,
            searched=NotedNames(graph, "searched", lambda: facts.languages if settings.search else ()),
            fonts=NotedTable(graph, "fonts", lambda: self._fonts),
            **{name: NotedTable(graph, name, partial(self._table, name)) for name in SITE_TABLES},
        )
        context.tables = {"media": NotedTable(graph, "media", partial(self._table, "media"))}
        context.documents = self._documents = NotedItems(graph, "documents", self._document)
        context.theme_files = NotedTable(graph, "theme", lambda: self._theme_files)
        context.evidence = self._evidence()

    def _table(self, name: str) -> Mapping[Any, Any]:
        return self._library.table(name)

    def _evidence(self) -> Evidence:
        graph = self._graph
        return Evidence(
            self.context.site,
            NotedLines(graph, self._library),
            NotedNames(graph, "addresses", lambda: Paths(self.files)),
            NotedNames(graph, "assets", self.assets),
            NotedNames(graph, "hidden", self._hidden),
            self._hidden_at,
            partial(anchors_at, self.context.site),
            self._undrawn,
        )

    def _undrawn(self, text: str) -> str:
        letters = FONT_FILES[-1]
        if text.isascii() or letters not in self.context.site.fonts:
            return ""
        return written_as(text, letters_of(*self.context.site.fonts[letters]))[1]

    def begin(self, settings: BuildSettings) -> None:
        """Begin another build in the same process, for another moment."""
        self._settings, self._assets, self._held_back = settings, None, None
        self.context.site.clock.begin(settings.now)
        for items in (self._posts, self._bodies, self._pictures, self._documents):
            items.forget()

    # What is opened when it is asked for --------------------------------------------------------------------------

    def lists(self) -> Lists:
        """All lists of public posts."""
        if self._lists is None:
            self._lists = Lists(row for row in self.rows.values() if self.is_public(row))
        return self._lists

    def _is_public(self, folder: str) -> bool:
        row = self.rows.get(f"{self._settings.content.name}/news/{folder}")
        return row is not None and self.is_public(row)

    def is_public(self, row: Listed) -> bool:
        """Say whether a post is shown."""
        return _is_public_at(row, self._settings.now.timestamp())

    def _hidden(self) -> frozenset[str]:
        self._graph.note(INDEX, lambda: self.index_version)
        return self._all_held_back()

    def _hidden_at(self, slug: str) -> str:
        self._graph.note(f"posts called/{slug}", lambda: self.index_version)
        return min((folder for folder in self._all_held_back() if _slug_of(folder) == slug), default="")

    def _all_held_back(self) -> frozenset[str]:
        if self._held_back is None:  # once for all who ask
            self._held_back = frozenset(row.folder for row in self.rows.values() if not self.is_public(row))
        return self._held_back

    def _post(self, folder: str) -> tuple[bytes, Any] | None:
        kept = self._library.find(f"{self._settings.content.name}/news/{folder}")
        return (kept.version, lambda: kept.item.value) if kept and kept.listed else None

    def _body(self, key: str) -> tuple[bytes, Any] | None:
        kept = self._library.find(key.rpartition("/")[0])
        found = next((body for body in kept.item.bodies if body.text == key), None) if kept else None
        if found is None:
            return NOTHING, lambda: NO_BODY
        return version_of(found), lambda: self._opened(found)

    def _opened(self, found: Any) -> Body:
        return body_of(self._kept.get(found.key), found.line)

    def _picture(self, key: str) -> tuple[bytes, Any] | None:
        path, asset = self._file(split_key(key)[0])
        if asset is None or not asset.width:
            return None
        found = published_picture(key, path, asset.fingerprint, asset.kind, (asset.width, asset.height), asset.marks)
        return version_of(found), lambda: found

    def _document(self, address: str) -> tuple[bytes, Any] | None:
        path, asset = self._file(address)
        file = FileInput(path, asset.fingerprint) if asset else None
        return (version_of(file), lambda: file) if file else None

    def _file(self, address: str) -> tuple[str, Asset | None]:
        """Return where a file beside the words lies, and what is known of it; none where there is none."""
        asset = self._looked_at.get(address) if address.removeprefix("/media/") in self.assets() else None
        return place_of(self._settings.content, address), asset

    def assets(self) -> set[str]:
        """The pictures and documents beside the words: "news/2021-11-04-strike/picket.jpg"."""
        if self._assets is None:
            self._assets = {
                f"{path.partition('/')[2]}/{name}"
                for path, files in self.sources.items() for name, _ in files if not name.endswith((".md", ".yml"))
            }  # fmt: skip
        return self._assets

    @property
    def theme_mark(self) -> str:
        """What changes when a file that the theme brings does."""
        return repr((self._theme_files, self._fonts))

    @property
    def searched_version(self) -> bytes:
        """What changes when a build makes the index of words, and the one before did not, or the other way round."""
        return YES if self._settings.search else NOTHING

    # What changed ------------------------------------------------------------------------------------------------

    def moment_version(self) -> bytes:
        """Return what changes when a moment that something waits for has come."""
        return version_at(self.moments, self._settings.now)

    def next_moment(self) -> float:
        """Return when the site will be another one though nothing is edited: the next midnight at the latest."""
        return next_of((*self.moments, *self.rows.waiting.values()), self._settings.now)

    def note_changes(self, intake: Intake) -> None:
        """Tell the graph of every item and file that is not what it was, and of the day."""
        news = f"{self._settings.content.name}/news/"
        for path, kept in intake.changed.items():
            self._graph.set_leaf(f"lines/{path}", kept.lines_version if kept else NOTHING)
            if path.startswith(news):
                self._graph.set_leaf(f"posts/{path.removeprefix(news)}", self._posts.version(path.removeprefix(news)))
            for body in kept.item.bodies if kept else ():
                self._graph.set_leaf(f"bodies/{body.text}", version_of(body))
        for address in intake.touched_files:
            asset = address.removeprefix("/media/")
            self._graph.set_leaf(f"assets/{asset}", YES if asset in self.assets() else NOTHING)
            for key in {address, *self._keys_of(address)}:
                self._graph.set_leaf(f"pictures/{key}", self._pictures.version(key))
            self._graph.set_leaf(f"documents/{address}", self._documents.version(address))
        self._graph.set_leaf(TODAY, version_of(self._settings.now.date()))

    def _keys_of(self, address: str) -> list[str]:
        """Return what a picture is known by where its item shows it."""
        kept = self._library.find(f"{self._settings.content.name}/{address.removeprefix('/media/').rpartition('/')[0]}")
        return [key for key in kept.item.shown.pictures if split_key(key)[0] == address] if kept else []

    def set_records(self, before: Mapping[str, bytes]) -> dict[str, bytes]:
        """Compare every record with the last build's; return what they are now."""
        tables = {name: self._library.table(name) for name in SOURCES_OF}
        now = leaf_versions({**tables, "theme": self._theme_files, "fonts": self._fonts})
        for name in before.keys() | now.keys():
            if before.get(name) != now.get(name):
                self._graph.set_leaf(name, now.get(name, NOTHING))
        return now

    def set_moments(self, moments: list[float]) -> None:
        """Say for which moments events and actions wait."""
        self.moments = moments
        self._graph.set_leaf(NOW, self.moment_version())

    def set_index(self, version: bytes, changed: Iterable[tuple[str, Listed | None]] = (), moment: float = 0.0) -> None:
        """Say what the lists are made of now.

        Shape: `changed` has the path of each post whose row is another one, or that was held back and is no longer,
        with the row before; `moment` is that of the build before.
        """
        graph, self._held_back = self._graph, None
        self.index_version = version
        graph.set_leaf(INDEX, version)
        for path, before in changed:
            folder, now = path.rpartition("/")[2], self.rows.get(path)
            is_public = now is not None and self.is_public(now)
            graph.set_leaf(f"posts called/{_slug_of(folder)}", version)
            graph.set_leaf(f"public/{folder}", YES if is_public else NOTHING)
            places = {place for row in (before, now) if row for place in places_of(row)}
            moved = self._lists.put(folder, now if is_public else None) if self._lists else places
            for group, key in moved:
                graph.set_leaf(f"list/{group}/{key}", version)
                graph.set_leaf(f"keys/{group}", version)
            for group, key in places:
                graph.set_leaf(f"dates/{group}/{key}", version)
            was_public = _is_public_at(before, moment)
            if (is_public and _address(now)) != (was_public and _address(before)):
                graph.set_leaf("addresses of posts", version)
            if (is_public and now and dated(now)) != (was_public and before and dated(before)):
                graph.set_leaf(DATED, version)
        self._lists = copy(self._lists)  # other ones, for whoever keeps what he made of them


def _is_public_at(row: Listed | None, moment: float) -> bool:
    return row is not None and row.is_published and row.visible_from <= moment


def _slug_of(folder: str) -> str:
    return folder[len("2021-11-04-") :]


def _address(row: Listed | None) -> tuple[str, str] | None:
    return (row.year, row.slug) if row else None


def _files_of(folder: Path) -> dict[str, FileInput]:
    files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
    return {path.relative_to(folder).as_posix(): FileInput(str(path), file_mark(str(path))) for path in files}


def _fonts_of(folder: Path) -> dict[str, FileInput]:
    """Return the theme's fonts by their names; by their stamps, since they are large and every build asks."""
    found = {path.name: path.stat() for path in sorted(folder.glob("*.*"))} if folder.is_dir() else {}
    return {name: FileInput(str(folder / name), f"{stat.st_size}-{stat.st_mtime_ns}") for name, stat in found.items()}
