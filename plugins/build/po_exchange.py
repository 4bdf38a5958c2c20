"""`run.py translations --export` and `--import`: one item as a PO file for a translator, and back into the content."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plugins.build.ledgers import replace_file
from plugins.build.po_changes import HEADLINES, Changes, Place
from plugins.build.po_words import SAID
from plugins.build.settings import BuildSettings
from plugins.build.translated import OWN, WrittenFile, WrittenItem
from plugins.build.translations import WORDS, Refused, item_named, language_name
from plugins.build.unfinished import content_lock
from plugins.model.text import Lang
from plugins.problems import report, severity_of
from plugins.reading.places import RECORD_FILES
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceFile
from plugins.translations import MISSING, OUTDATED, SUMMARY, rows_for
from plugins.translations.exchange import body_entries, body_with
from plugins.translations.po import (
    BODY,
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
            raise Refused("\n".join([*_fault_lines(faults, file, said), said["refused"]]))
        changes = Changes(settings, item, origin)
        for entry, place in pairs:
            if place and entry.context in new:
                changes.put(place, new[entry.context])
        if body is not None:
            changes.put_body(body)
        written = changes.files()
        _refuse_faults(settings, item, written)
        for path, data in written.items():
            replace_file(settings.content.parent / path, data)
    left = [e for e in given if e.target and e.context not in targets and not (e.context.startswith(BODY) and body)]
    lines = [said["left"].format(file=file, line=entry.line, context=entry.context) for entry in left]
    if not written:
        return [*lines, said["unchanged"]]
    return [*lines, *(said["taken"].format(path=path) for path in written), WORDS[settings.lang]["next"]]


def _fault_lines(faults: Iterable[Fault], file: Path, said: Mapping[str, str]) -> Iterator[str]:
    return (said[fault.kind].format(file=file, line=fault.line or 1, **dict(fault.values)) for fault in faults)


def _read(file: Path, said: Mapping[str, str]) -> tuple[Origin, tuple[Translated, ...]]:
    if not file.is_file():
        raise Refused(said["no_file"].format(file=file))
    if file.stat().st_size > MOST:
        raise Refused(said["too_large"].format(file=file))
    try:
        return read_back(file.read_bytes())
    except Unreadable as fault:
        raise Refused(said["unread"].format(file=file, line=fault.line or 1)) from None


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
