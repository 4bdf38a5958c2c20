"""An open action needs an address, or letters to write; one that collects data needs a promise of privacy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from plugins.model.evidence import Evidence
from plugins.model.kinds import ActionState, ActionType
from plugins.model.site import promise_of
from plugins.model.transfer import yucho_account
from plugins.problems import Problem, problem

if TYPE_CHECKING:
    from plugins.model.record import Action
    from plugins.model.transfer import Transfer

Place = tuple[str | int, ...]
BANK = ("bank_name", "branch", "account_number")
YUCHO = ("yucho_symbol", "yucho_number")
WRITTEN = frozenset((ActionType.LETTER, ActionType.EMAIL))
OPEN = frozenset((ActionState.OPEN, ActionState.CLOSING_SOON))


def check_actions(evidence: Evidence) -> Iterable[Problem]:
    """Yield a problem for each action that readers could not take, or should not."""
    seen: set[str] = set()
    for item, place, action in _actions(evidence):
        if action.id in seen:
            yield problem("key-twice", *evidence.origins.of(item, *place, "id"), found=action.id)
        seen.add(action.id)
        if action.transfer:
            yield from _account(evidence, item, place, action, action.transfer)
        elif not action.url and action.state(evidence.site.now) in OPEN and not _is_letter(evidence, action):
            yield problem("action-without-url", *evidence.origins.of(item, *place, "label"), found=action.id)
        if action.type.collects_data and not promise_of(evidence.site, action):
            yield problem("action-without-promise", *evidence.origins.of(item, *place, "type"), found=action.id)
        if action.figure is not None and action.figure_as_of is None:
            where = evidence.origins.of(item, *place, "figure")
            yield problem("figure-without-date", *where, found=action.figure, field="figure_as_of")


def _is_letter(evidence: Evidence, action: Action) -> bool:
    """Say whether an action is taken on the page of letters of a campaign that asks for it."""
    campaigns = evidence.site.campaigns.values()
    return action.type in WRITTEN and any(campaign.has_letters_for(action.id) for campaign in campaigns)


def _account(evidence: Evidence, item: str, place: Place, action: Action, account: Transfer) -> Iterable[Problem]:
    """Yield a problem where an account is not whole, cannot be, or is not shown by a page of its own."""
    is_yucho = any(getattr(account, name) for name in YUCHO)
    is_bank = not is_yucho or any(getattr(account, name) for name in BANK)
    for name in (*(BANK if is_bank else ()), *(YUCHO if is_yucho else ())):
        if not getattr(account, name):
            where = evidence.origins.of(item, *place, "transfer")
            yield problem("account-incomplete", *where, found=action.id, field=name)
    if account.yucho_symbol and account.yucho_number and not yucho_account(account.yucho_symbol, account.yucho_number):
        where = evidence.origins.of(item, *place, "transfer", "yucho_number")
        yield problem("yucho-number", *where, field="yucho_number", found=account.yucho_number)
    if not any(action.id in page.facts.actions for page in evidence.site.pages.values()):
        yield problem("account-on-no-page", *evidence.origins.of(item, *place, "transfer"), found=action.id)


def _actions(evidence: Evidence) -> Iterable[tuple[str, Place, Action]]:
    """Yield (item, place, action) for every action."""
    for campaign in evidence.site.campaigns.values():
        yield from ((campaign.path, ("actions", n), action) for n, action in enumerate(campaign.facts.actions))
    for number, action in evidence.site.action_table.items():
        yield "content/data/actions.yml", ("actions", int(number)), action
