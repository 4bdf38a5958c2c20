"""Records as rows of lists, each row made once for all pages that show it."""

from collections.abc import Iterable

from plugins.model.context import Context
from plugins.model.text import Lang
from plugins.pages.rows import CampaignRow, DisputeRow, EventRow, campaign_row, dispute_row, event_row


def campaign_rows(context: Context, slugs: Iterable[str], lang: Lang) -> tuple[CampaignRow, ...]:
    """Return the campaigns that `slugs` name, in their order."""
    return tuple(context.shared(_campaign_row, slug, lang) for slug in slugs)


def _campaign_row(context: Context, slug: str, lang: Lang) -> CampaignRow:
    return campaign_row(context.site, context.site.campaigns[slug], lang)


def dispute_rows(context: Context, slugs: Iterable[str], lang: Lang) -> tuple[DisputeRow, ...]:
    """Return the disputes that `slugs` name, in their order."""
    return tuple(context.shared(_dispute_row, slug, lang) for slug in slugs)


def _dispute_row(context: Context, slug: str, lang: Lang) -> DisputeRow:
    return dispute_row(context.site, context.site.disputes[slug], lang)


def event_rows(context: Context, folders: Iterable[str], lang: Lang) -> tuple[EventRow, ...]:
    """Return the events that `folders` name, in their order."""
    return tuple(context.shared(_event_row, folder, lang) for folder in folders)


def _event_row(context: Context, folder: str, lang: Lang) -> EventRow:
    return event_row(context.site, context.site.events[folder], lang)
