"""What was typed and not saved yet: kept beside the content, until it is saved or thrown away."""

import base64
import contextlib
import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

Pairs = list[tuple[str, str]]


class Unsaved(NamedTuple):
    """What one window has typed into a form.

    Shape: `base` are the bytes of the files that the form was made of; `pairs` the whole form.
    """

    place: str  # "news/2026-05-01-strike", "data/contacts/desk"
    window: str
    at: str  # "2026-05-01 14:03"
    base: Mapping[str, bytes]
    pairs: Pairs


class Keeper:
    """A folder with one file for each window and item; only its owner may read it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, unsaved: Unsaved) -> None:
        """Keep a form in the place of what its window had typed before; a power cut leaves the old or the new."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = self._file(unsaved.place, unsaved.window)
        base = {name: base64.b64encode(data).decode() for name, data in unsaved.base.items()}
        part = file.with_suffix(".part")
        with open(part, "w", encoding="utf-8", opener=_private) as opened:
            json.dump(unsaved._replace(base=base)._asdict(), opened, ensure_ascii=False)
            opened.flush()
            os.fsync(opened.fileno())
        os.replace(part, file)

    def get(self, place: str, window: str) -> Unsaved | None:
        """Return what a window has typed into the form of an item, or none."""
        return _read(self._file(place, window))

    def of(self, place: str) -> list[Unsaved]:
        """Return what any window has typed into the form of an item, the newest first."""
        return [unsaved for unsaved in self.all() if unsaved.place == place]

    def all(self) -> list[Unsaved]:
        """Return everything that is kept, the newest first."""
        return sorted(self._each(), key=lambda unsaved: unsaved.at, reverse=True)

    def drop(self, place: str, window: str = "") -> None:
        """Keep nothing of an item any longer; of one window only where one is named."""
        for unsaved in self.of(place):
            if window in ("", unsaved.window):
                self._file(place, unsaved.window).unlink(missing_ok=True)

    def _each(self) -> Iterator[Unsaved]:
        for file in self._folder.glob("*.json"):
            if found := _read(file):
                yield found

    def _file(self, place: str, window: str) -> Path:
        return self._folder / f"{hashlib.sha256(f'{place} {window}'.encode()).hexdigest()[:32]}.json"


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _read(file: Path) -> Unsaved | None:
    """Return what a file keeps; none where it is gone or damaged, and it stays for somebody to look at."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        value: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        base = {name: base64.b64decode(data) for name, data in value["base"].items()}
        pairs = [(str(name), str(text)) for name, text in value["pairs"]]
        return Unsaved(value["place"], value["window"], value["at"], base, pairs)
    return None
