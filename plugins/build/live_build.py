"""One build that stays in memory: after each edit only what depends on it is made, and nothing is written."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from plugins.build.nodes import version_of
from plugins.build.settings import BuildSettings
from plugins.build.site_build import STOPS, SiteBuild, problem_of
from plugins.build.stamps import Stamp
from plugins.build.writing import Writer

FEW = 100  # jobs of one kind


class Overlay:
    """The output with newer files in memory before it."""

    def __init__(self, output: Path) -> None:
        self._output = output
        self._files: dict[str, bytes | None] = {}

    def read(self, path: str) -> bytes | None:
        """Return a file, none if there is none."""
        files = self._files  # another thread may put others in its place
        if path in files:
            return files[path]
        try:
            return (self._output / path).read_bytes()
        except OSError:
            return None

    def without(self, paths: Iterable[str]) -> set[str]:
        """Return those of some files of the site that only the output holds."""
        return {path for path in paths if path not in self._files}

    def copy(self) -> dict[str, bytes | None]:
        """Return what `restore` takes."""
        return dict(self._files)

    def restore(self, files: dict[str, bytes | None]) -> None:
        """Be as it was when it was copied."""
        self._files = files

    def drop(self) -> dict[str, bytes | None]:
        """Have no newer files any longer; return those that there were."""
        newer, self._files = self._files, {}
        return newer

    def holds(self, path: str, data: bytes) -> bool:
        """Say whether there are exactly these bytes at a path."""
        return self.read(path) == data

    def write(self, path: str, data: bytes) -> Stamp:
        """Take a file."""
        self._files[path] = data
        return len(data)

    def remove(self, path: str) -> None:
        """Have no file at a path."""
        self._files[path] = None


class LiveBuild(SiteBuild):
    """A site in memory, on copies of what the last build left."""

    def open(self) -> bool:
        """Open what the last build left; say whether all is still as it was then."""
        if not self.prepare() or self.is_faulty or self.has_news or not self.state.last:
            return False
        self.state.into_memory()
        self.job_version = lru_cache(maxsize=None)(version_of)  # the same jobs are given again and again
        self.damaged = set()
        self._settle(0)
        return True

    def take_in(self, settings: BuildSettings, changed: list[str] | None, ready: Callable[[str], None]) -> bool:
        """Bring the site up to date; say whether this is how it can be done.

        Shape: `changed` are the only items that can differ, none if that is not known.
        """
        assert self.site
        self.settings, self.writer = settings, Writer(self.files)
        self.site.begin(settings)
        self.findings.begin(settings)
        self.read(self._known, changed)
        if self.intake.facts != (facts := self.site.context.site.facts):
            return False
        try:
            self.compare_and_check()
            if not self.is_faulty:
                self._make(ready)
        except STOPS as stop:
            self.problems.append(problem_of(stop))
        if self.is_faulty:
            self.begin(facts)  # half of what is known is of faulty content
        return True

    def items_of(self, paths: list[str]) -> list[str] | None:
        """Return the items in which files changed; none where whole items may have come or gone."""
        found = set()
        for path in paths:
            place = Path(path).relative_to(self.settings.content.parent).as_posix()
            item = place if place.endswith(".yml") and place.count("/") == 2 else place.rpartition("/")[0]
            if item not in self._known["files"]:
                return None
            found.add(item)
        return sorted(found)

    def _make(self, ready: Callable[[str], None]) -> None:
        assert self.site
        own = {path.rpartition("/")[2] for path in self.intake.changed}
        many = Counter(job.make for job in self.todo.files)
        # What the writer looks at first: the pages of the items that were saved; then lists and feeds that show them,
        # of which there are few, before the pages of other posts of the same story.
        is_own = lambda job: job.template and own.intersection(map(str, job.inputs))  # noqa: E731
        jobs = sorted(self.todo.files, key=lambda job: (not is_own(job), many[job.make] > FEW, not job.template))
        before = self.files.copy()
        try:
            self.make_files(jobs, ready)
        except STOPS:
            self.files.restore(before)
            raise
        for path in self.writer.removed:
            self.tree.pop(path, None)
        self.tree |= self.writer.written
        self.damaged = set()
        self.put_state()
        self._settle(self._number + 1)

    def _settle(self, number: int) -> None:
        """Take what was made for what the last build left."""
        assert self.site
        self._number = number
        self.state.commit(str(number))
        self.graph.turn()
        self.state.last |= {"theme": self.site.theme_mark, "moment": self.settings.now.timestamp()}
        self._known: dict[str, Any] = {
            "build": str(number),
            "files": self.intake.files,
            "langs": self.intake.langs,
            "facts": self.intake.packed_facts,
        }
