"""What is in a finished folder, file by file, and the one number that stands for all of it."""

import hashlib
import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.publishing.refusal import Refusal

PASSED = "passed"  # the digest of the folder that the gate has passed last


def manifest_of(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file below a folder by its path, in the order of the paths.

    Raises: Refusal for a link, for what is no file, and for a name that git or a checksum list cannot hold.
    """
    found = {}
    for path, place in _files(folder):
        with open(place, "rb") as file:
            found[path] = hashlib.file_digest(file, "sha256").hexdigest()
    return dict(sorted(found.items()))


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield (path below the folder, place) of each file."""
    waiting = [(str(folder), "")]
    while waiting:
        place, above = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                path = f"{above}{entry.name}"
                check_path(path)
                mode = entry.stat(follow_symlinks=False).st_mode
                if stat.S_ISDIR(mode):
                    waiting.append((entry.path, f"{path}/"))
                elif stat.S_ISREG(mode):
                    yield path, entry.path
                else:
                    raise Refusal("link" if stat.S_ISLNK(mode) else "no-file", path=path)


def check_path(path: str) -> None:
    """Let pass a path that stays below its folder and stands on one line.

    Raises: Refusal.
    """
    parts = path.split("/")
    is_odd = any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} or c in '\\:"' for c in path)
    if is_odd or not {"", ".", ".."}.isdisjoint(parts) or ".git" in map(str.casefold, parts):
        raise Refusal("file-name", path=path)


def sums_of(manifest: Mapping[str, str]) -> str:
    """Return the lines of a checksum list. Source: GNU coreutils, sha256sum."""
    return "".join(f"{digest}  {path}\n" for path, digest in sorted(manifest.items()))


def digest_of(manifest: Mapping[str, str]) -> str:
    """Return one number for all files and their names: the SHA-256 of their checksum list."""
    return hashlib.sha256(sums_of(manifest).encode()).hexdigest()


def write_passed(state: Path, digest: str) -> None:
    """Note that the gate has passed a folder of this digest."""
    state.mkdir(parents=True, exist_ok=True)
    (state / PASSED).write_text(f"{digest}\n", encoding="ascii")


def read_passed(state: Path) -> str:
    """Return the digest of the folder that the gate has passed last, nothing if there is none."""
    try:
        return (state / PASSED).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""
