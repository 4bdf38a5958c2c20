"""Builds and a publication on a small file system that is filled, and made read-only; run in a namespace of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PELICAN = ("-m", "pelican", "-s", "pelicanconf.py")
PUBLISH = ("-m", "plugins.build", "publish")


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(root: Path, before: dict[str, bytes] | None, command: tuple[str, ...] = PELICAN) -> dict[str, object]:
    done = subprocess.run([sys.executable, *command], cwd=root, capture_output=True, text=True, timeout=60)
    is_same = before is None or files_of(root / "output") == before
    return {"status": done.returncode, "said": done.stderr, "same": is_same}


def edit(root: Path) -> None:
    facts = root / "content/data/site.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("en: ", "en: Another ", 1), encoding="utf-8")


def fill(disk: Path, left: int) -> None:
    room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filling").write_bytes(b"x" * (room - left))


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    subprocess.run(["mount", "--bind", folder, folder], check=True)
    subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
    yield
    subprocess.run(["umount", folder], check=True)


def publish(root: Path, disk: Path) -> dict[str, object]:
    """Publish a site that is built already, so that what the disk has no room for is the import into git."""
    whole = (*PELICAN[:-1], "publishconf.py", "-e", "SEARCH=true")
    subprocess.run([sys.executable, *whole], cwd=root, check=True, capture_output=True)
    fill(disk, 40_000)
    step = build(root, None, PUBLISH)
    (disk / "filling").unlink()
    return step


def run(project: Path, disk: Path) -> dict[str, object]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], check=True)
    root = disk / "project"
    shutil.copytree(project, root, symlinks=True)
    steps: dict[str, object] = {"first": build(root, None)}
    before = files_of(root / "output")
    edit(root)
    fill(disk, 200_000)
    steps["full"] = build(root, before)
    (disk / "filling").unlink()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    steps["read-only"] = build(root, before)
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    for name in ("output", ".output"):
        with read_only(root / name):
            steps[f"{name} read-only"] = build(root, before)
            steps[f"{name} read-only, again"] = build(root, before)
    steps["after"] = build(root, None)
    steps["changed"] = files_of(root / "output") != before
    steps["full publication"] = publish(root, disk)
    steps["publication"] = build(root, None, PUBLISH)
    return steps


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), Path(sys.argv[2]))))
