"""An item of the content as one thing to write: its facts and what each language says, in whichever files."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any, NamedTuple

from plugins.desk.fields import RECORDS, TABLE_FORMS, shapes_of
from plugins.editing import NotRewritten, Sheet, counterparts, divided, from_bytes, read_values, rewritten, to_bytes
from plugins.editing.sheets import Written
from plugins.model.compared import TextWords
from plugins.model.text import EASY_FILE, Lang
from plugins.reading.header import Source, split_languages
from plugins.reading.places import RECORD_FILES, TABLES

IN_ONE = "post.md"  # all languages of a post in one file
NEW_FILE = Written(False, "\n")
Files = Mapping[str, bytes]


class Manuscript(NamedTuple):
    """The files of an item that hold words, as they were at one moment.

    Shape: `files` by name; `key` names one record of a table, by its key or its id.
    """

    kind: str
    path: str  # "content/news/2026-05-01-strike", "content/data/contacts.yml"
    langs: tuple[Lang, ...]
    files: Files
    key: str = ""

    @property
    def mark(self) -> str:
        """What other bytes would have another one of."""
        digest = hashlib.sha256()
        for name, data in sorted(self.files.items()):
            digest.update(f"{name}\0{len(data)}\0".encode() + data)
        return digest.hexdigest()[:32]

    @property
    def table(self) -> str:
        """The table that the record belongs to; empty for an item with a folder."""
        return self.path.rpartition("/")[2].removesuffix(".yml") if self.kind == TABLES else ""


class Draft(NamedTuple):
    """What an item says.

    Shape: plain data; `words` are the header fields of each language, `bodies` its texts, one in やさしい日本語 under
    "ja-easy".
    """

    facts: dict[str, Any]
    words: dict[Lang, dict[str, Any]]
    bodies: dict[str, str]


EASY = EASY_FILE.removesuffix(".md")


def read_draft(manuscript: Manuscript) -> Draft:
    """Return what an item says.

    Raises: NotRewritten, where a file cannot be read to its end or holds no records: it can be written as text only.
    """
    texts = {name: from_bytes(data)[0] for name, data in manuscript.files.items()}
    if manuscript.kind == TABLES:
        found = _record_in(manuscript, _table_of(manuscript))[1]
        if not isinstance(found, dict):
            raise NotRewritten
        return Draft(dict(found), {}, {})
    bodies = dict.fromkeys(manuscript.langs, "") | ({EASY: texts[EASY_FILE]} if EASY_FILE in texts else {})
    record = RECORD_FILES[manuscript.kind]
    facts = read_values(texts.get(record, "")) if record else {}
    words: dict[Lang, dict[str, Any]] = {lang: {} for lang in manuscript.langs}
    for lang, sheet in _sheets(manuscript, texts):
        values = sheet.values
        own = _own_fields(manuscript.kind)
        words[lang] = {name: _in(values[name], lang) for name in own if _in(values.get(name), lang)}
        if not record:  # beside a record, what a header says besides is no fact: it stays in its file
            facts |= {name: value for name, value in values.items() if name not in own and name not in facts}
        bodies[lang] = _body_of(sheet, lang, IN_ONE in texts, manuscript.langs)
    return Draft(facts, words, bodies)


def with_draft(manuscript: Manuscript, wanted: Draft) -> dict[str, bytes]:
    """Return the files of an item that says something else; those that say the same are the same bytes.

    Raises: NotRewritten.
    """
    now = read_draft(manuscript)
    files = dict(manuscript.files)
    if manuscript.kind == TABLES:
        return _with_record(manuscript, wanted)
    record = RECORD_FILES[manuscript.kind]
    if record and wanted.facts != now.facts:
        order = _order(RECORDS[manuscript.kind])
        files[record] = _edited(files.get(record), lambda text: rewritten(text, wanted.facts, order))
    if wanted.bodies.get(EASY, "") != now.bodies.get(EASY, ""):
        files[EASY_FILE] = _edited(files.get(EASY_FILE), lambda _: wanted.bodies[EASY])
    if IN_ONE in files:
        files[IN_ONE] = _edited(files[IN_ONE], lambda text: _one_file(manuscript, text, now, wanted))
        return files
    facts = {} if record else _changes(now.facts, wanted.facts)
    for lang in manuscript.langs:
        name = f"{lang}.md"
        words = _changes(now.words.get(lang, {}), wanted.words.get(lang, {}))
        own = {key: value for key, value in facts.items() if _stands_in(manuscript, lang, key, now)}
        body = wanted.bodies.get(lang, "")
        if words or own or body != now.bodies.get(lang, ""):
            files[name] = _edited(files.get(name), lambda text: _changed(manuscript, text, words | own, body))  # noqa: B023
    return {name: data for name, data in files.items() if data.strip() or name in manuscript.files}


def name_of(manuscript: Manuscript, draft: Draft, lang: Lang) -> str:
    """Return what an item is called in a list."""
    langs = dict.fromkeys((lang, *manuscript.langs))
    for field in ("title", "name", "display_name", "label", "term", "text"):
        said = next((draft.words[one][field] for one in langs if draft.words.get(one, {}).get(field)), "")
        value = draft.facts.get(field)
        said = said or (next((value[one] for one in langs if value.get(one)), "") if isinstance(value, dict) else "")
        if said:
            return str(said)
    return manuscript.key or manuscript.path.rpartition("/")[2]


def records_in(values: Mapping[str, Any], table: str) -> Iterator[tuple[str, Any]]:
    """Yield (key, record) of a table: the key, or the id or number in a list; the whole file where it is one record."""
    form = TABLE_FORMS[table].form
    if form == "record":
        yield table, values
    elif form == "keyed":
        yield from values.items()
    elif isinstance(listed := values.get(table, ()), list | tuple):
        for number, record in enumerate(listed):
            yield str(record.get("id") or number) if isinstance(record, dict) else str(number), record


def place_now(base: Manuscript, now: Manuscript) -> str | None:
    """Return the key under which a record of a list stands now, empty where it stands there no more.

    Shape: none where it never was in a list without ids, and has its key for good.
    Raises: NotRewritten.
    """
    if not base.table or TABLE_FORMS[base.table].form != "list":
        return None
    old, new = (list(records_in(_table_of(one), base.table)) for one in (base, now))
    number = next((number for number, (key, _) in enumerate(old) if key == base.key), None)
    if number is None or old[number][1].get("id"):
        return None
    found = counterparts([record for _, record in old], [record for _, record in new])
    return new[found.index(number)][0] if number in found else ""


def _table_of(manuscript: Manuscript) -> dict[str, Any]:
    values = read_values(from_bytes(next(iter(manuscript.files.values()), b""))[0])
    shape = TABLE_FORMS[manuscript.table]
    if not isinstance(values, dict) or (
        shape.form == "list" and not isinstance(values.get(manuscript.table, []), list)
    ):
        raise NotRewritten
    return values


def _record_in(manuscript: Manuscript, values: Mapping[str, Any]) -> tuple[str, Any]:
    found = (pair for pair in records_in(values, manuscript.table) if pair[0] == manuscript.key)
    return next(found, (manuscript.key, {}))


def _with_record(manuscript: Manuscript, wanted: Draft) -> dict[str, bytes]:
    name = f"{manuscript.table}.yml"
    shape = TABLE_FORMS[manuscript.table]

    def edit(text: str) -> str:
        values = read_values(text)
        if shape.form == "record":
            return rewritten(text, wanted.facts, _order(shape.type))
        if shape.form == "keyed":
            return rewritten(text, values | {manuscript.key: wanted.facts})
        records = list(records_in(values, manuscript.table))
        listed = [record for _, record in records]
        number = next((number for number, (key, _) in enumerate(records) if key == manuscript.key), len(listed))
        named = {"id": manuscript.key} if number == len(listed) and "id" in _order(shape.type) else {}
        listed[number : number + 1] = [named | wanted.facts]
        return rewritten(text, {**values, manuscript.table: listed})

    return {name: _edited(manuscript.files.get(name), edit)}


def _edited(data: bytes | None, edit: Any) -> bytes:
    text, written = from_bytes(data) if data is not None else ("", NEW_FILE)
    return to_bytes(edit(text), written)


def _sheets(manuscript: Manuscript, texts: Mapping[str, str]) -> Iterator[tuple[Lang, Sheet]]:
    if IN_ONE in texts:
        sheet = divided(texts[IN_ONE])
        yield from ((lang, sheet) for lang in manuscript.langs)
    else:
        yield from ((lang, divided(texts[f"{lang}.md"])) for lang in manuscript.langs if f"{lang}.md" in texts)


def _own_fields(kind: str) -> tuple[str, ...]:
    """Return the header fields that each language has for itself."""
    return tuple(field.name for field in fields(shapes_of(kind)[0] if kind in ("news", "pages") else TextWords))


def _order(*shapes: type) -> tuple[str, ...]:
    return tuple(field.name for shape in shapes for field in fields(shape))


def _in(value: Any, lang: Lang) -> Any:
    """Return what a field says in a language: by itself, or in a map of languages."""
    return value.get(lang, "") if isinstance(value, Mapping) else value


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that say something else, none for one that goes."""
    keys = dict.fromkeys((*before, *after))
    return {key: after.get(key) for key in keys if before.get(key) != after.get(key)}


def _stands_in(manuscript: Manuscript, lang: Lang, key: str, now: Draft) -> bool:
    """Say whether a shared fact belongs into the file of a language: where it stands, else where the id stands."""
    headers = {one: divided(from_bytes(manuscript.files[f"{one}.md"])[0]).values
               for one in manuscript.langs if f"{one}.md" in manuscript.files}  # fmt: skip
    holders = [one for one, values in headers.items() if key in values]
    if holders:
        return lang in holders
    home = next((one for one, values in headers.items() if "id" in values), next(iter(headers), manuscript.langs[0]))
    return lang == home


def _changed(manuscript: Manuscript, text: str, changes: Mapping[str, Any], body: str) -> str:
    sheet = divided(text)
    if changes:
        order = ("id", *_order(*reversed(shapes_of(manuscript.kind)))) if _own_fields(manuscript.kind) else ()
        sheet = sheet.with_values(sheet.values | changes, order)
    return sheet.with_body(body).text


def _one_file(manuscript: Manuscript, text: str, now: Draft, wanted: Draft) -> str:
    """Return the text of a file that holds every language."""
    sheet = divided(text)
    values = sheet.values | ({} if RECORD_FILES[manuscript.kind] else _changes(now.facts, wanted.facts))
    for name in _own_fields(manuscript.kind):
        said = {lang: wanted.words.get(lang, {}).get(name) for lang in manuscript.langs}
        if said != {lang: now.words.get(lang, {}).get(name) for lang in manuscript.langs}:
            values[name] = {lang: words for lang, words in said.items() if words}
    sheet = sheet.with_values(values, _order(*reversed(shapes_of(manuscript.kind))))
    for lang in manuscript.langs:
        if wanted.bodies.get(lang, "") != now.bodies.get(lang, ""):
            sheet = _with_language(sheet, lang, wanted.bodies.get(lang, ""), manuscript.langs)
    return sheet.text


def _body_of(sheet: Sheet, lang: Lang, is_in_one: bool, langs: Iterable[Lang]) -> str:
    body = _languages(sheet)[0].get(lang, ("", 0))[0] if is_in_one else sheet.body
    return body.strip("\n")


def _languages(sheet: Sheet) -> tuple[dict[str, tuple[str, int]], Any]:
    return split_languages(Source("", "", 0, sheet.body, 1))


def _with_language(sheet: Sheet, lang: Lang, text: str, langs: tuple[Lang, ...]) -> Sheet:
    """Return a file of several languages with another text in one of them.

    Raises: NotRewritten, where a text stands above the first language.
    """
    bodies, faults = _languages(sheet)
    if faults:
        raise NotRewritten
    if lang not in bodies:
        return sheet._replace(body=f"{sheet.body.rstrip(chr(10))}\n\n<!-- {lang} -->\n\n{text}\n")
    own, line = bodies[lang]
    start = sum(len(row) + 1 for row in sheet.body.split("\n")[: line - 1])
    lead, tail = own[: len(own) - len(own.lstrip("\n"))] or "\n", own[len(own.rstrip("\n")) :] or "\n"
    return sheet._replace(body=f"{sheet.body[:start]}{lead}{text}{tail}{sheet.body[start + len(own) :]}")
