"""The files of a build, brought where they belong: what a job makes, the sitemap of all, and what nobody wants."""

from collections.abc import Iterable, Mapping

from plugins.build.making import Files, Made
from plugins.build.planning import Note
from plugins.build.stamps import Stamp
from plugins.model.urls import SITEMAP, output_path
from plugins.sitemap.sitemap import SitemapPage, render_sitemaps

SITEMAP_PATH = output_path(SITEMAP)


class Writer:
    """Counts what is written and removed.

    Shape: `entries` are the rows of the sitemap that are other ones, by the path of their page, none for one without.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
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
            self.put(path, data)
        return paths

    def put(self, path: str, data: bytes) -> None:
        """Write a file, unless it is there."""
        if not self._files.holds(path, data):
            self.written[path] = self._files.write(path, data)

    def remove(self, paths: Iterable[str]) -> None:
        """Remove files that are wanted no longer."""
        for path in paths:
            self._files.remove(path)
            self.removed.append(path)
