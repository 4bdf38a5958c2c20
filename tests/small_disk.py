"""A build on a small file system of its own that is filled, and made read-only; run in a namespace of its own."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

PELICAN = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py"]


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(root: Path, before: dict[str, bytes] | None) -> dict[str, object]:
    done = subprocess.run(PELICAN, cwd=root, capture_output=True, text=True, timeout=60)
    is_same = before is None or files_of(root / "output") == before
    return {"status": done.returncode, "said": done.stderr, "same": is_same}


def run(project: Path, disk: Path) -> dict[str, object]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk], check=True)
    root = disk / "project"
    shutil.copytree(project, root, symlinks=True)
    steps: dict[str, object] = {"first": build(root, None)}
    before = files_of(root / "output")
    facts = root / "content/data/site.yml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("en: ", "en: Another ", 1), encoding="utf-8")
    room = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filling").write_bytes(b"x" * (room - 200_000))
    steps["full"] = build(root, before)
    (disk / "filling").unlink()
    subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
    steps["read-only"] = build(root, before)
    subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
    steps["after"] = build(root, None)
    steps["changed"] = files_of(root / "output") != before
    return steps


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), Path(sys.argv[2]))))
