"""Moments at which the site becomes another one though nobody edits it."""

import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from typing import Any

from plugins.build.library import Library
from plugins.model.consent import last_days


def moments_in(library: Library) -> list[float]:
    """Return the moments for which events and actions wait, in order.

    Units: seconds since 1970.
    """
    actions = library.table("actions").values()
    found = {moment.timestamp() for moment in _moments([*library.table("events").values(), *actions])}
    return sorted(found | {action.deadline.timestamp() for action in actions if action.closes})


def endings_in(library: Library, contacts_file: str) -> dict[str, tuple[int, ...]]:
    """Return the last days of the consents in records, of contacts and photographs, by the path of the record.

    Units: ordinals of days.
    """
    contacts = last_days(contact.consent for contact in library.table("contacts").values())
    media = {path: tuple(day for _, day in shown.until) for path, shown in library.table("media").items()}
    return {path: days for path, days in {**media, contacts_file: contacts}.items() if days}


def version_at(moments: Sequence[float], moment: datetime) -> bytes:
    """Return what changes when one of some moments, in order, has come."""
    now = moment.timestamp()
    left, right = bisect.bisect_left(moments, now), bisect.bisect_right(moments, now)
    # The moments themselves: their numbers are the same where one is deleted and another has come.
    return repr((moments[max(left - 1, 0) : left], left < right, moments[right : right + 1])).encode()


def next_of(moments: Iterable[float], now: datetime) -> float:
    """Return the first of some moments that is not over, the next midnight at the latest."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return min(moment for moment in (midnight.timestamp(), *moments) if moment >= now.timestamp())


def _moments(values: Iterable[Any]) -> Iterator[datetime]:
    """Yield every moment that stands anywhere in some records."""
    for value in values:
        if isinstance(value, datetime):
            yield value
        elif is_dataclass(value):
            yield from _moments(getattr(value, field.name) for field in fields(value))
        elif isinstance(value, tuple):
            yield from _moments(value)
