"""The list of explainers, and the jobs of their pages."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said
from plugins.model.urls import explainer_url, output_path, section_url
from plugins.pages.explainer_page import ExplainerRow, explainer_row, explainer_view
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair


class ExplainersShown(NamedTuple):
    """What the list of explainers shows."""

    url: str
    title: Said
    other: Said | None
    rows: tuple[ExplainerRow, ...]


class ExplainersView(NamedTuple):
    """The list of explainers."""

    head: Head
    explainers: ExplainersShown


def explainer_jobs(context: Context) -> Iterable[Job]:
    """Give the list and one page for each explainer, in every language."""
    site = context.site
    for lang in site.langs if site.explainers else ():
        yield Job(output_path(section_url(lang, "explainers")), explainers_view, (lang,), "pages/explainers.html", lang)
        for slug in site.explainers:
            path = output_path(explainer_url(lang, slug))
            yield Job(path, explainer_view, (lang, slug), "pages/explainer.html", lang)


def explainers_view(context: Context, lang: Lang) -> ExplainersView:
    """Return the view of the list."""
    shown = explainers_shown(context, lang)
    return ExplainersView(head_of(frame(context, lang), shown.url, shown.title.text, section="explainers"), shown)


def explainers_shown(context: Context, lang: Lang) -> ExplainersShown:
    """Return the list in `lang`, in the order of the folders."""
    title, other = section_pair(context.site, "explainers", lang, context.words)
    rows = tuple(explainer_row(context, slug, lang) for slug in context.site.explainers)
    return ExplainersShown(section_url(lang, "explainers"), title, other, rows)
