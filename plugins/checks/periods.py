"""What ends must not end before it starts."""

from collections.abc import Iterable
from typing import Any

from plugins.model.dates import PartialDate
from plugins.model.evidence import Evidence
from plugins.model.post import Post
from plugins.problems import Problem, problem

Place = tuple[str | int, ...]


def check_post_periods(evidence: Evidence, post: Post) -> Iterable[Problem]:
    """Yield a problem for a post that was changed before it came out, or whose embargo ends before its day."""
    until = post.facts.embargo_until
    if until and until.date() < post.published.date():  # a slip in the embargo, which would publish it at once
        yield from _fault(evidence, post.path, (), "date", post.published, "embargo_until", until)
    yield from _fault(evidence, post.path, (), "date", post.published, "modified", post.facts.modified)


def check_periods(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each end in a record that lies before its start."""
    for period in _periods(evidence):
        yield from _fault(evidence, *period)


def _fault(
    evidence: Evidence, item: str, place: Place, start_name: str, start: Any, end_name: str, end: Any
) -> Iterable[Problem]:
    if start and end and _last(end) < _first(start):
        path, line = evidence.origins.of(item, *place, end_name)
        yield problem("end-before-start", path, line, start_field=start_name, start=_shown(start),
                      end_field=end_name, end=_shown(end))  # fmt: skip


def _first(value: Any) -> Any:
    return value.date if isinstance(value, PartialDate) else value


def _last(value: Any) -> Any:
    """Return the latest that an end can mean: an end in December does not lie before 5 December."""
    return value.last if isinstance(value, PartialDate) else value


def _shown(value: Any) -> str:
    return value.strftime("%Y-%m-%d %H:%M") if hasattr(value, "hour") else str(value)


def _periods(evidence: Evidence) -> Iterable[tuple[str, Place, str, Any, str, Any]]:
    site = evidence.site
    for event in site.events.values():
        facts = event.facts
        yield event.path, (), "start", facts.start, "end", facts.end
        for number, place in enumerate(facts.places):
            there = event.at(place).facts
            yield event.path, ("places", number), "start", there.start, "end", there.end
    for campaign in site.campaigns.values():
        yield campaign.path, (), "start", campaign.facts.start, "end", campaign.facts.end
        for number, action in enumerate(campaign.facts.actions):
            yield campaign.path, ("actions", number), "opens", action.opens, "closes", action.closes
    for dispute in site.disputes.values():
        for number, entry in enumerate(dispute.facts.entries):
            place = ("entries", number)
            yield dispute.path, place, "date", entry.date, "until", entry.until
            yield dispute.path, place, "date", entry.date, "deadline", entry.deadline
        for number, case in enumerate(dispute.facts.legal_cases):
            yield dispute.path, ("legal_cases", number), "filed", case.filed, "next_date", case.next_date
    for survey in site.surveys.values():
        for number, wave in enumerate(survey.facts.waves):
            yield survey.path, ("waves", number), "opens", wave.opens, "closes", wave.closes
    for key, action in site.action_table.items():
        place = ("actions", int(key))
        yield "content/data/actions.yml", place, "opens", action.opens, "closes", action.closes
    for key, notice in site.notices.items():
        yield "content/data/notices.yml", ("notices", int(key)), "start", notice.start, "end", notice.end
