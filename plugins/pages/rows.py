"""What a list shows of a post."""

from dataclasses import dataclass
from datetime import datetime

from plugins.i18n.locales import language_name
from plugins.model.context import Context, kept
from plugins.model.text import Lang, Said
from plugins.model.told import ToldOnce
from plugins.model.urls import post_url
from plugins.pages.labels import kind_words
from plugins.pages.sayings import headline, say, say_also, summary_words, title_breaks, title_words


@dataclass(frozen=True, repr=False)
class PostRow(ToldOnce):
    """A post in a list."""

    url: str
    title: Said
    other: Said | None  # the title in the other language
    summary: Said | None
    date: datetime
    kind: str  # in words
    tone: str  # "act", "process" or "voice"
    only_in: str  # name of the one language that has the text, if this page's has not; else empty


def shared_row(context: Context, folder: str, lang: Lang) -> PostRow:
    """Return the row of the post in `folder`; a list depends on what the row shows and not on the whole post."""
    return context.shared(post_row_of, folder, lang)


@kept  # so that a list or a page in which a row stands need not open its post
def post_row_of(context: Context, folder: str, lang: Lang) -> PostRow:
    """Return the row of the public post in `folder`."""
    site, post = context.site, context.site.posts.get(folder)
    assert post is not None
    titles = title_words(post.texts)
    title = headline(titles, site, lang, title_breaks(post.texts, lang))
    return PostRow(
        url=post_url(lang, post),
        title=title or Said(post.slug, lang),
        other=say_also(titles, site, lang),
        summary=say(summary_words(post.texts), site, lang),
        date=post.published,
        kind=kind_words(post.facts.kind, context.words[lang]),
        tone=post.facts.kind.tone,
        only_in="" if lang in post.langs or not post.langs else language_name(post.langs[0], lang),
    )
