"""Under which names a picture is published."""

import hashlib
import re

from plugins.model.jobs import FileInput
from plugins.model.picture import PictureFile, split_key

UNSAFE = re.compile(r"[^\w.-]+")  # a space or a comma would end an address in a list of them


def published_picture(key: str, path: str, mark: str, kind: str, width: int, height: int) -> PictureFile:
    """Return a picture as it is published; other bytes or other blurred areas give it another name.

    Shape: `mark` is the fingerprint of the file at `path`. Units: px of the largest form.
    """
    address, boxes = split_key(key)
    if boxes:
        mark = hashlib.blake2b(f"{mark} {key}".encode(), digest_size=8).hexdigest()
    folder, _, name = address.removeprefix("/").rpartition("/")
    stem = f"{folder}/{UNSAFE.sub('-', name.rsplit('.', 1)[0])}.{mark[:8]}"
    return PictureFile(FileInput(path, mark), stem, kind, width, height)
