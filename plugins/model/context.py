"""What a job reads: the site, the words of its languages, and what pages share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from plugins.model.site import Site
    from plugins.model.text import Lang

Function = TypeVar("Function", bound=Callable[..., Any])


def kept(function: Function) -> Function:
    """Mark a function for `Context.shared` whose value, small and plain, is kept from build to build.

    Whoever asks then opens none of the records that the value is made of, as long as they are what they were.
    """
    function.is_kept = True  # type: ignore[attr-defined]
    return function


class Context:
    """A site with the words of its interface; nothing is noted here, a build's own kind notes what is read."""

    def __init__(self, site: Site, words: Mapping[Lang, Any]) -> None:
        self.site = site
        self.words = words  # the catalogue of each language
        self._shared = cache(lambda function, inputs: function(self, *inputs))

    def shared(self, function: Callable[..., Any], *inputs: Any) -> Any:
        """Return `function(context, *inputs)`, made once for all that ask for it.

        Shape: a module-level function; inputs and value have a `repr` that tells all of them. Who asks is made anew
        when the value changes, not when something that the function reads does.
        """
        return self._shared(function, inputs)
