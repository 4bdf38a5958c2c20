"""What the content says in each language, as it is written: for whoever compares the languages."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.build.one_item import item_at, languages_in
from plugins.build.proofs import proofed
from plugins.model.compared import State, parse_compared
from plugins.model.kinds import TAKEN_BACK
from plugins.model.origins import Lines
from plugins.model.text import EASY_FILE, Lang
from plugins.reading.encoding import MAX_TEXT, decode_source
from plugins.reading.header import divide_source, split_languages
from plugins.reading.places import RECORD_FILES, TABLES
from plugins.reading.plain_lines import read_facts
from plugins.reading.sources import SourceItem, read_source, scan_item, scan_sources
from plugins.translations import Calls, Item, Version, calls_of, worth_of

BOTH = "post.md"
HEADLINES = ("title", "name")  # of a record
OWN = ("title", "summary", "title_breaks")  # words of a header that are compared with the text
LEDGERS = ("addresses", "figures", "redirects")
CALLING = ("disputes", "campaigns", "events", "surveys")


class WrittenFile:
    """One text or record of an item, read but not judged: what is at fault is told by the build."""

    def __init__(self, path: str, data: bytes, langs: tuple[Lang, ...]) -> None:
        self.path, self.name = path, path.rpartition("/")[2]
        self.is_record = path.endswith(".yml")
        text = decode_source(data, path, MAX_TEXT)[0]
        if self.is_record:
            read = read_facts(text, path)
            self.values, self.lines, self.bodies = read.value, read.lines, {}
            return
        source = divide_source(text, path)
        header = read_facts(source.header, path, source.header_line) if source.header_line else None
        self.values: Mapping[str, Any] = header.value if header else {}
        self.lines: Lines = header.lines if header else {}
        stem = self.name.removesuffix(".md")
        self.bodies: dict[Lang, tuple[str, int]] = (
            split_languages(source)[0] if self.name == BOTH else {stem: (source.body, source.body_line)}
        )
        self.bodies = {lang: body for lang, body in self.bodies.items() if lang in langs}

    def text_of(self, key: str, lang: Lang, is_own: bool) -> tuple[str, int]:
        """Return (words, line) of a field in a language: those of a map, or the plain ones of its own file."""
        value = self.values.get(key)
        if isinstance(value, dict) and isinstance(value.get(lang), str):
            return value[lang], self.lines.get((key, lang), self.lines.get((key,), 1))
        return (value, self.lines.get((key,), 1)) if is_own and isinstance(value, str) else ("", 1)


class WrittenItem:
    """One item as it is written."""

    def __init__(self, source: SourceItem, langs: tuple[Lang, ...]) -> None:
        self.source, self.langs = source, langs
        names = {BOTH} if any(file.name == BOTH for file in source.files) else {f"{lang}.md" for lang in langs}
        names.add(f"{source.folder}.yml" if source.kind == TABLES else RECORD_FILES.get(source.kind) or "")
        found = [file for file in source.files if file.name in names and file.name != EASY_FILE]
        self.files = tuple(WrittenFile(file.path, file.data, langs) for file in found)

    @cached_property
    def facts(self) -> dict[str, Any]:
        """What its header or record says besides its words."""
        return {key: value for file in self.files for key, value in file.values.items() if key not in OWN}

    @property
    def is_taken_back(self) -> bool:
        return self.source.kind == "news" and self.facts.get("status") in TAKEN_BACK

    def file_of(self, lang: Lang) -> WrittenFile | None:
        """Return the file that holds the text in a language."""
        return next((file for file in self.files if lang in file.bodies), None)

    def said(self, key: str, lang: Lang) -> tuple[str, str, int]:
        """Return (words, file, line) of the title or the summary in a language; no words where there are none."""
        own = self.file_of(lang)
        keys = HEADLINES if key == "title" and RECORD_FILES.get(self.source.kind) else (key,)
        files = [*([own] if own else []), *(file for file in self.files if file is not own)]
        for file in files:
            for name in keys:
                words, line = file.text_of(name, lang, file is own and file.name != BOTH)
                if words:
                    return words, file.path, line
        return "", own.path if own else self.path_for(lang), 1

    def path_for(self, lang: Lang) -> str:
        """Return the file in which a language's text belongs."""
        if any(file.name == BOTH for file in self.files):
            return f"{self.source.path}/{BOTH}"
        return f"{self.source.path}/{lang}.md"

    def item(self, calls: Calls) -> Item:
        """Return it for the list of translations."""
        facts = self.facts
        days = [facts.get("modified"), *(c.get("date") for c in _listed(facts.get("corrections")))]
        corrected = max((day[:10] for day in days if isinstance(day, str)), default="")
        key = self.source.folder if self.source.kind == "events" else self.source.slug
        worth = worth_of(self.source.kind, key, facts, calls)
        return Item(self.source.path, tuple(map(self.version, self.langs)), worth, self.source.day, corrected)

    def version(self, lang: Lang) -> Version:
        """Return what it says in one language."""
        own = self.file_of(lang)
        values = own.values if own else {}
        checked = values.get("checked") if self.source.kind == "news" else None
        return Version(
            lang, own.path if own else self.path_for(lang), self.said("title", lang)[0], self.said("summary", lang)[0],
            own.bodies[lang][0] if own else "", values.get("translation") == "summary",
            checked if isinstance(checked, str) else "", _states(values.get("compared")),
        )  # fmt: skip


def _states(written: Any) -> tuple[State, ...]:
    try:
        return parse_compared(written) if isinstance(written, str) else ()
    except ValueError:  # told by the schema
        return ()


def _listed(value: Any) -> list[dict[str, Any]]:
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []


def written_items(content: Path) -> Iterator[WrittenItem]:
    """Yield every item that has texts, but posts that were taken back."""
    langs = languages_in(content)
    for source in scan_sources(content)[0]:
        if source.kind != TABLES:
            item = WrittenItem(read_source(content, source), langs)
            if not item.is_taken_back:
                yield item


def written_tables(content: Path) -> Iterator[WrittenItem]:
    """Yield every table of `content/data/` that a person writes."""
    langs = languages_in(content)
    for source in scan_sources(content)[0]:
        if source.kind == TABLES and source.slug not in LEDGERS:
            yield WrittenItem(read_source(content, source), langs)


def written_at(content: Path, path: str, proof: Mapping[str, bytes] | None = None) -> WrittenItem | None:
    """Return the item of a folder, "content/news/2026-11-02-strike"; none where there is none.

    Shape: `proof` are texts as somebody is typing them, by the names of their files.
    """
    parts = path.split("/")
    if len(parts) != 3 or parts[0] != content.name or parts[1] not in RECORD_FILES or not parts[2]:
        return None
    source, _ = scan_item(content, path) if (content / parts[1] / parts[2]).is_dir() else (None, [])
    if source is None:
        return None
    source = read_source(content, source)
    return WrittenItem(proofed(source, proof) if proof else source, languages_in(content))


def calls_in(content: Path, items: list[WrittenItem], now: Any) -> Calls:
    """Return what asks readers for something at `now`; a record at fault asks for nothing."""
    langs = languages_in(content)
    paths = [item.source.path for item in items if item.source.kind in CALLING]
    read = (item_at(content, path, langs) for path in paths)
    table = item_at(content, f"{content.name}/{TABLES}/actions.yml", langs)
    actions = table.value if table and table.value else ()
    values = actions.values() if isinstance(actions, Mapping) else actions
    return calls_of([item.value for item in read if item and item.value], values, now)
