"""HTML that authors write."""

import pytest

from tests.plugins.reading.markup.small_texts import converted


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Array<String>です", "<p>Array&lt;String&gt;です</p>"),
        ("<%= x %> <?php y ?>", "<p>&lt;%= x %&gt; &lt;?php y ?&gt;</p>"),
        ("a < b > c", "<p>a &lt; b &gt; c</p>"),
        ("x <a 続き", "<p>x &lt;a 続き</p>"),
        ("a <!-- 内部メモ --> b", "<p>a  b</p>"),
        ("a\n\n<!-- 内部\n\nメモ -->\n\nb", "<p>a</p>\n\n<p>b</p>"),
        ("use the <title> tag\n\n**x**", "<p>use the  tag</p>\n<p><strong>x</strong></p>"),
        ("a <script>alert(1)</script> b", "<p>a  b</p>"),
        ("[注]: 明日は休みです", "<p>[注]: 明日は休みです</p>"),
        ("<ruby>漢<rt>かん</rt></ruby>", "<p><ruby>漢<rt>かん</rt></ruby></p>"),
        ('<span lang="en">Strike</span>', '<p><span lang="en">Strike</span></p>'),
        ("<details><summary>a</summary>b</details>", "<details><summary>a</summary>b</details>"),
        ('<a href="/x/">y</a>', '<p><a href="/ja/x/">y</a></p>'),
        ('<a href="https://x.example">y</a>', '<p><a href="https://x.example" rel="noopener">y</a></p>'),
        ("<union@example.org>", '<p><a href="mailto:union@example.org">union@example.org</a></p>'),
    ],
)
def test_html_of_authors(text, html):
    assert converted(text).html == html
