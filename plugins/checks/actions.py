"""An open action needs an address; one that collects data needs a promise of privacy."""

from collections.abc import Iterable

from plugins.model.evidence import Evidence
from plugins.model.kinds import ActionState
from plugins.model.record import Action
from plugins.model.text import Words
from plugins.problems import Problem, problem


def check_actions(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each action that readers could not take, or should not."""
    seen: set[str] = set()
    for item, place, action, promise in _actions(evidence):
        if action.id in seen:
            path, line = evidence.origins.of(item, *place, "id")
            yield problem("key-twice", path, line, found=action.id)
        seen.add(action.id)
        is_open = action.state(evidence.site.now) in {ActionState.OPEN, ActionState.CLOSING_SOON}
        if is_open and not action.url:
            path, line = evidence.origins.of(item, *place, "label")
            yield problem("action-without-url", path, line, found=action.id)
        if action.type.collects_data and not (action.privacy_promise or promise):
            path, line = evidence.origins.of(item, *place, "type")
            yield problem("action-without-promise", path, line, found=action.id)
        if action.figure is not None and action.figure_as_of is None:
            path, line = evidence.origins.of(item, *place, "figure")
            yield problem("figure-without-date", path, line, found=action.figure)


def _actions(evidence: Evidence) -> Iterable[tuple[str, tuple[str | int, ...], Action, Words]]:
    """Yield (item, place, action, the campaign's promise) for every action."""
    site = evidence.site
    for campaign in site.campaigns.values():
        for number, action in enumerate(campaign.facts.actions):
            yield campaign.path, ("actions", number), action, campaign.facts.privacy_promise
    for number, action in enumerate(site.action_table):
        promises = (c.facts.privacy_promise for c in site.campaigns.values() if c.facts.action == action.id)
        yield "content/data/actions.yml", ("actions", number), action, next(promises, Words())
