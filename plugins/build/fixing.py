"""`run.py check --fix`: what has one right answer is tried in a copy of the texts, shown, and written after a yes."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.build.fix_trial import Trial, Tried, moved
from plugins.build.ledgers import replace_file
from plugins.build.settings import BuildSettings
from plugins.build.unfinished import content_lock
from plugins.fixing import LETTERS, LINE_ENDS, Change, changes_of, shown

Ask = Callable[[str], str]
YESES = frozenset(("yes", "y", "はい", "ハイ"))
WORDS = {
    "ja": {
        "nothing": "自動で直せるところはありません。", "head": "次のように直せます（-の行を+の行に変えます）。",
        "line": "  {line}行目", "encoding": "  文字コード: {old} → UTF-8", "ends": "  改行の種類をそろえます。",
        "moved": "  名前: {old} → {new}",
        "left": "{place}: [{rule}] 直すと別の誤りが出るので、そのままにします。下の報告のとおりに手で直します。",
        LETTERS: "文字と空白", LINE_ENDS: "改行",
        "ask": "この変更を書き込みますか。書き込むときは「はい」と打ってEnter、やめるときはEnterだけ: ",
        "not_written": "何も書き込みませんでした。",
        "not_asked": "何も書き込みませんでした。書き込むときは「python3 run.py check --fix --yes」を実行します。",
        "written": "{count}個のファイルを直しました。",
        "changed": "{path} がその間に変わったので、何も書き込みませんでした。もう一度実行します。",
        "in_public": "--fix は手元のパソコンだけで使えます。ここに出すと、公開していない文章をだれでも読めるからです。",
    },
    "en": {
        "nothing": "There is nothing that can be mended by itself.",
        "head": "This can be mended: each line with - would become the one with +.",
        "line": "  line {line}", "encoding": "  encoding: {old} -> UTF-8", "ends": "  all lines end alike",
        "moved": "  name: {old} -> {new}",
        "left": "{place}: [{rule}] stays, since mending it would bring another fault. Mend it by hand as told below.",
        LETTERS: "letters and spaces", LINE_ENDS: "line ends",
        "ask": "Write these changes? Type yes and Enter, or Enter alone to leave everything: ",
        "not_written": "Nothing was written.",
        "not_asked": 'Nothing was written. To write it, run "python3 run.py check --fix --yes".',
        "written": "Mended {count} file{s}.",
        "changed": "{path} changed meanwhile, so nothing was written. Run it again.",
        "in_public": "--fix works on your own machine only: here everybody could read what is not public.",
    },
}  # fmt: skip


def fix_content(settings: BuildSettings, is_agreed: bool, ask: Ask | None = None) -> int:
    """Show what can be mended, and write it after a yes; return 0, or the exit status that ends the command.

    Shape: `ask` asks in the place of the terminal.
    Raises: Locked, OSError.
    """
    words = WORDS[settings.lang]
    if settings.in_public:
        print(words["in_public"], file=sys.stderr)
        return 2
    with content_lock(settings):
        folder = TemporaryDirectory(prefix="check-", dir=settings.state)  # where `clean` takes what a kill leaves
        trial = Trial(settings, Path(folder.name))
    with folder:
        tried = trial.run()
    print("\n".join(_lines(tried, settings)), flush=True)
    if not tried.has_changes:
        return 0
    if not is_agreed:
        if ask is None and not sys.stdin.isatty():
            print(words["not_asked"], flush=True)
            return 0
        if not _is_yes(ask or input, words["ask"]):
            print(words["not_written"], flush=True)
            return 0
    if other := write(settings, tried):
        print(words["changed"].format(path=other), file=sys.stderr)
        return 1
    count = len({*tried.texts, *(new for _, new in tried.moves)})
    print(words["written"].format(count=count, s="s" * (count != 1)), flush=True)
    return 0


def _is_yes(ask: Ask, question: str) -> bool:
    try:
        return ask(question).strip().lower() in YESES
    except EOFError:
        print()
        return False


def _lines(tried: Tried, settings: BuildSettings) -> Iterator[str]:
    """Yield what is to be read before somebody says yes."""
    words = WORDS[settings.lang]
    yield words["head"] if tried.has_changes else words["nothing"]
    for old, new in tried.moves:
        yield f"\n{shown(old)}"
        yield words["moved"].format(old=shown(old.rpartition("/")[2]), new=new.rpartition("/")[2])
    for path, data in sorted(tried.texts.items()):
        yield f"\n{shown(path)}"
        for change in changes_of(tried.before[path], data):
            yield from _change_lines(change, words)
    if tried.left:
        yield ""
    for found in sorted(tried.left):
        rule = words.get(found.rule, found.rule)
        yield words["left"].format(place=f"{shown(found.path)}:{found.line}", rule=rule)


def _change_lines(change: Change, words: dict[str, str]) -> Iterator[str]:
    if change.note:
        yield words[change.note].format(old=change.old[0] if change.old else "")
        return
    yield words["line"].format(line=change.line)
    old = [f"    - {shown(line)}" for line in change.old]
    new = [f"    + {shown(line)}" for line in change.new]
    if len(old) == len(new):
        yield from (line for pair in zip(old, new, strict=True) for line in pair)
    else:
        yield from (*old, *new)


def write(settings: BuildSettings, tried: Tried) -> str:
    """Write what was tried; return the path of a file that is no longer as it was then, and nothing is written.

    Raises: Locked, OSError. Whenever it is cut off, each file is the old one or the new one.
    """
    project = settings.content.parent
    with content_lock(settings):
        for path in tried.texts:
            file = project / path
            if not file.is_file() or file.is_symlink() or file.read_bytes() != tried.before[path]:
                return path
        for number, move in enumerate(tried.moves):
            back = [(new, old) for old, new in reversed(tried.moves[:number])]  # where both are before the others
            old, new = (moved(path, back) for path in move)
            if not (project / old).exists() or _is_another(project / old, project / new):
                return old
        for path, data in tried.texts.items():
            replace_file(project / path, data)
        for old, new in tried.moves:
            os.rename(project / old, project / new)
    return ""


def _is_another(old: Path, new: Path) -> bool:
    """Say whether something else has a name; where capitals count for nothing, "JA.md" is "ja.md" itself."""
    return new.exists() and not new.samefile(old)
