"""The whole site on one screen: the rooms that give jobs, in order."""

import hashlib
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.build.noted import BuildContext
from plugins.model.context import Context
from plugins.model.jobs import Job
from plugins.model.ledger import earlier_folders
from plugins.model.picture import MEDIA, split_key
from plugins.model.text import every_text
from plugins.problems import Problem, problem

if TYPE_CHECKING:
    from plugins.model.post import Post
    from plugins.model.site import Site

CHECK = "check:"  # what a job for problems has in the place of a path


def media_jobs(context: BuildContext) -> Iterable[Job]:
    """Give each picture that something public shows, made anew, and each document that is linked to, copied.

    A document is at its old addresses too: others link to it, and no page can lead on from the name of a file. A
    picture is not: its name changes with its bytes.
    """
    site = context.site
    held_back = {report.path for report in site.reports.values() if not report.is_out(site.today)}
    of_records = (shown for path, shown in context.tables["media"].items() if path not in held_back)
    media = [*site.posts.lists.rows.values(), *of_records]
    until = [pair for row in media for pair in row.until]
    counted = {  # the answers themselves: whatever links to them, only their table goes out
        f"{MEDIA}reports/{slug}/{name}" for slug, report in site.reports.items() for name in report.counted_files
    }
    withheld = {key for key, day in until if day < site.today.toordinal()}  # most sites ask no day
    for key in sorted({key for row in media for key in row.pictures} - withheld):
        picture = site.pictures.get(key)
        for path, width, kind in picture.all_forms if picture else ():
            yield Job(path, made_picture, (key, width, kind))
    earlier = earlier_folders(site.redirects)
    for address in sorted({address for row in media for address in row.documents}):
        if address in context.documents and address not in counted:
            yield Job(address.lstrip("/"), copied, (address,))
            folder, _, name = address.removeprefix(MEDIA).rpartition("/")
            for old in earlier(folder):
                yield Job(f"{MEDIA}{old}/{name}".lstrip("/"), copied, (address,))


def made_picture(context: Context, key: str, width: int, kind: str) -> bytes:
    """Return a picture in one of the forms in which it is published."""
    from plugins.pictures.encode import render_form

    picture = context.site.pictures[key]
    return render_form(picture.file.path, split_key(key)[1], width, kind, is_drawing=picture.kind == "png")


def copied(context: BuildContext, address: str) -> bytes:
    """Return a document as it is."""
    return Path(context.documents[address].path).read_bytes()


def theme_jobs(context: BuildContext) -> Iterable[Job]:
    """Give the theme's own files, copied as they are: icons."""
    for name in context.theme_files:
        yield Job(f"theme/{name}", copied_from_theme, (name,))


def copied_from_theme(context: BuildContext, name: str) -> bytes:
    """Return a file of the theme."""
    return Path(context.theme_files[name].path).read_bytes()


def check_jobs(context: BuildContext) -> Iterable[Job]:
    """Give one check for each post, and one for each thing that is checked over all records."""
    from plugins.checks import SITE_CHECKS

    for folder, _, _ in context.site.posts.addresses():
        yield Job(f"{CHECK}post/{folder}", post_problems, (folder,))
    for number in range(len(SITE_CHECKS)):
        yield Job(f"{CHECK}records/{number}", record_problems, (number,))


def post_problems(context: BuildContext, folder: str) -> tuple[Problem, ...]:
    """Return what is wrong with a post."""
    from plugins.checks import check_post

    found = check_post(context.evidence, folder)
    post = context.site.posts.get(folder)
    if post is None or not any(text.figures for text in every_text(post)):
        return found
    return *found, *_figures_changed(context.site, post)


def _figures_changed(site: "Site", post: "Post") -> Iterable[Problem]:
    from plugins.model.shown import changed_figures, shown_figures

    shown = shown_figures(post, site.disputes, site.shown.get(post.facts.id))
    for change in changed_figures(post, site.disputes, shown) if shown else ():
        text = next(t for t in every_text(change.post) if any(f.name == change.name for f in t.figures))
        line = next(f.line for f in text.figures if f.name == change.name)
        yield problem("figure-changed", text.path, line, found=change.name, shown=change.shown, now=change.now)


def record_problems(context: BuildContext, number: int) -> tuple[Problem, ...]:
    """Return what one check finds in the records."""
    from plugins.checks import check_records

    return check_records(context.evidence, number)


# By name: a room is loaded when it is asked for its jobs, and a small edit asks none.
ROOMS = (
    "plugins.pages.home.home_jobs",
    "plugins.pages.news.news_jobs",
    "plugins.pages.posts.post_jobs",
    "plugins.pages.correction_log.correction_log_jobs",
    "plugins.pages.disputes.dispute_jobs",
    "plugins.pages.campaigns.campaign_jobs",
    "plugins.pages.partner_pages.partner_jobs",
    "plugins.pages.press.press_jobs",
    "plugins.pages.letters.letter_jobs",
    "plugins.pages.surveys.survey_jobs",
    "plugins.pages.reports.report_jobs",
    "plugins.pages.result_files.result_file_jobs",
    "plugins.pages.events.event_jobs",
    "plugins.pages.explainers.explainer_jobs",
    "plugins.pages.organisations.organisation_jobs",
    "plugins.pages.find_union.find_union_jobs",
    "plugins.pages.glossary.glossary_jobs",
    "plugins.pages.fixed.fixed_jobs",
    "plugins.pages.easy.easy_jobs",
    "plugins.pages.leaflets.leaflet_jobs",
    "plugins.pages.short_pages.short_jobs",
    "plugins.pages.feeds_page.feeds_page_jobs",
    "plugins.pages.search.search_jobs",
    "plugins.pages.not_found.not_found_jobs",
    "plugins.pages.card_jobs.post_card_jobs",
    "plugins.pages.card_jobs.record_card_jobs",
    "plugins.pages.feed_jobs.feed_jobs",
    "plugins.pages.feed_list_jobs.feed_list_jobs",
    "plugins.pages.calendar_jobs.calendar_jobs",
    "plugins.pages.redirects.redirect_jobs",
    "plugins.pages.old_site.old_site_jobs",
    "plugins.pages.sitemap_jobs.sitemap_jobs",
    "plugins.pages.hosting_jobs.hosting_jobs",
    "plugins.build.outputs.media_jobs",
    "plugins.build.outputs.theme_jobs",
    "plugins.build.outputs.check_jobs",
)


def jobs_of(room: str, context: BuildContext) -> list[Job]:
    """Return what a room gives."""
    module, name = room.rsplit(".", 1)
    return list(getattr(import_module(module), name)(context))


def file_mark(path: str) -> str:
    """Return what changes when a file's bytes do."""
    return hashlib.blake2b(Path(path).read_bytes(), digest_size=8).hexdigest()
