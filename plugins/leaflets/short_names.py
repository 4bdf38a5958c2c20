"""A short name for an item that has none: what is left of its own name in a printed address."""

from collections.abc import Container

MOST = 12  # characters: an address that people type from paper


def short_name(slug: str, taken: Container[str]) -> str:
    """Return a short name that nothing else has: whole words of a slug as far as they fit, a number if they are taken.

    Shape: "strike-at-headquarters" gives "strike-at", then "strike-at-2".
    """
    for number in range(1, 10_000):
        end = "" if number == 1 else f"-{number}"
        if (short := _cut(slug, MOST - len(end)) + end) not in taken and len(short) > 1:
            return short
    raise AssertionError("ten thousand short names were taken")


def _cut(slug: str, most: int) -> str:
    cut = slug[:most]
    if len(slug) > most and slug[most] != "-" and "-" in cut:
        cut = cut.rpartition("-")[0]
    return cut.strip("-")
