"""What somebody changed, in a few plain words: which item, which fields, which text."""

from collections.abc import Iterator, Mapping
from typing import Any

from plugins.editing import NotRewritten, divided, from_bytes, read_values
from plugins.reading.places import TABLES
from plugins.together.merging import Data, item_of

WORDS = {
    "ja": {"text": "本文", "new": "新規", "removed": "削除"},
    "en": {"text": "text", "new": "new", "removed": "removed"},
}


def changes_told(files: Mapping[str, tuple[Data, Data]], lang: str) -> list[str]:
    """Return a line for each item: "news/2026-05-01-strike: title, text (ja)".

    Shape: `files` are what each file was before and is now. Which record of a table is not told: its key may be a name.
    """
    items: dict[str, list[str]] = {}
    for path in sorted(files):
        items.setdefault(item_of(path), []).append(path)
    return [f"{item}: {_told(paths, files, lang)}".removesuffix(": ") for item, paths in items.items()]


def _told(paths: list[str], files: Mapping[str, tuple[Data, Data]], lang: str) -> str:
    words = WORDS[lang]
    if not any(files[path][0] is not None for path in paths) and any(path.endswith((".md", ".yml")) for path in paths):
        return words["new"]
    if not any(files[path][1] is not None for path in paths):
        return words["removed"] if any(path.endswith((".md", ".yml")) for path in paths) else _names(paths)
    told = (part for path in paths for part in _parts(path, *files[path], words))
    return ", ".join(dict.fromkeys(told))


def _names(paths: list[str]) -> str:
    return ", ".join(path.rpartition("/")[2] for path in paths)


def _parts(path: str, before: Data, after: Data, words: Mapping[str, str]) -> Iterator[str]:
    name = path.rpartition("/")[2]
    if f"/{TABLES}/" in path:
        return
    try:
        old, new = (_content(name, data or b"") for data in (before, after))
    except NotRewritten:
        yield name
        return
    if old is None or new is None:
        yield name
        return
    changed = [key for key in dict.fromkeys((*old[0], *new[0])) if old[0].get(key) != new[0].get(key)]
    if old[1].strip() != new[1].strip():
        changed.append(words["text"])
    if changed:
        yield ", ".join(changed) + (f" ({name.removesuffix('.md')})" if name.endswith(".md") else "")


def _content(name: str, data: bytes) -> tuple[dict[str, Any], str] | None:
    """Return the fields and the text of a file; none for one that has neither. Raises: NotRewritten."""
    if name.endswith(".yml"):
        return read_values(from_bytes(data)[0]), ""
    if name.endswith(".md"):
        sheet = divided(from_bytes(data)[0])
        return sheet.values, sheet.body
    return None
