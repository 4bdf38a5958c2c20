"""The files of the content as the desk reads and writes them: each as a whole, while no other command is at work."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from plugins.build.ledgers import replace_file
from plugins.build.lock import Locked
from plugins.build.office_words import say
from plugins.build.one_item import languages_in
from plugins.build.settings import BuildSettings
from plugins.build.unfinished import content_lock
from plugins.build.words import reason_of
from plugins.desk.fields import TABLE_FORMS
from plugins.desk.manuscripts import Files, Manuscript
from plugins.desk.workplace import Refused
from plugins.preview.serving import Preview
from plugins.reading.places import DATED, RECORD_FILES, TABLES, parse_folder_name

PATIENCE = 5.0  # seconds that a save waits for another command
PICTURES = frozenset((".jpg", ".jpeg", ".png", ".webp"))  # that a desk takes in
MAX_NAME = 100  # signs of a folder's name; some systems take no more than 255 bytes


class ContentFiles:
    """The items and tables of the content on the disk."""

    def __init__(self, settings: BuildSettings, preview: Preview) -> None:
        self._settings, self._preview = settings, preview

    def folders(self, kind: str) -> list[str]:
        """Return the folders of a kind, the newest first; other kinds by their names."""
        place = self._settings.content / kind
        names = [path.name for path in place.iterdir() if path.is_dir()] if place.is_dir() else []
        return sorted((name for name in names if parse_folder_name(kind, name)), reverse=kind in DATED)

    def manuscript(self, kind: str, name: str, key: str = "") -> Manuscript | None:
        """Return an item or a record as it is on the disk; one of a good name that is not there yet is empty."""
        content = self._settings.content
        if kind == TABLES:
            if name not in TABLE_FORMS:
                return None
            return self._read(content / TABLES / f"{name}.yml", kind, key)
        if kind not in RECORD_FILES or key or len(name) > MAX_NAME or not parse_folder_name(kind, name):
            return None
        folder = content / kind / name
        if kind in ("news", "pages") and not folder.is_dir():
            return None
        return self._read(folder, kind, "")

    def _read(self, place: Path, kind: str, key: str) -> Manuscript | None:
        content = self._settings.content
        if any(path.is_symlink() for path in (place, *place.parents[:3])):
            return None
        files = [place] if kind == TABLES else [*place.glob("*.md"), *place.glob("*.yml")]
        read = {file.name: file.read_bytes() for file in sorted(files) if file.is_file() and not file.is_symlink()}
        path = f"{content.name}/{place.relative_to(content).as_posix()}"
        return Manuscript(kind, path, languages_in(content), read, key)

    def write(self, manuscript: Manuscript, files: Files) -> None:
        """Write the files that are others; each takes its place as a whole.

        Raises: Refused.
        """
        place = self._settings.content.parent / manuscript.path
        folder = place.parent if manuscript.kind == TABLES else place
        with self.alone():
            now = self._read(place, manuscript.kind, manuscript.key)
            if now is None or now.files != manuscript.files:
                raise Refused(say("changed", self._settings.lang))
            folder.mkdir(parents=True, exist_ok=True)
            for name, data in files.items():
                if manuscript.files.get(name) != data:
                    replace_file(folder / name, data)

    def pictures(self, manuscript: Manuscript) -> list[str]:
        """Return the names of the pictures beside a text, sorted."""
        folder = self._settings.content.parent / manuscript.path
        if manuscript.kind == TABLES or not folder.is_dir():
            return []
        files = (file for file in folder.iterdir() if file.suffix.lower() in PICTURES and not file.is_symlink())
        return sorted(file.name for file in files if file.is_file())

    def delete(self, manuscript: Manuscript, name: str) -> None:
        """Delete a picture beside a text.

        Raises: Refused.
        """
        with self.alone():
            if name in self.pictures(manuscript):
                (self._settings.content.parent / manuscript.path / name).unlink()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Write while nothing is built here, and no other command is at work; one that is soon done is waited for.

        Raises: Refused.
        """
        try:
            with self._preview.resting(), ExitStack() as held:
                until = time.monotonic() + PATIENCE
                while True:
                    try:
                        held.enter_context(content_lock(self._settings))
                        break
                    except Locked:
                        if time.monotonic() > until:
                            raise
                        time.sleep(0.05)
                yield
        except (Locked, OSError) as fault:
            raise Refused(reason_of(fault, self._settings)) from None
