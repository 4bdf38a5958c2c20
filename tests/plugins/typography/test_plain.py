"""The words of a text, with and without a parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.typography.plain import _words_of_any, _words_of_plain, plain_text

PIECES = st.sampled_from(
    ["a", " ", "\n", "\t ", "賃上げ。", "を", "a > b", "&amp;", "&lt;b&gt;", "&nbsp;", "&#x8CC3;", "&nosuch;", "&",
     "&amp", "&#38;lt;", "<p>", "</p>", '<p lang="en">', "<P>", "<br>", "<br />", "</br>", "<hr/>",
     '<a href="/ja/">', "</a>", "<a href='/ja/'>", "<b>", "</b>", '<a class="footnote-ref" href="#fn:1">',
     '<a title="&quot;b&quot; &amp;amp; c">', '<img alt="a < b" src="p.jpg">', "<wbr>", "<pre>", "<ruby>", "<rt>",
     "</rt>", "<rp>", "</ruby>", "<script>", "</script>", "<svg>", "</svg>", "<title>", "</title>", "<iframe>",
     "<!-- a -->", "<!doctype html>", "<?x?>", "<", ">", "</", "</ p>", "<video controls>", "<th>", "</th>", "<rtc>",
     "<x-y>", '</p class="x">', "<textarea>", "<noscript>", "<plaintext>", "\u3000", "\r\n", "\f"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_plain_html_needs_no_parser(html):
    quick = _words_of_plain(html)
    assert quick is None or quick == _words_of_any(html)


def test_the_html_of_texts_is_plain():
    html = '<p>a &amp; b<br>賃上げ&nbsp;<a href="/ja/" rel="noopener">c</a></p>\n<h2 id="x">d</h2>\n<ul>\n<li>e</li>'
    assert _words_of_plain(html)


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>賃上げを\n求めて</p>", "賃上げを求めて"),
        ("<p>賃上げを 求めて</p>", "賃上げを 求めて"),
        ("<h2>賃上げ</h2>\n<p>求めて</p>", "賃上げ 求めて"),
        ("<p>賃上げ。</p>\n<p>求めて</p>", "賃上げ。求めて"),
        ("<p>賃上げ\nwage</p>", "賃上げ wage"),
        ("<p>a\n\n b\t c</p><p>d</p>", "a b c d"),
        ("<p>a&nbsp;b\u3000c</p>", "a\xa0b\u3000c"),
        ("\n <p> a </p> \n", "a"),
        ("<p>賃\r\n上</p>", "賃上"),
        ("", ""),
    ],
)
def test_white_space_stands_for_what_it_means(html, words):
    assert plain_text(html) == words
