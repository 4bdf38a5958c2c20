"""How often an event has become another one for those who have it in their calendars."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from plugins.model.kinds import EventStatus

if TYPE_CHECKING:
    from plugins.model.event import Event, EventFacts

REVISIONS = "revisions"  # the ledger's name below `content/data/`
# What sends people elsewhere, or at another time. Source: RFC 5546 section 2.1.4 (when SEQUENCE rises).
TOLD = (
    "start", "end", "all_day", "month_only", "status", "attendance", "venue", "address", "prefecture",
    "nearest_station", "directions", "meeting_point", "online_url", "places",
)  # fmt: skip
CHANGED = frozenset((EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.MOVED_ONLINE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """How an event was last told; `content/data/revisions.yml`, by the event's id, written by the build."""

    sequence: int
    mark: str  # of what was told: another one with each change of it


def revision_of(event: Event, held: Revision | None) -> Revision:
    """Return how an event is told now; `held` is what the ledger has of it.

    The sequence never falls: what the record says is the least that it is.
    """
    facts, mark = event.facts, mark_of(event.facts)
    if held is None:  # it may have been told as it was, before there was a ledger
        return Revision(sequence=max(facts.sequence, int(facts.status in CHANGED)), mark=mark)
    return Revision(sequence=max(facts.sequence, held.sequence + (held.mark != mark)), mark=mark)


def mark_of(facts: EventFacts) -> str:
    """Return what tells one state of an event from another; what is not written counts for nothing."""
    written = repr([(name, value) for name in TOLD for value in _plain(getattr(facts, name))])
    return hashlib.blake2b(written.encode("utf-8", "surrogatepass"), digest_size=5).hexdigest()


def _plain(value: Any) -> Iterator[Any]:
    """Yield a value in a form that stays the same when its class gets another field."""
    if not value:
        return
    if isinstance(value, datetime):
        yield value.isoformat()
    elif isinstance(value, tuple):
        yield tuple(part for one in value for part in _plain(one))
    elif hasattr(value, "__dataclass_fields__"):
        yield tuple((field.name, part) for field in fields(value) for part in _plain(getattr(value, field.name)))
    else:
        yield str(value)
