"""Actions that nobody is asked to take: they stand in a table or a campaign, and on no page."""

from collections.abc import Iterable, Iterator

from plugins.model.origins import Origins
from plugins.model.record import Action
from plugins.problems import Problem, problem
from plugins.reading.items import Item


def unused_actions(items: Iterable[Item], origins: Origins) -> list[Problem]:
    """Return a warning for each action that no record names; a post that is not public yet names it too.

    Shape: empty where a record could not be read, since that one may name it.
    """
    items = tuple(items)
    if any(item.value is None for item in items):
        return []
    used = {name for item in items for name in _named(item)}
    return [
        problem("unused-action", *origins.of(item.path, "actions", number, "id"), found=action.id)
        for item in items for number, action in enumerate(_actions(item)) if action.id not in used
    ]  # fmt: skip


def _actions(item: Item) -> tuple[Action, ...]:
    if item.kind == "campaigns":
        return tuple(item.value.facts.actions)
    return tuple(item.value) if (item.kind, item.slug) == ("data", "actions") else ()


def _named(item: Item) -> Iterator[str]:
    facts = getattr(item.value, "facts", None)
    yield getattr(facts, "action", "")
    yield from (wave.action for wave in getattr(facts, "waves", ()))
