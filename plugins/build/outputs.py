"""The whole site on one screen: the rooms that give jobs, in order."""

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from plugins.build.noted import BuildContext
from plugins.checks import SITE_CHECKS, check_post, check_records
from plugins.model.context import Context
from plugins.model.jobs import Job
from plugins.model.shown import Changed, changed_figures, shown_figures
from plugins.pages.calendar_jobs import calendar_jobs
from plugins.pages.campaigns import campaign_jobs
from plugins.pages.disputes import dispute_jobs
from plugins.pages.events import event_jobs
from plugins.pages.explainers import explainer_jobs
from plugins.pages.feed_jobs import feed_jobs
from plugins.pages.feeds_page import feeds_page_jobs
from plugins.pages.fixed import fixed_jobs
from plugins.pages.glossary import glossary_jobs
from plugins.pages.home import home_jobs
from plugins.pages.news import news_jobs
from plugins.pages.not_found import not_found_jobs
from plugins.pages.organisations import organisation_jobs
from plugins.pages.posts import post_jobs
from plugins.pages.reports import report_jobs
from plugins.pages.sitemap_jobs import sitemap_jobs
from plugins.pages.surveys import survey_jobs
from plugins.pictures.encode import render_picture
from plugins.problems import Problem, problem

CHECK = "check:"  # what a job for problems has in the place of a path


def media_jobs(context: BuildContext) -> Iterable[Job]:
    """Give each picture that something public shows, made anew, and each document that is linked to, copied."""
    media = [*context.site.posts.lists.rows.values(), *context.tables["media"].values()]
    for address in sorted({address for row in media for address in row.pictures}):
        picture = context.site.pictures.get(address)
        if picture:
            yield Job(picture.path, made_picture, (address,), origin=picture.path)
    for address in sorted({address for row in media for address in row.documents}):
        if address in context.documents:
            yield Job(address.lstrip("/"), copied, (address,), origin=address)


def made_picture(context: Context, address: str) -> bytes:
    """Return a picture as it is published."""
    return render_picture(context.site.pictures[address].file)


def copied(context: BuildContext, address: str) -> bytes:
    """Return a document as it is."""
    return Path(context.documents[address].path).read_bytes()


def theme_jobs(context: BuildContext) -> Iterable[Job]:
    """Give the theme's own files, copied as they are: icons."""
    for name in context.theme_files:
        yield Job(f"theme/{name}", copied_from_theme, (name,), origin=name)


def copied_from_theme(context: BuildContext, name: str) -> bytes:
    """Return a file of the theme."""
    return Path(context.theme_files[name].path).read_bytes()


def check_jobs(context: BuildContext) -> Iterable[Job]:
    """Give one check for each post, and one for each thing that is checked over all records."""
    for folder, _, _ in context.site.posts.addresses():
        yield Job(f"{CHECK}post/{folder}", post_problems, (folder,))
    for number in range(len(SITE_CHECKS)):
        yield Job(f"{CHECK}records/{number}", record_problems, (number,))


def post_problems(context: BuildContext, folder: str) -> tuple[Problem, ...]:
    """Return what is wrong with a post."""
    site = context.site
    found = check_post(context.evidence, folder)
    post = site.posts.get(folder)
    if post is None or not any(text.figures for text in post.texts):
        return found
    shown = shown_figures(post, site.disputes, site.shown.get(post.facts.id))
    changed = changed_figures(post, site.disputes, shown) if shown else []
    return *found, *(_figure_changed(change) for change in changed)


def record_problems(context: BuildContext, number: int) -> tuple[Problem, ...]:
    """Return what one check finds in the records."""
    return check_records(context.evidence, number)


def _figure_changed(change: Changed) -> Problem:
    text = next(t for t in change.post.texts if any(f.name == change.name for f in t.figures))
    line = next(f.line for f in text.figures if f.name == change.name)
    return problem("figure-changed", text.path, line, found=change.name, shown=change.shown, now=change.now)


ROOMS: tuple[Callable[[BuildContext], Iterable[Job]], ...] = (
    home_jobs,
    news_jobs,
    post_jobs,
    dispute_jobs,
    campaign_jobs,
    survey_jobs,
    report_jobs,
    event_jobs,
    explainer_jobs,
    organisation_jobs,
    glossary_jobs,
    fixed_jobs,
    feeds_page_jobs,
    not_found_jobs,
    feed_jobs,
    calendar_jobs,
    sitemap_jobs,
    media_jobs,
    theme_jobs,
    check_jobs,
)


def file_mark(path: str) -> str:
    """Return what changes when a file's bytes do."""
    return hashlib.blake2b(Path(path).read_bytes(), digest_size=8).hexdigest()
