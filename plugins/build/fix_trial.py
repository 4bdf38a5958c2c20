"""Mending tried in a copy of the texts: what would bring another fault, or does not remove its own, is left."""

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.build.findings import WRITTEN
from plugins.build.named import names_in_content, names_list
from plugins.build.settings import BuildSettings
from plugins.build.state import KEPT
from plugins.build.steps import check_content
from plugins.fixing import LETTERS, LINE_ENDS, MENDED, Fix, fix_of, tidied
from plugins.problems import Problem, severity_of
from plugins.problems.rules.reading import READING_RULES
from plugins.reading.places import LEFTOVER

TEXTS = (".md", ".yml")
# What mending may bring: the ledgers, which the build writes by itself; pictures and documents are empty in the copy.
EXPECTED = WRITTEN | {
    "figures-not-fixed", "addresses-missing", "revisions-missing", "picture-unreadable", "document-unreadable",
}  # fmt: skip
PLACES = frozenset(("first", "other_line"))  # values that are lines: another line is no other fault
OF_ADDRESSES = frozenset(("address-twice", "reserved-name", "file-beside-post"))  # what another name may bring
# What reading tells of the lines of a file whatever else is wrong with it: it was not there before.
OF_LINES = frozenset(rule.id for rule in READING_RULES) | {"colon-missing", "field-in-text", "note-shown"}
MOST_ROUNDS = 6  # what is mended may show what is to be mended next
MOST_TRIALS = 12


@dataclass(frozen=True, slots=True)
class Tried:
    """What can be written, and what cannot.

    Shape: `before` and `texts` are old and new bytes by the paths that files have now; `moves` are (old, new) paths.
    """

    before: dict[str, bytes]
    texts: dict[str, bytes]
    moves: tuple[tuple[str, str], ...] = ()
    left: tuple[Problem, ...] = ()

    @property
    def has_changes(self) -> bool:
        return bool(self.texts or self.moves)


class Trial:
    """A copy of the content in a folder of its own, its pictures and documents empty."""

    def __init__(self, settings: BuildSettings, folder: Path) -> None:
        self._root, content = folder, folder / settings.content.name
        private = Path(settings.names).parent.absolute()
        self._settings = replace(
            settings, content=content, output=folder / "output", private=private, write_ids=False, write_addresses=False
        )
        self._names = names_list(settings).names
        shutil.copytree(settings.content, content, symlinks=True, copy_function=_copied)
        if (kept := settings.state / KEPT).is_file():  # what is kept there is not converted again
            self._settings.state.mkdir()
            shutil.copyfile(kept, self._settings.state / KEPT)
        self._before = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(content.rglob("*")) if path.is_file() and not path.is_symlink()
        }  # fmt: skip
        self._files = dict(self._before)
        self._moves: list[tuple[str, str]] = []

    def run(self) -> Tried:
        """Mend what can be mended, until nothing of it brings another fault."""
        base = self._check()
        left: set[Problem] = set()
        for _ in range(MOST_TRIALS):
            made, after = self._mend(base, left)
            bad = self._bad(made, base, after)
            if not bad:
                break
            left |= bad
            self._reset()
        else:
            self._reset()
        after = {path: self._files[self._path_now(path)] for path in self._before}
        texts = {path: data for path, data in after.items() if data != self._before[path]}
        return Tried(self._before, texts, tuple(self._moves), tuple(left))

    def _check(self) -> list[Problem]:
        problems = {*check_content(self._settings).problems}
        if self._names:
            problems |= {*names_in_content(self._settings, self._names)}
        return sorted(problems)

    def _mend(self, base: list[Problem], left: set[Problem]) -> tuple[list[Fix], list[Problem]]:
        made: list[Fix] = []
        problems = base
        for _ in range(MOST_ROUNDS):
            now = self._round(problems, left)
            if not now:
                break
            made += now
            problems = self._check()
        return made, problems

    def _round(self, problems: list[Problem], left: set[Problem]) -> list[Fix]:
        """Mend each problem that can be, from the last line of a file to its first one; names after all texts."""
        made = []
        for found in sorted(problems, key=lambda one: (one.path, -one.line, one)):
            fix = fix_of(found, self._files) if found.rule in MENDED and found not in left else None
            if fix and not fix.moved:
                self._put(fix)
                made.append(fix)
        made += self._tidy(problems, left, {fix.problem.path for fix in made})
        for found in problems:
            fix = fix_of(found, self._files) if found.rule in MENDED and found not in left else None
            if fix and fix.moved:
                self._move(*fix.moved)
                made.append(fix)
                break  # the other problems name files by the old name
        return made

    def _tidy(self, problems: list[Problem], left: set[Problem], touched: set[str]) -> list[Fix]:
        """Mend what no rule asks for in the texts whose lines are as they were checked."""
        made = []
        told: dict[str, set[int]] = {}
        for found in problems:
            told.setdefault(found.path, set()).add(found.line)
        lines = {(one.path, one.line) for one in left if one.rule == LETTERS}
        without_ends = {one.path for one in left if one.rule == LINE_ENDS}
        for path in sorted(self._files.keys() - touched - without_ends):
            own = {line for place, line in lines if place == path}
            for fix in tidied(path, self._files[path], frozenset(told.get(path, set()) | own)):
                self._put(fix)
                made.append(fix)
        return made

    def _put(self, fix: Fix) -> None:
        for path, data in fix.files.items():
            self._files[path] = data
            (self._root / path).write_bytes(data)

    def _move(self, old: str, new: str) -> None:
        (self._root / old).rename(self._root / new)
        self._files = {moved(path, [(old, new)]): data for path, data in self._files.items()}
        self._moves.append((old, new))

    def _reset(self) -> None:
        """Have the copy as it was."""
        for old, new in reversed(self._moves):
            (self._root / new).rename(self._root / old)
            self._files = {moved(path, [(new, old)]): data for path, data in self._files.items()}
        self._moves = []
        for path, data in self._before.items():
            if self._files[path] != data:
                (self._root / path).write_bytes(data)
        self._files = dict(self._before)

    def _path_now(self, path: str) -> str:
        return moved(path, self._moves)

    def _bad(self, made: list[Fix], base: list[Problem], after: list[Problem]) -> set[Problem]:
        """Return what was mended in vain, or brought another fault.

        A fault elsewhere in an item that could not be read before was there already: it only comes to light.
        """
        before, now = (Counter(map(self._mark, problems)) for problems in (base, after))
        asked = Counter(self._mark(fix.problem) for fix in made)
        marks = {fix.problem: self._mark(fix.problem) for fix in made}
        bad = {found for found, mark in marks.items() if now[mark] > max(before[mark] - asked[mark], 0)}
        unread = {_item(self._path_now(found.path)) for found in base if self._severity(found) == "error"}
        new = now - before
        for found in (one for one in after if self._mark(one) in new and one.rule not in EXPECTED):
            own = {fix.problem for fix in made if not fix.moved and self._path_now(fix.problem.path) == found.path}
            same = {one for one in own if one.line == found.line}
            is_error, was_read = self._severity(found) == "error", _item(found.path) not in unread
            if found.rule in OF_ADDRESSES:
                bad |= _movers(found, made)
            elif not own & bad and (was_read or (is_error and (same or found.rule in OF_LINES))):
                bad |= same or own
        return bad

    def _severity(self, found: Problem) -> str:
        return severity_of(found, self._settings.severities)

    def _mark(self, found: Problem) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        values = tuple(value for value in found.values if value[0] not in PLACES)
        return found.rule, self._path_now(found.path), values


def moved(path: str, moves: Iterable[tuple[str, str]]) -> str:
    """Return where a file is after some renamings."""
    for old, new in moves:
        if path == old or path.startswith(f"{old}/"):
            path = new + path.removeprefix(old)
    return path


def _movers(found: Problem, made: Iterable[Fix]) -> set[Problem]:
    """Return the renamings that a fault of addresses tells of; all where it names none of them."""
    named = (found.path, *(value for _, value in found.values))
    moves = [(fix.problem, fix.moved[1]) for fix in made if fix.moved]
    own = {one for one, new in moves if any(place == new or place.startswith(f"{new}/") for place in named)}
    return own or {one for one, _ in moves}


def _item(path: str) -> str:
    """Return the item that a file belongs to: its folder, or a table."""
    return "/".join(path.split("/")[:3])


def _copied(source: str, target: str) -> None:
    """Copy a text; of any other file its name is enough."""
    if source.endswith(TEXTS) and not LEFTOVER.fullmatch(Path(source).name):
        shutil.copyfile(source, target)
    else:
        Path(target).touch()
