"""What was typed and not saved yet: kept beside the content, until it is saved or thrown away."""

import base64
import contextlib
import hashlib
import json
import os
import secrets
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

Pairs = list[tuple[str, str]]
OPENED = ".opened"  # the bytes that a form was made of
REMEMBERED = 30 * 24 * 3600  # seconds


class Unsaved(NamedTuple):
    """What one window has typed into a form.

    Shape: `base` are the bytes of the files that the form was made of; `pairs` the whole form.
    """

    place: str  # "news/2026-05-01-strike", "data/contacts/desk"
    window: str
    at: str  # "2026-05-01 14:03"
    base: Mapping[str, Any]  # bytes
    pairs: Pairs


class Keeper:
    """A folder with one file for each window and item; only its owner may read it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, unsaved: Unsaved) -> None:
        """Keep a form in the place of what its window had typed before; a power cut leaves the old or the new."""
        base = _packed(unsaved.base)
        self._write(self._file(unsaved.place, unsaved.window), unsaved._replace(base=base)._asdict())

    def remember(self, mark: str, files: Mapping[str, bytes]) -> None:
        """Keep the bytes that a form was made of, so that it can be saved whatever becomes of the files meanwhile."""
        if not (file := self._folder / f"{mark}{OPENED}").exists():
            self._write(file, _packed(files))

    def remembered(self, mark: str) -> Mapping[str, bytes] | None:
        """Return the bytes that a form was made of; none where nobody remembers."""
        with contextlib.suppress(OSError, ValueError):
            if mark.isalnum():
                return _unpacked(json.loads((self._folder / f"{mark}{OPENED}").read_text(encoding="utf-8")))
        return None

    def sweep(self) -> None:
        """Remove what a cut-off write left, and what old forms were made of; what was typed stays."""
        for file in (*self._folder.glob("*.part"), *self._folder.glob(f"*{OPENED}")):
            with contextlib.suppress(OSError):
                if file.suffix == ".part" or time.time() - file.stat().st_mtime > REMEMBERED:
                    file.unlink()

    def _write(self, file: Path, value: Any) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = file.with_name(f"{secrets.token_hex(8)}.part")  # two requests of one window may come at once
        with open(part, "w", encoding="utf-8", opener=_private) as opened:
            json.dump(value, opened, ensure_ascii=False)
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


def _packed(files: Mapping[str, bytes]) -> dict[str, str]:
    return {name: base64.b64encode(data).decode() for name, data in files.items()}


def _unpacked(files: Mapping[str, str]) -> dict[str, bytes]:
    return {name: base64.b64decode(data) for name, data in files.items()}


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _read(file: Path) -> Unsaved | None:
    """Return what a file keeps; none where it is gone or damaged, and it stays for somebody to look at."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        value: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        base = _unpacked(value["base"])
        pairs = [(str(name), str(text)) for name, text in value["pairs"]]
        return Unsaved(value["place"], value["window"], value["at"], base, pairs)
    return None
