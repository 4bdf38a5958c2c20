"""The ledger of shown figures, `content/data/figures.yml`: written by the build, kept under version control."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.model.revisions import REVISIONS

if TYPE_CHECKING:
    from plugins.model.revisions import Revision
    from plugins.model.shown import ShownFigures

PATH = "data/figures.yml"
HEAD = (
    "# Written by the build: the computed figures as posts have shown them. Keep it with the texts; do not edit it.\n"
    "# ビルドが書くファイルです。記事に出た集計値を記録します。本文といっしょに保存し、手では直しません。\n"
)

HEAD_OF_REVISIONS = (
    "# Written by the build: how often each event has changed, so that calendars take it in. Keep it with the texts.\n"
    "# ビルドが書くファイルです。行事が変わった回数を控え、カレンダーに伝えます。本文といっしょに保存します。\n"
)


def render_ledger(shown: "Mapping[str, ShownFigures]") -> str:
    """Return the ledger as a YAML record, sorted by post, so that two desks write the same lines."""
    lines = []
    for key, record in sorted(shown.items()):
        figures = ", ".join(f'"{name}": "{value}"' for name, value in sorted(record.shown.items()))
        lines.append(f"{key}: {{corrections: {record.corrections}, shown: {{{figures}}}}}\n")
    return HEAD + "".join(lines)


def write_ledger(content: Path, shown: "Mapping[str, ShownFigures]") -> bool:
    """Write the ledger if it says something new; say whether it did."""
    path = content / PATH
    text = render_ledger(shown)
    if not shown or (path.exists() and path.read_text(encoding="utf-8") == text):
        return False
    replace_file(path, text.encode("utf-8"))
    return True


def render_revisions(revisions: "Mapping[str, Revision]") -> str:
    """Return the ledger of how events were last told, sorted by their ids."""
    rows = sorted(revisions.items())
    return HEAD_OF_REVISIONS + "".join(
        f'{key}: {{sequence: {told.sequence}, mark: "{told.mark}"}}\n' for key, told in rows
    )


def write_revisions(content: Path, revisions: "Mapping[str, Revision]") -> bool:
    """Write the ledger of events if it says something new; say whether it did."""
    path = content / "data" / f"{REVISIONS}.yml"
    text = render_revisions(revisions)
    if not revisions or (path.exists() and path.read_text(encoding="utf-8") == text):
        return False
    path.parent.mkdir(exist_ok=True)
    replace_file(path, text.encode("utf-8"))
    return True


def replace_file(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Put a file with these bytes in the place of a writer's: a kill or a power cut leaves the old or the new one.

    Units: `mode` is that of a file that is new, as for `os.open`.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        with open(part, "wb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # else a power cut may leave an empty file under the name of a text
        if path.exists():
            shutil.copymode(path, part)
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
