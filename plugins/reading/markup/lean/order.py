"""The rules of the converter in the order in which it asks them."""

from collections.abc import Collection
from typing import Any


def in_order(registry: Any, names: Collection[str]) -> list[tuple[str, Any]]:
    """Return the rules of a registry with their names.

    Shape: every rule has to be named; one that is registered later, by a new version, must not be left out in silence.
    Raises: ValueError: a rule that is not among the names.
    """
    found = {registry.get_index_for_name(name): name for name in names if name in registry}
    if len(found) != len(registry):
        raise ValueError(f"rules without a name among {sorted(names)}: {list(registry)}")
    return [(found[number], registry[found[number]]) for number in sorted(found)]
