"""The whole site on one screen: the rooms that give jobs, in order."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from plugins.checks.links import texts_of
from plugins.i18n import Catalogue
from plugins.model.jobs import FileInput, Job
from plugins.model.site import Site
from plugins.pages.bodies import with_figures
from plugins.pages.calendar_jobs import calendar_jobs
from plugins.pages.campaigns import campaign_jobs
from plugins.pages.disputes import dispute_jobs
from plugins.pages.events import event_jobs
from plugins.pages.explainers import explainer_jobs
from plugins.pages.feed_jobs import feed_jobs
from plugins.pages.feeds_page import feeds_page_jobs
from plugins.pages.fixed import fixed_jobs
from plugins.pages.frames import frame_of
from plugins.pages.glossary import glossary_jobs
from plugins.pages.home import home_jobs
from plugins.pages.news import news_jobs
from plugins.pages.not_found import not_found_jobs
from plugins.pages.organisations import organisation_jobs
from plugins.pages.posts import post_jobs
from plugins.pages.reports import report_jobs
from plugins.pages.sitemap_jobs import sitemap_jobs
from plugins.pages.surveys import survey_jobs
from plugins.pictures.files import picture_jobs

PAGES = (
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
)


def site_jobs(site: Site, words: Mapping[str, Catalogue], theme: Path) -> list[Job]:
    """Return one job for each file of the site."""
    site = with_figures(site, words)
    frames = {lang: frame_of(site, lang, words[lang]) for lang in site.langs}
    pages = [job for room in PAGES for job in room(site, frames, words)]
    return [
        *pages,
        *feed_jobs(site, words),
        *calendar_jobs(site, words),
        *sitemap_jobs(site, pages),
        *picture_jobs(site),
        *theme_jobs(theme),
    ]


def theme_jobs(theme: Path) -> list[Job]:
    """Return the theme's own files, copied as they are: icons."""
    static = theme / "static"
    files = sorted(path for path in static.rglob("*") if path.is_file()) if static.is_dir() else []
    return [
        Job(f"theme/{path.relative_to(static).as_posix()}", read_file, (_input(path),), origin=str(path))
        for path in files
    ]


def attachment_jobs(site: Site, content: Path) -> list[Job]:
    """Return the documents that public texts and records link to, copied; pictures are no documents."""
    linked = {link.target for text in texts_of(site) for link in text.body.links}
    linked |= {
        f"/media/disputes/{dispute.slug}/{entry.document.file}"
        for dispute in site.disputes.values()
        for entry in dispute.entries
        if entry.document and entry.document.file
    }
    linked |= {
        f"/media/reports/{report.slug}/{document.file}"
        for report in site.reports.values() for document in report.facts.documents if document.file
    }  # fmt: skip
    media = sorted(target for target in linked if target.startswith("/media/"))
    files = ((target.lstrip("/"), content / target.removeprefix("/media/")) for target in media)
    return [Job(path, read_file, (_input(file),), origin=str(file)) for path, file in files if file.is_file()]


def read_file(file: FileInput) -> bytes:
    """Return the bytes of a file that is copied as it is."""
    return Path(file.path).read_bytes()


def _input(path: Path) -> FileInput:
    return FileInput(str(path), hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest())
