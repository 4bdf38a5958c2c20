"""What a language still lacks: the rows of the list of what to translate."""

from collections.abc import Iterable

from plugins.model.evidence import Evidence
from plugins.model.post import Post
from plugins.problems import Problem, problem


def check_post_translations(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a warning for each title, summary or text of a post that a language of the site does not have."""
    if not post.langs:
        yield problem("no-text", *evidence.origins.of(post.path))
        return
    for text in post.texts:
        missing = [n for n, have in (("title", text.title), ("summary", text.summary), ("text", text.has_body))
                   if not have]  # fmt: skip
        if missing:
            path, _ = evidence.origins.of(post.path)
            yield problem("translation-missing", path, lang=text.lang, missing=", ".join(missing))
