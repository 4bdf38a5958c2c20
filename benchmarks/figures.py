"""The arithmetic of the tables: medians, ratios pair by pair, exponents."""

import math
from collections.abc import Sequence
from statistics import median

__all__ = ["exponent", "median", "median_ratio", "ratios"]


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> list[float]:
    """Return ours by theirs, pair by pair; runs without a partner are left out."""
    return [a / b for a, b in zip(ours, theirs, strict=False) if b]


def median_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float | None:
    """Return the median of the ratios, or none where there is no pair."""
    found = ratios(ours, theirs)
    return median(found) if found else None


def exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """Return by which power the cost grows from one (size, cost) to the other: 1 is in step, 2 its square."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])
