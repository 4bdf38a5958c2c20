"""The folder brought to its next state: what others changed put together with what is here, clashes kept first."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from plugins.build.clashes import keep_clash
from plugins.build.one_item import item_at, languages_in
from plugins.build.renamings import folder_of, new_names, path_now, two_names
from plugins.build.settings import BuildSettings
from plugins.editing import merged_bodies
from plugins.problems import Problem, severity_of
from plugins.together import (
    Difference,
    Entry,
    History,
    Merged,
    NotTogether,
    Steps,
    changes_told,
    merged_file,
    merged_items,
)
from plugins.together.history import LINK, Change
from plugins.together.merging import Three
from plugins.together.words import line


class Arrived(NamedTuple):
    """What came from others."""

    lines: tuple[str, ...] = ()  # an item with what was changed in it
    rest: int = 0  # files that are no content
    beside: tuple[tuple[str, str], ...] = ()  # (file, name of theirs) that both had changed and no text holds
    errors: tuple[Problem, ...] = ()  # that nobody had before
    named_twice: tuple[tuple[str, str, str], ...] = ()  # (old folder, the name here, the name there)

    @property
    def is_any(self) -> bool:
        return bool(self.lines or self.rest)


class Arrivals:
    """What brings the folder of one project forward; the caller holds the lock of the content."""

    def __init__(self, settings: BuildSettings, history: History) -> None:
        self._settings, self._history, self._steps = settings, history, Steps(history)
        self._project = settings.content.resolve().parent
        self._content = f"{settings.content.name}/"

    def resume(self) -> None:
        """Finish what a command that was killed had begun."""
        history = self._history
        new, head = self._steps.arriving(), history.head
        if not new:
            return
        before = self._steps.came_from()
        if head == new and before:  # all but its last step was done
            self._steps.advance(new, before, {})
        elif head == before:
            blend = lambda *files: self._blend(*files, is_kept=True)  # noqa: E731
            self._steps.advance(new, head, self._steps.planned(new, head, blend))
        self._steps.finish()

    def begin(self, first: str) -> None:
        """Take the first state of all as that of the folder."""
        self._steps.set_first(first)

    def move(self, new: str, head: str) -> None:
        """Bring the folder from one state to another. Raises: NotTogether, and then nothing is changed."""
        wanted = self._steps.planned(new, head, self._blend)
        self._steps.begin(new, head)
        self._steps.advance(new, head, wanted)
        self._steps.finish()

    def take_in(self, theirs: str) -> Arrived:
        """Bring what others changed here; what both wrote is kept for a decision, and ours stays."""
        history, head = self._history, self._history.head
        if history.holds(head, theirs):
            return Arrived()
        base = history.base(head, theirs)
        if not base:
            raise NotTogether("strangers")
        coming, own = history.changes(base, theirs), history.changes(base, head)
        both = {path for path in coming.keys() & own.keys() if coming[path][1] != own[path][1]}
        wanted: dict[str, Entry | None] = {path: after for path, (_, after) in coming.items() if path not in own}
        sides = self._sides(both, (base, head, theirs), wanted)
        merged, beside = self._merged(sides, wanted)
        places = {folder_of(path) for path in merged if path.startswith(self._content)}
        before = self._errors(places)
        new = theirs
        if own:
            env = history.index(head)
            history.put(wanted, env)
            new = history.state(env, (head, theirs), line("message-came", self._settings.lang))
        self.move(new, head)
        known = {(one.path, one.rule, one.values) for one in before}
        errors = (one for one in self._errors(places) if (one.path, one.rule, one.values) not in known)
        content = {path: change for path, change in coming.items() if path.startswith(self._content)}
        lines = told_of(history, content, self._settings.lang)
        named = two_names(history, (base, head, theirs), coming, own, self._content[:-1])
        return Arrived(tuple(lines), len(coming) - len(content), beside, tuple(errors), tuple(named))

    def _merged(
        self, sides: list[dict[str, Entry]], wanted: dict[str, Entry | None]
    ) -> tuple[dict[str, Merged], tuple[tuple[str, str], ...]]:
        """Put together what both changed; note in `wanted` what becomes of each file."""
        history = self._history
        paths = sorted({path for side in sides for path in side})
        entries = {path: [side.get(path) for side in sides] for path in paths}
        blobs = history.blobs(entry.blob for three in entries.values() for entry in three if entry)
        data = {path: Three(*(blobs[entry.blob] if entry else None for entry in three))
                for path, three in entries.items()}  # fmt: skip
        for path in data:
            if any(entry and entry.mode == LINK for entry in entries[path]):
                raise NotTogether("rest-differs", file=path)
        content = {path: three for path, three in data.items() if path.startswith(self._content)}
        merged = merged_items(content)
        merged |= {path: Merged(_rest(path, *three)) for path, three in data.items() if path not in content}
        beside = []
        taken = {*self._neighbours(paths), *paths, *wanted}
        for path, made in merged.items():
            base, ours, other = entries[path]
            mode = (ours or other or base or Entry("100644", "")).mode
            wanted[path] = None if made.data is None else Entry(mode, history.kept(made.data))
            if made.beside is not None and other:
                free = _free(path, taken)
                taken.add(free)
                wanted[free] = other
                beside.append((path, free.rpartition("/")[2]))
        for made in merged.values():
            for difference in made.differences:
                keep_clash(self._settings, difference)
        return merged, tuple(beside)

    def _sides(
        self, both: set[str], states: tuple[str, str, str], wanted: dict[str, Entry | None]
    ) -> list[dict[str, Entry]]:
        """Return each file that both changed as it is in all three states.

        Of an item that one took away, every file. One that a side gave another name has it on all sides.
        """
        if not both:
            return [{}, {}, {}]
        folders = {folder_of(path) for path in both if path.count("/") > 2}
        names = [new_names(self._history, states[0], state, folders, self._content[:-1]) for state in states[1:]]
        pairs = [(old, new) for found in names for old, new in found.items()]
        moved = {old: new for old, new in pairs if all(found.get(old, new) == new for found in names)}
        places = sorted(folders | set(moved.values()) | {path for path in both if folder_of(path) not in folders})
        sides: list[dict[str, Entry]] = [{}, {}, {}]
        for side, state in zip(sides, states, strict=True):
            for place in places:
                side |= self._history.entries(state, place)
        for path in [*sides[1], *sides[2]]:
            if folder_of(path) in moved:  # nothing stays under the old name
                wanted.pop(path, None)
        wanted |= {path: None for path in sides[1] if folder_of(path) in moved}
        sides = [{path_now(path, moved): entry for path, entry in side.items()} for side in sides]
        below = lambda folder, side: any(path.startswith(f"{folder}/") for path in side)  # noqa: E731
        gone = [
            folder for folder in folders if below(folder, sides[0]) and not all(below(folder, s) for s in sides[1:])
        ]
        whole = tuple(f"{folder}/" for folder in (*gone, *moved.values()))
        return [{path: side[path] for path in side if path in both or path.startswith(whole)} for side in sides]

    def _neighbours(self, paths: Iterable[str]) -> Iterator[str]:
        """Yield the names of all files beside some."""
        for folder in {path.rpartition("/")[0] for path in paths}:
            yield from (f"{folder}/{file.name}" for file in (self._project / folder).glob("*"))

    def _blend(
        self, path: str, before: Entry | None, here: Entry | None, coming: Entry | None, is_kept: bool = False
    ) -> Entry | None:
        """Return a file that was changed here and may not be kept yet, with what comes.

        Raises: NotTogether, for a file of the program that cannot be put together; while a killed command is finished
        ours stays, and theirs is kept aside.
        """
        history = self._history
        found = history.blobs(entry.blob for entry in (before, here, coming) if entry)
        three = Three(*(found[entry.blob] if entry else None for entry in (before, here, coming)))
        try:
            made = merged_file(path, *three) if path.startswith(self._content) else Merged(_rest(path, *three))
        except NotTogether:
            if not is_kept:
                raise
            made = Merged(three.ours, beside=three.theirs)
        differences = made.differences
        if made.beside is not None:
            differences = (Difference(path, (), "", "", three.ours, made.beside),)
        for difference in differences:
            keep_clash(self._settings, difference)
        if made.data == three.ours:
            return here
        mode = (here or coming or Entry("100644", "")).mode
        return None if made.data is None else Entry(mode, history.kept(made.data))

    def _errors(self, places: Iterable[str]) -> list[Problem]:
        """Return what is wrong with some items as they are on the disk."""
        content = self._project / self._settings.content.name
        langs = languages_in(content)
        items = (item_at(content, place, langs) for place in sorted(places) if (self._project / place).exists())
        found = (one for item in items if item for one in item.problems)
        return [one for one in found if severity_of(one, self._settings.severities) == "error"]


def told_of(history: History, changed: Mapping[str, Change], lang: str) -> list[str]:
    """Return a line for each item that was changed."""
    blobs = history.blobs(entry.blob for path, change in changed.items() if path.endswith((".md", ".yml"))
                          for entry in change if entry)  # fmt: skip
    data = lambda entry: blobs.get(entry.blob, b"") if entry else None  # noqa: E731
    return changes_told({path: (data(before), data(after)) for path, (before, after) in changed.items()}, lang)


def _rest(path: str, base: bytes | None, ours: bytes | None, theirs: bytes | None) -> bytes | None:
    """Return a file of the program with the lines of both. Raises: NotTogether."""
    if base is None or ours is None or theirs is None:
        raise NotTogether("rest-differs", file=path)
    try:
        text, clashes = merged_bodies(*(data.decode() for data in (base, ours, theirs)))
    except UnicodeDecodeError:
        raise NotTogether("rest-differs", file=path) from None
    if clashes:
        raise NotTogether("rest-differs", file=path)
    return text.encode()


def _free(path: str, taken: set[str]) -> str:
    """Return a name for theirs beside ours: "picket-2.jpg"."""
    file = Path(path)
    names = (file.with_name(f"{file.stem}-{number}{file.suffix}").as_posix() for number in range(2, 9999))
    return next(name for name in names if name not in taken)
