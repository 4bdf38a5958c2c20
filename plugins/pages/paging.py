"""A long list on several pages: how many there are, and which of them one links to."""

from itertools import pairwise
from typing import NamedTuple

from plugins.model.urls import paged_url

SHORT = 7  # a list of so many pages links to all of them
NEAR = 2  # pages on each side of the one shown
GAP = 0


class Paging(NamedTuple):
    """Where a page stands among the pages of its list."""

    number: int  # from 1
    pages: tuple[tuple[int, str], ...]  # (number, address) of those to link to; (0, "") for those left out
    newer: str  # address of the page before, empty on the first
    older: str  # address of the page after, empty on the last

    def titled(self, title: str) -> str:
        """Return the title of the page from that of its list."""
        return title if self.number == 1 else f"{title} ({self.number})"


def page_count(total: int, per_page: int) -> int:
    """Return how many pages a list of so many rows has."""
    return -(-total // per_page)


def paging(url: str, number: int, count: int) -> Paging:
    """Return where page `number` stands among the `count` pages of the list that begins at `url`."""
    return Paging(
        number,
        tuple((page, paged_url(url, page) if page else "") for page in page_window(number, count)),
        paged_url(url, number - 1) if number > 1 else "",
        paged_url(url, number + 1) if number < count else "",
    )


def page_window(number: int, count: int) -> tuple[int, ...]:
    """Return the numbers of the pages to link to from page `number`: first, last, those around it; 0 for a gap.

    A gap that would leave out a single page shows that page.
    """
    if count <= SHORT:
        return tuple(range(1, count + 1))
    near = range(max(1, number - NEAR), min(count, number + NEAR) + 1)
    shown = sorted({1, count, *near})
    window = shown[:1]
    for before, after in pairwise(shown):
        between = range(before + 1, after)
        window += between if len(between) <= 1 else (GAP,)
        window.append(after)
    return tuple(window)
