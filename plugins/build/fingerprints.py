"""Fingerprints: short hashes that say whether something is what it was."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

# What turns the same source into other bytes when it is updated.
LIBRARIES = ("markdown", "nh3", "jinja2", "rcssmin", "feedgenerator", "icalendar", "babel", "budoux", "pillow",
             "pydantic", "pyyaml")  # fmt: skip
PLUGINS = Path(__file__).resolve().parent.parent


def fingerprint(*parts: bytes | str) -> str:
    """Return a hash of the parts in their order; the bounds between parts count."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


@cache
def code_fingerprint() -> str:
    """Return the fingerprint of our own code and of the libraries that shape the output."""
    files = sorted(PLUGINS.rglob("*.py"))
    code = [part for path in files for part in (path.relative_to(PLUGINS).as_posix(), path.read_bytes())]
    return fingerprint(*code, *(f"{name} {version(name)}" for name in LIBRARIES))


class InputFingerprints:
    """The fingerprints of jobs' inputs, each taken once in a build."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}
        self._kept: list[Any] = []  # keeps the objects alive, so that an id is never used twice

    def of(self, value: Any) -> str:
        """Return the fingerprint of one input; its `repr` must tell all of it."""
        key = id(value)
        if key not in self._known:
            self._known[key] = fingerprint(repr(value))
            self._kept.append(value)
        return self._known[key]
