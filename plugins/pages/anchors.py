"""The places on a page that a text may point to, by the address of the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.model.site import Site
from plugins.model.text import Lang, Text

if TYPE_CHECKING:
    from plugins.model.event import Event

# Records whose page is `/{lang}/{kind}/{slug}/`.
KINDS = ("disputes", "campaigns", "surveys", "reports", "explainers")


def anchors_at(site: Site, url: str) -> frozenset[str] | None:
    """Return the ids on the page at a root-absolute address, or none where no text or record gives it any."""
    match url.split("/"):
        case ["", lang, *rest, ""] if lang in site.langs:
            return _anchors_of_page(site, lang, rest)
    return None


def _anchors_of_page(site: Site, lang: Lang, rest: list[str]) -> frozenset[str] | None:
    match rest:
        case ["glossary"]:
            return frozenset(site.terms)
        case ["news", year, slug] if year.isdecimal():
            post = site.posts.at(int(year), slug)
            return _anchors_of_texts(site, post.texts, lang) if post else None
        case ["events", year, slug]:
            event = _event_at(site, year, slug)
            return _anchors_of_texts(site, event.texts, lang) if event else None
        case ["disputes", slug] if slug in site.disputes:
            dispute = site.disputes[slug]
            keys = frozenset(entry.key for entry in dispute.entries if entry.key)
            return keys | _anchors_of_texts(site, dispute.texts, lang)
        case ["reports", slug] if slug in site.reports:
            report = site.reports[slug]
            return frozenset(table.id for table in report.tables) | _anchors_of_texts(site, report.texts, lang)
        case [kind, slug] if kind in KINDS and slug in getattr(site, kind):
            return _anchors_of_texts(site, getattr(site, kind)[slug].texts, lang)
        case [slug] if slug in site.pages:
            return _anchors_of_texts(site, site.pages[slug].texts, lang)
    return None


def _event_at(site: Site, year: str, slug: str) -> Event | None:
    """Return the event with an address; its year is that of its start, and its folder ends in its slug."""
    events = (site.events[folder] for folder in site.events if folder.endswith(slug))
    return next((e for e in events if e.slug == slug and str(e.year) == year), None)


def _anchors_of_texts(site: Site, texts: Iterable[Text], lang: Lang) -> frozenset[str]:
    return frozenset(anchor for text in texts if text.lang == lang for anchor in site.body(text).anchors)
