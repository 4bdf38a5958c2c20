"""The page of each post, and its stand-in in the languages that do not have it."""

from collections.abc import Iterable
from typing import NamedTuple

from plugins.model.context import Context
from plugins.model.frame import Head
from plugins.model.jobs import Job
from plugins.model.text import Lang
from plugins.model.urls import output_path, post_url_at
from plugins.pages.frames import feed_links, frame, head_of, with_easy, with_leaflet
from plugins.pages.post_page import PostShown, post_shown
from plugins.pages.structured import article


class PostView(NamedTuple):
    """The page of a post."""

    head: Head
    post: PostShown


def post_jobs(context: Context) -> Iterable[Job]:
    """Give one page for each post and language; where a language has no text, a stand-in."""
    for folder, year, slug in context.site.posts.addresses():
        for lang in context.site.langs:
            path = output_path(post_url_at(lang, year, slug))
            yield Job(path, post_view, (lang, folder), "pages/post.html", lang)


def post_view(context: Context, lang: Lang, folder: str) -> PostView:
    """Return the view of a post's page."""
    post = post_shown(context, folder, lang)
    # A stand-in is in no feed, so it may be that there is none to announce.
    feeds = feed_links(post.dispute.name.text, post.dispute.url) if post.dispute and not post.original else ()
    if post.campaign and not post.original:
        feeds += feed_links(post.campaign[1].text, post.campaign[0])
    head = head_of(
        frame(context, lang), post.row.url, post.title.text, post.description, "news", feeds, post.langs,
        post.original, "article", has_card=True,
        about=article(post.row.date, post.modified),
    )  # fmt: skip
    head = head._replace(dates=tuple(date.isoformat() for date in (post.row.date, post.modified) if date))
    item = context.site.posts.get(folder)
    return PostView(with_leaflet(with_easy(head, item.easy), item.facts.short) if item else head, post)
