"""Items to the site: what is public, looked up by its key."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from plugins.model.origins import Origins
from plugins.model.record import Action, Distribution, Fact
from plugins.model.shown import Changed, ShownFigures, shown_figures
from plugins.model.site import Site, SiteFacts
from plugins.model.text import Lang
from plugins.problems import Problem, problem
from plugins.reading.items import Item, page_of, record_of
from plugins.reading.languages import foreign_languages
from plugins.reading.posts import post_of
from plugins.reading.sources import TABLES, SourceItem
from plugins.reading.tables import TABLE_SHAPES, table_of
from plugins.reading.unused import unused_actions


@dataclass(frozen=True, slots=True)
class Assembled:
    """The site with what is needed to check it."""

    site: Site
    origins: Origins
    problems: tuple[Problem, ...]
    hidden: tuple[str, ...]  # folders of posts that are not public, so that a link to one can be told apart
    unread: frozenset[str]  # names of what could not be read
    unfixed: frozenset[str]  # ids of posts that show figures which no ledger holds
    assets: tuple[str, ...]  # "news/2021-11-04-strike/picket.jpg": pictures and documents that texts may use


def item_of(source: SourceItem, langs: tuple[Lang, ...]) -> Item:
    """Read one item; depends on nothing but its files and the languages."""
    item = _read(source, langs)
    foreign = foreign_languages(item, langs)
    return replace(item, problems=(*item.problems, *sorted(foreign))) if foreign else item


def _read(source: SourceItem, langs: tuple[Lang, ...]) -> Item:
    if source.kind == "news":
        return post_of(source, langs)
    if source.kind == "pages":
        return page_of(source, langs)
    if source.kind != TABLES:
        return record_of(source, langs)
    if source.slug in TABLE_SHAPES:
        return table_of(source, TABLE_SHAPES[source.slug])
    known = ", ".join(f"{name}.yml" for name in TABLE_SHAPES)
    fault = problem("unknown-file", source.path, found=f"{source.slug}.yml", known=known)
    return Item(source.kind, source.slug, source.path, None, (), (fault,))


def site_facts(items: Iterable[Item]) -> SiteFacts | None:
    """Return what `content/data/site.yml` says, or none if it is missing or at fault."""
    return next((i.value for i in items if i.kind == TABLES and i.slug == "site"), None)


def build_site(items: list[Item], facts: SiteFacts, url: str, now: datetime) -> Assembled:
    """Put the items together as the site that is public at `now`.

    Problems: those of the items, ids and keys given twice, languages that the site does not have.
    """
    found = [p for item in items for p in item.problems]
    by_kind: Callable[[str], dict[str, Any]] = lambda kind: {  # noqa: E731
        i.slug: i.value for i in items if i.kind == kind and i.value is not None
    }
    tables = by_kind(TABLES)
    posts = [i.value for i in items if i.kind == "news" and i.value is not None]
    public = [post for post in posts if post.is_public(now)]
    hidden = {post.folder for post in posts} - {post.folder for post in public}
    events = [i.value for i in items if i.kind == "events" and i.value is not None]
    site = Site(
        facts=facts,
        url=url.rstrip("/"),
        now=now,
        posts=tuple(sorted(public, key=lambda p: (p.published, p.slug), reverse=True)),
        disputes=by_kind("disputes"),
        campaigns=by_kind("campaigns"),
        events=tuple(sorted(events, key=lambda e: (e.facts.start, e.slug))),
        surveys=by_kind("surveys"),
        reports=by_kind("reports"),
        explainers=by_kind("explainers"),
        pages=by_kind("pages"),
        organisations=tables.get("organisations") or {},
        contacts=tables.get("contacts") or {},
        sources=tables.get("sources") or {},
        terms=tables.get("terms") or {},
        tags=tables.get("tags") or {},
        families=tables.get("families") or {},
        notices=tables.get("notices") or (),
    )
    site = replace(site, **_shared_records(site, tables.get("actions") or ()))
    ledger = tables.get("figures") or {}
    shown, changed = shown_figures(site.posts, site.disputes, ledger)
    unfixed = frozenset(key for key, record in shown.items() if not _is_in(ledger, key, record))
    site = replace(site, shown=shown)
    origins = Origins({item.path: item.lines for item in items})
    assets = tuple(f"{i.path.partition('/')[2]}/{name}" for i in items for name in i.assets)
    found += [*_twice(items), *unused_actions(items, origins)]
    found += [_figure_changed(change) for change in changed]
    unread = frozenset(name for item in items for name in item.unread)
    return Assembled(site, origins, tuple(found), tuple(sorted(hidden)), unread, unfixed, assets)


def _shared_records(site: Site, actions: tuple[Action, ...]) -> dict[str, Any]:
    """Collect actions, facts and distributions from the records that own them; each is written once."""
    owners = [*site.campaigns.values(), *site.reports.values(), *site.explainers.values()]
    facts: dict[str, Fact] = {f.id: f for owner in owners for f in owner.facts.facts}
    shares: dict[str, Distribution] = {d.id: d for owner in owners for d in owner.facts.distributions}
    own = (a for campaign in site.campaigns.values() for a in campaign.facts.actions)
    return {
        "actions": {a.id: a for a in (*actions, *own)},
        "action_table": actions,
        "facts_by_id": facts,
        "distributions": shares,
    }


def _is_in(ledger: Mapping[str, ShownFigures], key: str, record: ShownFigures) -> bool:
    """Whether the ledger holds exactly what a post shows, after all of its corrections."""
    held = ledger.get(key)
    return held is not None and held.corrections == record.corrections and record.shown.items() <= held.shown.items()


def _figure_changed(change: Changed) -> Problem:
    lines = [f.line for text in change.post.texts for f in text.body.figures if f.name == change.name]
    path = next(t.path for t in change.post.texts if any(f.name == change.name for f in t.body.figures))
    return problem("figure-changed", path, lines[0], found=change.name, shown=change.shown, now=change.now)


def _twice(items: list[Item]) -> Iterable[Problem]:
    """Yield a problem for each id or address that two items claim."""
    ids: dict[str, str] = {}
    addresses: dict[tuple[str, str], str] = {}
    for item in items:
        if item.kind not in {"news", "events"} or item.value is None:
            continue
        origins = Origins({item.path: item.lines})
        if key := item.value.facts.id:
            if key in ids:
                yield problem("id-twice", *origins.of(item.path, "id"), found=key, other=ids[key])
            ids.setdefault(key, item.path)
        when = item.value.published if item.kind == "news" else item.value.facts.start
        address = (item.kind, f"{when.year}/{item.slug}")
        if address in addresses:
            yield problem("address-twice", *origins.of(item.path, "title"), found=f"{item.kind}/{address[1]}/",
                          other=addresses[address])  # fmt: skip
        addresses.setdefault(address, item.path)
