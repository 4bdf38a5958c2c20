"""Addresses that were once public, and where old ones lead: the ledger and the redirects of `content/data/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from plugins.model.site import Site

LEDGER, REDIRECTS = "addresses", "redirects"  # their names below `content/data/`
WITHDRAWN = "withdrawn"  # what an address leads to whose item was withdrawn with a word about it
HASHES = "withdrawn/"  # begins the line of an item that was withdrawn without a trace
DATED = ("news", "events")
KINDS = ("disputes", "campaigns", "surveys", "reports", "explainers", "organisations", "tags")
PRINTED = "x/"  # begins the short address of an item, which stands on paper; its line has the item's own behind it
_SLUG = "[a-z0-9]+(?:-[a-z0-9]+)*"
# An address without its language: "news/2021/strike-at-hq", "disputes/kasai-2026", "about".
ITEM = re.compile(
    rf"(?:(?:{'|'.join(DATED)})/[0-9]{{4}}/{_SLUG}|(?:{'|'.join(KINDS)})/[\w-]+|{PRINTED}{_SLUG}|{_SLUG})", re.ASCII
)
PLACE = re.compile(r"[\w-]+(?:/[\w-]+)*", re.ASCII)  # of an item or of a list


class Recorded(NamedTuple):
    """One line of the ledger."""

    line: int
    id: str  # empty for an item without one; of a short address, the address of the item
    waits: str = ""  # "2026-12-01 10:00", Japan time: it was not public before


class Claim(NamedTuple):
    """An item with an address of its own.

    Shape: `state` is "public", "waiting" for its moment, "held" (a draft, or not any more), or the withdrawn post's
    status; `waits` is that moment, "2026-12-01 10:00".
    """

    address: str
    id: str
    path: str
    state: str
    waits: str = ""


Ledger = Mapping[str, Recorded]


def target_of(redirects: Mapping[str, str], address: str) -> str:
    """Return where an old address leads in the end; empty where it goes round in a circle."""
    seen = set()
    while address in redirects:
        if address in seen:
            return ""
        seen.add(address)
        address = redirects[address]
    return address


def earlier_folders(redirects: Mapping[str, str]) -> Callable[[str], list[str]]:
    """Return what gives the folders that an item had: "news/2026-11-02-walkout" -> ["news/2026-11-02-strike"]."""
    olds: dict[str, list[str]] = {}
    for old in redirects:
        olds.setdefault(target_of(redirects, old), []).append(old)

    def earlier(folder: str) -> list[str]:
        kind, _, key = folder.partition("/")
        day = key[: len("2026-11-02-")] if kind in DATED else ""
        start = "" if kind == "pages" else f"{kind}/{day[:4]}/" if day else f"{kind}/"
        slugs = (old.removeprefix(start) for old in olds.get(f"{start}{key.removeprefix(day)}", ()) if start in old)
        return [f"{kind}/{day}{slug}" for slug in slugs if "/" not in slug]

    return earlier


def paths_at(address: str, langs: Iterable[str]) -> tuple[str, ...]:
    """Return the root-absolute addresses of an item's pages; a short one is of all languages."""
    return (f"/{address}/",) if address.startswith(PRINTED) else tuple(f"/{lang}/{address}/" for lang in langs)


def has_item(site: Site, address: str) -> bool:
    """Say whether something public has an address."""
    return item_at(site, address) is not None


def item_at(site: Site, address: str) -> Any:
    """Return the public item with an address, or its text in やさしい日本語, or none."""
    if address.endswith("/easy") and (easy := getattr(item_at(site, address.removesuffix("/easy")), "easy", None)):
        return easy
    kind, _, rest = address.partition("/")
    if address.startswith(PRINTED):
        return next((item for item in with_short(site) if item.facts.short == rest), None)
    if not rest:
        return site.pages.get(kind)
    if kind == "news":
        year, _, slug = rest.partition("/")
        return site.posts.at(int(year), slug)
    if kind == "events":
        return next((e for e in site.events.values() if f"{e.year}/{e.slug}" == rest), None)
    return getattr(site, kind).get(rest) if kind in KINDS else None


def with_short(site: Site) -> Iterator[Any]:
    """Yield every public item with a short address: the only kinds of which anything is printed."""
    for key in site.posts.keys("short"):
        yield from site.posts.newest("short", key, stop=1)
    for table in (site.campaigns, site.events):
        yield from (item for item in table.values() if item.facts.short)
