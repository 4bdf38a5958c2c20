"""What a value becomes in a page."""

from datetime import date

import pytest
from markupsafe import Markup, escape

from plugins.rendering.escaping import shown


class Said:
    def __html__(self):
        return "<i>x</i>"

    def __repr__(self):
        return "Said()"


class Name(str):
    pass


@pytest.mark.parametrize(
    "value",
    [
        "",
        "a",
        "<&\"'>",
        "賃上げ & スト",
        Markup("<b>"),
        Name("<"),
        Said(),
        0,
        1204,
        1.5,
        True,
        None,
        date(2026, 11, 22),
        ["<"],
    ],
    ids=repr,
)
def test_a_value_is_escaped_as_markupsafe_escapes_it(value):
    assert shown(value) == str(escape(value))
