"""What the desk has to do with others: the changes of other desks, and the site that goes out."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.build.clashes import open_clashes, settle
from plugins.build.ledgers import replace_file
from plugins.build.office_files import ContentFiles
from plugins.build.settings import BuildSettings
from plugins.build.together import get, is_shared, send, state
from plugins.desk.workplace import Fault, Publication, Shared, Undecided
from plugins.model.ledger import LEDGER
from plugins.preview.serving import Preview
from plugins.reading.places import TABLES

# A line of plugins/problems, as editors jump to it.
FAULT = re.compile(r"(?P<path>[^:]+):(?P<line>\d+): (?P<severity>error|warning)\[[\w-]+\]: (?P<words>.*)")


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
            Undecided(" ".join(clash.names), clash.path, clash.field, clash.ours, clash.theirs)
            for clash in open_clashes(settings)
        ]
        return Shared(True, state(settings, asks=False).here, lines, tuple(found))

    def exchange(self, is_sent: bool) -> Shared:
        """Bring the changes of the others here and, if asked for, send those of this desk."""
        with self._preview.resting():
            done = send(self._settings, says_clashes=False) if is_sent else get(self._settings, says_clashes=False)
        return self.shared(done.lines)

    def decide(self, name: str, takes_other: bool) -> Shared:
        """Decide what two desks have changed."""
        with self._preview.resting():
            for clash in open_clashes(self._settings):
                if " ".join(clash.names) == name:
                    settle(self._settings, clash, takes_other)
        return self.shared()

    def publication(self, is_tried: bool, over: str = "") -> Publication:
        """Publish the site with the commands for it; return what they say.

        Raises: Refused.
        """
        ledger = self._settings.content / TABLES / f"{LEDGER}.yml"
        before = ledger.read_bytes() if ledger.exists() else None
        given = [*["--dry-run"] * is_tried, *[f"--over={over}"] * bool(over)]
        with self._preview.resting(), TemporaryDirectory() as folder:
            report = Path(folder) / "report"
            # What is public has its address written down first.
            done, lines = self._run("id")
            if not done:
                lines += self._run("publish", f"--report={report}", *given)[1]
            noted = report.read_text(encoding="utf-8").splitlines() if report.exists() else []
        if is_tried:  # an address that nobody has seen is not recorded for good
            self._put_back(ledger, before)
        faults = (Fault(found["path"], int(found["line"]), found["severity"], found["words"])
                  for line in lines if (found := FAULT.fullmatch(line)))  # fmt: skip
        events = tuple((key, values) for key, values in map(json.loads, noted))
        return Publication(events, tuple(dict.fromkeys(faults)), tuple(lines))

    def _run(self, *command: str) -> tuple[int, list[str]]:
        """Run one of our commands; return its exit status and the lines that it said."""
        done = subprocess.run(
            [sys.executable, "-m", "plugins.build", *command], cwd=self._settings.content.parent, check=False,
            env={**os.environ, "DANKETSU_LANG": self._settings.lang}, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        return done.returncode, done.stdout.decode(errors="replace").splitlines()

    def _put_back(self, file: Path, before: bytes | None) -> None:
        with self._files.alone():
            if before is None:
                file.unlink(missing_ok=True)
            elif file.read_bytes() != before:
                replace_file(file, before)
