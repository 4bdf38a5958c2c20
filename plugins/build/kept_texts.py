"""What the desk has kept beside the content, looked through for a person: typed and not saved, undecided, copied."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.build.their_files import text_of
from plugins.model.picture import is_picture
from plugins.people.mentions import Names, mentions
from plugins.people.records import words_in

FOLDER, UNSAVED = ".desk", "unsaved"
TYPED = ".json"  # what somebody typed; all else beside it is only what a form was made of


class Kept(NamedTuple):
    """A file that names a person; `is_typed` where somebody's own words would go with it."""

    file: Path
    line: int
    is_unsaved: bool
    is_typed: bool


def kept_texts(project: Path, names: Names) -> Iterator[Kept]:
    """Yield each file of the desk in which a person is named, or whose name names them."""
    for file in sorted((project / FOLDER).rglob("*")):
        if not file.is_file() or file.is_symlink():
            continue
        is_unsaved = file.parent.name == UNSAVED
        data = b"" if is_picture(file.name) else file.read_bytes()
        if found := _lines(data, file, names):
            yield Kept(file, found[0], is_unsaved, not is_unsaved or file.suffix == TYPED)


def _lines(data: bytes, file: Path, names: Names) -> list[int]:
    if mentions(names, file.name):
        return [1]
    text = text_of(data, file.name)
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return mentions(names, text)
    words = [*words_in(held), *(part for word in words_in(held) for part in _unpacked(word))]
    return [1] if any(mentions(names, word) for word in words) else []


def _unpacked(word: str) -> Iterator[str]:
    """Yield the text that is packed in a word: the bytes of a file."""
    try:
        yield base64.b64decode(word, validate=True).decode("utf-8", "replace")
    except ValueError:
        return
