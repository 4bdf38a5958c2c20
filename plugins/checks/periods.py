"""What ends must not end before it starts."""

from collections.abc import Iterable
from typing import Any

from plugins.model.dates import PartialDate
from plugins.model.evidence import Evidence
from plugins.problems import Problem, problem


def check_periods(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each end that lies before its start."""
    for item, place, start_name, start, end_name, end in _periods(evidence):
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


def _periods(evidence: Evidence) -> Iterable[tuple[str, tuple[str | int, ...], str, Any, str, Any]]:
    site = evidence.site
    for event in site.events:
        yield event.path, (), "start", event.facts.start, "end", event.facts.end
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
    for number, action in enumerate(site.action_table):
        place = ("actions", number)
        yield "content/data/actions.yml", place, "opens", action.opens, "closes", action.closes
    for number, notice in enumerate(site.notices):
        yield "content/data/notices.yml", ("notices", number), "start", notice.start, "end", notice.end
    for post in site.posts:
        yield post.path, (), "date", post.published, "modified", post.facts.modified
