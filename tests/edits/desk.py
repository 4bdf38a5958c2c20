"""Somebody who edits a site: what is there to edit, what was set aside, the way back."""

import re
import shutil
from pathlib import Path
from random import Random

from tests.conftest import NOW, SiteFolder


class Desk:
    """Somebody who edits a site; the same seed makes the same edits."""

    def __init__(self, site: SiteFolder, seed: int) -> None:
        self.site, self.now, self.done = site, NOW, list[str]()
        self._random, self.count = Random(seed), 0
        self._parked = site.root / "parked"

    def one(self, pattern: str) -> Path | None:
        """Return one of the files below the site."""
        return self.pick(sorted(path for path in self.site.root.glob(pattern) if self._parked not in path.parents))

    def pick(self, among: object) -> object:
        return self._random.choice(found) if (found := list(among)) else None  # type: ignore[call-overload]

    @property
    def word(self) -> str:
        return f"言葉{self.count}"

    def park(self, path: Path) -> str:
        """Move something out of the site, as it is."""
        target = self._parked / path.relative_to(self.site.root)
        if target.exists():
            return ""
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
        return str(path.relative_to(self.site.root))

    def restore(self) -> str:
        """Move something back that was parked."""
        kinds = sorted(p for p in self._parked.glob("content/*/*") if not (self.site.root / _below(p, self)).exists())
        if path := self.pick(kinds):
            path.rename(self.site.root / _below(path, self))
            return _below(path, self)
        return ""


def _below(path: Path, desk: Desk) -> str:
    return path.relative_to(desk.site.root / "parked").as_posix()


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def set_field(path: Path, name: str, value: str) -> str:
    text = text_of(path)
    if not text.startswith("---\n"):
        return ""
    without = re.sub(rf"^{name}:.*\n(?:[ -].*\n)*", "", text, count=1, flags=re.MULTILINE)
    new = without.replace("---\n", f"---\n{name}: {value}\n", 1) if value else without
    path.write_bytes(new.encode())
    return f"{path.parent.name}/{path.name} {name}: {value}" if new != text else ""


def mend(site: SiteFolder, good: Path) -> None:
    """Put the content back as it was when it could be built; files that are the same keep their stamps."""
    for folder in ("content", "theme"):
        now = {path.relative_to(site.root) for path in (site.root / folder).rglob("*") if path.is_file()}
        then = {path.relative_to(good) for path in (good / folder).rglob("*") if path.is_file()}
        for path in now - then:
            (site.root / path).unlink()
        for path in then:
            if path not in now or (site.root / path).read_bytes() != (good / path).read_bytes():
                (site.root / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(good / path, site.root / path)
        for path in sorted((site.root / folder).rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
