"""A short name made of a longer one."""

import re

import pytest

from plugins.leaflets.short_names import short_name


@pytest.mark.parametrize(
    ("slug", "taken", "short"),
    [
        ("new-deal", (), "new-deal"),
        ("strike-at-hq", (), "strike-at-hq"),
        ("strike-at-headquarters", (), "strike-at"),
        ("supercalifragilistic", (), "supercalifra"),
        ("strike-at-hq", ("strike-at-hq",), "strike-at-2"),
        ("strike", ("strike", "strike-2"), "strike-3"),
        ("a", (), "a-2"),
    ],
)
def test_whole_words_as_far_as_they_fit_and_a_number_where_they_are_taken(slug, taken, short):
    assert short_name(slug, taken) == short
    assert re.fullmatch(r"(?=.{2,12}\Z)[a-z0-9]+(?:-[a-z0-9]+)*", short)
