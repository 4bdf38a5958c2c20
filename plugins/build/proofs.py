"""Proofs: texts as somebody is typing them, shown as if they were saved and public, and in memory only."""

from collections.abc import Mapping

from plugins.model.posts import Listed
from plugins.reading.sources import SourceFile, SourceItem

NEW = (0, 0)  # when a text that is being typed changed: its bytes tell one from the next


def proofed(source: SourceItem, proof: Mapping[str, bytes]) -> SourceItem:
    """Return an item with other bytes for some of its files; one that is not on the disk yet is there."""
    own = {file.name: file for file in source.files}
    for name, data in proof.items():
        file = own.get(name, SourceFile(f"{source.path}/{name}" if source.kind != "data" else source.path, name))
        own[name] = file._replace(data=data, stamp=(*NEW, len(data), hash(data)))
    return source._replace(files=tuple(own[name] for name in sorted(own)))


def as_published(row: Listed) -> Listed:
    """Return a post's row as if its day had come: whoever writes sees the page that readers will see."""
    return row._replace(is_published=True, visible_from=0.0, withdrawn="")
