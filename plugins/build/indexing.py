"""The index of words beside the site: made of the finished pages where it is asked for, taken away where it is not."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from plugins.build.site import BuildSite
from plugins.build.writing import Writer
from plugins.pages.found_pages import found_pages
from plugins.search.index import make_index

Item = TypeVar("Item")
Progress = Callable[[str, int, int], None]


def bring_index(site: BuildSite, folder: Path, writer: Writer, progress: Progress) -> list[str]:
    """Make the index of the pages of a finished folder; return the paths of its files.

    Raises: OSError.
    """
    pages = [page for page in found_pages(site.context) if page.path in site.files]
    read = lambda path: (folder / path).read_text(encoding="utf-8")  # noqa: E731
    paths = []
    for path, data in make_index(_counted(pages, progress), read):
        writer.put(path, data)
        paths.append(path)
    return paths


def _counted(pages: Sequence[Item], progress: Progress) -> Iterator[Item]:
    for count, page in enumerate(pages, 1):
        yield page
        progress("index", count, len(pages))
