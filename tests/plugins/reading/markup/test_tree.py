"""Headings, anchors and footnotes of a body."""

import re

import pytest

from tests.plugins.reading.markup.small_texts import converted


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# 一\n\n## 二", [("h2", "一"), ("h3", "二")]),
        ("### 一\n\n##### 二\n\n### 三", [("h2", "一"), ("h3", "二"), ("h2", "三")]),
        ("### 一\n\n# 二", [("h2", "一"), ("h2", "二")]),
        ("# 一\n\n###### 二\n\n## 三", [("h2", "一"), ("h3", "二"), ("h3", "三")]),
        ("題\n==\n\n副\n--", [("h2", "題"), ("h3", "副")]),
        ("#\u3000題 ##", [("h2", "題")]),
        ("#春闘 に集まろう", []),
    ],
)
def test_headings_begin_at_the_second_level_and_skip_none(text, headings):
    body = converted(text)
    assert re.findall(r'<(h\d) id="s-\d+">([^<]*)<', body.html) == headings
    assert body.anchors == tuple(f"s-{number}" for number in range(1, len(headings) + 1))


def test_authors_ids_cannot_be_those_of_the_page():
    body = converted('# 題\n\n<p id="s-1">x</p>\n\n<span id=top>y</span> [上](#top) [題](#s-1)')
    assert body.anchors == ("s-1", "a-s-1", "a-top")
    assert '<p id="a-s-1">' in body.html and '<a href="#a-top">' in body.html


def test_footnotes_stand_in_the_order_of_the_text():
    body = converted("一[^注]二[^b]三[^注]\n\n[^b]: 乙\n[^注]: 甲")
    assert re.findall(r'<a class="footnote-ref" href="(.*?)">(\d)</a>', body.html) == [
        ("#f-1", "1"), ("#f-2", "2"), ("#f-1", "1")]  # fmt: skip
    assert re.findall(r'<li id="(.*?)">\n<p>(.)', body.html) == [("f-1", "甲"), ("f-2", "乙")]
    assert re.findall(r'<a class="footnote-back" href="(.*?)">', body.html) == ["#r-1", "#r-3", "#r-2"]
    assert set(body.anchors) == {"f-1", "f-2", "r-1", "r-2", "r-3"}
