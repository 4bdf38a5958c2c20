"""The files of one folder: its texts with their headers, and which files lie beside them."""

import json
import re
from collections.abc import Iterable, Mapping

from plugins.importing.arrangement import Item
from plugins.importing.blocks import shown_html
from plugins.importing.entries import Attached, Entry, Report
from plugins.importing.foreign_markdown import own_markdown
from plugins.importing.markdown_of import Found, escaped, markdown_of, words_in
from plugins.importing.targets import WORDS, Copy, OldSite, Targets
from plugins.model.consent import UNDECIDED
from plugins.model.text import Lang

WHOLE, NO_LINKS, WORDS_ONLY = range(3)  # how much of a text is kept: less where our own rules refuse the rest
_HIDDEN = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f\x00-\x08\x0b-\x1f\x7f-\x9f]"
)
_MOST_OF_SUMMARY = 300
_MARKS = re.compile(r"[\\`*_{}\[\]<>|~#=+-]{4,}")
_MOST_PARAGRAPHS = 2_000  # where no more than the words of a text can be kept
_NOTE = re.compile(r"<!--.*?-->", re.DOTALL)
UNTITLED = {"ja": "（題なし）", "en": "(untitled)"}


def texts_of(
    item: Item, site: OldSite, attached: Mapping[str, Attached], copy: Copy, report: Report, kept: int = WHOLE
) -> dict[str, str]:
    """Return the text of each file by its name, "ja.md"; `copy` is asked for every file that they show or link to."""
    bodies: dict[Lang, str] = {}
    photos: dict[str, dict[Lang, str]] = {}
    for lang, entry in item.entries.items():
        targets = Targets(site, entry, lang, copy, report)
        if entry.cover and kept < WORDS_ONLY:
            targets.photo(entry.cover, "")
        bodies[lang] = _clean(_body(entry, targets, attached, report, kept), entry, report)
        if not _NOTE.sub("", bodies[lang]).strip():  # what has no text is not published
            report.note("no-text", entry.place)
            bodies[lang] = f"{escaped(_flat(entry.title)) or UNTITLED.get(lang, UNTITLED['en'])}\n\n{bodies[lang]}"
        for name, words in targets.photos.items():
            photos.setdefault(name, {})[lang] = words
    made = {}
    for number, (lang, entry) in enumerate(item.entries.items()):
        lines = _facts(item, photos) if number == 0 else []
        lines[1 if item.kind == "news" and number == 0 else 0 : 0] = _words(entry, lang, report, kept)
        made[f"{lang}.md"] = "\n".join(["---", *lines, "---", "", bodies[lang]])
    return made


def _body(entry: Entry, targets: Targets, attached: Mapping[str, Attached], report: Report, kept: int) -> str:
    if kept == WORDS_ONLY:
        lines = re.sub(r"<(?:br|/p|/div|/li|/h[1-6])\b[^>]*>", "\n", entry.body).split("\n")
        said = [_MARKS.sub("…", words) for line in lines if (words := words_in(line))]
        together = 1 + len(said) // _MOST_PARAGRAPHS
        parts = (" ".join(said[at : at + together]) for at in range(0, len(said), together))
        return "\n\n".join(escaped(part) for part in parts) + "\n"
    found = Found(targets.link if kept == WHOLE else lambda _: "", targets.picture)
    if entry.is_html:
        return markdown_of(shown_html(entry.body, entry.place, attached, report), entry.place, found, report)
    return own_markdown(entry.body, entry.place, entry.title, found, report)


def _words(entry: Entry, lang: Lang, report: Report, kept: int) -> list[str]:
    title = _line(entry.title, entry, report)
    if kept == WORDS_ONLY:  # nothing in it can be taken for a field of its own
        title = title.replace(":", "：")
    if not title:
        report.note("untitled", entry.place)
    lines = [f"title: {_quoted(title or UNTITLED.get(lang, UNTITLED['en']))}"]
    summary = _line(words_in(entry.summary) if entry.summary and kept < WORDS_ONLY else "", entry, report)
    if len(summary) > _MOST_OF_SUMMARY:
        report.note("summary-cut", entry.place)
        summary = f"{summary[: _MOST_OF_SUMMARY - 1]}…"
    return [*lines, *([f"summary: {_quoted(summary)}"] if summary else [])]


def _facts(item: Item, photos: Mapping[str, Mapping[Lang, str]]) -> list[str]:
    lines = []
    if item.kind == "news":
        lines = [f"id: {item.id}", f"kind: {item.about.value}", f"date: {item.published:%Y-%m-%d %H:%M}"]
        lines += [] if item.is_public else ["status: draft"]
        lines += [f"tags: [{', '.join(item.tags)}]"] if item.tags else []
    return [*lines, *_photos(photos, item.entries)]


def _photos(photos: Mapping[str, Mapping[Lang, str]], langs: Iterable[Lang]) -> list[str]:
    lines = ["photos:"] if photos else []
    for name, said in photos.items():
        words = {lang: said.get(lang) or WORDS.get(lang, WORDS["en"]) for lang in langs}
        alt = ", ".join(f"{lang}: {_quoted(_flat(text))}" for lang, text in words.items())
        lines += [f"  - file: {name}", f"    alt: {{{alt}}}", f"    people: {UNDECIDED}"]
    return lines


def _line(text: str, entry: Entry, report: Report) -> str:
    flat = _flat(_clean(text, entry, report))
    if flat != " ".join(text.split()):
        report.note("title-changed", entry.place, text)
    return flat


def _flat(text: str) -> str:
    """Return words in one line, in which no figure, reading or note can begin."""
    marks = {"{": "｛", "}": "｝", "<!--": "‹", "-->": "›"}
    for sign, instead in marks.items():
        text = text.replace(sign, instead)
    return " ".join(_HIDDEN.sub("", text.replace("\n", " ")).split())


def _clean(text: str, entry: Entry, report: Report) -> str:
    clean = _HIDDEN.sub("", text)
    if clean != text:
        report.note("hidden-signs", entry.place)
    return clean


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
