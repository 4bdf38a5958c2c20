"""Shares of a whole, and how far chance alone may have moved them."""

from math import ceil, hypot, sqrt

Z = 1.96  # of the normal distribution, for 95 in 100


def percent(part: int, whole: int) -> int:
    """Return a share in whole per cent, a half rounded up."""
    return (200 * part + whole) // (2 * whole)


def width(part: int, whole: int) -> float:
    """Return a share in per cent with one decimal, for the length of a bar."""
    return round(100 * part / whole, 1)


def margin(answers: int) -> int:
    """Return by how many points a share may be off by chance, 95 times in 100, at most; rounded up.

    Shape: of a random sample of a large population; the widest of all shares, which is that of one half.
    Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).
    """
    return ceil(_half_width(answers))


def change_margin(before: int, now: int) -> int:
    """Return the same for the change of a share between two samples that were drawn apart.

    Source: R. G. Newcombe, Interval estimation for the difference between independent proportions, 1998, method 10.
    """
    return ceil(hypot(_half_width(before), _half_width(now)))


def _half_width(answers: int) -> float:
    return 100 * Z / (2 * sqrt(answers + Z * Z))
