"""Running text for one page: computed figures filled in, pictures with their sizes."""

import re
from collections.abc import Mapping
from datetime import date

from plugins.i18n import Catalogue, format_date, format_number
from plugins.model.dates import parse_partial_date
from plugins.model.dispute import Figures, figures_of
from plugins.model.kinds import DisputeStage
from plugins.model.shown import figure_token
from plugins.model.site import Site
from plugins.model.text import Lang

FIGURE = re.compile(r'<data class="figure" value="([a-z-]+):([a-z0-9-]*)"></data>')
NOTHING: Mapping[str, str] = {}
PICTURE = re.compile(r'<img ([^>]*?)src="(/media/[^"]+)"')


def body_html(
    site: Site, html: str, lang: Lang, day: date, dispute: str, words: Catalogue, shown: Mapping[str, str] = NOTHING
) -> str:
    """Return a text with every figure as it stood on `day`, and every picture with its address and size.

    Shape: `dispute` is the slug of the text's own dispute; a figure may name another one. `shown` holds the figures
    that a post has fixed, as in ShownFigures.
    """
    if "<data" in html:

        def fill(found: re.Match[str]) -> str:
            name, slug = found[1], found[2] or dispute
            token = shown.get(f"{name}:{slug}")
            if token is None and slug in site.disputes:
                token = figure_token(name, figures_of(site.disputes[slug], day))
            value = format_token(name, token, lang, words) if token is not None else ""
            return f'<data class="figure" value="{token or ""}">{value}</data>'

        html = FIGURE.sub(fill, html)
    if "<img" in html:
        html = PICTURE.sub(lambda found: _picture(site, found[1], found[2]), html)
    return html


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
