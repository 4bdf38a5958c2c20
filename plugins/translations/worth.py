"""How much a translation of an item is worth to readers today."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from plugins.model.campaign import Campaign
from plugins.model.dispute import Dispute
from plugins.model.event import Event
from plugins.model.kinds import ActionState, CampaignState
from plugins.model.record import Action
from plugins.model.survey import Survey

ASKS, GOES_ON, REST = range(3)
_NAMES = {"campaign": "campaigns", "event": "events", "survey": "surveys", "action": "actions"}


class Calls(NamedTuple):
    """What asks readers for something now, and what is not settled yet; each by its key."""

    campaigns: frozenset[str]
    events: frozenset[str]
    surveys: frozenset[str]
    actions: frozenset[str]
    disputes: frozenset[str]


NO_CALLS = Calls(*[frozenset()] * len(Calls._fields))


def calls_of(records: Iterable[Any], actions: Iterable[Action], now: datetime) -> Calls:
    """Return what is running at `now`; `records` are disputes, campaigns, events and surveys."""
    today = now.date()
    found: dict[str, set[str]] = {name: set() for name in Calls._fields}
    actions = [*actions]
    for record in records:
        if isinstance(record, Campaign):
            actions += record.facts.actions
            if record.state(today) is CampaignState.ACTIVE:
                found["campaigns"].add(record.slug)
        elif isinstance(record, Event) and not record.is_over(now) and not record.facts.status.is_off:
            found["events"].add(record.folder)
        elif isinstance(record, Survey):
            if any(w.opens.date <= today and (not w.closes or today <= w.closes.last) for w in record.facts.waves):
                found["surveys"].add(record.slug)
        elif isinstance(record, Dispute) and not (record.facts.closed and record.facts.closed.date <= today):
            found["disputes"].add(record.slug)
    found["actions"] = {a.id for a in actions if a.state(now) in (ActionState.OPEN, ActionState.CLOSING_SOON)}
    return Calls(**{name: frozenset(keys) for name, keys in found.items()})


def worth_of(kind: str, key: str, facts: Mapping[str, Any], calls: Calls) -> int:
    """Return 0 for what asks for something now or belongs to what does, 1 for what goes on, else 2.

    Shape: `kind` is its folder, "news"; `facts` are the plain fields of its header or record. An open dispute and what
    belongs to it go on, and so do fixed pages, to which every page leads.
    """
    named = [(kind, key), *((_NAMES[field], facts.get(field)) for field in _NAMES)]
    if any(isinstance(name, str) and name in getattr(calls, of, ()) for of, name in named):
        return ASKS
    is_open = (key if kind == "disputes" else facts.get("dispute")) in calls.disputes
    return GOES_ON if is_open or kind == "pages" else REST
