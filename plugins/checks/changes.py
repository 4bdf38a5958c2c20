"""What subscribers are told of a change: a correction's day."""

from collections.abc import Iterable

from plugins.model.evidence import Evidence
from plugins.model.post import Post
from plugins.problems import Problem, problem


def check_post_changes(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each correction from before its post, or from a day to come."""
    for number, correction in enumerate(post.facts.corrections):
        place = (post.path, "corrections", number, "date")
        if correction.date < post.published.date():
            yield problem("end-before-start", *evidence.origins.of(*place), start_field="date",
                          start=post.published.date(), end_field="corrections", end=correction.date)  # fmt: skip
        elif correction.date > evidence.site.today:
            yield problem("day-to-come", *evidence.origins.of(*place), found=correction.date)
