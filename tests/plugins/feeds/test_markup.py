"""What a text becomes in a feed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.feeds.markup import (
    _Attributes,
    _copy_of_any,
    _copy_of_plain,
    absolute_url,
    feed_html,
    plain_line,
    reads_as_html,
    xml_text,
)

SITE = "https://union.example/a/b"
PAGE = f"{SITE}/ja/news/2021/strike/"


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("/ja/disputes/x/", f"{SITE}/ja/disputes/x/"),
        ("/media/p.jpg", f"{SITE}/media/p.jpg"),
        ("#fn1", f"{PAGE}#fn1"),
        ("picket.jpg", f"{PAGE}picket.jpg"),
        ("../other/", f"{SITE}/ja/news/2021/other/"),
        ("?a=b", f"{PAGE}?a=b"),
        ("", PAGE),
        ("//cdn.example/x", "https://cdn.example/x"),
        ("https://other.example/ja/", "https://other.example/ja/"),
        ("mailto:info@union.example", "mailto:info@union.example"),
        ("tel:+81-3-0000-0000", "tel:+81-3-0000-0000"),
    ],
)
def test_absolute_addresses(written, whole):
    assert absolute_url(written, SITE, PAGE) == whole


@pytest.mark.parametrize(
    ("written", "fed"),
    [
        ('<a href="/ja/">a</a>', f'<a href="{SITE}/ja/">a</a>'),
        ('<a class="x" href=/ja/>a</a>', f'<a class="x" href="{SITE}/ja/">a</a>'),
        ('<a href="/ja/?a=1&amp;b=2">a</a>', f'<a href="{SITE}/ja/?a=1&amp;b=2">a</a>'),
        ('<img src="/m/p.jpg" srcset="/m/p.jpg 1x, /m/q.jpg 2x" alt="">',
         f'<img src="{SITE}/m/p.jpg" srcset="{SITE}/m/p.jpg 1x, {SITE}/m/q.jpg 2x" alt="">'),
        ('<video controls poster="/m/p.jpg"></video>', f'<video controls poster="{SITE}/m/p.jpg"></video>'),
        ('<p style="color:red" onclick="x()" lang="en">a</p>', '<p lang="en">a</p>'),
        ("<p>a</p><script>1 < 2</script><p>b</p>", "<p>a</p><p>b</p>"),
        ("<figure><svg><g><path d=''/></g>x</svg><figcaption>c</figcaption></figure>",
         "<figure><figcaption>c</figcaption></figure>"),
        ("a<svg/>b<link rel=x>c<!-- d -->e", "abce"),
        ("R&D &lt;b&gt; &amp;amp; &nbsp;", "R&amp;D &lt;b&gt; &amp;amp;"),
        ("a<br/>b<wbr>c", "a<br>b<wbr>c"),
        ("漢\x0b字\r\nか", "漢字\nか"),
    ],
)  # fmt: skip
def test_html_for_a_feed(written, fed):
    assert feed_html(written, SITE, PAGE, "ja") == f'<div lang="ja">{fed}</div>'


def test_xml_illegal_characters_go_and_all_others_stay():
    assert xml_text("a\x00\x08\x0b\x1f\x7f\x85\ud800\ufffe\uffff\ufffdb\t\r\n𠮷é\u3000") == "ab\t\n𠮷é\u3000"


def test_a_plain_text_is_one_line():
    assert plain_line("  Rally\x08 in\n Tokyo ") == "Rally in Tokyo"
    assert plain_line("\u3000春闘\u3000要求\n") == "春闘\u3000要求"


@pytest.mark.parametrize(
    ("text", "said"),
    [("R&D", False), ("賃上げ & <5%", False), ("Q&A", False), ("a &amp; b", True), ("&#8217;", True), ("</b>", True)],
)
def test_texts_that_read_as_html(text, said):
    assert reads_as_html(text) is said


PIECES = st.sampled_from(
    ["a", " ", "\n", "賃上げ。", "a > b", "&amp;", "&lt;b&gt;", "&nbsp;", "&quot;", "&#39;", "&#x8CC3;", "&nosuch;",
     "&", "&amp", "&#38;lt;", "<p>", "</p>", '<p lang="en">', "<P>", "<br>", "<br />", "<hr/>", '<a href="/ja/">',
     "</a>", "<a href=/ja/>", "<a href='/ja/'>", '<a class="x" href="#fn:1">', '<a href="/ja/?a=1&amp;b=2">',
     '<a href="/?a&b">', '<a title="a &quot;b&quot; &amp;amp; c">', '<img alt="a < b" src="p.jpg">',
     '<img src="/m/p.jpg" srcset="/m/p.jpg 1x, q.jpg 2x">', "<ruby>", "<rt>", "</rt>", "</ruby>",
     '<p style="x" onclick="y">', "<input>", "<script>", "</script>", "<svg>", "</svg>", "<button>", "</button>",
     "<title>", "<!-- a -->", "<!doctype html>", "<?x?>", "<", ">", "</", "</ p>", "<video controls>",
     "<h2 id=\"x\">", "</h2>", "\x0c", "\r\n", '</p class="x">', "<textarea>", "<noscript>", "<plaintext>", "<x-y>"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_plain_html_needs_no_parser(html):
    attributes = _Attributes(SITE, PAGE)
    quick = _copy_of_plain(html, attributes)
    assert quick is None or quick == _copy_of_any(html, attributes)


def test_the_html_of_texts_is_plain():
    html = '<p>a &amp; b<br>賃上げ&nbsp;<a href="/ja/" rel="noopener">c</a></p>\n<h2 id="x">d</h2>\n<ul>\n<li>e</li>'
    assert _copy_of_plain(html, _Attributes(SITE, PAGE))
