"""What two desks wrote at the same place: both texts, kept in `.desk/clashes/` until somebody decides."""

import base64
import contextlib
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from plugins.build.ledgers import replace_file
from plugins.build.settings import BuildSettings
from plugins.build.unfinished import content_lock
from plugins.editing.merging import BODY
from plugins.together import Difference, item_of, merged_file
from plugins.together.words import line

FOLDER = ".desk/clashes"
TEXTS = (".md", ".yml", ".csv")
MOST_SIGNS = 160  # of a text on one line
MOST_OF_NAME = 80
PATIENCE = 30.0  # seconds that another command is waited for


class Clash(NamedTuple):
    """One place that two desks wrote, as it waits for a decision.

    Shape: `names` are its files in the folder, several where one decision is for a whole item.
    """

    names: tuple[str, ...]
    item: str  # "news/2026-05-01-strike"
    path: str
    field: str  # "title (ja)"
    ours: str
    theirs: str


def clash_folder(settings: BuildSettings) -> Path:
    """Return where clashes are kept."""
    return settings.content.parent / FOLDER


def keep_clash(settings: BuildSettings, difference: Difference) -> None:
    """Keep both texts of a place, readable for its writer."""
    folder, lang = clash_folder(settings), settings.lang
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256(repr(difference).encode()).hexdigest()[:8]
    parts = [item_of(difference.path), Path(difference.path).name, *map(str, difference.place)]
    name = f"{re.sub(r'[^a-z0-9]+', '-', '-'.join(parts).lower())[:MOST_OF_NAME].strip('-')}-{digest}"
    field = _field(difference.path, difference.place, lang)
    sides = [part for side, value in (("mine", difference.ours), ("other", difference.theirs))
             for part in (line(f"file-{side}", lang), _said(difference.path, value, lang))]  # fmt: skip
    head = line("file-head", lang, path=difference.path, field=field)
    data = difference._asdict() | {side: _packed(getattr(difference, side)) for side in ("mine", "other")}
    if not difference.path.endswith(TEXTS) and difference.other:
        replace_file(folder / f"{name}{Path(difference.path).suffix}", difference.other, 0o600)
    replace_file(folder / f"{name}.txt", "\n\n".join([head, *sides, ""]).encode(), 0o600)
    replace_file(folder / f"{name}.json", json.dumps(data, ensure_ascii=False, indent=1).encode(), 0o600)


def open_clashes(settings: BuildSettings) -> list[Clash]:
    """Return every clash that nobody has decided; who deletes its text has."""
    found: dict[tuple[str, ...], Clash] = {}
    for name, kept in _kept(settings):
        path, place = kept.path, kept.place
        said = [_said(path, value, settings.lang) for value in (kept.ours, kept.theirs)]
        gone = (kept.mine is None, kept.other is None)
        # One decision for all files of an item that was taken away, and for a fact that each language has in its file.
        key = (item_of(path), "", repr(gone)) if any(gone) else (item_of(path), _field(path, place, ""), *said)
        field = _field(path, place, settings.lang)
        if before := found.get(key):
            found[key] = before._replace(names=(*before.names, name))
        else:
            found[key] = Clash((name,), item_of(path), path, field, *said)
    return list(found.values())


def settle(settings: BuildSettings, clash: Clash, takes_other: bool) -> bool:
    """Decide a clash; say whether that could be done: what was written at that place since stays, and so does it.

    It takes the lock of the content itself. Raises: Locked, OSError.
    """
    is_done = True
    with content_lock(settings, PATIENCE):
        kept = dict(_kept(settings))
        for name in (name for name in clash.names if name in kept):
            one = kept[name]
            file = settings.content.parent / one.path
            now = file.read_bytes() if file.is_file() else None
            merged = merged_file(one.path, one.mine, now, one.other) if takes_other else None
            if merged and (merged.differences or merged.beside is not None):
                is_done = False
                continue
            if merged and merged.data != now:
                _write(file, merged.data, settings.content)
            _drop(settings, name)
    return is_done


def _write(file: Path, data: bytes | None, content: Path) -> None:
    if data is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace_file(file, data)
        return
    file.unlink(missing_ok=True)
    if file.parent != content and not any(file.parent.iterdir()):
        file.parent.rmdir()


def _kept(settings: BuildSettings) -> Iterator[tuple[str, Difference]]:
    for file in sorted(clash_folder(settings).glob("*.json")):
        if not file.with_suffix(".txt").exists():
            _drop(settings, file.stem)
            continue
        with contextlib.suppress(
            OSError, ValueError, KeyError, TypeError
        ):  # a damaged one stays for somebody to look at
            value: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
            sides = {side: _unpacked(value[side]) for side in ("mine", "other")}
            yield file.stem, Difference(**value | sides | {"place": tuple(value["place"])})


def _drop(settings: BuildSettings, name: str) -> None:
    for file in clash_folder(settings).glob(f"{name}.*"):
        file.unlink(missing_ok=True)


def _field(path: str, place: tuple[str | int, ...], lang: str) -> str:
    """Return what a place is called: "title (ja)", "text (ja)", "demands 2 state", "the whole file"."""
    if not lang:
        return " ".join(map(str, place))
    name = Path(path).name
    if not place:
        return line("whole", lang)
    words = [line("text", lang)] if place[0] == BODY else [str(p + 1) if isinstance(p, int) else p for p in place]
    return " ".join(words) + (f" ({name.removesuffix('.md')})" if name.endswith(".md") else "")


def _said(path: str, value: Any, lang: str) -> str:
    if value is None or value == "":
        return line("taken-away", lang)
    if isinstance(value, str):
        return value if path.endswith(TEXTS) else line("no-text", lang)
    return json.dumps(value, ensure_ascii=False)


def on_one_line(text: str) -> str:
    """Return a text as it is shown in a terminal."""
    words = " ".join(text.split())
    return words if len(words) <= MOST_SIGNS else f"{words[: MOST_SIGNS - 1]}…"


def _packed(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode()


def _unpacked(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text)
