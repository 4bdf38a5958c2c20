"""A good site on which hostile files are put and taken off again, and what holds of every build of it."""

import re
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from plugins.build.result import Result
from plugins.problems import has_errors, report
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceFile, SourceItem
from tests.conftest import NOW, SITES, URL, SiteFolder
from tests.hostile.case import FOLDER, Data
from tests.hostile.looking import active_parts, faults_of_format, texts_of_feed

LONGEST_S = 10  # of the processor: an alarm, no measurement
LONGEST_LINE = 4_000  # of a message, whatever was found
SCRIPT = re.compile(rb"<script>[^<]*</script>")
DATA = re.compile(rb'<script type="application/ld\+json">([^<]*)</script>')
OFF = {"translation-missing": "off"}  # most cases have one language


@contextmanager
def alarm() -> Iterator[None]:
    """Stop what keeps the processor busy for too long, or waits for ever."""

    def ring(*_: object) -> None:
        raise TimeoutError(f"more than {LONGEST_S} seconds")

    clocks = ((signal.SIGPROF, signal.ITIMER_PROF, LONGEST_S), (signal.SIGALRM, signal.ITIMER_REAL, 12 * LONGEST_S))
    old = [signal.signal(name, ring) for name, _, _ in clocks]
    for _, clock, seconds in clocks:
        signal.setitimer(clock, seconds)
    try:
        yield
    finally:
        for (name, clock, _), before in zip(clocks, old, strict=True):
            signal.setitimer(clock, 0)
            signal.signal(name, before)


def readable(name: str) -> str:
    """Return a name as a message shows it."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in name)


class Ground:
    """One site that is built once; behind each case it is what it was."""

    def __init__(self, root: Path, site: str = "bilingual") -> None:
        shutil.copytree(SITES / site, root)
        self.site = SiteFolder(root)
        self.build()
        self.files = self.site.files()
        self.active = frozenset().union(*map(active_parts, _pages(self.files)))
        self.scripts = {found for page in _pages(self.files) for found in SCRIPT.findall(page)}

    def build(self) -> Result:
        """Build what lies there, in one process."""
        return self.site.build(severities=OFF, workers=1)

    @contextmanager
    def with_files(self, files: Mapping[str, Data]) -> Iterator[None]:
        """Put files on the ground; take them off again."""
        root, old = self.site.root, {}
        before = set((root / "content").rglob("*"))
        for name, data in files.items():
            place = root / name
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

    def outcome(self, files: Mapping[str, Data]) -> tuple[Result, dict[str, bytes]]:
        """Build the site with some files; return what was said, and each file of the output that is another one, but
        for the scripts that pages have without those files.

        A build that is refused leaves the output as it was and names one of the files; any other one leaves pages
        without a new part that acts, and files that their readers' programs can read. Then the site is good again.
        """
        stamps = self.site.stamps()
        with self.with_files(files):
            with alarm():
                result = self.build()
            lines = [line for lang in ("en", "ja") for line in report(result.problems, lang, OFF)]
            "\n".join(lines).encode()  # as it is printed
            assert all(len(line) < LONGEST_LINE for line in lines)
            if result.is_stopped:
                assert self.site.stamps() == stamps  # the bytes are compared behind the next build
                names = [readable(name) for name in files]
                told = [found.path for found in result.problems]
                assert any(path.startswith(name) or name.startswith(path) for path in told for name in names), lines
                return result, {}
            changed = {path: data for path, data in self.site.files().items() if self.files.get(path) != data}
        again = self.build()
        assert not again.is_stopped and self.site.files() == self.files, "something was left behind"
        assert not frozenset().union(*map(active_parts, _pages(changed))) - self.active
        assert not {path: fault for path, data in changed.items() if (fault := faults_of_format(path, data, URL))}
        return result, {path: self._without_scripts(data) for path, data in changed.items()}

    def _without_scripts(self, data: bytes) -> bytes:
        plain = DATA.sub(rb"\1", data)  # its words stay, to be looked at like all others
        return SCRIPT.sub(lambda found: b"" if found[0] in self.scripts else found[0], plain)


def could_be_seen(name: str, data: bytes) -> bool:
    """Say whether a file of the post alone would be public; if not, no build with it shows a word of it."""
    kind, folder = FOLDER.split("/")[1:]
    file = SourceFile(f"{FOLDER}/{name}", name, data)
    source = SourceItem(kind, folder, folder[len("2026-11-20-") :], folder[: len("2026-11-20")], FOLDER, (file,))
    item = item_of(source, ("ja", "en"))
    return not has_errors(item.problems) and item.value is not None and item.value.is_public(NOW)


def _pages(files: Mapping[str, bytes]) -> list[bytes]:
    return [data for path, data in files.items() if path.endswith(".html")]


def places_of(needle: str, files: Mapping[str, bytes]) -> list[str]:
    """Return the files that hold some words, in their name or inside; in a calendar, HTML is text.

    In JSON too, but for the texts of a feed. Source: JSON Feed 1.1, `title` is plain text, `content_html` is not.
    """
    data = needle.encode()
    return [
        path
        for path, found in files.items()
        if needle in path or (data in found and not ("<" in needle and _is_only_text(needle, path, found)))
    ]


def _is_only_text(needle: str, path: str, data: bytes) -> bool:
    if path.endswith(".json"):
        return not any(needle in text for text in texts_of_feed(data))
    return path.endswith(".ics")
