"""Names of prefectures."""

import pytest

from plugins.i18n.prefectures import PREFECTURES, prefecture_name


@pytest.mark.parametrize(
    ("key", "lang", "name"),
    [
        ("kanagawa", "ja", "神奈川県"),
        ("kanagawa", "ja-Latn", "神奈川県"),
        ("hokkaido", "ja", "北海道"),
        ("kyoto", "ja", "京都府"),
        ("kanagawa", "en", "Kanagawa"),
        ("tokyo", "zh-Hant", "Tokyo"),
        ("atlantis", "ja", "atlantis"),
        ("atlantis", "en", "atlantis"),
    ],
)
def test_name_of_a_prefecture(key: str, lang: str, name: str) -> None:
    assert prefecture_name(key, lang) == name


def test_there_are_47_and_each_is_named_once() -> None:
    assert len(PREFECTURES) == len(set(PREFECTURES.values())) == 47
    assert {name[-1] for name in PREFECTURES.values()} == {"道", "都", "府", "県"}
