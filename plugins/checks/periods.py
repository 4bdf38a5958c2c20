"""What ends must not end before it starts."""

from collections.abc import Iterable
from typing import Any

from plugins.model.evidence import Evidence
from plugins.problems import Problem, problem


def check_periods(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each end that lies before its start."""
    for item, place, start_name, start, end_name, end in _periods(evidence):
        if start and end and end < start:
            path, line = evidence.origins.of(item, *place, end_name)
            yield problem("end-before-start", path, line, start_field=start_name, start=_shown(start),
                          end_field=end_name, end=_shown(end))  # fmt: skip


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
            yield dispute.path, ("entries", number), "date", entry.date, "until", entry.until
    for survey in site.surveys.values():
        for number, wave in enumerate(survey.facts.waves):
            yield survey.path, ("waves", number), "opens", wave.opens, "closes", wave.closes
    own = {action.id for c in site.campaigns.values() for action in c.facts.actions}
    table = [action for action in site.actions.values() if action.id not in own]
    for number, action in enumerate(table):
        place = ("actions", number)
        yield "content/data/actions.yml", place, "opens", action.opens, "closes", action.closes
    for number, notice in enumerate(site.notices):
        yield "content/data/notices.yml", ("notices", number), "start", notice.start, "end", notice.end
    for post in site.posts:
        yield post.path, (), "date", post.published, "modified", post.facts.modified
