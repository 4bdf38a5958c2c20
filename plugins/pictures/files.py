"""Under which names a picture is published."""

import hashlib
import re

from plugins.model.jobs import FileInput
from plugins.model.picture import PictureFile, split_key
from plugins.pictures.marks import mark_without

UNSAFE = re.compile(r"[^\w.-]+")  # a space or a comma would end an address in a list of them


def published_picture(key: str, path: str, mark: str, kind: str, size: tuple[int, int], marks: bytes) -> PictureFile:
    """Return a picture as it is published; other pixels or other blurred areas give it another name.

    Shape: `mark` is the fingerprint of the file at `path`, which nothing published may tell, since whoever has the
    original could prove it; `marks` are those of `marks_of`. Units: px of the largest form.
    """
    address, boxes = split_key(key)
    if boxes:
        mark = hashlib.blake2b(f"{mark} {key}".encode(), digest_size=8).hexdigest()
    folder, _, name = address.removeprefix("/").rpartition("/")
    shown = mark_without(marks, boxes, *size)
    stem = f"{folder}/{UNSAFE.sub('-', name.rsplit('.', 1)[0])}.{shown}"
    return PictureFile(FileInput(path, mark), stem, kind, *size)
