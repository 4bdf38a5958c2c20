"""Input is normal form C and otherwise as typed."""

import pytest

from plugins.typography import to_nfc


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("か\u3099くふ\u309a", "がくぷ"),
        ("cafe\u0301", "café"),
        ("ｱﾙﾊﾞｲﾄ ＡＢＣ ①㍿", "ｱﾙﾊﾞｲﾄ ＡＢＣ ①㍿"),
        ("髙﨑", "髙﨑"),
    ],
    ids=["dakuten", "accent", "half-width stays", "variants stay"],
)
def test_normal_form(typed, normal):
    assert to_nfc(typed) == normal
