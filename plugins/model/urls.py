"""Every address of the site, root-absolute; folders end in a slash."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plugins.model.event import Event
    from plugins.model.kinds import PostKind
    from plugins.model.post import Post
    from plugins.model.text import Lang

ROOT = "/"
NOT_FOUND = "/404.html"
SITEMAP = "/sitemap.xml"
FEED_NAMES = {"atom": "feed.xml", "rss": "rss.xml", "json": "feed.json"}
SHORT = "/x/"  # before the short addresses that are printed; of all languages
FEED_STYLE = "/theme/feed.css"  # with which browsers show a feed
# First words of an address below a language; a page may not take one of them.
RESERVED = frozenset(
    ("news", "disputes", "campaigns", "events", "surveys", "reports", "explainers", "organisations", "glossary",
     "find-your-union", "feeds", "search", "tags", "withdrawn", "corrections")
)  # fmt: skip


def output_path(url: str) -> str:
    """Return the file below the output folder that answers at `url`."""
    return url.lstrip("/") + ("index.html" if url.endswith("/") else "")


def home_url(lang: Lang) -> str:
    return f"/{lang}/"


def section_url(lang: Lang, section: str) -> str:
    """Return the address of a list: "news", "disputes", "campaigns", "events", "explainers", "organisations"…"""
    return f"/{lang}/{section}/"


def news_url(lang: Lang) -> str:
    return f"/{lang}/news/"


def post_url(lang: Lang, post: Post) -> str:
    return post_url_at(lang, str(post.published.year), post.slug)


def post_url_at(lang: Lang, year: str, slug: str) -> str:
    return f"/{lang}/news/{year}/{slug}/"


def kind_url(lang: Lang, kind: PostKind) -> str:
    return f"/{lang}/news/{kind.slug}/"


def year_url(lang: Lang, year: int) -> str:
    return f"/{lang}/news/{year}/"


def tag_url(lang: Lang, tag: str) -> str:
    return f"/{lang}/tags/{tag}/"


def dispute_url(lang: Lang, slug: str) -> str:
    return f"/{lang}/disputes/{slug}/"


def campaign_url(lang: Lang, slug: str) -> str:
    return f"/{lang}/campaigns/{slug}/"


def partner_page_url(lang: Lang, slug: str) -> str:
    """Return the address of the page on which partner sites find what to show of a campaign."""
    return f"{campaign_url(lang, slug)}partner/"


def partner_data_url(lang: Lang, slug: str) -> str:
    """Return the address of a campaign's data for programs of partner sites."""
    return f"{campaign_url(lang, slug)}partner.json"


def letter_url(lang: Lang, slug: str) -> str:
    """Return the address of the letters to those to whom the demands of a campaign go."""
    return f"{campaign_url(lang, slug)}letter/"


def paged_url(url: str, number: int) -> str:
    """Return the address of one page of a list; the first has no number."""
    return url if number == 1 else f"{url}page/{number}/"


def story_news_url(owner: str) -> str:
    """Return the address of the list of all posts of a campaign, dispute or organisation; `owner` is its address."""
    return f"{owner}news/"


def press_url(owner: str) -> str:
    """Return the address of the press kit's page of a campaign or dispute; `owner` is its address."""
    return f"{owner}press/"


def press_kit_url(section: str, slug: str) -> str:
    """Return the address of the press kit's file; every language is in it, so it has none."""
    return f"/press/{section}/{slug}-press-kit.zip"


def event_url(lang: Lang, event: Event) -> str:
    return f"/{lang}/events/{event.year}/{event.slug}/"


def event_year_url(lang: Lang, year: int) -> str:
    return f"/{lang}/events/{year}/"


def event_calendar_url(lang: Lang, event: Event) -> str:
    return f"{event_url(lang, event)}event.ics"


def calendar_url(lang: Lang) -> str:
    return f"/{lang}/events.ics"


def report_url(lang: Lang, slug: str) -> str:
    return f"/{lang}/reports/{slug}/"


def result_url(slug: str, key: str) -> str:
    """Return the address of the table of a report's result, one for all languages."""
    return f"/media/reports/{slug}/results/{key}.csv"


def survey_url(lang: Lang, slug: str) -> str:
    return f"/{lang}/surveys/{slug}/"


def explainer_url(lang: Lang, slug: str) -> str:
    return f"/{lang}/explainers/{slug}/"


def organisation_url(lang: Lang, key: str) -> str:
    return f"/{lang}/organisations/{key}/"


def page_url(lang: Lang, slug: str) -> str:
    return f"/{lang}/{slug}/"


def record_url(lang: Lang, section: str, key: str) -> str:
    """Return the address of the record of a table: "disputes", "organisations"…, or "pages"; not of an event."""
    return page_url(lang, key) if section == "pages" else f"{section_url(lang, section)}{key}/"


def easy_url(url: str) -> str:
    """Return the address of a page's text in やさしい日本語, below that of the page."""
    return f"{url}easy/"


def short_url(short: str) -> str:
    """Return the printable address of an item: a page in every language that leads to it."""
    return f"{SHORT}{short}/"


def leaflet_url(url: str) -> str:
    """Return the address of an item's page to print, below that of its page."""
    return f"{url}leaflet/"


def feed_url(owner: str, form: str) -> str:
    """Return the address of the feed of a list: `owner` is the list's address, `form` one of `FEED_NAMES`."""
    return f"{owner}{FEED_NAMES[form]}"


def opml_url(lang: Lang) -> str:
    """Return the address of the list of all feeds of a language, as feed readers take it in."""
    return f"/{lang}/feeds.opml"


def main_feed_owner(lang: Lang) -> str:
    return home_url(lang)


def card_url(owner: str) -> str:
    """Return the address of the share card of a page, whose address is `owner`."""
    return f"{owner}card.png"
