"""Two people's changes of one item put together: by field and stretch of text; what both changed is told, and kept."""

from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

from plugins.editing import (
    Clash,
    NotRewritten,
    divided,
    from_bytes,
    merged_bodies,
    merged_values,
    read_values,
    rewritten,
    to_bytes,
)
from plugins.editing.layout import Place
from plugins.editing.sheets import Sheet
from plugins.reading.places import TABLES
from plugins.together.ledgers import merged_addresses, merged_figures, merged_revisions

LEDGERS = {"addresses.yml": merged_addresses, "figures.yml": merged_figures, "revisions.yml": merged_revisions}
EMPTY = Sheet("", "", "", "")
Data = bytes | None  # none where there is no file


class Difference(NamedTuple):
    """One value that two desks changed, each in another way.

    Shape: `place` leads to a field of a record or a header, ("title",), to a stretch of a text, ("body", 0), or is
    empty for the whole file. `mine` is the file as it is here, with ours; `other` the same with theirs.
    """

    path: str
    place: Place
    ours: Any
    theirs: Any
    mine: Data
    other: Data


class Merged(NamedTuple):
    """A file with the changes of both, ours where they differ.

    Shape: `beside` is theirs where it cannot be put together with ours, as a picture: it gets a name of its own.
    """

    data: Data
    differences: tuple[Difference, ...] = ()
    beside: Data = None


class Three(NamedTuple):
    """One file at the last common moment, here, and at the others."""

    base: Data
    ours: Data
    theirs: Data


def item_of(path: str) -> str:
    """Return the item that a file belongs to: "news/2026-05-01-strike", "data/contacts"; else the file itself."""
    parts = path.split("/")
    if len(parts) > 2 and parts[1] == TABLES:
        return f"{TABLES}/{parts[2].removesuffix('.yml')}"
    return "/".join(parts[1:3]) if len(parts) > 3 else path


def merged_items(files: Mapping[str, Three]) -> dict[str, Merged]:
    """Return every file that both changed; an item that one side took away is all here or all gone, as it is here."""
    items: dict[str, list[str]] = {}
    for path in files:
        items.setdefault(item_of(path), []).append(path)
    made = {}
    for paths in items.values():
        sides = [[files[path][side] for path in paths] for side in range(3)]
        is_taken_away = any(sides[0]) and not (any(sides[1]) and any(sides[2]))
        for path in paths:
            made[path] = _whole(path, files[path]) if is_taken_away else merged_file(path, *files[path])
    return made


def merged_file(path: str, base: Data, ours: Data, theirs: Data) -> Merged:
    """Return a file with the changes of both."""
    if ours == theirs or theirs == base:
        return Merged(ours)
    if ours == base:
        return Merged(theirs)
    if ours is None or theirs is None:
        return _whole(path, Three(base, ours, theirs))
    try:
        return _put_together(path, base or b"", ours, theirs)
    except UnicodeDecodeError:
        return Merged(ours, beside=theirs)


def _whole(path: str, three: Three) -> Merged:
    _, ours, theirs = three
    if ours == theirs:
        return Merged(ours)
    return Merged(ours, (Difference(path, (), _shown(ours), _shown(theirs), ours, theirs),))


def _shown(data: Data) -> str | None:
    return None if data is None else data.decode("utf-8", "replace")


def _put_together(path: str, base: bytes, ours: bytes, theirs: bytes) -> Merged:
    """Raises: UnicodeDecodeError, where one is no text."""
    name = path.rpartition("/")[2]
    texts = tuple(data.decode() for data in (base, ours, theirs))
    if merge := LEDGERS.get(name) if f"/{TABLES}/" in path else None:
        return Merged(merge(*texts).encode())
    if not name.endswith((".yml", ".md")):
        return Merged(ours, beside=theirs)
    combine = _record if name.endswith(".yml") else _text
    try:
        plain, written = tuple(from_bytes(data)[0] for data in (base, ours, theirs)), from_bytes(ours)[1]
        back = lambda text: to_bytes(text, written)  # noqa: E731
        text, clashes = combine(*plain, ())
        choose = lambda place: combine(*plain, (place,))[0]  # noqa: E731
        others = [back(choose(clash.place)) for clash in clashes]
    except NotRewritten:  # it cannot be read to its end: line by line
        back = str.encode
        text, clashes = merged_bodies(*texts, yielding=())
        others = [back(merged_bodies(*texts, yielding=(clash.place,))[0]) for clash in clashes]
    mine = back(text)
    pairs = zip(clashes, others, strict=True)
    return Merged(mine, tuple(Difference(path, c.place, c.ours, c.theirs, mine, other) for c, other in pairs))


def _record(base: str, ours: str, theirs: str, yielding: Collection[Place]) -> tuple[str, list[Clash]]:
    """Return a record with the values of both. Raises: NotRewritten."""
    values, clashes = merged_values(*map(read_values, (base, ours, theirs)), (), yielding)
    lines, _ = merged_bodies(base, ours, theirs)  # with the comments of both
    try:
        return rewritten(lines, values), clashes
    except NotRewritten:  # a field that both added stands in it twice
        return rewritten(ours, values), clashes


def _text(base: str, ours: str, theirs: str, yielding: Collection[Place]) -> tuple[str, list[Clash]]:
    """Return a text with the header and the stretches of both. Raises: NotRewritten."""
    before, mine, other = (divided(text) if text else EMPTY for text in (base, ours, theirs))
    header, clashes = _record(before.header, mine.header, other.header, yielding)
    body, more = merged_bodies(before.body, mine.body, other.body, yielding=yielding)
    if not mine.before and header:
        return other._replace(header=header, body=body).text, clashes + more
    return mine._replace(header=header, body=body).text, clashes + more
