"""Fingerprints: short hashes that say whether something is what it was."""

import hashlib
import os
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

from plugins.build.stamps import BEGUN, NEVER, stamps_below

# What turns the same source into other bytes when it is updated.
LIBRARIES = ("markdown", "nh3", "jinja2", "rcssmin", "feedgenerator", "icalendar", "babel", "budoux", "pagefind",
             "pillow", "pydantic", "pypdf", "pyyaml")  # fmt: skip
READING = ("documents", "i18n", "model", "pictures", "problems", "reading")
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
    return _fingerprint_of(sorted(PLUGINS.rglob("*.py")))


@cache
def reading_fingerprint() -> str:
    """Return the fingerprint of what turns sources into records; another theme or page changes nothing here."""
    return _fingerprint_of([path for room in READING for path in sorted((PLUGINS / room).rglob("*.py"))])


def _fingerprint_of(files: list[Path]) -> str:
    if NEVER in stamps_below(str(PLUGINS), BEGUN, (".py",))[0].values():  # which version was loaded is not known
        return os.urandom(16).hex()
    code = [part for path in files for part in (path.relative_to(PLUGINS).as_posix(), path.read_bytes())]
    return fingerprint(*code, sys.version, *(f"{name} {version(name)}" for name in LIBRARIES))
