"""Every hostile or mistaken input comes out as its case says, and leaves nothing behind."""

import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plugins.problems import report, severity_of
from tests.conftest import SITES, URL, SiteFolder
from tests.hostile import controls, files, headers, sizes, texts
from tests.hostile.case import POST, Case
from tests.hostile.looking import active_parts, faults_of_format

KINDS: dict[str, tuple[Case, ...]] = {
    "front-matter": headers.FRONT_MATTER,
    "draft": headers.DRAFT,
    "embargo": headers.EMBARGO,
    "date": headers.DATE,
    "injection": texts.INJECTION,
    "html": texts.HTML,
    "third-party": texts.THIRD_PARTY,
    "leak": texts.LEAK,
    "encoding": files.ENCODING,
    "path": files.PATH,
    "language": files.LANGUAGE,
    "spoof": files.SPOOF,
    "feed": files.FEED,
    "link": files.LINK,
    "survey": files.SURVEY,
    "picture": files.PICTURE,
    "dos": sizes.DOS,
    "good": controls.CONTROLS,
}
ALL = [pytest.param(case, id=f"{kind}: {case.name}") for kind, cases in KINDS.items() for case in cases]
LONGEST_S = 10  # an alarm, no measurement
OFF = {"translation-missing": "off"}


@contextmanager
def alarm() -> Iterator[None]:
    """Stop what takes too long."""

    def ring(*_: object) -> None:
        raise TimeoutError(f"more than {LONGEST_S} seconds")

    old = signal.signal(signal.SIGALRM, ring)
    signal.alarm(LONGEST_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, old)


class Ground:
    """One good site that is built, and brought back to what it was behind each case."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(SITES / "bilingual", root)
        self.site = SiteFolder(root)
        self.build()
        self.files = self.site.files()
        self.active = frozenset().union(*map(active_parts, self._pages(self.files)))

    @staticmethod
    def _pages(files: dict[str, bytes]) -> list[bytes]:
        return [data for path, data in files.items() if path.endswith(".html")]

    def build(self):
        return self.site.build(severities=OFF, workers=1)

    @contextmanager
    def with_files(self, case: Case) -> Iterator[None]:
        """Put the files of a case on the ground; take them off again."""
        root, old = self.site.root, {}
        before = {path for path in (root / "content").rglob("*")}
        for name, data in case.files.items():
            place = root / os.fsdecode(os.fsencode(name))
            old[place] = place.read_bytes() if place.is_file() else None
            place.parent.mkdir(parents=True, exist_ok=True)
            if callable(data):
                place.unlink(missing_ok=True)
                data(place)
            else:
                place.write_bytes(data.encode() if isinstance(data, str) else data)
        try:
            yield
        finally:
            for place in sorted({*(root / "content").rglob("*")} - before, reverse=True):
                place.rmdir() if place.is_dir() and not place.is_symlink() else place.unlink()
            for place, data in old.items():
                if data is not None:
                    place.write_bytes(data)
            again = self.build()
            assert not again.is_stopped and self.site.files() == self.files, "the case left something behind"


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return Ground(tmp_path_factory.mktemp("hostile") / "site")


def is_told(said: str, found: list) -> bool:
    """Say whether one of the problems is at the place, and of the rule, that a case names."""
    place, _, rule = said.rpartition(" ")
    if not place and not rule[0].isdigit() and "/" not in rule:
        path, line = "", ""
    else:
        place, rule = (place, rule) if place else (rule, "")
        path, line = place.rsplit(":", 1) if ":" in place else (POST, place)
    return any(
        (not rule or problem.rule == rule)
        and (not line or problem.line == int(line))
        and (not path or problem.path == path)
        for problem in found
    )


@pytest.mark.parametrize("case", ALL)
def test_a_case_comes_out_as_it_should(case: Case, ground: Ground) -> None:
    site = ground.site
    stamps = site.stamps()
    with ground.with_files(case):
        with alarm():
            result = ground.build()
        lines = [line for lang in ("en", "ja") for line in report(result.problems, lang, OFF)]
        "\n".join(lines).encode()  # as it is printed
        told = [found for found in result.problems if severity_of(found, OFF) != "off"]
        after = site.files()
        assert not [said for said in case.says if not is_told(said, told)], lines
        if case.outcome in ("refused", "bounded") and result.is_stopped:
            names = {"".join(char if char.isprintable() else "\ufffd" for char in name) for name in case.files}
            assert (after, site.stamps()) == (ground.files, stamps)
            assert any(
                found.path.startswith(name) or name.startswith(found.path) for found in told for name in names
            ), lines
            assert all(len(line) < 2_000 for line in lines)
            return
        assert case.outcome != "refused" and not result.is_stopped, lines
        assert (case.outcome != "good" or not told) and (case.outcome != "warned" or told), lines
        changed = {path: data for path, data in after.items() if ground.files.get(path) != data}
        for needle in case.needles:
            places = {path: data for path, data in changed.items() if "<" not in needle or not path.endswith(".ics")}
            assert not [path for path, data in places.items() if needle.encode() in data or needle in path], needle
        for words in case.shown:
            assert [path for path, data in changed.items() if words.encode() in data], words
        pages = Ground._pages(changed)
        assert not frozenset().union(*map(active_parts, pages)) - ground.active
        assert not {path: fault for path, data in changed.items() if (fault := faults_of_format(path, data, URL))}
