"""`run.py import`: a WordPress export, or a folder of other Markdown, into `content/`, with a report."""

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from plugins.build.imported_files import Copies
from plugins.build.ledgers import replace_file
from plugins.build.new_tables import with_old_site, with_tags
from plugins.build.settings import BuildSettings
from plugins.build.standing import known_of
from plugins.build.unfinished import content_lock
from plugins.importing import (
    NO_LINKS,
    WHOLE,
    WORDS_ONLY,
    Arrangement,
    Broken,
    Export,
    Item,
    Known,
    OldSite,
    Report,
    arrange,
    brief_lines,
    by_address,
    full_report,
    read_folder,
    read_wordpress,
    refusal,
    texts_of,
)
from plugins.problems import severity_of
from plugins.reading.reader import item_of
from plugins.reading.sources import SourceFile, SourceItem

FORMS, PICTURES = ("wordpress", "markdown"), "--pictures"
STAGE = ".import"  # beside the content, where all is made before any of it stands there
WORDS = {
    "ja": {
        "usage": "「python3 run.py import wordpress ファイル.xml --pictures フォルダ」か"
        "「python3 run.py import markdown フォルダ」のように実行します。",
        "missing": "{path} がありません。",
        "faulty": "content/data/site.yml が読めません。先に「python3 run.py check」を実行します。",
        "reading": "読んでいます: {path}",
        "making": "{count}件を作っています。写真が多いと時間がかかります。",
        "report": "くわしい報告（古いアドレスつき）: {path}",
        "none": "新しいものはありませんでした。",
        "next": "次に「python3 run.py check」と「python3 run.py preview」で見ます。",
        "pictures": "写真も移すには、wp-content/uploads の写しを「--pictures フォルダ」で指定します。",
    },
    "en": {
        "usage": 'Run "python3 run.py import wordpress FILE.xml --pictures FOLDER" '
        'or "python3 run.py import markdown FOLDER".',
        "missing": "There is no {path}.",
        "faulty": 'content/data/site.yml cannot be read. Run "python3 run.py check" first.',
        "reading": "Reading {path}",
        "making": "Making {count} items. Many pictures take a while.",
        "report": "The whole report, with the old addresses: {path}",
        "none": "There was nothing new.",
        "next": 'Look at it with "python3 run.py check" and "python3 run.py preview".',
        "pictures": 'To bring the pictures too, name a copy of wp-content/uploads: "--pictures FOLDER".',
    },
}


def import_texts(settings: BuildSettings, args: list[str]) -> int:
    """Bring texts over; nothing that is there is changed. Return the exit status."""
    words = WORDS[settings.lang]
    asked = _asked(args)
    if asked is None:
        print(words["usage"], file=sys.stderr)
        return 2
    is_folder = asked.form == "markdown"
    for path in filter(None, (asked.path, asked.pictures)):
        if not path.exists() or path.is_dir() != (is_folder or path == asked.pictures):
            print(words["missing"].format(path=path), file=sys.stderr)
            return 1
    with content_lock(settings):
        known = known_of(settings)
        if known is None:
            print(words["faulty"], file=sys.stderr)
            return 1
        report = Report()
        print(words["reading"].format(path=asked.path), flush=True)
        try:
            read: Callable[[], Export] = (
                (lambda: read_folder(asked.path, known.langs, report)) if is_folder
                else lambda: read_wordpress(asked.path, report)
            )  # fmt: skip
            export = read()
        except Broken as fault:
            print(refusal(fault, str(asked.path), settings.lang), file=sys.stderr)
            return 1
        copies = Copies(asked.path if is_folder else asked.pictures, is_site=is_folder)
        made = _bring(settings, export, known, copies, report)
    print("\n".join(brief_lines(report, settings.lang)))
    if not is_folder and asked.pictures is None and report.counts["picture-missing"]:
        print(words["pictures"])
    print(words["report"].format(path=_write_report(settings, report)))
    print(words["next"] if made else words["none"])
    return 0


class _Asked(NamedTuple):
    form: str  # "wordpress" or "markdown"
    path: Path
    pictures: Path | None


def _asked(args: list[str]) -> _Asked | None:
    """Return what a command line asks for, with `--pictures FOLDER` where it will; none where it says too little."""
    words = [word for arg in args for word in (arg.split("=", 1) if arg.startswith(f"{PICTURES}=") else [arg])]
    pictures = None
    if PICTURES in words[:-1]:
        at = words.index(PICTURES)
        pictures = Path(words[at + 1])
        del words[at : at + 2]
    if len(words) != 2 or words[0] not in FORMS or words[1].startswith("--"):
        return None
    return _Asked(words[0], Path(words[1]), pictures)


def _bring(settings: BuildSettings, export: Export, known: Known, copies: Copies, report: Report) -> int:
    """Make everything beside the content, then move it in: first what others name, the folders last."""
    arrangement = arrange(export, known, report)
    new = [item for item in arrangement.items if item.is_new]
    print(WORDS[settings.lang]["making"].format(count=len(new)), flush=True)
    stage = settings.content.parent / STAGE
    shutil.rmtree(stage, ignore_errors=True)
    try:
        site = _old_site(export, arrangement)
        made = [item for item in new if _make(settings, item, site, export, known, copies, stage, report)]
        _note_old(settings, arrangement, made, report)
        if hasattr(os, "sync"):
            os.sync()  # else a power cut may leave empty files under the names of texts
        _write_tables(settings, arrangement, {item.path for item in made}, report)
        for item in made:
            target = settings.content / item.path
            target.parent.mkdir(parents=True, exist_ok=True)
            os.rename(stage / item.path, target)  # fails where something has come there meanwhile
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return len(made)


def _old_site(export: Export, arrangement: Arrangement) -> OldSite:
    numbers = {
        entry.number: (item, lang)
        for item in arrangement.items for lang, entry in item.entries.items() if entry.number
    }  # fmt: skip
    return OldSite(export.url, arrangement.at, numbers, by_address(export.attached))


def _make(
    settings: BuildSettings, item: Item, site: OldSite, export: Export, known: Known, copies: Copies, stage: Path,
    report: Report,
) -> bool:  # fmt: skip
    """Write the folder of an item beside the content; less of its text where our own rules refuse the rest."""
    place = next(iter(item.entries.values())).place
    for kept, key in ((WHOLE, ""), (NO_LINKS, "links-lost"), (WORDS_ONLY, "words-only")):
        trial = Report()
        beside = copies.beside()
        texts = texts_of(item, site, export.attached, beside.take, trial, kept)
        faults = _faults(settings, item, texts, beside.files, known)
        if faults and kept < WORDS_ONLY:
            why = faults[0]
            continue
        for line in trial.notes:
            report.note(*line)
        if key:
            report.note(key, place, why)
        break
    if faults:
        report.note("left-out", place, faults[0])
        return False
    folder = stage / item.path
    folder.mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    for name, data in beside.files.items():
        (folder / name).write_bytes(data)
    _count(item, beside.files, report)
    return True


def _faults(
    settings: BuildSettings, item: Item, texts: dict[str, str], files: Iterable[str], known: Known
) -> list[str]:
    """Return the rules that an item breaks, as `check` would find them."""
    path = f"{settings.content.name}/{item.path}"
    beside = [SourceFile(f"{path}/{name}", name) for name in files]
    sources = [SourceFile(f"{path}/{name}", name, text.encode()) for name, text in texts.items()]
    day = item.folder[:10] if item.kind == "news" else ""
    source = SourceItem(item.kind, item.folder, item.slug, day, path, (*sources, *beside))
    found = item_of(source, known.langs)
    return [problem.rule for problem in found.problems if severity_of(problem) == "error"]


def _count(item: Item, files: Iterable[str], report: Report) -> None:
    report.count("new-posts" if item.kind == "news" else "new-pages")
    report.count("new-pairs", len(item.entries) > 1)
    report.count("new-drafts", not item.is_public)
    for name in files:
        is_document = name.endswith((".pdf", ".csv"))
        report.count("documents" if is_document else "pictures")
        report.count("photos-held", not is_document)


def _note_old(settings: BuildSettings, arrangement: Arrangement, made: list[Item], report: Report) -> None:
    for item in arrangement.items:
        if item.is_new:
            continue
        report.count("here")
        folder = settings.content / item.path
        for lang, entry in item.entries.items():
            if not (folder / f"{lang}.md").exists() and not (folder / "post.md").exists():
                report.note("translation-not-added", entry.place, lang)


def _write_tables(settings: BuildSettings, arrangement: Arrangement, made: set[str], report: Report) -> None:
    """Write the tags that are named now, and where old addresses lead."""
    data = settings.content / "data"
    stays = {item.path for item in arrangement.items if not item.is_new or item.path in made}
    named = {tag for item in arrangement.items if item.path in made for tag in item.tags}
    tags = {key: labels for key, labels in arrangement.tags.items() if key in named}
    lines = {old: new for old, new in arrangement.old_site.items() if arrangement.at[old][0].path in stays}
    for name, change, values in (("tags", with_tags, tags), ("old_site", with_old_site, lines)):
        if values:
            path = data / f"{name}.yml"
            data.mkdir(parents=True, exist_ok=True)
            before = path.read_bytes().decode() if path.exists() else ""
            replace_file(path, change(before, values).encode())  # type: ignore[operator]
    report.count("new-tags", len(tags))
    report.count("redirects", sum(old != new for old, new in lines.items()))


def _write_report(settings: BuildSettings, report: Report) -> str:
    """Write the whole report beside the content, under a name that no earlier one has."""
    folder = settings.content.parent
    names = ("import-report.txt", *(f"import-report-{number}.txt" for number in range(2, 10_000)))
    name = next(name for name in names if not (folder / name).exists())
    replace_file(folder / name, full_report(report, settings.lang).encode())
    return name
