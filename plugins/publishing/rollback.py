"""The way back: an earlier publication on top of the newest one, so that nothing of the history is lost."""

import re
import shutil
import tempfile
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

from plugins.publishing.guard import moment, pages_in
from plugins.publishing.publish import Desk, Order, Target, agree, put_online, show_changes
from plugins.publishing.refusal import Refusal
from plugins.publishing.store import Publication
from plugins.publishing.words import line

LISTED = 20


def show_publications(desk: Desk, target: Target) -> None:
    """Say what has been published, the newest first; a number stays that of its publication."""
    numbered = _numbered(target)
    if not numbered:
        return desk.say("none")
    for number, one in numbered[:LISTED]:
        pages = len(pages_in(target.store.paths(one.commit)))
        said = line("set-back-to", desk.lang, commit=one.back_to[:12]) if one.back_to else one.source[:12]
        desk.say("publication", number=number, when=moment(one.when), pages=pages, source=said)
    earlier = len(numbered) - LISTED
    desk.say("earlier", count=earlier) if earlier > 0 else desk.say("how")


def set_back(desk: Desk, order: Order, target: Target, which: str, gate: Callable[[Path, list[str]], bool]) -> None:
    """Put the state of an earlier publication online again, once `gate` has passed its files.

    Shape: `gate` is given the folder with all of them, and the paths of those that are not online as they are there.
    Raises: Refusal; the branch online is then as it was.
    """
    wanted = _wanted(target, which)
    new = target.store.repeat(wanted.commit, target.head, _message(desk, wanted))  # nobody sees it yet
    if target.store.is_same(new, target.head):
        return desk.say("same")
    changes = target.store.changes(target.head, new)
    with tempfile.TemporaryDirectory(dir=desk.state, prefix="earlier-") as folder:
        _write_out(target, new, Path(folder))
        if not gate(Path(folder), [*changes.added, *changes.changed]):
            raise Refusal("stopped-by-gate")
    show_changes(desk, changes, in_full=order.dry_run)
    if back := pages_in(changes.added):
        desk.say("comes-back", count=len(back))
        for address in () if order.dry_run else back:
            desk.say("added", address=address)
    desk.say("as-then")
    if order.dry_run:
        return desk.say("dry")
    agree(desk, order, True)  # nobody but a person knows what was mended since
    put_online(desk, target, new, is_held=True)
    desk.say("set-back", commit=new[:12])


def _numbered(target: Target) -> list[tuple[int, Publication]]:
    """Return every publication of ours with its number, counted from the first one; the newest first."""
    ours = [one for one in target.history if one.is_ours]
    return list(zip(range(len(ours), 0, -1), ours, strict=True))


def _wanted(target: Target, which: str) -> Publication:
    """Return the publication of a number, or of the first 7 or more letters of its commit. Raises: Refusal."""
    numbered = _numbered(target)
    by_number = [one for number, one in numbered if str(number) == which]
    is_commit = re.fullmatch(r"[0-9a-f]{7,64}", which)
    by_commit = [one for _, one in numbered if is_commit and one.commit.startswith(which)]
    if not (found := by_number or by_commit):
        raise Refusal("unknown-publication", which=which)
    return found[0]


def _write_out(target: Target, commit: str, folder: Path) -> None:
    """Write the files of a state into an empty folder; their names have been looked at."""
    for path, data in target.store.files(commit):
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def _message(desk: Desk, wanted: Publication) -> str:
    made = f"{desk.moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
    return f"Site set back on {made}\n\nBack-to: {wanted.back_to or wanted.commit}\n"


def clear_leftovers(state: Path) -> None:
    """Remove what a killed command left; whoever comes here is alone."""
    for place in state.glob("earlier-*"):
        shutil.rmtree(place, ignore_errors=True)
