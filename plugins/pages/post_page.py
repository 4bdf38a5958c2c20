"""What the page of a post shows, in the reader's language."""

from datetime import datetime
from typing import NamedTuple

from plugins.i18n.locales import language_name
from plugins.i18n.prefectures import prefecture_names
from plugins.model.context import Context, kept
from plugins.model.dates import PartialDate
from plugins.model.kinds import DisputeStage
from plugins.model.post import Post
from plugins.model.text import Lang, Said, Text, pick_text
from plugins.model.told import LongText
from plugins.model.urls import dispute_url, kind_url
from plugins.pages.action_parts import ActionCard, asked_action
from plugins.pages.bodies import finished_html
from plugins.pages.corrections import CorrectionRow, correction_rows
from plugins.pages.names import record_link, shared_tag
from plugins.pages.parts import ContactCard, SourceLine, contact_card, source_lines
from plugins.pages.people import cleared_quotes
from plugins.pages.photos import PhotoFigure, photo_figures
from plugins.pages.rows import PostRow, shared_row
from plugins.pages.sayings import headline, reading_order, say, text_title
from plugins.typography import cut_summary, plain_text

MORE = 3  # rows of other posts of the same story


class DisputeBox(NamedTuple):
    """Where the post's dispute stands today, beside the post."""

    name: Said
    url: str
    stage: DisputeStage
    sessions: int
    strike_days: int
    since: PartialDate | None  # since when it stands so
    as_of: PartialDate | None  # the newest thing that is known of it


class QuoteBlock(NamedTuple):
    """Somebody's words with their role, and with a name where that person agreed."""

    text: Said
    role: Said | None
    speaker: Said | None


class PostShown(NamedTuple):
    """What the page of a post shows, in the reader's language."""

    row: PostRow  # what lists show of it too
    title: Said
    kind_url: str
    event_date: PartialDate | None  # the day it happened, where that is not the day of the post
    prefectures: str
    description: str
    modified: datetime | None
    tags: tuple[tuple[str, Said], ...]  # (address, label)
    body: LongText
    body_lang: Lang
    body_language: str  # its name, in the page's language
    language: str  # the page's, in its own
    original: Lang  # the language of the text where this page stands in for it; else empty
    langs: tuple[Lang, ...]
    translation: str  # "full", "summary" or "machine_checked"
    is_outdated: bool
    photos: tuple[PhotoFigure, ...]
    quotes: tuple[QuoteBlock, ...]
    corrections: tuple[CorrectionRow, ...]
    sources: tuple[SourceLine, ...]
    campaign: tuple[str, Said] | None
    action: ActionCard | None
    contact: ContactCard | None
    dispute: DisputeBox | None
    more: tuple[PostRow, ...]


def post_shown(context: Context, folder: str, lang: Lang) -> PostShown:
    """Return what the page in `lang` of the public post in `folder` shows."""
    site, post, row = context.site, context.site.posts.get(folder), shared_row(context, folder, lang)
    assert post is not None
    facts = post.facts
    text = pick_text(post.texts, reading_order(site, lang)) or post.texts[0]
    body = finished_html(context, text, post)
    return PostShown(
        row=row,
        title=text_title(post.texts, site, lang) or row.title,
        kind_url=kind_url(lang, facts.kind),
        event_date=facts.event_date if facts.event_date and facts.event_date.date != post.published.date() else None,
        prefectures=prefecture_names(facts.prefectures, lang),
        description=_description(post, text, body, lang),
        modified=post.updated if post.updated > post.published else None,
        tags=tuple(tag for key in facts.tags if (tag := shared_tag(context, key, lang))),
        body=LongText(body),
        body_lang=text.lang,
        body_language=language_name(text.lang, lang),
        language=language_name(lang, lang),
        original="" if lang in post.langs else text.lang,
        langs=post.langs,
        translation=text.translation,
        is_outdated=is_outdated(post, lang),
        photos=photo_figures(site, post, text, lang),
        quotes=tuple(
            QuoteBlock(say(q.text, site, lang) or Said("", lang), say(q.role, site, lang), say(q.speaker, site, lang))
            for q in cleared_quotes(site, post)
        ),
        corrections=correction_rows(site, facts.corrections, lang),
        sources=source_lines(site, facts.sources, lang),
        campaign=record_link(context, "campaigns", facts.campaign, lang),
        action=asked_action(context, lang, facts.dispute, facts.campaign, facts.action),
        contact=contact_card(context, facts.contact, lang),
        dispute=context.shared(_dispute_box, facts.dispute, lang),
        more=_more(context, post, lang),
    )


def _description(post: Post, text: Text, body: str, lang: Lang) -> str:
    """Return what search engines and shared links show: the summary, else the beginning of the text."""
    own = post.text(lang)
    summary = own.summary if own and own.summary else text.summary
    return summary or cut_summary(plain_text(body), text.lang)


def is_outdated(post: Post, lang: Lang) -> bool:
    """Say whether the post was corrected after its text in `lang` was last compared with the others."""
    text = post.text(lang)
    if not text or not text.checked or not post.facts.modified:
        return False
    return text.checked < post.facts.modified.date().isoformat()


@kept
def _dispute_box(context: Context, slug: str, lang: Lang) -> DisputeBox | None:
    from plugins.model.dispute import entries_until, figures_of  # a post without a dispute asks for none

    dispute = context.site.disputes.get(slug)
    name = headline(dispute.facts.name, context.site, lang) if dispute else None
    if dispute is None or name is None:
        return None
    figures = figures_of(dispute, context.site.today)
    as_of = max((entry.date for entry in entries_until(dispute, figures.as_of)), default=None)
    return DisputeBox(
        name, dispute_url(lang, slug), figures.stage, figures.sessions, figures.strike_days, figures.stage_since, as_of
    )


def _more(context: Context, post: Post, lang: Lang) -> tuple[PostRow, ...]:
    """Return the newest other posts of the same dispute, else of the same campaign."""
    for group, key in (("dispute", post.facts.dispute), ("campaign", post.facts.campaign)):
        newest = context.site.posts.folders(group, key, 0, MORE + 1) if key else ()
        if same := [folder for folder in newest if folder != post.folder]:
            return tuple(shared_row(context, folder, lang) for folder in same[:MORE])
    return ()
