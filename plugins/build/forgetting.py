"""The command `forget`: every place of the sources that names a person, and their own records taken out."""

import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.kept_texts import Kept, kept_texts
from plugins.build.ledgers import replace_file
from plugins.build.settings import BuildSettings
from plugins.build.starting import EXAMPLES
from plugins.build.their_files import cut_out, cuts_of, facts_of, text_of, their_pictures, whole_lists
from plugins.build.unfinished import content_lock
from plugins.model.picture import is_picture
from plugins.people.mentions import mentions, names_of, spellings_of
from plugins.people.records import (
    COPIED,
    DESK,
    DOCUMENT,
    FILE,
    OPENED,
    PHOTO,
    PICTURE,
    SHOWN,
    TEXT,
    TYPED,
    UNREAD,
    Found,
    Person,
    contact_keys,
    held_in,
    recognisable_photos,
    spellings_in,
)
from plugins.people.removal import block_at
from plugins.people.words import asked_for_more, outside_copies, report
from plugins.reading.plain_lines import read_facts

CONTACTS = "data/contacts.yml"
YES, DOCUMENTS = "--yes", "--documents"
SOURCES = frozenset({".md", ".yml"})


class Search(NamedTuple):
    """What a search found, the files as they are without what is the person's own, and those that are to go."""

    found: tuple[Found, ...]
    edits: dict[Path, bytes]
    gone: tuple[Path, ...] = ()


def search(content: Path, person: str, takes_documents: bool = False) -> Search | None:
    """Look for a person, by the key of a contact or by spellings of the name; none if there is nothing to look for."""
    contacts, project = _contacts(content), content.parent
    given = () if person in contacts else spellings_of(person)
    keys = contact_keys(contacts, person, names_of(given))
    names = names_of((*given, *(part for way in spellings_in(contacts, keys) for part in spellings_of(way))))
    if not names and not keys:
        return None
    looked = [_looked_through(_Looked(content, Person(keys, names), project), takes_documents)]
    if (sample := project / EXAMPLES / content.name).is_dir():  # a person has another key there, or none
        whom = Person(contact_keys(_contacts(sample), "", names), names)
        looked.append(_looked_through(_Looked(sample, whom, project), takes_documents))
    kept = list(kept_texts(project, names))
    found = {place for one in looked for place in one.found} | {_told(one, project) for one in kept}
    edits = {file: data for one in looked for file, data in one.edits.items()}
    gone = (*(file for one in looked for file in one.gone), *(one.file for one in kept if not one.is_typed))
    return Search(tuple(sorted(found)), edits, gone)


def _told(kept: Kept, project: Path) -> Found:
    what = OPENED if not kept.is_typed else TYPED if kept.is_unsaved else COPIED
    return Found(kept.file.relative_to(project).as_posix(), kept.line, what, not kept.is_typed)


def _looked_through(looked: "_Looked", takes_documents: bool) -> "_Looked":
    for file in looked.files:
        looked.look_at(file)
    looked.look_at_names()
    for file in looked.pictures():
        looked.take(file, PICTURE)
    for file in sorted(looked.documents):
        looked.take(file, DOCUMENT, takes_documents)
    looked.look_at_photos()
    return looked


class _Looked:
    """What has been found so far in one folder of content."""

    def __init__(self, content: Path, whom: Person, project: Path) -> None:
        self._content, self._whom, self._project = content, whom, project
        self.files = list(_files(content))
        self.texts = {file: text_of(file.read_bytes(), file.name) for file in self.files if file.suffix in SOURCES}
        self.found: set[Found] = set()
        self.edits: dict[Path, bytes] = {}
        self.documents: set[Path] = set()
        self.gone: list[Path] = []

    def _tell(self, file: Path, line: int, what: str, is_own: bool = False) -> None:
        self.found.add(Found(self._path(file), line, what, is_own))

    def _path(self, file: Path) -> str:
        return file.relative_to(self._project).as_posix()

    def pictures(self) -> list[Path]:
        """Return the pictures of the person."""
        return their_pictures(self.files, self.texts, self._whom.names)

    def look_at(self, file: Path) -> None:
        """Look into one file, by its kind."""
        if file.suffix.lower() == ".pdf":
            self._look_at_document(file)
        elif file in self.texts:
            self._look_at_source(file)
        elif not is_picture(file.name):  # a table, or what an editor left behind
            self._tell_lines(file, text_of(file.read_bytes(), file.name), frozenset())

    def _tell_lines(self, file: Path, text: str, told: frozenset[int]) -> None:
        if not text and file.stat().st_size:
            self._tell(file, 1, UNREAD)
        for line in mentions(self._whom.names, text):
            if line not in told:
                self._tell(file, line, TEXT)

    def _look_at_source(self, file: Path) -> None:
        """Find what is the person's in a record or header, and the lines that name them."""
        text, data = self.texts[file], file.read_bytes()
        facts, lines = facts_of(text, file.name), text.split("\n")
        held = list(held_in(file.name, facts.value, self._whom))
        places = whole_lists(facts, [one.place for one in held if one.what != DESK])
        edited, is_safe = cut_out(data, file.name, facts, places, lines)
        blocks = [block_at(lines, facts.lines[place]) for place in places] if is_safe else ()
        gone = frozenset(number + 1 for block in blocks for number in range(*block))
        for one in held:
            self._tell(file, facts.lines[one.place], one.what, is_safe and one.what != DESK)
        if is_safe and places:
            self.edits[file] = edited
        self._tell_lines(file, text, gone | {facts.lines[one.place] for one in held})

    def _look_at_document(self, file: Path) -> None:
        from plugins.documents.words import words_of_document

        words = words_of_document(file.read_bytes())
        if words is None:
            self._tell(file, 1, UNREAD)
        elif mentions(self._whom.names, words) or mentions(self._whom.names, words.replace("\n", "")):
            self.documents.add(file)

    def look_at_names(self) -> None:
        """Find each file and folder whose own name names the person."""
        for folder, folders, files in os.walk(self._content):
            for name in (*folders, *files):
                if mentions(self._whom.names, name):
                    self._tell(Path(folder, name), 1, FILE)

    def take(self, file: Path, what: str, is_wanted: bool = True) -> None:
        """Take out a file of theirs with every line that shows it; what cannot be cut is left to the writer."""
        cuts = cuts_of(file, self._content, self.texts, self.edits) if is_wanted else None
        self._tell(file, 1, what, cuts is not None)
        if cuts is None:
            return
        self.gone.append(file)
        for other, cut in cuts.items():
            self.edits[other] = cut.data
            left = {number for number, line in cut.changed if mentions(self._whom.names, line)}
            shown = {*cut.gone, *(number for number, _ in cut.changed)}
            path = self._path(other)
            self.found -= {Found(path, number, TEXT) for number in shown - left}
            for number in ({min(cut.gone)} if cut.gone else set()) | {number for number, _ in cut.changed}:
                self._tell(other, number, SHOWN, True)
        self.found.discard(Found(self._path(file), 1, FILE))

    def look_at_photos(self) -> None:
        """Find the photos in which the person may be seen: those of every folder in which something was found."""
        folders = {self._project / place.path.rpartition("/")[0] for place in self.found}
        for file, text in self.texts.items():
            facts = facts_of(text, file.name) if file.parent in folders else None
            for place, name in recognisable_photos(facts.value) if facts else ():
                if file.parent / name not in self.gone:
                    self._tell(file, facts.lines[place], PHOTO)


def forget(settings: BuildSettings, args: list[str]) -> int:
    """Print where a person is named, and with `--yes` take out what is theirs alone; return the exit status."""
    given = [arg for arg in args if arg not in (YES, DOCUMENTS)]
    lang, is_done = settings.lang, YES in args
    with content_lock(settings) if is_done else nullcontext():
        result = search(settings.content, given[0], DOCUMENTS in args) if len(given) == 1 else None
        if result is None:
            sys.stderr.write(f"{asked_for_more(lang)}\n")
            return 2
        if is_done:
            remove(result)
    print("\n".join((*report(result.found, is_done, lang), "", *outside_copies(settings.names, lang))))
    return 0


def remove(result: Search) -> None:
    """Write the files without what is the person's own, and delete the pictures and documents that are theirs."""
    for file, data in result.edits.items():
        replace_file(file, data)
    for file in result.gone:  # last: a text that shows a file which is gone does not build
        file.unlink(missing_ok=True)


def _contacts(content: Path) -> dict[str, Any]:
    file = content / CONTACTS
    return read_facts(text_of(file.read_bytes(), file.name) if file.is_file() else "", file.name).value


def _files(content: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(content):
        folders.sort()
        yield from (Path(folder, name) for name in sorted(names))
