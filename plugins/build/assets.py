"""Pictures and documents of content as they were looked at: once for each file's bytes, kept by its address."""

import hashlib
import marshal
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

from plugins.build.store import Store
from plugins.build.workers import shared_out
from plugins.model.picture import MEDIA, MOST_BYTES, is_picture
from plugins.problems import Problem, problem
from plugins.problems.traces import PLACE, words_of

ASSETS, ASSET_FAULTS = "assets", "asset_faults"


class Asset(NamedTuple):
    """What was found in one file.

    Shape: `width` is 0 for what is no picture that can be published; `rule` is what the file breaks whoever uses it.
    """

    fingerprint: str
    kind: str = ""  # of a picture: "jpg" or "png"
    width: int = 0  # px, of the largest form that is published
    height: int = 0
    rule: str = ""
    traces: tuple[str, ...] = ()
    marks: bytes = b""  # of a picture: what its published name is made of


def look_at(path: str, known: Asset | None = None) -> Asset | None:
    """Return what is to be known of a file, which may be `known` already; none if it is gone."""
    try:
        with open(path, "rb") as file:
            mark = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=8)).hexdigest()
            if known and known.fingerprint == mark:
                return known
            size = file.tell()
            file.seek(0)
            data = file.read() if size <= MOST_BYTES else b""
    except OSError:
        return None
    if path.lower().endswith(".pdf"):
        return _document(mark, data)
    if not is_picture(path) or size > MOST_BYTES:
        return Asset(mark)
    from plugins.pictures.look import look_at_picture  # Pillow is loaded where a picture has changed

    look = look_at_picture(path, data)
    told = tuple(trace for trace in look.traces if trace != "profile")
    rule = "photo-place" if PLACE in told else "photo-metadata" if told else ""
    return Asset(mark, look.kind, look.width, look.height, rule, told, look.marks)


def _document(mark: str, data: bytes) -> Asset:
    from plugins.documents.look import look_at_document

    look = look_at_document(data)
    if not look.is_readable:
        return Asset(mark, rule="document-unreadable")
    return Asset(mark, rule="document-metadata" if look.traces else "", traces=tuple(sorted(look.traces)))


class Assets:
    """Every file beside the words, by its "/media/…" address."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._changed: dict[str, Asset | None] = {}
        self._faults: dict[str, Asset] | None = None

    def take_in(self, content: Path, touched: Iterable[str], workers: int) -> None:
        """Look at those of some files whose bytes are not known; what is gone is forgotten."""
        known = [(address, self.get(address)) for address in sorted(touched)]
        looked = shared_out(lambda tasks: [_looked_at(content, *task) for task in tasks], known, workers)
        for address, before, now in (found for part in looked for found in part):
            if now != before:
                self._note(address, now)

    def _note(self, address: str, asset: Asset | None) -> None:
        self._changed[address] = asset
        if self._faults is not None:
            self._faults.pop(address, None)
            if asset and asset.rule:
                self._faults[address] = asset

    def get(self, address: str) -> Asset | None:
        """Return what is known of a file, none if it has not been looked at."""
        if address in self._changed:
            return self._changed[address]
        data = self._store.get(ASSETS, address)
        return Asset(*marshal.loads(data)) if data is not None else None

    def problems(self, folder: str) -> list[Problem]:
        """Return what is wrong with the files themselves; `folder` is the name of the folder of content."""
        return [
            problem_in(asset, f"{folder}/{address.removeprefix(MEDIA)}") for address, asset in self._at_fault.items()
        ]

    @property
    def _at_fault(self) -> Mapping[str, Asset]:
        if self._faults is None:
            self._faults = {name: Asset(*marshal.loads(data)) for name, data in self._store.all(ASSET_FAULTS)}
            for address, asset in self._changed.items():
                self._note(address, asset)
        return self._faults

    def save(self) -> None:
        """Put what changed into the store."""
        changed, faults = self._changed, {name: asset for name, asset in self._changed.items() if asset and asset.rule}
        if not changed:
            return
        self._store.remove(ASSETS, [address for address, asset in changed.items() if not asset])
        self._store.put(ASSETS, ((name, marshal.dumps(tuple(asset))) for name, asset in changed.items() if asset))
        self._store.remove(ASSET_FAULTS, [address for address in changed if address not in faults])
        self._store.put(ASSET_FAULTS, ((name, marshal.dumps(tuple(asset))) for name, asset in faults.items()))
        changed.clear()


def _looked_at(content: Path, address: str, before: Asset | None) -> tuple[str, Asset | None, Asset | None]:
    return address, before, look_at(place_of(content, address), before)


def place_of(content: Path, address: str) -> str:
    """Return where a file lies, by the name that the disk has for it: macOS writes が as か and a mark of its own.

    Source: Unicode Standard Annex 15.
    """
    path = content / address.removeprefix(MEDIA)
    if address.isascii() or path.exists():
        return str(path)
    with suppress(OSError):
        for name in os.listdir(path.parent):
            if normalize("NFC", name) == path.name:
                return str(path.with_name(name))
    return str(path)


def problem_in(asset: Asset, path: str) -> Problem:
    """Return what is wrong with a file that breaks a rule."""
    if not asset.traces:
        return problem(asset.rule, path)
    told = {"told": words_of(asset.traces, "en"), "told_ja": words_of(asset.traces, "ja")}
    return problem(asset.rule, path, file=path, **told)
