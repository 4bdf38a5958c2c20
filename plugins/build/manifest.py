"""What the last build wrote, and so what this one must make, keep and remove."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = "manifest.json"


@dataclass(frozen=True, slots=True)
class Made:
    """One file of the output: of which job it came, and how large it is."""

    fingerprint: str
    size: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build has to do, by path below the output folder."""

    make: tuple[str, ...]
    keep: tuple[str, ...]
    remove: tuple[str, ...]


def plan(wanted: Mapping[str, str], last: Mapping[str, Made], output: Path) -> Plan:
    """Compare the jobs' fingerprints with the last build's; a file that was lost or cut off is made again."""
    keep = {
        path for path, mark in wanted.items()
        if path in last and last[path].fingerprint == mark and _size(output / path) == last[path].size
    }  # fmt: skip
    present = {p.relative_to(output).as_posix() for p in output.rglob("*") if not p.is_dir() or p.is_symlink()}
    return Plan(
        make=tuple(sorted(wanted.keys() - keep)),
        keep=tuple(sorted(keep)),
        remove=tuple(sorted(present - wanted.keys())),
    )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() and not path.is_symlink() else -1
    except OSError:
        return -1


def read_manifest(state: Path) -> dict[str, Made]:
    """Return what the last build wrote; empty if that is not known for sure."""
    try:
        data = json.loads((state / FILE).read_text(encoding="utf-8"))
        return {path: Made(str(mark), int(size)) for path, (mark, size) in data.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def forget_manifest(state: Path) -> None:
    """Remove the manifest: until the next one is written, nothing is known of the output."""
    (state / FILE).unlink(missing_ok=True)


def write_manifest(state: Path, made: Mapping[str, Made]) -> None:
    """Write what this build left in the output."""
    part = state / f"{FILE}.part"
    rows = {path: [m.fingerprint, m.size] for path, m in sorted(made.items())}
    part.write_text(json.dumps(rows, separators=(",", ":")), encoding="utf-8")
    os.replace(part, state / FILE)
