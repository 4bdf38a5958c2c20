"""What is written when somebody saves: their changes, on top of whatever else has changed since they began."""

from collections.abc import Collection
from typing import Any, NamedTuple

from plugins.desk.manuscripts import Draft, Manuscript, place_now, read_draft, with_draft
from plugins.editing import Clash, merged_bodies, merged_values
from plugins.editing.layout import Place
from plugins.reading.places import TABLES

FACTS, WORDS, BODIES = "facts", "words", "bodies"


class Saving(NamedTuple):
    """The files to write, and what stands in the way.

    Shape: each place of a clash begins with "facts", "words" or "bodies".
    """

    files: dict[str, bytes]
    draft: Draft
    clashes: tuple[Clash, ...] = ()
    is_merged: bool = False  # somebody else's changes are in it too
    key: str = ""  # of the record of a table, as it is found now; empty where it is a new one at the end


def saving(now: Manuscript, base: Manuscript, wanted: Draft, yielding: Collection[Place] | None = None) -> Saving:
    """Return what to write where `base` was opened, `wanted` is typed and `now` stands on the disk.

    Shape: at the places in `yielding` what stands on the disk is kept; none while nobody has decided.
    Raises: NotRewritten.
    """
    if now.files == base.files:
        return Saving(with_draft(base, wanted), wanted, key=base.key)
    before = read_draft(base)
    now = _found_again(now, base)
    other = read_draft(now)
    if before.facts and not other.facts and (base.kind == TABLES or not now.files):
        return _of_the_gone(now, base, before, wanted, yielding)
    facts, clashes = merged_values(before.facts or None, wanted.facts, other.facts or None, (FACTS,), yielding)
    words, more = merged_values(*(_worded(draft) for draft in (before, wanted, other)), (WORDS,), yielding)
    clashes += more
    bodies = {}
    for lang in dict.fromkeys((*wanted.bodies, *other.bodies)):
        texts = [draft.bodies.get(lang, "") for draft in (before, wanted, other)]
        bodies[lang], more = _merged_texts(*texts, (BODIES, lang), yielding)
        clashes += more
    draft = Draft(facts or {}, words, bodies)
    return Saving(with_draft(now, draft), draft, tuple(clashes), True, now.key)


def _found_again(now: Manuscript, base: Manuscript) -> Manuscript:
    """Return a manuscript with the key that its record has now: a number in a list is another's once one is put in."""
    place = place_now(base, now)
    return now._replace(key=now.key if place is None else place)


def _of_the_gone(
    now: Manuscript, base: Manuscript, before: Draft, wanted: Draft, yielding: Collection[Place] | None
) -> Saving:
    """Return what to write where somebody took out what is typed here: all of it again, or nothing."""
    if wanted == before:
        return Saving(dict(now.files), Draft({}, {}, {}), is_merged=True, key=now.key)
    clashes = (Clash((FACTS,), before.facts, wanted.facts, None),)
    if (FACTS,) in (yielding or ()):
        return Saving(dict(now.files), Draft({}, {}, {}), clashes, True, now.key)
    files = with_draft(now if base.kind == TABLES else base, wanted)
    return Saving(files, wanted, clashes, True, now.key)


def _worded(draft: Draft) -> dict[str, dict[str, Any]]:
    """Return the header fields of the languages that have any: without a file there is nothing to merge into."""
    return {lang: said for lang, said in draft.words.items() if said}


def _merged_texts(
    base: str, ours: str, theirs: str, at: Place, yielding: Collection[Place] | None
) -> tuple[str, list[Clash]]:
    """Return a merged text; one that is gone as a whole is asked for as a whole."""
    if not base.strip() or (ours.strip() and theirs.strip()):
        return merged_bodies(base, ours, theirs, at, yielding)
    return merged_values(base, ours, theirs, (*at, 0), yielding)
