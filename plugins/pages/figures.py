"""Computed figures in the words of a language."""

from datetime import date

from plugins.i18n import Catalogue, format_date, format_number
from plugins.model.context import Context
from plugins.model.dates import parse_partial_date
from plugins.model.dispute import Figures, figures_of
from plugins.model.kinds import DisputeStage
from plugins.model.post import Post
from plugins.model.shown import figure_token
from plugins.model.text import Lang


def figure_html(context: Context, name: str, slug: str, lang: Lang, post: Post | None) -> str:
    """Return a figure of a dispute as a text shows it: in a post as of its own day, elsewhere as of today."""
    if post:
        return _data(name, _token_of_post(context, post, name, slug), lang, context.words[lang])
    return _as_of_today(context, name, slug, lang)


def _token_of_post(context: Context, post: Post, name: str, slug: str) -> str:
    """Return a figure as the ledger has it; a new post and a newly corrected one have it computed, as of their day."""
    record = context.site.shown.get(post.facts.id)
    if record and len(post.facts.corrections) <= record.corrections and f"{name}:{slug}" in record.shown:
        return record.shown[f"{name}:{slug}"]
    return context.shared(_token, name, slug, post.published.date().isoformat())


def _as_of_today(context: Context, name: str, slug: str, lang: Lang) -> str:
    words, today = context.words[lang], context.site.today
    told = _data(name, context.shared(_token, name, slug, today.isoformat()), lang, words)
    as_of = words.gettext("as of %(date)s") % {"date": format_date(today, lang)}
    return words.gettext("%(figure)s (%(as_of)s)") % {"figure": told, "as_of": as_of}


def _token(context: Context, name: str, slug: str, day: str) -> str:
    dispute = context.site.disputes.get(slug)
    return figure_token(name, figures_of(dispute, date.fromisoformat(day))) if dispute else ""  # missing: reported


def _data(name: str, token: str, lang: Lang, words: Catalogue) -> str:
    told = format_token(name, token, lang, words) if token or name == "days-since-demand" else ""
    return f'<data class="figure" value="{token}">{told}</data>'


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
