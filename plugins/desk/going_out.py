"""What came of publishing, as a writer needs it: what goes out, what was refused and why, what to press next."""

from collections.abc import Mapping
from typing import NamedTuple

from plugins.desk.words import WORDS, said
from plugins.desk.workplace import Fault, Publication

FEW = 12  # addresses that are shown unasked
KINDS = ("added", "changed", "removed")
# Why a site was refused that a writer can decide about, and then goes out in the place of what is online.
DECIDED_HERE = ("moved", "held-by-rollback")


class Outcome(NamedTuple):
    """What the page shows.

    Shape: `pages` are addresses on the site by what becomes of them; `over` is the commit online that may be replaced.
    """

    state: str  # "plan", "same", "done", "refused"
    texts: tuple[str, ...] = ()
    pages: tuple[tuple[str, tuple[str, ...]], ...] = ()
    faults: tuple[Fault, ...] = ()
    site: str = ""  # the address of the site for its readers
    reason: str = ""
    over: str = ""
    is_with_others: bool = False  # it goes on at the page of the other desks


def outcome_of(done: Publication, lang: str) -> Outcome:
    """Return what came of a publication, or of the question what one would change."""
    events = dict(done.events)
    pages = tuple((kind, found) for kind in KINDS
                  if (found := tuple(values["address"] for key, values in done.events if key == kind)))  # fmt: skip
    doubts = tuple(values["said"] for key, values in done.events if key == "doubt")
    notes = (*doubts, *([said("out-doubt", lang)] if doubts else []))
    if "done" in events:
        is_unsent = "unsent" in events or "uncommitted" in events
        counts = events.get("counts")
        texts = ([said("out-counts", lang, **counts)] if counts else []) + [said("out-unsent", lang)] * is_unsent
        return Outcome("done", tuple(texts), site=events["site"]["url"], faults=_hints(done), is_with_others=is_unsent)
    if "same" in events:
        return Outcome("same", site=events["site"]["url"], faults=_hints(done))
    if "dry" in events:
        return Outcome("plan", (said("out-counts", lang, **events["counts"]), *notes), pages, _hints(done))
    return _refused(done, notes, lang)


def _hints(done: Publication) -> tuple[Fault, ...]:
    return tuple(fault for fault in done.faults if fault.severity != "error")


def _refused(done: Publication, notes: tuple[str, ...], lang: str) -> Outcome:
    events = dict(done.events)
    errors = tuple(fault for fault in done.faults if fault.severity == "error")
    if "here-alone" in events:
        return Outcome("refused", (said("why-here-alone", lang),), is_with_others=True)
    if "refused" not in events:
        return Outcome("refused", (said("why-faults" if errors else "why-unknown", lang),), faults=errors)
    values = events["refused"]
    reason = values["reason"]
    texts = _why(reason, values, lang)
    over = values["commit"] if reason in DECIDED_HERE else ""
    return Outcome(
        "refused", (*notes, texts), faults=errors, reason=reason, over=over, is_with_others=reason == "moved"
    )


def _why(reason: str, values: Mapping[str, str], lang: str) -> str:
    """Return the words of the desk for a reason, else those of the command."""
    name = f"why-{reason}"
    return said(name, lang, **values) if name in WORDS else values["said"]
