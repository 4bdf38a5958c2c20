"""The files of a build, brought into the spare tree: what a job makes, the sitemap of all, and what nobody wants."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.build.making import Made
from plugins.build.planning import Note
from plugins.build.trees import Trees
from plugins.model.urls import SITEMAP, output_path
from plugins.sitemap.sitemap import SitemapPage, render_sitemaps

SITEMAP_PATH = output_path(SITEMAP)
Stamp = tuple[int, int]


class Writer:
    """Counts what is written and removed.

    Shape: `entries` are the rows of the sitemap that are other ones, by the path of their page, none for one without.
    """

    def __init__(self, trees: Trees) -> None:
        self._trees = trees
        self.written: dict[str, Stamp] = {}
        self.removed: list[str] = []
        self.entries: dict[str, SitemapPage | None] = {}
        self.rendered = 0

    def forget(self, gone: Iterable[Note]) -> None:
        """Forget pages that are made no longer."""
        self.entries |= {note.job.path: None for note in gone if note.entry}

    def take(self, made: Made) -> None:
        """Take in what came of some jobs."""
        self.written |= made.files
        self.entries |= made.entries
        self.rendered += made.rendered

    def make_sitemap(self, entries: Mapping[str, SitemapPage], url: str) -> list[str]:
        """Write the sitemap of all entries; return the paths of its files."""
        paths = []
        for address, text in render_sitemaps(entries.values(), url):
            path, data = output_path(address), text.encode("utf-8")
            paths.append(path)
            if not self._trees.holds(path, data):
                self.written[path] = self._trees.write(path, data)
        return paths

    def remove(self, paths: Iterable[str], files: Mapping[str, Any]) -> None:
        """Remove from the tree what is no file of the site, whoever put it there."""
        for path in paths:
            if path not in files:
                self._trees.remove(path)
                self.removed.append(path)
