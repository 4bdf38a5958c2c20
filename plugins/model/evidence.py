"""What checks look at: the site, where each thing was written, and what will be written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from plugins.model.site import Site


class Names(Protocol):
    """Names that checks ask for one by one; they walk over them only once a fault is certain."""

    def __contains__(self, name: object, /) -> bool: ...

    def __iter__(self) -> Iterator[str]: ...


class Places(Protocol):
    """Where the values of each item were written."""

    def of(self, item: str, *location: str | int) -> tuple[str, int]:
        """Return (file, line) of a value of `item`, or of the nearest thing around it that was written."""
        ...


class Evidence(NamedTuple):
    """Everything a check may ask.

    Shape: `addresses` are the root-absolute addresses of all files of the output; `assets` are the pictures and
    documents beside the words, "news/2021-11-04-strike/picket.jpg"; `hidden` are the folders of posts that are not
    public, and `hidden_at` gives the one whose name ends with a slug, or nothing; `anchors` gives the ids that texts
    and records give the page at an address, or none if they give none; `undrawn` gives the characters of a text that
    the fonts of the theme do not have, none where it has no fonts.
    """

    site: Site
    origins: Places
    addresses: Names
    assets: Names
    hidden: Names
    hidden_at: Callable[[str], str]
    anchors: Callable[[str], frozenset[str] | None]
    undrawn: Callable[[str], str] = lambda _: ""
    unread: frozenset[str] = frozenset()  # names of what could not be read: who refers to one of them is not at fault
