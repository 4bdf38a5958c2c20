"""The page of each post, and its stand-in in the languages that do not have it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plugins.i18n import Catalogue
from plugins.model.frame import Frame, Head
from plugins.model.jobs import Job
from plugins.model.site import Site
from plugins.model.text import Lang
from plugins.model.urls import output_path
from plugins.pages.frames import feed_links, head_of
from plugins.pages.post_page import PostShown, post_shown


@dataclass(frozen=True, slots=True)
class PostView:
    """The page of a post."""

    head: Head
    post: PostShown


def post_jobs(site: Site, frames: Mapping[Lang, Frame], words: Mapping[Lang, Catalogue]) -> Iterable[Job]:
    """Give one page for each post and language; where a language has no text, a stand-in."""
    for post in site.posts:
        for lang in site.langs:
            shown = post_shown(site, post, lang, words[lang])
            yield Job(output_path(shown.url), post_view, (frames[lang], shown), "pages/post.html", lang, post.path)


def post_view(frame: Frame, post: PostShown) -> PostView:
    """Return the view of a post's page."""
    # A stand-in is in no feed, so it may be that there is none to announce.
    feeds = feed_links(post.dispute.name.text, post.dispute.url) if post.dispute and not post.original else ()
    if post.campaign and not post.original:
        feeds += feed_links(post.campaign[1].text, post.campaign[0])
    title = post.title.text
    return PostView(
        head_of(frame, post.url, title, post.description, "news", feeds, post.langs,
                post.original, "article"),
        post,
    )  # fmt: skip
