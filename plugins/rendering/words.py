"""The interface's words as templates ask for them, each looked up once."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from plugins.i18n import Catalogue
from plugins.rendering.escaping import finished, shown
from plugins.rendering.linking import FILLED_WORDS, WORDS

PLACE = re.compile(r"%\((\w+)\)s")
Key = tuple[str, str]  # (context, message)


def build_word_filters(catalogue: Catalogue) -> dict[str, Callable[..., Markup]]:
    """Return the filters that stand for gettext and pgettext in linked templates.

    Raises: MissingString, from the filters, for a message without a translation.
    """
    filled = _Filled(catalogue)
    return {WORDS: _Words(catalogue).__getitem__, FILLED_WORDS: lambda key, values: filled[key](values)}


class _Words(dict[Key, Markup]):
    """Messages without places to fill in."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue

    def __missing__(self, key: Key) -> Markup:
        self[key] = words = Markup(self._catalogue.pgettext(*key)) % {}
        return words


class _Filled(dict[Key, Callable[[Mapping[str, Any]], Markup]]):
    """Messages with places to fill in: "In %(language)s only"."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue

    def __missing__(self, key: Key) -> Callable[[Mapping[str, Any]], Markup]:
        self[key] = fill = _filler(self._catalogue.pgettext(*key))
        return fill


def _filler(message: str) -> Callable[[Mapping[str, Any]], Markup]:
    """Return what puts values into a message; what is no plain place is left to Python's own formatting."""
    first, *rest = PLACE.split(message)
    if "%" in "".join([first, *rest[1::2]]):
        return lambda values: Markup(message) % values
    places = tuple(zip(rest[::2], rest[1::2], strict=True))
    return lambda values: finished(first + "".join([shown(values[name]) + text for name, text in places]))
