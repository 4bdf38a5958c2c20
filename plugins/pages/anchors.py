"""The places on pages that a text may point to, by the address of the page."""

from collections.abc import Iterable, Mapping

from plugins.model.site import Site
from plugins.model.text import Text
from plugins.model.urls import (
    campaign_url,
    dispute_url,
    event_url,
    explainer_url,
    page_url,
    post_url,
    report_url,
    section_url,
    survey_url,
)  # fmt: skip


def anchors_of(site: Site) -> Mapping[str, frozenset[str]]:
    """Return the ids of every page that has some which do not depend on its template."""
    found: dict[str, frozenset[str]] = {}
    for lang in site.langs:
        for url, texts in _pages(site, lang):
            found[url] = frozenset(anchor for text in texts if text.lang == lang for anchor in text.body.anchors)
        for slug, dispute in site.disputes.items():
            keys = frozenset(entry.key for entry in dispute.entries if entry.key)
            found[dispute_url(lang, slug)] |= keys
        found[section_url(lang, "glossary")] = frozenset(site.terms)
    return found


def _pages(site: Site, lang: str) -> Iterable[tuple[str, tuple[Text, ...]]]:
    for post in site.posts:
        yield post_url(lang, post), post.texts
    for event in site.events:
        yield event_url(lang, event), event.texts
    for kind, url in (
        ("disputes", dispute_url), ("campaigns", campaign_url), ("surveys", survey_url), ("reports", report_url),
        ("explainers", explainer_url), ("pages", page_url),
    ):  # fmt: skip
        for slug, item in getattr(site, kind).items():
            yield url(lang, slug), item.texts
