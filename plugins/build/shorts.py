"""The short name of an item in its own file: written once, as ids are, and nothing else in the file changes."""

import re
from collections.abc import Iterable
from pathlib import Path

from plugins.build.ids import with_first_line
from plugins.build.ledgers import replace_file
from plugins.build.settings import BuildSettings
from plugins.leaflets.short_names import short_name
from plugins.model.ledger import LEDGER, PRINTED, REDIRECTS
from plugins.reading.items import Item

KINDS = ("news", "campaigns", "events")
_SHORT = re.compile(rb"^short:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
_PRINTED = re.compile(rf"^{PRINTED}([a-z0-9-]+):".encode(), re.MULTILINE)


def write_short(settings: BuildSettings, item: Item) -> tuple[str, str]:
    """Give an item a short name that nothing has or had; return its file and the name.

    Raises: OSError.
    """
    new = short_name(item.slug, {*taken_shorts(settings)})
    path = next((path for path, _ in item.lines if path.endswith(".yml")), item.lines[0][0])
    file = settings.content.parent / path
    replace_file(file, with_first_line(file.read_bytes(), f"short: {new}"))
    return path, new


def taken_shorts(settings: BuildSettings) -> Iterable[str]:
    """Yield every short name in the content, drafts' too, and every one that was ever public."""
    for kind in KINDS:
        files = (path for path in (settings.content / kind).glob("*/*") if path.suffix in (".md", ".yml"))
        for path in files:
            yield from _found(_SHORT, path)
    for name in (LEDGER, REDIRECTS):
        path = settings.content / "data" / f"{name}.yml"
        yield from _found(_PRINTED, path) if path.exists() else ()


def _found(pattern: re.Pattern[bytes], path: Path) -> list[str]:
    return [short.decode() for short in pattern.findall(path.read_bytes())]
