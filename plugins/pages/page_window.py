"""Which pages of a long list one of its pages links to."""

from itertools import pairwise

SHORT = 7  # a list of so many pages links to all of them
NEAR = 2  # pages on each side of the one shown
GAP = 0


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
