"""A title is drawn on the card that stands where its page is shared: which of its characters have no picture."""

from collections.abc import Iterable

from plugins.checks.links import texts_of
from plugins.model.evidence import Evidence
from plugins.model.post import Post
from plugins.model.text import Text, Words
from plugins.problems import Problem, problem


def check_post_cards(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a warning for each title of a post with a character that the theme's fonts do not have."""
    yield from _of_texts(evidence, post.texts)


def check_cards(evidence: Evidence) -> Iterable[Problem]:
    """Yield a warning for each name of a record or a page with a character that the theme's fonts do not have."""
    yield from _of_texts(evidence, texts_of(evidence.site))
    for item, place, words in _named(evidence):
        for lang, title in words.by_lang:
            if found := evidence.undrawn(title):
                yield problem("title-not-drawn", *evidence.origins.of(item, *place, lang), found=found, title=title)


def _of_texts(evidence: Evidence, texts: Iterable[Text]) -> Iterable[Problem]:
    for text in texts:
        if found := evidence.undrawn(text.title):
            yield problem("title-not-drawn", text.path, found=found, title=text.title)


def _named(evidence: Evidence) -> Iterable[tuple[str, tuple[str, ...], Words]]:
    """Yield (item, place in it, words) of each name that is drawn."""
    site = evidence.site
    for kind in (site.disputes, site.campaigns, site.surveys):
        yield from ((record.path, ("name",), record.facts.name) for record in kind.values())
    for titled in (site.events, site.reports, site.explainers):
        yield from ((record.path, ("title",), record.facts.title) for record in titled.values())
    for key, organisation in site.organisations.items():
        yield "content/data/organisations.yml", (key, "name"), organisation.name
