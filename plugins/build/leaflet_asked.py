"""What `run.py leaflet` is asked for: an item, or a thing that belongs to none."""

from typing import NamedTuple

FORM = ("size", "first", "sides", "ink")
CHOICES, FLAGS = (*FORM, "placard", "lang"), ("labels", "card", "vertical")


class Asked(NamedTuple):
    """What the command was asked for."""

    items: tuple[str, ...]
    choices: dict[str, str]
    flags: frozenset[str]

    @property
    def form(self) -> dict[str, str]:
        """What was said of the form of a leaflet."""
        return {name: value for name, value in self.choices.items() if name in FORM}

    @property
    def is_vertical(self) -> bool:
        return "vertical" in self.flags

    @property
    def is_plain(self) -> bool:
        """Whether it is one thing, with nothing that this thing cannot have."""
        placard, has_card = self.choices.get("placard"), "card" in self.flags
        if self.items:
            has_both = "labels" in self.flags and (bool(self.form) or self.is_vertical)
            return len(self.items) == 1 and placard is None and not has_card and not has_both
        if self.form or "labels" in self.flags:
            return False
        if has_card:
            return placard is None and not self.is_vertical
        return bool(placard and placard.strip(" |"))


def parsed(args: list[str]) -> Asked | None:
    """Return what the arguments of the command ask for, none where nobody could tell."""
    items: list[str] = []
    choices: dict[str, str] = {}
    flags: set[str] = set()
    left = [*args]
    while left:
        arg = left.pop(0)
        name, is_given, value = arg.removeprefix("--").partition("=")
        if not arg.startswith("--"):
            items.append(arg)
        elif name in FLAGS and not is_given:
            flags.add(name)
        elif name in CHOICES and (is_given or left):
            choices[name] = value if is_given else left.pop(0)
        else:
            return None
    asked = Asked(tuple(items), choices, frozenset(flags))
    return asked if asked.is_plain else None
