"""The list of explainers, and the jobs of their pages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.i18n import Catalogue
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.site import Site
from plugins.model.text import Lang, Said
from plugins.model.urls import output_path, section_url
from plugins.pages.explainer_page import ExplainerRow, explainer_row, explainer_shown, explainer_view
from plugins.pages.frames import head_of
from plugins.pages.headings import section_pair


@dataclass(frozen=True, slots=True)
class ExplainersShown:
    """What the list of explainers shows."""

    url: str
    title: Said
    other: Said | None
    rows: tuple[ExplainerRow, ...]


@dataclass(frozen=True, slots=True)
class ExplainersView:
    """The list of explainers."""

    head: Head
    explainers: ExplainersShown


def explainer_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give the list and one page for each explainer, in every language."""
    posts = {post.folder: post for post in site.posts}
    for lang in site.langs if site.explainers else ():
        shown = explainers_shown(site, lang, words)
        yield Job(output_path(shown.url), explainers_view, (frames[lang], shown), "pages/explainers.html", lang)
        for item in site.explainers.values():
            one = explainer_shown(site, item, lang, words[lang], posts)
            inputs = (frames[lang], one)
            yield Job(output_path(one.url), explainer_view, inputs, "pages/explainer.html", lang, item.path)


def explainers_view(frame: Frame, shown: ExplainersShown) -> ExplainersView:
    """Return the view of the list."""
    return ExplainersView(head_of(frame, shown.url, shown.title.text, section="explainers"), shown)


def explainers_shown(site: Site, lang: Lang, words: Mapping[Lang, Catalogue]) -> ExplainersShown:
    """Return the list in `lang`, in the order of the folders."""
    title, other = section_pair(site, "explainers", lang, words)
    rows = tuple(explainer_row(site, item, lang) for item in site.explainers.values())
    return ExplainersShown(section_url(lang, "explainers"), title, other, rows)
