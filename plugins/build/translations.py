"""`run.py translations`: what each language lacks, where they differ, and the exchange with a translator."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.build.ledgers import replace_file
from plugins.build.parity import parity_in_content
from plugins.build.settings import BuildSettings
from plugins.build.translated import WrittenItem, calls_in, written_at, written_items
from plugins.build.unfinished import content_lock
from plugins.editing import NotRewritten, divided, from_bytes, to_bytes
from plugins.model.compared import State
from plugins.model.text import Lang
from plugins.problems import report
from plugins.reading.fields import PER_LANGUAGE, SHARED
from plugins.translations import MISSING, NO_CALLS, OUTDATED, SUMMARY, Row, compared_now, rows_for

ORDER = (*PER_LANGUAGE, *SHARED)
TO, DONE, EXPORT, IMPORT, ANYWAY = "--to=", "--done=", "--export=", "--import=", "--anyway"
USAGE = """\
translations [--to=LANG]
translations --done=FOLDER
translations --export=FOLDER [--to=LANG] [FILE.po]
translations --import=FILE.po [--anyway]
"""
LANGUAGES = {"ja": {"ja": "日本語", "en": "英語"}, "en": {"ja": "Japanese", "en": "English"}}
WORDS: dict[str, dict[str, str]] = {
    "ja": {
        "nothing": "{lang}: 訳すものはありません。", "head": "{lang}:",
        MISSING: "本文がない", SUMMARY: "要約だけ", OUTDATED: "古い",
        "because": "{langs}が変わった", "older": "訂正のあと、見比べていない",
        "worth": "行動の呼びかけ中|続いている争議|", "page": "いつも見られるページ",
        "parity": "言語によって違うところ:", "no_parity": "数、日付、団体の名前、リンクは、どの言語でも同じです。",
        "next": "見比べたら「python3 run.py translations --done news/…」を実行します。",
        "public": "この一覧は、手元のパソコンだけで使えます。下書きの言葉を記録に残さないためです。",
        "no_lang": "「{lang}」はこのサイトの言語ではありません。--to には次のどれかを書きます: {known}。",
        "no_item": "「{found}」というフォルダはありません。「news/2026-11-25-strike」のように書きます。",
        "alone": "{path} の本文は一つの言語だけです。見比べるものがありません。",
        "by_hand": "{path} の見出し部を書き換えられません。"
        "「python3 run.py check」の言うとおりに直してから、もう一度実行します。",
        "noted": "書きました: {path}（{states}）", "noted_already": "もう書いてあります: {path}",
    },
    "en": {
        "nothing": "{lang}: nothing to translate.", "head": "{lang}:",
        MISSING: "no text", SUMMARY: "summary only", OUTDATED: "out of date",
        "because": "{langs} has changed since", "older": "not compared since the correction",
        "worth": "asks for something now|an open dispute|", "page": "a page that is always at hand",
        "parity": "Where the languages differ:",
        "no_parity": "Numbers, days, names of organisations and links are the same in every language.",
        "next": 'When you have compared two texts, run "python3 run.py translations --done news/…".',
        "public": "This list is for a machine of your own only, so that no words of drafts stay in a log.",
        "no_lang": '"{lang}" is no language of this site. Write one of these behind --to: {known}.',
        "no_item": 'There is no folder "{found}". Write it like news/2026-11-25-strike.',
        "alone": "{path} has a text in one language alone: there is nothing to compare.",
        "by_hand": 'The header of {path} cannot be written. '
        'Mend what "python3 run.py check" says of it, then try again.',
        "noted": "Written: {path} ({states})", "noted_already": "Written already: {path}",
    },
}  # fmt: skip


class Refused(Exception):
    """A command that does nothing; the text is what to tell."""


def run_translations(settings: BuildSettings, args: list[str]) -> int:
    """List, note a comparison, export or import; print what was done, return the exit status."""
    given = {
        flag: arg.removeprefix(flag) for arg in args for flag in (TO, DONE, EXPORT, IMPORT) if arg.startswith(flag)
    }
    plain = [arg for arg in args if not arg.startswith("--")]
    known = len(given) + len(plain) + (ANYWAY in args)
    shape = {*given} - {TO}, len(plain)
    if known != len(args) or shape not in (({*()}, 0), ({DONE}, 0), ({EXPORT}, 0), ({EXPORT}, 1), ({IMPORT}, 0)):
        sys.stderr.write(USAGE)
        return 2
    try:
        if settings.in_public:
            raise Refused(WORDS[settings.lang]["public"])
        if DONE in given:
            lines = note_comparison(settings, given[DONE])
        elif EXPORT in given:
            from plugins.build.po_exchange import export_item

            lines = export_item(settings, given[EXPORT], given.get(TO, ""), Path(plain[0]) if plain else None)
        elif IMPORT in given:
            from plugins.build.po_exchange import import_file

            lines = import_file(settings, Path(given[IMPORT]), is_forced=ANYWAY in args)
        else:
            lines = list(list_lines(settings, given.get(TO, "")))
    except Refused as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    print("\n".join(lines), flush=True)
    return 0


def list_lines(settings: BuildSettings, only: Lang = "") -> Iterator[str]:
    """Yield what each language lacks, most read-worthy first, then where the languages differ.

    Raises: Refused.
    """
    words, items = WORDS[settings.lang], list(written_items(settings.content))
    langs = items[0].langs if items else ()
    if only and only not in langs:
        raise Refused(words["no_lang"].format(lang=only, known=", ".join(langs)))
    for lang, rows in lacking(settings, items, (only,) if only else langs):
        yield words["head" if rows else "nothing"].format(lang=language_name(lang, settings.lang))
        comma = "、" if settings.lang == "ja" else ", "
        yield from (f"  {path}: {comma.join(why)}" for path, why in rows)
        yield ""
    problems = parity_in_content(settings, items)
    yield words["parity" if problems else "no_parity"]
    yield from report(problems, settings.lang, settings.severities)
    yield words["next"]


def lacking(
    settings: BuildSettings, items: list[WrittenItem], langs: Iterable[Lang]
) -> Iterator[tuple[Lang, list[tuple[str, list[str]]]]]:
    """Yield for each language the texts that it lacks, most read-worthy first: the path, and why in words."""
    calls = calls_in(settings.content, items, settings.now)
    listed = [item.item(calls) for item in items]
    for lang in langs:
        yield lang, [(row.version.path, _reasons(row, settings.lang)) for row in rows_for(listed, lang)]


def _reasons(row: Row, lang: Lang) -> list[str]:
    words = WORDS[lang]
    why = [words[row.state]]
    if row.state == OUTDATED:
        names = "・" if lang == "ja" else ", "
        changed = names.join(language_name(one, lang) for one in row.because)
        why.append(words["because"].format(langs=changed) if changed else words["older"])
    is_page = row.item.path.split("/")[1] == "pages"
    why.append(words["page"] if is_page else words["worth"].split("|")[row.item.worth])
    return [reason for reason in why if reason]


def language_name(lang: Lang, said_in: Lang) -> str:
    """Return what a language is called in the messages: its code where it has no name there."""
    return LANGUAGES[said_in].get(lang, lang)


def item_named(settings: BuildSettings, found: str) -> WrittenItem:
    """Return the item of a folder that somebody typed: "news/2026-11-25-strike", its file, or its whole path.

    Raises: Refused.
    """
    content = settings.content.name
    parts = [part for part in found.replace("\\", "/").split("/") if part not in ("", ".", content)]
    item = written_at(settings.content, "/".join([content, *parts[:2]])) if ".." not in parts else None
    if item is None:
        raise Refused(WORDS[settings.lang]["no_item"].format(found=found))
    return item


def note_comparison(settings: BuildSettings, found: str) -> list[str]:
    """Write into each text of an item what the other languages say now; where it has a day for that, today's too.

    Raises: Refused, Locked.
    """
    words = WORDS[settings.lang]
    with content_lock(settings):
        item = item_named(settings, found)
        states = compared_now(item.item(NO_CALLS))
        if len(states) < 2:
            raise Refused(words["alone"].format(path=item.source.path))
        files = {file.path: file for lang in states if (file := item.file_of(lang))}
        written = {
            path: _with_states(settings, path, tuple(_states_for(states, file.bodies)), item.source.kind == "news")
            for path, file in files.items()
        }
        lines = []
        for path, (old, new, said) in written.items():
            if new != old:
                replace_file(settings.content.parent / path, new)
            lines.append(words["noted" if new != old else "noted_already"].format(path=path, states=said))
    return lines


def _states_for(states: Mapping[Lang, tuple[State, ...]], langs: Mapping[Lang, object]) -> Iterator[State]:
    """Yield what the texts of one file were compared with; those of a file with several, with one another."""
    seen = set()
    for lang in langs:
        for state in states.get(lang, ()):
            if state not in seen:
                seen.add(state)
                yield state


def _with_states(
    settings: BuildSettings, path: str, states: tuple[State, ...], has_day: bool
) -> tuple[bytes, bytes, str]:
    """Return the bytes of a text before and after, and what was written."""
    data, said = (settings.content.parent / path).read_bytes(), " ".join(map(str, states))
    try:
        text, how = from_bytes(data)
        sheet = divided(text)
        values = sheet.values | {"compared": said}
        if has_day and "checked" in values:
            values["checked"] = settings.now.date().isoformat()
        return data, to_bytes(sheet.with_values(values, ORDER).text, how), said
    except NotRewritten:
        raise Refused(WORDS[settings.lang]["by_hand"].format(path=path)) from None
