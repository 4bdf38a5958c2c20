"""What subscribers are told of a change: a calendar's revision, a correction's day."""

from collections.abc import Iterable

from plugins.model.evidence import Evidence
from plugins.model.kinds import EventStatus
from plugins.model.post import Post
from plugins.problems import Problem, problem

CHANGED = frozenset((EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.MOVED_ONLINE))


def check_post_changes(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for each correction from before its post, or from a day to come."""
    for number, correction in enumerate(post.facts.corrections):
        place = (post.path, "corrections", number, "date")
        if correction.date < post.published.date():
            yield problem("end-before-start", *evidence.origins.of(*place), start_field="date",
                          start=post.published.date(), end_field="corrections", end=correction.date)  # fmt: skip
        elif correction.date > evidence.site.today:
            yield problem("day-to-come", *evidence.origins.of(*place), found=correction.date)


def check_changes(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each change of an event that calendars would not take in.

    Source: RFC 5546 section 3.2.1: a program keeps what it has unless SEQUENCE is higher.
    """
    for event in evidence.site.events.values():
        facts = event.facts
        if facts.status in CHANGED and not (facts.sequence and facts.changed):
            yield problem("change-not-told", *evidence.origins.of(event.path, "status"), found=facts.status.value)
