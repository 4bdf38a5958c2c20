"""`run.py translations --export` and `--import`: one item as a PO file for a translator, and back into the content."""

import copy
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.ledgers import replace_file
from plugins.build.po_words import SAID
from plugins.build.settings import BuildSettings
from plugins.build.translated import BOTH, OWN, WrittenFile, WrittenItem
from plugins.build.translations import ORDER, WORDS, Refused, item_named, language_name
from plugins.build.unfinished import content_lock
from plugins.editing import NotRewritten, Sheet, divided, from_bytes, rewritten, to_bytes
from plugins.editing.sheets import Written
from plugins.model.compared import State
from plugins.model.text import Lang
from plugins.problems import report, severity_of
from plugins.reading.places import RECORD_FILES
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceFile
from plugins.translations import MISSING, OUTDATED, SUMMARY, rows_for
from plugins.translations.exchange import body_entries, body_with
from plugins.translations.po import (
    Entry,
    Fault,
    Origin,
    Translated,
    Unreadable,
    broken_marks,
    changed_since,
    po_of,
    read_back,
)
from plugins.translations.worth import NO_CALLS

MOST = 5_000_000  # bytes of a PO file; a text is a tenth of it
HEADLINES = ("title", "summary")
NEW = Written(False, "\n")


class Place(NamedTuple):
    """Where the words of an entry stand, besides the running text: a field in a file, by language below it."""

    path: str
    location: tuple[str | int, ...]


def export_item(settings: BuildSettings, found: str, to: Lang, file: Path | None = None) -> list[str]:
    """Write a PO file for one item, by the name of its folder and the language where no other name is given.

    Raises: Refused, OSError.
    """
    said, item = SAID[settings.lang], item_named(settings, found)
    target = to or _lacking(settings, item)
    if target not in item.langs:
        raise Refused(WORDS[settings.lang]["no_lang"].format(lang=target, known=", ".join(item.langs)))
    source = next((lang for lang in item.langs if lang != target and item.version(lang).has_body), "")
    names = {"source": language_name(source, settings.lang), "target": language_name(target, settings.lang)}
    if not source:
        raise Refused(said["no_source"].format(path=item.source.path, lang=names["target"]))
    file = file or settings.content.parent / f"{item.source.folder}.{target}.po"
    if file.exists():
        raise Refused(said["exists"].format(file=file))
    if not file.parent.is_dir():
        raise Refused(said["no_folder"].format(file=file))
    entries = [entry for entry, _ in _entries(item, source, target, said["old"])]
    version = item.version(source)
    origin = Origin(version.path, source, target, version.fingerprint)
    file.write_bytes(po_of(origin, entries, settings.now, said["remark"].format(**names)))
    done = sum(bool(entry.target) and not entry.is_same for entry in entries)
    return [said["made"].format(file=file, count=len(entries), done=done, **names)]


def _lacking(settings: BuildSettings, item: WrittenItem) -> Lang:
    """Return the one language that lacks something.

    Raises: Refused, where it is none or several.
    """
    listed = [item.item(NO_CALLS)]
    states = {lang: {row.state for row in rows_for(listed, lang)} for lang in item.langs}
    for wanted in ({MISSING, SUMMARY}, {OUTDATED}):
        found = [lang for lang, of in states.items() if of & wanted]
        if len(found) == 1:
            return found[0]
    raise Refused(SAID[settings.lang]["which"].format(first=item.langs[-1]))


def _entries(item: WrittenItem, source: Lang, target: Lang, old: str) -> Iterator[tuple[Entry, Place | None]]:
    """Yield everything to translate, with its place; none for a block of the running text."""
    if not RECORD_FILES.get(item.source.kind):
        for key in HEADLINES:
            words, path, line = item.said(key, source)
            there, where, _ = item.said(key, target)
            if words:
                yield Entry(key, words, there, path, line), Place(where if there else item.path_for(target), (key,))
    for file in item.files:
        for location, words in _maps(file.values, file, item.langs):
            if words.get(source):
                line = file.lines.get((*location, source), file.lines.get(location, 1))
                context = ".".join(map(str, location))
                yield Entry(context, words[source], words.get(target, ""), file.path, line), Place(file.path, location)
    own, theirs = item.file_of(source), item.file_of(target)
    assert own
    body, line = own.bodies[source]
    there = theirs.bodies[target][0] if theirs else ""
    yield from ((entry, None) for entry in body_entries(body, line, own.path, there, old))


def _maps(
    value: Any, file: WrittenFile, langs: tuple[Lang, ...], place: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Mapping[Lang, str]]]:
    """Yield the place of each field with words by language, but what is not for the public."""
    if (place[:1] and place[0] in OWN and not file.is_record) or (not place and not isinstance(value, dict)):
        return
    if isinstance(value, dict) and value.get("public") not in ("false", "no"):
        if value and value.keys() <= {*langs} and all(isinstance(text, str | None) for text in value.values()):
            yield place, {lang: text for lang, text in value.items() if text}
            return
        for key, part in value.items():
            yield from _maps(part, file, langs, (*place, key))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _maps(part, file, langs, (*place, number))


def import_file(settings: BuildSettings, file: Path, is_forced: bool) -> list[str]:
    """Take over what a translator wrote: all of it or, where anything is at fault, nothing.

    Raises: Refused, Locked, OSError.
    """
    said = SAID[settings.lang]
    origin, given = _read(file, said)
    with content_lock(settings):
        item = item_named(settings, origin.path.rpartition("/")[0])
        if {origin.source, origin.target} - {*item.langs} or not item.version(origin.source).has_body:
            raise Refused(said["unread"].format(file=file, line=1))
        pairs = list(_entries(item, origin.source, origin.target, ""))
        entries = [entry for entry, _ in pairs]
        targets = {entry.context: entry.target for entry in entries}
        faults = [] if is_forced else changed_since(entries, given)
        faults += broken_marks(given, targets)
        own = item.file_of(origin.target)
        body, missing = body_with(own.bodies[origin.target][0] if own else "", entries, given)
        if not faults:
            faults = missing
        new = {e.context: e.target for e in given if e.target and e.target != targets.get(e.context, e.target)}
        title = new.get("title") or targets.get("title", "")
        if body is not None and "title" in targets and not title:
            faults.append(Fault("no_title", 0))
        if faults:
            lines = (said[fault.kind].format(file=file, line=fault.line or 1, **dict(fault.values)) for fault in faults)
            raise Refused("\n".join([*lines, said["refused"]]))
        changes = _Changes(settings, item, origin)
        for entry, place in pairs:
            if place and entry.context in new:
                changes.put(place, new[entry.context])
        if body is not None:
            changes.put_body(body)
        written = changes.files()
        _refuse_faults(settings, item, written)
        for path, data in written.items():
            replace_file(settings.content.parent / path, data)
    if not written:
        return [said["unchanged"]]
    return [*(said["taken"].format(path=path) for path in written), WORDS[settings.lang]["next"]]


def _read(file: Path, said: Mapping[str, str]) -> tuple[Origin, tuple[Translated, ...]]:
    if not file.is_file():
        raise Refused(said["no_file"].format(file=file))
    if file.stat().st_size > MOST:
        raise Refused(said["too_large"].format(file=file))
    try:
        return read_back(file.read_bytes())
    except Unreadable as fault:
        raise Refused(said["unread"].format(file=file, line=fault.line or 1)) from None


class _Changes:
    """The files of an item with other words; nothing is written before all of them are known."""

    def __init__(self, settings: BuildSettings, item: WrittenItem, origin: Origin) -> None:
        self._settings, self._item, self._origin = settings, item, origin
        self._project = settings.content.parent
        self._values: dict[str, dict[str, Any]] = {}
        self._body: str | None = None

    def put(self, place: Place, words: str) -> None:
        """Give a field other words in the language of the translation."""
        *parents, last = place.location
        values = value = self._values_of(place.path)
        try:
            for part in parents:
                value = value[part]
            is_own = place.location[-1] in HEADLINES and not place.path.endswith((BOTH, ".yml"))
            if isinstance(value.get(last) if isinstance(value, dict) else value[last], dict):
                value[last][self._origin.target] = words.strip()
            elif is_own:
                value[last] = " ".join(words.split()) if last == "title" else words.strip()
            else:
                raise KeyError(last)
        except (KeyError, IndexError, TypeError):
            raise self._by_hand(place.path) from None
        self._values[place.path] = values

    def put_body(self, body: str) -> None:
        """Give the item another running text."""
        self._body = body
        self._values_of(self._path)

    @property
    def _path(self) -> str:
        return self._item.path_for(self._origin.target)

    def files(self) -> dict[str, bytes]:
        """Return the new bytes of each file that is another one.

        Raises: Refused, where a file cannot be written value by value.
        """
        found = {path: self._bytes(path, values) for path, values in self._values.items()}
        return {path: data for path, data in found.items() if data != self._old(path)}

    def _values_of(self, path: str) -> dict[str, Any]:
        if path not in self._values:
            is_new = self._old(path) is None
            state = State(self._origin.source, self._origin.fingerprint)
            self._values[path] = {"compared": str(state)} if is_new else copy.deepcopy(self._sheet(path)[0].values)
        return self._values[path]

    def _old(self, path: str) -> bytes | None:
        file = self._project / path
        return file.read_bytes() if file.exists() else None

    def _sheet(self, path: str) -> tuple[Sheet, Written]:
        data = self._old(path)
        if data is None:
            return Sheet("", "", "", ""), NEW
        try:
            text, how = from_bytes(data)
            return (Sheet("", text, "", "") if path.endswith(".yml") else divided(text)), how
        except NotRewritten:
            raise self._by_hand(path) from None

    def _bytes(self, path: str, values: dict[str, Any]) -> bytes:
        sheet, how = self._sheet(path)
        try:
            if path.endswith(".yml"):
                return to_bytes(rewritten(sheet.header, values), how)
            changed = sheet.with_values(values, ORDER) if values != (sheet.values if sheet.header else {}) else sheet
        except NotRewritten:
            raise self._by_hand(path) from None
        if self._body is not None and path == self._path:
            changed = self._with_body(changed, self._body)
        return to_bytes(changed.text, how)

    def _with_body(self, sheet: Sheet, body: str) -> Sheet:
        own, lang = self._item.file_of(self._origin.target), self._origin.target
        if own is None and self._path.endswith(BOTH):
            return sheet._replace(body=f"{sheet.body.rstrip(chr(10))}\n\n<!-- {lang} -->\n\n{body}")
        old = own.bodies[lang][0] if own else ""
        if not old.strip():
            return sheet.with_body(body) if not self._path.endswith(BOTH) else self._in_section(sheet, f"\n{body}\n")
        return self._in_section(sheet, body) if self._path.endswith(BOTH) else sheet._replace(body=body)

    def _in_section(self, sheet: Sheet, body: str) -> Sheet:
        """Return the file of several languages with another text in the section of one."""
        own, lang = self._item.file_of(self._origin.target), self._origin.target
        assert own
        old, line = own.bodies[lang]
        whole = self._sheet(own.path)[0]
        first = whole.text[: len(whole.text) - len(whole.body)].count("\n") + 1
        start = sum(len(row) + 1 for row in whole.body.split("\n")[: line - first])
        if whole.body[start : start + len(old)] != old:
            raise self._by_hand(own.path)
        return sheet._replace(body=whole.body[:start] + body + whole.body[start + len(old) :])

    def _by_hand(self, path: str) -> Refused:
        return Refused(WORDS[self._settings.lang]["by_hand"].format(path=path))


def _refuse_faults(settings: BuildSettings, item: WrittenItem, written: Mapping[str, bytes]) -> None:
    """Read the item as a build would with its new files.

    Raises: Refused, where there is an error that was not there before.
    """
    kept = [file for file in item.source.files if file.path not in written]
    new = [SourceFile(path, path.rpartition("/")[2], data) for path, data in written.items()]
    after = item.source._replace(files=tuple(sorted([*kept, *new], key=lambda file: file.name)))
    before = {(found.path, found.rule, found.values) for found in item_of(item.source, item.langs).problems}
    faults = [
        found for found in item_of(after, item.langs).problems
        if severity_of(found) == "error" and (found.path, found.rule, found.values) not in before
    ]  # fmt: skip
    if faults:
        lines = report(faults, settings.lang, settings.severities)
        raise Refused("\n".join([SAID[settings.lang]["faulty"], *lines]))
