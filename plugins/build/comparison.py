"""What changed since the last build, told to the graph: records, lists, words, moments."""

from collections.abc import Mapping
from typing import Any

from plugins.build.graph import Graph
from plugins.build.intake import Intake
from plugins.build.library import Library
from plugins.build.moments import endings_in, moments_in
from plugins.build.nodes import version_of
from plugins.build.site import BuildSite
from plugins.build.state import State
from plugins.i18n.catalogues import Catalogue
from plugins.model.posts import Listed


class Comparison:
    """What the site is made of, as it was when it was last looked at.

    Shape: `is_other_record`, `is_other_index` and `is_other_claim` say what the last `take_in` found; posts claim their
    ids and addresses for themselves, and the actions that they name.
    """

    def __init__(self, site: BuildSite, graph: Graph, library: Library, news: str) -> None:
        self._site, self._graph, self._library, self._news = site, graph, library, news
        self._records: dict[str, bytes] = {}
        self._marks: dict[str, Any] = {}  # of each record by itself
        self._theme = ""
        self._moment = 0.0
        self.is_other_record = self.is_other_index = self.is_other_claim = False

    def open(self, state: State) -> None:
        """Take what the last build noted; there was one."""
        self._records, self._marks = state.value("records"), state.value("marks")
        self._site.moments, self._site.endings = state.value("moments"), state.value("endings")
        index = state.value("index")
        self._site.index_version = index["version"]
        self._site.rows.open(index)
        self._theme, self._moment = state.last["theme"], state.last["moment"]

    def put(self, state: State) -> None:
        """Note what the next build compares with."""
        if self.is_other_record:
            state.put("records", self._records)
            state.put("marks", self._marks)
            state.put("moments", self._site.moments)
            state.put("endings", self._site.endings)
        if self.is_other_index:
            state.put("index", {"version": self._site.index_version, **self._site.rows.save(self._moment)})

    def take_in(self, intake: Intake, catalogues: Mapping[str, Catalogue], now: float) -> None:
        """Tell the graph of everything that is not what it was."""
        site, graph = self._site, self._graph
        site.sources = intake.files
        self._take_index(intake, now)
        if not graph.is_new:
            site.note_changes(intake)
        self._take_records(intake)
        for lang, catalogue in catalogues.items():
            graph.set_leaf(f"words/{lang}", catalogue.fingerprint.encode())
            graph.set_leaf(f"searched/{lang}", site.searched_version)
        self._moment = now

    def _take_records(self, intake: Intake) -> None:
        records, theme = self._library.records, self._site.theme_mark
        marks = {path: mark for path, mark in self._marks.items() if path in records}
        for path in records if self._graph.is_new else records.intersection(intake.changed):
            kept = self._library.find(path)
            marks[path] = (kept.version, kept.lines_version, version_of(kept.item.shown)) if kept else None
        self.is_other_record = self._graph.is_new or theme != self._theme or marks != self._marks
        if self.is_other_record:
            self._records = self._site.set_records(self._records)
            self._marks, self._theme = marks, theme
            self._site.set_moments(moments_in(self._library))
            self._site.endings = endings_in(self._library, f"{self._news.removesuffix('news/')}data/contacts.yml")
        else:
            self._site.set_moments(self._site.moments)

    def _take_index(self, intake: Intake, now: float) -> None:
        site = self._site
        if self._graph.is_new:
            site.rows.fill(self._library.rows())
            self.is_other_index = self.is_other_claim = True
            site.set_index(version_of(len(site.rows)))
            return
        differing: list[tuple[str, Any]] = []
        before: dict[str, Listed | None] = {}
        for path, kept in intake.changed.items():
            if not path.startswith(self._news):
                continue
            old, row = site.rows.get(path), kept.listed if kept else None
            if old != row or row is None:  # one that could not be read may have come or gone
                differing.append((path, row))
                before[path] = old
                site.rows.set(path, row)
        for path in site.rows.between(self._moment, now):
            differing.append((path, "out"))
            before.setdefault(path, site.rows.get(path))
        self.is_other_index = bool(differing)
        self.is_other_claim = any(
            _claims(site, site.rows.get(path)) != _claims(site, old) for path, old in before.items()
        )
        self.is_other_claim |= any(row is None for _, row in differing)
        if differing:
            site.set_index(version_of((site.index_version, differing)), before.items(), self._moment)


def _claims(site: BuildSite, row: Listed | None) -> tuple[object, ...]:
    """Return what a post claims for itself, or will once its moment has come."""
    if row is None:
        return ()
    waits = row.visible_from if row.is_published and not site.is_public(row) else 0.0
    return row.id, row.short, row.year, row.slug, row.action, row.withdrawn, row.is_published, waits
