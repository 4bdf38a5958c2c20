"""Which pictures are published, and where."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from plugins.model.jobs import FileInput
from plugins.model.site import PictureFile
from plugins.pictures.encode import read_size


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
