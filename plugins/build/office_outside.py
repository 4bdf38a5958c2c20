"""What the desk has to do with others: the changes of other desks, and the site that goes out."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.build.clashes import open_clashes, settle
from plugins.build.ledgers import replace_file
from plugins.build.office_files import ContentFiles
from plugins.build.settings import BuildSettings
from plugins.build.together import get, is_shared, send, state
from plugins.desk.workplace import Shared, Undecided
from plugins.model.ledger import LEDGER
from plugins.preview.serving import Preview
from plugins.reading.places import TABLES


class Outside:
    """The ways from one desk to other desks and to the public."""

    def __init__(self, settings: BuildSettings, preview: Preview, files: ContentFiles) -> None:
        self._settings, self._preview, self._files = settings, preview, files

    def shared(self, lines: tuple[str, ...] = ()) -> Shared:
        """Return how this desk stands with the others, without asking them."""
        settings = self._settings
        if not is_shared(settings):
            return Shared(False, lines=lines)
        found = [
            Undecided(" ".join(clash.names), f"{clash.item}: {clash.field}", clash.ours, clash.theirs)
            for clash in open_clashes(settings)
        ]
        return Shared(True, state(settings, asks=False).here, lines, tuple(found))

    def exchange(self, is_sent: bool) -> Shared:
        """Bring the changes of the others here and, if asked for, send those of this desk."""
        with self._preview.resting():
            done = send(self._settings) if is_sent else get(self._settings)
        return self.shared(done.lines)

    def decide(self, name: str, takes_other: bool) -> Shared:
        """Decide what two desks have changed."""
        with self._preview.resting():
            for clash in open_clashes(self._settings):
                if " ".join(clash.names) == name:
                    settle(self._settings, clash, takes_other)
        return self.shared()

    def publication(self, is_tried: bool) -> Iterator[str]:
        """Publish the site with the commands for it; yield each line that they say."""
        ledger = self._settings.content / TABLES / f"{LEDGER}.yml"
        before = ledger.read_bytes() if ledger.exists() else None
        with self._preview.resting():
            # What is public has its address written down first.
            done, lines = _run("id")
            if not done:
                done, more = _run("publish", *["--dry-run"] * is_tried)
                lines += more
        if is_tried:  # an address that nobody has seen is not recorded for good
            self._put_back(ledger, before)
        yield from lines

    def _put_back(self, file: Path, before: bytes | None) -> None:
        with self._files.alone():
            if before is None:
                file.unlink(missing_ok=True)
            elif file.read_bytes() != before:
                replace_file(file, before)


def _run(*command: str) -> tuple[int, list[str]]:
    """Run one of our commands; return its exit status and the lines that it said."""
    done = subprocess.run(
        [sys.executable, "-m", "plugins.build", *command], check=False, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    return done.returncode, done.stdout.decode(errors="replace").splitlines()
