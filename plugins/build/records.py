"""What was read from each source, kept between builds by the hash of its bytes."""

import hashlib
import os
import pickle
from pathlib import Path
from typing import Any

from plugins.build.fingerprints import fingerprint
from plugins.model.text import Lang
from plugins.reading.sources import SourceItem

FILE = "records"


class Records:
    """Items by key; a file that is damaged, or of another version, is as good as none."""

    def __init__(self, state: Path, version: str) -> None:
        self._path = state / FILE
        self._version = version
        self._stored = self._read()
        self._used: dict[str, bytes] = {}
        self.read_count = 0  # items that had to be read anew

    def key(self, source: SourceItem, langs: tuple[Lang, ...]) -> str:
        """Return what the item depends on: its place, its files' bytes, the languages."""
        files = (part for file in source.files for part in (file.name, file.data))
        return fingerprint(",".join(langs), source.path, *files)

    def get(self, key: str) -> Any:
        """Return the item kept under `key`, or none."""
        stored = self._stored.get(key)
        if stored is None:
            return None
        self._used[key] = stored
        return pickle.loads(stored)

    def put(self, key: str, item: Any) -> None:
        """Keep an item that was read anew."""
        self.read_count += 1
        self._used[key] = pickle.dumps(item, protocol=5)

    def save(self) -> None:
        """Write what this build used; what it did not use is forgotten."""
        if self._used.keys() == self._stored.keys():
            return
        payload = pickle.dumps((self._version, self._used), protocol=5)
        part = self._path.with_suffix(".part")
        part.write_bytes(hashlib.sha256(payload).digest() + payload)
        os.replace(part, self._path)

    def _read(self) -> dict[str, bytes]:
        try:
            data = self._path.read_bytes()
        except OSError:
            return {}
        # The checksum is looked at before anything is unpickled: a torn file is never trusted.
        if hashlib.sha256(data[32:]).digest() != data[:32]:
            return {}
        version, stored = pickle.loads(data[32:])
        return stored if version == self._version else {}
