"""Shares and margins, against values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.statistics import change_margin, margin, percent, width


@pytest.mark.parametrize(("part", "whole", "shown"), [(1, 8, 13), (0, 9, 0), (9, 9, 100), (1, 3, 33), (1, 200, 1)])
def test_a_share_is_rounded_to_whole_per_cent_a_half_up(part, whole, shown):
    assert percent(part, whole) == shown


def test_a_bar_is_as_long_as_its_share():
    assert (width(1, 3), width(3, 3), width(0, 3)) == (33.3, 100.0, 0.0)


@pytest.mark.parametrize(("answers", "points"), [(100, 10), (400, 5), (1000, 4), (30, 17), (1_000_000, 1)])
def test_the_margin_is_that_of_the_textbooks(answers, points):
    """Half widths of the Wilson interval at one half: 9.62, 4.88, 3.10, 16.8 and 0.1 points."""
    assert margin(answers) == points


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_a_change_is_less_certain_than_either_share(before, now):
    assert max(margin(before), margin(now)) <= change_margin(before, now) <= margin(before) + margin(now)
