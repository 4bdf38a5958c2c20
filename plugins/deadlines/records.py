"""What the other records set a day for: actions that close, figures to review, events to report on."""

from collections.abc import Container, Iterator
from itertools import chain
from typing import Any

from plugins.deadlines.deadline import Deadline, Kind
from plugins.model.record import Action
from plugins.model.site import Site
from plugins.model.text import Words


def action_deadlines(site: Site, tables: str) -> Iterator[Deadline]:
    """Yield the day on which each action and each wave of a survey closes; `tables` is the path of `actions.yml`."""
    for number, action in enumerate(site.action_table.values()):
        yield from _closing(action, tables, ("actions", number, "closes"), Words())
    for campaign in site.campaigns.values():
        for number, action in enumerate(campaign.facts.actions):
            yield from _closing(action, campaign.path, ("actions", number, "closes"), campaign.facts.name)
    for survey in site.surveys.values():
        for number, wave in enumerate(survey.facts.waves):
            asked = site.actions.get(wave.action)
            if wave.closes and not (asked and asked.closes):
                yield Deadline(wave.closes.last, Kind.CLOSING, survey.path, ("waves", number, "closes"),
                               str(wave.number), survey.facts.name, wave.title)  # fmt: skip


def _closing(action: Action, item: str, location: tuple[str | int, ...], about: Words) -> Iterator[Deadline]:
    if action.closes:
        what = action.title or action.label
        yield Deadline(action.deadline.date(), Kind.CLOSING, item, location, action.id, about, what)


def figure_deadlines(site: Site) -> Iterator[Deadline]:
    """Yield the day by which each figure is to be reviewed."""
    for record in chain(*(table.values() for table in (site.campaigns, site.reports, site.explainers, site.pages))):
        facts: Any = record.facts
        about = getattr(facts, "name", None) or getattr(facts, "title", Words())
        for field in ("facts", "distributions"):
            for number, figure in enumerate(getattr(facts, field, ())):
                if figure.review_by:
                    yield Deadline(figure.review_by.last, Kind.FIGURE, record.path, (field, number, "review_by"),
                                   figure.id, about, figure.label, figure.as_of.date)  # fmt: skip


def report_deadlines(site: Site, reported: Container[str]) -> Iterator[Deadline]:
    """Yield the last day of each event that is over and of which nothing is told; `reported` are folders of events."""
    for event in site.events.values():
        facts = event.facts
        is_open = not (facts.status.is_off or facts.report_post or event.folder in reported)
        if is_open and event.is_over(site.now):
            day = event.month.last if event.month else event.last_day
            yield Deadline(day, Kind.REPORT, event.path, ("start",), facts.id or event.folder, facts.title)
