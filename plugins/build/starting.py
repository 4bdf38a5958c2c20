"""`run.py start`: the sample makes room for a union's own site, as a whole or, if it was cut off, the next time."""

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from plugins.build.ids import new_site_id
from plugins.build.ledgers import replace_file
from plugins.build.lock import build_lock
from plugins.build.settings import BuildSettings
from plugins.build.steps import check_content
from plugins.build.telling import print_problems
from plugins.build.unfinished import refuse_renamed
from plugins.build.union_answers import Answers, Ask, asked
from plugins.problems import has_errors
from plugins.reading.places import TABLES
from plugins.reading.reader import item_of
from plugins.reading.sources import read_source, scan_sources
from plugins.scaffolding import NewUnion, tags_text, terms_text, union_files
from plugins.scaffolding.sample import ITEMS, SITE_ID, TAGS, TERMS

EXAMPLES = "examples"
SITE_URL_LINE = re.compile(rb"^SITEURL[ \t]*=[ \t]*([\"'])[^\"'\n]*\1(?=[ \t]*(?:#[^\n]*)?\r?$)", re.MULTILINE)
LANGS = ("ja", "en")  # of the sample's tables
WORDS = {
    "ja": {
        "begin": "見本を {examples} に移し、自分の組合のサイトを始めます。質問は六つです（やめるときはCtrl-C）。",
        "stopped": "何も変えていません。", "theirs": "content/ は、もう自分の組合のものです。そのままにします。",
        "faulty": "content/data/{name} が読めません。先に「python3 run.py check」を実行します。何も変えていません。",
        "in_the_way": "{found} がもうあります。ほかの所に移してから、もう一度実行します。",
        "unusable": "答えのなかに、サイトに使えないものがあります（上の行）。何も変えていません。",
        "no_line": "publishconf.py の SITEURL の行は、自分で書き換えます: SITEURL = \"{url}\"",
        "done": "見本は {examples} に、自分のサイトは content/ にあります。なくなったものはありません。",
        "kept": "見本にないものは content/ に残しました: {found}。「python3 run.py check」で確かめます。",
        "next": "「python3 run.py preview」で見ます。content/pages/ の「# 書くこと」の所を書き、"
                "「python3 run.py new strike」などで記事を書き始めます。",
    },
    "en": {
        "begin": "The sample moves to {examples}, and your own site begins: six questions (Ctrl-C: nothing happens).",
        "stopped": "Nothing was changed.", "theirs": "content/ is your union's own already. It stays as it is.",
        "faulty": 'content/data/{name} cannot be read. Run "python3 run.py check" first. Nothing was changed.',
        "in_the_way": "{found} is there already. Move it elsewhere, then run this again.",
        "unusable": "Something in the answers cannot stand on a site (the lines above). Nothing was changed.",
        "no_line": 'Change the line SITEURL of publishconf.py yourself: SITEURL = "{url}"',
        "done": "The sample lies in {examples}, your own site in content/. Nothing of it is lost.",
        "kept": 'What is not of the sample stayed in content/: {found}. See what "python3 run.py check" says of it.',
        "next": 'Look at it with "python3 run.py preview". Write what "# What to write" asks for in content/pages/, '
                'and begin a post, for example with "python3 run.py new strike".',
    },
}  # fmt: skip


def start_site(settings: BuildSettings, ask: Ask = input) -> int:
    """Ask for what a union's site needs and begin it, where the sample still lies; return the exit status.

    Raises: Locked while a build is at work; Unfinished after a renaming that was cut off.
    """
    words, examples, prepared = WORDS[settings.lang], _examples(settings), None
    refuse_renamed(settings)
    if not settings.starting.exists():
        tables = {name: _table(settings, name) for name in ("site.yml", "terms.yml", "tags.yml")}
        if tables["site.yml"] and not _is_sample(tables["site.yml"]):
            print(words["theirs"])
            return 0
        if refusal := _refusal(settings, words, tables):
            return _refused(refusal)
        print(words["begin"].format(examples=_shown(examples, settings)))
        try:
            prepared = asked(settings.lang, ask), tables
        except (EOFError, KeyboardInterrupt):
            return _refused(f"\n{words['stopped']}")
    with build_lock(settings.state):  # not while somebody thinks about an answer
        refuse_renamed(settings)
        if refusal := _prepare(settings, words, *prepared) if prepared else _clash(settings, words):
            return _refused(refusal)
        kept = finish(settings)
    print(words["done"].format(examples=_shown(examples, settings)))
    if kept:
        print(words["kept"].format(found=", ".join(kept)))
    print(words["next"])
    return 0


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return 1


def _refusal(settings: BuildSettings, words: Mapping[str, str], tables: Mapping[str, Any]) -> str:
    """Return why there is nothing to ask."""
    if faulty := [name for name, value in tables.items() if value is None]:
        return words["faulty"].format(name=faulty[0])
    examples = _examples(settings)
    return words["in_the_way"].format(found=_shown(examples, settings)) if examples.exists() else ""


def _prepare(settings: BuildSettings, words: Mapping[str, str], answers: Answers, tables: Mapping[str, Any]) -> str:
    """Write the new site beside the old one, whole; return why it cannot be, and then nothing is changed."""
    if refusal := _refusal(settings, words, tables):
        return refusal
    part = settings.starting.with_name(f"{settings.starting.name}.part")
    shutil.rmtree(part, ignore_errors=True)  # of one that was cut off before it had begun
    for path, text in _files(settings, answers, tables).items():
        (part / settings.content.name / path).parent.mkdir(parents=True, exist_ok=True)
        replace_file(part / settings.content.name / path, text.encode())
    if not _is_sound(settings, part):
        shutil.rmtree(part)
        return words["unusable"]
    if answers.url and not _write_url(settings.content.parent / "publishconf.py", answers.url):
        print(words["no_line"].format(url=answers.url), file=sys.stderr)
    os.rename(part, settings.starting)  # from here on the next run finishes what this one began
    return ""


def finish(settings: BuildSettings) -> list[str]:
    """Exchange the sample for the site that was prepared, whatever of it is done already; return what stayed.

    Each step is one renaming; which of them are done can be seen.
    """
    content, examples, new = settings.content, _examples(settings), settings.starting / settings.content.name
    if new.exists():
        if content.exists():
            examples.parent.mkdir(exist_ok=True)
            os.rename(content, examples)
        os.rename(new, content)
    for path in [*_own(examples)]:
        if not (content / path).exists():
            (content / path).parent.mkdir(parents=True, exist_ok=True)
            os.rename(examples / path, content / path)
    settings.starting.rmdir()
    return [*_own(content)]  # the new pages are those of the sample by their names


def _own(content: Path) -> Iterator[str]:
    """Yield what is no part of the sample, besides tables: items, and whatever else lies there."""
    for top in sorted(content.iterdir()):
        if not top.is_dir():
            yield top.name
        elif top.name != TABLES:
            yield from (path for one in sorted(top.iterdir()) if (path := f"{top.name}/{one.name}") not in ITEMS)


def _clash(settings: BuildSettings, words: Mapping[str, str]) -> str:
    """Return what to do where somebody has put back the folder that a start which was cut off had moved."""
    is_moved = _examples(settings).exists() and (settings.starting / settings.content.name).exists()
    return words["in_the_way"].format(found=settings.content.name) if is_moved and settings.content.exists() else ""


def _is_sample(site: Any) -> bool:
    return site.id == SITE_ID and bool(site.demonstration)


def _is_sound(settings: BuildSettings, part: Path) -> bool:
    """Say whether the prepared content has no error; print what is wrong. The first build writes its ledgers."""
    with tempfile.TemporaryDirectory() as folder:
        tried = replace(
            settings, content=part / settings.content.name, output=Path(folder) / "output",
            write_ids=False, write_addresses=False, has_names=False, severities={},
        )  # fmt: skip
        result = check_content(tried)
    is_sound = not has_errors(result.problems, result.severities)
    if not is_sound:
        print_problems(result, settings.lang)
    return is_sound


def _files(settings: BuildSettings, answers: Answers, tables: Mapping[str, Any]) -> dict[str, str]:
    union = NewUnion(answers.names, answers.seal, new_site_id(), answers.email, answers.phone)
    langs = tuple(answers.names)
    terms = {key: term for key, term in tables["terms.yml"].items() if key not in TERMS}
    tags = {key: tag for key, tag in tables["tags.yml"].items() if key not in TAGS}
    made = union_files(union, settings.lang)
    return {**made, "data/terms.yml": terms_text(terms, langs), "data/tags.yml": tags_text(tags, langs)}


def _write_url(file: Path, url: str) -> bool:
    """Write the address into its line and change nothing else; say whether there was one such line."""
    data = file.read_bytes() if file.is_file() else b""
    if len(SITE_URL_LINE.findall(data)) != 1:
        return False
    replace_file(file, SITE_URL_LINE.sub(f'SITEURL = "{url}"'.encode(), data))
    return True


def _table(settings: BuildSettings, name: str) -> Any:
    """Return what a table of the content holds; none where it cannot be read."""
    path = f"{settings.content.name}/{TABLES}/{name}"
    found = {source.path: source for source in scan_sources(settings.content)[0]} if settings.content.is_dir() else {}
    if path not in found:
        return None
    item = item_of(read_source(settings.content, found[path]), LANGS)
    is_whole = name == "site.yml" or not has_errors(item.problems, settings.severities)
    return item.value if is_whole else None  # of a faulty site.yml it still shows whose it is


def _examples(settings: BuildSettings) -> Path:
    return settings.content.parent / EXAMPLES / settings.content.name


def _shown(path: Path, settings: BuildSettings) -> str:
    return path.relative_to(settings.content.parent).as_posix()
