"""Which pictures are published, and where."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from plugins.model.jobs import FileInput, Job
from plugins.model.site import PictureFile, Site
from plugins.pictures.encode import read_size, render_picture


def wanted_pictures(site: Site) -> list[str]:
    """Return the addresses, as texts write them, of all pictures that something public shows."""
    texts = (text for kind in _with_texts(site) for item in kind for text in item.texts)
    shown = {f"/media/{_folder(text.path)}/{picture.name}" for text in texts for picture in text.body.pictures}
    shown |= {f"/media/news/{post.folder}/{photo.file}" for post in site.posts for photo in post.facts.photos}
    return sorted(shown)


def _with_texts(site: Site) -> Iterable[Iterable]:  # type: ignore[type-arg]
    yield site.posts
    yield site.events
    for items in (site.disputes, site.campaigns, site.surveys, site.reports, site.explainers, site.pages):
        yield items.values()


def _folder(path: str) -> str:
    """Return the folder of a text below content: "news/2021-11-04-strike" of "content/news/2021-11-04-strike/ja.md"."""
    return "/".join(path.split("/")[1:-1])


def read_pictures(content: Path, addresses: Iterable[str]) -> dict[str, PictureFile]:
    """Return the pictures that can be published, by address."""
    found: dict[str, PictureFile] = {}
    for address in addresses:
        path = content / address.removeprefix("/media/")
        size = read_size(path) if path.is_file() else None
        if size is None:
            continue
        mark = hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()
        name = f"{address.removeprefix('/').rsplit('.', 1)[0]}.{mark[:8]}.{size[2]}"
        found[address] = PictureFile(FileInput(str(path), mark), name, size[0], size[1])
    return found


def picture_jobs(site: Site) -> Iterable[Job]:
    """Give each picture once; both languages show the same file."""
    for picture in site.pictures.values():
        yield Job(picture.path, render_picture, (picture.file,), origin=picture.path)
