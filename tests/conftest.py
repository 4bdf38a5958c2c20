"""Whole sites for tests: the day they are built for, a copy of one that is built in process, the real command."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import run
from plugins.build.apart import Apart
from plugins.build.settings import BuildSettings
from plugins.build.steps import Result, run_build
from plugins.i18n import read_catalogues
from plugins.model.dates import TOKYO
from plugins.problems import report
from plugins.rendering import Theme, build_environment, read_theme

if TYPE_CHECKING:
    from jinja2 import Environment
    from playwright.sync_api import Browser

FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PROJECT = Path(__file__).resolve().parents[1]
SITES = PROJECT / "tests" / "sites"
SAMPLE = next(filter(Path.is_dir, (PROJECT / "examples" / "content", PROJECT / "content")))  # after and before `start`
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=TOKYO)
LANGS = ("ja", "en")
URL = "https://union.example"
# What a project folder holds besides its content: as it is here, so that a site is built by the code under test.
COPIED = ("pelicanconf.py", "publishconf.py", "tasks.py")
LINKED = ("plugins", "theme")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Deselect the corpus test where its folder is absent; the task `test` names it in its last line."""
    corpus = PROJECT / os.environ.get("DANKETSU_CORPUS", "../shared/corpus")
    if corpus.is_dir():
        return
    left_out = [item for item in items if item.get_closest_marker("corpus")]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session", autouse=True)
def pinned_day() -> Iterator[None]:
    """Every build of a test is for the same moment, in English, and by a person."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
        patch.setenv("LC_ALL", "C.UTF-8")
        patch.delenv("CI", raising=False)
        patch.delenv("DANKETSU_LANG", raising=False)
        yield


@dataclass(frozen=True, slots=True)
class SiteFolder:
    """A site in a folder of its own, built by the project's code and theme."""

    root: Path

    @property
    def name(self) -> str:
        return self.root.name

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def theme(self) -> Path:
        own = self.root / "theme"
        return own if own.is_dir() else PROJECT / "theme"

    def settings(self, **changes: object) -> BuildSettings:
        values = {"content": self.root / "content", "output": self.output, "theme": self.theme, "url": URL, "now": NOW}
        return BuildSettings(**values | changes)

    def build(self, **changes: object) -> Result:
        """Build in process; `changes` are fields of BuildSettings."""
        return run_build(self.settings(**changes))

    def record(self) -> Result:
        """Build as at a desk: ids, shown figures and addresses are written; what is public may be published."""
        return self.build(write_ids=True, write_addresses=True)

    def settle(self) -> None:
        """Build until nothing has to be looked at again: a file that is as young as a build is not trusted yet."""
        for _ in range(20):
            self.build()
            if outcome_of_last(self.settings()):
                return
        raise AssertionError("the site does not settle")

    def write(self, path: str, data: str | bytes) -> Path:
        """Write one file of the site, its folders included."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        return file

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a text of one file that stands there exactly once."""
        text = (self.root / path).read_bytes().decode()
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        self.write(path, text.replace(old, new))

    def own_theme(self) -> Path:
        """Give the site a copy of the theme that a test may change."""
        shutil.copytree(PROJECT / "theme", self.root / "theme", dirs_exist_ok=True)
        return self.root / "theme"

    def files(self) -> dict[str, bytes]:
        """Return every file of the output with its bytes."""
        return files_of(self.output)

    def stamps(self) -> dict[str, tuple[int, int]]:
        """Return (inode, time of the last change) of everything in the output, the folder itself included."""
        found = ((path, path.stat()) for path in (self.output, *self.output.rglob("*")))
        return {path.relative_to(self.output).as_posix(): (stat.st_ino, stat.st_mtime_ns) for path, stat in found}

    def built_from_nothing(self, **changes: object) -> tuple[Result, dict[str, bytes]]:
        """Build the same content into an empty folder; return what was said, and the files."""
        folder = self.root.with_name(f"{self.name} from nothing")
        result = self.build(output=folder / "output", **changes)
        files = files_of(folder / "output")
        shutil.rmtree(folder)
        return result, files

    def read(self, path: str) -> str:
        """Return one file of the output as text."""
        return (self.output / path).read_text(encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def differing_paths(one: dict[str, object], other: dict[str, object]) -> list[str]:
    """Return the paths that only one of two outputs has, or both with other bytes."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def lines_of(result: Result, lang: str = "en") -> list[str]:
    """Return the lines that a build prints about its content."""
    return report(result.problems, lang, result.severities)


def outcome_of_last(settings: BuildSettings) -> dict[str, object] | None:
    """Return what the last build said and left, if there is nothing to do."""
    look = Apart(settings)
    try:
        if look.has_nothing_to_do:
            lines, kept = look.said()
            return {"lines": lines, "kept": kept}
    finally:
        look.end()
    return None


@pytest.fixture(scope="session")
def problem_lines() -> Callable[..., list[str]]:
    return lines_of


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[..., SiteFolder]:
    """Copy sites of tests/sites over each other into a new folder; what a later one brings stands."""

    def make(*names: str, into: str = "site") -> SiteFolder:
        for name in names:
            shutil.copytree(SITES / name, tmp_path / into, dirs_exist_ok=True, symlinks=True)
        return SiteFolder(tmp_path / into)

    return make


@pytest.fixture
def make_content(tmp_path: Path) -> Callable[..., SiteFolder]:
    """Copy the content of a site, or of the sample, into a new folder; it has not been built."""

    def make(name: str, into: str = "site") -> SiteFolder:
        source = SAMPLE if name == "sample" else SITES / name / "content"
        shutil.copytree(source, tmp_path / into / "content", symlinks=True)
        return SiteFolder(tmp_path / into)

    return make


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], SiteFolder]:
    """Build a site once for all tests that only look at its output."""
    built: dict[str, SiteFolder] = {}

    def of(name: str) -> SiteFolder:
        if name not in built:
            root = tmp_path_factory.mktemp("built") / name
            source = SAMPLE if name == "sample" else SITES / name / "content"
            shutil.copytree(source, root / "content", symlinks=True)
            if (SITES / name / "theme").is_dir():
                SiteFolder(root).own_theme()
                shutil.copytree(SITES / name / "theme", root / "theme", dirs_exist_ok=True)
            site = SiteFolder(root)
            result = site.build()
            assert not result.is_stopped, "\n".join(lines_of(result))
            built[name] = site
        return built[name]

    return of


@pytest.fixture(scope="session")
def built_extreme(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], SiteFolder]:
    """Build a site of `EXTREMES` in tests/extremes.py, once for all tests that only look at its output."""
    built: dict[str, SiteFolder] = {}

    def of(name: str) -> SiteFolder:
        if name not in built:
            from tests.extremes import EXTREMES  # it opens Pillow, which some tests want to find closed

            site = SiteFolder(tmp_path_factory.mktemp("extreme") / name)
            EXTREMES[name](site.root)
            result = site.build()
            assert not result.is_stopped, "\n".join(lines_of(result))
            built[name] = site
        return built[name]

    return of


@pytest.fixture
def make_built(built_once: Callable[[str], SiteFolder], tmp_path: Path) -> Callable[..., SiteFolder]:
    """Copy a site with what its build left, as if it had just been built there."""

    def make(name: str, into: str = "site") -> SiteFolder:
        shutil.copytree(built_once(name).root, tmp_path / into, symlinks=True)
        site = SiteFolder(tmp_path / into)
        site.build()  # what depends on the place of the folder is made here, everything else is kept
        return site

    return make


@pytest.fixture
def recorded(make_built: Callable[..., SiteFolder]) -> SiteFolder:
    """A built site whose ledger holds everything that it publishes."""
    site = make_built("bilingual")
    assert not site.record().is_stopped
    return site


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The theme as it lies in the project."""
    return read_theme(PROJECT / "theme")


@pytest.fixture(scope="session")
def environments(theme: Theme) -> dict[str, "Environment"]:
    """What renders the templates of the project's theme, in each of its languages."""
    catalogues, problems = read_catalogues(PROJECT / "theme" / "translations", LANGS)
    assert not problems
    return {lang: build_environment(theme, lang, catalogues[lang]) for lang in LANGS}


@pytest.fixture(scope="session")
def as_project() -> Callable[[SiteFolder], SiteFolder]:
    """Give a site's folder the settings, tasks and code of a whole project."""

    def make(site: SiteFolder) -> SiteFolder:
        for name in COPIED:
            shutil.copy2(PROJECT / name, site.root / name)
        for name in LINKED:
            if not (site.root / name).exists():
                (site.root / name).symlink_to(PROJECT / name, target_is_directory=True)
        return site

    return make


@pytest.fixture(scope="session")
def run_script() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run a console script of this environment, such as `pelican`, as a process of its own."""

    def run(name: str, *args: object, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
        script = Path(sys.executable).parent / name
        return subprocess.run(
            [script, *map(str, args)], cwd=cwd, env={**os.environ, "COLUMNS": "80", **env},
            capture_output=True, text=True, encoding="utf-8", timeout=120,
        )  # fmt: skip

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """One Chromium for all tests that look at pages."""
    from playwright.sync_api import sync_playwright  # most runs need none

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=run.chromium_path(), args=FLAGS)
        yield chromium
        chromium.close()
