"""Records to the tables of a site, and the faults that show only when several of them are known."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from plugins.model.evidence import Places
from plugins.model.origins import Location
from plugins.model.posts import Listed
from plugins.problems import Problem, problem
from plugins.reading.items import Item
from plugins.reading.sources import TABLES

if TYPE_CHECKING:
    from plugins.model.record import Action, Distribution, Fact

KINDS = ("disputes", "campaigns", "surveys", "reports", "explainers", "pages")
KEYED = ("organisations", "contacts", "sources", "terms", "tags")
Tables = dict[str, Mapping[str, Any]]


def tables_of(records: Iterable[Item]) -> Tables:
    """Return every mapping of a `Site` that records give, by its name; `records` are all items but posts."""
    known = [item for item in records if item.value is not None]
    by_kind: Callable[[str], dict[str, Any]] = lambda kind: {i.slug: i.value for i in known if i.kind == kind}  # noqa: E731
    tables = by_kind(TABLES)
    found: Tables = {kind: by_kind(kind) for kind in KINDS} | {name: tables.get(name) or {} for name in KEYED}
    events = sorted((i.value for i in known if i.kind == "events"), key=lambda event: (event.facts.start, event.slug))
    actions = tables.get("actions") or ()
    owners = [item for kind in ("campaigns", "reports", "explainers", "pages") for item in found[kind].values()]
    facts: dict[str, Fact] = {f.id: f for owner in owners for f in owner.facts.facts}
    shared = (d for owner in owners for d in getattr(owner.facts, "distributions", ()))
    shares: dict[str, Distribution] = {d.id: d for d in shared}
    own = (a for campaign in found["campaigns"].values() for a in campaign.facts.actions)
    return found | {
        "events": {event.folder: event for event in events},
        "notices": _numbered(tables.get("notices") or ()),
        "actions": {action.id: action for action in (*actions, *own)},
        "action_table": _numbered(actions),
        "facts_by_id": facts,
        "distributions": shares,
        "shown": tables.get("figures") or {},
        "revisions": tables.get("revisions") or {},
        "redirects": tables.get("redirects") or {},
        "old_site": tables.get("old_site") or {},
        "media": {item.path: item.shown for item in known if item.media},
    }


def _numbered(records: tuple[Any, ...]) -> dict[str, Any]:
    return {str(number): record for number, record in enumerate(records)}


def check_twice(rows: Mapping[str, Listed], events: Mapping[str, Any], places: Places) -> Iterable[Problem]:
    """Yield a problem for each id or address that two items claim; drafts claim theirs too.

    Shape: `rows` by the path of each post's folder.
    """
    ids: dict[str, str] = {}
    addresses: dict[tuple[str, str], str] = {}
    claims = [("news", path, row.id, f"{row.year}/{row.slug}") for path, row in rows.items()]
    claims += [("events", e.path, e.facts.id, f"{e.year}/{e.slug}") for e in events.values()]
    for kind, path, key, address in sorted(claims, key=lambda claim: (claim[0] != "events", claim[1])):
        if key in ids:
            yield problem("id-twice", *places.of(path, "id"), found=key, other=ids[key])
        if key:
            ids.setdefault(key, path)
        if (kind, address) in addresses:
            yield problem("address-twice", *places.of(path, "title"), found=f"{kind}/{address}/",
                          other=addresses[kind, address])  # fmt: skip
        addresses.setdefault((kind, address), path)


def check_short_twice(claims: Iterable[tuple[str, str]], places: Places) -> Iterable[Problem]:
    """Yield a problem for each short address that two items claim; drafts claim theirs too.

    Shape: `claims` are (path of the item, its `short`).
    """
    first: dict[str, str] = {}
    for path, short in sorted(claims):
        if short and first.setdefault(short, path) != path:
            yield problem("short-twice", *places.of(path, "short"), found=short, other=first[short])


def check_unused_actions(records: Iterable[Item], named: Iterable[str], places: Places) -> Iterable[Problem]:
    """Yield a warning for each action that no record and no post names; a post that is not public yet names it too.

    Shape: `named` are the actions of posts. Nothing where a record could not be read, since that one may name it.
    """
    records = tuple(records)
    if any(item.value is None for item in records):
        return
    used = {name for item in records for name in _named(item)}.union(named)
    for item in records:
        for number, action in enumerate(_actions(item)):
            if action.id not in used:
                place: Location = ("actions", number, "id")
                yield problem("unused-action", *places.of(item.path, *place), found=action.id)


def _actions(item: Item) -> "tuple[Action, ...]":
    if item.kind == "campaigns":
        return tuple(item.value.facts.actions)
    return tuple(item.value) if (item.kind, item.slug) == (TABLES, "actions") else ()


def _named(item: Item) -> Iterable[str]:
    facts = getattr(item.value, "facts", None)
    yield getattr(facts, "action", "")
    if item.kind == "pages":
        yield from getattr(facts, "actions", ())
    yield from (wave.action for wave in getattr(facts, "waves", ()))
