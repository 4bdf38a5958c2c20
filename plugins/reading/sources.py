"""Read `content/` once into memory: every file's bytes, grouped by the item that it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.model.dates import parse_day
from plugins.problems import Problem, problem

# folder below content/ -> the record's file; None = the words alone make the item
RECORD_FILES = {
    "news": None,
    "pages": None,
    "disputes": "dispute.yml",
    "campaigns": "campaign.yml",
    "events": "event.yml",
    "surveys": "survey.yml",
    "reports": "report.yml",
    "explainers": "explainer.yml",
}
TABLES = "data"
DATED = frozenset({"news", "events"})
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DATED_FOLDER = re.compile(r"(\d{4}-\d{2}-\d{2})-(.+)")
ASSETS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".pdf", ".csv"})
# What desktops and editors leave beside files; "en.md.txt" is none of it, since a writer may mean it as content.
LEFTOVER = re.compile(r"\..*|~\$.*|#.*#|.*~|.*\.(?:swp|swo|tmp|bak|orig)|thumbs\.db|desktop\.ini", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was when the build began."""

    path: str  # relative to the project: "content/news/2021-11-04-strike/ja.md"
    name: str  # "ja.md"
    data: bytes  # empty for pictures and documents


@dataclass(frozen=True, slots=True)
class SourceItem:
    """The files of one item: a folder, or one table of `content/data/`."""

    kind: str  # "news", "disputes", …, "data"
    folder: str  # "2021-11-04-strike"; the table's name for data
    slug: str
    day: str  # "2021-11-04", empty where the folder has no date
    path: str  # "content/news/2021-11-04-strike"
    files: tuple[SourceFile, ...]


def read_sources(content: Path) -> tuple[list[SourceItem], list[Problem]]:
    """Return every item below `content`, in a fixed order, and what cannot be an item."""
    items: list[SourceItem] = []
    problems: list[Problem] = []
    root = content.resolve()
    for top in sorted(content.iterdir() if content.is_dir() else ()):
        shown = f"{content.name}/{top.name}"
        if LEFTOVER.fullmatch(top.name):
            continue
        if not _stays_inside(top, root):
            problems.append(problem("path-leaves-content", shown))
        elif top.is_dir() and top.name == TABLES:
            items += _tables(top, root, shown, problems)
        elif top.is_dir() and top.name in RECORD_FILES:
            items += _folders(top, root, shown, problems)
        else:
            known = ", ".join(sorted([*RECORD_FILES, TABLES]))
            problems.append(problem("unknown-folder", shown, found=top.name, known=known))
    return items, problems


def _stays_inside(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root)


def _tables(folder: Path, root: Path, shown: str, problems: list[Problem]) -> Iterator[SourceItem]:
    for path in sorted(folder.iterdir()):
        place = f"{shown}/{path.name}"
        if LEFTOVER.fullmatch(path.name):
            continue
        if not _stays_inside(path, root):
            problems.append(problem("path-leaves-content", place))
        elif path.suffix == ".yml" and path.is_file():
            file = SourceFile(place, path.name, path.read_bytes())
            yield SourceItem(TABLES, path.stem, path.stem, "", place, (file,))
        else:
            problems.append(problem("unknown-file", place, found=path.name, known="*.yml"))


def _folders(folder: Path, root: Path, shown: str, problems: list[Problem]) -> Iterator[SourceItem]:
    for path in sorted(folder.iterdir()):
        place = f"{shown}/{path.name}"
        if LEFTOVER.fullmatch(path.name):
            continue
        if not _stays_inside(path, root):
            problems.append(problem("path-leaves-content", place))
        elif not path.is_dir():
            problems.append(problem("file-outside-folder", place, found=path.name))
        elif (named := _folder_name(folder.name, path.name)) is None:
            rule = "dated-folder-name" if folder.name in DATED else "folder-name"
            problems.append(problem(rule, place, found=path.name))
        else:
            files = tuple(_files(path, root, place, folder.name, problems))
            yield SourceItem(folder.name, path.name, named[1], named[0], place, files)


def _folder_name(kind: str, name: str) -> tuple[str, str] | None:
    """Return (day, slug), or none if the folder is not named as its kind asks."""
    day = ""
    if kind in DATED:
        found = DATED_FOLDER.fullmatch(name)
        if not found:
            return None
        day, name = found[1], found[2]
        try:
            parse_day(day)
        except ValueError:
            return None
    return (day, name) if SLUG.fullmatch(name) else None


def _files(folder: Path, root: Path, shown: str, kind: str, problems: list[Problem]) -> Iterator[SourceFile]:
    for path in sorted(folder.iterdir()):
        place = f"{shown}/{path.name}"
        if LEFTOVER.fullmatch(path.name):
            continue
        if not _stays_inside(path, root):
            problems.append(problem("path-leaves-content", place))
        elif not path.is_file() or not _is_expected(path, kind):
            known = ", ".join(filter(None, ["ja.md", "en.md", "post.md" if kind == "news" else RECORD_FILES[kind]]))
            problems.append(problem("unknown-file", place, found=path.name, known=known))
        else:
            # Pictures and documents are read by the step that publishes them, and only if a page shows them.
            yield SourceFile(place, path.name, path.read_bytes() if path.suffix in {".md", ".yml"} else b"")


def _is_expected(path: Path, kind: str) -> bool:
    """Whether a file of this name belongs into an item's folder; which languages exist is checked later."""
    return path.suffix.lower() in ASSETS | {".md"} or path.name == RECORD_FILES[kind]
