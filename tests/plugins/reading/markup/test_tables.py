"""Tables in a text."""

import re

import pytest

from tests.plugins.reading.markup.small_texts import converted


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("甲 | 乙", ["甲", "乙"]),
        ("甲 | 乙 | 丙", ["甲", "乙 | 丙"]),
        ("甲", ["甲", ""]),
        (r"甲 \| 乙 | 丙", ["甲 | 乙", "丙"]),
    ],
    ids=["fits", "too many cells", "too few", "bar in a cell"],
)
def test_a_row_of_a_table_keeps_its_words(row, cells):
    html = converted(f"一 | 二\n--|--:\n{row}").html
    assert re.findall("<td[^>]*>([^<]*)</td>", html) == cells
    assert '<th data-align="right">二</th>' in html
