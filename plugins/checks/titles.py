"""A writer's own break points must say the title's words, or they are not used."""

from collections.abc import Iterable

from plugins.checks.links import texts_of
from plugins.model.evidence import Evidence
from plugins.model.post import Post
from plugins.model.text import Text
from plugins.problems import Problem, problem


def check_post_titles(_: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a warning for each `title_breaks` of a post that holds other words than its title."""
    yield from _differing(post.texts)


def check_titles(evidence: Evidence) -> Iterable[Problem]:
    """Yield a warning for each `title_breaks` of another text that holds other words than its title."""
    yield from _differing(texts_of(evidence.site))


def _differing(texts: Iterable[Text]) -> Iterable[Problem]:
    for text in texts:
        if text.title_breaks and text.title_breaks.replace("|", "") != text.title:
            yield problem("title-breaks-differ", text.path, found=text.title_breaks, title=text.title)
