"""The correction log: every dated correction of every post, newest first."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context, kept
from plugins.model.dates import PartialDate
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang, Said
from plugins.model.urls import output_path, paged_url, section_url
from plugins.pages.corrections import correction_row
from plugins.pages.frames import frame, head_of
from plugins.pages.headings import section_pair
from plugins.pages.paging import Paging, page_count, paging
from plugins.pages.rows import shared_row

PER_PAGE = 20
SECTION = "corrections"


class LogRow(NamedTuple):
    """A correction, and the post that was corrected."""

    date: PartialDate
    text: Said
    title: Said
    url: str  # of the corrections on the page of the post


class CorrectionLogView(NamedTuple):
    """One page of the log."""

    head: Head
    title: Said
    other: Said | None
    rows: tuple[LogRow, ...]
    paging: Paging


def correction_log_jobs(context: Context) -> Iterable[Job]:
    """Give the log in each language, page by page; none where nothing was corrected."""
    for number in range(1, context.shared(_page_count) + 1):
        for lang in context.site.langs:
            path = output_path(paged_url(section_url(lang, SECTION), number))
            yield Job(path, correction_log_view, (lang, number), "pages/correction_log.html", lang)


def correction_log_view(context: Context, lang: Lang, number: int) -> CorrectionLogView:
    """Return the view of one page of the log."""
    posts, url = context.site.posts, section_url(lang, SECTION)
    title, other = section_pair(context.site, SECTION, lang, context.words)
    place = paging(url, number, context.shared(_page_count))
    shown = posts.corrections((number - 1) * PER_PAGE, number * PER_PAGE)
    return CorrectionLogView(
        head=head_of(frame(context, lang), paged_url(url, number), place.titled(title.text)),
        title=title,
        other=other,
        rows=tuple(context.shared(_row, folder, which, lang) for folder, which in shown),
        paging=place,
    )


def _page_count(context: Context) -> int:
    return page_count(context.site.posts.correction_count(), PER_PAGE)


def log_url(context: Context, lang: Lang) -> str:
    """Return the address of the log; empty where nothing was corrected."""
    return section_url(lang, SECTION) if context.shared(has_corrections) else ""


@kept
def has_corrections(context: Context) -> bool:
    """Say whether any post was corrected."""
    return context.site.posts.correction_count() > 0


@kept  # so that a page of the log opens only the posts whose corrections are other ones
def _row(context: Context, folder: str, which: int, lang: Lang) -> LogRow:
    post, row = context.site.posts.get(folder), shared_row(context, folder, lang)
    assert post is not None
    correction = correction_row(context.site, post.facts.corrections[which], lang)
    return LogRow(correction.date, correction.text, row.title, f"{row.url}#corrections")
