"""Running text for one page: computed figures filled in, pictures with their sizes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from plugins.i18n import Catalogue, format_date, format_number
from plugins.model.dates import parse_partial_date
from plugins.model.dispute import Figures, figures_of
from plugins.model.kinds import DisputeStage
from plugins.model.post import Post
from plugins.model.shown import figure_token
from plugins.model.site import Site
from plugins.model.text import Lang

FIGURE = re.compile(r'<data class="figure" value="([a-z-]+):([a-z0-9-]*)"></data>')
PICTURE = re.compile(r'<img ([^>]*?)src="(/media/[^"]+)"')


def with_figures(site: Site, words: Mapping[Lang, Catalogue]) -> Site:
    """Return the site with every computed figure filled in, in the language of the text that shows it.

    A post shows its figures as it has fixed them, as of its own day; every other text shows those of today and says so.
    """
    posts = tuple(_filled(post, partial(_of_post, site, post, words)) for post in site.posts)
    events = tuple(_filled(event, partial(_of_today, site, event.facts.dispute, words)) for event in site.events)
    disputes = {
        slug: _filled(dispute, partial(_of_today, site, slug, words)) for slug, dispute in site.disputes.items()
    }
    today = partial(_of_today, site, "", words)
    others = {
        kind: {slug: _filled(item, today) for slug, item in getattr(site, kind).items()}
        for kind in ("campaigns", "surveys", "reports", "explainers", "pages")
    }
    return replace(site, posts=posts, events=events, disputes=disputes, **others)


def _filled(item: Any, fill: Callable[[Lang, re.Match[str]], str]) -> Any:
    """Return an item with the figures of its texts filled in; itself if it shows none."""
    if not any(text.body.figures for text in item.texts):
        return item
    return replace(item, texts=tuple(
        replace(text, body=replace(text.body, html=FIGURE.sub(partial(fill, text.lang), text.body.html)))
        for text in item.texts
    ))  # fmt: skip


def _of_post(site: Site, post: Post, words: Mapping[Lang, Catalogue], lang: Lang, found: re.Match[str]) -> str:
    name, slug = found[1], found[2] or post.facts.dispute
    record = site.shown.get(post.facts.id)
    token = record.shown.get(f"{name}:{slug}") if record else None
    if token is None:
        token = _token(site, name, slug, post.published.date())
    return _data(name, token, lang, words[lang])


def _of_today(site: Site, own: str, words: Mapping[Lang, Catalogue], lang: Lang, found: re.Match[str]) -> str:
    name, slug = found[1], found[2] or own
    told = _data(name, _token(site, name, slug, site.today), lang, words[lang])
    as_of = words[lang].gettext("as of %(date)s") % {"date": format_date(site.today, lang)}
    return words[lang].gettext("%(figure)s (%(as_of)s)") % {"figure": told, "as_of": as_of}


def _token(site: Site, name: str, slug: str, day: date) -> str:
    dispute = site.disputes.get(slug)
    return figure_token(name, figures_of(dispute, day)) if dispute else ""  # a missing one was reported


def _data(name: str, token: str, lang: Lang, words: Catalogue) -> str:
    told = format_token(name, token, lang, words) if token or name == "days-since-demand" else ""
    return f'<data class="figure" value="{token}">{told}</data>'


def with_pictures(site: Site, html: str) -> str:
    """Return a text with the address and size of every picture as it is published."""
    if "<img" not in html:
        return html
    return PICTURE.sub(lambda found: _picture(site, found[1], found[2]), html)


def format_token(name: str, token: str, lang: Lang, words: Catalogue) -> str:
    """Return a computed figure in words; a date known to the month gives "since November 2019", not days."""
    if name == "stage":
        return stage_words(DisputeStage(token), words)
    if name != "days-since-demand":
        return format_number(int(token), lang)
    if not token:
        return words.gettext("no demand yet")
    if not token.startswith("P"):
        return words.gettext("since %(date)s") % {"date": format_date(parse_partial_date(token), lang)}
    days = int(token[1:-1])
    return words.ngettext("%(num)s day", "%(num)s days", days) % {"num": format_number(days, lang)}


def format_figure(name: str, figures: Figures, lang: Lang, words: Catalogue) -> str:
    """Return a figure of today in words, as a text would show it."""
    return format_token(name, figure_token(name, figures), lang, words)


def stage_words(stage: DisputeStage, words: Catalogue) -> str:
    """Return the words for where a dispute stands."""
    return {
        DisputeStage.BARGAINING: words.pgettext("dispute stage", "In bargaining"),
        DisputeStage.DISPUTE: words.pgettext("dispute stage", "In dispute"),
        DisputeStage.STRIKE: words.pgettext("dispute stage", "On strike"),
        DisputeStage.COMMISSION: words.pgettext("dispute stage", "Before the labour commission"),
        DisputeStage.COURT: words.pgettext("dispute stage", "In court"),
        DisputeStage.SETTLED: words.pgettext("dispute stage", "Settled"),
        DisputeStage.PAUSED: words.pgettext("dispute stage", "Paused"),
    }[stage]


def _picture(site: Site, before: str, address: str) -> str:
    picture = site.pictures.get(address)
    if picture is None:  # already reported
        return f'<img {before}src="{address}"'
    return f'<img {before}src="/{picture.path}" width="{picture.width}" height="{picture.height}"'
