"""An open action needs an address; one that collects data needs a promise of privacy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.model.evidence import Evidence
from plugins.model.kinds import ActionState
from plugins.model.site import promise_of
from plugins.problems import Problem, problem

if TYPE_CHECKING:
    from plugins.model.record import Action

OPEN = frozenset((ActionState.OPEN, ActionState.CLOSING_SOON))


def check_actions(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each action that readers could not take, or should not."""
    seen: set[str] = set()
    for item, place, action in _actions(evidence):
        if action.id in seen:
            yield problem("key-twice", *evidence.origins.of(item, *place, "id"), found=action.id)
        seen.add(action.id)
        if not action.url and action.state(evidence.site.now) in OPEN:
            yield problem("action-without-url", *evidence.origins.of(item, *place, "label"), found=action.id)
        if action.type.collects_data and not promise_of(evidence.site, action):
            yield problem("action-without-promise", *evidence.origins.of(item, *place, "type"), found=action.id)
        if action.figure is not None and action.figure_as_of is None:
            yield problem("figure-without-date", *evidence.origins.of(item, *place, "figure"), found=action.figure)


def _actions(evidence: Evidence) -> Iterable[tuple[str, tuple[str | int, ...], Action]]:
    """Yield (item, place, action) for every action."""
    for campaign in evidence.site.campaigns.values():
        yield from ((campaign.path, ("actions", n), action) for n, action in enumerate(campaign.facts.actions))
    for number, action in evidence.site.action_table.items():
        yield "content/data/actions.yml", ("actions", int(number)), action
