"""What is written when somebody saves: their changes, on top of whatever else has changed since they began."""

from collections.abc import Collection
from typing import NamedTuple

from plugins.desk.manuscripts import Draft, Manuscript, read_draft, with_draft
from plugins.editing import Clash, merged_bodies, merged_values
from plugins.editing.layout import Place

FACTS, WORDS, BODIES = "facts", "words", "bodies"


class Saving(NamedTuple):
    """The files to write, and what stands in the way.

    Shape: each place of a clash begins with "facts", "words" or "bodies".
    """

    files: dict[str, bytes]
    draft: Draft
    clashes: tuple[Clash, ...] = ()
    is_merged: bool = False  # somebody else's changes are in it too


def saving(now: Manuscript, base: Manuscript, wanted: Draft, yielding: Collection[Place] | None = None) -> Saving:
    """Return what to write where `base` was opened, `wanted` is typed and `now` stands on the disk.

    Shape: at the places in `yielding` what stands on the disk is kept; none while nobody has decided.
    Raises: NotRewritten.
    """
    if now.files == base.files:
        return Saving(with_draft(base, wanted), wanted)
    before, other = read_draft(base), read_draft(now)
    facts, clashes = merged_values(before.facts, wanted.facts, other.facts, (FACTS,), yielding)
    words, more = merged_values(before.words, wanted.words, other.words, (WORDS,), yielding)
    clashes += more
    bodies = {}
    for lang in dict.fromkeys((*wanted.bodies, *other.bodies)):
        texts = (draft.bodies.get(lang, "") for draft in (before, wanted, other))
        bodies[lang], more = merged_bodies(*texts, (BODIES, lang), yielding)
        clashes += more
    draft = Draft(facts, words, bodies)
    return Saving(with_draft(now, draft), draft, tuple(clashes), True)
