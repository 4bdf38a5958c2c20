"""What subscribers are told of a change: a calendar's revision, a correction's day."""

from collections.abc import Iterable

from plugins.model.evidence import Evidence
from plugins.model.kinds import EventStatus
from plugins.problems import Problem, problem

CHANGED = frozenset((EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.MOVED_ONLINE))


def check_changes(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each change that calendars or feed readers would not take in.

    Source: RFC 5546 section 3.2.1: a program keeps what it has unless SEQUENCE is higher.
    """
    for event in evidence.site.events:
        facts = event.facts
        if facts.status in CHANGED and not (facts.sequence and facts.changed):
            yield problem("change-not-told", *evidence.origins.of(event.path, "status"), found=facts.status.value)
    for post in evidence.site.posts:
        for number, correction in enumerate(post.facts.corrections):
            path, line = evidence.origins.of(post.path, "corrections", number, "date")
            if correction.date < post.published.date():
                yield problem("end-before-start", path, line, start_field="date", start=post.published.date(),
                              end_field="corrections", end=correction.date)  # fmt: skip
            elif correction.date > evidence.site.today:
                yield problem("day-to-come", path, line, found=correction.date)
